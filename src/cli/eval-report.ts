import { type Report, ratesOf, type Share, type Tally } from './eval-counts.ts'

const columns = ['scores', 'facts', 'risks', 'models'] as const

/** A report as a table of at most 100 columns: one line a text (right/wrong/missed), then the rates of all with their 95 % intervals. */
export function reportText(report: Report): string {
  const lines = [`${'text'.padEnd(14)}${columns.map((name) => name.padEnd(20)).join('')}`.trimEnd()]
  lines.push(`${''.padEnd(14)}${columns.map(() => 'right wrong missed'.padEnd(20)).join('')}`.trimEnd())
  for (const row of report.texts)
    lines.push(`${row.id.slice(0, 13).padEnd(14)}${columns.map((name) => cell(row[name])).join('')}`.trimEnd())
  lines.push(`${'all'.padEnd(14)}${columns.map((name) => cell(report.all[name])).join('')}`.trimEnd(), '')
  lines.push(`${''.padEnd(10)}${'precision'.padEnd(24)}${'recall'.padEnd(24)}F1`)
  for (const name of columns) {
    const { precision, recall, f1 } = ratesOf(report.all[name])
    lines.push(
      `${name.padEnd(10)}${shareText(precision).padEnd(24)}${shareText(recall).padEnd(24)}${f1 === null ? '-' : f1.toFixed(3)}`,
    )
  }
  const { claimant, variant } = report.all
  lines.push('', `claimant right for ${claimant.right} of ${claimant.of} scores found: ${shareText(report.claimantShare)}`)
  lines.push(`variant right for ${variant.right} of ${variant.of}; scores given for texts that have none: ${report.falseAlarms}`)
  return lines.join('\n')
}

/** What went wrong, one line each: what was read (WRONG) or labelled (MISS), then the words of the text. */
export function missesText(report: Report): string {
  return report.misses
    .map(({ id, kind, error, what, quote }) => {
      const words = quote.replace(/\s+/g, ' ').slice(0, 110)
      return `${error === 'wrong' ? 'WRONG' : 'MISS '} ${id} ${kind}: ${what}${words === '' ? '' : ` <- ${words}`}`
    })
    .join('\n')
}

function cell({ right, wrong, missed }: Tally): string {
  if (right + wrong + missed === 0) return '    -'.padEnd(20)
  return `${String(right).padStart(5)} ${String(wrong).padStart(5)} ${String(missed).padStart(6)}`.padEnd(20)
}

function shareText(share: Share | null): string {
  if (share === null) return '-'
  return `${share.value.toFixed(3)} (${share.low.toFixed(3)}–${share.high.toFixed(3)})`
}
