import type { Cell } from '../article.ts'
import { htmlTags, spanAttribute, type Tag } from './html-tags.ts'

/** A stretch of a text between block tags. `flow`: markdown or plain lines; the rest is what its tags say. */
export interface Segment {
  kind: 'flow' | 'paragraph' | 'heading' | 'item' | 'caption' | 'quote' | 'boilerplate' | 'table'
  start: number
  end: number
  level?: number
  rows?: Cell[][]
}

const skipped = new Set(['script', 'style', 'svg', 'iframe', 'template', 'noscript', 'canvas', 'select', 'object'])
const unread = new Set(['nav', 'footer', 'form', 'button'])
const containers = new Set(
  'p div section article main header aside ul ol li dl dt dd h1 h2 h3 h4 h5 h6 figure figcaption blockquote details summary hr center body html head title caption table thead tbody tfoot tr td th picture video audio pre'.split(
    ' ',
  ),
)

/**
 * Cuts a text that may hold raw HTML at its block tags. A text without any gives one `flow` segment. Tables come with the ranges of
 * their cells (a cell that spans columns or rows stands in each of them); scripts, styles and comments give nothing.
 */
export function htmlSegments(text: string): Segment[] {
  const tags = outsidePipeRows(text, htmlTags(text))
  const closes = lastClose(tags)
  const tables = matchTables(tags)
  const segments: Segment[] = []
  const open: string[] = []
  let lists = 0
  let from = 0
  const cut = (to: number) => {
    if (to > from) segments.push({ ...contextOf(open, lists), start: from, end: to })
  }
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i] as Tag
    const { name } = tag
    if (name === '!--') {
      // A comment inside a sentence is left to the passage; one on its own line parts blocks.
      if (text[tag.start - 1] === '\n' || tag.start === 0) {
        cut(tag.start)
        from = tag.end
      }
      continue
    }
    if (skipped.has(name) || unread.has(name)) {
      if (tag.close || (closes.get(name) ?? -1) < i) continue
      cut(tag.start)
      let j = i + 1
      while (tags[j]?.name !== name || !tags[j]?.close) j++
      from = (tags[j] as Tag).end
      if (unread.has(name)) segments.push({ kind: 'boilerplate', start: tag.end, end: (tags[j] as Tag).start })
      i = j
      continue
    }
    if (!containers.has(name)) continue
    const table = name === 'table' && !tag.close ? tables.get(i) : undefined
    cut(tag.start)
    from = tag.end
    if (table !== undefined) {
      for (const segment of tableSegments(text, tags, i, table)) segments.push(segment)
      from = (tags[table] as Tag).end
      i = table
      continue
    }
    if (name === 'ul' || name === 'ol') lists = Math.max(0, lists + (tag.close ? -1 : 1))
    if (tag.close) {
      const at = open.lastIndexOf(name, open.length - 1)
      if (at >= 0 && open.length - at <= 50) open.length = at
    } else if (name !== 'hr') {
      if (closesItself(name, open.at(-1))) open.pop()
      open.push(name)
      if (open.length > 500) open.splice(0, 250)
    }
  }
  cut(text.length)
  return segments
}

/** `<li>` ends an open `<li>`, any block ends an open `<p>`. */
function closesItself(name: string, top: string | undefined): boolean {
  return top === 'p' || (top === name && (name === 'li' || name === 'dd' || name === 'dt'))
}

function contextOf(open: string[], lists: number): Pick<Segment, 'kind' | 'level'> {
  for (let i = open.length - 1; i >= Math.max(0, open.length - 8); i--) {
    const name = open[i] as string
    if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name[1]) }
    if (name === 'summary' || name === 'dt') return { kind: 'heading', level: 5 }
    if (name === 'figcaption' || name === 'caption') return { kind: 'caption' }
    if (name === 'li') return { kind: 'item', level: Math.max(1, lists) }
    if (name === 'blockquote') return { kind: 'quote' }
    if (name === 'title' || name === 'head') return { kind: 'boilerplate' }
    if (name === 'p' && i === open.length - 1) {
      const outer = contextOf(open.slice(0, i), lists)
      return outer.kind === 'flow' ? { kind: 'paragraph' } : outer
    }
  }
  return { kind: 'flow' }
}

