import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, localAt, localText, wallTime, zoneNamed } from '../src/schedule/local-time.ts'
import { planSlots, slotsAt } from '../src/schedule/plan.ts'
import { cronOf, wordsOf } from '../src/schedule/words.ts'
import { jitterOf, lateAfter, mostLate, slotAfter, slotNow, slotsDue } from '../src/schedule.ts'
import type { StoredSchedule } from '../src/storage/schedules.ts'

const at = (text: string) => Date.parse(text)
const hour = 60 * 60_000
const day = 24 * hour

describe('plain words', () => {
  test.each([
    ['every Monday 9:00', '0 9 * * 1', 'every Monday at 09:00'],
    ['weekdays 08:30', '30 8 * * 1-5', 'on weekdays at 08:30'],
    ['daily at 7am', '0 7 * * *', 'every day at 07:00'],
    ['first of the month', '0 9 1 * *', 'on the 1st of the month at 09:00'],
    ['0 9 * * 1', '0 9 * * 1', 'every Monday at 09:00'],
    ['Mondays and Thursdays at 9', '0 9 * * 1,4', 'every Monday and Thursday at 09:00'],
    ['mon-fri 8 a.m.', '0 8 * * 1-5', 'on weekdays at 08:00'],
    ['first Monday of the month 10:00', '0 10 * * 1#1', 'on the 1st Monday of the month at 10:00'],
    ['last Friday of the month at 4 pm', '0 16 * * 5#L', 'on the last Friday of the month at 16:00'],
    ['every Monday 9:00 and 17:00', '0 9,17 * * 1', 'every Monday at 09:00 and 17:00'],
    ['weekly', '0 9 * * 1', 'every Monday at 09:00'],
    ['Tue, Thu 18.30', '30 18 * * 2,4', 'every Tuesday and Thursday at 18:30'],
    ['midnight', '0 0 * * *', 'every day at 00:00'],
    ['@monthly', '0 0 1 * *', 'on the 1st of the month at 00:00'],
  ])('"%s" is %s and reads "%s"', (said, cron, words) => {
    expect(cronOf(said)).toBe(cron)
    expect(wordsOf(cron)).toBe(words)
  })

  test.each([
    '',
    'banana',
    'every Monday banana',
    'monday 25:00',
    'every other week',
    '*/5 * * * *',
    '0 9 31 2 *',
    '0 9 * * 1 *',
    '9:00 and 17:30',
  ])('"%s" is refused with examples', (said) => {
    expect(() => cronOf(said)).toThrow(/Say it like this: "every Monday 9:00"/)
  })

  test('whatever is typed is read whole or refused', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (said) => {
        try {
          expect(cronOf(said).split(' ').length).toBe(5)
        } catch (error) {
          expect(error).toMatchObject({ code: 'usage' })
        }
      }),
    )
  })

  test('its words name the same schedule again', () => {
    const words = fc.record({
      days: fc.subarray(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'], { minLength: 1 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
    })
    fc.assert(
      fc.property(words, ({ days, hour, minute }) => {
        const cron = cronOf(`${days.join(' and ')} ${hour}:${String(minute).padStart(2, '0')}`)
        expect(cronOf(wordsOf(cron))).toBe(cron)
      }),
    )
  })
})

describe('zones', () => {
  test.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['Berlin', 'Europe/Berlin'],
    ['america/new york', 'America/New_York'],
    ['utc', 'UTC'],
  ])('"%s" is %s', (typed, zone) => {
    expect(zoneNamed(typed)).toBe(zone)
  })

  test.each(['CET+1', 'PST', 'Nowhere/City', '', '../etc'])('"%s" is refused', (typed) => {
    expect(() => zoneNamed(typed)).toThrow(/is no time zone that I know/)
  })

  test('a time inside the spring gap is the first instant after it, a repeated one the first', () => {
    expect(instantOf('Europe/Berlin', wallTime('2027-03-28T02:30'))).toBe(at('2027-03-28T01:00:00Z'))
    expect(instantOf('Europe/Berlin', wallTime('2026-10-25T02:30'))).toBe(at('2026-10-25T00:30:00Z'))
    expect(instantOf('Australia/Lord_Howe', wallTime('2026-10-04T02:15'))).toBe(at('2026-10-03T15:30:00Z'))
    // Samoa had no 30 December 2011
    expect(instantOf('Pacific/Apia', wallTime('2011-12-30T09:00'))).toBe(at('2011-12-30T10:00:00Z'))
  })
})

const weekly = { cron: '0 9 * * 1', zone: 'Europe/Berlin' }

