import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article.ts'
import type { Fact, Reading, Risk, Score } from '../../src/claim.ts'
import { evaluate, type LabelledText, ratesOf, share } from '../../src/cli/eval-counts.ts'
import { goldSchema } from '../../src/cli/eval-labels.ts'
import { missesText, reportText } from '../../src/cli/eval-report.ts'
import { articleFromFile } from '../../src/intake/read-file.ts'

const base = { id: 'c', article: 'a', start: 0, end: 1, quote: 'Harbor 2 reached 81.5', restated: false }
const score = (change: Partial<Score>): Score => ({
  type: 'score',
  ...base,
  claimant: { kind: 'vendor', name: null },
  model: 'Harbor 2',
  variant: null,
  benchmark: 'GPQA Diamond',
  value: 81.5,
  unit: '%',
  setting: {},
  approximate: false,
  bound: null,
  ...change,
})
const fact = (change: Partial<Fact>): Fact => ({
  type: 'fact',
  ...base,
  claimant: { kind: 'press', name: null },
  model: 'Harbor 2',
  variant: null,
  attribute: 'vendor',
  value: 'Acme',
  condition: null,
  ...change,
})
const risk = (quote: string): Risk => ({
  type: 'risk',
  ...base,
  quote,
  claimant: { kind: 'press', name: null },
  model: 'Harbor 2',
  category: 'reliability',
  status: 'raised as a concern',
  severity: 'low',
  rule: 'r',
  replies: [],
})
const article = (): Article => articleFromFile('a.txt', Buffer.from('Harbor 2 reached 81.5% on GPQA Diamond.'))
const text = (gold: object): LabelledText => ({ id: 't1', article: article(), gold: goldSchema.parse({ scores: [], ...gold }) })
const labelled = { model: 'Harbor 2', variant: null, benchmark: 'GPQA Diamond', value: 81.5, claimed_by: 'vendor', quote: 'q' }
const reading =
  (claims: Reading['claims'], models: string[] = []) =>
  (): Reading => ({ models, claims, unparsed: [] })

describe('evaluate', () => {
  it('counts a score as right where value, benchmark and model agree, whoever spells them how', () => {
    const report = evaluate(
      [text({ scores: [labelled] })],
      reading([score({ model: 'Acme Harbor-2', benchmark: 'GPQA-Diamond benchmark' })]),
    )
    // "Acme" is no maker's name that the rule knows, so the names differ.
    expect(report.all.scores).toEqual({ right: 0, wrong: 1, missed: 1 })
    const again = evaluate(
      [text({ scores: [labelled] })],
      reading([score({ model: 'Harbor-2', benchmark: 'GPQA-Diamond benchmark' })]),
    )
    expect(again.all.scores).toEqual({ right: 1, wrong: 0, missed: 0 })
    expect(again.all.claimant).toEqual({ right: 1, of: 1 })
  })

  it('takes a variant in either field and says whether it was right', () => {
    const gold = { ...labelled, variant: 'Max' }
    const report = evaluate([text({ scores: [gold] })], reading([score({ model: 'Harbor 2 Max' })]))
    expect(report.all.scores.right).toBe(1)
    expect(report.all.variant).toEqual({ right: 1, of: 1 })
  })

  it('counts neither repetitions nor what people were unsure of, nor a vaguer name for the right test', () => {
    const unsure = [{ ...labelled, value: 12 }]
    const claims = [score({}), score({}), score({ value: 12 })]
    expect(evaluate([text({ scores: [labelled], unsure })], reading(claims)).all.scores).toEqual({
      right: 1,
      wrong: 0,
      missed: 0,
    })
    const vague = evaluate(
      [text({ scores: [{ ...labelled, benchmark: 'SWE-bench Verified' }] })],
      reading([score({ benchmark: 'SWE-bench' })]),
    )
    expect(vague.all.scores).toEqual({ right: 0, wrong: 0, missed: 1 })
  })

  it('counts a wrong number, model or sibling test as wrong, and as a false alarm where the text has no score', () => {
    for (const change of [{ value: 81.6 }, { model: 'Harbor 3' }, { benchmark: 'GPQA' }, { benchmark: 'HealthBench Hard' }]) {
      const { all } = evaluate([text({ scores: [labelled] })], reading([score(change)]))
      expect(all.scores.right).toBe(0)
    }
    expect(evaluate([text({})], reading([score({})])).falseAlarms).toBe(1)
  })

  it('compares facts by attribute, value and model, risks by their words, models by their names', () => {
    const gold = {
      facts: [{ model: 'Harbor 2', attribute: 'vendor', value: 'Acme', quote: 'q' }],
      risks: [{ model: null, category: 'cost', quote: 'It is slow and rather dear for small teams.' }],
      models: ['Harbor 2', 'Polar 1'],
    }
    const claims = [
      fact({}),
      fact({ attribute: 'license', value: 'MIT' }),
      risk('Yet it is slow and rather dear for small teams.'),
      risk('It is fine.'),
    ]
    const report = evaluate([text(gold)], reading(claims, ['Harbor-2', 'Polar 2']))
    expect(report.all.facts).toEqual({ right: 1, wrong: 1, missed: 0 })
    expect(report.all.risks).toEqual({ right: 1, wrong: 1, missed: 0 })
    expect(report.all.models).toEqual({ right: 1, wrong: 1, missed: 1 })
    expect(report.misses).toHaveLength(4)
  })
})

describe('share', () => {
  it('gives the Wilson interval, also at the ends and for nothing', () => {
    // Worked example: 81 of 263 gives 0.3080 with 0.2553 to 0.3662 (Newcombe, Statistics in Medicine 17, 1998, table I).
    const some = share(81, 263)!
    expect(some.low).toBeCloseTo(0.2553, 4)
    expect(some.high).toBeCloseTo(0.3662, 4)
    expect(share(20, 20)).toMatchObject({ value: 1, high: 1 })
    expect(share(0, 0)).toBeNull()
    expect(ratesOf({ right: 0, wrong: 0, missed: 0 })).toEqual({ precision: null, recall: null, f1: null })
    expect(ratesOf({ right: 6, wrong: 2, missed: 2 }).f1).toBeCloseTo(0.75)
  })
})

describe('reportText', () => {
  it('fits a terminal of 100 columns and shows every text and rate', () => {
    const report = evaluate(
      [text({ scores: [labelled], models: ['Harbor 2'] })],
      reading([score({}), score({ value: 7 })], ['Harbor 2']),
    )
    const shown = reportText(report)
    for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
    expect(shown).toContain('t1                1     1      0')
    expect(shown).toMatch(/scores\s+0\.500 \(0\.095–0\.905\)/)
    expect(missesText(report)).toBe('WRONG t1 score: Harbor 2 | - | GPQA Diamond | 7 <- Harbor 2 reached 81.5')
  })
})
