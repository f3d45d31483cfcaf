import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainer } from '../../../src/adapters/slack/fallback.ts'
import { limits } from '../../../src/adapters/slack/limits.ts'
import { type Payload, render } from '../../../src/adapters/slack/render.ts'
import { richTextGroups, splitWords } from '../../../src/adapters/slack/rich-text.ts'
import { numberCitations } from '../../../src/message/citations.ts'
import type { Citation, Message } from '../../../src/message/message.ts'
import { anyMessage } from './any-message.ts'
import { judge, liveMarkup, statedLimits } from './judge.ts'

const citation = (claim: string, article: string, more: Partial<Citation> = {}): Citation => ({
  claim,
  article,
  title: `About ${article}`,
  publisher: 'The Daily Test',
  url: `https://news.example/${article}`,
  published: '2026-04-08',
  form: 'article',
  claimant: { kind: 'independent', name: null },
  quote: 'It scores 58.4%.',
  ...more,
})

const message = (blocks: Message['blocks'], citations: Citation[] = []): Message => ({
  title: 'Alpha 1 vs Beta 2',
  blocks,
  citations: Object.fromEntries(citations.map((each) => [each.claim, each])),
})

const post = (payload: Payload) => judge('Post', { channel: 'C1', ...payload } as never)

/** The characters that a person reads, in order. */
function visible(payloads: Payload[]): string {
  const texts: string[] = []
  const read = (node: unknown): void => {
    if (!node || typeof node !== 'object') return
    if (Array.isArray(node)) {
      for (const item of node) read(item)
      return
    }
    const { text, caption, ...rest } = node as Record<string, unknown>
    if (typeof caption === 'string') texts.push(caption)
    if (typeof text === 'string') texts.push(text)
    else read(text)
    for (const child of Object.values(rest)) read(child)
  }
  read(payloads.map(({ blocks }) => blocks))
  return texts.join('\n')
}

describe('any message as Slack messages', () => {
  it('is accepted by the judge, whole and when simplified, with every citation present and no live mention', () => {
    fc.assert(
      fc.property(
        anyMessage,
        fc.option(fc.constant('compare alpha beta'), { nil: undefined }),
        fc.boolean(),
        (any, line, share) => {
          const files = any.blocks.filter(({ type }) => type === 'image').map((_, index) => (index % 2 === 0 ? 'F0123' : null))
          const payloads = render(any, { files, share, ...(line ? { line } : {}) })
          const simpler = payloads.map((payload) => plainer(payload) ?? payload)
          const simplest = simpler.map((payload) => plainer(payload) ?? payload)
          for (const payload of [...payloads, ...simpler, ...simplest]) expect(post(payload)).toEqual([])
          for (const payload of payloads) expect(JSON.stringify(payload.blocks).length).toBeLessThanOrEqual(limits.blocksJson)
          const { sources } = numberCitations(any)
          for (const shown of [payloads, simplest]) {
            const text = visible(shown)
            for (const { number } of sources) {
              // once where it is cited, once where the source is named
              expect(text.split(`[${number}]`).length).toBeGreaterThanOrEqual(3)
              expect(text).toMatch(new RegExp(`(^|\\n)\\[${number}\\] \\S`))
            }
          }
        },
      ),
      { numRuns: 100, endOnFailure: true },
    )
  }, 120_000)

  it('always has text for notifications, within what Slack recommends', () => {
    fc.assert(
      fc.property(anyMessage, (any) => {
        for (const { text } of render(any)) {
          expect(text.length).toBeGreaterThan(0)
          expect(text.length).toBeLessThanOrEqual(limits.text)
          expect(liveMarkup(text)).toEqual([])
        }
      }),
      { numRuns: 100, endOnFailure: true },
    )
  }, 60_000)
})

