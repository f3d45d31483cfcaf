import type { Store } from './store.ts'

/** Longer than the platforms retry: Slack's last retry comes after about five minutes, replays after a lost socket within the hour. */
const keptFor = 24 * 60 * 60 * 1000

/**
 * True for the first to claim this event, over all processes on the database; false for every later one. `id` names platform and event
 * ("slack:Ev123"), `now` is epoch milliseconds.
 */
export async function claimEvent(store: Store, id: string, now: number): Promise<boolean> {
  const claimed = await store.db
    .insertInto('event')
    .values({ id, at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return claimed !== undefined
}

/** Forgets events that no platform can send again. */
export async function forgetOldEvents(store: Store, now: number): Promise<void> {
  await store.db
    .deleteFrom('event')
    .where('at', '<', now - keptFor)
    .execute()
}
