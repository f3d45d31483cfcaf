import type { Claim } from '../claim.ts'
import type { Finding } from '../storage/findings.ts'
import { type Disagreement, groupsOf, sideOf } from './disagreement.ts'

type Outlook = 'open source is over' | 'later versions may be open'

const open = '(?:open[- ]?(?:source|sourced|sourcing|weights?)|openness|open(?:ed|ly)?)'
const later = new RegExp(
  `\\b(?:future|later|next|subsequent|coming|upcoming) (?:versions?|iterations?|models?|releases?|generations?)\\b[^.;]{0,60}\\b${open}\\b|\\b${open}\\b[^.;]{0,20} (?:future|later|next|subsequent|upcoming) (?:versions?|iterations?|models?|releases?|generations?)\\b`,
  'i',
)
const over = new RegExp(
  `\\b(?:no more|no longer|end(?:s|ed|ing)? (?:of )?(?:its |the )?|abandon(?:s|ed|ing)? (?:its |the )?|giv(?:es|ing) up (?:its |the )?|gave up (?:its |the )?|break(?:s|ing)? with (?:its |the )?) ?${open}\\b|\\b${open} is (?:over|gone|dead|finished|history)\\b`,
  'i',
)
const conditional = /^if\b|\bif (?:future|later|it|they)\b|\bwhether\b|\?$/i

/** What a sentence says of a closed maker's next models, or null: a condition ("if later versions become open") says nothing. */
export function outlookOf(quote: string): Outlook | null {
  const sentence = quote.replace(/[\u2010-\u2012]/g, '-')
  if (conditional.test(sentence)) return null
  if (later.test(sentence)) return 'later versions may be open'
  return over.test(sentence) ? 'open source is over' : null
}

/** Sources of which one says that open releases have ended and another that later versions may be open. `said`: what is said of the model. */
export function opennessConflicts(model: string, said: readonly Finding<Claim>[]): Disagreement[] {
  const found = said.filter(({ claim }) => outlookOf(claim.quote) !== null)
  const groups = groupsOf(found, (a, b) => outlookOf(a.quote) === outlookOf(b.quote))
  if (new Set(found.map(({ claim }) => claim.article)).size < 2 || groups.length < 2) return []
  return [
    {
      kind: 'conflict',
      model,
      about: 'openness',
      sourcesOwn: true,
      sides: groups.map((group) => sideOf(group, outlookOf(group[0]!.claim.quote)!)),
      reason: 'one source has open releases end, another expects them again',
    },
  ]
}
