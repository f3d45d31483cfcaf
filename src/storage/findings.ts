import { sql } from 'kysely'
import type { Claim, Order, Score } from '../claim.ts'
import type { FindingTable } from './schema.ts'
import type { Store } from './store.ts'

/** Claims that say the same, merged over articles: a claim that represents them, and how well it is supported. */
export interface Finding<C extends Claim = Claim> {
  id: string
  claim: C
  articles: number
  /** Independent origins: copies of one story count once. */
  origins: number
  /** Epoch milliseconds of the oldest and newest article that says so, where dated. */
  firstAt: number | null
  lastAt: number | null
  /** The oldest article's date as it is known, YYYY-MM-DD or YYYY-MM: what a person is shown. */
  firstPublished: string | null
  /** Ids of up to eight claims, dated ones first, oldest first. */
  claims: string[]
}

/** What a finding is made of: the other columns are for look-ups. */
export const findingColumns = [
  'id',
  'body',
  'articles',
  'origins',
  'first_at',
  'last_at',
  'first_published',
  'claims',
] as const satisfies (keyof FindingTable)[]

/** A stored row as a finding. */
export function finding(row: Pick<FindingTable, (typeof findingColumns)[number]>): Finding {
  const [claim, claims] = JSON.parse(`[${row.body},${row.claims}]`) as [Claim, string[]]
  return {
    id: row.id,
    claim,
    articles: row.articles,
    origins: row.origins,
    firstAt: row.first_at,
    lastAt: row.last_at,
    firstPublished: row.first_published,
    claims,
  }
}

type OfType<T extends Claim['type']> = Finding<Extract<Claim, { type: T }>>

/**
 * What is said of some models, of one type and, where given, on one subject: best ranked first, and of equals those that most independent origins support. At
 * most `limit` for each model, 1,000 where nothing else is asked: only what a single origin says of the most written-about models goes beyond.
 */
