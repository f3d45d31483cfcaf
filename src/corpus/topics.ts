import type { Article } from '../article.ts'
import type { Reading } from '../claim.ts'
import { canonicalVendor } from '../lexicon/canonical.ts'
import { findModels } from '../lexicon/find-models.ts'
import { modelKey } from '../lexicon/keys.ts'

/** A round-up names many models in its title or declares many; beyond this it is about none of them in particular. */
const mostTopics = 5

/**
 * How much an article is about each model it names: 2 its topic (in the title, or declared first), 1 compared or with claims of its own, 0 named.
 * Comparison pieces have several topics, and so serve several launches without joining them.
 */
export function topicsOf(article: Article, reading: Reading): Map<string, { name: string; weight: 0 | 1 | 2 }> {
  const weights = new Map<string, { name: string; weight: 0 | 1 | 2 }>()
  for (const name of reading.models) weights.set(modelKey(name), { name, weight: 0 })
  for (const claim of reading.claims) {
    if (claim.model !== null && claim.type !== 'statement') weights.set(modelKey(claim.model), { name: claim.model, weight: 1 })
    if (claim.type === 'order' && canonicalVendor(claim.rival) !== claim.rival)
      weights.set(modelKey(claim.rival), { name: claim.rival, weight: 1 })
  }
  const titled = findModels(article.title)
    .filter((found) => !found.short)
    .map((found) => found.name)
  const declared = article.models.slice(0, 1)
  const topics = [...new Set([...declared, ...titled])]
  if (topics.length <= mostTopics) for (const name of topics) weights.set(modelKey(name), { name, weight: 2 })
  if (topics.length === 0 && reading.models[0]) weights.set(modelKey(reading.models[0]), { name: reading.models[0], weight: 2 })
  return weights
}
