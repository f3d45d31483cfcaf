import { type Kysely, sql, type Transaction } from 'kysely'
import { type Delivery, delivery } from './deliveries.ts'
import type { Tables } from './schema.ts'
import type { Store } from './store.ts'

type Db = Kysely<Tables> | Transaction<Tables>

/** A scope that is closed for longer than this is passed over by a claim; a shorter wait is waited for under the lease. */
const shortWait = 2000

/**
 * Takes deliveries to post, those whose worker went silent first: they are this worker's until the lease is over (`lease` milliseconds). Two workers
 * never get the same one. What may not go out yet (a cooling channel or token) is left alone.
 */
export async function claimDue(
  store: Store,
  { worker, now, lease, limit, adapters }: { worker: string; now: number; lease: number; limit: number; adapters: string[] },
): Promise<Delivery[]> {
  if (adapters.length === 0) return []
  const take = (which: 'expired' | 'due', most: number) =>
    store.db
      .updateTable('delivery')
      .set((set) => ({
        state: 'sending',
        worker,
        lease_until: now + lease,
        attempts: sql<number>`${set.ref('attempts')} + 1`,
      }))
      .where('id', 'in', (query) =>
        query
          .selectFrom('delivery')
          .select('id')
          .$if(which === 'expired', (inner) => inner.where('state', '=', 'sending').where('lease_until', '<', now))
          .$if(which === 'due', (inner) => inner.where('state', '=', 'pending').where('run_at', '<=', now))
          .where('message', 'is not', null)
          .where('adapter', 'in', adapters)
          .where((where) =>
            where.not(
              where.exists(
                where
                  .selectFrom('cooldown')
                  .select('scope')
                  .where('until', '>', now + shortWait)
                  .where((either) =>
                    either.or([
                      either('cooldown.scope', '=', either.ref('delivery.token_scope')),
                      either('cooldown.scope', '=', either.ref('delivery.channel_scope')),
                    ]),
                  ),
              ),
            ),
          )
          .orderBy(which === 'due' ? 'run_at' : 'lease_until')
          .limit(most)
          .$if(store.engine === 'postgres', (inner) => inner.forUpdate().skipLocked()),
      )
      .returningAll()
      .execute()
  const expired = await take('expired', limit)
  const due = expired.length < limit ? await take('due', limit - expired.length) : []
  return [...expired, ...due].map(delivery).sort((a, b) => a.runAt - b.runAt || (a.id < b.id ? -1 : 1))
}

/**
 * Begins a payload: its number is written down before it is sent, and the lease starts anew at `from`. False where the lease was lost meanwhile, so that
 * nothing may be sent.
 */
export async function beginPost(
  db: Db,
  { id, worker, payload, from, lease }: { id: string; worker: string; payload: number; from: number; lease: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({ trying: payload, tried_at: from, lease_until: from + lease })
    .where('id', '=', id)
    .where('worker', '=', worker)
    .where('state', '=', 'sending')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What became of a claimed delivery. */
export type Settlement =
  | { state: 'sent' | 'failed' | 'unknown'; error: string | null }
  /** Another try later; `doubt` keeps the payload that may be out. */
  | { state: 'pending'; runAt: number; error: string | null; doubt: boolean }
  /** One payload is out and others follow. */
  | { state: 'sending' }

/** Writes what became of a delivery; false where the lease was lost: then another worker has it, and its word counts. */
export async function settle(
  store: Store,
  worker: string,
  { id, posted }: Pick<Delivery, 'id' | 'posted'>,
  settlement: Settlement,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await store.db
    .updateTable('delivery')
    .set({
      state: settlement.state,
      posted: JSON.stringify(posted),
      ...(settlement.state === 'sending' ? {} : { lease_until: null, worker: null, error: settlement.error }),
      ...(settlement.state === 'pending' ? { run_at: settlement.runAt } : {}),
      ...(settlement.state === 'pending' && settlement.doubt ? {} : { trying: null }),
      ...(settlement.state === 'pending' || settlement.state === 'sending' ? {} : { settled_at: now }),
    })
    .where('id', '=', id)
    .where('worker', '=', worker)
    .where('state', '=', 'sending')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
