import { basename, extname } from 'node:path'
import type { Article, Block, SourceKind } from '../article.ts'
import { UserError } from '../errors.ts'
import { canonicalAddress } from './canonical-address.ts'
import { decodeText } from './decode.ts'
import { articleId, fingerprint } from './fingerprint.ts'
import { parseHtml } from './html.ts'
import { parseMarkdown } from './markdown.ts'
import type { Parsed } from './parsed.ts'
import { parsePlainText } from './plain-text.ts'
import { vendorOfAddress } from './vendor-hosts.ts'

/**
 * The article in a file, by the ending of `path`: `.txt`, `.md` (also .markdown, .mdx), `.html` (.htm). Any other ending is read as HTML where
 * the text starts like a page, else as plain text. Pure: reads no disk. Throws a UserError that names the file and what is wrong with it:
 * empty, binary, over 5 MB, not UTF-8 (at which byte), bad header or front matter, no text.
 */
export function articleFromFile(path: string, bytes: Uint8Array): Article {
  const name = basename(path)
  const source = decodeText(name, bytes)
  const parsed = parse(name, source)
  if (!/[\p{L}\p{N}]/u.test(parsed.text)) {
    throw new UserError(
      'unreadable',
      `${name} holds no text${/html?$/i.test(name) ? ' besides its menus and scripts' : ''}. Give the article's text itself.`,
    )
  }
  return articleFrom(parsed, name)
}

/**
 * An Article from what a format gave: id, fingerprint, title (its first heading or line where none is given) and kind are filled in.
 * `name` stands in for a title of a text that has none.
 */
export function articleFrom(parsed: Parsed, name: string): Article {
  const print = fingerprint(parsed.text)
  const canonical = parsed.url === null ? null : canonicalAddress(parsed.url)
  const title = parsed.title ?? firstTitle(parsed) ?? name
  return {
    id: articleId(canonical, print),
    title,
    url: parsed.url,
    publisher: parsed.publisher,
    author: parsed.author,
    published: parsed.published,
    form: parsed.form ?? 'article',
    kind: parsed.kind ?? kindOf(parsed.url),
    models: parsed.models,
    links: parsed.links,
    text: parsed.text,
    blocks: markTitle(parsed.text, parsed.blocks, title),
    fingerprint: print,
  }
}

function parse(name: string, source: string): Parsed {
  const ending = extname(name).toLowerCase()
  if (ending === '.md' || ending === '.markdown' || ending === '.mdx') return parseMarkdown(name, source)
  if (ending === '.html' || ending === '.htm' || ending === '.xhtml') return parseHtml(source)
  if (ending !== '.txt' && /^\s*<(!doctype html|html)[\s>]/i.test(source.slice(0, 1000))) return parseHtml(source)
  return parsePlainText(name, source)
}

function firstTitle(parsed: Parsed): string | null {
  const first = parsed.blocks.find((block) => block.kind !== 'boilerplate' && block.kind !== 'table')
  // A line that opens a list is no title.
  if (!first || parsed.text[first.end - 1] === ':') return null
  const line =
    parsed.text
      .slice(first.start, first.end)
      .split('\n')[0]
      ?.replace(/[*_`#]+/g, '')
      .trim() ?? ''
  return line === '' ? null : line.length > 200 ? `${line.slice(0, 199).trimEnd()}…` : line
}

/** The first blocks that only repeat the title are marked as such. */
function markTitle(text: string, blocks: Block[], title: string): Block[] {
  const wanted = fingerprint(title)
  return blocks.map((block, i) => {
    if (i > 5 || (block.kind !== 'heading' && block.kind !== 'paragraph')) return block
    if (block.end - block.start > title.length * 2 + 20) return block
    return fingerprint(text.slice(block.start, block.end)) === wanted ? { ...block, kind: 'title' as const } : block
  })
}

/** A maker's own page is a vendor's text, whoever brought it. */
function kindOf(url: string | null): SourceKind {
  return url !== null && vendorOfAddress(url) !== null ? 'vendor' : 'unknown'
}
