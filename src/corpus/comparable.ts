import type { Score, Setting, SettingKey } from '../claim.ts'
import { plainValue, settingBeside } from './finding.ts'

/** Parts of a setting that decide whether two numbers may stand beside each other, with the words for a difference. */
const reasons: Record<SettingKey, string> = {
  version: 'other version of the benchmark',
  subset: 'other subset',
  harness: 'other harness',
  tools: 'other use of tools',
  attempts: 'other number of attempts',
  shots: 'other number of shots',
  agents: 'other number of agents',
  effort: 'other effort level',
  preview: 'preview against the shipped model',
  date: 'measured at another date',
  size: 'other size of the model',
}

/** Ratings of an arena or an index move with time: two of them compare only when taken at about the same time. */
const movingUnits = new Set(['elo', 'index'])
const movingWindow = 45 * 24 * 60 * 60 * 1000

/** "In this mode it scores …": the mode was named a sentence before, and the number is not one of the model as such. */
const modeOnly = ({ variant, quote }: Score): boolean =>
  variant === null && /\b(?:this|that|such a) (?:[a-z-]+ )?mode\b/i.test(quote)

/** What decides whether a number may stand beside another, in comparable form: looked at once for each, since each is held against many. */
interface Circumstances {
  setting: Setting
  settings: string[]
  variant: string
  modeOnly: boolean
}

const keys = Object.keys(reasons) as SettingKey[]
const known = new WeakMap<Score, Circumstances>()

function circumstancesOf(score: Score): Circumstances {
  const before = known.get(score)
  if (before) return before
  const setting = settingBeside(score)
  const found: Circumstances = {
    setting,
    settings: keys.map((key) => plainValue(setting[key] ?? '')),
    variant: plainValue(score.variant ?? ''),
    modeOnly: modeOnly(score),
  }
  known.set(score, found)
  return found
}

/**
 * Why two numbers for one benchmark must not be compared, or null where nothing speaks against it. A setting that only one of them states counts as a
 * difference. `dates` are the articles' dates in epoch milliseconds, where known.
 */
export function notComparable(a: Score, b: Score, dates: [number | null, number | null] = [null, null]): string | null {
  const [one, other] = [circumstancesOf(a), circumstancesOf(b)]
  const at = one.settings.findIndex((value, index) => value !== other.settings[index])
  if (at >= 0) {
    const key = keys[at]!
    const stated = [one.setting[key], other.setting[key]].map((value) => value ?? 'not stated')
    return `${reasons[key]} (${stated.join(' / ')})`
  }
  if (one.variant !== other.variant) return `other variant (${a.variant ?? 'not stated'} / ${b.variant ?? 'not stated'})`
  if (one.modeOnly !== other.modeOnly) return 'one was run in a mode that the sentence does not name'
  const [first, second] = dates
  if (movingUnits.has(a.unit) && first !== null && second !== null && Math.abs(first - second) > movingWindow)
    return 'rating taken at another date'
  return null
}

/** Two numbers say the same where they differ by no more than rounding: 80 and 80.4, 42.8 and 42.8%. Bounds and "about" are wider. */
export function sameNumber(a: Score, b: Score): boolean {
  if (a.value === b.value) return true
  const decimals = (value: number) => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0
  const coarse = Math.min(decimals(a.value), decimals(b.value))
  const step = 10 ** -coarse
  const tolerance = (a.approximate || b.approximate ? step : step / 2) * (1 + 1e-9)
  if (decimals(a.value) !== decimals(b.value) || a.approximate || b.approximate) {
    if (Math.abs(a.value - b.value) <= tolerance) return true
  }
  if (a.bound === 'at least' && b.value >= a.value) return true
  if (a.bound === 'at most' && b.value <= a.value) return true
  if (b.bound === 'at least' && a.value >= b.value) return true
  return b.bound === 'at most' && a.value <= b.value
}
