import type { ClaimantKind, Score } from '../claim.ts'
import { canonicalBenchmark } from '../lexicon/canonical.ts'
import type { Finding } from '../storage/findings.ts'

/** One model's number on a benchmark. */
export interface Standing {
  score: Score
  claims: string[]
  origins: number
  lastAt: number | null
}
/** All numbers on one benchmark; each kind of claimant is a list of its own, best first. */
export interface Standings {
  benchmark: string
  category: string | null
  lowerIsBetter: boolean
  groups: { by: ClaimantKind; standings: Standing[] }[]
}

const kinds = ['independent', 'vendor', 'unstated'] as const

/** Orders the numbers on one benchmark, kinds of claimant apart: a vendor's number is never ranked among independent ones. */
export function standings(benchmark: string, findings: Finding<Score>[]): Standings {
  const known = canonicalBenchmark(benchmark)
  const lowerIsBetter = known?.direction === 'lower'
  const sign = lowerIsBetter ? 1 : -1
  const groups = kinds.map((by) => ({
    by,
    standings: findings
      .filter(({ claim }) => (claim.claimant.kind === 'press' ? 'unstated' : claim.claimant.kind) === by)
      .map(({ claim, claims, origins, lastAt }) => ({ score: claim, claims, origins, lastAt }))
      .sort((a, b) => sign * (a.score.value - b.score.value) || b.origins - a.origins || (a.score.id < b.score.id ? -1 : 1)),
  }))
  return {
    benchmark,
    category: known?.category ?? null,
    lowerIsBetter,
    groups: groups.filter((group) => group.standings.length > 0),
  }
}