export async function findingsOfModels<T extends Claim['type']>(
  store: Store,
  modelKeys: string[],
  type: T,
  limit = 1000,
  subjectKey?: string,
): Promise<OfType<T>[]> {
  // model by model, each comes in the order of its index: sorting them together would carry every body through the sorter
  const found = await Promise.all(
    [...new Set(modelKeys)].map((modelKey) =>
      store.db
        .selectFrom('finding')
        .select([...findingColumns, 'rank'])
        .where('model_key', '=', modelKey)
        .where('type', '=', type)
        .$if(subjectKey !== undefined, (query) => query.where('subject_key', '=', subjectKey!))
        .orderBy('rank', 'desc')
        .orderBy('origins', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute(),
    ),
  )
  const rows =
    found.length === 1
      ? found[0]!
      : found.flat().sort((a, b) => b.rank - a.rank || b.origins - a.origins || (a.id < b.id ? -1 : 1))
  return rows.map(finding) as OfType<T>[]
}

/** What is said on one subject (a benchmark, a risk category, an attribute), over all models. */
export async function findingsOnSubject<T extends Claim['type']>(
  store: Store,
  type: T,
  subjectKey: string,
  limit = 2000,
): Promise<OfType<T>[]> {
  const rows = await store.db
    .selectFrom('finding')
    .select(findingColumns)
    .where('type', '=', type)
    .where('subject_key', '=', subjectKey)
    .orderBy('rank', 'desc')
    .orderBy('origins', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(finding) as OfType<T>[]
}

/** What is said of a type over all models, best ranked first, new ones only where `since` (epoch milliseconds) is given. */
export async function findingsOfType<T extends Claim['type']>(
  store: Store,
  type: T,
  filter: { since?: number; subjectKey?: string; limit: number },
): Promise<OfType<T>[]> {
  const rows = await store.db
    .selectFrom('finding')
    .select(findingColumns)
    .where('type', '=', type)
    // the plus keeps the planner on the index of ranks, which holds the time too
    .$if(filter.since !== undefined, (query) => query.where(sql<number>`+first_at`, '>=', filter.since!))
    .$if(filter.subjectKey !== undefined, (query) => query.where('subject_key', '=', filter.subjectKey!))
    .orderBy('rank', 'desc')
    .orderBy('origins', 'desc')
    .orderBy('id')
    .limit(filter.limit)
    .execute()
  return rows.map(finding) as OfType<T>[]
}

/** Orders that other models claim towards this one: their rival is this model. */
export async function ordersAgainst(store: Store, modelKey: string, limit = 500): Promise<Finding<Order>[]> {
  const rows = await store.db
    .selectFrom('finding')
    .select(findingColumns)
    .where('type', '=', 'order')
    .where('rival_key', '=', modelKey)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(finding) as Finding<Order>[]
}

/** Every benchmark that has a number in the corpus: its key, a name that an article uses, and how many findings it has. */
export async function benchmarksInUse(store: Store): Promise<{ key: string; name: string; uses: number }[]> {
  const rows = await store.db
    .selectFrom((inner) =>
      inner
        .selectFrom('finding')
        .select(({ fn }) => ['subject_key', fn.countAll<number>().as('uses'), fn.min('id').as('any')])
        .where('type', '=', 'score')
        .groupBy('subject_key')
        .as('used'),
    )
    .innerJoin('finding', 'finding.id', 'used.any')
    .select(['used.subject_key', 'used.uses', 'finding.body'])
    .orderBy('used.subject_key')
    .execute()
  return rows.map(({ subject_key, uses, body }) => ({
    key: subject_key,
    name: (JSON.parse(body) as Score).benchmark,
    uses: Number(uses),
  }))
}

/** What is first said of these models, of one type: the oldest dated finding of each model under each value of a column (a kind of claimant, a subject). */
export async function firstFindings<T extends Claim['type']>(
  store: Store,
  modelKeys: string[],
  type: T,
  each: { column: 'claimant_kind' | 'subject_key'; of: readonly string[] },
  leastRank = 0,
): Promise<OfType<T>[]> {
  if (modelKeys.length === 0) return []
  // one look into the index for each model and value: a model may have thousands of findings
  const { rows } = await sql<FindingTable>`select * from finding where id in (
      select (
        select id from finding as said
        where said.model_key = model.key and said.type = ${type} and ${sql.ref(`said.${each.column}`)} = wanted.column1
          and said.first_at is not null and said.rank >= ${leastRank}
        order by said.first_at, said.first_published, said.id limit 1
      ) from model cross join (values ${sql.join(each.of.map((value) => sql`(${value})`))}) as wanted
      where model.key in (${sql.join(modelKeys)})
    ) order by id`.execute(store.db)
  return rows.map(finding) as OfType<T>[]
}

const mostArticlesBeside = 25

/** The numbers that the same articles give for other models: what a model's own numbers may be compared with. */
export async function scoresBeside(store: Store, scores: Finding<Score>[]): Promise<Finding<Score>[]> {
  const articles = [...new Set(scores.map(({ claim }) => claim.article))].slice(0, mostArticlesBeside)
  if (articles.length === 0) return []
  const own = new Set(scores.map(({ id }) => id))
  const rows = await store.db
    .selectFrom('finding')
    .select(findingColumns)
    .where('id', 'in', (query) =>
      query.selectFrom('claim').select('finding').where('article', 'in', articles).where('type', '=', 'score'),
    )
    .orderBy('id')
    .execute()
  return rows.filter(({ id }) => !own.has(id)).map(finding) as Finding<Score>[]
}

/**
 * What some articles say around a model, claim by claim and not merged, each with its own sentence: who makes it, how open it is, and statements
 * about it or about no model in particular.
 */
export async function remarksBeside(store: Store, modelKey: string, articles: string[]): Promise<Finding[]> {
  if (articles.length === 0) return []
  const rows = await store.db
    .selectFrom('claim')
    .innerJoin('article', 'article.id', 'claim.article')
    .select(['claim.id', 'claim.body', 'article.published', 'article.published_at'])
    .where('claim.article', 'in', articles.slice(0, mostArticlesBeside))
    .where(({ eb, or, and }) =>
      or([
        and([eb('claim.type', '=', 'statement'), or([eb('claim.model_key', 'is', null), eb('claim.model_key', '=', modelKey)])]),
        and([
          eb('claim.type', '=', 'fact'),
          eb('claim.model_key', '=', modelKey),
          eb('claim.subject_key', 'in', ['access', 'vendor']),
        ]),
      ]),
    )
    .orderBy('claim.id')
    .execute()
  return rows.map(({ id, body, published, published_at }) => ({
    id,
    claim: JSON.parse(body) as Claim,
    articles: 1,
    origins: 1,
    firstAt: published_at,
    lastAt: published_at,
    firstPublished: published,
    claims: [id],
  }))
}
