import type { Article } from '../article.ts'
import type { Fact } from '../claim.ts'
import { claimId } from './claim-id.ts'
import type { PlacedFact } from './fact-merge.ts'

/** A placed fact as a claim of its article, the quote cut from the article's text. */
export function claimOf(article: Article, fact: PlacedFact): Fact {
  const { start, end, claimant, model, variant, attribute, value, condition, restated } = fact
  return {
    type: 'fact',
    id: claimId(article.id, 'fact', start, end, [model, variant, attribute, value, condition].join('|')),
    article: article.id,
    start,
    end,
    quote: article.text.slice(start, end),
    claimant,
    restated,
    model,
    variant,
    attribute,
    value,
    condition,
  }
}
