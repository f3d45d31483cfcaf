/** The fields by which benchmarks are grouped; a person may ask for one ("compare a b on:health"). */
export const benchmarkCategories = [
  'language',
  'knowledge',
  'reasoning',
  'maths',
  'science',
  'coding',
  'agents',
  'tool use',
  'instruction following',
  'factuality',
  'long context',
  'vision',
  'documents',
  'video',
  'speech',
  'image generation',
  'video generation',
  'health',
  'finance',
  'law',
  'work',
  'safety',
  'security',
  'multilingual',
  'embeddings',
  'preference',
  'index',
  'other',
] as const
export type BenchmarkCategory = (typeof benchmarkCategories)[number]

/** What a benchmark's number is: a share of 100, a rating, a composite index, a word error rate, money, or plain points. */
export type BenchmarkUnit = '%' | 'elo' | 'index' | 'points' | 'usd'

/** Smallest and largest value that the benchmark can give, both inclusive. */
export interface Range {
  min: number
  max: number
}

/**
 * One benchmark as data. Where a field is absent: unit "%", direction "higher", range 0–100 for "%".
 *
 * - `aliases` other spellings; case, spaces and hyphens do not matter, so only different letters need an alias.
 * - `plain` the names that are also plain words (MATH, DROP, BIRD): read only in exactly the case written here.
 * - `subsets` named parts ("Diamond", "Telecom"): said after the name they become part of it.
 * - `versions` numbers that people also say without a "v" ("2.0", "BFCL 3" for "v3"), as they are usually written; "v6" is always read.
 * - `yearly` a contest or test with a year in its name: "AIME 2025", "AIME 25", "HMMT Feb 2025".
 * - `quietVersion` the version is said beside the name, not as part of it (Intelligence Index v4).
 */
export interface Benchmark {
  name: string
  aliases?: readonly string[]
  plain?: readonly string[]
  subsets?: readonly string[]
  versions?: readonly string[]
  yearly?: boolean
  quietVersion?: boolean
  category: BenchmarkCategory
  unit?: BenchmarkUnit
  direction?: 'higher' | 'lower'
  range?: Range
}
