import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { composeDue, type Digests, tick } from '../../src/digest.ts'
import { createLog } from '../../src/log.ts'
import type { Secret } from '../../src/secret.ts'
import { openStore } from '../../src/storage/database.ts'
import { addSchedules, type StoredSchedule } from '../../src/storage/schedules.ts'
import { postgresPrograms, startPostgres } from '../storage/postgres-server.ts'

export const about = 'The minute’s tick with 100,000 schedules: idle, and with 20,000 due at once'

const schedules = 100_000
const due = 20_000
const now = Date.parse('2026-04-06T07:00:00Z')

/** Prints how long a tick takes on each engine, in milliseconds: the median of idle ones, and the one that writes every due slot. */
export async function run(json: boolean): Promise<void> {
  const results: Record<string, unknown>[] = [await measure('SQLite')]
  if (postgresPrograms() === null) process.stderr.write('Postgres is left out: no server is on this machine.\n')
  else {
    const server = await startPostgres()
    try {
      results.push(await measure('Postgres', server.url))
    } finally {
      await server.stop()
    }
  }
  process.stdout.write(
    json ? `${JSON.stringify(results, null, 2)}\n` : `${schedules} schedules, ${due} of them due at once; milliseconds\n`,
  )
  if (!json) console.table(results)
}

async function measure(engine: string, database?: Secret): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'launchwire-tick-'))
  const store = await openStore({ DATABASE_URL: database, LAUNCHWIRE_DATA: folder })
  try {
    await addSchedules(
      store,
      Array.from({ length: schedules }, (_, index) => schedule(index)),
    )
    let at = now - 60_000
    const digests: Digests = {
      store,
      posters: {},
      log: createLog('silent', () => undefined, Date.now),
      worker: 'bench',
      lease: 60_000,
      now: () => at,
      wait: (milliseconds) => setTimeout(milliseconds),
      chance: Math.random,
    }
    const timed = async (work: () => Promise<unknown>) => {
      const start = performance.now()
      await work()
      return performance.now() - start
    }
    await tick(digests)
    const idle: number[] = []
    for (let round = 0; round < 200; round++) idle.push(await timed(() => tick(digests)))
    idle.sort((a, b) => a - b)
    at = now
    const busy = await timed(() => tick(digests))
    const composing = await timed(() => composeDue(digests))
    return {
      engine,
      'idle, median': idle[100]!.toFixed(2),
      'idle, 99 %': idle[197]!.toFixed(2),
      [`${due} due`]: busy.toFixed(0),
      'composed, each': (composing / due).toFixed(2),
    }
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every fifth comes due at nine o'clock in Berlin, the others a week later. */
function schedule(index: number): StoredSchedule {
  const soon = index % (schedules / due) === 0
  return {
    id: `d${index}`,
    adapter: 'slack',
    team: `T${index % 500}`,
    channel: `C${index}`,
    owner: null,
    cron: soon ? '0 9 * * 1' : '0 9 * * 2',
    zone: 'Europe/Berlin',
    filters: { vendors: [], models: [], categories: [], leastWeight: 0 },
    quiet: 'note',
    missed: 'late',
    spread: 0,
    state: 'active',
    reason: null,
    slotDone: soon ? '2026-03-30T09:00' : '2026-03-31T09:00',
    nextSlot: soon ? '2026-04-06T09:00' : '2026-04-07T09:00',
    nextAt: soon ? now : now + 24 * 60 * 60_000,
    since: 0,
    createdAt: now,
  }
}
