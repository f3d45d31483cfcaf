import type { Block } from '../article.ts'
import { alignedTable } from './aligned-table.ts'
import { trimmed } from './html-segments.ts'
import { type Line, pipeTable } from './pipe-table.ts'
import { type VerticalTable, verticalTable } from './vertical-table.ts'

/** Lines of a range; `\r` belongs to the line break. */
export function linesOf(text: string, start: number, end: number): Line[] {
  const part = text.slice(start, end)
  const lines: Line[] = []
  let from = 0
  while (from <= part.length) {
    const found = part.indexOf('\n', from)
    const at = found < 0 ? part.length : found
    lines.push({ start: start + from, end: start + (at > from && part[at - 1] === '\r' ? at - 1 : at) })
    from = at + 1
  }
  return lines
}

const bullet = /[ \t\u00a0]*(?:[-*+•‣◦▪●○·–—]|\d{1,3}[.)]|[a-z][.)])[ \t\u00a0]+(?=\S)/y
const heading = /[ \t]{0,3}(#{1,6})(?:[ \t]+|(?=[^\s#\d]))/y
const endsSentence = /[.!?:…][)\]"'”’*_`]*$/
const wrapWidth = 125

/** How a text breaks its lines: `wrapped` where lines were broken to a width, so that a paragraph runs over several. */
export function isWrapped(text: string): boolean {
  let joined = 0
  let long = 0
  let previous = false
  for (const line of linesOf(text, 0, Math.min(text.length, 200_000))) {
    const width = line.end - line.start
    if (width > wrapWidth + 40) long++
    const first = text.slice(line.start, line.start + 1)
    if (previous && /\p{Ll}/u.test(first)) joined++
    previous =
      width >= 30 && width <= wrapWidth && !endsSentence.test(text.slice(Math.max(line.start, line.end - 8), line.end).trimEnd())
  }
  return joined >= 3 && joined > long
}

/**
 * Blocks of a stretch of plain or markdown text: headings (`#`, underlined, a line in bold), list items with their depth, tables,
 * quotes, paragraphs. `wrapped` says whether the lines of a paragraph were broken to a width (`isWrapped`).
 */
export function lineBlocks(text: string, start: number, end: number, wrapped: boolean): Block[] {
  const lines = linesOf(text, start, end)
  const fences = fencePairs(text, lines)
  const blocks: Block[] = []
  let indents: number[] = []
  let open: Block | null = null
  let openIndent = 0
  let vertical: VerticalTable | null = null
  let looked = 0
  const push = (block: Block) => {
    if (block.end > block.start) blocks.push(block)
  }
  const close = () => {
    if (open) push(open)
    open = null
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const body = trimmed(text, line.start, line.end)
    if (body.start >= body.end) {
      close()
      continue
    }
    const fence = fences.get(i)
    if (fence !== undefined) {
      close()
      push(fenced(text, lines, i, fence))
      i = fence
      continue
    }
    const short = text.slice(body.start, Math.min(body.end, body.start + 300))
    heading.lastIndex = line.start
    const hash = heading.exec(text)
    if (hash && heading.lastIndex <= line.end) {
      close()
      indents = []
      const inner = trimmed(text, heading.lastIndex, line.end)
      push({ kind: 'heading', start: inner.start, end: withoutHashes(text, inner.start, inner.end), level: hash[1]?.length ?? 1 })
      continue
    }
    if (/^#{1,6}$/.test(short)) {
      close()
      continue
    }
    const rule = /^([-=])\1{2,}$/.exec(short)
    if (rule && open?.kind === 'paragraph' && isTitleLine(text, open)) {
      open = { kind: 'heading', start: open.start, end: open.end, level: rule[1] === '=' ? 1 : 2 }
      close()
      continue
    }
    if (isFurniture(short) && body.end - body.start < 300) {
      close()
      continue
    }
    if (i >= looked) ({ table: vertical, until: looked } = verticalTable(text, lines, i))
    if (vertical?.first === i) {
      close()
      const last = lines[vertical.last] as Line
      push({ kind: 'table', ...trimmed(text, line.start, last.end), rows: vertical.rows })
      i = vertical.last
      continue
    }
    const pipe = pipeTable(text, lines, i)
    const table = pipe ?? (open === null ? alignedTable(text, lines, i) : null)
    if (table) {
      close()
      const last = lines[i + table.lines - 1] as Line
      const range = trimmed(text, line.start, pipe?.end ?? last.end)
      push({ kind: 'table', ...range, rows: table.rows })
      i += table.lines - 1
      if (pipe?.end !== undefined) lines[i--] = { start: pipe.end, end: last.end }
      continue
    }
    bullet.lastIndex = line.start
    if (bullet.test(text) && bullet.lastIndex < line.end && !isBoldOnly(short)) {
      close()
      const indent = indentOf(text, line.start, body.start)
      while (indents.length > 0 && (indents.at(-1) as number) > indent) indents.pop()
      if (indents.at(-1) !== indent && indents.length < 20) indents.push(indent)
      open = { kind: 'item', start: trimmed(text, bullet.lastIndex, line.end).start, end: body.end, level: indents.length }
      openIndent = indent
      continue
    }
    if (text[body.start] === '>') {
      const inner = trimmed(text, body.start + 1, body.end)
      const joins: boolean = open?.kind === 'quote' && wrapped
      if (open && joins) open.end = body.end
      else {
        close()
        open = { kind: 'quote', start: inner.start, end: inner.end }
      }
      continue
    }
    if (isBoldOnly(short) && body.end - body.start < 120) {
      close()
      push({ kind: 'heading', start: body.start, end: body.end, level: 6 })
      continue
    }
    if (open && goesOn(text, open, body.start, indentOf(text, line.start, body.start), openIndent, wrapped, line))
      open.end = body.end
    else {
      if (open?.kind !== 'item' || indentOf(text, line.start, body.start) === 0) indents = []
      close()
      open = { kind: 'paragraph', start: body.start, end: body.end }
    }
  }
  close()
  return blocks
}

