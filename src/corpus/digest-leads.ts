import type { ClaimantKind, Score } from '../claim.ts'
import { benchmarkKey, modelKey } from '../lexicon/keys.ts'
import { type Finding, findingsOnSubject } from '../storage/findings.ts'
import type { Store } from '../storage/store.ts'
import { notComparable } from './comparable.ts'
import { type Standing, standings } from './standings.ts'

/** A model that is first on a benchmark, among numbers of one kind of claimant taken under the same setting. `rivals` follow, best first, one a model. */
export interface Lead {
  model: string
  benchmark: string
  by: ClaimantKind
  top: Standing
  rivals: Standing[]
  lowerIsBetter: boolean
}

/** Being first of fewer models than this says little. */
const leastRivals = 2
const mostRivals = 7
const mostBenchmarks = 12
const trust: ClaimantKind[] = ['independent', 'vendor', 'press', 'unstated']

/** The benchmarks on which a model's new numbers are the best comparable ones; independent numbers first, then the larger fields. */
export async function leadsOf(store: Store, model: string, scores: Finding<Score>[]): Promise<Lead[]> {
  const key = modelKey(model)
  const own = scores.filter(({ claim }) => modelKey(claim.model) === key)
  const benchmarks = new Map(own.map(({ claim }) => [benchmarkKey(claim.benchmark), claim.benchmark]))
  const leads: Lead[] = []
  for (const [subject, benchmark] of [...benchmarks].slice(0, mostBenchmarks)) {
    const { groups, lowerIsBetter } = standings(benchmark, await findingsOnSubject(store, 'score', subject))
    for (const { by, standings: list } of groups) {
      const [top] = list
      if (!top || modelKey(top.score.model) !== key || !own.some(({ claim }) => claim.id === top.score.id)) continue
      const rivals: Standing[] = []
      for (const standing of list) {
        const another = modelKey(standing.score.model)
        if (another === key || rivals.some(({ score }) => modelKey(score.model) === another)) continue
        if (notComparable(top.score, standing.score, [top.lastAt, standing.lastAt]) === null) rivals.push(standing)
      }
      if (rivals.length < leastRivals || rivals[0]!.score.value === top.score.value) continue
      leads.push({ model, benchmark, by, top, rivals: rivals.slice(0, mostRivals), lowerIsBetter })
    }
  }
  return leads.sort(
    (a, b) =>
      trust.indexOf(a.by) - trust.indexOf(b.by) ||
      b.rivals.length - a.rivals.length ||
      (a.benchmark < b.benchmark ? -1 : a.benchmark > b.benchmark ? 1 : 0),
  )
}
