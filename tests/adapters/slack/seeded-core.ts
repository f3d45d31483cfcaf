import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commands as allCommands } from '../../../commands/index.ts'
import type { Command } from '../../../src/command/define.ts'
import { readConfig } from '../../../src/config.ts'
import { createNames } from '../../../src/corpus/names.ts'
import { ingest } from '../../../src/ingest.ts'
import { articleFromFile } from '../../../src/intake/read-file.ts'
import { type Core, createCore } from '../../../src/invoke.ts'
import { createLog } from '../../../src/log.ts'
import { openMemoryStore } from '../../../src/storage/database.ts'
import type { Store } from '../../../src/storage/store.ts'
import { appToken, botToken, client, type LocalSlack, signingSecret } from './local-slack.ts'

export const key = 'a2'.repeat(32)

const seeds = join(import.meta.dirname, '../../../seeds')

/** A store in memory with the seed articles on two models. */
export async function seededStore(): Promise<Store> {
  const store = await openMemoryStore()
  await fill(store)
  return store
}

/** Reads the seed articles on two models into a store. */
export async function fill(store: Store): Promise<void> {
  const files = readdirSync(seeds).filter((name) => /muse-spark|gpt-5-4/.test(name))
  const articles = files.map((name) => articleFromFile(join(seeds, name), readFileSync(join(seeds, name))))
  await ingest(store, articles, { now: Date.now })
}

export interface Logged {
  level: string
  event: string
  [field: string]: unknown
}

/** The real core over a store, configured for a local Slack: sockets, signed HTTP for one workspace, or installs. */
export async function coreFor(
  slack: Pick<LocalSlack, 'url'>,
  store: Store,
  transport: 'socket' | 'http' | 'install',
  more: Record<string, string> = {},
  commands: readonly Command[] = allCommands,
): Promise<{ core: Core; log: Logged[] }> {
  const environment = {
    socket: { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken },
    http: { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret },
    install: {
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_CLIENT_ID: client.id,
      SLACK_CLIENT_SECRET: client.secret,
      SLACK_STATE_SECRET: 'local-state-secret',
      LAUNCHWIRE_KEY: key,
    },
  }[transport]
  const config = readConfig({ ...environment, SLACK_API_URL: `${slack.url}/api/`, LAUNCHWIRE_LOG: 'debug', ...more })
  const lines: Logged[] = []
  const log = createLog('debug', (line) => void lines.push(JSON.parse(line)), Date.now)
  const core = createCore({ commands, config, store, names: await createNames(store), log, now: Date.now })
  return { core, log: lines }
}
