import type { BlockOf } from '../message/message.ts'
import type { Freshness } from '../storage/models.ts'

/** How much was read for this answer and how new it is: "From 12 articles (9 independent origins), newest 2026-06-30." */
export function freshnessLine(freshness: Freshness, about: string): BlockOf<'context'> {
  if (freshness.articles === 0) return { type: 'context', text: [`No article in the corpus names ${about}.`] }
  const articles = freshness.articles === 1 ? '1 article' : `${freshness.articles.toLocaleString('en-US')} articles`
  const origins =
    freshness.origins === freshness.articles
      ? ''
      : ` (${freshness.origins} independent ${freshness.origins === 1 ? 'origin' : 'origins'})`
  const newest = freshness.newest ? `, newest ${freshness.newest}` : ', none of them dated'
  return { type: 'context', text: [`Read for this: ${articles} on ${about}${origins}${newest}.`] }
}
