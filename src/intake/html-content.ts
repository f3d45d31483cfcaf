import type { Block } from '../article.ts'
import { type Context, newWriter, type Writer } from './html-writer.ts'

/** The part of a DOM node that is walked; linkedom and any browser give it. */
export interface DomNode {
  nodeType: number
  nodeName: string
  nodeValue: string | null
  firstChild: DomNode | null
  nextSibling: DomNode | null
  parentNode: DomNode | null
  getAttribute?(name: string): string | null
}

const skipped = new Set(
  'SCRIPT STYLE SVG IFRAME TEMPLATE NOSCRIPT CANVAS SELECT OBJECT NAV FOOTER FORM BUTTON INPUT TEXTAREA HEAD DIALOG MENU VIDEO AUDIO MATH'.split(
    ' ',
  ),
)
const blockNames = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER ASIDE UL OL LI DL DT DD H1 H2 H3 H4 H5 H6 FIGURE FIGCAPTION BLOCKQUOTE DETAILS SUMMARY HR PRE TABLE CAPTION TR TD TH ADDRESS BODY'.split(
    ' ',
  ),
)

/**
 * Text and blocks of a part of a page. White space is folded, blocks are parted by empty lines, cells by " | "; `<sup>` becomes `^`, so that
 * a footnote mark never runs into the number before it. Walks without recursion: depth does not matter.
 */
export function contentBlocks(root: DomNode, base: string | null): { text: string; blocks: Block[]; links: string[] } {
  const writer = newWriter()
  const links = new Set<string>()
  const contexts: { node: DomNode; context: Context }[] = []
  let lists = 0
  let strong = 0
  let node: DomNode | null = root
  let entering = true
  while (node) {
    let descend = false
    if (entering) {
      if (node.nodeType === 3) writer.write(node.nodeValue ?? '', strong > 0)
      else if (node.nodeType === 1) {
        const name = node.nodeName.toUpperCase()
        if (name === 'A') addLink(links, node.getAttribute?.('href') ?? null, base)
        if (skipped.has(name) || node.getAttribute?.('aria-hidden') === 'true' || isHidden(node)) descend = false
        else if (name === 'BR') writer.lineBreak()
        else if (name === 'TABLE' && !holdsTable(node)) writeTable(writer, node, links, base)
        else {
          descend = true
          if (name === 'UL' || name === 'OL') lists++
          if (name === 'STRONG' || name === 'B') strong++
          if (name === 'SUP' && isMark(node)) writer.mark('^')
          if (blockNames.has(name)) {
            const own = contextOf(name, lists)
            if (name === 'DD') writer.joint(': ')
            else writer.flush()
            const outer = contexts.at(-1)?.context
            contexts.push({ node, context: own ?? outer ?? { kind: 'paragraph' } })
            writer.context = contexts.at(-1)?.context ?? { kind: 'paragraph' }
          }
        }
      }
    }
    if (descend && node.firstChild) {
      node = node.firstChild
      entering = true
      continue
    }
    if (entering && !descend) {
      // Nothing was opened; go on beside it.
    } else if (node.nodeType === 1) {
      const name = node.nodeName.toUpperCase()
      if (name === 'UL' || name === 'OL') lists--
      if (name === 'STRONG' || name === 'B') strong--
      if (blockNames.has(name) && contexts.at(-1)?.node === node) {
        if (name !== 'DT') writer.flush()
        contexts.pop()
        if (name !== 'DT') writer.context = contexts.at(-1)?.context ?? { kind: 'paragraph' }
      }
    }
    if (node === root) break
    if (node.nextSibling) {
      node = node.nextSibling
      entering = true
    } else {
      node = node.parentNode
      entering = false
    }
  }
  writer.flush()
  return { ...writer.done(), links: [...links] }
}

