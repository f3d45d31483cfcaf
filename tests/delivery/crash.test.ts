import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postgresPrograms, startPostgres } from '../storage/postgres-server.ts'
import { type CrashOptions, crashRun } from './crash-run.ts'

/** The short form of `npm run bench -- crash`: the same processes, kills and faults, fewer slots. */
const short: CrashOptions = { slots: 120, killEvery: 2500, longest: 80_000, lease: 7_000, pace: 10, seed: 7 }
const none = { slack: 0, discord: 0 }

test('on SQLite three processes that are killed and lose answers post each slot once', async () => {
  const result = await crashRun(short)
  expect(result).toMatchObject({ lost: none, doubled: none, states: { sent: short.slots } })
  expect(result.kills).toBeGreaterThan(0)
  expect(result.faults.after).toBeGreaterThan(0)
}, 90_000)

test('where Slack’s history may not be read, a lost answer stays unknown and nothing is doubled', async () => {
  const result = await crashRun({ ...short, slackReadable: false, killEvery: 4000, slots: 40 })
  expect(result).toMatchObject({ lost: { discord: 0 }, doubled: none })
  const { sent = 0, unknown = 0 } = result.states
  expect(sent + unknown).toBe(40)
  // what never arrived is among the unknown ones
  expect(result.lost.slack).toBeLessThanOrEqual(unknown)
}, 90_000)

const present = postgresPrograms() !== null
describe.skipIf(!present)(`on Postgres${present ? '' : ' (skipped: no server on this machine)'}`, () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server.stop())

  test('three processes that are killed and lose answers post each slot once', async () => {
    const result = await crashRun({ ...short, database: server.url })
    expect(result).toMatchObject({ lost: none, doubled: none, states: { sent: short.slots } })
  }, 90_000)
})