describe('a message in Slack', () => {
  it('shows a table as a data table whose numbers sort and keep their marks', () => {
    const [payload] = render(
      message(
        [
          {
            type: 'table',
            caption: 'Scores',
            columns: [
              { label: 'Benchmark', align: 'left' },
              { label: 'Alpha 1', align: 'right' },
            ],
            rows: [[{ text: ['MMLU'] }, { text: [{ text: '58.4%', cite: ['c1'] }], value: 58.4 }]],
          },
        ],
        [citation('c1', 'a')],
      ),
    )
    expect(payload?.blocks.find(({ type }) => type === 'data_table')).toEqual({
      type: 'data_table',
      caption: 'Scores',
      page_size: 1,
      rows: [
        [
          { type: 'raw_text', text: 'Benchmark' },
          { type: 'raw_text', text: 'Alpha 1' },
        ],
        [
          { type: 'raw_text', text: 'MMLU' },
          { type: 'raw_number', value: 58.4, text: '58.4% [1]' },
        ],
      ],
    })
  })

  it('names each source once, linked, under what it says and over the buttons', () => {
    const [payload] = render(
      message(
        [
          {
            type: 'paragraph',
            text: [{ text: 'Alpha leads', cite: ['c1', 'c2'] }, ' and ', { text: 'Beta follows', cite: ['c3'] }],
          },
          { type: 'actions', buttons: [{ label: 'Risks', command: 'risks alpha' }] },
        ],
        [citation('c1', 'a'), citation('c2', 'a'), citation('c3', 'b', { url: null, form: 'notes' })],
      ),
    )
    expect(payload?.blocks.map(({ type }) => type)).toEqual(['header', 'rich_text', 'context', 'actions'])
    expect(payload?.blocks[2]).toMatchObject({
      elements: [
        {
          text: '[1] <https://news.example/a|About a>, The Daily Test, 2026-04-08\n[2] About b, The Daily Test, 2026-04-08, notes',
        },
      ],
    })
  })

  it('shows markup of an article as the characters they are', () => {
    const [payload] = render(message([{ type: 'context', text: ['<!here> & <@U1> *now*'] }]))
    expect(payload?.blocks[1]).toMatchObject({ elements: [{ text: '&lt;!here&gt; &amp; &lt;@U1&gt; ∗now∗', verbatim: true }] })
    expect(payload?.text).toContain('&lt;!here&gt;')
  })

  it('goes on in a second message where one is full, with no statement lost', () => {
    const items = Array.from({ length: 200 }, (_, index) => [
      { text: `Statement ${index} of a long report on many things`, cite: ['c1'] },
    ])
    const payloads = render(message([{ type: 'list', items }], [citation('c1', 'a')]))
    expect(payloads.length).toBeGreaterThan(1)
    const text = visible(payloads)
    for (const [item] of items) expect(text).toContain(item!.text)
    expect(text.split('[1]').length - 1).toBe(201)
  })

  it('makes the data table a plain table, then a list, where Slack does not take it', () => {
    const columns = [
      { label: 'Benchmark', align: 'left' as const },
      { label: 'Alpha 1', align: 'right' as const },
    ]
    const rows = [[{ text: ['MMLU'] }, { text: [{ text: '58.4%', bold: true, cite: ['c1'] }], value: 58.4 }]]
    const [native] = render(message([{ type: 'table', caption: 'Scores', columns, rows }], [citation('c1', 'a')]))
    const older = plainer(native!)!
    const text = plainer(older)!
    expect(older.blocks.map(({ type }) => type)).toEqual(['header', 'rich_text', 'table', 'context'])
    expect(text.blocks.map(({ type }) => type)).toEqual(['header', 'rich_text', 'rich_text', 'context'])
    expect(visible([text])).toContain('58.4%')
    expect(plainer(text)).toBeNull()
  })

  it('cuts a table that fills more than one message into parts of about the same length', () => {
    const columns = ['Benchmark', 'Alpha 1', 'Beta 2'].map((label) => ({ label, align: 'left' as const }))
    const rows = Array.from({ length: 120 }, (_, row) => [
      { text: [`Benchmark ${row}`] },
      { text: ['58.4%'], value: 58.4 },
      { text: ['not reported'] },
    ])
    const tables = render(message([{ type: 'table', caption: 'Scores', columns, rows }])).flatMap(({ blocks }) =>
      blocks.filter((block) => block.type === 'data_table'),
    )
    const lengths = tables.map((table) => table.rows.length - 1)
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(120)
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(5)
    expect(tables[0]?.caption).toBe(`Scores (1 of ${tables.length})`)
  })

  it('offers the sentence behind a number and sharing only for an answer that one person sees', () => {
    const told = message([{ type: 'paragraph', text: [{ text: 'Alpha leads', cite: ['c1'] }] }], [citation('c1', 'a')])
    const own = render(told, { line: 'compare alpha beta', share: true })[0]!.blocks.at(-1)
    const shared = render(told, { line: 'compare alpha beta', share: false })[0]!.blocks.at(-1)
    expect(own).toMatchObject({
      block_id: 'line:compare alpha beta',
      elements: [{ type: 'external_select' }, { action_id: 'share' }],
    })
    expect(shared).toMatchObject({ elements: [{ type: 'external_select' }] })
  })
})

describe('a long text', () => {
  it('is cut between words, with nothing lost and no character halved', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 2, max: 50 }), (text, longest) => {
        const parts = splitWords(text.toWellFormed(), longest)
        expect(parts.join('')).toBe(text.toWellFormed())
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(longest)
          expect(part.isWellFormed()).toBe(true)
        }
      }),
    )
  })

  it('keeps its marks with its last words', () => {
    const groups = richTextGroups([{ text: 'word '.repeat(2_000), cite: ['c1'] }], () => [1, 2])
    expect(groups.length).toBeGreaterThan(1)
    const last = groups.at(-1)!
    expect(last.slice(-2)).toMatchObject([{ text: expect.stringContaining('word') }, { text: ' [1][2]' }])
    expect(JSON.stringify(groups.slice(0, -1))).not.toContain('[1]')
  })
})

describe('the judge', () => {
  it('reads more than a hundred limits out of the comments of Slack’s types', () => {
    expect(statedLimits()).toBeGreaterThan(100)
  })

  it.each([
    ['a header of 151 characters', { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }],
    [
      'a data table without a caption',
      { type: 'data_table', rows: [[{ type: 'raw_text', text: 'a' }], [{ type: 'raw_text', text: 'b' }]] },
    ],
    ['an unknown block', { type: 'nope' }],
    ['a misspelt key', { type: 'divider', blockid: 'a' }],
    [
      'a live mention',
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U1' }] }] },
    ],
    ['a mention in mrkdwn', { type: 'context', elements: [{ type: 'mrkdwn', text: 'hey <!here>', verbatim: true }] }],
    [
      'a button label of 76 characters',
      {
        type: 'actions',
        elements: [{ type: 'button', text: { type: 'plain_text', text: 'x'.repeat(76) }, value: 'a', action_id: 'a' }],
      },
    ],
  ])('refuses %s', (_, block) => {
    expect(judge('Post', { channel: 'C1', text: 't', blocks: [block] })).not.toEqual([])
  })
})