function contextOf(name: string, lists: number): Context | null {
  if (/^H[1-6]$/.test(name)) return { kind: 'heading', level: Number(name[1]) }
  if (name === 'LI') return { kind: 'item', level: Math.max(1, lists) }
  if (name === 'DT' || name === 'DD') return { kind: 'item', level: 1 }
  if (name === 'FIGCAPTION' || name === 'CAPTION') return { kind: 'caption' }
  if (name === 'BLOCKQUOTE') return { kind: 'quote' }
  if (name === 'SUMMARY') return { kind: 'heading', level: 5 }
  if (name === 'PRE') return { kind: 'boilerplate' }
  return null
}

function isHidden(node: DomNode): boolean {
  const style = node.getAttribute?.('style') ?? ''
  return node.getAttribute?.('hidden') != null || /display:\s*none|visibility:\s*hidden/i.test(style.slice(0, 1000))
}

function addLink(links: Set<string>, href: string | null, base: string | null): void {
  if (!href || links.size >= 500 || /^(#|javascript:|mailto:|tel:|data:)/i.test(href)) return
  const url = URL.parse(href, base ?? undefined)
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) links.add(url.href)
}

/** Whether a raised text is a mark or an exponent; a raised remark in brackets is not. */
function isMark(raised: DomNode): boolean {
  let first = ''
  walkInside(raised, (node) => {
    if (first === '' && node.nodeType === 3) first = (node.nodeValue ?? '').trim()
    return first === ''
  })
  return /^[\p{L}\p{N}*†‡§]/u.test(first)
}

function holdsTable(table: DomNode): boolean {
  let found = false
  walkInside(table, (node) => {
    if (node.nodeName.toUpperCase() === 'TABLE') found = true
    return !found
  })
  return found
}

/** Visits what stands under `top`, in order; `visit` says whether to go into a node. */
function walkInside(top: DomNode, visit: (node: DomNode) => boolean): void {
  let node: DomNode | null = top.firstChild
  while (node) {
    if (visit(node) && node.firstChild) {
      node = node.firstChild
      continue
    }
    while (node && node !== top && !node.nextSibling) node = node.parentNode
    if (!node || node === top) return
    node = node.nextSibling
  }
}

function writeTable(writer: Writer, table: DomNode, links: Set<string>, base: string | null): void {
  const rows: { text: string; header: boolean; columns: number; down: number }[][] = []
  let caption = ''
  walkInside(table, (node) => {
    const name = node.nodeName.toUpperCase()
    if (name === 'CAPTION') {
      caption = inlineText(node, links, base)
      return false
    }
    if (name === 'TR') rows.push([])
    if (name !== 'TD' && name !== 'TH') return true
    const head = name === 'TH' || node.parentNode?.parentNode?.nodeName.toUpperCase() === 'THEAD'
    const span = (attribute: string) => Math.min(50, Math.max(1, Number.parseInt(node.getAttribute?.(attribute) ?? '1', 10) || 1))
    if (rows.length === 0) rows.push([])
    rows.at(-1)?.push({ text: inlineText(node, links, base), header: head, columns: span('colspan'), down: span('rowspan') })
    return false
  })
  writer.flush()
  const before = writer.context
  if (caption !== '') {
    writer.context = { kind: 'caption' }
    writer.write(caption, false)
    writer.flush()
  }
  if (rows.some((row) => row.length > 1)) writer.table(rows.filter((row) => row.length > 0))
  else {
    writer.context = before
    for (const cell of rows.flat()) {
      writer.write(cell.text, false)
      writer.flush()
    }
  }
  writer.context = before
}

/** The text of a cell on one line. */
function inlineText(top: DomNode, links: Set<string>, base: string | null): string {
  let text = ''
  walkInside(top, (node) => {
    const name = node.nodeName.toUpperCase()
    if (node.nodeType === 3) text += node.nodeValue ?? ''
    if (skipped.has(name)) return false
    if (name === 'A') addLink(links, node.getAttribute?.('href') ?? null, base)
    if (name === 'BR' || blockNames.has(name)) text += ' '
    if (name === 'SUP' && isMark(node) && /\S$/.test(text)) text += '^'
    return true
  })
  return text.replace(/[ \t\r\n\f]+/g, ' ').trim()
}
