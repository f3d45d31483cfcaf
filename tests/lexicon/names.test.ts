import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBenchmarks } from '../../src/lexicon/find-benchmarks.ts'
import { findModels } from '../../src/lexicon/find-models.ts'

/** Pieces that the grammars react to, in any order: closer to the edge cases than random letters are. */
const pieces = fc.constantFrom(
  'Claude',
  'Opus',
  'GPT',
  '-',
  ' ',
  '5.4',
  '4.6',
  'Pro',
  'Max',
  '(',
  ')',
  'xhigh',
  'Qwen',
  '3',
  '35B',
  'A3B',
  'K2',
  'V4',
  'Gemini',
  'Flash',
  ', ',
  '.',
  'FLUX',
  '[pro]',
  'MMLU',
  'AIME',
  '2025',
  "'25",
  'Tier',
  'Tiers 1-3',
  'v2',
  'SWE-bench',
  'Verified',
  'HMMT',
  'Feb',
  '2408-2505',
  'Bench',
  'Index',
  'τ²',
  '\n',
  '%',
  '’s',
  '94.3',
  '／',
  '​',
  '🙂',
  'İ',
)
const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(pieces, { maxLength: 40 }).map((some) => some.join('')),
)

describe.each([
  ['findModels', findModels],
  ['findBenchmarks', findBenchmarks],
])('%s', (_, find) => {
  it('gives ranges inside the text, in order, that never overlap, and the same ones each time', () => {
    fc.assert(
      fc.property(wild, (text) => {
        let last = 0
        const found = find(text)
        for (const { start, end, name } of found) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(name).not.toBe('')
          last = end
        }
        expect(find(text)).toEqual(found)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['one letter', 'A'],
    ['open brackets', '('],
    ['capitalised words', 'Foo '],
    ['a name that never ends', 'GPT-5-'],
    ['hyphened digits', '2408-'],
    ['tiers', 'Tier 1-'],
  ])('reads half a million of %s', (_name, piece) => {
    const text = piece.repeat(Math.ceil(500_000 / piece.length))
    expect(Array.isArray(find(text))).toBe(true)
  })
})
