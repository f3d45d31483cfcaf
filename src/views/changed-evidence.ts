import type { Claim } from '../claim.ts'
import type { Citation, Draft } from '../message/message.ts'
import { evidenceView } from './evidence.ts'

/** What an article said until its text changed, marked as changed: it says so no more. `until` is epoch milliseconds. */
export function changedEvidenceView(old: { claim: Claim; citation: Citation; text: string; until: number }): Draft {
  const { title, blocks } = evidenceView(old.claim, old.citation, old.text)
  const day = new Date(old.until).toISOString().slice(0, 10)
  return {
    title: `Changed. ${title}`,
    blocks: [
      {
        type: 'paragraph',
        text: [{ text: 'Changed', bold: true }, ` on ${day}: the article said this before, and its text is another one now.`],
      },
      ...blocks,
    ],
    citations: { [old.claim.id]: old.citation },
  }
}
