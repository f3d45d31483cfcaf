import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { markHeadings, markSections } from './blocks.ts'
import { contentBlocks, type DomNode } from './html-content.ts'
import { limitDepth } from './html-tags.ts'
import { pageMetadata } from './metadata.ts'
import type { Parsed } from './parsed.ts'

/** Beyond these a page is walked as it is: Readability recurses, and scores every element against its ancestors. */
const deepest = 400
const mostNodes = 40_000

/**
 * An HTML page: its main part (Mozilla's Readability), walked into a stored text of our own with headings, paragraphs, list items, tables,
 * captions and quotes as blocks. Where Readability finds nothing or loses a table, the whole body is walked without its menus and footers.
 * What the page says about itself comes from its metadata.
 */
export function parseHtml(source: string): Parsed {
  const html = limitDepth(source, 1000)
  const document = documentOf(html)
  const said = pageMetadata(document)
  const { nodes, depth } = measure(document.documentElement as unknown as DomNode | null)
  const tables = document.querySelectorAll('table').length
  const base = said.url
  let walked = null
  let touched = false
  if (depth <= deepest && nodes <= mostNodes) {
    touched = true
    const main = mainPart(document)
    if (main?.content) walked = contentBlocks(main.content, base)
  }
  const kept = walked?.blocks.filter((block) => block.kind === 'table').length ?? 0
  if (!walked || walked.text.trim().length < 200 || kept < tables) {
    const again = touched ? documentOf(html) : document
    const root = (again.querySelector('article') ?? again.querySelector('main') ?? again.body ?? again.documentElement) as unknown
    const whole = root ? contentBlocks(root as DomNode, base) : null
    const wholeTables = whole?.blocks.filter((block) => block.kind === 'table').length ?? 0
    if (whole && (!walked || walked.text.trim().length < 200 || wholeTables > kept)) walked = whole
  }
  const text = walked?.text ?? ''
  return {
    url: said.url,
    title: said.title === null ? null : withoutSite(said.title, said.publisher),
    publisher: said.publisher,
    published: said.published,
    author: said.author,
    kind: null,
    form: null,
    models: [],
    text,
    blocks: markSections(text, markHeadings(text, walked?.blocks ?? [])),
    links: walked?.links ?? [],
  }
}

/** What Readability takes for the article. It may overflow the stack on a page that no person wrote: then there is no main part. */
function mainPart(document: ReturnType<typeof documentOf>) {
  try {
    return new Readability<DomNode>(document as never, {
      charThreshold: 200,
      serializer: (node: unknown) => node as DomNode,
    }).parse()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A fragment without `<html>` gets one, so that it has a body. */
function documentOf(html: string) {
  const whole = /<(html|body)[\s>]/i.test(html.slice(0, 20_000)) ? html : `<!doctype html><html><body>${html}</body></html>`
  return parseHTML(whole).document
}

function measure(root: DomNode | null): { nodes: number; depth: number } {
  let nodes = 0
  let depth = 0
  let deepest = 0
  let node = root
  while (node) {
    nodes++
    if (node.firstChild) {
      node = node.firstChild
      depth++
      deepest = Math.max(deepest, depth)
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      depth--
    }
    if (!node || node === root) break
    node = node.nextSibling
  }
  return { nodes, depth: deepest }
}

/** "A headline - The Site" without the site. */
function withoutSite(title: string, publisher: string | null): string {
  if (!publisher) return title
  for (const joint of [' | ', ' - ', ' – ', ' — ', ' · ', ' • ']) {
    const tail = joint + publisher
    if (title.length > tail.length && title.toLowerCase().endsWith(tail.toLowerCase())) return title.slice(0, -tail.length).trim()
  }
  return title
}
