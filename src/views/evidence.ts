import type { Claim } from '../claim.ts'
import { scoreWords } from '../corpus/score-words.ts'
import type { Citation, Draft } from '../message/message.ts'
import { claimantText } from './claimant-text.ts'

/** How much of the text around a sentence is shown, in characters to each side. */
const around = 240

/** What a claim was read from: the sentence in its place, the article, its date, who claims it. */
export function evidenceView(claim: Claim, citation: Citation, text: string): Draft {
  const before = text.slice(Math.max(0, claim.start - around), claim.start)
  const after = text.slice(claim.end, claim.end + around)
  const from = claim.start > around ? `…${before.slice(before.search(/\s/) + 1)}` : before
  const lastSpace = after.search(/\s\S*$/)
  const to = claim.end + around < text.length && lastSpace > 0 ? `${after.slice(0, lastSpace)}…` : after
  const severity = claim.type === 'risk' ? [{ label: 'Severity', value: [`${claim.severity}, by the rule “${claim.rule}”`] }] : []
  return {
    title: `Evidence: ${claimTitle(claim)}`,
    blocks: [
      { type: 'quote', text: [squeeze(from), { text: squeeze(claim.quote), bold: true, cite: [claim.id] }, squeeze(to)] },
      {
        type: 'fields',
        fields: [
          { label: 'Claimed by', value: [claimantText(claim.claimant)] },
          { label: 'Article', value: [citation.url ? { text: citation.title, url: citation.url } : citation.title] },
          { label: 'Publisher', value: [citation.publisher ?? 'not known'] },
          { label: 'Date', value: [citation.published ?? 'undated'] },
          {
            label: 'Wording',
            value: [
              citation.form === 'notes' ? 'notes in our own words on the source; figures are the source’s' : 'as published',
            ],
          },
          ...severity,
        ],
      },
    ],
  }
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ')

/** A claim in a few words. */
export function claimTitle(claim: Claim): string {
  switch (claim.type) {
    case 'score':
      return `${claim.model}, ${claim.benchmark}: ${scoreWords(claim)}`
    case 'order':
      return `${claim.model} ${{ ahead: 'ahead of', behind: 'behind', level: 'level with' }[claim.relation]} ${claim.rival}${claim.benchmark ? ` on ${claim.benchmark}` : claim.field ? ` in ${claim.field}` : ''}`
    case 'fact':
      return `${claim.model}, ${claim.attribute.replace('_', ' ')}: ${claim.value}`
    case 'risk':
      return `a risk of ${claim.model ?? 'models in general'}`
    case 'statement':
      return claim.model ?? 'a statement'
  }
}
