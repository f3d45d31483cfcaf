import type { Chart } from '../message/message.ts'
import { drawable, fitted, fontFamily, textWidth } from './font.ts'
import { svgText } from './raster.ts'
import type { Theme } from './theme.ts'

type TableChart = Extract<Chart, { kind: 'table' }>

const size = 14
const lineHeight = 18
const rowPadding = 12
const mostHeadLines = 2
/** A cell may hold several numbers with their marks: they must not be cut. */
const mostCellLines = 5
const margin = 16
const gap = 14
const titleSize = 18

/** Words beside a number that tell who measured, so that colour is never needed. */
const marks = { vendor: 'V', independent: 'I', press: '·', unstated: '·' } as const

/** A table as a picture, for platforms without tables: the first columns as wide as they need, numbers to the right. */
export function tableCard(chart: TableChart, width: number, theme: Theme): string {
  const inner = width - 2 * margin
  const columns = chart.columns.length
  const natural = chart.columns.map((column, index) =>
    Math.max(
      textWidth(column.label, size, true),
      ...chart.rows.map((row) => textWidth(cellText(row[index]), size, row[index]?.strong)),
      24,
    ),
  )
  const room = inner - gap * (columns - 1)
  const widths = squeeze(natural, room)
  const lefts = widths.map((_, index) => margin + widths.slice(0, index).reduce((sum, each) => sum + each + gap, 0))
  const top = margin + titleSize + 14
  const parts: string[] = []
  const text = (lines: string[], index: number, y: number, style: { bold?: boolean; fill: string }) => {
    const right = chart.columns[index]!.align === 'right'
    const x = right ? lefts[index]! + widths[index]! : lefts[index]!
    for (const [at, line] of lines.entries()) {
      parts.push(
        `<text x="${x.toFixed(1)}" y="${y + at * lineHeight}" font-size="${size}" ${style.bold ? 'font-weight="700" ' : ''}fill="${style.fill}"${right ? ' text-anchor="end"' : ''}>${svgText(line)}</text>`,
      )
    }
  }
  const head = chart.columns.map((column, index) => wrapped(column.label, widths[index]!, size, true, mostHeadLines))
  const headLines = Math.max(...head.map((lines) => lines.length))
  for (const [index, lines] of head.entries()) text(lines, index, top + 14, { bold: true, fill: theme.text })
  let y = top + 8 + headLines * lineHeight
  parts.push(`<line x1="${margin}" x2="${width - margin}" y1="${y}" y2="${y}" stroke="${theme.line}" stroke-width="1"/>`)
  y += 2
  for (const [at, row] of chart.rows.entries()) {
    const cells = row.map((cell, index) => wrapped(cellText(cell), widths[index]!, size, cell.strong === true, mostCellLines))
    const height = rowPadding + Math.max(...cells.map((lines) => lines.length)) * lineHeight
    if (at % 2 === 1)
      parts.push(`<rect x="${margin - 6}" y="${y}" width="${inner + 12}" height="${height}" fill="${theme.stripe}" rx="4"/>`)
    for (const [index, lines] of cells.entries()) {
      const cell = row[index]!
      text(lines, index, y + 20, {
        ...(cell.strong ? { bold: true } : {}),
        fill: index > 0 && cell.text === '–' ? theme.quiet : theme.text,
      })
    }
    y += height
  }
  const bottom = y
  const notes = chart.note ? wrapped(chart.note, inner, 12, false, 6) : []
  for (const [index, line] of notes.entries()) {
    parts.push(`<text x="${margin}" y="${bottom + 20 + index * 17}" font-size="12" fill="${theme.quiet}">${svgText(line)}</text>`)
  }
  const height = bottom + notes.length * 17 + margin + (notes.length > 0 ? 6 : 0)
  const title = `<text x="${margin}" y="${margin + titleSize - 2}" font-size="${titleSize}" font-weight="700" fill="${theme.text}">${svgText(fitted(chart.title, inner, titleSize, true))}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}"><rect width="${width}" height="${height}" fill="${theme.ground}"/>${title}${parts.join('')}</svg>`
}

function cellText(cell: TableChart['rows'][number][number] | undefined): string {
  if (!cell) return ''
  return cell.by && cell.text !== '–' ? `${cell.text} ${marks[cell.by]}` : cell.text
}

/** The widest columns give way until all fit. */
function squeeze(natural: number[], room: number): number[] {
  const widths = [...natural]
  let over = widths.reduce((sum, each) => sum + each, 0) - room
  while (over > 0.5) {
    const widest = widths.indexOf(Math.max(...widths))
    const cut = Math.min(over, Math.max(1, widths[widest]! * 0.05))
    widths[widest]! -= cut
    over -= cut
  }
  return widths
}

/** Lines of at most `width` pixels, between words; the last of `most` lines ends in an ellipsis where something went (the alt text keeps it). */
function wrapped(content: string, width: number, fontSize: number, bold: boolean, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of drawable(content).split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (line && textWidth(longer, fontSize, bold) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  lines.push(line)
  const kept = lines.slice(0, most)
  if (lines.length > most) kept[most - 1] = lines.slice(most - 1).join(' ')
  return kept.map((each) => fitted(each, width, fontSize, bold))
}
