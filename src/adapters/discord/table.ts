import { marks, type NumberedSources } from '../../message/citations.ts'
import { type BlockOf, type Cell, type Chart, type Column, plainText, spansOf, type Text } from '../../message/message.ts'
import { cut, limits } from './limits.ts'
import { labelText } from './markdown.ts'

type Table = BlockOf<'table'>

/** A caption and column labels that long leave room for numbers in the alternative text. Ours. */
const longestHeading = 400

/** One picture of a table: what is drawn, its alternative text, and the sources that it cites. */
export interface TableChart {
  chart: Chart
  alt: string
  numbers: number[]
}

/**
 * Cuts a table into pictures: columns and rows that stay readable at 600 pixels, and alternative texts that hold every number. A
 * row that no alternative text holds gives no picture at all: the table is then text.
 */
export function tableCharts(table: Table, numbered: NumberedSources): TableChart[] {
  const blank = blankText(table)
  const note = blank === undefined ? {} : { note: `– ${blank}` }
  const groups = columnGroups(table)
  const tells = (row: Cell[], columns: number[]) => columns.some((at) => at >= keys(table) && says(row[at]))
  const parts = groups.flatMap((columns, index) => {
    // a row stands where it says something; one that says nothing anywhere stands in the first picture
    const rows = table.rows.filter((row) => tells(row, columns) || (index === 0 && !groups.some((each) => tells(row, each))))
    return rowGroups(table, columns, rows, numbered).map((group) => ({ columns, rows: group }))
  })
  if (parts.some(({ rows }) => rows.length === 0)) return []
  return parts.map(({ columns, rows }, index) => ({
    chart: {
      kind: 'table',
      title: parts.length === 1 ? table.caption : `${table.caption} (${index + 1} of ${parts.length})`,
      columns: columns.map((at) => table.columns[at]!),
      rows: rows.map((row) => columns.map((at) => ({ text: cellText(row[at], numbered), strong: isStrong(row[at]) }))),
      ...note,
    },
    alt: [heading(table, columns), ...rows.map((row) => rowAlt(row, columns, numbered))].join(' '),
    numbers: rows.flatMap((row) => columns.flatMap((at) => cited(row[at], numbered))),
  }))
}

/** Leading columns that say what a row is about: all before the first column of numbers. */
function keys({ columns }: Table): number {
  const first = columns.findIndex(({ align }: Column) => align === 'right')
  return first > 0 ? first : Math.min(1, columns.length)
}

/** Columns by their places, at most six to a picture; each picture starts with the columns that say what a row is about. */
function columnGroups(table: Table): number[][] {
  const places = table.columns.map((_, at) => at)
  const lead = places.slice(0, keys(table))
  const others = places.slice(lead.length)
  const room = Math.max(1, limits.pictureColumns - lead.length)
  if (others.length <= room) return [places]
  const count = Math.ceil(others.length / room)
  const size = Math.ceil(others.length / count)
  return Array.from({ length: count }, (_, index) => [...lead, ...others.slice(index * size, (index + 1) * size)])
}

/** Rows that fit into a picture and its alternative text; an empty group stands for a row that fits into none. */
function rowGroups(table: Table, columns: number[], rows: Cell[][], numbered: NumberedSources): Cell[][][] {
  const start = heading(table, columns).length + 1
  const groups: Cell[][][] = []
  let used = 0
  for (const row of rows) {
    const length = rowAlt(row, columns, numbered).length + 1
    if (start + length > limits.altText) return [[]]
    const last = groups[groups.length - 1]
    if (last && last.length < limits.pictureRows && used + length <= limits.altText) {
      last.push(row)
      used += length
    } else {
      groups.push([row])
      used = start + length
    }
  }
  return groups
}

const heading = (table: Table, columns: number[]): string =>
  cut(labelText(`${table.caption}. ${columns.map((at) => table.columns[at]!.label).join(' | ')}.`), longestHeading)

/** "MMLU: vendor, 42.8 [1], –;" */
function rowAlt(row: Cell[], columns: number[], numbered: NumberedSources): string {
  const [first, ...others] = columns.map((at) => cellText(row[at], numbered))
  return `${first ?? ''}: ${others.join(', ')};`
}

const isStrong = (cell: Cell | undefined): boolean => spansOf(cell?.text ?? []).some((span) => span.bold)
const cited = (cell: Cell | undefined, numbered: NumberedSources): number[] =>
  spansOf(cell?.text ?? []).flatMap((span) => numbered.numbers(span))

/** A cell that says something: views set in italics, with no source, what says that there is nothing. */
const says = (cell: Cell | undefined): boolean =>
  spansOf(cell?.text ?? []).some((span) => (span.cite?.length ?? 0) > 0 || (!span.italic && span.text.trim() !== ''))

/** The words for "nothing here", where the table uses one wording for it. */
function blankText(table: Table): string | undefined {
  const words = new Set(
    table.rows.flatMap((row) => row.filter((cell) => !says(cell)).map((cell) => labelText(plainText(cell.text)))),
  )
  words.delete('')
  return words.size === 1 ? [...words][0] : undefined
}

/** A cell's text with the marks of its sources; a dash where it says nothing. */
function cellText(cell: Cell | undefined, numbered: NumberedSources): string {
  if (!says(cell)) return '–'
  const parts = spansOf(cell!.text).map((span) => {
    const mark = marks(numbered.numbers(span))
    return mark ? `${span.text} ${mark}` : span.text
  })
  return labelText(parts.join(''))
}

/**
 * A row as text that reads down a phone, which a table in a code block does not: "**MMLU** · Measured by: vendor · A: 42.8 [1] ·
 * not reported: B, C".
 */
export function tableRowText(table: Table, row: Cell[]): Text {
  const [first, ...others] = row
  const blanks = new Map<string, string[]>()
  const told = others.flatMap((cell, index): Text => {
    const label = table.columns[index + 1]?.label ?? ''
    if (says(cell)) return [' · ', ...(label ? [`${label}: `] : []), ...cell.text]
    const words = plainText(cell.text).trim()
    if (words !== '') blanks.set(words, [...(blanks.get(words) ?? []), label])
    return []
  })
  const untold = [...blanks].flatMap(([words, labels]): Text => [' · ', { text: words, italic: true }, `: ${labels.join(', ')}`])
  return [...spansOf(first?.text ?? []).map((span) => ({ ...span, bold: true })), ...told, ...untold]
}
