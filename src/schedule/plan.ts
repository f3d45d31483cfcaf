import { jitterOf, lateAfter, mostLate, type Slot, slotAfter, slotsDue } from '../schedule.ts'
import type { NewDelivery } from '../storage/deliveries.ts'
import type { Planned, StoredSchedule } from '../storage/schedules.ts'
import { localWords, wallTime } from './local-time.ts'

/** What makes a slot's delivery itself, the same in every process. */
export const slotIdentity = (schedule: string, slot: string): string => `digest:${schedule}:${slot}`

/** A delivery of a schedule, before anything is decided about it. */
export function deliveryFor(schedule: StoredSchedule, slot: string, identity: string, now: number): NewDelivery {
  return {
    identity,
    kind: 'digest',
    schedule: schedule.id,
    slot,
    adapter: schedule.adapter,
    team: schedule.team,
    channel: schedule.channel,
    person: null,
    thread: null,
    edits: null,
    state: 'pending',
    about: { since: schedule.since, upTo: schedule.since, at: null, late: false, merged: [], asked: false },
    runAt: now,
    expiresAt: now + mostLate,
    createdAt: now,
  }
}

/** Remembers slots by rule, zone and last slot: ten thousand channels with one schedule cost one computation. */
export type Slots = (schedule: StoredSchedule) => { due: Slot[]; next: Slot | null }
export function slotsAt(now: number): Slots {
  const known = new Map<string, ReturnType<Slots>>()
  return (schedule) => {
    const key = `${schedule.cron}|${schedule.zone}|${schedule.slotDone}`
    let found = known.get(key)
    if (!found) {
      const due = slotsDue(schedule, schedule.slotDone, now)
      found = { due, next: slotAfter(schedule, due.at(-1)?.slot ?? schedule.slotDone) }
      known.set(key, found)
    }
    return found
  }
}

/**
 * What a tick makes of a schedule: each slot that is due becomes one delivery. Of several, only the last is posted, with the news of all (a burst of
 * stale posts after an outage serves nobody); where that one is late too, the schedule's rule for missed slots decides, and beyond a day its news goes
 * into the next. `upTo` is the highest number of an article so far.
 */
export function planSlots(schedule: StoredSchedule, slots: Slots, now: number, upTo: number): Planned {
  const { due, next } = slots(schedule)
  const last = due.at(-1)
  const moved = { slotDone: last?.slot ?? schedule.slotDone, nextSlot: next?.slot ?? null, nextAt: next?.at ?? null }
  if (!last) return { deliveries: [], ...moved, since: schedule.since }
  const jitter = jitterOf(schedule.id, schedule.spread)
  const late = now - last.at > lateAfter
  const posted = !late || (schedule.missed === 'late' && now - last.at <= mostLate)
  const skipped = schedule.missed === 'skip'
  const deliveries = due.map(({ slot, at }): NewDelivery => {
    const delivery = deliveryFor(schedule, slot, slotIdentity(schedule.id, slot), now)
    const about = { ...delivery.about, at, upTo }
    if (slot === last.slot && posted) {
      const merged = skipped ? [] : due.slice(0, -1).map((each) => each.slot)
      const runAt = late ? now + jitter : Math.max(at + jitter, now)
      return { ...delivery, about: { ...about, late, merged }, runAt, expiresAt: Math.max(at, now) + mostLate }
    }
    const into = posted ? last.slot : moved.nextSlot
    const error = skipped
      ? 'missed, and skipped as this schedule says'
      : `missed; its news came into the digest of ${into ? localWords(wallTime(into)) : 'another day'}`
    return { ...delivery, about, state: skipped ? 'skipped' : 'merged', error }
  })
  return { deliveries, ...moved, since: posted || skipped ? upTo : schedule.since }
}
