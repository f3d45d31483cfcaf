import { type Kysely, sql, type Transaction } from 'kysely'
import type { Article } from '../article.ts'
import type { Claim, Unparsed } from '../claim.ts'
import { lock } from './locks.ts'
import type { Tables } from './schema.ts'
import type { Store } from './store.ts'

type Db = Kysely<Tables> | Transaction<Tables>

/** One article with all that is derived from it, ready to be saved: `corpus/` derives, this only stores. */
export interface Prepared {
  article: Article
  /** Epoch milliseconds of `article.published`, or null. */
  publishedAt: number | null
  publisherKey: string
  claims: { claim: Claim; finding: string; modelKey: string | null; subjectKey: string; rivalKey: string | null; rank: number }[]
  mentions: { modelKey: string; name: string; vendor: string | null; weight: 0 | 1 | 2 }[]
  likeness: { kind: string; hash: string }[]
  unparsed: Unparsed[]
  /** Version of the reader that read it: another version reads again. */
  reader: string
  readAt: number
}

/**
 * Saves articles with their claims in one transaction; an article with the same id is replaced, claims and all. Keep batches small (ten): on SQLite a
 * transaction blocks the event loop. What is merged over articles is taken out and put back, so of two that save at once the later one waits.
 */
export async function saveArticles(store: Store, batch: Prepared[]): Promise<void> {
  if (batch.length === 0) return
  await store.db.transaction().execute(async (db) => {
    await lock(store, db, 'saving')
    const findings = new Set<string>()
    const models = new Map<string, { name: string; vendor: string | null }>()
    for (const prepared of batch) {
      for (const id of await clearArticle(store, db, prepared.article.id, models)) findings.add(id)
      await insertArticle(store, db, prepared)
      for (const { finding } of prepared.claims) findings.add(finding)
      for (const mention of prepared.mentions) models.set(mention.modelKey, mention)
    }
    await refreshFindings(db, [...findings])
    await refreshModels(db, models)
    await bumpVersion(db)
  })
}

/** Removes an article and its claims; what was merged from it is brought up to date. False where there was none. */
export async function removeArticle(store: Store, id: string): Promise<boolean> {
  return store.db.transaction().execute(async (db) => {
    await lock(store, db, 'saving')
    const row = await db.selectFrom('article').select('id').where('id', '=', id).executeTakeFirst()
    if (!row) return false
    const models = new Map<string, { name: string; vendor: string | null }>()
    const findings = await clearArticle(store, db, id, models)
    await refreshFindings(db, findings)
    await refreshModels(db, models)
    await bumpVersion(db)
    return true
  })
}

/** Deletes what is stored of an article; returns the findings it took part in and adds its models to `models`. */
async function clearArticle(
  store: Store,
  db: Db,
  id: string,
  models: Map<string, { name: string; vendor: string | null }>,
): Promise<string[]> {
  const row = await db.selectFrom('article').select(['seq']).where('id', '=', id).executeTakeFirst()
  if (!row) return []
  const old = await db.selectFrom('claim').select('finding').distinct().where('article', '=', id).execute()
  const named = await db
    .selectFrom('mention')
    .innerJoin('model', 'model.key', 'mention.model_key')
    .select(['model.key', 'model.name', 'model.vendor'])
    .where('mention.article', '=', id)
    .execute()
  for (const model of named) models.set(model.key, model)
  for (const table of ['claim', 'mention', 'likeness', 'unparsed'] as const)
    await db.deleteFrom(table).where('article', '=', id).execute()
  if (store.engine === 'sqlite') await sql`delete from article_search where rowid = ${row.seq}`.execute(db)
  await db.deleteFrom('article').where('id', '=', id).execute()
  return old.map(({ finding }) => finding)
}

