import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { type Discord, listen } from '../../../src/adapters/discord/listen.ts'
import type { Draw } from '../../../src/adapters/discord/pictures.ts'
import type { Core } from '../../../src/invoke.ts'
import { openMemoryStore } from '../../../src/storage/database.ts'
import { createFakeCore, type FakeCore } from './fake-core.ts'
import { type LocalDiscord, startLocalDiscord } from './local-discord.ts'
import { ids, token } from './local-objects.ts'

export const transports = ['gateway', 'http'] as const
export type Transport = (typeof transports)[number]

export interface Running {
  local: LocalDiscord
  core: FakeCore
  discord: Discord
  /** Ends the adapter and starts it anew, on the same store. */
  restart(): Promise<void>
}

/** Variables for an adapter that speaks with the local server. */
export const environmentFor = (local: LocalDiscord, transport: Transport): Record<string, string> => ({
  DISCORD_TOKEN: token,
  DISCORD_APPLICATION_ID: ids.application,
  DISCORD_API_URL: local.api,
  ...(transport === 'http' ? { DISCORD_PUBLIC_KEY: local.publicKey } : {}),
})

/** Starts the adapter on a core; over HTTP with a server of its own, to which the local Discord then sends interactions. */
export async function startAdapter(
  local: LocalDiscord,
  core: Core,
  transport: Transport,
  options: { draw?: Draw } = {},
): Promise<{ discord: Discord; stop(): Promise<void> }> {
  const discord = listen(core, options)
  const server = createServer((request, response) => void discord.endpoint?.(request, response))
  if (transport === 'http') {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    local.interactions.over(`http://127.0.0.1:${(server.address() as AddressInfo).port}/discord/interactions`)
  } else local.interactions.over(null)
  await discord.ready
  return {
    discord,
    async stop() {
      server.closeAllConnections()
      server.close()
      await discord.close()
    },
  }
}

/** A local Discord, a fake core on a real store, and the adapter between them; all end with the test. */
export async function run(
  transport: Transport,
  options: { draw?: Draw; shards?: number; environment?: Record<string, string>; now?: () => number } = {},
): Promise<Running> {
  const local = await startLocalDiscord(options.shards === undefined ? {} : { shards: options.shards })
  const store = await openMemoryStore()
  const core = createFakeCore(store, { ...environmentFor(local, transport), ...options.environment }, options.now)
  let adapter = await startAdapter(local, core, transport, options)
  const running: Running = {
    local,
    core,
    discord: adapter.discord,
    async restart() {
      await adapter.stop()
      adapter = await startAdapter(local, core, transport, options)
      running.discord = adapter.discord
    },
  }
  onTestFinished(async () => {
    await adapter.stop()
    await local.close()
    await store.close()
  })
  return running
}
