import { describe, expect, it } from 'vitest'
import type { Score } from '../../src/claim.ts'
import { notComparable, sameNumber } from '../../src/corpus/comparable.ts'
import { scoreOf } from '../made-claims.ts'

const score = (change: Partial<Score> = {}): Score => ({ ...scoreOf('a', 'GLM-5', 'MMMU-Pro', 71.2), ...change })
const day = 24 * 60 * 60 * 1000

describe('whether two numbers may stand beside each other', () => {
  it('sees nothing against numbers of one setting', () => {
    expect(notComparable(score(), score({ value: 74.9 }))).toBeNull()
    expect(notComparable(score({ setting: { tools: 'with tools' } }), score({ setting: { tools: 'With Tools' } }))).toBeNull()
  })

  it.each<[string, Partial<Score>, Partial<Score>]>([
    ['other version of the benchmark', { setting: { version: '2.0' } }, { setting: { version: '2.1' } }],
    ['other subset', { setting: { subset: 'public' } }, { setting: { subset: 'private' } }],
    ['other harness', { setting: { harness: 'Codex CLI' } }, {}],
    ['other use of tools', { setting: { tools: 'with tools' } }, { setting: { tools: 'without tools' } }],
    ['other number of attempts', { setting: { attempts: 'pass@1' } }, { setting: { attempts: 'pass@5' } }],
    ['other number of shots', { setting: { shots: '5-shot' } }, {}],
    ['other number of agents', { setting: { agents: '16 agents' } }, {}],
    ['other effort level', { setting: { effort: 'xhigh' } }, { setting: { effort: 'medium' } }],
    ['preview against the shipped model', { setting: { preview: 'preview' } }, {}],
    ['measured at another date', { setting: { date: '2026-01' } }, { setting: { date: '2026-04' } }],
    ['other variant', { variant: 'Thinking' }, {}],
    ['one was run in a mode', { quote: 'In this mode GLM-5 scores 80 on MMMU-Pro.' }, {}],
  ])('gives the reason: %s', (reason, one, other) => {
    expect(notComparable(score(one), score(other))).toContain(reason)
    expect(notComparable(score(other), score(one))).toContain(reason)
  })

  it('leaves out what the name of the test says already', () => {
    const [one, other] = [
      score({ benchmark: 'Terminal-Bench 2.0', setting: { version: '2.0' } }),
      score({ benchmark: 'Terminal-Bench 2.0' }),
    ]
    expect(notComparable(one, other)).toBeNull()
  })

  it('does not compare ratings that are months apart, as they move', () => {
    const [one, other] = [score({ unit: 'elo', value: 1480 }), score({ unit: 'elo', value: 1505 })]
    expect(notComparable(one, other, [0, 20 * day])).toBeNull()
    expect(notComparable(one, other, [0, 90 * day])).toBe('rating taken at another date')
    expect(notComparable(one, other, [0, null])).toBeNull()
  })
})

describe('whether two numbers say the same', () => {
  it.each<[Partial<Score>, Partial<Score>, boolean]>([
    [{ value: 42.8, unit: '%' }, { value: 42.8, unit: 'points' }, true],
    [{ value: 80 }, { value: 80.4 }, true],
    [{ value: 80 }, { value: 80.6 }, false],
    [{ value: 80.4 }, { value: 80.5 }, false],
    [{ value: 80, approximate: true }, { value: 80.9 }, true],
    [{ value: 80, approximate: true }, { value: 82 }, false],
    [{ value: 80, bound: 'at least' }, { value: 91 }, true],
    [{ value: 80, bound: 'at least' }, { value: 79 }, false],
    [{ value: 80, bound: 'at most' }, { value: 71 }, true],
  ])('%j and %j: %s', (one, other, same) => {
    expect(sameNumber(score(one), score(other))).toBe(same)
    expect(sameNumber(score(other), score(one))).toBe(same)
  })
})
