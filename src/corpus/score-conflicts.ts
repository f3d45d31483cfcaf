import type { Score } from '../claim.ts'
import { benchmarkKey, modelKey } from '../lexicon/keys.ts'
import type { Finding } from '../storage/findings.ts'
import { notComparable, sameNumber } from './comparable.ts'
import { type Disagreement, differentSources, sideOf } from './disagreement.ts'
import { scoreWords } from './score-words.ts'

/**
 * Numbers for one model on one benchmark that differ. Under the same setting they are in conflict, whoever claims them; where a setting differs or only one
 * side states it they are not comparable, with the reason. Rounding, bounds and copies are no difference. One entry a benchmark and kind.
 */
export function scoreConflicts(scores: Finding<Score>[]): Disagreement[] {
  const groups = Map.groupBy(scores, ({ claim }): string => `${modelKey(claim.model)}|${benchmarkKey(claim.benchmark)}`)
  return [...groups.values()].flatMap((group) => {
    const { model, benchmark } = group[0]!.claim
    const conflict = sides(group, (reason) => reason === null)
    const apart = sides(group, (reason) => reason !== null)
    const found: Disagreement[] = []
    if (conflict) {
      found.push({
        kind: 'conflict',
        model,
        about: benchmark,
        sides: conflict.findings.map((finding) => sideOf(finding, scoreWords(finding.claim))),
        reason: 'same benchmark and setting, two numbers',
      })
    }
    if (apart) {
      found.push({
        kind: 'not comparable',
        model,
        about: benchmark,
        sides: apart.findings.map((finding) => sideOf(finding, scoreWords(finding.claim))),
        reason: apart.reason,
      })
    }
    return found
  })
}

/** The findings of a group that take part in a pair of different numbers from different sources for which `wanted` holds, and the first pair's reason. */
function sides(
  group: Finding<Score>[],
  wanted: (reason: string | null) => boolean,
): { findings: Finding<Score>[]; reason: string } | null {
  const taking = new Set<Finding<Score>>()
  let first = ''
  for (let left = 0; left < group.length; left++) {
    for (let right = left + 1; right < group.length; right++) {
      const [a, b] = [group[left]!, group[right]!]
      if (!differentSources(a, b) || sameNumber(a.claim, b.claim)) continue
      const reason = notComparable(a.claim, b.claim, [a.firstAt, b.firstAt])
      if (!wanted(reason)) continue
      taking.add(a)
      taking.add(b)
      if (first === '') first = reason ?? 'conflict'
    }
  }
  return taking.size < 2
    ? null
    : { findings: [...taking].sort((a, b) => (a.firstAt ?? 0) - (b.firstAt ?? 0) || (a.id < b.id ? -1 : 1)), reason: first }
}
