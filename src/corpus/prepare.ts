import type { Article } from '../article.ts'
import type { Reading } from '../claim.ts'
import { vendorOf } from '../lexicon/canonical.ts'
import { modelKey as canonicalKey } from '../lexicon/keys.ts'
import type { Prepared } from '../storage/articles.ts'
import { claimModelKey, claimRank, findingId, plainValue, subjectKey } from './finding.ts'
import { likenessOf } from './likeness.ts'
import { topicsOf } from './topics.ts'

/** Epoch milliseconds of a YYYY-MM-DD or YYYY-MM (its first day), in UTC; null where unknown. */
export function publishedAt(published: string | null): number | null {
  if (published === null) return null
  const [year, month, day] = published.split('-').map(Number)
  return Date.UTC(year!, month! - 1, day ?? 1)
}

/** Everything that is derived from an article and its reading before it is saved. `reader` names the reader's version, `readAt` is epoch milliseconds. */
export function prepare(article: Article, reading: Reading, reader: string, readAt: number): Prepared {
  const stated = new Map<string, string>()
  for (const claim of reading.claims) {
    if (claim.type === 'fact' && claim.attribute === 'vendor') stated.set(claimModelKey(claim)!, claim.value)
  }
  return {
    article,
    publishedAt: publishedAt(article.published),
    publisherKey: plainValue(article.publisher ?? ''),
    claims: reading.claims.map((claim) => ({
      claim,
      finding: findingId(claim),
      modelKey: claimModelKey(claim),
      subjectKey: subjectKey(claim),
      rivalKey: claim.type === 'order' ? canonicalKey(claim.rival) : null,
      rank: claimRank(claim),
    })),
    mentions: [...topicsOf(article, reading)].map(([modelKey, { name, weight }]) => ({
      modelKey,
      name,
      vendor: vendorOf(name) ?? stated.get(modelKey) ?? null,
      weight,
    })),
    likeness: likenessOf(article, reading.claims),
    unparsed: reading.unparsed,
    reader,
    readAt,
  }
}