async function insertArticle(store: Store, db: Db, prepared: Prepared): Promise<void> {
  const { article } = prepared
  const { seq } = await db
    .insertInto('article')
    .values({
      id: article.id,
      title: article.title,
      url: article.url,
      publisher: article.publisher,
      publisher_key: prepared.publisherKey,
      author: article.author,
      published: article.published,
      published_at: prepared.publishedAt,
      form: article.form,
      kind: article.kind,
      models: JSON.stringify(article.models),
      links: JSON.stringify(article.links),
      text: article.text,
      blocks: JSON.stringify(article.blocks),
      fingerprint: article.fingerprint,
      origin: await originOf(db, prepared),
      read_at: prepared.readAt,
      reader: prepared.reader,
    })
    .returning('seq')
    .executeTakeFirstOrThrow()
  if (store.engine === 'sqlite') {
    await sql`insert into article_search (rowid, title, body) values (${seq}, ${article.title}, ${article.text})`.execute(db)
  }
  const claims = prepared.claims.map(({ claim, finding, modelKey, subjectKey, rivalKey, rank }) => ({
    id: claim.id,
    article: article.id,
    finding,
    type: claim.type,
    model_key: modelKey,
    subject_key: subjectKey,
    rival_key: rivalKey,
    claimant_kind: claim.claimant.kind,
    rank,
    restated: claim.restated ? 1 : 0,
    published_at: prepared.publishedAt,
    published: article.published,
    body: JSON.stringify(claim),
  }))
  for (const rows of slices(claims, 500)) {
    await db
      .insertInto('claim')
      .values(rows)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
  const mentions = prepared.mentions.map(({ modelKey, weight }) => ({
    article: article.id,
    model_key: modelKey,
    weight,
    published: article.published,
    published_at: prepared.publishedAt,
  }))
  for (const rows of slices(mentions, 1000)) await db.insertInto('mention').values(rows).execute()
  const likeness = prepared.likeness.map((each) => ({ article: article.id, ...each }))
  if (likeness.length > 0) await db.insertInto('likeness').values(likeness).execute()
  const unparsed = prepared.unparsed.map(({ start, end, quote, reason }) => ({
    article: article.id,
    start_at: start,
    end_at: end,
    quote,
    reason,
  }))
  for (const rows of slices(unparsed, 1000)) await db.insertInto('unparsed').values(rows).execute()
}

/** The origin of the story: that of an earlier article with the same figures, the same links, or two equal bands of text. Else its own id. */
async function originOf(db: Db, { article, likeness }: Prepared): Promise<string> {
  const hashes = likeness.map(({ hash }) => hash)
  if (hashes.length === 0) return article.id
  const alike = await db
    .selectFrom('likeness')
    .innerJoin('article', 'article.id', 'likeness.article')
    .select(({ fn }) => [
      'article.origin',
      'likeness.article as like',
      'likeness.kind',
      fn.countAll<number>().as('shared'),
      fn.min('article.seq').as('seq'),
    ])
    .where('likeness.hash', 'in', hashes)
    .where('article.id', '!=', article.id)
    .groupBy(['article.origin', 'likeness.article', 'likeness.kind'])
    .orderBy('seq')
    .execute()
  const match = alike.find(({ kind, shared }) => kind !== 'text' || Number(shared) >= 2)
  return match?.origin ?? article.id
}

const claimsPerFinding = 8

/** Counts and representative of each finding, from its claims as they now stand; findings without claims go. */
async function refreshFindings(db: Db, ids: string[]): Promise<void> {
  for (const slice of slices(ids, 200)) {
    const counts = await db
      .selectFrom('claim')
      .innerJoin('article', 'article.id', 'claim.article')
      .select(({ fn }) => [
        'claim.finding',
        fn.count<number>('claim.article').distinct().as('articles'),
        fn.count<number>('article.origin').distinct().as('origins'),
        fn.min('claim.published_at').as('first_at'),
        fn.max('claim.published_at').as('last_at'),
        fn.min('claim.published').as('first_published'),
      ])
      .where('claim.finding', 'in', slice)
      .groupBy('claim.finding')
      .execute()
    const chosen = await db
      .selectFrom((inner) =>
        inner
          .selectFrom('claim')
          .innerJoin('article', 'article.id', 'claim.article')
          .selectAll('claim')
          .select(({ fn }) =>
            fn
              .agg<number>('row_number')
              .over((over) =>
                over
                  .partitionBy(['claim.finding'])
                  .orderBy('claim.restated')
                  .orderBy(sql`case when claim.published_at is null then 1 else 0 end`)
                  .orderBy('claim.published_at')
                  .orderBy('claim.id'),
              )
              .as('place'),
          )
          .where('claim.finding', 'in', slice)
          .as('ranked'),
      )
      .selectAll()
      .where('place', '<=', claimsPerFinding)
      .orderBy('place')
      .execute()
    const byFinding = Map.groupBy(chosen, ({ finding }) => finding)
    await db.deleteFrom('finding').where('id', 'in', slice).execute()
    const rows = counts.map((count) => {
      const claims = byFinding.get(count.finding)!
      const [best] = claims
      return {
        id: count.finding,
        type: best!.type,
        model_key: best!.model_key,
        subject_key: best!.subject_key,
        rival_key: best!.rival_key,
        claimant_kind: best!.claimant_kind,
        rank: best!.rank,
        articles: Number(count.articles),
        origins: Number(count.origins),
        first_at: count.first_at,
        last_at: count.last_at,
        first_published: count.first_published,
        body: best!.body,
        claims: JSON.stringify(claims.map(({ id }) => id)),
      }
    })
    if (rows.length > 0) await db.insertInto('finding').values(rows).execute()
  }
}

async function refreshModels(db: Db, models: Map<string, { name: string; vendor: string | null }>): Promise<void> {
  for (const keys of slices([...models.keys()], 500)) {
    const counts = await db
      .selectFrom('mention')
      .select(({ fn }) => [
        'model_key',
        fn.countAll<number>().as('articles'),
        fn.sum<number>(sql`case when weight = 2 then 1 else 0 end`).as('topics'),
        fn.min('published_at').as('first_at'),
        fn.max('published_at').as('last_at'),
        fn.min('published').as('first_published'),
      ])
      .where('model_key', 'in', keys)
      .groupBy('model_key')
      .execute()
    await db.deleteFrom('model').where('key', 'in', keys).execute()
    const rows = counts.map((count) => ({
      key: count.model_key,
      name: models.get(count.model_key)!.name,
      vendor: models.get(count.model_key)!.vendor,
      articles: Number(count.articles),
      topics: Number(count.topics),
      first_published: count.first_published,
      first_at: count.first_at,
      last_at: count.last_at,
    }))
    if (rows.length > 0) await db.insertInto('model').values(rows).execute()
  }
}

async function bumpVersion(db: Db): Promise<void> {
  await sql`insert into meta (name, value) values ('corpus', '1')
    on conflict (name) do update set value = cast(cast(meta.value as integer) + 1 as text)`.execute(db)
}

/** Changes with every saved or removed article, whichever process did it: what is cached in memory compares it. */
export async function corpusVersion(store: Store): Promise<string> {
  const row = await store.db.selectFrom('meta').select('value').where('name', '=', 'corpus').executeTakeFirst()
  return row?.value ?? '0'
}

/** True where no article was read yet. */
export async function corpusIsEmpty(store: Store): Promise<boolean> {
  return (await store.db.selectFrom('article').select('seq').limit(1).executeTakeFirst()) === undefined
}

function* slices<T>(items: T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}
