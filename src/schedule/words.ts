import { Cron } from 'croner'
import { UserError } from '../errors.ts'

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const dayOf = new Map<string, number>(
  dayNames.flatMap((name, index) => {
    const full = name.toLowerCase()
    const short = [
      full.slice(0, 3),
      ...(full.startsWith('t') || full.startsWith('w') ? [full.slice(0, 4), full.slice(0, 5)] : []),
    ]
    return [full, `${full}s`, ...short].map((word) => [word, index] as const)
  }),
)
const ordinals = new Map(
  ['first', 'second', 'third', 'fourth', 'fifth'].flatMap((word, index) => [
    [word, index + 1] as const,
    [`${index + 1}${['st', 'nd', 'rd', 'th', 'th'][index]}`, index + 1] as const,
  ]),
)

const examples = '"every Monday 9:00", "weekdays 08:30", "daily at 7am", "first of the month", or cron: "0 9 * * 1"'
const refuse = (why: string): never => {
  throw new UserError('usage', `${why} Say it like this: ${examples}.`)
}

/** Words that carry nothing: "every Monday at 9 o'clock" is Monday and nine. */
const empty = new Set(['every', 'each', 'on', 'at', 'the', 'of', 'and', 'a', "o'clock", 'oclock', 'in', 'days', 'sharp'])

/**
 * Reads when a digest comes, in plain words or as cron with five fields, and gives cron. Nine in the morning where no time is said. Every word must be
 * understood: a half-read schedule would come at the wrong time.
 * @throws UserError where a word is not, or where it would come more than once an hour.
 */
export function cronOf(said: string): string {
  const text = said
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^["']|["']$/g, '')
  if (/^(?:[\d*]\S* ){4}\S+$/.test(text) || text.startsWith('@')) return checkedCron(text)
  const words = text
    .replace(/\b([ap])\.m\.?/g, '$1m')
    .replace(/(\d{1,2}(?:[:.]\d{2})?) (am|pm)\b/g, '$1$2')
    .split(/[\s,;&]+/)
    .filter((word) => word !== '')
  const times: { hour: number; minute: number }[] = []
  const weekdays = new Set<number>()
  const rest: string[] = []
  for (const word of words) {
    const time = timeOf(word)
    if (time) times.push(time)
    else if (dayOf.has(word)) weekdays.add(dayOf.get(word)!)
    else if (/^(?:weekday|workday|business)s?$/.test(word)) for (const day of [1, 2, 3, 4, 5]) weekdays.add(day)
    else if (/^weekends?$/.test(word)) for (const day of [6, 0]) weekdays.add(day)
    else {
      const range = /^([a-z]+)\s*[-–]\s*([a-z]+)$/.exec(word)
      const [from, to] = range ? [dayOf.get(range[1]!), dayOf.get(range[2]!)] : []
      if (from !== undefined && to !== undefined)
        for (let day = from; ; day = (day + 1) % 7) {
          weekdays.add(day)
          if (day === to) break
        }
      else if (!empty.has(word)) rest.push(word)
    }
  }
  const [first = { hour: 9, minute: 0 }] = times
  if (times.some(({ minute }) => minute !== first.minute))
    return refuse('One schedule comes at the same minute of each hour: make a second one for the other time.')
  const hours = [...new Set((times.length > 0 ? times : [first]).map(({ hour }) => hour))].sort((a, b) => a - b).join(',')
  return checkedCron(`${first.minute} ${hours} ${daysOf(rest, weekdays, said)}`)
}

/** The last three fields of cron for what is left of the words. */
function daysOf(rest: string[], weekdays: Set<number>, said: string): string {
  const left = rest.filter((word) => !['day', 'week'].includes(word))
  if (left.some((word) => /^(?:other|second|biweekly|fortnightly|alternate)$/.test(word)) && !left.includes('month'))
    return refuse('Every other week is no schedule that I can keep: take every week, or "first Monday of the month".')
  const days = [...weekdays].sort((a, b) => a - b).join(',')
  const month = left.findIndex((word) => /^(?:month|monthly)$/.test(word))
  const others = left.filter((_, index) => index !== month)
  const nth =
    others.length === 1 ? (others[0] === 'last' ? 'last' : (ordinals.get(others[0]!) ?? dayOfMonth(others[0]!))) : undefined
  if (month >= 0 || (nth !== undefined && weekdays.size === 0)) {
    if (weekdays.size === 1 && (nth === 'last' || (typeof nth === 'number' && nth <= 5)))
      return `* * ${days}#${nth === 'last' ? 'L' : nth}`
    if (weekdays.size === 0 && others.length === 0) return '1 * *'
    if (weekdays.size === 0 && nth !== undefined) return `${nth === 'last' ? 'L' : nth} * *`
    return refuse(`I do not understand "${said.trim()}".`)
  }
  const daily = others.filter((word) => !/^(?:daily|everyday)$/.test(word))
  if (daily.length === 1 && daily[0] === 'weekly' && weekdays.size === 0) return '* * 1'
  const unknown = daily.filter((word) => word !== 'weekly')
  if (unknown.length > 0) return refuse(`I do not understand "${unknown.join(' ')}" in "${said.trim()}".`)
  if (weekdays.size > 0) return `* * ${days === '1,2,3,4,5' ? '1-5' : days === '0,6' ? '6,0' : days}`
  if (rest.includes('week')) return '* * 1'
  if (others.length === 0 && !rest.includes('day') && !/\d|noon|midnight/.test(said))
    return refuse(`"${said.trim()}" does not say when.`)
  return '* * *'
}

function dayOfMonth(word: string): number | undefined {
  const found = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)
  const day = Number(found?.[1])
  return day >= 1 && day <= 31 ? day : undefined
}

