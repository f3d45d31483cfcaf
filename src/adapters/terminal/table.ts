import type { NumberedSources } from '../../message/citations.ts'
import type { BlockOf } from '../../message/message.ts'
import { measure, pad, styled, wrap } from './lines.ts'

const gap = '  '

/** Column widths that fit: each its natural width where there is room, else the widest give way, none below its longest word if that can be had. */
function columnWidths(wanted: { least: number; natural: number }[], room: number): number[] | null {
  const widths = wanted.map(({ natural }) => natural)
  const least = wanted.map(({ least }) => Math.max(least, 3))
  if (least.reduce((sum, width) => sum + width, 0) > room) return null
  let over = widths.reduce((sum, width) => sum + width, 0) - room
  while (over > 0) {
    let widest = -1
    for (let index = 0; index < widths.length; index++) {
      if (widths[index]! > least[index]! && (widest < 0 || widths[index]! > widths[widest]!)) widest = index
    }
    if (widest < 0) return null
    widths[widest]!--
    over--
  }
  return widths
}

/** A table in at most `width` columns; too narrow for its columns, each row becomes a short list. */
export function renderTable(table: BlockOf<'table'>, width: number, color: boolean, numbered: NumberedSources): string[] {
  const { columns, rows } = table
  const wanted = columns.map((column, index) => {
    const cells = [measure([column.label], null), ...rows.map((row) => measure(row[index]?.text ?? [''], numbered))]
    return { least: Math.max(...cells.map(({ least }) => least)), natural: Math.max(...cells.map(({ natural }) => natural), 1) }
  })
  const room = width - gap.length * (columns.length - 1)
  const widths = columnWidths(wanted, room)
  if (!widths) return stacked(table, width, color, numbered)
  const line = (cells: string[][]) => {
    const height = Math.max(...cells.map((cell) => cell.length))
    return Array.from({ length: height }, (_, at) =>
      columns
        .map((column, index) => pad(cells[index]?.[at] ?? '', widths[index]!, column.align))
        .join(gap)
        .trimEnd(),
    )
  }
  const header = line(columns.map((column, index) => wrap([{ text: column.label, bold: true }], widths[index]!, color, null)))
  const rule = styled(widths.map((each) => '─'.repeat(each)).join(gap), ['dim'], color)
  const body = rows.flatMap((row) =>
    line(columns.map((_, index) => wrap(row[index]?.text ?? [''], widths[index]!, color, numbered))),
  )
  return [...header, rule, ...body]
}

function stacked(table: BlockOf<'table'>, width: number, color: boolean, numbered: NumberedSources): string[] {
  return table.rows.flatMap((row) => {
    const [first, ...others] = row
    const head = wrap(first?.text ?? [''], width, color, numbered).map((line) => styled(line, ['bold'], color))
    const rest = others.flatMap((cell, index) => {
      const label = table.columns[index + 1]?.label ?? ''
      return wrap([`${label}: `, ...cell.text], width - 2, color, numbered).map((line) => `  ${line}`)
    })
    return [...head, ...rest]
  })
}
