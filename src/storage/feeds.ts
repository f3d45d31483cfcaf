import { createHash } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import { addDeliveries, type NewDelivery } from './deliveries.ts'
import type { FeedTable } from './feed-tables.ts'
import type { Store } from './store.ts'

/** `active`: read when due; `stopped`: nobody follows it any more; `gone`: the site says that it is gone for good. */
export type FeedState = 'active' | 'stopped' | 'gone'

/** A feed. Times are epoch milliseconds, `every` is milliseconds. */
export interface Feed {
  id: string
  address: string
  title: string | null
  site: string | null
  state: FeedState
  every: number
  etag: string | null
  lastModified: string | null
  baselineAt: number | null
  nextAt: number
  failures: number
  failingSince: number | null
  error: string | null
  fetchedAt: number | null
  newAt: number | null
  told: string | null
  createdAt: number
}

/** Who follows a feed. `team` null: an operator at a terminal. */
export interface Follower {
  adapter: string
  team: string | null
  person: string | null
}

const feed = (row: Selectable<FeedTable>): Feed => ({
  id: row.id,
  address: row.address,
  title: row.title,
  site: row.site,
  state: row.state as FeedState,
  every: row.every,
  etag: row.etag,
  lastModified: row.last_modified,
  baselineAt: row.baseline_at,
  nextAt: row.next_at,
  failures: row.failures,
  failingSince: row.failing_since,
  error: row.error,
  fetchedAt: row.fetched_at,
  newAt: row.new_at,
  told: row.told,
  createdAt: row.created_at,
})

const hashOf = (...parts: (string | null)[]): string =>
  createHash('sha256')
    .update(parts.map((part) => part ?? '').join('\u0000'))
    .digest('hex')
    .slice(0, 16)

/** A feed's id, of its canonical address: one feed however many spell or follow it. */
export const feedId = (canonical: string): string => `f${hashOf(canonical).slice(0, 10)}`

/** Between two readings of a feed, where nobody says otherwise: 24 a day. A site has banned for 96 (fengkx/NodeRSSBot#65). */
export const usualEvery = 60 * 60_000

/**
 * Makes a feed known and lets somebody follow it, both or neither. A feed that nobody followed any more starts anew: what stands in it then is old. `every` null: no
 * wish; of several wishes the shortest holds.
 * @returns the feed as it now is, and whether it is read for the first time (again)
 */
export async function followFeed(
  store: Store,
  given: { id: string; address: string; title: string | null; site: string | null; every: number | null },
  follower: Follower,
  now: number,
): Promise<{ feed: Feed; fresh: boolean; followed: boolean }> {
  return store.db.transaction().execute(async (db) => {
    const before = await db.selectFrom('feed').select(['state', 'every']).where('id', '=', given.id).executeTakeFirst()
    const fresh = before?.state !== 'active'
    const every = before && !fresh ? Math.min(before.every, given.every ?? before.every) : (given.every ?? usualEvery)
    const start = { state: 'active', baseline_at: null, etag: null, last_modified: null, next_at: now, lease_until: null }
    const clean = { failures: 0, failing_since: null, error: null, told: null, new_at: null }
    await db
      .insertInto('feed')
      .values({ ...given, every, ...start, ...clean, fetched_at: null, created_at: now })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(fresh ? { ...start, ...clean, address: given.address, every } : { every }),
      )
      .execute()
    const added = await db
      .insertInto('feed_subscriber')
      .values({ id: hashOf(given.id, follower.adapter, follower.team), feed: given.id, ...follower, at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    const row = await db.selectFrom('feed').selectAll().where('id', '=', given.id).executeTakeFirstOrThrow()
    return { feed: feed(row), fresh, followed: added !== undefined }
  })
}

/** Somebody follows a feed no more; with the last follower it is not read any more, but nothing of it is forgotten. `follower` null: for everybody. */
export async function unfollowFeed(
  store: Store,
  id: string,
  follower: Pick<Follower, 'adapter' | 'team'> | null,
): Promise<boolean> {
  return store.db.transaction().execute(async (db) => {
    const gone = await db
      .deleteFrom('feed_subscriber')
      .where('feed', '=', id)
      .$if(follower !== null, (query) => query.where('id', '=', hashOf(id, follower!.adapter, follower!.team)))
      .returning('id')
      .execute()
    const left = await db.selectFrom('feed_subscriber').select('id').where('feed', '=', id).limit(1).executeTakeFirst()
    if (!left) await db.updateTable('feed').set({ state: 'stopped' }).where('id', '=', id).where('state', '=', 'active').execute()
    return gone.length > 0
  })
}

/** The feeds that a place follows (all that anybody does, where `follower` is null), oldest first. */
export async function followedFeeds(store: Store, follower: Pick<Follower, 'adapter' | 'team'> | null): Promise<Feed[]> {
  const rows = await store.db
    .selectFrom('feed')
    .selectAll()
    .where(
      'id',
      'in',
      store.db
        .selectFrom('feed_subscriber')
        .select('feed')
        .$if(follower !== null, (query) =>
          query.where('adapter', '=', follower!.adapter).where('team', follower!.team === null ? 'is' : '=', follower!.team),
        ),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(feed)
}

export async function feedById(store: Store, id: string): Promise<Feed | undefined> {
  const row = await store.db.selectFrom('feed').selectAll().where('id', '=', id).executeTakeFirst()
  return row && feed(row)
}

/** Feeds that are due, taken for `lease` milliseconds so that no other process reads them meanwhile; a process that dies lets them go when that is over. */
export async function claimFeeds(store: Store, now: number, lease: number, limit: number): Promise<Feed[]> {
  const due = await store.db
    .selectFrom('feed')
    .selectAll()
    .where('state', '=', 'active')
    .where('next_at', '<=', now)
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]))
    .orderBy('next_at')
    .limit(limit)
    .execute()
  const claimed: Feed[] = []
  for (const row of due) {
    const { numUpdatedRows } = await store.db
      .updateTable('feed')
      .set({ lease_until: now + lease })
      .where('id', '=', row.id)
      .where('next_at', '<=', now)
      .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]))
      .executeTakeFirst()
    if (numUpdatedRows > 0n) claimed.push(feed(row))
  }
  return claimed
}

