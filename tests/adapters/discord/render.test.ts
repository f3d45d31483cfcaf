import { expect, test } from 'vitest'
import { accentColor } from '../../../src/adapters/discord/accent.ts'
import { type Draw, drawPictures } from '../../../src/adapters/discord/pictures.ts'
import { type Payload, type RenderOptions, render } from '../../../src/adapters/discord/render.ts'
import type { Block, Chart, Message } from '../../../src/message/message.ts'
import { citation, comparison } from './fake-core.ts'

const draw: Draw = async () => ({ png: new Uint8Array([137, 80, 78, 71]), width: 600, height: 200 })
const containerOf = ({ body }: Payload) =>
  body.components[0] as { accent_color: number; components: { type: number; content?: string; components?: unknown[] }[] }
const texts = (payload: Payload) =>
  containerOf(payload).components.flatMap(({ content }) => (content === undefined ? [] : [content]))
const withBlocks = (...blocks: Block[]): Message => ({ ...comparison(), blocks })
const one = (message: Message, options?: RenderOptions): Payload => {
  const payloads = render(message, options)
  expect(payloads).toHaveLength(1)
  return payloads[0]!
}
const shared: RenderOptions = { line: 'compare alpha-1, beta-2', shareable: true, evidence: 'evidence' }

test('a message is one container: title, statement with its marks, table row by row, sources as small text, buttons', async () => {
  const payload = one(comparison(), shared)
  await expect(`${JSON.stringify(payload.body, null, 2)}\n`).toMatchFileSnapshot('golden/comparison.components.json.golden')
  await expect(`${JSON.stringify(payload.fallback, null, 2)}\n`).toMatchFileSnapshot('golden/comparison.embed.json.golden')
})

test('a drawn table keeps the sources that only it cites', async () => {
  const table = comparison().blocks[1]!
  const message = withBlocks(table)
  const pictures = await drawPictures(message, draw, () => undefined)
  const payload = one(message, { pictures })
  expect(payload.files.map(({ name }) => name)).toEqual(['picture-1.png'])
  expect(texts(payload).at(-1)).toBe(
    '-# [1] [Report a1](https://example.com/a1) — A Gazette, 2026-04-08\n-# [2] [Report a2](https://example.com/a2) — A Gazette, 2026-04-08',
  )
})

test('a long table becomes several pictures, each with the numbers of its rows in its alternative text', async () => {
  const rows = Array.from({ length: 45 }, (_, index) => [
    { text: [`Benchmark ${index}`] },
    { text: [{ text: `${index}.5`, cite: ['c1'] }] },
  ])
  const table: Block = {
    type: 'table',
    caption: 'Many',
    columns: [
      { label: 'Benchmark', align: 'left' },
      { label: 'Alpha-1', align: 'right' },
    ],
    rows,
  }
  const message = withBlocks(table)
  const drawn = (await drawPictures(message, draw, () => undefined)).get(table)!
  expect(drawn.length).toBeGreaterThan(2)
  for (const { alt } of drawn) expect(alt.length).toBeLessThanOrEqual(1_024)
  const alts = drawn.map(({ alt }) => alt).join(' ')
  for (let index = 0; index < 45; index++) expect(alts).toContain(`Benchmark ${index}: ${index}.5 [1];`)
})

test('a table with many columns becomes pictures of some, each with the columns that say what a row is about', async () => {
  const models = ['A', 'B', 'C', 'D', 'E']
  const nothing = { text: [{ text: 'not reported', italic: true }] }
  const row = (name: string, said: number[]) => [
    { text: [name] },
    { text: ['vendor'] },
    ...models.map((_, at) => (said.includes(at) ? { text: [{ text: `${at}0`, cite: ['c1'] }] } : nothing)),
  ]
  const table: Block = {
    type: 'table',
    caption: 'Wide',
    columns: [
      { label: 'Benchmark', align: 'left' },
      { label: 'Measured by', align: 'left' },
      ...models.map((label) => ({ label, align: 'right' as const })),
    ],
    rows: [row('MathBench', [0, 1, 2, 3, 4]), row('CodeBench', [4]), row('ArtBench', [])],
  }
  const charts: Chart[] = []
  const keep: Draw = async (chart) => {
    charts.push(chart)
    return draw(chart, { theme: 'dark' })
  }
  await drawPictures(withBlocks(table), keep, () => undefined)
  expect(charts).toMatchObject([
    { columns: ['Benchmark', 'Measured by', 'A', 'B', 'C'].map((label) => ({ label })), note: '– not reported' },
    { columns: ['Benchmark', 'Measured by', 'D', 'E'].map((label) => ({ label })) },
  ])
  // a row that says nothing about the models of a picture is not in it, but each row is in one
  expect(charts.map((chart) => (chart.kind === 'table' ? chart.rows.map(([first]) => first?.text) : []))).toEqual([
    ['MathBench', 'ArtBench'],
    ['MathBench', 'CodeBench'],
  ])
  expect(texts(one(withBlocks(table))).join()).toContain(
    '**CodeBench** · Measured by: vendor · E: 40 [1] · *not reported*: A, B, C, D',
  )
})

