import { distance } from 'fastest-levenshtein'
import { type BenchmarkCategory, benchmarkCategories } from './benchmark.ts'
import { findModels } from './find-models.ts'
import { benchmarkKey, modelKey } from './keys.ts'
import { compact, type KnownName, type NameIndex, nameIndex } from './name-index.ts'

/** What a typed name turned out to be. Nothing is guessed: two that fit are both given, none that fits gives the nearest to choose from. */
export type Resolved<T extends KnownName> =
  | { kind: 'found'; known: T }
  | { kind: 'ambiguous'; among: T[] }
  | { kind: 'unknown'; nearest: T[] }

interface Lookup<T extends KnownName> {
  byKey: Map<string, T>
  byText: Map<string, T[]>
  index: NameIndex<T>
}
const lookups = new WeakMap<readonly KnownName[], Lookup<KnownName>>()

/** The lookup of a list of names, made once for each list. */
function lookupOf<T extends KnownName>(known: readonly T[]): Lookup<T> {
  const made = lookups.get(known)
  if (made !== undefined) return made as Lookup<T>
  const lookup: Lookup<T> = { byKey: new Map(), byText: new Map(), index: nameIndex(known) }
  for (const one of known) {
    lookup.byKey.set(one.key, one)
    for (const text of new Set([one.name, one.key, ...(one.aliases ?? [])].map(compact))) {
      lookup.byText.set(text, [...(lookup.byText.get(text) ?? []), one])
    }
  }
  lookups.set(known, lookup as unknown as Lookup<KnownName>)
  return lookup
}

const mostNamed = 10

/**
 * The model that a person means, among those that are known, by any spelling: "muse spark", "gpt5.4", "opus 4.6", "claude-opus-4.6". Versions
 * must agree to the digit and are never matched by likeness. A part of a name that fits one model is that model ("muse" → Muse Spark), unless
 * it is another model's whole name ("grok 4" is not Grok 4 Fast); one that fits several is ambiguous.
 */
export function resolveModel<T extends KnownName>(typed: string, known: readonly T[]): Resolved<T> {
  const [mention] = findModels(capitalised(typed))
  const whole = mention !== undefined && !mention.short
  return resolve(typed, known, [modelKey(typed), modelKey(capitalised(typed))], whole)
}

/** The benchmark that a person means: "hle", "swe bench verified", "aime 25". The same rules as for models. */
export function resolveBenchmark<T extends KnownName>(typed: string, known: readonly T[]): Resolved<T> {
  return resolve(typed, known, [benchmarkKey(typed), benchmarkKey(typed.toUpperCase())], false)
}

/** Any other name that is known, such as a vendor's, by name, key or alias. */
export function resolveName<T extends KnownName>(typed: string, known: readonly T[]): Resolved<T> {
  return resolve(typed, known, [typed.trim().toLowerCase()], false)
}

const categoryWords: Readonly<Record<string, BenchmarkCategory>> = {
  math: 'maths',
  mathematics: 'maths',
  code: 'coding',
  programming: 'coding',
  swe: 'coding',
  agent: 'agents',
  agentic: 'agents',
  tools: 'tool use',
  medicine: 'health',
  medical: 'health',
  legal: 'law',
  image: 'image generation',
  images: 'image generation',
  audio: 'speech',
  voice: 'speech',
  hallucination: 'factuality',
  hallucinations: 'factuality',
  cyber: 'security',
  cybersecurity: 'security',
  context: 'long context',
  translation: 'multilingual',
  retrieval: 'embeddings',
  arena: 'preference',
  general: 'index',
  logic: 'reasoning',
  physics: 'science',
  biology: 'science',
  chemistry: 'science',
}
const categoryNames: readonly (KnownName & { name: BenchmarkCategory })[] = benchmarkCategories.map((name) => ({
  name,
  key: name.replaceAll(' ', '-'),
  aliases: Object.keys(categoryWords).filter((word) => categoryWords[word] === name),
}))

/** The field of benchmarks that a person means ("health", "code", "long-context"). */
export function resolveCategory(typed: string): Resolved<KnownName & { name: BenchmarkCategory }> {
  return resolve(typed, categoryNames, [typed.trim().toLowerCase().replaceAll(' ', '-')], false)
}

function resolve<T extends KnownName>(typed: string, known: readonly T[], keys: string[], whole: boolean): Resolved<T> {
  const lookup = lookupOf(known)
  for (const key of keys) {
    const same = lookup.byKey.get(key)
    if (same !== undefined) return { kind: 'found', known: same }
  }
  const text = compact(typed)
  if (text === '') return { kind: 'unknown', nearest: lookup.index.search('', mostNamed) }
  const spelled = lookup.byText.get(text) ?? []
  if (spelled.length === 1) return { kind: 'found', known: spelled[0]! }
  if (spelled.length > 1) return { kind: 'ambiguous', among: spelled }
  if (!whole) {
    const fitting = lookup.index.search(typed, 200).filter((one) => holds(one, typed))
    if (fitting.length === 1) return { kind: 'found', known: fitting[0]! }
    if (fitting.length > 1) return { kind: 'ambiguous', among: fitting.slice(0, mostNamed) }
  }
  return { kind: 'unknown', nearest: nearest(lookup, text, typed) }
}

/** True where each typed word and number is one of the name's. */
function holds(one: KnownName, typed: string): boolean {
  const words = wordsOf(typed)
  return (
    words.length > 0 &&
    [one.name, one.key, ...(one.aliases ?? [])].some((name) => {
      const own = new Set(wordsOf(name))
      return words.every((word) => own.has(word))
    })
  )
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\d+(?:\.\d+)*|[\p{L}+]+/gu) ?? []
}

/** Names to offer: alike by trigrams first, then by few wrong letters, whatever the version. */
function nearest<T extends KnownName>(lookup: Lookup<T>, text: string, typed: string): T[] {
  const letters = typed.replace(/[\d.]+/g, ' ').trim()
  const alike = [...lookup.index.search(typed, mostNamed), ...lookup.index.search(letters, mostNamed)]
  const close: { known: T; off: number }[] = []
  const farthest = Math.max(2, Math.floor(text.length / 3))
  for (const [spelled, those] of lookup.byText) {
    if (Math.abs(spelled.length - text.length) > farthest) continue
    const off = distance(spelled, text)
    if (off <= farthest) for (const known of those) close.push({ known, off })
  }
  close.sort((a, b) => a.off - b.off)
  return [
    ...new Set([...close.filter(({ off }) => off <= 2).map(({ known }) => known), ...alike, ...close.map(({ known }) => known)]),
  ].slice(0, 5)
}

function capitalised(text: string): string {
  return text.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase())
}
