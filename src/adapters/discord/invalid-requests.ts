import { limits } from './limits.ts'

/**
 * Counts the answers for which Discord bans an address: 10,000 of 401, 403 or 429 (but not of a shared limit) in ten minutes
 * (https://docs.discord.com/developers/topics/rate-limits). `now` is epoch milliseconds.
 */
export interface InvalidRequests {
  /** False when so many went wrong that another request could end in a ban. */
  mayAsk(now: number): boolean
  count(status: number, scope: string | null, now: number): void
}

/** A count that forgets what is older than ten minutes, by the minute. */
export function countInvalidRequests(most: number = limits.invalidRequests): InvalidRequests {
  const minute = 60_000
  const byMinute = new Map<number, number>()
  const total = (now: number): number => {
    for (const at of byMinute.keys()) if (at * minute < now - limits.invalidWindow - minute) byMinute.delete(at)
    return [...byMinute.values()].reduce((sum, count) => sum + count, 0)
  }
  return {
    mayAsk: (now) => total(now) < most,
    count(status, scope, now) {
      if (status !== 401 && status !== 403 && !(status === 429 && scope !== 'shared')) return
      const at = Math.floor(now / minute)
      byMinute.set(at, (byMinute.get(at) ?? 0) + 1)
    },
  }
}
