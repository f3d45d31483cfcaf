import type { Cell } from '../article.ts'
import { trimmed } from './html-segments.ts'

/** A line of a text, without its line break. */
export interface Line {
  start: number
  end: number
}

/** The offsets of the pipes in a line that no backslash escapes. */
function pipes(text: string, line: Line): number[] {
  const row = text.slice(line.start, line.end)
  const found: number[] = []
  for (let at = row.indexOf('|'); at >= 0; at = row.indexOf('|', at + 1)) {
    let slashes = 0
    while (row[at - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) found.push(line.start + at)
  }
  return found
}

/** Whether a line is the row of dashes under a head: `|---|:--:|`. */
function isDelimiter(text: string, line: Line): boolean {
  if (line.end - line.start > 2000) return false
  const row = text.slice(line.start, line.end)
  return /^[\s|:+-]+$/.test(row) && row.includes('-') && /[|+]/.test(row) && !/-\s+-/.test(row)
}

/** The cells of a row: what stands between its pipes, white space cut off; a pipe at either end of the line opens or closes no cell. */
function cells(text: string, line: Line, at: number[]): Cell[] {
  const { start, end } = trimmed(text, line.start, line.end)
  const row: Cell[] = []
  let from = start
  for (const pipe of at) {
    if (pipe > start) row.push(trimmed(text, from, pipe))
    from = pipe + 1
  }
  if (from < end) row.push(trimmed(text, from, end))
  return row
}

/**
 * The pipe table that starts at `lines[first]`, with or without outer pipes, ragged rows allowed: its rows and how many lines it takes.
 * Rows above a row of dashes are header cells. `end`: where the table ends, if text follows in its line. Null where no table starts: a single pipe in a sentence makes none.
 * The form is that of GitHub Flavored Markdown, tables extension, read more leniently.
 */
export function pipeTable(text: string, lines: Line[], first: number): { rows: Cell[][]; lines: number; end?: number } | null {
  const top = lines[first]
  if (!top) return null
  const inTop = pipes(text, top)
  if (inTop.length === 0) return null
  const second = lines[first + 1]
  const outer = (line: Line) => text[trimmed(text, line.start, line.end).start] === '|'
  const headed = second !== undefined && isDelimiter(text, second) && !isDelimiter(text, top)
  if (!headed) {
    if (!second) return collapsedTable(text, top, inTop)
    const inSecond = pipes(text, second)
    const third = lines[first + 2]
    const even = third !== undefined && inTop.length === inSecond.length && inTop.length === pipes(text, third).length
    if (!(outer(top) && outer(second)) && !(even && inTop.length >= 2)) return collapsedTable(text, top, inTop)
  }
  const rows: Cell[][] = []
  let taken = 0
  for (let i = first; i < lines.length; i++) {
    const line = lines[i] as Line
    const at = i === first ? inTop : pipes(text, line)
    if (at.length === 0) break
    taken++
    if (isDelimiter(text, line)) {
      for (const row of rows) for (const cell of row) cell.header = true
      continue
    }
    rows.push(cells(text, line, at))
  }
  return rows.some((row) => row.length > 1) ? { rows, lines: taken } : null
}

/**
 * A table whose line breaks were lost: `| A | B | |---|---| | x | 1 | | y | 2 |`. The dashes say how many cells a row has; what does not
 * fit that number exactly is no table; what follows the last pipe is text again.
 */
function collapsedTable(text: string, line: Line, at: number[]): { rows: Cell[][]; lines: number; end?: number } | null {
  if (at.length < 8) return null
  const all = cells(text, line, at)
  const dashes = (cell: Cell) => /^:?-{2,}:?$/.test(text.slice(cell.start, Math.min(cell.end, cell.start + 200)))
  const from = all.findIndex(dashes)
  if (from < 2) return null
  let to = from
  while (to < all.length && dashes(all[to] as Cell)) to++
  const width = to - from
  const empty = (cell: Cell | undefined) => cell !== undefined && cell.start === cell.end
  if (width < 2 || from < width + 1 || !empty(all[from - 1])) return null
  const head = all.slice(from - 1 - width, from - 1).map((cell) => ({ ...cell, header: true }))
  const rows: Cell[][] = [head]
  for (let i = to; i < all.length; i += width + 1) {
    const rest = all[i] as Cell
    if (!empty(rest)) return i === all.length - 1 && rows.length > 1 ? { rows, lines: 1, end: rest.start } : null
    const row = all.slice(i + 1, i + 1 + width)
    if (row.length === 0) break
    if (row.length < width) return null
    rows.push(row)
  }
  return rows.length > 1 ? { rows, lines: 1 } : null
}
