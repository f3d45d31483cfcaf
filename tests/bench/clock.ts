import { mock } from 'node:test'
import { CronJob } from 'cron'
import { Cron } from 'croner'
import nodeCron from 'node-cron'
import nodeSchedule from 'node-schedule'
import { localAt, localText } from '../../src/schedule/local-time.ts'
import { slotAfter, slotNow, slotsDue } from '../../src/schedule.ts'

export const about =
  'Schedules over every change of clocks: slots missed and doubled, beside node-cron, croner, cron and node-schedule'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const year = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) }
const times = [
  [0, 0],
  [2, 30],
  [9, 0],
] as const
const cronOf = ([hours, minutes]: (typeof times)[number]) => `${minutes} ${hours} * * *`

/** One change of clocks: the instant, and a zone that has it. `zones` counts those with the same change. */
interface Change {
  zone: string
  at: number
  zones: number
}

/** Every change of the year, the same ones once with how many zones have them. */
function changesOf(zones: string[]): Change[] {
  const found = new Map<string, Change>()
  for (const zone of zones) {
    const offset = (instant: number) => localAt(zone, instant) - instant
    for (let from = year.from; from < year.to; from += day) {
      if (offset(from) === offset(from + day)) continue
      let [before, after] = [from, from + day]
      while (after - before > minute) {
        const middle = before + Math.floor((after - before) / 2 / minute) * minute
        if (offset(middle) === offset(before)) before = middle
        else after = middle
      }
      const key = `${after}|${offset(before)}|${offset(after)}`
      const known = found.get(key)
      if (known) known.zones++
      else found.set(key, { zone, at: after, zones: 1 })
    }
  }
  return [...found.values()]
}

/** What happens beside the change. `down`: no process from two hours before it to four after; `back`, `forth`: the machine's clock jumps by two hours, after the slot. */
const scenarios = ['running', 'down', 'clock back', 'clock forth'] as const
type Scenario = (typeof scenarios)[number]

/** How wide a change is looked at, each side. */
const before = 30 * hour
const after = 54 * hour

/** The machine's clock in a scenario, at a true instant: jumps come five hours after the change, and are over six hours later. */
const clockAt = (scenario: Scenario, { at }: Change, instant: number): number => {
  const jumped = instant >= at + 10 * hour && instant < at + 16 * hour
  return instant + (jumped ? (scenario === 'clock back' ? -2 * hour : scenario === 'clock forth' ? 2 * hour : 0) : 0)
}
const isDown = (scenario: Scenario, { at }: Change, instant: number): boolean =>
  scenario === 'down' && instant >= at - 2 * hour && instant < at + 10 * hour

/** Local days whose slot falls well inside the window, by our rule. */
function wantedDays({ zone, at }: Change, time: (typeof times)[number]): string[] {
  return slotsDue({ cron: cronOf(time), zone }, slotNow(zone, at - before), at + after).map(({ slot }) => slot.slice(0, 10))
}

/** The local days of our slots, as a process that ticks every minute finds them. */
function ours(change: Change, time: (typeof times)[number], scenario: Scenario): string[] {
  const schedule = { cron: cronOf(time), zone: change.zone }
  let done = slotNow(change.zone, change.at - before)
  let next = slotAfter(schedule, done)
  const runs: string[] = []
  for (let instant = change.at - before; instant <= change.at + after; instant += minute) {
    if (isDown(scenario, change, instant)) continue
    const now = clockAt(scenario, change, instant)
    if (!next || next.at > now) continue
    for (const { slot } of slotsDue(schedule, done, now)) {
      runs.push(slot.slice(0, 10))
      done = slot
    }
    next = slotAfter(schedule, done)
  }
  return runs
}

