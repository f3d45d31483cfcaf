import { createHash } from 'node:crypto'
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Message } from '../message/message.ts'
import type { DeliveryTable, Tables } from './schema.ts'
import type { Store } from './store.ts'

type Db = Kysely<Tables> | Transaction<Tables>

/**
 * `pending` → `sending` (leased by a worker) → `sent`, `failed`, or `unknown` (it may be out, and nobody can look). `merged` and `skipped` are slots
 * that were missed and will not be posted by themselves.
 */
export type DeliveryState = 'pending' | 'sending' | 'sent' | 'failed' | 'unknown' | 'merged' | 'skipped'
export type DeliveryKind = 'digest' | 'watch' | 'answer' | 'correction' | 'edit' | 'notice'

/** What the content is made from: the window of article numbers, the slot's instant, and what there is to say about the slot itself. */
export interface About {
  since: number
  upTo: number
  /** The instant of the slot, epoch milliseconds; null where it is none. */
  at: number | null
  /** Posted after it was due. */
  late: boolean
  /** Earlier slots whose news this one tells too. */
  merged: string[]
  /** Asked for by a person out of turn. */
  asked: boolean
}

/** What came of a composed delivery, for `/digest status`. */
export interface Receipt {
  articles: number
  shown: number
  /** What was left out, and why, in words; at most twenty. */
  leftOut: { what: string; why: string }[]
}

/** One delivery to be written; `identity` is what makes it itself, the same wherever it is written. */
export interface NewDelivery {
  identity: string
  kind: DeliveryKind
  schedule: string | null
  slot: string | null
  adapter: string
  team: string | null
  channel: string | null
  person: string | null
  thread: string | null
  /** Ids of the posts whose content the message replaces, payload by payload. */
  edits: string[] | null
  state: 'pending' | 'merged' | 'skipped'
  about: About
  /** Already composed: the message to post. */
  message?: Message
  runAt: number
  expiresAt: number
  createdAt: number
  error?: string
}

export interface Delivery {
  id: string
  kind: DeliveryKind
  schedule: string | null
  slot: string | null
  adapter: string
  team: string | null
  channel: string | null
  person: string | null
  thread: string | null
  edits: string[] | null
  tokenScope: string
  channelScope: string
  state: DeliveryState
  message: string | null
  about: About
  runAt: number
  expiresAt: number
  leaseUntil: number | null
  attempts: number
  /** Ids of the posts that are out, one a payload, in order. */
  posted: string[]
  /** The payload whose post was begun and not settled, and when. */
  trying: number | null
  triedAt: number | null
  error: string | null
  receipt: Receipt | null
  createdAt: number
  settledAt: number | null
}

const delivery = (row: Selectable<DeliveryTable>): Delivery => ({
  id: row.id,
  kind: row.kind as DeliveryKind,
  schedule: row.schedule,
  slot: row.slot,
  adapter: row.adapter,
  team: row.team,
  channel: row.channel,
  person: row.person,
  thread: row.thread,
  edits: row.edits === null ? null : (JSON.parse(row.edits) as string[]),
  tokenScope: row.token_scope,
  channelScope: row.channel_scope,
  state: row.state as DeliveryState,
  message: row.message,
  about: JSON.parse(row.about) as About,
  runAt: row.run_at,
  expiresAt: row.expires_at,
  leaseUntil: row.lease_until,
  attempts: row.attempts,
  posted: JSON.parse(row.posted) as string[],
  trying: row.trying,
  triedAt: row.tried_at,
  error: row.error,
  receipt: row.receipt === null ? null : (JSON.parse(row.receipt) as Receipt),
  createdAt: row.created_at,
  settledAt: row.settled_at,
})

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24)
/** The id of a delivery, from what makes it itself. */
export const deliveryId = (identity: string): string => hashOf(identity)

/** Keeps a message once, whoever is to get it, with the claims that it cites; returns its id. */
export async function keepMessage(db: Db, message: Message): Promise<string> {
  const body = JSON.stringify(message)
  const id = hashOf(body)
  const added = await db
    .insertInto('message')
    .values({ id, body })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  const cited = Object.keys(message.citations)
  if (added && cited.length > 0)
    await db
      .insertInto('message_claim')
      .columns(['message', 'claim', 'article', 'finding', 'type', 'model_key', 'subject_key'])
      .expression((from) =>
        from
          .selectFrom('claim')
          .select([
            sql<string>`cast(${id} as text)`.as('message'),
            'id',
            'article',
            'finding',
            'type',
            'model_key',
            'subject_key',
          ])
          .where('id', 'in', cited),
      )
      .execute()
  return id
}

/** The message with this id. */
export async function messageById(store: Store, id: string): Promise<Message | undefined> {
  const row = await store.db.selectFrom('message').select('body').where('id', '=', id).executeTakeFirst()
  return row && (JSON.parse(row.body) as Message)
}