/** Keeps the tags that do not stand in a row of a markdown table: those (`<br>`, `<sup>`, `<p>`) belong to its cells. */
function outsidePipeRows(text: string, tags: Tag[]): Tag[] {
  let line = 0
  let next = text.indexOf('\n')
  return tags.filter((tag) => {
    while (next >= 0 && next < tag.start) {
      line = next + 1
      next = text.indexOf('\n', line)
    }
    let i = line
    while (text[i] === ' ') i++
    return text[i] !== '|' || i > tag.start
  })
}

function lastClose(tags: Tag[]): Map<string, number> {
  const last = new Map<string, number>()
  tags.forEach((tag, i) => {
    if (tag.close) last.set(tag.name, i)
  })
  return last
}

/** For each table that holds no other table: the index of its closing tag or, in a text that was cut, of the last tag of its cells. */
function matchTables(tags: Tag[]): Map<number, number> {
  const matched = new Map<number, number>()
  const stack: { at: number; outer: boolean }[] = []
  tags.forEach((tag, i) => {
    if (tag.name !== 'table') return
    if (!tag.close) {
      const top = stack.at(-1)
      if (top) top.outer = true
      stack.push({ at: i, outer: false })
      return
    }
    const top = stack.pop()
    if (top && !top.outer) matched.set(top.at, i)
  })
  const cut = stack.at(-1)
  if (cut && !cut.outer) {
    const last = tags.findLastIndex((tag) => tag.close && (tag.name === 'td' || tag.name === 'th' || tag.name === 'tr'))
    if (last > cut.at) matched.set(cut.at, last)
  }
  return matched
}

function tableSegments(text: string, tags: Tag[], from: number, to: number): Segment[] {
  const rows: Cell[][] = []
  let row: Cell[] | null = null
  const held = new Map<number, { left: number; cell: Cell }>()
  let cell: { tag: Tag; header: boolean } | null = null
  let head = false
  let caption: Segment | null = null
  let captionFrom = -1
  const place = (next: Cell | null) => {
    if (!row) return
    for (let above = held.get(row.length); above && row.length < 200; above = held.get(row.length)) {
      if (--above.left === 0) held.delete(row.length)
      row.push(above.cell)
    }
    if (next && row.length < 200) row.push(next)
  }
  const endCell = (end: number) => {
    if (!cell) return
    const range = trimmed(text, cell.tag.end, end)
    const made: Cell = cell.header ? { ...range, header: true } : range
    const columns = spanAttribute(cell.tag.attributes, 'colspan')
    const down = spanAttribute(cell.tag.attributes, 'rowspan') - 1
    for (let k = 0; k < columns; k++) {
      place(made)
      if (down > 0 && row) held.set(row.length - 1, { left: down, cell: made })
    }
    cell = null
  }
  const endRow = (end: number) => {
    endCell(end)
    place(null)
    if (row && row.length > 0) rows.push(row)
    row = null
  }
  for (let i = from + 1; i <= to; i++) {
    const tag = tags[i] as Tag
    if (tag.name === 'caption') {
      if (!tag.close) captionFrom = tag.end
      else if (captionFrom >= 0) caption = { kind: 'caption', ...trimmed(text, captionFrom, tag.start) }
    } else if (
      tag.name === 'tr' ||
      tag.name === 'thead' ||
      tag.name === 'tbody' ||
      tag.name === 'tfoot' ||
      tag.name === 'table'
    ) {
      endRow(tag.start)
      if (tag.name === 'thead') head = !tag.close
      if (tag.name === 'tbody' || tag.name === 'tfoot') head = false
      if (tag.name === 'tr' && !tag.close) row = []
    } else if (tag.name === 'td' || tag.name === 'th') {
      endCell(tag.start)
      if (!tag.close) {
        row ??= []
        cell = { tag, header: head || tag.name === 'th' }
      }
    }
  }
  endRow((tags[to] as Tag).start)
  const open = tags[from] as Tag
  const close = tags[to] as Tag
  if (rows.every((one) => one.length < 2)) {
    return rows.flatMap((one) => one.map((only) => ({ kind: 'flow' as const, start: only.start, end: only.end })))
  }
  const first = caption && caption.start < (rows[0]?.[0]?.start ?? 0)
  const table: Segment = { kind: 'table', start: first && caption ? caption.end : open.start, end: close.end, rows }
  return caption && first ? [caption, table] : [table]
}

/** The range without white space at its ends. */
export function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  let to = end
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return { start: from, end: to }
}

function isSpace(code: number): boolean {
  return (
    code <= 32 || code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0x200b || code === 0xfeff || code === 0x3000
  )
}