describe('slots', () => {
  test('a weekly slot keeps its local time over the change of clocks', () => {
    expect(slotAfter(weekly, '2026-10-19T09:00')).toEqual({ slot: '2026-10-26T09:00', at: at('2026-10-26T08:00:00Z') })
    expect(slotAfter(weekly, '2026-10-12T09:00')).toEqual({ slot: '2026-10-19T09:00', at: at('2026-10-19T07:00:00Z') })
  })

  test('what a process that was down missed is due, oldest first', () => {
    expect(
      slotsDue({ cron: '0 9 * * *', zone: 'UTC' }, '2026-04-06T09:00', at('2026-04-09T08:59:59Z')).map(({ slot }) => slot),
    ).toEqual(['2026-04-07T09:00', '2026-04-08T09:00'])
  })

  test('a clock that jumps back gives no slot twice', () => {
    expect(slotsDue(weekly, '2026-04-06T09:00', at('2026-04-01T00:00:00Z'))).toEqual([])
  })

  test('two slots of one gap both come, right after it', () => {
    const due = slotsDue({ cron: '30 1,2 * * *', zone: 'Europe/Berlin' }, '2027-03-28T01:30', at('2027-03-28T01:00:00Z'))
    expect(due).toEqual([{ slot: '2027-03-28T02:30', at: at('2027-03-28T01:00:00Z') }])
  })

  // the whole of the zones and all engines beside it: tests/bench/clock.ts
  test('in every zone, over its change days, each local slot comes once whatever the clock does', () => {
    const zones = Intl.supportedValuesOf('timeZone').filter((_, index) => index % 12 === 0)
    const year = { from: at('2026-01-01T00:00:00Z'), to: at('2027-01-01T00:00:00Z') }
    let changes = 0
    for (const zone of zones) {
      for (let from = year.from; from < year.to; from += day) {
        const offset = (instant: number) => localAt(zone, instant) - instant
        if (offset(from) === offset(from + day)) continue
        changes++
        for (const cron of ['0 0 * * *', '30 2 * * *', '0 9 * * *']) {
          const start = from - 2 * day
          const end = from + 3 * day
          let done = slotNow(zone, start)
          const seen: string[] = []
          // an hour at a time, then down for thirty hours over the change, then back by two hours
          for (const now of [start, start + hour, from - hour, from + 29 * hour, from + 27 * hour, from + 30 * hour, end]) {
            for (const { slot } of slotsDue({ cron, zone }, done, now)) {
              seen.push(slot)
              done = slot
            }
          }
          const [minute, hourOf] = cron.split(' ')
          const wanted: string[] = []
          for (let local = wallTime(`${slotNow(zone, start).slice(0, 11)}00:00`); local <= localAt(zone, end); local += day) {
            const slot = localText(local + Number(hourOf) * hour + Number(minute) * 60_000)
            if (slot > slotNow(zone, start) && wallTime(slot) <= localAt(zone, end)) wanted.push(slot)
          }
          expect({ zone, cron, seen }).toEqual({ zone, cron, seen: wanted })
        }
      }
    }
    expect(changes).toBeGreaterThan(10)
  })
})

describe('the plan of a tick', () => {
  const schedule: StoredSchedule = {
    id: 'd1',
    adapter: 'fake',
    team: null,
    channel: 'c1',
    owner: null,
    cron: '0 9 * * *',
    zone: 'UTC',
    filters: { vendors: [], models: [], categories: [], leastWeight: 0 },
    quiet: 'note',
    missed: 'late',
    spread: 0,
    state: 'active',
    reason: null,
    slotDone: '2026-04-06T09:00',
    nextSlot: '2026-04-07T09:00',
    nextAt: at('2026-04-07T09:00:00Z'),
    since: 10,
    createdAt: 0,
  }
  const plan = (change: Partial<StoredSchedule>, now: string) => {
    const planned = planSlots({ ...schedule, ...change }, slotsAt(at(now)), at(now), 15)
    return {
      ...planned,
      deliveries: planned.deliveries.map(({ slot, state, about, runAt }) => ({
        slot,
        state,
        late: about.late,
        merged: about.merged,
        in: runAt - at(now),
      })),
    }
  }

  test('a slot on time is posted, and its window ends at the newest article', () => {
    expect(plan({}, '2026-04-07T09:00:01Z')).toEqual({
      deliveries: [{ slot: '2026-04-07T09:00', state: 'pending', late: false, merged: [], in: 0 }],
      slotDone: '2026-04-07T09:00',
      nextSlot: '2026-04-08T09:00',
      nextAt: at('2026-04-08T09:00:00Z'),
      since: 15,
    })
  })

  test('a missed slot is posted late and says so, up to a day', () => {
    expect(plan({}, '2026-04-07T20:00:00Z').deliveries).toEqual([
      { slot: '2026-04-07T09:00', state: 'pending', late: true, merged: [], in: 0 },
    ])
    expect(lateAfter).toBeLessThan(hour)
    expect(mostLate).toBe(day)
  })

  test('of several missed slots the last is posted, with the news of all', () => {
    expect(plan({}, '2026-04-09T12:00:00Z').deliveries).toEqual([
      { slot: '2026-04-07T09:00', state: 'merged', late: false, merged: [], in: 0 },
      { slot: '2026-04-08T09:00', state: 'merged', late: false, merged: [], in: 0 },
      { slot: '2026-04-09T09:00', state: 'pending', late: true, merged: ['2026-04-07T09:00', '2026-04-08T09:00'], in: 0 },
    ])
  })

  test('one that is to be merged leaves its news to the next', () => {
    const { deliveries, since } = plan({ missed: 'merge' }, '2026-04-07T20:00:00Z')
    expect([deliveries[0]?.state, since]).toEqual(['merged', 10])
  })

  test('one that is to be skipped takes its news with it', () => {
    const { deliveries, since } = plan({ missed: 'skip' }, '2026-04-07T20:00:00Z')
    expect([deliveries[0]?.state, since]).toEqual(['skipped', 15])
  })

  test('after more than a day a weekly digest comes with the next', () => {
    const { deliveries, since } = plan({ cron: '0 9 * * 1', slotDone: '2026-03-30T09:00' }, '2026-04-08T09:00:00Z')
    expect([deliveries[0]?.slot, deliveries[0]?.state, since]).toEqual(['2026-04-06T09:00', 'merged', 10])
  })

  test('a spread puts each schedule at a place of its own, always the same', () => {
    const spread = 5 * 60_000
    const places = Array.from({ length: 1000 }, (_, index) => jitterOf(`d${index}`, spread))
    expect(Math.max(...places)).toBeLessThan(spread)
    expect(new Set(places).size).toBeGreaterThan(950)
    expect(jitterOf('d7', spread)).toBe(places[7])
    expect(plan({ spread }, '2026-04-07T09:00:00Z').deliveries[0]?.in).toBe(jitterOf('d1', spread))
  })
})
