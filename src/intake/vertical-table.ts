import type { Cell } from '../article.ts'
import { trimmed } from './html-segments.ts'
import type { Line } from './pipe-table.ts'

const number = /^[~≈<>]?\s?[$€£]?-?\d[\d.,]*\s?(?:%|Elo|[KMBx×])?\s?[*†‡]?$|^[-–—]$|^n\/?a$/i
/** No line of more than this is a cell. */
const widest = 60

/** A table found in the lines: it starts at `first` and takes the lines up to `last`, both included. */
export interface VerticalTable {
  first: number
  last: number
  rows: Cell[][]
}

/**
 * A table of which each cell became a line of its own, as pages are often taken apart: a head, then in every row one label and the same number
 * of numbers. Looks at the run of short lines that starts at `lines[from]`; `until` is where that run ends, so that no line is looked at
 * twice. Anything that does not fit exactly (a lost empty cell) is no table.
 */
export function verticalTable(text: string, lines: Line[], from: number): { table: VerticalTable | null; until: number } {
  const run: { line: number; cell: Cell; number: boolean }[] = []
  let until = from
  for (; until < lines.length; until++) {
    const line = lines[until] as Line
    const cell = trimmed(text, line.start, line.end)
    if (cell.start >= cell.end) continue
    if (cell.end - cell.start > widest) break
    const body = text.slice(cell.start, cell.end)
    if (/^(?:[-*+•]\s|#{1,6}\s|>|\||`{3}|\d{1,3}[.)]\s)/.test(body) || /[.!?;:]$/.test(body)) break
    run.push({ line: until, cell, number: number.test(body) })
  }
  const firstNumber = run.findIndex((one) => one.number)
  if (firstNumber < 1) return { table: null, until: Math.max(until, from + 1) }
  let width = 0
  while (run[firstNumber + width]?.number) width++
  const label = firstNumber - 1
  const rows: Cell[][] = []
  let at = label
  while (at + width < run.length && !run[at]?.number) {
    const cells = run.slice(at + 1, at + 1 + width)
    if (!cells.every((one) => one.number) || run[at + 1 + width]?.number) break
    rows.push([(run[at] as { cell: Cell }).cell, ...cells.map((one) => one.cell)])
    at += width + 1
  }
  const head = label >= width + 1 ? run.slice(label - width - 1, label) : []
  const enough = width > 1 ? rows.length >= 2 && head.length > 0 : rows.length >= 3 && (head.length > 0 || label === 0)
  if (!enough) return { table: null, until: Math.max(until, from + 1) }
  const first = head[0] ?? run[label]
  const all = head.length > 0 ? [head.map((one) => ({ ...one.cell, header: true })), ...rows] : rows
  return {
    table: { first: first?.line ?? from, last: run[at - 1]?.line ?? from, rows: all },
    until: (run[at - 1]?.line ?? from) + 1,
  }
}
