import type { Cell } from '../article.ts'
import type { Line } from './pipe-table.ts'

/** Parts of a line that tabs or at least two spaces hold apart. */
function columns(text: string, line: Line): Cell[] {
  if (line.end - line.start > 400) return []
  const row = text.slice(line.start, line.end)
  const parts: Cell[] = []
  for (const match of row.matchAll(/[^\s\u00a0]+(?:[ \u00a0][^\s\u00a0]+)*/g)) {
    parts.push({ start: line.start + match.index, end: line.start + match.index + match[0].length })
  }
  return parts
}

/** Cells between tabs, empty ones kept: a copied spreadsheet. */
function tabbed(text: string, line: Line): Cell[] {
  const row: Cell[] = []
  let from = line.start
  for (let i = line.start; i <= line.end; i++) {
    if (i < line.end && text[i] !== '\t') continue
    let start = from
    let end = i
    while (start < end && text[start] === ' ') start++
    while (end > start && text[end - 1] === ' ') end--
    row.push({ start, end })
    from = i + 1
  }
  return row
}

/**
 * The plain table that starts at `lines[first]`: at least three lines whose cells stand in columns, held apart by tabs or by two and
 * more spaces. A row with fewer cells is filled by where they stand. Null where the lines are no such table.
 */
export function alignedTable(text: string, lines: Line[], first: number): { rows: Cell[][]; lines: number } | null {
  const top = lines[first]
  if (!top || top.end - top.start > 400) return null
  if (text.slice(top.start, top.end).includes('\t')) {
    const rows: Cell[][] = []
    for (let i = first; i < lines.length; i++) {
      const line = lines[i] as Line
      if (line.end - line.start > 2000 || !text.slice(line.start, line.end).includes('\t')) break
      rows.push(tabbed(text, line))
    }
    const width = rows[0]?.length ?? 0
    if (rows.length >= 2 && width >= 2 && rows.every((row) => Math.abs(row.length - width) <= 1)) {
      return { rows, lines: rows.length }
    }
  }
  if (columns(text, top).length < 2 && !opensWithGap(text, top)) return null
  const raw: { line: Line; cells: Cell[] }[] = []
  for (let i = first; i < lines.length; i++) {
    const line = lines[i] as Line
    const row = columns(text, line)
    if (row.length === 0 || (row.length < 2 && raw.length > 0 && !mayBeSection(row, text))) break
    raw.push({ line, cells: row })
  }
  while (raw.length > 0 && (raw.at(-1)?.cells.length ?? 0) < 2) raw.pop()
  const widest = raw.reduce(
    (best, row) => (row.cells.length > best.cells.length ? row : best),
    raw[0] ?? { line: top, cells: [] },
  )
  const width = widest.cells.length
  const full = raw.filter((row) => row.cells.length === width).length
  const long = raw.some((row) => row.cells.some((cell) => cell.end - cell.start > 60))
  if (raw.length < 3 || width < 2 || full < 2 || full * 2 < raw.length || long) return null
  const numbers = raw.filter((row) => row.cells.slice(1).some((cell) => /^[~$]?\d/.test(text.slice(cell.start, cell.end)))).length
  if (numbers * 2 < raw.length) return null
  return { rows: raw.map((row) => (row.cells.length === width ? row.cells : byPlace(row, widest))), lines: raw.length }
}

function opensWithGap(text: string, line: Line): boolean {
  return /^\s{4,}\S/.test(text.slice(line.start, Math.min(line.end, line.start + 100)))
}

function mayBeSection(row: Cell[], text: string): boolean {
  const only = row[0]
  return only !== undefined && only.end - only.start <= 40 && !/[.!?]$/.test(text.slice(only.start, only.end))
}

/** Puts each cell under the column that it overlaps or is nearest to; columns left over are empty. */
function byPlace(row: { line: Line; cells: Cell[] }, model: { line: Line; cells: Cell[] }): Cell[] {
  const empty = { start: row.line.end, end: row.line.end }
  const placed: Cell[] = model.cells.map(() => empty)
  let from = 0
  for (const cell of row.cells) {
    let best = -1
    let distance = Number.POSITIVE_INFINITY
    for (let k = from; k < model.cells.length; k++) {
      const column = model.cells[k] as Cell
      const start = column.start - model.line.start
      const end = column.end - model.line.start
      const gap = Math.max(0, start - (cell.end - row.line.start), cell.start - row.line.start - end)
      const off = gap * 1000 + Math.min(Math.abs(cell.start - row.line.start - start), Math.abs(cell.end - row.line.start - end))
      if (off < distance) {
        distance = off
        best = k
      }
    }
    if (best < 0) break
    placed[best] = cell
    from = best + 1
  }
  return placed
}
