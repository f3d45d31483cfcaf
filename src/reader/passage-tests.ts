import { type BenchmarkMention, findBenchmarks } from '../lexicon/find-benchmarks.ts'
import type { Passage } from './passages.ts'

const known = new WeakMap<Passage, BenchmarkMention[]>()

/** The benchmarks that a passage names, in order, offsets into its text; searched once for all readers. */
export function testsOf(passage: Passage): BenchmarkMention[] {
  let found = known.get(passage)
  if (found === undefined) {
    found = findBenchmarks(passage.text)
    known.set(passage, found)
  }
  return found
}
