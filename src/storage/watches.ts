import type { Selectable } from 'kysely'
import { addDeliveries, type NewDelivery } from './deliveries.ts'
import type { WatchTable } from './schema.ts'
import type { Store } from './store.ts'

/** What a watch can be told of. */
export const watchKinds = ['price', 'scores', 'risks', 'conflicts', 'access'] as const
export type WatchKind = (typeof watchKinds)[number]

export interface WatchPlace {
  adapter: string
  team: string | null
  channel: string
}

/** A channel watches a model or a vendor. `since`: articles numbered up to here were told or are older than the watch. */
export interface Watch extends WatchPlace {
  id: string
  owner: string | null
  subject: 'model' | 'vendor'
  name: string
  /** The model's key, or the vendor's name. */
  key: string
  kinds: WatchKind[]
  since: number
  state: 'active' | 'paused'
  reason: string | null
  createdAt: number
}

const watch = (row: Selectable<WatchTable>): Watch => ({
  id: row.id,
  adapter: row.adapter,
  team: row.team,
  channel: row.channel,
  owner: row.owner,
  subject: row.subject as Watch['subject'],
  name: row.name,
  key: row.key,
  kinds: JSON.parse(row.kinds) as WatchKind[],
  since: row.since,
  state: row.state as Watch['state'],
  reason: row.reason,
  createdAt: row.created_at,
})

/** Saves a watch, in place of an earlier one of the same channel on the same subject. */
export async function saveWatch(store: Store, given: Watch): Promise<void> {
  const { kinds, createdAt, ...plain } = given
  const row = { ...plain, kinds: JSON.stringify(kinds), created_at: createdAt }
  await store.db
    .insertInto('watch')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ kinds: row.kinds, state: row.state, reason: row.reason }))
    .execute()
}

/** The watches of one channel, oldest first. */
export async function watchesAt(store: Store, place: WatchPlace): Promise<Watch[]> {
  const rows = await store.db
    .selectFrom('watch')
    .selectAll()
    .where('channel', '=', place.channel)
    .where('adapter', '=', place.adapter)
    .where('team', place.team === null ? 'is' : '=', place.team)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(watch)
}

/** Watches that were not told of the newest articles yet, those of one channel together; at most `limit`. */
export async function watchesBehind(store: Store, upTo: number, limit: number): Promise<Watch[]> {
  const rows = await store.db
    .selectFrom('watch')
    .selectAll()
    .where('state', '=', 'active')
    .where('since', '<', upTo)
    .orderBy('adapter')
    .orderBy('channel')
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(watch)
}

/** Forgets a watch; true where it was there. */
export async function removeWatch(store: Store, id: string): Promise<boolean> {
  const { numDeletedRows } = await store.db.deleteFrom('watch').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

/**
 * Moves watches on and writes what they tell, both or neither: where another process moved one of them on, nothing is written and the answer is false.
 */
export async function advanceWatches(store: Store, watches: Watch[], upTo: number, deliveries: NewDelivery[]): Promise<boolean> {
  return store.db.transaction().execute(async (db) => {
    for (const { id, since } of [...watches].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const { numUpdatedRows } = await db
        .updateTable('watch')
        .set({ since: upTo })
        .where('id', '=', id)
        .where('since', '=', since)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return false
    }
    await addDeliveries(db, deliveries)
    return true
  })
}

/** Pauses the active watches of a channel; each owner gets one notice in the same transaction. */
export async function pauseWatches(
  store: Store,
  place: WatchPlace,
  reason: string,
  notice: (owner: string | null) => NewDelivery | null,
): Promise<void> {
  await store.db.transaction().execute(async (db) => {
    const paused = await db
      .updateTable('watch')
      .set({ state: 'paused', reason })
      .where('channel', '=', place.channel)
      .where('adapter', '=', place.adapter)
      .where('team', place.team === null ? 'is' : '=', place.team)
      .where('state', '=', 'active')
      .returning('owner')
      .execute()
    const notices = [...new Set(paused.map(({ owner }) => owner))].map(notice)
    await addDeliveries(
      db,
      notices.filter((each) => each !== null),
    )
  })
}

/** Lets the watches of a channel go on, from `upTo`: what came meanwhile is not told in one go. Returns how many did. */
export async function resumeWatches(store: Store, place: WatchPlace, upTo: number): Promise<number> {
  const { numUpdatedRows } = await store.db
    .updateTable('watch')
    .set({ state: 'active', reason: null, since: upTo })
    .where('channel', '=', place.channel)
    .where('adapter', '=', place.adapter)
    .where('team', place.team === null ? 'is' : '=', place.team)
    .where('state', '=', 'paused')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
