import { type BenchmarkMention, findBenchmarks } from './find-benchmarks.ts'
import { findModels, type ModelMention } from './find-models.ts'
import { vendors } from './vendors.ts'

const vendorNames = vendors.flatMap((vendor) => [vendor.name, ...(vendor.aliases ?? [])])
const vendorPrefix = new RegExp(
  `^(?:the )?(?:${vendorNames
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^$()|[\\]{}\\\\]/g, '\\\\$&'))
    .join('|')})(?:['’]s?)?(?:: ?|/| )`,
  'i',
)

/** The model that a text is the name of and nothing else, its maker before it left out ("OpenAI: GPT-5.4", "Meta's Muse Spark"), or null. */
export function wholeModel(text: string): ModelMention | null {
  const trimmed = text.trim()
  for (const candidate of [trimmed, trimmed.replace(vendorPrefix, '')]) {
    const [mention] = findModels(candidate)
    if (mention !== undefined && mention.start === 0 && mention.end === candidate.length) return mention
  }
  return null
}

/** The benchmark that a text is the name of and nothing else, or null. */
export function wholeBenchmark(text: string): BenchmarkMention | null {
  const trimmed = text.trim()
  const [mention] = findBenchmarks(trimmed)
  return mention !== undefined && mention.start === 0 && mention.end === trimmed.length ? mention : null
}
