import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { drawChart } from '../../src/charts/draw.ts'
import { drawable, fitted, textWidth } from '../../src/charts/font.ts'
import { svgText } from '../../src/charts/raster.ts'
import type { Chart } from '../../src/message/message.ts'

const bars: Chart = {
  kind: 'bars',
  title: 'Larkspur 3 vs Aster 2',
  groups: [
    {
      label: 'GPQA Diamond (vendor)',
      bars: [
        { label: 'Larkspur 3', value: 86.4, text: '86.4', by: 'vendor' },
        { label: 'Aster 2', value: 82.8, text: '82.8', by: 'vendor' },
      ],
    },
    { label: 'Arena <Elo> & more', bars: [{ label: 'Larkspur 3', value: 1505, text: '1,505 Elo', by: 'independent' }] },
  ],
}
const timeline: Chart = {
  kind: 'timeline',
  title: 'Timeline',
  events: [{ date: '2026-04-08', label: 'released', detail: 'released' }],
}
const table: Chart = {
  kind: 'table',
  title: 'A & B',
  columns: [
    { label: 'Benchmark', align: 'left' },
    { label: 'A', align: 'right' },
  ],
  rows: [
    [{ text: 'A long benchmark name that has to wrap into a second line somewhere' }, { text: '86.4 [1][2]', strong: true }],
  ],
}
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test.each([
  ['bars', bars],
  ['a timeline', timeline],
  ['a table', table],
] as const)('%s become a PNG twice as wide as the layout, the same bytes each time, another in the dark', async (_, chart) => {
  const first = await drawChart(chart, { theme: 'light' })
  expect([...first.png.slice(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG')
  expect(first.width).toBe(1200)
  // another width and back: not the cached picture, but a new drawing of the same
  const other = await drawChart({ ...chart, title: `${chart.title} ` }, { theme: 'light' })
  expect(hash(other.png)).toBe(hash(first.png))
  expect(hash((await drawChart(chart, { theme: 'dark' })).png)).not.toBe(hash(first.png))
})

test('vendor’s and independent bars differ even where colour cannot be seen', async () => {
  const as = (by: 'vendor' | 'independent') =>
    drawChart({ ...bars, groups: [{ label: 'x', bars: [{ label: 'a', value: 1, text: '1', by }] }] }, { theme: 'light' })
  expect(hash((await as('vendor')).png)).not.toBe(hash((await as('independent')).png))
})

test('text that the font cannot draw goes, and markup in it is escaped', () => {
  expect(drawable('τ²-Bench 🚀 模型')).toBe('τ²-Bench ')
  expect(svgText('<script>"&"')).toBe('&lt;script&gt;&quot;&amp;&quot;')
})

test('a label is cut to its width with an ellipsis', () => {
  const cut = fitted('Artificial Analysis Intelligence Index', 100, 14)
  expect(cut.endsWith('…')).toBe(true)
  expect(textWidth(cut, 14)).toBeLessThanOrEqual(100)
  expect(fitted('short', 100, 14)).toBe('short')
})
