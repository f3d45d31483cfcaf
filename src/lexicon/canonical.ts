import type { Benchmark, BenchmarkCategory, BenchmarkUnit, Range } from './benchmark.ts'
import { findModels } from './find-models.ts'
import { modelKey } from './keys.ts'
import { remembered } from './remembered.ts'
import { slug } from './slug.ts'
import { vendors } from './vendors.ts'
import { wholeBenchmark, wholeModel } from './whole-name.ts'

export interface CanonicalModel {
  name: string
  key: string
  vendor: string | null
  variant: string | null
}
export interface CanonicalBenchmark {
  name: string
  key: string
  category: BenchmarkCategory
  unit: BenchmarkUnit
  direction: 'higher' | 'lower'
  range: Range | null
}

/**
 * A model's name as its maker writes it, from any spelling that holds nothing but the name ("OpenAI: gpt5.4 (xhigh)"), or null if the grammar
 * of families does not know it. The key is the same for all spellings of one model and leaves the variant out.
 */
export function canonicalModel(text: string): CanonicalModel | null {
  const mention = wholeModel(text)
  if (mention === null) return null
  return { name: mention.name, key: modelKey(mention.name), vendor: mention.vendor, variant: mention.variant }
}

/** Who makes a model, by its name, or null where the lexicon does not know. A vendor's own name gives that vendor. */
export const vendorOf = remembered((name: string): string | null => {
  const [mention] = findModels(name)
  // a family of several makers' models names none
  if (mention !== undefined) return mention.vendor === 'various' ? null : mention.vendor
  return canonicalVendor(name)
})

/** A vendor's usual name from any that texts use for it ("Google DeepMind" → "Google"), or null. */
export function canonicalVendor(text: string): string | null {
  return vendorByKey.get(slug(text.replace(/['’]s$/, ''))) ?? null
}
const vendorByKey = new Map(
  vendors.flatMap((vendor) => [vendor.name, ...(vendor.aliases ?? [])].map((alias) => [slug(alias), vendor.name] as const)),
)

/**
 * What is known of a benchmark, from any spelling that holds nothing but its name ("HLE", "tau2-bench telecom"). A name that only looks like
 * a benchmark's is of the category "other", with a range of none. Null if the text is no benchmark's name.
 */
export const canonicalBenchmark = remembered((text): CanonicalBenchmark | null => {
  const rate = /^(.+) (hallucination rate|error rate|refusal rate|attack success rate)$/i.exec(text)
  const test = rate === null ? null : wholeBenchmark(rate[1] as string)
  if (rate !== null && test !== null) {
    const name = `${test.name} ${(rate[2] as string).toLowerCase()}`
    return { name, key: slug(name), ...properties(test.entry), unit: '%', direction: 'lower', range: { min: 0, max: 100 } }
  }
  const mention = wholeBenchmark(text)
  if (mention === null) return null
  return { name: mention.name, key: mention.key, ...properties(mention.entry) }
})

/** Category, unit, direction and range of an entry, defaults filled in. */
export function properties(entry: Benchmark | null): Omit<CanonicalBenchmark, 'name' | 'key'> {
  if (entry === null) return { category: 'other', unit: '%', direction: 'higher', range: null }
  const unit = entry.unit ?? '%'
  return {
    category: entry.category,
    unit,
    direction: entry.direction ?? 'higher',
    range: entry.range ?? (unit === '%' ? { min: 0, max: 100 } : null),
  }
}
