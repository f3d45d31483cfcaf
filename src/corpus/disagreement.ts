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
  claimant: Claimant
  /** Epoch milliseconds of the oldest article that says so. */
  at: number | null
}

export interface Disagreement {
  kind: DisagreementKind
  model: string
  about: string
  sides: Side[]
  /** Why the sides are not comparable, or the rule by which they are a conflict. */
  reason: string
}

/** A finding as one side. */
export function sideOf(finding: Finding<Claim>, text: string): Side {
  return { text, claims: finding.claims, claimant: finding.claim.claimant, at: finding.firstAt }
}

/** Two findings of different articles; what one article says twice is no disagreement between sources. */
export const differentSources = (a: Finding<Claim>, b: Finding<Claim>): boolean => a.claim.article !== b.claim.article
