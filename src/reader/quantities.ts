import { everyMatch } from '../lexicon/every-match.ts'

/**
 * Quantities as launch coverage writes them: money, the unit a price is for, token counts, parameter counts. Everything works on
 * folded passage text; offsets are half-open ranges into the text that was given. All patterns are linear: bounded repeats only.
 */

/** `amount` is the number as the text writes it, thousand commas taken out ("0.10", "1050"); `value` the same as a number. */
export interface Money {
  start: number
  end: number
  amount: string
  value: number
  currency: 'USD' | 'EUR' | 'GBP' | 'CNY'
}

const digits = String.raw`\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,8})?|\.\d{1,6}`
/** A list whose items have run together glues a sum to the word before it. */
const moneyBefore = new RegExp(
  String.raw`((?<![\w.])(?:US\$|USD ?|RMB ?|CNY ?|EUR ?|GBP ?|[$€£¥])|(?<=[a-z])[$€£¥]) ?(${digits})(?![\w,.]*\d)(?: ?USD\b)?`,
  'g',
)
const moneyAfter = new RegExp(
  String.raw`(?<![\w.$€£¥])(${digits}) ?-?(USD|US dollars?|dollars?|cents?|¢|EUR|euros?|yuan|RMB)(?![a-z])`,
  'g',
)

/** Without one of these a text names no sum. */
const anyCurrency = /[$€£¥¢]|USD|RMB|CNY|EUR|GBP|dollar|cent|euro|yuan/

const currencyOf = (mark: string): Money['currency'] => {
  const m = mark.trim().toLowerCase()
  if (m === '€' || m.startsWith('eur')) return 'EUR'
  if (m === '£' || m === 'gbp') return 'GBP'
  if (m === '¥' || m === 'rmb' || m === 'cny' || m === 'yuan') return 'CNY'
  return 'USD'
}

/** Shortest decimal spelling of a computed amount: no exponent, no floating-point dust, no trailing zeros. */
const plain = (value: number): string =>
  Number(value.toPrecision(12))
    .toFixed(10)
    .replace(/\.?0+$/, '')

/**
 * Every sum of money in a text, in order: "$1.25", "US$3", "3 dollars", "15 cents" (as "0.15"). A sum with a magnitude behind it
 * ("$14.3 billion", "$40M") is money of another kind, no price, and is left out.
 */
