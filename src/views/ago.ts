const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago a moment is, or how far off: "3 hours ago", "in 5 minutes". Both are epoch milliseconds. */
export function ago(at: number, now: number): string {
  const span = Math.abs(now - at)
  if (span < minute) return at <= now ? 'just now' : 'in a minute'
  const [size, unit] = span < hour ? [minute, 'minute'] : span < day ? [hour, 'hour'] : [day, 'day']
  const count = Math.round(span / size)
  const words = `${count} ${unit}${count === 1 ? '' : 's'}`
  return at <= now ? `${words} ago` : `in ${words}`
}

/** A span of time in its largest whole unit: "every hour", "every 90 minutes", "every 2 days". */
export function everyWords(span: number): string {
  const [size, unit] = span % day === 0 ? [day, 'day'] : span % hour === 0 ? [hour, 'hour'] : [minute, 'minute']
  const count = Math.round(span / size)
  return count === 1 ? `every ${unit}` : `every ${count} ${unit}s`
}
