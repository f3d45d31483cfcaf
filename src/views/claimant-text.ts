import type { ClaimantKind } from '../claim.ts'
import type { Span } from '../message/message.ts'

/** Who stands behind a number, in words short enough for a table: "vendor", "Artificial Analysis", "unstated". */
export function claimantText(claimant: { kind: ClaimantKind; name: string | null }): string {
  if (claimant.kind === 'independent') return claimant.name ?? 'independent'
  if (claimant.kind === 'vendor') return claimant.name ? `vendor (${claimant.name})` : 'vendor'
  return claimant.kind === 'press' ? (claimant.name ?? 'press') : 'unstated'
}

/** A statement with what it rests on: at most `most` claims are cited, the oldest first. */
export function cited(text: string, claims: string[], style: Omit<Span, 'text' | 'cite'> = {}, most = 4): Span {
  return { text, ...style, cite: claims.slice(0, most) }
}
