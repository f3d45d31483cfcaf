import type { Posters } from '../../src/delivery/poster.ts'
import type { Digests } from '../../src/digest.ts'
import { createLog } from '../../src/log.ts'
import type { Schedule } from '../../src/schedule.ts'
import { slotAfter, slotNow } from '../../src/schedule.ts'
import { noticeArticles } from '../../src/storage/known-articles.ts'
import { addSchedules, type StoredSchedule } from '../../src/storage/schedules.ts'
import type { Store } from '../../src/storage/store.ts'

export const minutes = 60_000
export const hours = 60 * minutes
export const days = 24 * hours

/** A clock that moves only when told to; waiting moves it. */
export function handClock(start: string) {
  let at = Date.parse(start)
  return {
    now: () => at,
    set: (to: string | number) => {
      at = typeof to === 'number' ? to : Date.parse(to)
    },
    wait: async (milliseconds: number) => {
      at += milliseconds
    },
  }
}

/** Digests over a store with a hand-moved clock; failures are logged into `lines`. */
export function digestsOver(store: Store, posters: Posters, clock: ReturnType<typeof handClock>, worker = 'w1') {
  const lines: string[] = []
  const digests: Digests = {
    store,
    posters,
    log: createLog('info', (line) => void lines.push(line), clock.now),
    worker,
    lease: 60_000,
    now: clock.now,
    wait: clock.wait,
    chance: () => 0.5,
  }
  return { digests, lines }
}

/** A schedule of a channel, made at the clock's time. */
export async function scheduleIn(
  store: Store,
  clock: { now(): number },
  given: Partial<StoredSchedule> = {},
): Promise<StoredSchedule> {
  const now = clock.now()
  const made = {
    id: 'd1',
    adapter: 'fake',
    team: 't1',
    channel: 'c1',
    owner: 'u1',
    cron: '0 9 * * 1',
    zone: 'Europe/Berlin',
    filters: { vendors: [], models: [], categories: [], leastWeight: 0 } satisfies Schedule['filters'],
    quiet: 'note',
    missed: 'late',
    spread: 0,
    state: 'active',
    reason: null,
    ...given,
  } as const
  const slotDone = slotNow(made.zone, now)
  const next = slotAfter(made, slotDone)
  const schedule: StoredSchedule = {
    slotDone,
    nextSlot: next?.slot ?? null,
    nextAt: next?.at ?? null,
    since: await noticeArticles(store, now),
    createdAt: now,
    ...made,
  }
  await addSchedules(store, [schedule])
  return schedule
}
