import { fileURLToPath } from 'node:url'
import { freshnessOf } from '../storage/models.ts'
import { filesBelow } from './files.ts'
import { ingestFiles } from './ingest.ts'
import type { System } from './operator.ts'

const seeds = fileURLToPath(new URL('../../seeds', import.meta.url))

/**
 * Reads the starter corpus where the database holds no article yet, and says so. A corpus of somebody's own stays as it is.
 * @returns how many articles the corpus then holds
 */
export async function ensureCorpus(system: System): Promise<number> {
  const store = await system.store()
  const { articles } = await freshnessOf(store, null)
  if (articles > 0) return articles
  const { files } = filesBelow([seeds])
  system.err(`Reading the starter corpus: ${files.length} reports on public coverage of model launches…\n`)
  const counts = await ingestFiles(files, system, {})
  system.err(`Read ${counts.added} reports: ${counts.claims.toLocaleString('en-US')} claims, each with its sentence.\n`)
  return counts.added
}