/** A feed could not be read: when it is tried again, and why. `gone`: it is not tried any more. */
export async function feedFailed(
  store: Store,
  of: Feed,
  failure: { error: string; nextAt: number; gone: boolean; now: number },
): Promise<void> {
  await store.db
    .updateTable('feed')
    .set({
      failures: of.failures + 1,
      failing_since: of.failingSince ?? failure.now,
      error: failure.error,
      next_at: failure.nextAt,
      lease_until: null,
      fetched_at: failure.now,
      ...(failure.gone ? { state: 'gone' } : {}),
    })
    .where('id', '=', of.id)
    .execute()
}

/** Puts a feed off without counting it as a failure: its host asked for a pause. */
export async function putFeedOff(store: Store, id: string, nextAt: number): Promise<void> {
  await store.db.updateTable('feed').set({ next_at: nextAt, lease_until: null }).where('id', '=', id).execute()
}

/** Feeds in trouble of which nobody was told yet: failing since before `failingBefore`, gone, or without anything new since before `silentBefore`. */
export async function troubledFeeds(
  store: Store,
  failingBefore: number,
  silentBefore: number,
): Promise<{ feed: Feed; trouble: 'failing' | 'gone' | 'silent' }[]> {
  const rows = await store.db
    .selectFrom('feed')
    .selectAll()
    .where('state', '!=', 'stopped')
    .where((where) =>
      where.or([
        where('failing_since', '<', failingBefore),
        where('state', '=', 'gone'),
        where(sql<number>`coalesce(new_at, baseline_at)`, '<', silentBefore),
      ]),
    )
    .execute()
  return rows
    .map((row) => ({
      feed: feed(row),
      trouble:
        row.state === 'gone'
          ? ('gone' as const)
          : (row.failing_since ?? Infinity) < failingBefore
            ? ('failing' as const)
            : ('silent' as const),
    }))
    .filter(({ feed: each, trouble }) => each.told !== trouble)
}

/** Writes down that a feed's followers were told, together with the notices: both or neither, and once where several processes try. */
export async function tellOfFeed(
  store: Store,
  id: string,
  trouble: string,
  notices: (followers: Follower[]) => NewDelivery[],
): Promise<void> {
  await store.db.transaction().execute(async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('feed')
      .set({ told: trouble })
      .where('id', '=', id)
      .where((where) => where.or([where('told', 'is', null), where('told', '!=', trouble)]))
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    const followers = await db
      .selectFrom('feed_subscriber')
      .select(['adapter', 'team', 'person'])
      .where('feed', '=', id)
      .execute()
    await addDeliveries(db, notices(followers))
  })
}

/** Names of the feeds that have been failing and were last tried since a time (epoch milliseconds): what a digest says it could not read. */
export async function failedFeeds(store: Store, since: number): Promise<string[]> {
  const rows = await store.db
    .selectFrom('feed')
    .select(['title', 'address'])
    .where('state', '=', 'active')
    .where('failing_since', 'is not', null)
    .where('fetched_at', '>=', since)
    .where('failures', '>=', 3)
    .orderBy('id')
    .execute()
  return rows.map(({ title, address }) => title ?? address)
}
