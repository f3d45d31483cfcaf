import { createHash } from 'node:crypto'
import type { Chart } from '../message/message.ts'
import { barsHeight, barsOption } from './bars.ts'
import { textWidth } from './font.ts'
import { type Picture, rasterise } from './raster.ts'
import { tableCard } from './table-card.ts'
import { type ThemeName, themes } from './theme.ts'
import { timelineChart } from './timeline-chart.ts'

/** A single picture shows at about 550 CSS pixels on a desktop: the layout is 600 wide at most, the picture twice that. */
const layoutWidth = 600
const mostCached = 200

const cache = new Map<string, Picture>()

/**
 * Draws a chart as PNG. The same chart and theme give the same bytes on every run; pictures are cached by content. Takes 50–200 ms the first time:
 * acknowledge before calling it.
 */
export async function drawChart(chart: Chart, options: { theme: ThemeName; width?: number }): Promise<Picture> {
  const width = options.width ?? layoutWidth
  const key = createHash('sha256')
    .update(JSON.stringify([chart, options.theme, width]))
    .digest('hex')
  const known = cache.get(key)
  if (known) return known
  const picture = await rasterise(await svgOf(chart, options.theme, width), width)
  if (cache.size >= mostCached) cache.delete(cache.keys().next().value!)
  cache.set(key, picture)
  return picture
}

async function svgOf(chart: Chart, themeName: ThemeName, width: number): Promise<string> {
  const theme = themes[themeName]
  switch (chart.kind) {
    case 'table':
      return tableCard(chart, width, theme)
    case 'timeline':
      return timelineChart(chart, width, theme)
    case 'bars': {
      // loaded when the first chart is drawn: the import takes most of a second
      const echarts = await import('echarts')
      echarts.setPlatformAPI({
        measureText: (text: string, font?: string) => ({
          width: textWidth(text, Number(/(\d+(?:\.\d+)?)px/.exec(font ?? '')?.[1] ?? 12), /bold|[6-9]00/.test(font ?? '')),
        }),
      })
      const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height: barsHeight(chart) })
      try {
        drawing.setOption(barsOption(chart, width, theme))
        return drawing.renderToSVGString()
      } finally {
        // a chart that is not disposed keeps the process alive
        drawing.dispose()
      }
    }
  }
}
