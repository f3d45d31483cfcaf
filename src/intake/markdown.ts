import { findBlocks } from './blocks.ts'
import { yamlHeader } from './front-matter.ts'
import { linksIn } from './links.ts'
import type { Parsed } from './parsed.ts'

/** A `.md` file: YAML front matter, where it has one, then the text, kept as it stands with its markup. Throws a UserError for bad front matter. */
export function parseMarkdown(name: string, source: string): Parsed {
  const { body, ...said } = yamlHeader(name, source)
  const text = source.slice(body)
  return { ...said, text, blocks: findBlocks(text), links: linksIn(text) }
}
