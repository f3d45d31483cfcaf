import { GatewayIntentBits } from 'discord.js'
import { expect, onTestFinished, test } from 'vitest'
import { backoff } from '../../../src/adapters/discord/backoff.ts'
import { openGateway } from '../../../src/adapters/discord/gateway.ts'
import { UserError } from '../../../src/errors.ts'
import { createLog } from '../../../src/log.ts'
import { startLocalDiscord } from './local-discord.ts'
import { shardOf } from './local-gateway.ts'
import { ids, token } from './local-objects.ts'
import { run, startAdapter } from './running.ts'

const models = [
  { type: 3, name: 'model', value: 'alpha-1' },
  { type: 3, name: 'model2', value: 'beta-2' },
]

/** A gateway on its own; `waits` has the pauses that it asked for, which take no time here. */
async function gateway(given: { token?: string; shards?: number } = {}) {
  const local = await startLocalDiscord(given)
  const waits: number[] = []
  const waited = new Map<number, () => void>()
  const opened = openGateway({
    token: given.token ?? token,
    rest: { api: local.api, retries: 0 },
    mentions: false,
    log: createLog('silent', () => undefined, Date.now),
    wait: async (milliseconds) => {
      waits.push(milliseconds)
      waited.get(waits.length)?.()
    },
    chance: () => 0,
    onInteraction: () => undefined,
    onMessage: () => undefined,
  })
  opened.ready.catch(() => undefined)
  onTestFinished(async () => {
    await opened.close()
    await local.close()
  })
  return { local, opened, waits, pauses: (count: number) => new Promise<void>((resolve) => waited.set(count, resolve)) }
}

test('a command works after Discord asks to reconnect, on the resumed session', async () => {
  const { local } = await run('gateway')
  const resumed = local.gateway.next('resume')
  local.gateway.askToReconnect()
  await resumed
  await local.interactions.slash('compare', models).original
  expect(local.gateway.stats).toMatchObject({ identifies: 1, resumes: 1 })
})

test('an event that comes again after a resume is handled once', async () => {
  const { local, core } = await run('gateway')
  const played = local.interactions.slash('compare', models)
  await played.original
  const resumed = local.gateway.next('resume')
  local.gateway.drop()
  await resumed
  await local.interactions.replay(played)
  await local.interactions.slash('compare', models).original
  expect(core.asked).toHaveLength(2)
})

test('of two processes on one gateway and one database, one answers', async () => {
  const { local, core } = await run('gateway')
  const second = await startAdapter(local, core, 'gateway')
  onTestFinished(() => second.stop())
  const played = Array.from({ length: 20 }, () => local.interactions.slash('compare', models))
  await Promise.all(played.map(({ original }) => original))
  // both have handled everything when both have closed
  await second.stop()
  expect(core.asked).toHaveLength(20)
  const edits = local.seen.filter(({ method, path }) => method === 'PATCH' && path.startsWith('/webhooks/'))
  expect(new Set(edits.map(({ path }) => path)).size).toBe(20)
  expect(edits).toHaveLength(20)
})

test('the gateway is asked for guilds only', async () => {
  const { local } = await run('gateway')
  expect(local.gateway.stats.intents).toBe(GatewayIntentBits.Guilds)
})

test('as many shards connect as Discord asks for, and a command comes through the shard of its server', async () => {
  const { local } = await run('gateway', { shards: 2 })
  expect([...local.gateway.stats.shards].sort()).toEqual([0, 1])
  const other = ['900000000000000002', String(BigInt(ids.guild) + (1n << 22n))]
  expect(new Set(other.map((guild) => shardOf(guild, 2))).size).toBe(2)
  for (const guild of other) {
    const played = local.interactions.slash('compare', models, { guild_id: guild, authorizing_integration_owners: { 0: guild } })
    await played.original
  }
})

test('a refused token is told to the operator at once', async () => {
  const { opened, waits } = await gateway({ token: 'wrong' })
  await expect(opened.ready).rejects.toThrow(UserError)
  await expect(opened.ready).rejects.toThrow(/DISCORD_TOKEN/)
  expect(waits).toEqual([])
})

test('while Discord cannot be asked at the start, the pauses grow, and then it connects', async () => {
  const later = await startLocalDiscord()
  onTestFinished(() => later.close())
  later.refuse(/^GET \/gateway\/bot$/, { times: 3, status: 503 })
  const pauses: number[] = []
  const second = openGateway({
    token,
    rest: { api: later.api, retries: 0 },
    mentions: false,
    log: createLog('silent', () => undefined, Date.now),
    wait: async (milliseconds) => void pauses.push(milliseconds),
    chance: () => 0,
    onInteraction: () => undefined,
    onMessage: () => undefined,
  })
  onTestFinished(() => second.close())
  await second.ready
  expect(pauses).toEqual([1_000, 2_000, 4_000])
})

test('a connection that cannot be had again is tried after longer and longer pauses', async () => {
  const { local, opened, waits, pauses } = await gateway()
  await opened.ready
  const three = pauses(3)
  const resumed = local.gateway.next('resume')
  local.gateway.refuse(true)
  local.gateway.drop()
  await three
  local.gateway.refuse(false)
  await resumed
  expect(waits.slice(0, 3)).toEqual([1_000, 2_000, 4_000])
}, 20_000)

test('a pause grows to a minute and is cut by chance, never below half', () => {
  expect([0, 1, 2, 3, 7, 20].map((tries) => backoff(tries, 0))).toEqual([0, 1_000, 2_000, 4_000, 60_000, 60_000])
  expect(backoff(3, 1)).toBe(2_000)
})
