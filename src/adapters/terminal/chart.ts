import type { ClaimantKind } from '../../claim.ts'
import type { Chart } from '../../message/message.ts'
import { pad, printable, styled, widthOf } from './lines.ts'

/** Fillings that tell who measured without colour. */
const fillings: Record<ClaimantKind, string> = { independent: '█', vendor: '▒', press: '░', unstated: '░' }

/** A chart in characters, at most `width` columns wide. */
export function renderChart(chart: Chart, width: number, color: boolean): string[] {
  if (chart.kind === 'timeline') {
    const label = Math.max(...chart.events.map(({ date }) => widthOf(date)), 0)
    return chart.events.map((event) => `${pad(event.date, label, 'left')}  ● ${printable(event.label)}`)
  }
  if (chart.kind === 'table') return []
  const bars = chart.groups.flatMap(({ bars }) => bars)
  const names = Math.min(28, Math.max(...bars.map(({ label }) => widthOf(label)), 0))
  const numbers = Math.max(...bars.map(({ text }) => widthOf(text)), 0)
  const room = Math.max(6, width - names - numbers - 6)
  const lines: string[] = []
  for (const group of chart.groups) {
    // bars of one group share a scale that starts at zero: lengths may be compared
    const most = Math.max(...group.bars.map(({ value }) => Math.abs(value)), Number.MIN_VALUE)
    lines.push(styled(printable(group.label), ['bold'], color))
    for (const bar of group.bars) {
      const length = Math.max(1, Math.round((Math.abs(bar.value) / most) * room))
      const name = printable(bar.label)
      lines.push(
        `  ${pad(widthOf(name) > names ? `${[...name].slice(0, names - 1).join('')}…` : name, names, 'left')} ${fillings[bar.by].repeat(length)} ${bar.text}`,
      )
    }
  }
  const kinds = new Set(bars.map(({ by }) => (by === 'press' ? 'unstated' : by)))
  const key = [...kinds].map((kind) => `${fillings[kind]} ${kind}`).join('  ')
  return [...lines, styled(key, ['dim'], color)]
}
