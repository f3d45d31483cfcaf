import type { Claim } from '../claim.ts'
import { type Finding, finding, findingColumns } from './findings.ts'
import { slices } from './slices.ts'
import type { Store } from './store.ts'

/**
 * Which articles count as new: those noticed after the last digest (`seq`, numbers of known_article), or, for a sample, those published in a span of days
 * (`published_at`, epoch milliseconds). Above `since`, up to `upTo`.
 */
export interface Window {
  by: 'seq' | 'published_at'
  since: number
  upTo: number
}

const column = ({ by }: Window) => `known_article.${by}` as const

/** What nobody said before the window and somebody says in it, of one type. At most `limit`, best ranked first. */
export async function newFindings<T extends Claim['type']>(
  store: Store,
  window: Window,
  type: T,
  limit: number,
): Promise<Finding<Extract<Claim, { type: T }>>[]> {
  const rows = await store.db
    .selectFrom('finding')
    .select(findingColumns)
    .where('type', '=', type)
    .where('id', 'in', (query) =>
      query
        .selectFrom('known_article')
        .innerJoin('claim', 'claim.article', 'known_article.article')
        .select('claim.finding')
        .where(column(window), '>', window.since)
        .where(column(window), '<=', window.upTo)
        .where('claim.type', '=', type),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('claim')
            .innerJoin('known_article', 'known_article.article', 'claim.article')
            .select('claim.id')
            .whereRef('claim.finding', '=', 'finding.id')
            .where(column(window), '<=', window.since),
        ),
      ),
    )
    .orderBy('rank', 'desc')
    .orderBy('origins', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(finding) as Finding<Extract<Claim, { type: T }>>[]
}

/** How the window's articles speak of each model: whether one is about it, how many independent origins those have, and what was there before. */
export interface ModelNews {
  key: string
  name: string
  vendor: string | null
  /** Origins of the window's articles that are about it. */
  origins: number
  /** An article before the window was about it, or named it. */
  topicBefore: boolean
  namedBefore: boolean
}

/** The models that the window's articles name, with what was known before. */
export async function modelsInWindow(store: Store, window: Window): Promise<ModelNews[]> {
  const inside = await store.db
    .selectFrom('known_article')
    .innerJoin('mention', 'mention.article', 'known_article.article')
    .innerJoin('model', 'model.key', 'mention.model_key')
    .innerJoin('article', 'article.id', 'known_article.article')
    .select(['model.key', 'model.name', 'model.vendor', 'mention.weight', 'article.origin'])
    .where(column(window), '>', window.since)
    .where(column(window), '<=', window.upTo)
    .orderBy('model.key')
    .execute()
  const byModel = Map.groupBy(inside, ({ key }) => key)
  const before = new Map<string, number>()
  const keys = [...byModel.keys()]
  for (const slice of slices(keys, 500)) {
    const rows = await store.db
      .selectFrom('mention')
      .innerJoin('known_article', 'known_article.article', 'mention.article')
      .select(({ fn }) => ['model_key', fn.max('mention.weight').as('weight')])
      .where('model_key', 'in', slice)
      .where(column(window), '<=', window.since)
      .groupBy('model_key')
      .execute()
    for (const { model_key, weight } of rows) before.set(model_key, Number(weight))
  }
  return [...byModel].map(([key, rows]) => ({
    key,
    name: rows[0]!.name,
    vendor: rows[0]!.vendor,
    origins: new Set(rows.filter(({ weight }) => weight === 2).map(({ origin }) => origin)).size,
    topicBefore: before.get(key) === 2,
    namedBefore: before.has(key),
  }))
}

/** The ids of findings, of those given, that some article before the window states. */
export async function saidBefore(store: Store, window: Window, findings: string[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (const slice of slices(findings, 500)) {
    const rows = await store.db
      .selectFrom('claim')
      .innerJoin('known_article', 'known_article.article', 'claim.article')
      .select('claim.finding')
      .distinct()
      .where('claim.finding', 'in', slice)
      .where(column(window), '<=', window.since)
      .execute()
    for (const row of rows) found.add(row.finding)
  }
  return found
}

export interface WindowSize {
  articles: number
  origins: number
  publishers: number
}

/** How much a window holds. */
export async function windowSize(store: Store, window: Window): Promise<WindowSize> {
  const row = await store.db
    .selectFrom('known_article')
    .innerJoin('article', 'article.id', 'known_article.article')
    .select(({ fn }) => [
      fn.countAll<number>().as('articles'),
      fn.count<number>('article.origin').distinct().as('origins'),
      fn.count<number>('article.publisher_key').distinct().as('publishers'),
    ])
    .where(column(window), '>', window.since)
    .where(column(window), '<=', window.upTo)
    .executeTakeFirstOrThrow()
  return { articles: Number(row.articles), origins: Number(row.origins), publishers: Number(row.publishers) }
}
