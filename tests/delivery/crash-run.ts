import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Secret } from '../../src/secret.ts'
import { openStore } from '../../src/storage/database.ts'
import { deliveryCounts } from '../../src/storage/delivery-log.ts'
import { addSchedules, type StoredSchedule } from '../../src/storage/schedules.ts'
import { startEndpoints } from './local-endpoints.ts'

export interface CrashOptions {
  /** A Postgres server; without one, SQLite in a folder of its own. */
  database?: Secret
  slots: number
  /** Milliseconds between two kills. */
  killEvery: number
  /** Ends the run, finished or not. */
  longest: number
  lease: number
  /** How many times faster than the platforms' pace. */
  pace: number
  slackReadable?: boolean
  /** The client libraries alone, without the outbox. */
  plain?: boolean
  seed: number
}

export interface CrashResult {
  slots: number
  kills: number
  seconds: number
  perSecond: number
  lost: { slack: number; discord: number }
  doubled: { slack: number; discord: number }
  faults: { before: number; after: number; tooMany: number; repeatedNonce: number }
  states: Record<string, number>
}

const worker = new URL('./crash-worker.ts', import.meta.url).pathname
const processes = 3

/** A generator that gives the same numbers for the same seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Three processes post one slot in each of many channels, half of them Slack's, half Discord's, while posts fail before and after they are taken and a random
 * process is killed again and again. What arrived is counted at the other end.
 */
export async function crashRun(options: CrashOptions): Promise<CrashResult> {
  const chance = chanceFrom(options.seed)
  const endpoints = await startEndpoints({ before: 0.05, after: 0.05, tooMany: 0.05 }, chance, {
    slack: options.slackReadable ?? true,
  })
  const folder = mkdtempSync(join(tmpdir(), 'launchwire-crash-'))
  const store = await openStore({ DATABASE_URL: options.database, LAUNCHWIRE_DATA: folder })
  const started = Date.now()
  await addSchedules(
    store,
    Array.from({ length: options.slots }, (_, index) => dueSchedule(index, started)),
  )
  const children: ChildProcess[] = []
  let over = false
  const start = (share: number) => {
    const child = spawn(process.execPath, [worker], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        PATH: process.env.PATH,
        SLACK_URL: endpoints.slackUrl,
        DISCORD_URL: endpoints.discordUrl,
        DATA: folder,
        LEASE: String(options.lease),
        PACE: String(options.pace),
        SHARE: String(share),
        ...(options.database ? { DATABASE_URL: options.database.reveal() } : {}),
        ...(options.plain ? { PLAIN: '1' } : {}),
      },
    })
    child.once('exit', () => {
      if (!over) start(share)
    })
    children[share] = child
  }
  for (let share = 0; share < processes; share++) start(share)
  let kills = 0
  const done = async (): Promise<boolean> => {
    if (options.plain) {
      const { left } = await store.db
        .selectFrom('schedule')
        .select(({ fn }) => fn.countAll<number>().as('left'))
        .where('state', '=', 'active')
        .executeTakeFirstOrThrow()
      return Number(left) === 0
    }
    const { sent = 0, unknown = 0, failed = 0 } = await deliveryCounts(store)
    return sent + unknown + failed >= options.slots
  }
  let finished = Date.now()
  // the first is killed as soon as posts arrive, however fast the machine is
  const posting = async (): Promise<boolean> =>
    options.plain ? finished >= started + 2 * options.killEvery : ((await deliveryCounts(store)).sent ?? 0) > 0
  let nextKill = Number.POSITIVE_INFINITY
  for (; ; await setTimeout(50)) {
    finished = Date.now()
    if ((await done()) || finished - started > options.longest) break
    if (nextKill === Number.POSITIVE_INFINITY && options.killEvery < options.longest && (await posting())) nextKill = finished
    if (finished >= nextKill) {
      children[Math.floor(chance() * processes)]!.kill('SIGKILL')
      kills++
      nextKill += options.killEvery
    }
  }
  over = true
  const gone = children.map((child) =>
    child.exitCode === null && child.signalCode === null ? new Promise((resolve) => child.once('exit', resolve)) : null,
  )
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(gone)
  const states = await deliveryCounts(store)
  await store.close()
  await endpoints.stop()
  rmSync(folder, { recursive: true, force: true })
  const half = options.slots / 2
  const tally = (posts: { channel: string }[]) => {
    const perChannel = Map.groupBy(posts, ({ channel }) => channel)
    return { lost: half - perChannel.size, doubled: [...perChannel.values()].reduce((sum, each) => sum + each.length - 1, 0) }
  }
  const [slack, discord] = [tally(endpoints.slack), tally(endpoints.discord)]
  const seconds = (finished - started) / 1000
  const { before, after, tooMany, repeatedNonce } = endpoints.counts
  return {
    slots: options.slots,
    kills,
    seconds,
    perSecond: Math.round(options.slots / seconds),
    lost: { slack: slack.lost, discord: discord.lost },
    doubled: { slack: slack.doubled, discord: discord.doubled },
    faults: { before, after, tooMany, repeatedNonce },
    states,
  }
}

/** A schedule whose slot has just come due; Slack's channels lie in ten workspaces. */
function dueSchedule(index: number, now: number): StoredSchedule {
  const due = new Date(now - 30_000).toISOString().slice(0, 16)
  const [minute, hour] = [Number(due.slice(14, 16)), Number(due.slice(11, 13))]
  const before = new Date(Date.parse(`${due}:00Z`) - 60_000).toISOString().slice(0, 16)
  return {
    id: `d${String(index).padStart(5, '0')}`,
    adapter: index % 2 === 0 ? 'slack' : 'discord',
    team: index % 2 === 0 ? `T${index % 20}` : 'G1',
    channel: index % 2 === 0 ? `C${index}` : String(1000 + index),
    owner: null,
    cron: `${minute} ${hour} * * *`,
    zone: 'UTC',
    filters: { vendors: [], models: [], categories: [], leastWeight: 0 },
    quiet: 'note',
    missed: 'late',
    spread: 0,
    state: 'active',
    reason: null,
    slotDone: before,
    nextSlot: due,
    nextAt: Date.parse(`${due}:00Z`),
    since: 0,
    createdAt: now,
  }
}
