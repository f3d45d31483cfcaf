import fc from 'fast-check'
import { claimantKinds } from '../../../src/claim.ts'
import type { Action, Block, Citation, Message, Span, Text } from '../../../src/message/message.ts'

/** Text as articles and people write it, with what must not fire mixed in. */
const hostile = fc.constantFrom(
  '<!here>',
  '<!channel|here>',
  '<@U0123ABCD>',
  '<#C0123ABCD|general>',
  '@everyone',
  '<https://evil.example|click>',
  '&lt;!here&gt;',
  '*bold* _it_ ~no~ `code`',
  ':tada:',
  '\ud800',
  '\u0000\u0007',
  '👩‍👩‍👧‍👦',
  '"quoted"\n\t\\',
  '',
  ' ',
)
const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), hostile, fc.lorem({ maxCount: 12 }))
const longWords = fc.oneof(
  { weight: 8, arbitrary: words },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 1_500 }).map((count) => 'statement '.repeat(count)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9_000 }).map((count) => '"'.repeat(count)) },
)

const claims = Array.from({ length: 40 }, (_, index) => `c${String(index).padStart(12, '0')}`)
const cite = fc.option(fc.uniqueArray(fc.constantFrom(...claims), { minLength: 1, maxLength: 6 }), { nil: undefined })
const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom('javascript:alert(1)', 'https://a.example/x|y>z', 'not a url', `https://a.example/${'p'.repeat(4_000)}`),
)

const span: fc.Arbitrary<string | Span> = fc.oneof(
  longWords,
  fc.record(
    { text: longWords, bold: fc.boolean(), italic: fc.boolean(), code: fc.boolean(), strike: fc.boolean(), url, cite },
    { requiredKeys: ['text'] },
  ) as fc.Arbitrary<Span>,
)
const text: fc.Arbitrary<Text> = fc.array(span, { maxLength: 8 })
const action: fc.Arbitrary<Action> = fc.record({
  label: words,
  command: fc.oneof(
    words,
    fc.integer({ min: 100, max: 2_500 }).map((length) => 'compare '.repeat(Math.ceil(length / 8))),
  ),
})

const table: fc.Arbitrary<Block> = fc.record({
  type: fc.constant('table' as const),
  caption: words,
  columns: fc.array(fc.record({ label: words, align: fc.constantFrom('left' as const, 'right' as const) }), { maxLength: 23 }),
  rows: fc.array(
    fc.array(
      fc.record({ text, value: fc.option(fc.double(), { nil: undefined }) }, { requiredKeys: ['text'] }) as fc.Arbitrary<{
        text: Text
      }>,
      { maxLength: 6 },
    ),
    { maxLength: 12 },
  ),
})
/** The table that commands make: a hundred rows and more of short cells. */
const longTable: fc.Arbitrary<Block> = fc.integer({ min: 1, max: 250 }).map((rows) => ({
  type: 'table',
  caption: 'Scores',
  columns: [
    { label: 'Benchmark', align: 'left' },
    { label: 'A', align: 'right' },
  ],
  rows: Array.from({ length: rows }, (_, row) => [
    { text: [`Benchmark ${row}`] },
    { text: [{ text: `${row}.5%`, cite: [claims[row % claims.length]!], bold: row % 3 === 0 }], value: row + 0.5 },
  ]),
}))

const block = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), text: longWords }),
  fc.record({ type: fc.constant('paragraph' as const), text }),
  fc.record({ type: fc.constant('list' as const), items: fc.array(text, { maxLength: 12 }), ordered: fc.boolean() }),
  fc.record({
    type: fc.constant('fields' as const),
    fields: fc.array(fc.record({ label: words, value: text }), { maxLength: 8 }),
  }),
  table,
  longTable,
  fc.record(
    { type: fc.constant('quote' as const), text, by: fc.option(text, { nil: undefined }) },
    { requiredKeys: ['type', 'text'] },
  ) as fc.Arbitrary<Block>,
  fc.record({ type: fc.constant('context' as const), text }),
  fc.record({
    type: fc.constant('image' as const),
    chart: fc.record({ kind: fc.constant('bars' as const), title: words, groups: fc.constant([]) }),
    alt: longWords,
  }),
  fc.constant({ type: 'divider' as const }),
  fc.record(
    {
      type: fc.constant('actions' as const),
      buttons: fc.array(action, { maxLength: 30 }),
      select: fc.record({ placeholder: words, options: fc.array(action, { maxLength: 120 }) }),
    },
    { requiredKeys: ['type', 'buttons'] },
  ) as fc.Arbitrary<Block>,
) as fc.Arbitrary<Block>

const article: fc.Arbitrary<Omit<Citation, 'claim' | 'article'>> = fc.record({
  title: longWords,
  publisher: fc.option(words, { nil: null }),
  url: fc.option(url, { nil: null }),
  published: fc.option(fc.constant('2026-04-08'), { nil: null }),
  form: fc.constantFrom('article' as const, 'notes' as const),
  claimant: fc.record({ kind: fc.constantFrom(...claimantKinds), name: fc.option(words, { nil: null }) }),
  quote: words,
})

/** Any message at all: what commands can make and what they cannot. Forty claims come from up to eight articles. */
export const anyMessage: fc.Arbitrary<Message> = fc
  .record({
    title: longWords,
    blocks: fc.array(block, { maxLength: 10 }),
    articles: fc.array(article, { minLength: 1, maxLength: 8 }),
  })
  .map(({ title, blocks, articles }) => ({
    title,
    blocks,
    citations: Object.fromEntries(
      claims.map((claim, index) => {
        const at = index % articles.length
        return [claim, { claim, article: `article-${at}`, ...articles[at]! }]
      }),
    ),
  }))
