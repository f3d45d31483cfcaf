import type { Claim } from '../claim.ts'
import { findingId } from './finding.ts'

/** Which claims a new version of an article makes no more, and which it makes for the first time. What says the same in other words is no change. */
export function versionChanges(before: readonly Claim[], after: readonly Claim[]): { gone: Claim[]; come: Claim[] } {
  const had = new Set(before.map(findingId))
  const has = new Set(after.map(findingId))
  return { gone: before.filter((claim) => !has.has(findingId(claim))), come: after.filter((claim) => !had.has(findingId(claim))) }
}
