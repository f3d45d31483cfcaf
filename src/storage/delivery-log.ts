import { type Delivery, type DeliveryKind, type DeliveryState, delivery } from './deliveries.ts'
import type { Store } from './store.ts'

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

/** How many deliveries are in each state. */
export async function deliveryCounts(store: Store): Promise<Partial<Record<DeliveryState, number>>> {
  const rows = await store.db
    .selectFrom('delivery')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}
