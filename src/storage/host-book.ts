import type { HostBook } from '../intake/polite.ts'
import { cool, reserve } from './cooldowns.ts'
import type { Store } from './store.ts'

/** How long each request stays written down. */
const loggedFor = 7 * 24 * 60 * 60_000
const paceOf = (host: string): string => `host:${host}`
const pauseOf = (host: string): string => `host pause:${host}`

/** What all processes together remember about hosts: when each may be asked again, its robots.txt, and what was asked. */
export function hostBook(store: Store, now: () => number): HostBook {
  return {
    async openAt(host) {
      const row = await store.db.selectFrom('cooldown').select('until').where('scope', '=', pauseOf(host)).executeTakeFirst()
      return row?.until ?? 0
    },
    reserve: (host, gap) => reserve(store.db, paceOf(host), gap, now()),
    close: (host, until) => cool(store, pauseOf(host), until),
    async rules(origin) {
      const row = await store.db.selectFrom('site_rules').selectAll().where('origin', '=', origin).executeTakeFirst()
      return row ? { body: row.body, fetchedAt: row.fetched_at } : null
    },
    async keepRules(origin, body) {
      const row = { body: body.slice(0, 512_000), fetched_at: now() }
      await store.db
        .insertInto('site_rules')
        .values({ origin, ...row })
        .onConflict((conflict) => conflict.column('origin').doUpdateSet(row))
        .execute()
    },
    async note({ address, took, ...entry }) {
      await store.db
        .insertInto('fetch_log')
        .values({ at: now(), address: address.slice(0, 2000), took: Math.round(took), ...entry })
        .execute()
    },
  }
}

/** Forgets requests of more than a week ago. */
export async function forgetOldFetches(store: Store, now: number): Promise<void> {
  await store.db
    .deleteFrom('fetch_log')
    .where('at', '<', now - loggedFor)
    .execute()
}

/** What was asked since a time, by outcome, and the newest requests. */
export async function fetchSummary(
  store: Store,
  since: number,
  newest: number,
): Promise<{
  outcomes: { outcome: string; requests: number }[]
  last: { at: number; address: string; outcome: string; status: number | null }[]
}> {
  const outcomes = await store.db
    .selectFrom('fetch_log')
    .select(({ fn }) => ['outcome', fn.countAll<number>().as('requests')])
    .where('at', '>=', since)
    .groupBy('outcome')
    .orderBy('requests', 'desc')
    .orderBy('outcome')
    .execute()
  const last = await store.db
    .selectFrom('fetch_log')
    .select(['at', 'address', 'outcome', 'status'])
    .orderBy('seq', 'desc')
    .limit(newest)
    .execute()
  return { outcomes: outcomes.map(({ outcome, requests }) => ({ outcome, requests: Number(requests) })), last }
}
