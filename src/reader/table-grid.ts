import type { Article, Block } from '../article.ts'
import { findModels } from '../lexicon/find-models.ts'
import { fold } from './fold.ts'

/** One cell: its cleaned text and where it stands, [start, end) in the article's text. `at(offset)`: the place of a character of `text`. */
export interface GridCell {
  text: string
  start: number
  end: number
  header: boolean
  /** The place in the article's text where the character at `offset` of `text` starts. */
  at(offset: number): number
  /** The place in the article's text where the character before `offset` of `text` ends. */
  endAt(offset: number): number
}

/** A table, cleaned: column heads, body rows with the row's own start, and the words around it that say what it shows. */
export interface Grid {
  block: Block
  /** Index into `article.blocks`. */
  index: number
  /** One text per column; two rows of heads are joined from the top ("Nova 9 high"). Empty where the table has no head. */
  heads: string[]
  headCells: GridCell[]
  rows: { start: number; cells: GridCell[] }[]
  /** Caption, or a line right above or below that opens with "Table". */
  caption: string | null
  /** The last paragraph above, up to the heading. */
  lead: string | null
  /** The headings above, nearest last, as far as each is of a higher rank. */
  headings: string[]
  /** Notes right below the table. */
  notes: string | null
}

const mostCells = 20_000

/** The tables of an article, in order. Tables of a part that is not the article are left out, and rows beyond 20,000 cells. */
export function tableGrids(article: Article): Grid[] {
  const grids: Grid[] = []
  let path: { level: number; text: string }[] = []
  let lead: Block | null = null
  article.blocks.forEach((block, index) => {
    if (block.kind === 'boilerplate') return
    if (block.kind === 'heading' || block.kind === 'title') {
      const level = block.kind === 'title' ? 0 : (block.level ?? 6)
      path = path.filter((one) => one.level < level)
      path.push({ level, text: fold(article.text, block.start, block.end).text })
      lead = null
    } else if (block.kind === 'table') {
      const grid = gridOf(article, block, index, lead)
      if (grid) grids.push({ ...grid, headings: path.map((one) => one.text) })
    } else lead = block
  })
  return grids
}

function gridOf(article: Article, block: Block, index: number, lead: Block | null): Omit<Grid, 'headings'> | null {
  const rows: GridCell[][] = []
  let seen = 0
  for (const row of block.rows ?? []) {
    seen += row.length
    if (seen > mostCells) break
    rows.push(row.map((cell) => gridCell(article, cell.start, cell.end, cell.header ?? false)))
  }
  const first = rows[0]
  if (!first) return null
  let headRows = 0
  while (headRows < rows.length - 1 && rows[headRows]?.length && isHeadRow(rows[headRows] as GridCell[])) headRows++
  if (headRows === 0 && looksLikeHead(first)) headRows = 1
  const width = Math.max(...rows.slice(0, Math.max(1, headRows)).map((row) => row.length))
  const heads: string[] = []
  for (let column = 0; column < width; column++) {
    const parts: string[] = []
    for (const row of rows.slice(0, headRows)) {
      const text = row[column]?.text ?? ''
      if (text !== '' && !parts.includes(text)) parts.push(text)
    }
    heads.push(parts.join(' '))
  }
  const beside = (at: number, want: (text: string) => boolean) => {
    const other = article.blocks[at]
    if (!other || other.kind === 'boilerplate' || other.kind === 'table' || other.end - other.start > 1500) return null
    const text = fold(article.text, other.start, other.end).text
    return other.kind === 'caption' || want(text) ? text : null
  }
  const titled = (text: string) => /^(table|tab\.|figure) ?\d*[:.]/i.test(text)
  unshift(heads, rows.slice(headRows))
  return {
    block,
    index,
    heads,
    headCells: rows.slice(0, headRows).at(-1) ?? [],
    rows: rows.slice(headRows).map((cells) => ({ start: cells[0]?.start ?? block.start, cells })),
    caption: beside(index - 1, titled) ?? beside(index + 1, titled),
    lead: lead && lead.end - lead.start < 3000 ? fold(article.text, lead.start, lead.end).text : null,
    notes: beside(index + 1, (text) =>
      /^(notes?\b|source|sources|\*|†|¹|all (scores|results|numbers)|results|scores)/i.test(text),
    ),
  }
}

function gridCell(article: Article, start: number, end: number, header: boolean): GridCell {
  const folded = fold(article.text, start, end)
  return {
    text: folded.text,
    start,
    end,
    header,
    at: (offset) => folded.starts[offset] ?? end,
    endAt: (offset) => (offset <= 0 ? start : (folded.ends[offset - 1] ?? end)),
  }
}

/**
 * An empty corner that the page's extraction has moved to the end of the head, or lost: "| A | B | |" over rows that start with a label. Told by
 * a first column of words under the name of a model, and numbers in the last column, which has no head.
 */
function unshift(heads: string[], body: readonly GridCell[][]): void {
  const last = heads.findLastIndex((text) => text !== '')
  const width = body[0]?.length ?? 0
  if (last < 1 || last !== width - 2 || body.length < 2) return
  if (!body.every((row) => row.length === width) || findModels(heads[0] ?? '').length === 0) return
  const labels = body.every((row) => /\p{L}/u.test(row[0]?.text ?? '') && !/^[~≈$]?\d/.test(row[0]?.text ?? ''))
  const filled = body.every((row) => row[width - 1]?.text !== '')
  const names = heads.slice(0, last + 1).every((text) => findModels(text).length === 1)
  if (!labels || !filled || !names) return
  heads.unshift('')
  heads.length = width
}

/** A row whose every cell is a head; in a body the first cell may be one (`<th scope=row>`), so one other must be a head too. */
function isHeadRow(row: GridCell[]): boolean {
  return row.length > 1
    ? row.slice(1).every((cell) => cell.header || cell.text === '') && row.slice(1).some((cell) => cell.header)
    : false
}

/** The first row of a table without marked heads is its head where it holds no plain number. */
function looksLikeHead(row: GridCell[]): boolean {
  return (
    row.length > 1 &&
    !row.slice(1).some((cell) => /^[~$≈<>]?\s?\d[\d.,]*\s?%?$/.test(cell.text)) &&
    row.slice(1).some((cell) => /\p{L}/u.test(cell.text))
  )
}
