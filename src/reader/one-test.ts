import type { BenchmarkMention } from '../lexicon/find-benchmarks.ts'

/**
 * The one test that all of some mentions stand for, or null where they name several. A plain name beside a fuller one of the same test
 * repeats it: "BFCL v4 — Berkeley Function Calling Leaderboard".
 */
export function oneTest(mentions: readonly BenchmarkMention[]): BenchmarkMention | null {
  const [first] = mentions
  if (first === undefined) return null
  if (mentions.every((one) => one.key === first.key)) return first
  const fullest = mentions.reduce((best, one) => (one.name.length > best.name.length ? one : best), first)
  const same = mentions.every(
    (one) => one.key === fullest.key || (one.entry !== null && one.entry === fullest.entry && one.name === one.entry.name),
  )
  return same ? fullest : null
}
