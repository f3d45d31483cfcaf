import { everyMatch } from '../lexicon/every-match.ts'

/** A date as a text writes it. `date` is YYYY-MM-DD or YYYY-MM; `relative`: it was worked out from the article's own date. */
export interface WrittenDate {
  start: number
  end: number
  date: string
  relative: boolean
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const month = String.raw`(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?`
const day = String.raw`(\d{1,2})(?:st|nd|rd|th)?`
const year = String.raw`((?:19|20)\d\d)`

const monthFirst = new RegExp(String.raw`\b${month} ${day}(?![\d.]*\d|%|[BKM]\b)(?:,? ${year}\b)?`, 'g')
const dayFirst = new RegExp(String.raw`\b${day}(?: of)? ${month}(?![a-z])(?:,? ${year}\b)?`, 'g')
const monthYear = new RegExp(String.raw`\b${month},? (?:of )?${year}\b`, 'g')
const iso = /\b((?:19|20)\d\d)(?:[-/](\d{2})[-/](\d{2})|\.(\d{1,2})\.(\d{1,2}))\b(?!\.\d)/g
const relativeDay =
  /\b([Tt]oday|[Yy]esterday|[Tt]his (?:morning|afternoon|evening)|(?:(?:[Oo]n|[Tt]his|[Ll]ast|[Ll]ate|[Ee]arly) )?(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:'s)?|[Ll]ast month|(?:[Ee]arlier )?[Tt]his month)\b/g

const pad = (n: number): string => String(n).padStart(2, '0')

const monthIndex = (name: string): number => months.findIndex((m) => m.startsWith(name.toLowerCase().replace(/^sept.*/, 'sep')))

function valid(y: number, m: number, d: number): boolean {
  const date = new Date(Date.UTC(y, m, d))
  return date.getUTCMonth() === m && date.getUTCDate() === d
}

/**
 * The year of a date written without one. `past`: the latest such day that is not after the article's date (a day's grace for time
 * zones); else the first one on or after it. Null without a full date to count from.
 */
function yearOf(m: number, d: number, published: string | null, past: boolean): number | null {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(published ?? '')
  if (match === null) return null
  const at = Date.UTC(Number(match[1]), Number(match[2]) - 1, match[3] === undefined ? 28 : Number(match[3]))
  const grace = 86_400_000
  const same = Number(match[1])
  const tried = past ? [same + 1, same, same - 1] : [same - 1, same, same + 1]
  return tried.find((y) => (past ? Date.UTC(y, m, d) <= at + grace : Date.UTC(y, m, d) >= at - grace)) ?? null
}

/**
 * The dates in a text, in order of place. "April 8" takes its year from `published`, weekdays and "yesterday" are counted back from
 * it; without a published date (YYYY-MM-DD) they are left out, and so is what names no day or month ("last week", "late 2025").
 * `past` false counts forward: for what a text says will happen.
 */
export function findDates(text: string, published: string | null, past = true): WrittenDate[] {
  const found: WrittenDate[] = []
  const add = (start: number, end: number, date: string, relative: boolean): void => {
    if (!found.some((f) => f.start < end && start < f.end)) found.push({ start, end, date, relative })
  }
  for (const m of everyMatch(text, iso)) {
    const [mm, dd] = [(m[2] ?? m[4]) as string, (m[3] ?? m[5]) as string]
    if (valid(Number(m[1]), Number(mm) - 1, Number(dd)))
      add(m.index, m.index + m[0].length, `${m[1]}-${pad(Number(mm))}-${pad(Number(dd))}`, false)
  }
  const full = (at: number, whole: string, name: string, dayText: string, yearText: string | undefined): void => {
    const index = monthIndex(name)
    const d = Number(dayText)
    const y = yearText === undefined ? yearOf(index, d, published, past) : Number(yearText)
    if (y !== null && valid(y, index, d)) add(at, at + whole.length, `${y}-${pad(index + 1)}-${pad(d)}`, yearText === undefined)
  }
  for (const m of everyMatch(text, monthFirst)) full(m.index, m[0], m[1] as string, m[2] as string, m[3])
  for (const m of everyMatch(text, dayFirst)) full(m.index, m[0], m[2] as string, m[1] as string, m[3])
  for (const m of everyMatch(text, monthYear))
    add(m.index, m.index + m[0].length, `${m[2]}-${pad(monthIndex(m[1] as string) + 1)}`, false)
  const from = /^\d{4}-\d{2}-\d{2}$/.test(published ?? '') ? new Date(`${published}T00:00:00Z`) : null
  if (from === null) return found.sort((a, b) => a.start - b.start)
  for (const m of everyMatch(text, relativeDay)) {
    const word = (m[1] as string).toLowerCase()
    const end = m.index + m[0].length
    if (word.endsWith('month')) {
      const back = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() - (word.startsWith('last') ? 1 : 0), 1))
      add(m.index, end, back.toISOString().slice(0, 7), true)
      continue
    }
    const weekday = m[2] === undefined ? -1 : weekdays.indexOf(m[2].toLowerCase())
    let days = word === 'yesterday' ? 1 : 0
    if (weekday >= 0) days = past ? (from.getUTCDay() - weekday + 7) % 7 : -((weekday - from.getUTCDay() + 7) % 7)
    add(m.index, end, new Date(from.getTime() - days * 86_400_000).toISOString().slice(0, 10), true)
  }
  return found.sort((a, b) => a.start - b.start)
}