type Starter = (cron: string, zone: string, run: () => void) => () => void
const libraries: Record<string, Starter> = {
  'node-cron 4.6': (cron, zone, run) => {
    const task = nodeCron.schedule(cron, run, { timezone: zone })
    return () => void task.destroy()
  },
  'croner 11.0': (cron, zone, run) => {
    const job = new Cron(cron, { timezone: zone }, run)
    return () => job.stop()
  },
  'cron 4.4': (cron, zone, run) => {
    const job = CronJob.from({ cronTime: cron, onTick: run, timeZone: zone, start: true })
    return () => void job.stop()
  },
  'node-schedule 2.1': (cron, zone, run) => {
    const job = nodeSchedule.scheduleJob({ rule: cron, tz: zone }, run)
    return () => void job?.cancel()
  },
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

/** The local days on which a library runs a job, with timers and clock of a machine that goes through the scenario. */
async function theirs(start: Starter, change: Change, time: (typeof times)[number], scenario: Scenario): Promise<string[]> {
  const begin = change.at - before
  const runs: string[] = []
  mock.timers.enable({ apis: ['Date', 'setTimeout', 'setInterval'], now: begin })
  const Mocked = globalThis.Date
  const skew = () => clockAt(scenario, change, Mocked.now()) - Mocked.now()
  // a jump moves the wall clock, and not the timers
  class Skewed extends Mocked {
    constructor(...given: [] | [number | string | Date]) {
      if (given.length === 0) super(Mocked.now() + skew())
      else super(...(given as [number]))
    }
    // the mock hands out plain dates
    static override [Symbol.hasInstance](value: unknown) {
      return Object.prototype.toString.call(value) === '[object Date]'
    }
    static override now() {
      return Mocked.now() + skew()
    }
  }
  globalThis.Date = Skewed as DateConstructor
  try {
    const run = () => runs.push(localText(localAt(change.zone, Mocked.now())).slice(0, 10))
    let stop: (() => void) | null = start(cronOf(time), change.zone, run)
    for (let instant = begin; instant <= change.at + after; instant += minute) {
      const down = isDown(scenario, change, instant)
      if (down && stop) {
        stop()
        stop = null
      } else if (!down && !stop) stop = start(cronOf(time), change.zone, run)
      mock.timers.tick(minute)
      await settled()
    }
    stop?.()
    await settled()
  } finally {
    globalThis.Date = Mocked
    mock.timers.reset()
  }
  return runs
}

interface Tally {
  slots: number
  missed: number
  doubled: number
}
function count(tally: Tally, wanted: string[], runs: string[], times: number): void {
  const perDay = Map.groupBy(runs, (run) => run)
  for (const each of wanted) {
    const ran = perDay.get(each)?.length ?? 0
    tally.slots += times
    if (ran === 0) tally.missed += times
    else tally.doubled += (ran - 1) * times
  }
}

/** Prints missed and doubled slots per library and scenario. Every zone is counted; zones with the same change are simulated once for the libraries. */
export async function run(json: boolean): Promise<void> {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')]
  const all = zones.flatMap((zone) => changesOf([zone]))
  const distinct = changesOf(zones)
  const results: Record<string, Record<string, Tally>> = {}
  const tallyFor = (name: string, scenario: Scenario): Tally => {
    results[name] ??= {}
    results[name][scenario] ??= { slots: 0, missed: 0, doubled: 0 }
    return results[name][scenario]
  }
  for (const change of all)
    for (const time of times)
      for (const scenario of scenarios)
        count(tallyFor('launchwire', scenario), wantedDays(change, time), ours(change, time, scenario), 1)
  const log = console.warn
  console.warn = () => undefined
  try {
    for (const [name, start] of Object.entries(libraries))
      for (const change of distinct)
        for (const time of times)
          for (const scenario of scenarios)
            count(tallyFor(name, scenario), wantedDays(change, time), await theirs(start, change, time, scenario), change.zones)
  } finally {
    console.warn = log
  }
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ zones: zones.length, changes: all.length, distinct: distinct.length, results }, null, 2)}\n`,
    )
    return
  }
  process.stdout.write(
    `${zones.length} zones, ${all.length} changes of clocks in 2026 (${distinct.length} different ones), daily at 00:00, 02:30 and 09:00.\nmissed + doubled, of the slots around the change:\n\n`,
  )
  process.stdout.write(`${''.padEnd(20)}${scenarios.map((scenario) => scenario.padStart(22)).join('')}\n`)
  for (const [name, found] of Object.entries(results)) {
    const cells = scenarios.map((scenario) => {
      const { slots, missed, doubled } = found[scenario]!
      return `${missed} + ${doubled} of ${slots}`.padStart(22)
    })
    process.stdout.write(`${name.padEnd(20)}${cells.join('')}\n`)
  }
}
