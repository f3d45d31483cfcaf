import { createHash } from 'node:crypto'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Message } from '../message/message.ts'
import { keepMessage } from './messages.ts'
import type { DeliveryTable, Tables } from './schema.ts'
import { slices } from './slices.ts'
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

/** What a delivery is and where it goes. */
interface Destined {
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
}

/** One delivery to be written; `identity` is what makes it itself, the same wherever it is written. */
export interface NewDelivery extends Destined {
  identity: string
  state: 'pending' | 'merged' | 'skipped'
  about: About
  /** Already composed: the message to post. */
  message?: Message
  runAt: number
  expiresAt: number
  createdAt: number
  error?: string
}

export interface Delivery extends Destined {
  id: string
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

/** A stored row as a delivery. */
export const delivery = (row: Selectable<DeliveryTable>): Delivery => ({
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

/** The id of a delivery, from what makes it itself. */
export const deliveryId = (identity: string): string => createHash('sha256').update(identity).digest('hex').slice(0, 24)

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
  for (const slice of slices(rows, 400))
    await db
      .insertInto('delivery')
      .values(slice)
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