/** Whether a line carries on the open block: lower-case start, deeper indent of a list item, or a line of a wrapped paragraph. */
function goesOn(
  text: string,
  open: Block,
  at: number,
  indent: number,
  openIndent: number,
  wrapped: boolean,
  line: Line,
): boolean {
  const first = text.slice(at, at + 2)
  const lower = /^\p{Ll}/u.test(first)
  const ended = endsSentence.test(text.slice(Math.max(open.start, open.end - 8), open.end))
  if (open.kind === 'heading' || open.kind === 'table') return false
  if (open.kind === 'item') {
    if (indent > openIndent) return true
    return !ended && (lower || (wrapped && line.end - line.start <= wrapWidth))
  }
  if (lower && !ended) return !isLooseCell(text, open, at, line)
  return (
    (wrapped && line.end - line.start <= wrapWidth) || (open.kind === 'paragraph' && !ended && brokenAt(text, open, at, line))
  )
}

/** A short line that ends in a number, or a line that is one identifier ("kimi-k2.6"): cells of a table taken apart, no running text. */
function isLooseCell(text: string, open: Block, at: number, line: Line): boolean {
  if (open.end - open.start >= 40) return false
  return (
    /\d%?$/.test(text.slice(open.end - 3, open.end)) ||
    /^[a-z]+-[\w.-]*\d[\w.-]*$/.test(text.slice(at, Math.min(line.end, at + 60)).trim())
  )
}

/** A line of a certain width without an end, and the next starts with a capital, a digit or a sign of money: broken to a width, and no heading. */
function brokenAt(text: string, open: Block, at: number, line: Line): boolean {
  const last = text.slice(text.lastIndexOf('\n', open.end - 1) + 1, open.end).trim()
  if (last.length < 60 || last.length > wrapWidth || line.end - line.start > wrapWidth) return false
  if (!/^[\p{L}\d$€£("“]/u.test(text.slice(at, at + 2)) || /[|\t;]|https?:/.test(last)) return false
  const words = last.match(/\p{L}{4,}/gu) ?? []
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 < words.length
}

function indentOf(text: string, from: number, to: number): number {
  let width = 0
  for (let i = from; i < to; i++) width += text[i] === '\t' ? 4 : 1
  return width
}

function withoutHashes(text: string, start: number, end: number): number {
  let to = end
  while (to > start && text[to - 1] === '#') to--
  return trimmed(text, start, to).end
}

function isTitleLine(text: string, block: Block): boolean {
  return block.end - block.start <= 120 && !text.slice(block.start, block.end).includes('\n')
}

/** A line in bold or italics from end to end is a heading in all but name: `**Evaluation results:**`. */
function isBoldOnly(line: string): boolean {
  if (line.length > 120) return false
  const match = /^(\*{1,3}|_{1,3})([^*_]+)\1:?$/.exec(line)
  return match !== null && !/[.!?]$/.test(match[2] ?? '') && !/\d(\.\d+)?%/.test(match[2] ?? '')
}

/** Lines that lay out a page and say nothing: rules, pictures, badges, attribute lists, MDX imports. */
function isFurniture(line: string): boolean {
  return (
    /^([-*_=~·•] ?){3,}$/.test(line) ||
    /^(\[?!\[[^\]]*\]\([^)]*\)(\]\([^)]*\))?[ \t]*)+$/.test(line) ||
    /^\{[:%{][^}]*\}$/.test(line) ||
    /^(import|export) [\w{*].* from ['"]/.test(line)
  )
}

/** For each opening fence (three backticks or tildes) that is closed: the index of its closing line. */
function fencePairs(text: string, lines: Line[]): Map<number, number> {
  const pairs = new Map<number, number>()
  let open: { at: number; mark: string } | null = null
  lines.forEach((line, i) => {
    const match = /^\s{0,3}(`{3,}|~{3,})/.exec(text.slice(line.start, Math.min(line.end, line.start + 20)))
    if (!match) return
    const mark = match[1]?.[0] ?? ''
    if (!open) open = { at: i, mark }
    else if (open.mark === mark) {
      pairs.set(open.at, i)
      open = null
    }
  })
  return pairs
}

/** A fenced block is code, and no claim stands in code, unless it holds a table. */
function fenced(text: string, lines: Line[], from: number, to: number): Block {
  const inside = lines.slice(from + 1, to)
  const start = (lines[from] as Line).start
  const end = (lines[to] as Line).end
  const first = inside.findIndex((line) => line.end > line.start)
  const table = first >= 0 ? (pipeTable(text, inside, first) ?? alignedTable(text, inside, first)) : null
  if (!table) return { kind: 'boilerplate', start, end }
  return {
    kind: 'table',
    start: (inside[first] as Line).start,
    end: (inside[first + table.lines - 1] as Line).end,
    rows: table.rows,
  }
}
