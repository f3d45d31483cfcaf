import { sql, type Transaction } from 'kysely'
import { corpusVersion } from './articles.ts'
import type { Tables } from './schema.ts'
import { slices } from './slices.ts'
import type { Store } from './store.ts'

/** An article may be saved this long after it was read (a long batch); beyond it, a look would miss it. */
const overlap = 24 * 60 * 60_000

/**
 * Numbers the articles that were read since the last look, in one order over all processes, and writes down which known ones changed or went. Windows of
 * digests and watches are ranges of these numbers, so that no article is lost between two of them or falls into both, whenever it was published, read or
 * saved. `now` is epoch milliseconds. Point queries alone where nothing changed.
 * @returns the highest number given so far: the end of a window that closes now
 */
export async function noticeArticles(store: Store, now: number): Promise<number> {
  const version = await corpusVersion(store)
  const noticed = await store.db.selectFrom('meta').select('value').where('name', '=', 'noticed').executeTakeFirst()
  if (noticed?.value.split(' ')[0] === version) return highest(store)
  return store.db.transaction().execute(async (db) => {
    // one process at a time: what it numbers is visible to the next before that gives higher numbers
    if (store.engine === 'postgres') await sql`lock table known_article in share row exclusive mode`.execute(db)
    const row = await db.selectFrom('meta').select('value').where('name', '=', 'noticed').executeTakeFirst()
    const at = row ? Number(row.value.split(' ')[1]) : null
    const fresh = db.selectFrom('article').$if(at !== null, (query) => query.where('article.read_at', '>=', at! - overlap))
    const unknown = await fresh
      .leftJoin('known_article', 'known_article.article', 'article.id')
      .select(['article.id', 'article.fingerprint', 'article.published_at', 'article.read_at'])
      .where('known_article.seq', 'is', null)
      .orderBy('article.read_at')
      .orderBy('article.id')
      .execute()
    const changed = await fresh
      .innerJoin('known_article', 'known_article.article', 'article.id')
      .select(['article.id', 'article.fingerprint'])
      .whereRef('known_article.fingerprint', '!=', 'article.fingerprint')
      .orderBy('article.id')
      .execute()
    let seq = await highest({ ...store, db })
    const rows = unknown.map(({ id, fingerprint, published_at }) => ({
      seq: ++seq,
      article: id,
      fingerprint,
      published_at,
      seen_at: now,
    }))
    for (const slice of slices(rows, 1000)) await db.insertInto('known_article').values(slice).execute()
    for (const { id, fingerprint } of changed)
      await db.updateTable('known_article').set({ fingerprint }).where('article', '=', id).execute()
    const gone = await withdrawn(db)
    // an article that comes back is known, not new: its number stays, its text is forgotten
    for (const { id } of gone) await db.updateTable('known_article').set({ fingerprint: '' }).where('article', '=', id).execute()
    for (const { id } of [...changed, ...gone])
      await db
        .insertInto('article_change')
        .values({ article: id, at: now })
        .onConflict((conflict) => conflict.column('article').doUpdateSet({ at: now }))
        .execute()
    const newest = Math.max(at ?? 0, ...unknown.map(({ read_at }) => read_at))
    const value = `${version} ${newest}`
    await db
      .insertInto('meta')
      .values({ name: 'noticed', value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute()
    return seq
  })
}

async function highest(store: Pick<Store, 'db'>): Promise<number> {
  const { seq } = await store.db
    .selectFrom('known_article')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow()
  return seq ?? 0
}

/** Known articles that are stored no more. Counting first spares the look at each of them, minute by minute. */
async function withdrawn(db: Transaction<Tables>): Promise<{ id: string }[]> {
  const stored = await db
    .selectFrom('article')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const known = await db
    .selectFrom('known_article')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('fingerprint', '!=', '')
    .executeTakeFirstOrThrow()
  if (Number(stored.count) >= Number(known.count)) return []
  return db
    .selectFrom('known_article')
    .leftJoin('article', 'article.id', 'known_article.article')
    .select('known_article.article as id')
    .where('article.id', 'is', null)
    .where('known_article.fingerprint', '!=', '')
    .orderBy('known_article.article')
    .execute()
}
