import type { Score } from '../claim.ts'
import { settingBeside } from './finding.ts'

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 })

/** A score as it is shown: "86.4", "42.8%", "1,505 Elo", "≥ 90%", "~80"; the variant in brackets behind. */
export function scoreWords(score: Score, withVariant = true): string {
  const number = grouped.format(score.value)
  const unit =
    score.unit === '%' ? '%' : score.unit === 'elo' ? ' Elo' : score.unit === 'x' ? '×' : score.unit === 'seconds' ? ' s' : ''
  const before = score.bound === 'at least' ? '≥ ' : score.bound === 'at most' ? '≤ ' : score.approximate ? '~' : ''
  const variant = withVariant ? variantWords(score) : ''
  return `${before}${number}${unit}${variant ? ` (${variant})` : ''}`
}

/** What was run how, in the text's own words, or else put together from the setting. */
export function variantWords(score: Score): string {
  if (score.variant) return score.variant
  return Object.entries(settingBeside(score))
    .map(([key, value]) => (key === 'tools' || key === 'effort' || key === 'preview' ? value : `${key} ${value}`))
    .join(', ')
}
