import type { Chart } from '../message/message.ts'
import { fitted, fontFamily, textWidth } from './font.ts'
import { svgText } from './raster.ts'
import type { Theme } from './theme.ts'

type TimelineChart = Extract<Chart, { kind: 'timeline' }>

const margin = 16
const rowHeight = 30
const size = 14
const titleSize = 18

/** Events down a line, oldest first: a list that reads on a phone, with the spacing of the list, not of time. */
export function timelineChart(chart: TimelineChart, width: number, theme: Theme): string {
  const dates = Math.max(...chart.events.map(({ date }) => textWidth(date, size, true)), 0)
  const axis = margin + dates + 18
  const left = axis + 18
  const top = margin + titleSize + 22
  const height = top + chart.events.length * rowHeight + margin
  const line = `<line x1="${axis}" x2="${axis}" y1="${top}" y2="${top + (chart.events.length - 1) * rowHeight}" stroke="${theme.line}" stroke-width="2"/>`
  const rows = chart.events.map((event, index) => {
    const y = top + index * rowHeight
    const detail = event.detail === event.label ? '' : event.detail
    const label = fitted(event.label, width - left - margin, size, true)
    const room = width - left - margin - textWidth(label, size, true) - 10
    const shown = detail && room > 60 ? fitted(detail, room, size) : ''
    return [
      `<text x="${margin + dates}" y="${y + 5}" text-anchor="end" font-size="${size}" font-weight="700" fill="${theme.text}">${svgText(event.date)}</text>`,
      `<circle cx="${axis}" cy="${y}" r="5" fill="${theme.series[0]}" stroke="${theme.ground}" stroke-width="2"/>`,
      `<text x="${left}" y="${y + 5}" font-size="${size}" font-weight="700" fill="${theme.text}">${svgText(label)}</text>`,
      shown
        ? `<text x="${(left + textWidth(label, size, true) + 10).toFixed(1)}" y="${y + 5}" font-size="${size}" fill="${theme.quiet}">${svgText(shown)}</text>`
        : '',
    ].join('')
  })
  const title = `<text x="${margin}" y="${margin + titleSize - 2}" font-size="${titleSize}" font-weight="700" fill="${theme.text}">${svgText(fitted(chart.title, width - 2 * margin, titleSize, true))}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}"><rect width="${width}" height="${height}" fill="${theme.ground}"/>${title}${line}${rows.join('')}</svg>`
}
