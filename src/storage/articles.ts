import { type Kysely, sql, type Transaction } from 'kysely'
import type { Article } from '../article.ts'
import type { Claim, Unparsed } from '../claim.ts'
import { lock } from './locks.ts'
import { refreshFindings, refreshModels } from './merge.ts'
import type { Tables } from './schema.ts'
import { slices } from './slices.ts'
import type { Store } from './store.ts'
import { moveSupport, statedBy } from './support.ts'

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
    const findings = new Set(
      await findingsOfArticles(
        db,
        batch.map(({ article }) => article.id),
      ),
    )
    for (const { claims } of batch) for (const { finding } of claims) findings.add(finding)
    const models = new Map<string, { name: string; vendor: string | null }>()
    const before = await statedBy(db, [...findings])
    for (const prepared of batch) {
      await clearArticle(store, db, prepared.article.id, models)
      await insertArticle(store, db, prepared)
      for (const mention of prepared.mentions) models.set(mention.modelKey, mention)
    }
    await refreshFindings(db, [...findings])
    await moveSupport(db, before, await statedBy(db, [...findings]))
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
    const findings = await findingsOfArticles(db, [id])
    const before = await statedBy(db, findings)
    const models = new Map<string, { name: string; vendor: string | null }>()
    await clearArticle(store, db, id, models)
    await refreshFindings(db, findings)
    await moveSupport(db, before, await statedBy(db, findings))
    await refreshModels(db, models)
    await bumpVersion(db)
    return true
  })
}

/** The findings that these articles' stored claims take part in. */
async function findingsOfArticles(db: Db, ids: string[]): Promise<string[]> {
  const rows = await db.selectFrom('claim').select('finding').distinct().where('article', 'in', ids).execute()
  return rows.map(({ finding }) => finding)
}

/** Deletes what is stored of an article; adds its models to `models`. */
async function clearArticle(
  store: Store,
  db: Db,
  id: string,
  models: Map<string, { name: string; vendor: string | null }>,
): Promise<void> {
  const row = await db.selectFrom('article').select(['seq']).where('id', '=', id).executeTakeFirst()
  if (!row) return
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
}

async function insertArticle(store: Store, db: Db, prepared: Prepared): Promise<void> {
  const { article } = prepared
  const origin = await originOf(db, prepared)
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
      origin,
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
    publisher_key: prepared.publisherKey,
    origin,
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
    origin,
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
