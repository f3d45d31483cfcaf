import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Listening, type ListenOptions, listen } from '../../../src/adapters/slack/listen.ts'
import type { Command } from '../../../src/command/define.ts'
import type { Core } from '../../../src/invoke.ts'
import type { Store } from '../../../src/storage/store.ts'
import { type LocalSlack, startLocalSlack } from './local-slack.ts'
import { type People, people } from './people.ts'
import { coreFor, type Logged, seededStore } from './seeded-core.ts'

export type Transport = 'socket' | 'http' | 'install'

/** The real app against a local Slack. */
export interface Running {
  slack: LocalSlack
  people: People
  core: Core
  store: Store
  log: Logged[]
  listening: Listening
  /** Where the app takes requests over HTTP. */
  url: string
  /** Stops the app and starts it anew on the same store, as a restart does: nothing in memory is left. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Starts a local Slack, a store of seed articles, and the app with the real Bolt. */
export async function run(
  transport: Transport,
  options: ListenOptions & { environment?: Record<string, string>; commands?: readonly Command[]; scopes?: string[] } = {},
): Promise<Running> {
  let listening: Listening | undefined
  const server: Server = createServer((request, response) => listening?.requestListener?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const slack = await startLocalSlack({
    redirect: `${url}/slack/oauth_redirect`,
    ...(options.scopes ? { scopes: options.scopes } : {}),
  })
  const store = await seededStore()
  const { core, log } = await coreFor(slack, store, transport, { LAUNCHWIRE_URL: url, ...options.environment }, options.commands)
  const start = async () => {
    listening = await listen(core, options)
    return listening
  }
  const running: Running = {
    slack,
    store,
    core,
    log,
    url,
    listening: await start(),
    people: await people(slack, transport === 'socket' ? undefined : () => url),
    async restart() {
      await running.listening.stop()
      running.listening = await start()
    },
    async stop() {
      await running.listening.stop()
      server.closeAllConnections()
      server.close()
      await slack.close()
      await store.close()
    },
  }
  return running
}

/** What a person was shown: the texts of a payload's blocks, in order. */
export function shown(body: Record<string, unknown>): string {
  const texts: string[] = []
  const read = (node: unknown): void => {
    if (!node || typeof node !== 'object') return
    if (Array.isArray(node)) {
      for (const item of node) read(item)
      return
    }
    for (const [name, value] of Object.entries(node)) {
      if ((name === 'text' || name === 'caption') && typeof value === 'string') texts.push(value)
      else read(value)
    }
  }
  read(body.blocks ?? (body.view as { blocks?: unknown } | undefined)?.blocks)
  return texts.join('\n')
}

/** Finds an element of a payload's blocks. */
export function element(
  body: Record<string, unknown>,
  wanted: (element: Record<string, unknown>) => boolean,
): Record<string, unknown> {
  for (const block of (body.blocks ?? []) as { block_id?: string; elements?: Record<string, unknown>[] }[]) {
    for (const each of block.elements ?? []) if (wanted(each)) return { ...each, block_id: block.block_id }
  }
  throw new Error('no such element')
}
