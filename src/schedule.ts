import { createHash } from 'node:crypto'
import { Cron } from 'croner'
import { z } from 'zod'
import { riskCategories } from './claim.ts'
import { instantOf, localAt, localText, type WallTime, wallTime } from './schedule/local-time.ts'

/** What a digest is about; an empty list is everything. `leastWeight` 0–10 leaves out launches that weigh less. */
export const filtersSchema = z.object({
  vendors: z.array(z.string()).default([]),
  models: z.array(z.string()).default([]),
  categories: z.array(z.enum(riskCategories)).default([]),
  leastWeight: z.int().min(0).max(10).default(0),
})
export type Filters = z.infer<typeof filtersSchema>

/** With nothing new: one line, or nothing at all. */
export const quietChoices = ['note', 'silence'] as const
/** A slot that could not be posted when it was due: late and labelled, left to the next one, or skipped with what was in it. */
export const missedChoices = ['late', 'merge', 'skip'] as const

/** When a channel gets its digest, and what it is about. `cron` has five fields and is read in `zone` (IANA). */
export const scheduleSchema = z.object({
  id: z.string(),
  adapter: z.string(),
  team: z.string().nullable(),
  channel: z.string(),
  /** Who made it: told once when it has to pause. */
  owner: z.string().nullable(),
  cron: z.string(),
  zone: z.string(),
  filters: filtersSchema,
  quiet: z.enum(quietChoices),
  missed: z.enum(missedChoices),
  /** Posts are spread over this many milliseconds after the slot, each schedule at its own place; 0 is on the dot. */
  spread: z.int().min(0),
})
export type Schedule = z.infer<typeof scheduleSchema>

/** The spread where nobody says otherwise: five minutes, so that a thousand channels do not ask at the same second. */
export const usualSpread = 5 * 60_000
/** A missed slot is posted late up to this long after it was due. */
export const mostLate = 24 * 60 * 60_000
/** Beyond this a post counts as late and says so. */
export const lateAfter = 15 * 60_000

/** One slot: its local time as `2026-04-06T09:00`, and the instant at which it comes. */
export interface Slot {
  slot: string
  at: number
}

const patterns = new Map<string, Cron>()
/** croner counts on wall clock times alone: it is given UTC, and the zone is put on afterwards, so that no change of clocks can hide or double a slot. */
function patternOf(cron: string): Cron {
  let pattern = patterns.get(cron)
  if (!pattern) {
    pattern = new Cron(cron, { timezone: 'UTC', mode: '5-part' })
    patterns.set(cron, pattern)
  }
  return pattern
}

/** The next local time of a schedule after another one, or null where there is none. */
function nextLocal(cron: string, after: WallTime): WallTime | null {
  return patternOf(cron).nextRun(new Date(after))?.getTime() ?? null
}

/** The first slot after a local slot. A slot inside the hour that a spring change skips comes right after the gap, one in a repeated hour once, the first time. */
export function slotAfter(schedule: Pick<Schedule, 'cron' | 'zone'>, done: string): Slot | null {
  const local = nextLocal(schedule.cron, wallTime(done))
  return local === null ? null : { slot: localText(local), at: instantOf(schedule.zone, local) }
}

/** A slot older than this is only counted as skipped, not listed. */
const oldestListed = 42 * 24 * 60 * 60_000

/**
 * The slots that came after the last one done, up to `now` (epoch milliseconds), oldest first. `done` is a local time: clocks that jump back, in the
 * zone or on this machine, never give a slot twice, and what a jump forward passes over is due.
 */
export function slotsDue(schedule: Pick<Schedule, 'cron' | 'zone'>, done: string, now: number): Slot[] {
  const oldest = localText(localAt(schedule.zone, now) - oldestListed)
  const due: Slot[] = []
  for (
    let slot = slotAfter(schedule, done > oldest ? done : oldest);
    slot && slot.at <= now;
    slot = slotAfter(schedule, slot.slot)
  )
    due.push(slot)
  return due
}

/** The local time that a new schedule starts from: slots up to now count as done. */
export const slotNow = (zone: string, now: number): string => localText(localAt(zone, now))

/** A schedule's place within its spread, in milliseconds: always the same for the same id. */
export function jitterOf(id: string, spread: number): number {
  return spread === 0 ? 0 : createHash('sha256').update(id).digest().readUInt32BE(0) % spread
}
