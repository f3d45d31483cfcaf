import { sql } from 'kysely'
import { corpusVersion } from './articles.ts'
import type { ModelTable } from './schema.ts'
import type { Store } from './store.ts'

/** Every model of the corpus, those with the newest articles first. */
export async function allModels(store: Store): Promise<ModelTable[]> {
  const rows = await store.db.selectFrom('model').selectAll().execute()
  return rows.sort((a, b) => (b.last_at ?? 0) - (a.last_at ?? 0) || b.topics - a.topics || (a.key < b.key ? -1 : 1))
}

/** Models that articles are about, newest first; up to four times `limit`, since the date that counts is found later. */
export async function newestModels(
  store: Store,
  filter: { vendor?: string; since?: number; limit: number },
): Promise<ModelTable[]> {
  return store.db
    .selectFrom('model')
    .selectAll()
    .where('topics', '>', 0)
    .$if(filter.vendor !== undefined, (query) => query.where('vendor', '=', filter.vendor!))
    .$if(filter.since !== undefined, (query) => query.where('first_at', '>=', filter.since!))
    .orderBy('first_at', 'desc')
    .orderBy('key')
    .limit(Math.min(200, filter.limit * 4))
    .execute()
}

/** These models, in the order of their keys. */
export async function modelsByKey(store: Store, keys: string[]): Promise<ModelTable[]> {
  if (keys.length === 0) return []
  return store.db.selectFrom('model').selectAll().where('key', 'in', keys).orderBy('key').execute()
}

/** A vendor's models that articles are about, newest first. */
export async function modelsOfVendor(store: Store, vendor: string, limit: number): Promise<ModelTable[]> {
  return store.db
    .selectFrom('model')
    .selectAll()
    .where('vendor', '=', vendor)
    .where('topics', '>', 0)
    .orderBy('first_at', 'desc')
    .orderBy('key')
    .limit(limit)
    .execute()
}

/** How many independent origins the articles about each model have. */
export async function originsAbout(store: Store, modelKeys: string[]): Promise<Map<string, number>> {
  if (modelKeys.length === 0) return new Map()
  const rows = await store.db
    .selectFrom('mention')
    .select(({ fn }) => ['model_key', fn.count<number>('origin').distinct().as('origins')])
    .where('model_key', 'in', modelKeys)
    .where('weight', '=', 2)
    .groupBy('model_key')
    .execute()
  return new Map(rows.map(({ model_key, origins }) => [model_key, Number(origins)]))
}

export interface ArticleLine {
  id: string
  title: string
  publisher: string | null
  url: string | null
  published: string | null
  publishedAt: number | null
  form: 'article' | 'notes'
  kind: string
  origin: string
  weight: number
}

/** The articles that name one of these models, newest first, undated last. `leastWeight` 2 asks for those about it. */
export async function articlesOn(store: Store, modelKeys: string[], leastWeight: 0 | 1 | 2, limit = 500): Promise<ArticleLine[]> {
  const rows = await store.db
    // chosen from the index of mentions alone, before any article is read
    .selectFrom((inner) =>
      inner
        .selectFrom('mention')
        .select(({ fn }) => ['mention.article', fn.max('mention.weight').as('weight')])
        .where('mention.model_key', 'in', modelKeys)
        .where('mention.weight', '>=', leastWeight)
        .groupBy(['mention.article', 'mention.published_at'])
        .orderBy(sql`mention.published_at desc nulls last`)
        .orderBy('mention.article')
        .limit(limit)
        .as('named'),
    )
    .innerJoin('article', 'article.id', 'named.article')
    .select([...lineColumns, 'named.weight'])
    .execute()
  return rows.map(articleLine).sort((a, b) => (b.publishedAt ?? -1) - (a.publishedAt ?? -1) || (a.id < b.id ? -1 : 1))
}

/** The columns of an article's line. */
export const lineColumns = [
  'article.id',
  'article.title',
  'article.publisher',
  'article.url',
  'article.published',
  'article.published_at',
  'article.form',
  'article.kind',
  'article.origin',
] as const

/** A stored row as an article's line. */
export const articleLine = <R extends { published_at: number | null; form: string; weight: number }>({
  published_at,
  form,
  weight,
  ...row
}: R) => ({
  ...row,
  weight: Number(weight),
  publishedAt: published_at,
  form: form === 'notes' ? ('notes' as const) : ('article' as const),
})

/** The newest articles of the corpus; `weight` is 2, since nothing is asked of a model. */
export async function latestArticles(store: Store, limit: number): Promise<ArticleLine[]> {
  const rows = await store.db
    .selectFrom('article')
    .select([...lineColumns])
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => articleLine({ ...row, weight: 2 }))
}

export interface Freshness {
  articles: number
  origins: number
  newest: string | null
}

/** How much was read on these models (all, where none is given), and how new it is. */
export async function freshnessOf(store: Store, modelKeys: string[] | null): Promise<Freshness> {
  if (modelKeys === null) return freshnessOfAll(store)
  if (modelKeys.length === 0) return { articles: 0, origins: 0, newest: null }
  const row = await store.db
    .selectFrom('mention')
    .select(({ fn }) => [
      fn.count<number>('article').distinct().as('articles'),
      fn.count<number>('origin').distinct().as('origins'),
      fn.max('published').as('newest'),
    ])
    .where('model_key', 'in', modelKeys)
    .executeTakeFirstOrThrow()
  return { articles: Number(row.articles), origins: Number(row.origins), newest: row.newest ?? null }
}

/** The same until an article is saved or removed, and asked for at nearly every answer. */
const known = new WeakMap<Store, { version: string; freshness: Freshness }>()

async function freshnessOfAll(store: Store): Promise<Freshness> {
  const version = await corpusVersion(store)
  const before = known.get(store)
  if (before?.version === version) return before.freshness
  // grouped, the origins come in the order of their index; `count(distinct …)` would gather them first
  const byOrigin = store.db
    .selectFrom('article')
    .select(({ fn }) => [fn.countAll<number>().as('articles'), fn.max('published').as('newest')])
    .groupBy('origin')
    .as('story')
  const row = await store.db
    .selectFrom(byOrigin)
    .select(({ fn }) => [
      fn.sum<number | null>('articles').as('articles'),
      fn.countAll<number>().as('origins'),
      fn.max('newest').as('newest'),
    ])
    .executeTakeFirstOrThrow()
  const freshness = { articles: Number(row.articles ?? 0), origins: Number(row.origins), newest: row.newest ?? null }
  known.set(store, { version, freshness })
  return freshness
}
