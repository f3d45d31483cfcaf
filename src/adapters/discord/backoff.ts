/** Longest pause between two tries to reach Discord, in milliseconds. Ours. */
const longest = 60_000

/**
 * How long to wait before the next try, in milliseconds: a second, then twice as long each time, up to a minute, less up to half
 * by chance, so that many bots do not come back at once. `tries`: how many failed so far. `chance`: 0 to 1.
 */
export function backoff(tries: number, chance: number): number {
  if (tries <= 0) return 0
  const full = Math.min(longest, 1_000 * 2 ** (tries - 1))
  return full * (1 - chance / 2)
}
