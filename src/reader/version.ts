import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

let version: string | undefined

/**
 * A short hash of the reader's own sources, rules and lexicon: an article that was read by another version is read again when it comes in. Computed
 * once a process, so that nobody has to remember to raise a number.
 */
export function readerVersion(): string {
  if (version !== undefined) return version
  const hash = createHash('sha256')
  for (const room of ['../reader/', '../lexicon/']) {
    const folder = new URL(room, import.meta.url)
    for (const name of readdirSync(folder).sort())
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(new URL(name, folder)))
  }
  version = hash.digest('hex').slice(0, 12)
  return version
}
