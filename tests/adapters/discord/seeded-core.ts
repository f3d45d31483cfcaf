import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commands } from '../../../commands/index.ts'
import { readConfig } from '../../../src/config.ts'
import { createNames } from '../../../src/corpus/names.ts'
import { ingest } from '../../../src/ingest.ts'
import { articleFromFile } from '../../../src/intake/read-file.ts'
import { type Core, createCore } from '../../../src/invoke.ts'
import { createLog } from '../../../src/log.ts'
import type { Store } from '../../../src/storage/store.ts'

const seeds = join(import.meta.dirname, '../../../seeds')

/** Reads the starter corpus' reports whose text has `word` into a store. */
export async function readSeeds(store: Store, word: string): Promise<void> {
  const files = readdirSync(seeds).filter((name) => name.endsWith('.md') && name !== 'README.md')
  const articles = files.flatMap((name) => {
    const bytes = readFileSync(join(seeds, name))
    return bytes.toString('utf8').includes(word) ? [articleFromFile(name, bytes)] : []
  })
  await ingest(store, articles, { now: Date.now })
}

/** The product's own commands on a store, configured by `environment`. */
export async function createSeededCore(store: Store, environment: Record<string, string>): Promise<Core> {
  const log = createLog('silent', () => undefined, Date.now)
  return createCore({ commands, config: readConfig(environment), store, names: await createNames(store), log, now: Date.now })
}
