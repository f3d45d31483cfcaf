import { findBlocks } from './blocks.ts'
import { plainHeader } from './front-matter.ts'
import { linksIn } from './links.ts'
import type { Parsed } from './parsed.ts'

/** A `.txt` file: `key: value` lines and an empty line, where it has them, then the text, kept as it stands. Throws a UserError for a bad header. */
export function parsePlainText(name: string, source: string): Parsed {
  const { body, ...said } = plainHeader(name, source)
  const text = source.slice(body)
  return { ...said, text, blocks: findBlocks(text), links: linksIn(text) }
}
