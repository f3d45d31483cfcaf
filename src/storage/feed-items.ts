import type { Kysely, Selectable, Transaction } from 'kysely'
import type { ItemKeys, KnownItem, Matched } from '../intake/feed-identity.ts'
import type { FeedItem } from '../intake/feed-item.ts'
import type { FeedItemTable } from './feed-tables.ts'
import type { Feed } from './feeds.ts'
import { lock } from './locks.ts'
import type { Tables } from './schema.ts'
import { slices } from './slices.ts'
import type { Store } from './store.ts'

type Db = Kysely<Tables> | Transaction<Tables>

/** `pending`: to be read; `baseline`: stood there at the first reading; `read`: in the corpus; `aside`: kept out; `failed`: could not be read. */
export type ItemState = 'pending' | 'baseline' | 'read' | 'aside' | 'failed'

/** An entry of a feed that is to be read. */
export interface StoredItem extends ItemKeys {
  id: string
  feed: string
  url: string | null
  title: string
  author: string | null
  publishedAt: number | null
  content: string
  tries: number
  article: string | null
  owner: boolean
}

export interface KnownRow extends KnownItem {
  state: ItemState
  owner: boolean
  doneAt: number | null
}

/** What is known of entries with any of these keys, oldest first. */
export async function knownItems(db: Db, feed: string, keys: ItemKeys[]): Promise<KnownRow[]> {
  const found = new Map<string, Selectable<FeedItemTable>>()
  for (const key of ['guid', 'address', 'print'] as const) {
    const values = [...new Set(keys.map((each) => each[key]).filter((value) => value !== null))]
    for (const slice of slices(values, 500)) {
      const rows = await db.selectFrom('feed_item').selectAll().where('feed', '=', feed).where(key, 'in', slice).execute()
      for (const row of rows) found.set(row.id, row)
    }
  }
  return [...found.values()]
    .sort((a, b) => a.seen_at - b.seen_at || (a.id < b.id ? -1 : 1))
    .map((row) => ({
      id: row.id,
      guid: row.guid,
      address: row.address,
      print: row.print,
      hash: row.hash,
      state: row.state as ItemState,
      owner: row.owner === 1,
      doneAt: row.done_at,
    }))
}

/** What becomes of each matched entry: decided by the flow, stored here. */
export interface Decision {
  matched: Matched<KnownRow>
  state: ItemState
  reason: string | null
  nextAt: number
}

/** How a reading of a feed ends for the feed itself. */
export interface FeedReading {
  title: string | null
  site: string | null
  etag: string | null
  lastModified: string | null
  nextAt: number
  anyNew: boolean
}

/**
 * Stores what a reading of a feed brought, all or nothing: entries and validators together, so that a "not modified" never hides an entry that was lost.
 * `decide` gets what is known and says what becomes of each entry; an entry that it leaves out stays as it is.
 */
export async function recordReading(
  store: Store,
  feed: Feed,
  keys: ItemKeys[],
  now: number,
  decide: (known: KnownRow[]) => { decisions: Decision[]; reading: FeedReading },
): Promise<{ fresh: number; changed: number }> {
  return store.db.transaction().execute(async (db) => {
    const { decisions, reading } = decide(await knownItems(db, feed.id, keys))
    const rows = decisions.filter(({ matched }) => matched.known === null).map((each) => newRow(feed.id, each, now))
    for (const slice of slices(rows, 50))
      await db
        .insertInto('feed_item')
        .values(slice)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
    let changed = 0
    for (const { matched, state, nextAt } of decisions) {
      const { known, keys, item } = matched
      if (known === null) continue
      changed++
      await db
        .updateTable('feed_item')
        .set({
          ...keptKeys(known, keys),
          hash: keys.hash,
          ...(state === 'pending' ? { state, ...textOf(item), tries: 0, next_at: nextAt } : {}),
        })
        .where('id', '=', known.id)
        .execute()
    }
    const { title, site, nextAt, anyNew } = reading
    await db
      .updateTable('feed')
      .set({
        etag: reading.etag,
        last_modified: reading.lastModified,
        ...(title === null ? {} : { title }),
        ...(site === null ? {} : { site }),
        next_at: nextAt,
        lease_until: null,
        failures: 0,
        failing_since: null,
        error: null,
        fetched_at: now,
        baseline_at: feed.baselineAt ?? now,
        ...(anyNew ? { new_at: now, told: null } : feed.told === 'failing' ? { told: null } : {}),
      })
      .where('id', '=', feed.id)
      .execute()
    return { fresh: rows.length, changed }
  })
}

/** An entry may change its guid or its address: the latest is what it is known by, and a key that went keeps its old value. */
const keptKeys = (known: KnownRow, keys: ItemKeys) => ({
  guid: keys.guid ?? known.guid,
  address: keys.address ?? known.address,
  print: keys.print ?? known.print,
})

