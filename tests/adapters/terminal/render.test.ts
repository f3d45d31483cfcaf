import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { renderTerminal } from '../../../src/adapters/terminal/render.ts'
import type { Block, Citation, Column, Message } from '../../../src/message/message.ts'

const citation = (claim: string, article: string, extra: Partial<Citation> = {}): Citation => ({
  claim,
  article,
  title: `Title of ${article}`,
  publisher: 'Example Weekly',
  url: `https://example.com/${article}`,
  published: '2026-04-08',
  form: 'article',
  claimant: { kind: 'vendor', name: null },
  quote: 'It scored 86.4.',
  ...extra,
})
const message = (blocks: Block[], citations: Record<string, Citation> = {}): Message => ({ title: 'A title', blocks, citations })
const plain = (blocks: Block[], citations: Record<string, Citation> = {}, width = 60) =>
  renderTerminal(message(blocks, citations), { width, color: false })

describe('a message in a terminal', () => {
  test('numbers the articles in order of first citation and lists them below', () => {
    const text = plain(
      [{ type: 'paragraph', text: [{ text: 'One', cite: ['c2'] }, ' and ', { text: 'two', cite: ['c1', 'c3'] }] }],
      {
        c1: citation('c1', 'a1'),
        c2: citation('c2', 'a2', { form: 'notes', publisher: null, published: null }),
        c3: citation('c3', 'a2'),
      },
    )
    expect(text).toBe(
      'A title\n\nOne[1] and two[1][2]\n\nSources\n[1] Title of a2 — publisher unknown, undated, notes\n    https://example.com/a2\n[2] Title of a1 — Example Weekly, 2026-04-08\n    https://example.com/a1\n',
    )
  })

  test('a table fits its width; wide characters count two columns', () => {
    const text = plain(
      [
        {
          type: 'table',
          caption: 'c',
          columns: [
            { label: 'Benchmark', align: 'left' },
            { label: '模型', align: 'right' },
          ],
          rows: [
            [{ text: ['A long name of a benchmark that wraps'] }, { text: ['86.4'] }],
            [{ text: ['日本語テスト'] }, { text: ['7'] }],
          ],
        },
      ],
      {},
      40,
    )
    for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(40)
    expect(text).toContain('日本語テスト')
  })

  test('without colour there is no escape sequence, and text from articles never brings one', () => {
    const text = plain([{ type: 'paragraph', text: ['\u001b[31mred\u001b[0m \u202eevil\u0007'] }])
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/)
    expect(renderTerminal(message([]), { width: 60, color: true })).toContain('\u001b[')
  })
})

const span = fc.record({
  text: fc.string({ unit: 'grapheme', maxLength: 60 }),
  bold: fc.boolean(),
  cite: fc.subarray(['c1', 'c2', 'c3']),
})
const text = fc.array(span, { maxLength: 6 })
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), text }),
  fc.record({ type: fc.constant('list' as const), items: fc.array(text, { maxLength: 4 }) }),
  fc.record({
    type: fc.constant('fields' as const),
    fields: fc.array(fc.record({ label: fc.string({ maxLength: 20 }), value: text }), { maxLength: 4 }),
  }),
  fc.record({
    type: fc.constant('table' as const),
    caption: fc.string(),
    columns: fc.constant<Column[]>([
      { label: 'one', align: 'left' },
      { label: 'two', align: 'right' },
      { label: 'three', align: 'right' },
    ]),
    rows: fc.array(
      fc.tuple(text, text, text).map((cells) => cells.map((cell) => ({ text: cell }))),
      { maxLength: 4 },
    ),
  }),
)

test('any message renders with every citation, inside its width', () => {
  const citations = { c1: citation('c1', 'a1'), c2: citation('c2', 'a2'), c3: citation('c3', 'a3') }
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), fc.integer({ min: 40, max: 120 }), (blocks, width) => {
      const rendered = renderTerminal(message(blocks, citations), { width, color: false })
      const cited = new Set(JSON.stringify(blocks).match(/"c[123]"/g) ?? [])
      const listed = rendered.split('\nSources\n')[1]?.match(/^\[\d\]/gm) ?? []
      expect(listed.length).toBe(cited.size)
      // a citation hangs on its word and may pass the edge, by its own width at most
      for (const line of rendered.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width + 12)
    }),
  )
})
