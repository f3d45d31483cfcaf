import { hash } from 'node:crypto'
import type { Claim } from '../claim.ts'

/**
 * The id of a claim: `c` and 12 hex digits. It depends on nothing but where the claim stands and what it is about, so reading an
 * article again gives the same ids. `start`, `end`: offsets into the article's text. `key` tells apart two claims of one span,
 * such as model, benchmark and value.
 */
export function claimId(articleId: string, type: Claim['type'], start: number, end: number, key: string): string {
  return `c${hash('sha256', [articleId, type, start, end, key].join('\u0000'), 'hex').slice(0, 12)}`
}
