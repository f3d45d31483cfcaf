import { sql } from 'kysely'
import { type ArticleLine, articleLine, lineColumns } from './models.ts'
import type { Store } from './store.ts'

/** How much of one publisher and kind was read; `publisher` null where articles name none. */
export interface Outlet {
  publisher: string | null
  kind: string
  articles: number
  /** Articles whose story another article told first. */
  copies: number
  newest: string | null
}

/** Everything that was read, by publisher: of all models, or of those that name one of some. From indexes alone where nothing is asked of a model. */
export async function outlets(store: Store, modelKeys: string[] | null): Promise<Outlet[]> {
  const rows = await store.db
    .selectFrom('article')
    .select(({ fn }) => [
      'publisher',
      'kind',
      fn.countAll<number>().as('articles'),
      fn.sum<number>(sql`case when article.id <> article.origin then 1 else 0 end`).as('copies'),
      fn.max('published').as('newest'),
    ])
    .$if(modelKeys !== null, (query) =>
      query.where('article.id', 'in', (inner) =>
        inner.selectFrom('mention').select('article').where('model_key', 'in', modelKeys!),
      ),
    )
    .groupBy(['publisher', 'kind'])
    .orderBy('publisher')
    .orderBy('kind')
    .execute()
  return rows.map(({ articles, copies, ...row }) => ({ ...row, articles: Number(articles), copies: Number(copies) }))
}

/** The newest articles of one publisher under any of its spellings (null: of no known one), on some models or all, undated last. */
export async function newestOf(
  store: Store,
  publishers: string[] | null,
  modelKeys: string[] | null,
  limit: number,
): Promise<ArticleLine[]> {
  const weight = sql<number>`coalesce(${
    modelKeys === null
      ? sql`2`
      : sql`(select max(weight) from mention where mention.article = article.id and model_key in (${sql.join(modelKeys)}))`
  }, 0)`
  const rows = await store.db
    .selectFrom('article')
    .select([...lineColumns])
    .select(weight.as('weight'))
    .where((where) => (publishers === null ? where('publisher', 'is', null) : where('publisher', 'in', publishers)))
    .$if(modelKeys !== null, (query) =>
      query.where('article.id', 'in', (inner) =>
        inner.selectFrom('mention').select('article').where('model_key', 'in', modelKeys!),
      ),
    )
    .orderBy(sql`article.published_at desc nulls last`)
    .orderBy('article.id')
    .limit(limit)
    .execute()
  return rows.map(articleLine)
}