function timeOf(word: string): { hour: number; minute: number } | undefined {
  if (word === 'noon' || word === 'midday') return { hour: 12, minute: 0 }
  if (word === 'midnight') return { hour: 0, minute: 0 }
  const found = /^(\d{1,2})(?:[:.h](\d{2})?)?(am|pm|h)?$/.exec(word)
  if (!found) return undefined
  const [, digits, minutes = '0', half] = found
  let hour = Number(digits)
  const minute = Number(minutes)
  if (half === 'am' || half === 'pm') {
    if (hour < 1 || hour > 12) return undefined
    hour = (hour % 12) + (half === 'pm' ? 12 : 0)
  }
  return hour <= 23 && minute <= 59 ? { hour, minute } : undefined
}

/** @throws UserError where it is no cron of five fields, never comes, or comes more than once an hour. */
function checkedCron(pattern: string): string {
  let cron: Cron
  try {
    cron = new Cron(pattern, { timezone: 'UTC', mode: pattern.startsWith('@') ? 'auto' : '5-part' })
  } catch {
    return refuse(`"${pattern}" is no schedule that I can read.`)
  }
  const [first, second] = cron.nextRuns(2, new Date(Date.UTC(2026, 0, 1)))
  if (!first) return refuse(`"${pattern}" never comes.`)
  const named: Record<string, string> = {
    '@daily': '0 0 * * *',
    '@midnight': '0 0 * * *',
    '@weekly': '0 0 * * 0',
    '@monthly': '0 0 1 * *',
    '@yearly': '0 0 1 1 *',
    '@annually': '0 0 1 1 *',
    '@hourly': '0 * * * *',
  }
  const plain = named[pattern] ?? pattern
  const minuteField = plain.split(' ')[0]!
  if (!/^\d{1,2}$/.test(minuteField) || (second && second.getTime() - first.getTime() < 60 * 60 * 1000))
    return refuse('A digest comes at most once an hour.')
  return plain
}

/** Cron in plain words: "every Monday at 09:00"; cron that has no such words stays as it is. */
export function wordsOf(cron: string): string {
  const [minute, hours, day, month, weekday] = cron.split(' ') as [string, string, string, string, string]
  if (!/^\d+$/.test(minute) || !/^\d+(,\d+)*$/.test(hours) || month !== '*') return `by cron ${cron}`
  const times = hours.split(',').map((hour) => `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`)
  const at = `at ${times.length > 1 ? `${times.slice(0, -1).join(', ')} and ${times.at(-1)}` : times[0]}`
  if (day === '*' && weekday === '*') return `every day ${at}`
  if (day === '*' && weekday === '1-5') return `on weekdays ${at}`
  if (day === '*' && weekday === '6,0') return `on weekends ${at}`
  if (day === '*' && /^[0-7](,[0-7])*$/.test(weekday)) {
    const names = weekday.split(',').map((each) => dayNames[Number(each) % 7]!)
    return `every ${names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]} ${at}`
  }
  const nth = /^([0-7])#([1-5L])$/.exec(weekday)
  if (day === '*' && nth)
    return `on the ${nth[2] === 'L' ? 'last' : ordinal(Number(nth[2]))} ${dayNames[Number(nth[1]) % 7]} of the month ${at}`
  if (weekday === '*' && day === 'L') return `on the last day of the month ${at}`
  if (weekday === '*' && /^\d+$/.test(day)) return `on the ${ordinal(Number(day))} of the month ${at}`
  return `by cron ${cron}`
}

function ordinal(number: number): string {
  const ending = number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}