export function findMoney(text: string): Money[] {
  const found: Money[] = []
  if (!anyCurrency.test(text)) return found
  for (const m of everyMatch(text, moneyBefore)) {
    const end = m.index + m[0].length
    if (/^[ -]?(?:[kmbt]n?(?![a-z])|thousand|million|billion|trillion)/i.test(text.slice(end, end + 12))) continue
    const amount = (m[2] as string).replace(/,/g, '')
    found.push({
      start: m.index,
      end,
      amount: amount.startsWith('.') ? `0${amount}` : amount,
      value: Number(amount),
      currency: currencyOf(m[1] as string),
    })
  }
  for (const m of everyMatch(text, moneyAfter)) {
    const end = m.index + m[0].length
    if (found.some((f) => f.start < end && m.index < f.end)) continue
    const written = (m[1] as string).replace(/,/g, '')
    const cents = /^(?:cent|¢)/.test(m[2] as string)
    const value = cents ? Number(written) / 100 : Number(written)
    found.push({
      start: m.index,
      end,
      amount: cents ? plain(value) : written,
      value,
      currency: cents ? 'USD' : currencyOf(m[2] as string),
    })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** What a price is for: `scale` turns the amount into one per 1M tokens (1 for "/M", 1000 for "per 1K tokens"). */
export interface TokenRate {
  start: number
  end: number
  scale: number
}

const rate =
  /(?:\bper|\/|\ba|\bfor(?: every| each)?|\bfor) ?(?:one |1 ?|a )?(?:(?:input|output) )?(?:(million|mil\b|1,000,000|mtoks?\b|mm?(?![a-z]))|(thousand|1,000|1000|k(?![a-z])))[ -]?(?:(?:text |audio |image )?(?:cached )?(?:input|output|prompt|completion)[ -]?)?(?:tokens?|toks?)?/gi
const otherRate =
  /^ ?(?:(?:(?:USD|dollars?) )?(?:per|\/|an?|each|every) ?(?:\d[\d,]{0,9}[ -]?)?(?:mo\b|mth|month|year|yr\b|annum|week|day|hour|hr\b|minute|min\b|second|sec\b|s\b|user|seat|(?:mega)?pixel|image|picture|video|clip|song|page|character|task|query|queries|search|request|call|session|run\b|gb\b|credit|message|kilometre|trillion|billion)|monthly|annually|yearly|subscription)/i

/** Where a text says "per million tokens" in any spelling ("/M", "/1M input", "per MTok", "per 1K tokens"). */
export function findTokenRates(text: string): TokenRate[] {
  const found: TokenRate[] = []
  for (const m of everyMatch(text, rate)) {
    const thousand = m[2] !== undefined
    const token = /tok/i.test(m[0])
    const lead = m[0].charAt(0)
    // "a million", "for a million" and "a thousand" are only rates when tokens follow
    if (!token && (lead === 'a' || lead === 'A' || /^for/i.test(m[0]) || thousand)) continue
    found.push({ start: m.index, end: m.index + m[0].length, scale: thousand ? 1000 : 1 })
  }
  return found
}

/** True where the text right after a sum says that it is for something other than tokens: a month, an image, a seat, a task. */
export function pricedByOtherUnit(text: string, end: number): boolean {
  return otherRate.test(text.slice(end, end + 40))
}

/** "1.25 USD per 1M tokens", the form of every price value. A sum that needs no conversion keeps its digits as written. */
export function pricePerMillion(money: Money, scale: number): string {
  return `${scale === 1 ? money.amount : plain(money.value * scale)} ${money.currency} per 1M tokens`
}

/** A whole count with its magnitude expanded; `unit` is the noun that follows, if it is one of these. */
export interface Count {
  start: number
  end: number
  value: number
  unit: 'tokens' | 'parameters' | null
  /** The magnitude as written, in lower case ("k", "m", "million", "b", "trillion"), or null for bare digits. */
  magnitude: string | null
}

const words: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  half: 0.5,
}
const scales: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12,
}
const scaleWord = '[Tt]housand|[Mm]illion|[Bb]illion|[Tt]rillion'
const count = new RegExp(
  String.raw`(?<![\w.,$€£¥#/]|\d-)(?:(${digits})(?:[ -]?(${scaleWord}|bn|mn|[kKmMbBtT]))?|` +
    `(?<word>[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Hh]alf an?)[ -](?<scale>${scaleWord}))` +
    String.raw`(?![\d%]|[.,]\d)(?:(?=[A-Z][a-z])|(?![A-Za-z]))` +
    String.raw`(?:[ –-]?(?:(?:total|active|activated|trainable|input|output|context|words? \()[ -]?)?(?<unit>[Tt]okens?|toks?|[Pp]arameters?|params?)(?![a-z]))?`,
  'g',
)

/**
 * Every count in a text that can be one of tokens or parameters: "200K", "1,050,000-token", "256 k", "one trillion parameters",
 * "a trillion-parameter". Percentages, money and digits inside names or versions are none.
 */
export function findCounts(text: string): Count[] {
  const found: Count[] = []
  for (const m of everyMatch(text, count)) {
    const groups = m.groups ?? {}
    const magnitude = (m[2] ?? groups.scale ?? null)?.toLowerCase() ?? null
    const number =
      m[1] === undefined ? words[(groups.word as string).toLowerCase().split(' ')[0] as string] : Number(m[1].replace(/,/g, ''))
    if (number === undefined || !Number.isFinite(number)) continue
    const unit = groups.unit === undefined ? null : /^tok/i.test(groups.unit) ? 'tokens' : 'parameters'
    found.push({
      start: m.index,
      end: m.index + m[0].length,
      value: Number((number * (magnitude === null ? 1 : (scales[magnitude] as number))).toPrecision(12)),
      unit,
      magnitude,
    })
  }
  return found
}

/** "111B", "3.8B", "1T", "350M": a parameter count in its shortest usual form. */
export function parameterLabel(value: number): string {
  // "1043B" is not written with three decimals
  if (value >= 1e12 && Number.isInteger(value / 1e10)) return `${plain(value / 1e12)}T`
  if (value >= 1e9) return `${plain(value / 1e9)}B`
  return `${plain(value / 1e6)}M`
}
