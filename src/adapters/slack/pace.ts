import { webApi } from '@slack/bolt'

/** The clock and the waiting, passed in. Times in milliseconds. */
export interface Clock {
  now(): number
  wait(milliseconds: number): Promise<void>
}

/** Sends a call of one method for one workspace, now or when the method is free again. */
export type Pace = <T>(team: string | null, method: string, send: () => Promise<T>) => Promise<T>

/** Longest that a person is kept waiting for a rate limit. */
const longestWait = 60_000
const mostAttempts = 4

/**
 * Respects Slack's limits, which hold for each method in each workspace (https://docs.slack.dev/apis/web-api/rate-limits): after a 429 nothing of that method
 * is sent before its Retry-After is over, and other methods go on. A 429 was not carried out, so sending again is safe; nothing else is sent again.
 */
export function createPace(clock: Clock): Pace {
  const freeAt = new Map<string, number>()
  return async (team, method, send) => {
    const key = `${team ?? ''}:${method}`
    for (let attempt = 1; ; attempt++) {
      const wait = (freeAt.get(key) ?? 0) - clock.now()
      if (wait > 0) await clock.wait(Math.min(wait, longestWait))
      try {
        const result = await send()
        freeAt.delete(key)
        return result
      } catch (error) {
        if (!(error instanceof webApi.WebAPIRateLimitedError)) throw error
        freeAt.set(key, clock.now() + error.retryAfter * 1000)
        if (attempt >= mostAttempts || error.retryAfter * 1000 > longestWait) throw error
      }
    }
  }
}
