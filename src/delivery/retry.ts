const first = 2_000
const longest = 10 * 60_000

/**
 * How long to wait before the next attempt, in milliseconds: doubling from two seconds to ten minutes, half of it by chance so that many do not come back
 * at once ("equal jitter", AWS Architecture Blog, "Exponential Backoff And Jitter", 2015). Where the platform says how long (`retryAfter`, seconds), never
 * less than that, and up to a tenth more. `chance` gives a number from 0 to 1.
 */
export function backOff(attempts: number, retryAfter: number | null, chance: () => number): number {
  if (retryAfter !== null) return Math.ceil(retryAfter * 1000 * (1 + chance() / 10))
  const whole = Math.min(longest, first * 2 ** Math.min(20, Math.max(0, attempts - 1)))
  return Math.ceil(whole / 2 + (chance() * whole) / 2)
}

/** A lost answer is looked for after this long: a post that was on its way has arrived by then. */
export const doubtWait = 3_000
