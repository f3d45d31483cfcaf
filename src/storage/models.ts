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
  const rows = await store.db
    .selectFrom('mention')
    .innerJoin('article', 'article.id', 'mention.article')
    .select(({ fn }) => ['model_key', fn.count<number>('article.origin').distinct().as('origins')])
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
    .selectFrom('mention')
    .innerJoin('article', 'article.id', 'mention.article')
    .select(['article.id', 'title', 'publisher', 'url', 'article.published', 'article.published_at', 'form', 'kind', 'origin'])
    .select(({ fn }) => fn.max('mention.weight').as('weight'))
    .where('mention.model_key', 'in', modelKeys)
    .where('mention.weight', '>=', leastWeight)
    .groupBy(['article.id', 'title', 'publisher', 'url', 'article.published', 'article.published_at', 'form', 'kind', 'origin'])
    .orderBy('article.published_at', 'desc')
    .orderBy('article.id')
    .limit(limit)
    .execute()
  return rows
    .map(({ published_at, form, ...row }) => ({
      ...row,
      publishedAt: published_at,
      form: form === 'notes' ? ('notes' as const) : ('article' as const),
    }))
    .sort((a, b) => (b.publishedAt ?? -1) - (a.publishedAt ?? -1) || (a.id < b.id ? -1 : 1))
}

/** The newest articles of the corpus; `weight` is 2, since nothing is asked of a model. */
export async function latestArticles(store: Store, limit: number): Promise<ArticleLine[]> {
  const rows = await store.db
    .selectFrom('article')
    .select(['id', 'title', 'publisher', 'url', 'published', 'published_at', 'form', 'kind', 'origin'])
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ published_at, form, ...row }) => ({
    ...row,
    publishedAt: published_at,
    form: form === 'notes' ? ('notes' as const) : ('article' as const),
    weight: 2,
  }))
}

export interface Freshness {
  articles: number
  origins: number
  newest: string | null
}

/** How much was read on these models (all, where none is given), and how new it is. */
export async function freshnessOf(store: Store, modelKeys: string[] | null): Promise<Freshness> {
  const base =
    modelKeys === null
      ? store.db.selectFrom('article')
      : store.db
          .selectFrom('article')
          .where('article.id', 'in', store.db.selectFrom('mention').select('article').where('model_key', 'in', modelKeys))
  const row = await base
    .select(({ fn }) => [
      fn.countAll<number>().as('articles'),
      fn.count<number>('article.origin').distinct().as('origins'),
      fn.max('article.published').as('newest'),
    ])
    .executeTakeFirstOrThrow()
  return { articles: Number(row.articles), origins: Number(row.origins), newest: row.newest ?? null }
}
