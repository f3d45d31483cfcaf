import { sql } from 'kysely'
import type { Claim } from '../claim.ts'
import type { Store } from './store.ts'

/** On Postgres ranking reads every match: only the newest so many are ranked. */
const mostRanked = 500

/**
 * Articles that hold any of the words, best first: the engine's own full-text index with its own ranking (BM25 on SQLite, ts_rank on Postgres), so the
 * order may differ between engines. Words are plain text, never query syntax.
 */
export async function searchArticles(store: Store, words: string[], limit: number): Promise<string[]> {
  const plain = [
    ...new Set(
      words.map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}.-]+/gu, '')).filter((word) => /[\p{L}\p{N}]/u.test(word)),
    ),
  ]
  if (plain.length === 0) return []
  if (store.engine === 'sqlite') return searchSqlite(store, plain, limit)
  const { rows } = await sql<{ id: string }>`
    with query as (select string_agg(plainto_tsquery('english', word)::text, ' | ')::tsquery as q from unnest(${sql.val(plain)}::text[]) as word
      where plainto_tsquery('english', word)::text <> ''),
    matching as (select id, search from article, query where search @@ q order by published_at desc nulls last, id limit ${mostRanked})
    select id from matching, query order by ts_rank(search, q, 1) desc, id limit ${limit}`.execute(store.db)
  return rows.map(({ id }) => id)
}

/** A word in more articles than these tells them apart little, and ranking all of them takes longer than an answer may. */
const mostMatches = 10_000

async function searchSqlite(store: Store, words: string[], limit: number): Promise<string[]> {
  const telling: string[] = []
  for (const word of words.map((word) => `"${word}"`)) {
    const { rows } = await sql<{ matches: number }>`
      select count(*) as matches from (select 1 from article_search where article_search match ${word} limit ${mostMatches + 1})`.execute(
      store.db,
    )
    if (rows[0]!.matches <= mostMatches) telling.push(word)
  }
  // where no word is rare, those read last are ranked
  const since = telling.length > 0 ? sql`` : sql`and article_search.rowid > (select max(seq) from article) - ${mostMatches}`
  const query = (telling.length > 0 ? telling : words.map((word) => `"${word}"`)).join(' OR ')
  const { rows } = await sql<{ id: string }>`
    select article.id from article_search join article on article.seq = article_search.rowid
    where article_search match ${query} ${since} order by bm25(article_search, 4.0, 1.0), article.id limit ${limit}`.execute(
    store.db,
  )
  return rows.map(({ id }) => id)
}

/** Every claim of some articles. */
export async function claimsOfArticles(store: Store, articles: string[], limit = 2000): Promise<Claim[]> {
  if (articles.length === 0) return []
  const rows = await store.db
    .selectFrom('claim')
    .select('body')
    .where('article', 'in', articles)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ body }) => JSON.parse(body) as Claim)
}