test('a table with a row that no alternative text holds stays text', async () => {
  const row = [{ text: ['x'.repeat(2_000)] }]
  const message = withBlocks({ type: 'table', caption: 'Wide', columns: [{ label: 'A', align: 'left' }], rows: [row] })
  expect((await drawPictures(message, draw, () => undefined)).size).toBe(0)
})

test('a picture larger than Discord takes stays text', async () => {
  const large: Draw = async () => ({ png: new Uint8Array(10 * 1024 * 1024 + 1), width: 1, height: 1 })
  expect((await drawPictures(comparison(), large, () => undefined)).size).toBe(0)
})

test('a chart that is not drawn is told in words', () => {
  const chart = { kind: 'bars' as const, title: 'Scores', groups: [] }
  expect(texts(one(withBlocks({ type: 'image', chart, alt: 'MathBench: Alpha-1 42.8, Beta-2 40.1' })))).toContain(
    '**Scores**\nMathBench: Alpha-1 42.8, Beta-2 40.1',
  )
})

test('the edge has the colour of the vendor, by any of its names, and an error is red', () => {
  expect(containerOf(one(comparison())).accent_color).toBe(0x0081fb)
  expect(accentColor('Meta AI', false)).toBe(accentColor('meta', undefined))
  expect(accentColor('Z.ai', false)).not.toBe(accentColor(undefined, false))
  expect(accentColor('Somebody', false)).toBe(accentColor(undefined, false))
  expect(accentColor('constructor', false)).toBe(accentColor(undefined, false))
  expect(containerOf(one({ ...comparison(), error: true })).accent_color).toBe(0xd83c3e)
})

test('an error has neither a share nor a text button', () => {
  expect(JSON.stringify(one({ ...comparison(), error: true }, shared).body)).not.toMatch(/"(share|text) /)
})

test('statements are never parted from their marks, and every part lists the sources of what it says', () => {
  const items = Array.from({ length: 80 }, (_, index) => [
    { text: `Statement number ${index} ${'with words '.repeat(12)}`, cite: [`c${index % 30}`] },
  ])
  const citations = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`c${index}`, citation(`c${index}`, `a${index}`)]),
  )
  const payloads = render({ title: 'Long', blocks: [{ type: 'list', items }], citations })
  expect(payloads.length).toBeGreaterThan(3)
  let statements = 0
  for (const payload of payloads) {
    const lines = texts(payload).join('\n').split('\n')
    const said = lines.filter((line) => line.startsWith('- '))
    statements += said.length
    const sources = lines.flatMap((line) => /^-# \[(\d+)\] /.exec(line)?.[1] ?? []).map(Number)
    expect(sources).toEqual(sources.toSorted((a, b) => a - b))
    const listed = lines.filter((line) => /^-# \[\d/.test(line)).map((line) => /\[(\d+)\]/.exec(line)![1])
    for (const line of said) expect(listed).toContain(/\[(\d+)\]$/.exec(line)?.[1])
  }
  expect(statements).toBe(80)
  expect(texts(payloads[1]!)[0]).toBe('-# Long, continued')
})

test('many choices become several selects of 25, and many buttons rows of five', () => {
  const options = Array.from({ length: 30 }, (_, index) => ({ label: `Kind ${index}`, command: `risks category:k${index}` }))
  const buttons = Array.from({ length: 7 }, (_, index) => ({ label: `Button ${index}`, command: `launch m${index}` }))
  const rows = containerOf(one(withBlocks({ type: 'actions', buttons, select: { placeholder: 'Only', options } }))).components
  expect(rows.slice(1).map(({ components }) => components?.length)).toEqual([5, 2, 1, 1])
})

test('a button whose long command has no key is left out, since it could not work', () => {
  const command = `ask ${'why '.repeat(60)}`
  const message = withBlocks({
    type: 'actions',
    buttons: [
      { label: 'Why', command },
      { label: 'Help', command: 'help' },
    ],
  })
  expect(JSON.stringify(one(message).body)).not.toContain('Why')
  expect(JSON.stringify(one(message, { keys: new Map([[command, 'abc']]) }).body)).toContain('run #abc')
})

test('a message with nothing in it still says something', () => {
  expect(texts(one({ title: '', blocks: [], citations: {} }))).toEqual(['There is nothing to show.'])
})
