import { findBenchmarks } from '../lexicon/find-benchmarks.ts'
import { findModels } from '../lexicon/find-models.ts'
import { type CellValue, readCell } from './table-cell.ts'
import type { GridCell } from './table-grid.ts'
import type { BenchmarkLabel, Label, ModelLabel } from './table-labels.ts'

/** "Gemini 3.1 Pro (94.3)", "94.3 (Gemini 3.1 Pro)", "Gemini 3.1 Pro: 94.3" in a cell: its own owner. */
export function pairIn(cell: GridCell, label: (text: string) => Label): { model: ModelLabel; value: CellValue } | null {
  const mentions = findModels(cell.text)
  const [mention] = mentions
  if (!mention || mentions.length > 1 || findBenchmarks(cell.text).length > 0) return null
  const read = label(cell.text.slice(mention.start, mention.end))
  if (read.role !== 'model') return null
  const before = /^\s*(.{1,20}?)\s*[([]\s*$/.exec(cell.text.slice(0, mention.start))
  const after = /^(?:\s*[:=(,–—]\s*|\s+-\s+|\s+)(?:at |with )?([~≈]?\d[\d.,]*\s?%?)\s*\)?$/.exec(cell.text.slice(mention.end))
  const part = after?.[1] ?? (before && /^\s*[)\]]$/.test(cell.text.slice(mention.end)) ? before[1] : undefined)
  if (!part) return null
  const value = readCell(part)
  if (value.kind !== 'values' || value.values.length !== 1) return null
  const offset = after ? cell.text.lastIndexOf(part) : cell.text.indexOf(part)
  const [one] = value.values as [CellValue]
  return { model: read, value: { ...one, start: one.start + offset, end: one.end + offset } }
}

/**
 * "SWE-bench Verified: 80.8%", "80.8% on SWE-bench Verified", or several such parted by commas: numbers with their own tests in a cell. Null
 * where a part of the cell is anything else.
 */
export function testsIn(
  cell: GridCell,
  label: (text: string) => Label,
): { benchmark: BenchmarkLabel; value: CellValue }[] | null {
  if (cell.text.length > 200 || !/\d/.test(cell.text)) return null
  // Marks of sources behind the last number say nothing of it.
  const whole = cell.text.replace(/(?:\s*\[[\w, ]{1,20}\])+$/, '')
  const mentions = findBenchmarks(whole)
  if (mentions.length === 0 || findModels(whole).length > 0) return null
  const found: { benchmark: BenchmarkLabel; value: CellValue }[] = []
  let from = 0
  for (const [k, mention] of mentions.entries()) {
    const next = mentions[k + 1]
    const joint = next ? /[,;|·]\s/g : null
    let until = whole.length
    if (joint && next) {
      joint.lastIndex = mention.end
      const at = joint.exec(whole)?.index
      if (at === undefined || at > next.start) return null
      until = at
    }
    const read = label(whole.slice(mention.start, mention.end))
    const before = whole.slice(from, mention.start)
    const after = whole.slice(mention.end, until)
    const behind = /^\s*(?::|–|—|-|=|\(|at|of|with)?\s*(?:a score of\s*)?(.+?)\)?$/.exec(after)?.[1]
    const ahead = /^[\s,;|·]*(.+?)\s*(?:on|in|\()?\s*(?:the\s*)?$/.exec(before)?.[1]
    const text = /^[\s,;|·]*$/.test(before) ? behind : /^[\s)]*$/.test(after) ? ahead : undefined
    const value = text === undefined ? null : readCell(text.trim())
    const [only] = value?.kind === 'values' ? value.values : []
    if (
      !text ||
      read.role !== 'benchmark' ||
      value?.kind !== 'values' ||
      value.values.length !== 1 ||
      !only ||
      only.note !== null
    )
      return null
    const offset = text === behind ? cell.text.indexOf(text.trim(), mention.end) : cell.text.indexOf(text.trim(), from)
    found.push({ benchmark: read, value: { ...only, start: only.start + offset, end: only.end + offset } })
    from = until
  }
  return found
}
