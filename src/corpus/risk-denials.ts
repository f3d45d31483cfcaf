import type { Risk } from '../claim.ts'
import type { Finding } from '../storage/findings.ts'
import { type Disagreement, sideOf } from './disagreement.ts'

/** A reply that only says how much is done for safety denies nothing. */
const denies =
  /\b(?:not|no|never|nothing|none|den(?:y|ies|ied)|reject\w*|disput\w*|dismiss\w*|contradict\w*|refut\w*|false|untrue|wrong|baseless)\b|n['’]t\b/i

/** A denial against a report of the same risk: both stand. */
export function riskDenials(risks: Finding<Risk>[]): Disagreement[] {
  return risks.flatMap((finding) => {
    const denial = finding.claim.replies.find(({ kind }) => kind === 'denial')
    if (!denial || !denies.test(denial.quote)) return []
    const report = sideOf([finding], `“${finding.claim.quote}”`)
    const answer = {
      text: `denied: “${denial.quote}”`,
      claims: finding.claims.slice(0, 1),
      claimant: denial.claimant,
      at: finding.firstAt,
      published: finding.firstPublished,
    }
    const about = finding.claim.category.replace('_', ' ')
    return [
      {
        kind: 'conflict' as const,
        model: finding.claim.model ?? 'models in general',
        about,
        sides: [report, answer],
        reason: 'a denial against a report',
      },
    ]
  })
}
