/** Words that name a maker, or add nothing to a model's name: left out when names are compared. */
const makerWords = new Set(
  (
    'openai anthropic google deepmind meta xai alibaba microsoft nvidia amazon mistralai moonshot ai the model metas openais googles anthropics zhipu z ' +
    'preview'
  ).split(' '),
)
/** Words that people add to a benchmark's name or leave out. */
const testWords = new Set(['benchmark', 'score', 'test', 'the', 'on', 'leaderboard', 'accuracy'])
/** Words that tell one test from its sibling, so that no name may lack them. */
const tellingWords = new Set([
  'hard',
  'pro',
  'verified',
  'diamond',
  'lite',
  'multilingual',
  'professional',
  'multimodal',
  'telecom',
  'retail',
])

/** A text's words in lower case, numbers apart from letters, Greek and raised signs spelled out: the unit in which names are compared. */
export function wordsOf(text: string | null | undefined): string[] {
  return (text ?? '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll("'s", '')
    .replaceAll('²', '2')
    .replaceAll('³', '3')
    .replaceAll('τ', 'tau')
    .replace(/[‐-―]/g, '-')
    .replace(/(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/g, ' ')
    .replace(/[^a-z0-9.]+/g, ' ')
    .replace(/\.(?!\d)/g, ' ')
    .split(' ')
    .filter(Boolean)
}

/** Names that are written in one word or two, and the ways in which one test is called. */
const rewrites: readonly [RegExp, string][] = [
  [/swe bench/g, 'swebench'],
  [/live code bench/g, 'livecodebench'],
  [/terminal bench/g, 'terminalbench'],
  [/health bench/g, 'healthbench'],
  [/browse comp/g, 'browsecomp'],
  [/char xiv/g, 'charxiv'],
  [/\b(aime|hmmt|usamo|math) (2\d)\b(?! ?%)/g, '$1 20$2'],
  [/\bhle\b/g, 'humanitys last exam'],
  [/humanity last exam/g, 'humanitys last exam'],
  [/humanity 's/g, 'humanitys'],
  [/\b(?:artificial analysis|aa) (?:intelligence )?index(?: v ?\d+(?:\.\d+)?)?/g, 'aa index'],
  [/\bintelligence index(?: v ?\d+(?:\.\d+)?)?/g, 'aa index'],
  [/\b(?:lm arena|lmsys chatbot arena|chatbot arena|lmsys arena)\b/g, 'lmarena'],
]

/** The words by which a benchmark is compared. */
export function benchmarkWords(name: string): string[] {
  let text = wordsOf(name).join(' ')
  for (const [pattern, plain] of rewrites) text = text.replace(pattern, plain)
  return text.split(' ').filter((word) => word !== '' && !testWords.has(word))
}

/**
 * True where two names mean one benchmark: the same words in any order, or one name with a qualifier that the other leaves to the variant.
 * A qualifier with a digit (2.1, 2025, Tier 4) or one that tells siblings apart (Hard, Pro, Verified) may not be missing.
 */
export function sameBenchmark(one: string, other: string): boolean {
  const a = benchmarkWords(one)
  const b = benchmarkWords(other)
  if (sameSet(new Set(a), new Set(b)) || a.join('') === b.join('')) return true
  const [small, big] = new Set(a).size < new Set(b).size ? [new Set(a), new Set(b)] : [new Set(b), new Set(a)]
  if (small.size === 0 || small.size === big.size || !small.isSubsetOf(big)) return false
  return [...big.difference(small)].every((word) => !/\d/.test(word) && !tellingWords.has(word))
}

/** A model with what was said of how it was run. */
export interface Named {
  model: string
  variant?: string | null | undefined
}

const modelWords = (name: string) => new Set(wordsOf(name).filter((word) => !makerWords.has(word)))

/** True where two mean one model: the same words, the maker's name left out; a variant may stand in either field. */
export function sameModel(one: Named, other: Named): boolean {
  const a = modelWords(one.model)
  const b = modelWords(other.model)
  if (sameSet(a, b)) return true
  if (a.isSubsetOf(b.union(new Set(wordsOf(other.variant)))) && b.isSubsetOf(a.union(new Set(wordsOf(one.variant))))) return true
  return [...a].sort().join('') === [...b].sort().join('')
}

/** True where the variant is the same as well, wherever it stands. */
export function sameVariant(one: Named, other: Named): boolean {
  const a = new Set(wordsOf(one.variant))
  const b = new Set(wordsOf(other.variant))
  return sameSet(a, b) || sameSet(modelWords(one.model).union(a), modelWords(other.model).union(b))
}

/** True where one benchmark's words are all in the other's: a less exact name for it. */
export function vaguerBenchmark(vague: string, exact: string): boolean {
  const a = new Set(benchmarkWords(vague))
  const b = new Set(benchmarkWords(exact))
  return a.size > 0 && a.size < b.size && a.isSubsetOf(b)
}

function sameSet(a: Set<string>, b: Set<string>): boolean {
  return a.size === b.size && a.isSubsetOf(b)
}
