import type { Score } from '../claim.ts'
import { benchmarkKey, modelKey } from '../lexicon/keys.ts'
import type { Finding } from '../storage/findings.ts'
import { notComparable, sameNumber } from './comparable.ts'
import { type Disagreement, differentSources, groupsOf, sideOf } from './disagreement.ts'
import { scoreWords } from './score-words.ts'

/**
 * Numbers for one model on one benchmark that differ. Under the same setting they are in conflict, whoever claims them; where a setting differs or only one
 * side states it they are not comparable, with the reason. Rounding, bounds and copies are no difference. One entry a benchmark and kind; a pair
 * of numbers that is in conflict is not told again as not comparable.
 */
export function scoreConflicts(scores: Finding<Score>[]): Disagreement[] {
  const groups = Map.groupBy(scores, ({ claim }): string => `${modelKey(claim.model)}|${benchmarkKey(claim.benchmark)}`)
  return [...groups.values()].flatMap((group) => {
    const { model, benchmark } = group[0]!.claim
    const found: Disagreement[] = []
    const conflict = pairs(group, (reason) => reason === null)
    if (conflict.taking.size > 1)
      found.push({
        kind: 'conflict',
        model,
        about: benchmark,
        sides: sides(conflict.taking),
        reason: conflictReason(conflict.taking),
      })
    const told = [...conflict.taking]
    const known = (a: Score): boolean => told.some(({ claim }) => sameNumber(claim, a))
    const apart = pairs(group, (reason, a, b) => reason !== null && !(known(a) && known(b)))
    if (apart.taking.size > 1)
      found.push({ kind: 'not comparable', model, about: benchmark, sides: sides(apart.taking), reason: apart.reason })
    return found
  })
}

/** The findings of a group that take part in a pair of different numbers from different sources for which `wanted` holds, and the first pair's reason. */
function pairs(
  group: Finding<Score>[],
  wanted: (reason: string | null, a: Score, b: Score) => boolean,
): { taking: Set<Finding<Score>>; reason: string } {
  const taking = new Set<Finding<Score>>()
  let first = ''
  for (let left = 0; left < group.length; left++) {
    for (let right = left + 1; right < group.length; right++) {
      const [a, b] = [group[left]!, group[right]!]
      if (!differentSources(a, b) || sameNumber(a.claim, b.claim)) continue
      const reason = notComparable(a.claim, b.claim, [a.firstAt, b.firstAt])
      if (!wanted(reason, a.claim, b.claim)) continue
      taking.add(a)
      taking.add(b)
      if (first === '') first = reason ?? ''
    }
  }
  return { taking, reason: first }
}

/** One side for each number as it is shown. */
const sides = (taking: Iterable<Finding<Score>>) =>
  groupsOf(taking, (a, b) => scoreWords({ ...a, unit: 'points' }) === scoreWords({ ...b, unit: 'points' })).map((group) =>
    sideOf(group, scoreWords((group.find(({ claim }) => claim.unit === '%') ?? group[0]!).claim)),
  )

function conflictReason(taking: Iterable<Finding<Score>>): string {
  const kinds = new Set([...taking].map(({ claim }) => claim.claimant.kind))
  if (kinds.has('vendor') && kinds.has('independent')) return "the maker's number and an outside measurement differ"
  const makers = new Set([...taking].flatMap(({ claim: { claimant } }) => (claimant.kind === 'vendor' ? [claimant.name] : [])))
  if (makers.size > 1) return 'two makers give different numbers'
  return 'one test, no difference of setting stated, and numbers that differ'
}
