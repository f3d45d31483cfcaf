import type { Claim, Claimant } from '../claim.ts'
import type { Finding } from '../storage/findings.ts'

/**
 * `conflict`: the same thing has two values. `not comparable`: two values that may look like a conflict, with the reason why they are none.
 * `changed`: a later source states a new value of something that changes (price, licence, availability).
 */
export type DisagreementKind = 'conflict' | 'changed' | 'not comparable'

/** One side: what some sources say. */
export interface Side {
  text: string
  claims: string[]
  /** Of several, the one that says most: an independent tester, then the vendor, then the press. */
  claimant: Claimant
  /** Epoch milliseconds of the oldest article that says so. */
  at: number | null
  /** The same as a date as it is known, YYYY-MM-DD or YYYY-MM: what a person is shown. */
  published: string | null
}

export interface Disagreement {
  kind: DisagreementKind
  model: string
  about: string
  sides: Side[]
  /** Why the sides are not comparable, or the rule by which they are a conflict. */
  reason: string
  /** What the sources themselves do (whom they measure against, what they call a lab): who is quoted there does not matter. */
  sourcesOwn?: true
}

const standing = { independent: 0, vendor: 1, press: 2, unstated: 3 } as const
/** A side cites no more claims than these. */
const mostClaims = 8

/** Findings that say the same as one side. */
export function sideOf(findings: readonly Finding<Claim>[], text: string): Side {
  const oldest = findings.reduce((a, b) =>
    (b.firstAt ?? Number.POSITIVE_INFINITY) < (a.firstAt ?? Number.POSITIVE_INFINITY) ? b : a,
  )
  const claimants = findings.map(({ claim }) => claim.claimant)
  return {
    text,
    claims: [...new Set(findings.flatMap(({ claims }) => claims))].slice(0, mostClaims),
    claimant: claimants.reduce((a, b) => (standing[b.kind] < standing[a.kind] ? b : a)),
    at: oldest.firstAt,
    published: oldest.firstPublished,
  }
}

/** Findings put together where `same` holds, in order of date: each group is what one side says. */
export function groupsOf<C extends Claim>(findings: Iterable<Finding<C>>, same: (a: C, b: C) => boolean): Finding<C>[][] {
  const groups: Finding<C>[][] = []
  const sorted = [...findings].sort(
    (a, b) => (a.firstAt ?? Number.POSITIVE_INFINITY) - (b.firstAt ?? Number.POSITIVE_INFINITY) || (a.id < b.id ? -1 : 1),
  )
  for (const finding of sorted) {
    const group = groups.find((others) => others.every(({ claim }) => same(claim, finding.claim)))
    if (group) group.push(finding)
    else groups.push([finding])
  }
  return groups
}

/** Two findings of different articles; what one article says twice is no disagreement between sources. */
export const differentSources = (a: Finding<Claim>, b: Finding<Claim>): boolean => a.claim.article !== b.claim.article

/** Sources further apart in time than this may well speak of other rivals. */
const speakingTogether = 45 * 24 * 60 * 60 * 1000

/** Whether two dates (epoch milliseconds) are near enough for their sources to speak of the same rivals; unknown ones are taken to be. */
export const sameTime = (a: { firstAt: number | null }, b: { firstAt: number | null }): boolean =>
  a.firstAt === null || b.firstAt === null || Math.abs(a.firstAt - b.firstAt) <= speakingTogether