const textOf = (item: FeedItem) => ({
  url: item.url,
  title: item.title,
  author: item.author,
  published_at: item.publishedAt,
  content: item.content,
})

const newRow = (feed: string, { matched, state, reason, nextAt }: Decision, now: number) => ({
  id: matched.id,
  feed,
  ...matched.keys,
  ...textOf(matched.item),
  content: state === 'pending' ? matched.item.content : '',
  state,
  tries: 0,
  next_at: nextAt,
  lease_until: null,
  article: null,
  owner: 0,
  error: reason,
  seen_at: now,
  done_at: state === 'pending' ? null : now,
})

/** Entries that are to be read now, taken for `lease` milliseconds; oldest first. */
export async function claimItems(store: Store, now: number, lease: number, limit: number): Promise<StoredItem[]> {
  const due = await store.db
    .selectFrom('feed_item')
    .selectAll()
    .where('state', '=', 'pending')
    .where('next_at', '<=', now)
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]))
    .orderBy('next_at')
    .orderBy('published_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  const claimed: StoredItem[] = []
  for (const row of due) {
    const { numUpdatedRows } = await store.db
      .updateTable('feed_item')
      .set({ lease_until: now + lease })
      .where('id', '=', row.id)
      .where('state', '=', 'pending')
      .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]))
      .executeTakeFirst()
    if (numUpdatedRows === 0n) continue
    claimed.push({
      id: row.id,
      feed: row.feed,
      guid: row.guid,
      address: row.address,
      print: row.print,
      hash: row.hash,
      url: row.url,
      title: row.title,
      author: row.author,
      publishedAt: row.published_at,
      content: row.content,
      tries: row.tries,
      article: row.article,
      owner: row.owner === 1,
    })
  }
  return claimed
}

/**
 * Makes an entry the one whose changes are the article's, unless another entry is already. Written before the article is saved, so that a process that dies in between
 * finds its own work again. True where it now is.
 */
export async function claimArticle(store: Store, item: string, article: string): Promise<boolean> {
  return store.db.transaction().execute(async (db) => {
    await lock(store, db, 'article', article)
    const { numUpdatedRows } = await db
      .updateTable('feed_item')
      .set({ article, owner: 1 })
      .where('id', '=', item)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('feed_item as other')
              .select('other.id')
              .where('other.article', '=', article)
              .where('other.owner', '=', 1)
              .where('other.id', '!=', item),
          ),
        ),
      )
      .executeTakeFirst()
    return numUpdatedRows > 0n
  })
}

/** An entry is dealt with; its text is let go. Where the entry changed again meanwhile (`hash`), it stays to be read. */
export async function settleItem(
  store: Store,
  item: Pick<StoredItem, 'id' | 'hash'>,
  to: { state: 'read' | 'aside' | 'failed'; article: string | null; owner: boolean; error: string | null; now: number },
): Promise<void> {
  const done = { article: to.article, owner: to.owner ? 1 : 0, error: to.error, lease_until: null, done_at: to.now }
  const { numUpdatedRows } = await store.db
    .updateTable('feed_item')
    .set({ ...done, state: to.state, content: '' })
    .where('id', '=', item.id)
    .where('hash', '=', item.hash)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) await store.db.updateTable('feed_item').set(done).where('id', '=', item.id).execute()
}

/** An entry is tried again later. `tries` counts what went wrong; a host's pause does not count. */
export async function putItemOff(
  store: Store,
  id: string,
  to: { nextAt: number; tries: number; error: string | null },
): Promise<void> {
  await store.db
    .updateTable('feed_item')
    .set({ next_at: to.nextAt, tries: to.tries, error: to.error, lease_until: null })
    .where('id', '=', id)
    .execute()
}

/** How many entries of each feed stand in each state. */
export async function itemCounts(store: Store, feeds: string[]): Promise<Map<string, Record<ItemState, number>>> {
  const counts = new Map<string, Record<ItemState, number>>()
  if (feeds.length === 0) return counts
  const rows = await store.db
    .selectFrom('feed_item')
    .select(({ fn }) => ['feed', 'state', fn.countAll<number>().as('items')])
    .where('feed', 'in', feeds)
    .groupBy(['feed', 'state'])
    .execute()
  for (const { feed, state, items } of rows) {
    const of = counts.get(feed) ?? { pending: 0, baseline: 0, read: 0, aside: 0, failed: 0 }
    of[state as ItemState] = Number(items)
    counts.set(feed, of)
  }
  return counts
}

/** How many entries wait to be read, and when the first of them is due; null where none waits. */
export async function itemQueue(store: Store): Promise<{ waiting: number; next: number | null }> {
  const row = await store.db
    .selectFrom('feed_item')
    .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min('next_at').as('next')])
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow()
  return { waiting: Number(row.waiting), next: row.next ?? null }
}
