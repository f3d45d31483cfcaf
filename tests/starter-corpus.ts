import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../src/article.ts'
import { ingest } from '../src/ingest.ts'
import { articleFromFile } from '../src/intake/read-file.ts'
import { openMemoryStore } from '../src/storage/database.ts'
import type { Store } from '../src/storage/store.ts'

const folder = join(import.meta.dirname, '..', 'seeds')

/** The names of the starter corpus' reports, without their ending. */
export const seedNames = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => name.slice(0, -3))

export const seed = (name: string): Article => articleFromFile(`${name}.md`, readFileSync(join(folder, `${name}.md`)))

/** A corpus in memory that holds these articles, by default the whole starter corpus. */
export async function corpusOf(articles: Iterable<Article> = seedNames.map(seed)): Promise<Store> {
  const store = await openMemoryStore()
  await ingest(store, articles, { now: () => Date.UTC(2026, 6, 6) })
  return store
}
