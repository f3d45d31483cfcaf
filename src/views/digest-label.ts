import { riskLabel } from '../lexicon/risk-categories.ts'
import { localAt, localWords, wallTime } from '../schedule/local-time.ts'
import type { Schedule } from '../schedule.ts'
import type { Delivery } from '../storage/deliveries.ts'
import type { DigestLabel } from './digest.ts'

/** "only OpenAI, Gemini 3, security risks, weight 3 and more", or null where everything is told. */
export function filterWords({ vendors, models, categories, leastWeight }: Schedule['filters']): string | null {
  const parts = [
    ...vendors,
    ...models,
    ...(categories.length > 0 ? [`${categories.map((each) => riskLabel(each).toLowerCase()).join(', ')} risks`] : []),
    ...(leastWeight > 0 ? [`launches of weight ${leastWeight} and more`] : []),
  ]
  return parts.length === 0 ? null : `only ${parts.join(', ')}`
}

/** The local time of a slot; a digest that was asked for has the time at which it was. */
const slotTime = (slot: string): number => wallTime(slot.slice(0, 16))

/** The last digest whose window counts: one that was asked for tells its news early, and the regular one tells it again with the rest. */
const lastTold = (earlier: Delivery[]): Delivery | undefined =>
  earlier.find(({ state, about }) => state !== 'merged' && state !== 'skipped' && !about.asked)

/**
 * What a digest says about itself. `earlier`: the deliveries of the schedule before this one, newest first; `createdAt`: when the schedule was made.
 */
export function labelOf(
  schedule: Pick<Schedule, 'zone' | 'filters'> & { createdAt: number },
  delivery: Pick<Delivery, 'slot' | 'about'>,
  earlier: Delivery[],
  failedFeeds: string[],
): DigestLabel {
  const told = lastTold(earlier)
  const untold = earlier.slice(0, told ? earlier.indexOf(told) : undefined).filter(({ state }) => state === 'merged')
  const merged = new Set([...untold.map(({ slot }) => slot!), ...delivery.about.merged])
  return {
    slot: slotTime(delivery.slot!),
    zone: schedule.zone,
    since: told?.slot ? slotTime(told.slot) : localAt(schedule.zone, schedule.createdAt),
    late: delivery.about.late,
    merged: [...merged].sort().map((slot) => localWords(slotTime(slot))),
    about: filterWords(schedule.filters),
    failedFeeds,
  }
}

/** When the window of a digest opened (epoch milliseconds): at the one before it, or when the schedule was made. */
export function openedAt(earlier: Delivery[], createdAt: number): number {
  const told = lastTold(earlier)
  return told?.about.at ?? told?.createdAt ?? createdAt
}
