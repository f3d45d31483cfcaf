import type { Selectable } from 'kysely'
import type { Schedule } from '../schedule.ts'
import type { NewDelivery } from './deliveries.ts'
import { addDeliveries } from './deliveries.ts'
import type { ScheduleTable } from './schema.ts'
import { slices } from './slices.ts'
import type { Store } from './store.ts'

/** `paused` with a reason: by a person, or since the channel takes no posts. `removed` ones are kept for their receipts. */
export type ScheduleState = 'active' | 'paused' | 'removed'

/** A schedule with what was done of it. */
export interface StoredSchedule extends Schedule {
  state: ScheduleState
  reason: string | null
  /** The last local slot that was dealt with, one way or the other. */
  slotDone: string
  /** The slot that comes next, and when it is looked at (epoch milliseconds, its place in the spread included). */
  nextSlot: string | null
  nextAt: number | null
  /** Articles numbered up to here were told. */
  since: number
  createdAt: number
}

function stored(row: Selectable<ScheduleTable>): StoredSchedule {
  return {
    id: row.id,
    adapter: row.adapter,
    team: row.team,
    channel: row.channel,
    owner: row.owner,
    cron: row.cron,
    zone: row.zone,
    filters: JSON.parse(row.filters) as Schedule['filters'],
    quiet: row.quiet as Schedule['quiet'],
    missed: row.missed as Schedule['missed'],
    spread: row.spread,
    state: row.state as ScheduleState,
    reason: row.reason,
    slotDone: row.slot_done,
    nextSlot: row.next_slot,
    nextAt: row.next_at,
    since: row.since,
    createdAt: row.created_at,
  }
}

const rowOf = (schedule: StoredSchedule): Selectable<ScheduleTable> => ({
  id: schedule.id,
  adapter: schedule.adapter,
  team: schedule.team,
  channel: schedule.channel,
  owner: schedule.owner,
  cron: schedule.cron,
  zone: schedule.zone,
  filters: JSON.stringify(schedule.filters),
  quiet: schedule.quiet,
  missed: schedule.missed,
  spread: schedule.spread,
  state: schedule.state,
  reason: schedule.reason,
  slot_done: schedule.slotDone,
  next_slot: schedule.nextSlot,
  next_at: schedule.nextAt,
  since: schedule.since,
  created_at: schedule.createdAt,
})

/** Saves new schedules. */
export async function addSchedules(store: Store, schedules: StoredSchedule[]): Promise<void> {
  for (const slice of slices(schedules, 500)) await store.db.insertInto('schedule').values(slice.map(rowOf)).execute()
}

/** The schedules of one channel that are not removed, oldest first. */
export async function schedulesAt(
  store: Store,
  place: { adapter: string; team: string | null; channel: string },
): Promise<StoredSchedule[]> {
  const rows = await store.db
    .selectFrom('schedule')
    .selectAll()
    .where('channel', '=', place.channel)
    .where('adapter', '=', place.adapter)
    .where('team', place.team === null ? 'is' : '=', place.team)
    .where('state', '!=', 'removed')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(stored)
}

/** One schedule, whatever its state. */
export async function scheduleById(store: Store, id: string): Promise<StoredSchedule | undefined> {
  const row = await store.db.selectFrom('schedule').selectAll().where('id', '=', id).executeTakeFirst()
  return row && stored(row)
}

/** Takes a schedule away, and what it had not begun to post; its receipts stay. */
export async function removeSchedule(store: Store, id: string, now: number): Promise<void> {
  await store.db.transaction().execute(async (db) => {
    await db.updateTable('schedule').set({ state: 'removed', next_at: null }).where('id', '=', id).execute()
    await db
      .updateTable('delivery')
      .set({ state: 'skipped', error: 'its schedule was removed', settled_at: now })
      .where('schedule', '=', id)
      .where('state', '=', 'pending')
      .where('trying', 'is', null)
      .where('posted', '=', '[]')
      .execute()
  })
}

/** Changes what is given; true where a schedule that is not removed had it to change. */
export async function changeSchedule(
  store: Store,
  id: string,
  change: Partial<Pick<StoredSchedule, 'state' | 'reason' | 'slotDone' | 'nextSlot' | 'nextAt' | 'since'>>,
): Promise<boolean> {
  const { slotDone, nextSlot, nextAt, ...plain } = change
  const { numUpdatedRows } = await store.db
    .updateTable('schedule')
    .set({
      ...plain,
      ...(slotDone === undefined ? {} : { slot_done: slotDone }),
      ...(nextSlot === undefined ? {} : { next_slot: nextSlot }),
      ...(nextAt === undefined ? {} : { next_at: nextAt }),
    })
    .where('id', '=', id)
    .where('state', '!=', 'removed')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Pauses an active schedule, and writes a notice to its owner in the same transaction, so that he is told once. False where it was not active.
 */
export async function pauseSchedule(store: Store, id: string, reason: string, notice: NewDelivery | null): Promise<boolean> {
  return store.db.transaction().execute(async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('schedule')
      .set({ state: 'paused', reason })
      .where('id', '=', id)
      .where('state', '=', 'active')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    if (notice) await addDeliveries(db, [notice])
    return true
  })
}

/** What a tick makes of one schedule that is due. */
export interface Planned {
  deliveries: NewDelivery[]
  slotDone: string
  nextSlot: string | null
  nextAt: number | null
  since: number
}

/**
 * Takes at most `limit` schedules that are due, lets `plan` decide, and writes the slots and the schedules in the same transaction: a slot is either
 * written with its schedule moved on, or neither. Processes never take the same schedule at once, and a slot that is there already stays as it is.
 * @returns how many were taken.
 */
export async function planDue(
  store: Store,
  now: number,
  limit: number,
  plan: (schedule: StoredSchedule) => Planned,
): Promise<number> {
  return store.db.transaction().execute(async (db) => {
    const rows = await db
      .selectFrom('schedule')
      .selectAll()
      .where('state', '=', 'active')
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .limit(limit)
      .$if(store.engine === 'postgres', (query) => query.forUpdate().skipLocked())
      .execute()
    if (rows.length === 0) return 0
    const planned = rows.map((row) => ({ id: row.id, plan: plan(stored(row)) }))
    // schedules of one rule and zone move on to the same slot: one statement for all of them
    const alike = Map.groupBy(planned, ({ plan: { slotDone, nextAt, since } }) => `${slotDone}|${nextAt}|${since}`)
    for (const group of alike.values()) {
      const { slotDone, nextSlot, nextAt, since } = group[0]!.plan
      await db
        .updateTable('schedule')
        .set({ slot_done: slotDone, next_slot: nextSlot, next_at: nextAt, since })
        .where(
          'id',
          'in',
          group.map(({ id }) => id),
        )
        .execute()
    }
    const deliveries = planned.flatMap(({ plan: { deliveries } }) => deliveries)
    await addDeliveries(db, deliveries)
    return rows.length
  })
}
