import { describe, expect, it } from 'vitest'
import type { Disagreement, Side } from '../../src/corpus/disagreement.ts'
import type { Block, Citation, Text } from '../../src/message/message.ts'
import { conflictsView, disagreementLine, disagreementsPerPage, pageOf } from '../../src/views/conflicts.ts'

const side = (text: string, claim: string, published: string | null = '2026-05'): Side => ({
  text,
  claims: [claim],
  claimant: { kind: 'unstated', name: null },
  at: null,
  published,
})
const entry = (change: Partial<Disagreement> = {}): Disagreement => ({
  kind: 'conflict',
  model: 'GLM-5',
  about: 'MMMU-Pro',
  sides: [side('71.2%', 'a'), side('74.9%', 'b')],
  reason: 'numbers that differ',
  ...change,
})
const source = (claim: string, change: Partial<Citation> = {}): Citation => ({
  claim,
  article: `article ${claim}`,
  title: 'A title',
  publisher: 'The Paper',
  url: null,
  published: '2026-05-04',
  form: 'article',
  claimant: { kind: 'unstated', name: null },
  quote: 'A sentence.',
  ...change,
})
const plain = (text: Text): string => text.map((span) => (typeof span === 'string' ? span : span.text)).join('')
const items = (blocks: Block[]): string[] => blocks.flatMap((block) => (block.type === 'list' ? block.items.map(plain) : []))
const freshness = { articles: 2, newest: '2026-05-04' } as never
const shown = (found: Disagreement[], sources: Citation[] = [], page = 1) =>
  conflictsView(
    found,
    freshness,
    { model: 'GLM-5', looked: 1, page, command: 'conflicts GLM-5' },
    Object.fromEntries(sources.map((each) => [each.claim, each])),
  ).blocks

describe('where sources disagree, as a message', () => {
  it('says who says so, in which publication and when', () => {
    const vendor = source('a', { claimant: { kind: 'vendor', name: 'Z.ai' } })
    const tester = source('b', { claimant: { kind: 'independent', name: 'Vals AI' }, published: null })
    const found = [
      {
        ...entry(),
        sides: [
          { ...side('71.2%', 'a'), claimant: vendor.claimant },
          { ...side('74.9%', 'b'), claimant: tester.claimant },
        ],
      },
    ]
    expect(items(shown(found, [vendor, tester]))).toEqual([
      '71.2% — Z.ai’s own word, in The Paper, 2026-05-04',
      '74.9% — Vals AI, in The Paper, undated',
    ])
  })

  it('does not name a publisher twice, nor one that nobody knows', () => {
    const own = source('a', { publisher: 'Z.ai', claimant: { kind: 'vendor', name: 'Z.ai' } })
    const nameless = source('b', { publisher: null, published: null })
    const found = [{ ...entry(), sides: [{ ...side('71.2%', 'a'), claimant: own.claimant }, side('74.9%', 'b', null)] }]
    expect(items(shown(found, [own, nameless]))).toEqual([
      '71.2% — Z.ai’s own word, 2026-05-04',
      '74.9% — publisher unknown, undated',
    ])
  })

  it('names three sources of a side and counts the rest', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((claim) => source(claim, { publisher: `Paper ${claim}` }))
    const found = [{ ...entry(), sides: [{ ...side('71.2%', 'a'), claims: ['a', 'b', 'c', 'd', 'e'] }, side('74.9%', 'f')] }]
    expect(items(shown(found, many))[0]).toBe('71.2% — Paper a, 2026-05-04; Paper b, 2026-05-04; Paper c, 2026-05-04; 2 more')
  })

  it('leaves the claimant out where it is about what the sources themselves do', () => {
    const vendor = source('a', { claimant: { kind: 'vendor', name: 'Z.ai' } })
    const found = [entry({ about: 'which rivals it is measured against', sourcesOwn: true })]
    expect(items(shown(found, [vendor, source('b')]))[0]).toBe('71.2% — The Paper, 2026-05-04')
  })

  it('writes attributes and values as people read them', () => {
    const found = [entry({ about: 'context window', sides: [side('272000', 'a'), side('1050000', 'b')] })]
    const blocks = shown(found, [source('a'), source('b')])
    expect(items(blocks)[0]).toBe('272,000 tokens — The Paper, 2026-05-04')
    const [, , heading] = blocks
    expect(heading?.type === 'paragraph' && plain(heading.text)).toBe('Context window — numbers that differ.')
  })

  it('cites every side', () => {
    const [list] = shown([entry()]).filter((block) => block.type === 'list')
    const cites =
      list?.type === 'list'
        ? list.items.flatMap((item) => item.flatMap((span) => (typeof span === 'string' ? [] : (span.cite ?? []))))
        : []
    expect(cites).toEqual(['a', 'b'])
  })

  it('puts conflicts, changes and what is not comparable under headings of their own', () => {
    const found = [entry(), entry({ kind: 'changed' }), entry({ kind: 'not comparable' })]
    const headings = shown(found).flatMap((block) => (block.type === 'heading' ? [block.text] : []))
    expect(headings).toEqual(['Sources disagree', 'Changed since', 'Not comparable, though it looks like a conflict'])
  })

  it('pages at whole disagreements and drops none', () => {
    const found = Array.from({ length: disagreementsPerPage + 3 }, (_, index) => entry({ about: `Test ${index}` }))
    const abouts = [1, 2].flatMap((page) => pageOf(found, page).shown.map(({ about }) => about))
    expect(abouts).toEqual(found.map(({ about }) => about))
    expect(pageOf(found, 9).page).toBe(2)
    const buttons = shown(found).flatMap((block) => (block.type === 'actions' ? block.buttons.map(({ command }) => command) : []))
    expect(buttons).toContain('conflicts GLM-5 page:2')
  })

  it('says so where there is none', () => {
    const [first] = shown([])
    expect(first?.type === 'paragraph' && plain(first.text)).toBe('No disagreement between the sources on GLM-5.')
  })
})

describe('a disagreement in one line', () => {
  it('holds both sides with their dates, and an arrow only for a change', () => {
    expect(plain(disagreementLine(entry(), false))).toBe('MMMU-Pro: 71.2% (2026-05) ↔ 74.9% (2026-05) — numbers that differ.')
    expect(plain(disagreementLine(entry({ kind: 'changed' }), true))).toBe(
      'GLM-5: MMMU-Pro: 71.2% (2026-05) → 74.9% (2026-05) — numbers that differ.',
    )
  })
})