/** Writes deliveries; one that is there already stays as it is. Pass a transaction to write them with something else. */
export async function addDeliveries(db: Db, deliveries: NewDelivery[]): Promise<void> {
  const rows: Selectable<DeliveryTable>[] = []
  for (const each of deliveries) {
    rows.push({
      id: deliveryId(each.identity),
      kind: each.kind,
      schedule: each.schedule,
      slot: each.slot,
      adapter: each.adapter,
      team: each.team,
      channel: each.channel,
      person: each.person,
      thread: each.thread,
      edits: each.edits && JSON.stringify(each.edits),
      token_scope: `${each.adapter}:${each.team ?? ''}`,
      channel_scope: `${each.adapter}:${each.team ?? ''}:${each.channel ?? each.person ?? ''}`,
      state: each.state,
      message: each.message ? await keepMessage(db, each.message) : null,
      about: JSON.stringify(each.about),
      run_at: each.runAt,
      expires_at: each.expiresAt,
      lease_until: null,
      worker: null,
      attempts: 0,
      posted: '[]',
      trying: null,
      tried_at: null,
      error: each.error ?? null,
      receipt: null,
      created_at: each.createdAt,
      settled_at: each.state === 'pending' ? null : each.createdAt,
    })
  }
  for (let from = 0; from < rows.length; from += 400)
    await db
      .insertInto('delivery')
      .values(rows.slice(from, from + 400))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Deliveries that are due or will be by `by`, and have no message yet. */
export async function uncomposed(store: Store, by: number, limit: number): Promise<Delivery[]> {
  const rows = await store.db
    .selectFrom('delivery')
    .selectAll()
    .where('state', '=', 'pending')
    .where('run_at', '<=', by)
    .where('message', 'is', null)
    .orderBy('run_at')
    .limit(limit)
    .execute()
  return rows.map(delivery)
}

/** Gives pending deliveries their message, or settles them where there is nothing to say; the first to do so wins. */
export async function compose(
  store: Store,
  ids: string[],
  composed: { message: Message | null; receipt: Receipt },
  now: number,
): Promise<void> {
  await store.db.transaction().execute(async (db) => {
    const receipt = JSON.stringify(composed.receipt)
    const change = composed.message
      ? { message: await keepMessage(db, composed.message), receipt }
      : { state: 'sent', receipt, settled_at: now, error: 'nothing new, and silence was asked for' }
    await db
      .updateTable('delivery')
      .set(change)
      .where('id', 'in', ids)
      .where('state', '=', 'pending')
      .where('message', 'is', null)
      .execute()
  })
}

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

/** The newest deliveries of a schedule, newest slot first. */
export async function deliveriesOf(store: Store, schedule: string, limit: number): Promise<Delivery[]> {
  const rows = await store.db
    .selectFrom('delivery')
    .selectAll()
    .where('schedule', '=', schedule)
    .orderBy('created_at', 'desc')
    .orderBy('slot', 'desc')
    .limit(limit)
    .execute()
  return rows.map(delivery)
}

/** The newest deliveries of one kind in a channel, newest first. */
export async function deliveriesAt(
  store: Pick<Store, 'db'>,
  place: { adapter: string; team: string | null; channel: string },
  kind: DeliveryKind,
  limit: number,
): Promise<Delivery[]> {
  const rows = await store.db
    .selectFrom('delivery')
    .selectAll()
    .where('channel', '=', place.channel)
    .where('adapter', '=', place.adapter)
    .where('team', place.team === null ? 'is' : '=', place.team)
    .where('kind', '=', kind)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(delivery)
}

/** The id of the newest digest or watch post in a channel that cites one of these claims; null where there is none. */
export async function postCiting(
  store: Store,
  place: { adapter: string; team: string | null; channel: string },
  claims: string[],
): Promise<string | null> {
  if (claims.length === 0) return null
  const row = await store.db
    .selectFrom('message_claim')
    .innerJoin('delivery', 'delivery.message', 'message_claim.message')
    .select('delivery.posted')
    .where('message_claim.claim', 'in', claims)
    .where('delivery.channel', '=', place.channel)
    .where('delivery.adapter', '=', place.adapter)
    .where('delivery.team', place.team === null ? 'is' : '=', place.team)
    .where('delivery.state', '=', 'sent')
    .where('delivery.kind', 'in', ['digest', 'watch'])
    .orderBy('delivery.created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? ((JSON.parse(row.posted) as string[])[0] ?? null) : null
}

/** True where a correction in this channel already tells of one of these claims. */
export async function correctionCites(
  store: Store,
  place: { adapter: string; team: string | null; channel: string },
  claims: string[],
): Promise<boolean> {
  if (claims.length === 0) return false
  const row = await store.db
    .selectFrom('message_claim')
    .innerJoin('delivery', 'delivery.message', 'message_claim.message')
    .select('delivery.id')
    .where('message_claim.claim', 'in', claims)
    .where('delivery.channel', '=', place.channel)
    .where('delivery.adapter', '=', place.adapter)
    .where('delivery.kind', '=', 'correction')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** One delivery. */
export async function deliveryById(store: Store, id: string): Promise<Delivery | undefined> {
  const row = await store.db.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirst()
  return row && delivery(row)
}

/** When the next pending delivery may go out, or null where none waits. */
export async function nextRun(store: Store): Promise<number | null> {
  const row = await store.db
    .selectFrom('delivery')
    .select('run_at')
    .where('state', '=', 'pending')
    .orderBy('run_at')
    .limit(1)
    .executeTakeFirst()
  return row?.run_at ?? null
}

/** How many deliveries are in each state. */
export async function deliveryCounts(store: Store): Promise<Partial<Record<DeliveryState, number>>> {
  const rows = await store.db
    .selectFrom('delivery')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}
