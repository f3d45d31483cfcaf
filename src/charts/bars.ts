import type { EChartsOption } from 'echarts'
import type { ClaimantKind } from '../claim.ts'
import type { Bar, Chart } from '../message/message.ts'
import { fitted, textWidth } from './font.ts'
import type { Theme } from './theme.ts'

type BarsChart = Extract<Chart, { kind: 'bars' }>

const barHeight = 24
const headHeight = 36
const margin = 16
const titleHeight = 44
const keyHeight = 30
const size = 14

const dots = {
  symbol: 'circle',
  symbolSize: 0.7,
  dashArrayX: [
    [8, 8],
    [0, 8, 8, 0],
  ],
  dashArrayY: [6, 0],
  color: 'rgba(255,255,255,0.6)',
}
/** Patterns that tell who measured without colour: independent solid, vendor striped, nobody named dotted. */
const decals: Record<ClaimantKind, object | undefined> = {
  independent: undefined,
  vendor: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: 'rgba(255,255,255,0.55)' },
  press: dots,
  unstated: dots,
}
const kindWords: Record<ClaimantKind, string> = {
  independent: 'independent',
  vendor: 'vendor’s own',
  press: 'nobody named',
  unstated: 'nobody named',
}

const seriesOf = (bar: Bar): string => bar.series ?? bar.label

/** The height that a bar chart needs at its width. */
export function barsHeight(chart: BarsChart): number {
  return titleHeight + chart.groups.reduce((sum, { bars }) => sum + headHeight + bars.length * barHeight, 0) + keyHeight + margin
}

/** Bars in groups, one below the other; each group has a scale of its own that starts at zero. A model keeps its colour over all groups. */
export function barsOption(chart: BarsChart, width: number, theme: Theme): EChartsOption {
  const all = chart.groups.flatMap(({ bars }) => bars)
  const series = [...new Set(all.map(seriesOf))]
  const labelWidth = Math.min(width * 0.36, Math.max(...all.map(({ label }) => textWidth(label, size))) + 12)
  const valueWidth = Math.max(...all.map(({ text }) => textWidth(text, size, true))) + 14
  let top = titleHeight
  const places = chart.groups.map(({ bars }) => {
    const at = top + headHeight
    top = at + bars.length * barHeight
    return { top: at, height: bars.length * barHeight }
  })
  const kinds = [...new Set(chart.groups.flatMap(({ bars }) => bars.map(({ by }) => by)))]
  const note = `${kinds.map((kind) => `${{ independent: 'Solid', vendor: 'Striped', press: 'Dotted', unstated: 'Dotted' }[kind]}: ${kindWords[kind]}`).join('   ')}${chart.lowerIsBetter ? '   Lower is better' : ''}`
  return {
    animation: false,
    backgroundColor: theme.ground,
    textStyle: { fontFamily: 'Inter', color: theme.text },
    title: [
      {
        text: fitted(chart.title, width - 2 * margin, 18, true),
        left: margin,
        top: 14,
        padding: 0,
        textStyle: { fontSize: 18, fontWeight: 'bold', color: theme.text },
      },
      ...chart.groups.map(({ label }, index) => ({
        text: fitted(label, width - 2 * margin, size, true),
        left: margin,
        top: places[index]!.top - 22,
        padding: 0,
        textStyle: { fontSize: size, fontWeight: 'bold' as const, color: theme.text },
      })),
      {
        text: note,
        left: margin,
        top: top + 10,
        padding: 0,
        textStyle: { fontSize: 12, fontWeight: 'normal' as const, color: theme.quiet },
      },
    ],
    grid: places.map((place) => ({
      left: margin + labelWidth,
      right: margin + valueWidth,
      top: place.top,
      height: place.height,
    })),
    xAxis: chart.groups.map(({ bars }, index) => ({
      type: 'value' as const,
      gridIndex: index,
      show: false,
      min: 0,
      max: Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE),
    })),
    yAxis: chart.groups.map(({ bars }, index) => ({
      type: 'category' as const,
      gridIndex: index,
      inverse: true,
      data: bars.map(({ label }) => fitted(label, labelWidth - 8, size)),
      axisLine: { show: true, lineStyle: { color: theme.line } },
      axisTick: { show: false },
      axisLabel: { fontSize: size, color: theme.text, margin: 8, interval: 0 },
    })),
    series: chart.groups.map(({ bars }, index) => ({
      type: 'bar' as const,
      xAxisIndex: index,
      yAxisIndex: index,
      barWidth: barHeight - 8,
      data: bars.map((bar) => {
        const decal = decals[bar.by]
        return {
          value: bar.value,
          itemStyle: { color: theme.series[series.indexOf(seriesOf(bar)) % theme.series.length], ...(decal ? { decal } : {}) },
          label: {
            show: true,
            position: 'right' as const,
            formatter: bar.text,
            fontSize: size,
            fontWeight: 'bold' as const,
            color: theme.text,
          },
        }
      }),
    })),
  } as EChartsOption
}
