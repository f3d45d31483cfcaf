import fc from 'fast-check'
import type { Block, Chart, Citation, Message, Span, Text } from '../../../src/message/message.ts'

/** Text that tries to be alive: mentions, links, markdown, controls, wide characters, long words. */
const wildText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '@everyone',
    '@here now',
    '<@900000000000000004>',
    '<@&900000000000000004>',
    '<#900000000000000003>',
    '</launch:900000000000000004>',
    '<t:1700000000:R>',
    '<:name:900000000000000004>',
    '[press](https://example.com/x)',
    'https://example.com/path_(a)_b',
    'discord.gg/abcdef',
    '# not a heading',
    '-# nor small',
    '> nor quoted',
    '- nor listed',
    '1. nor ordered',
    '**bold** __under__ ~~struck~~ ||hidden||',
    '```code```',
    'a `tick`',
    'snake_case_name * 2',
    ':smile: at 10:30:45',
    'line\nbreak\r\nand\ttab',
    'over\u202eride',
    'half \ud83d of a pair',
    '',
  ),
  fc.string({ minLength: 200, maxLength: 900 }),
  fc.integer({ min: 1, max: 3_000 }).map((length) => 'long'.repeat(length / 4 + 1)),
)
const url = fc.constantFrom(
  'https://example.com/a',
  'https://example.org/(b)?q=[c]&d=*e*',
  'javascript:alert(1)',
  'not an address',
  `https://example.com/${'x'.repeat(700)}`,
)
const claimantKind = fc.constantFrom('vendor', 'independent', 'press', 'unstated')
const citation = (claim: string): fc.Arbitrary<Citation> =>
  fc.record({
    claim: fc.constant(claim),
    article: fc.integer({ min: 1, max: 40 }).map((number) => `article-${number}`),
    title: wildText,
    publisher: fc.option(wildText),
    url: fc.option(url),
    published: fc.option(fc.constantFrom('2026-04-08', '2026-04')),
    form: fc.constantFrom('article', 'notes'),
    claimant: fc.record({ kind: claimantKind, name: fc.option(wildText) }),
    quote: wildText,
  })
const claims = Array.from({ length: 60 }, (_, index) => `c${index.toString().padStart(13, '0')}`)
const span: fc.Arbitrary<Span> = fc.record(
  {
    text: wildText,
    bold: fc.boolean(),
    italic: fc.boolean(),
    code: fc.boolean(),
    strike: fc.boolean(),
    url,
    cite: fc.oneof({ weight: 5, arbitrary: fc.subarray(claims.slice(0, 6)) }, { weight: 1, arbitrary: fc.subarray(claims) }),
  },
  { requiredKeys: ['text'] },
)
const text: fc.Arbitrary<Text> = fc.array(fc.oneof(wildText, span), { maxLength: 5 })
const action = fc.record({
  label: wildText,
  command: fc.oneof(fc.constantFrom('launch a', 'risks b page:2'), fc.string({ minLength: 1, maxLength: 160 })),
})
const chart: fc.Arbitrary<Chart> = fc.constant({
  kind: 'bars',
  title: 'Bars',
  groups: [{ label: 'One', bars: [{ label: 'A', value: 1, text: '1', by: 'vendor' }] }],
})

export const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), text: wildText }),
  fc.record({ type: fc.constant('paragraph' as const), text }),
  fc.record({ type: fc.constant('list' as const), items: fc.array(text, { maxLength: 30 }), ordered: fc.boolean() }),
  fc.record({
    type: fc.constant('fields' as const),
    fields: fc.array(fc.record({ label: wildText, value: text }), { maxLength: 12 }),
  }),
  fc.integer({ min: 1, max: 6 }).chain((width) =>
    fc.record({
      type: fc.constant('table' as const),
      caption: wildText,
      columns: fc.array(fc.record({ label: wildText, align: fc.constantFrom('left' as const, 'right' as const) }), {
        minLength: width,
        maxLength: width,
      }),
      rows: fc.array(fc.array(fc.record({ text }), { minLength: width, maxLength: width }), { maxLength: 24 }),
    }),
  ),
  fc.record({ type: fc.constant('quote' as const), text, by: text }),
  fc.record({ type: fc.constant('context' as const), text }),
  fc.record({ type: fc.constant('image' as const), chart, alt: wildText }),
  fc.constant({ type: 'divider' as const }),
  fc.record(
    {
      type: fc.constant('actions' as const),
      buttons: fc.array(action, { maxLength: 12 }),
      select: fc.record({ placeholder: wildText, options: fc.array(action, { maxLength: 40 }) }),
    },
    { requiredKeys: ['type', 'buttons'] },
  ),
)

/** Any message at all. */
export const anyMessage: fc.Arbitrary<Message> = fc.record({
  title: wildText,
  blocks: fc.array(block, { maxLength: 14 }),
  citations: fc.tuple(...claims.map(citation)).map((all) => Object.fromEntries(all.map((each) => [each.claim, each]))),
  accent: fc.constantFrom('OpenAI', 'Meta AI', 'someone'),
  error: fc.boolean(),
})
