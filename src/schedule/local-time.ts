import { UserError } from '../errors.ts'

/** A wall clock's reading as milliseconds, counted as if the clock showed UTC: local times compare and add up without a zone. */
export type WallTime = number

const minute = 60_000
const day = 24 * 60 * minute

const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
  }
  return format
}

/** What a clock in this IANA zone shows at an instant (epoch milliseconds), to the second. */
export function localAt(zone: string, instant: number): WallTime {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(instant)) parts[type] = Number(value)
  return Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!)
}

/**
 * The instant at which a clock in this zone shows a local time. Where it shows it twice, the first; where it never does, the first instant after
 * the gap. So each local time has one instant, and a later local time never an earlier one. (RFC 5545 3.3.5 reads a repeated time so too.)
 */
export function instantOf(zone: string, local: WallTime): number {
  const exact = [local - day, local + day]
    .map((near) => local - (localAt(zone, near) - near))
    .filter((instant) => localAt(zone, instant) === local)
  if (exact.length > 0) return Math.min(...exact)
  let before = local - day
  let after = local + day
  while (after - before > minute) {
    const middle = before + Math.floor((after - before) / 2 / minute) * minute
    if (localAt(zone, middle) > local) after = middle
    else before = middle
  }
  return after
}

/** `2026-04-06T09:00`: sorts as it reads. */
export const localText = (local: WallTime): string => new Date(local).toISOString().slice(0, 16)

/** The wall time that `localText` wrote. */
export const wallTime = (text: string): WallTime => Date.parse(`${text}:00Z`)

const days = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** "Mon, 6 April 2026, 09:00", for people. */
export const localWords = (local: WallTime): string => `${days.format(local)}, ${localText(local).slice(11)}`

let known: readonly string[] | undefined
const zones = (): readonly string[] => (known ??= ['UTC', ...Intl.supportedValuesOf('timeZone')])

/**
 * The IANA zone that a person typed: any case, spaces for underscores, a city alone where only one zone has it.
 * @throws UserError that names what is near.
 */
export function zoneNamed(typed: string): string {
  const wanted = typed.trim().replace(/\s+/g, '_').toLowerCase()
  const exact = zones().find((zone) => zone.toLowerCase() === wanted)
  if (exact) return exact
  const city = zones().filter((zone) => zone.toLowerCase().split('/').at(-1) === wanted)
  if (city.length === 1) return city[0]!
  // older names (Asia/Calcutta, Europe/Kiev) are on no list, but the platform knows them
  if (wanted.includes('/')) {
    try {
      return new Intl.DateTimeFormat('en-US', { timeZone: wanted }).resolvedOptions().timeZone
    } catch {
      // not a zone: said below
    }
  }
  const near = zones().filter((zone) => wanted.length > 2 && zone.toLowerCase().includes(wanted))
  const hint = near.length > 0 ? `Did you mean ${near.slice(0, 3).join(' or ')}?` : 'Name a region and city.'
  throw new UserError(
    'usage',
    `"${typed}" is no time zone that I know. ${hint} For example: zone:Europe/Berlin, zone:America/New_York, zone:UTC. Abbreviations such as CET or PST do not say when clocks change.`,
  )
}
