import type { Benchmark } from './benchmark.ts'
import { quietSubsets } from './benchmark-qualifiers.ts'
import { benchmarkShapeAt } from './benchmark-shapes.ts'
import { benchmarks } from './benchmarks.ts'
import { isGap, isWordChar, nameTrie } from './name-trie.ts'
import { qualifierAt, sticky, subsetAt, tierAt } from './read-qualifier.ts'
import { remembered } from './remembered.ts'
import { slug } from './slug.ts'

/** A benchmark's name in a text: a half-open range of UTF-16 offsets, longest reading, qualifiers included. */
export interface BenchmarkMention {
  start: number
  end: number
  /** The name as people know it, with subset and version ("τ²-Bench Telecom", "Terminal-Bench 2.0", "AIME 2025"). */
  name: string
  key: string
  /** What the text says of the version: "2.0", "v6", "2025", "Feb 2025", "2408-2505". */
  version: string | null
  subset: string | null
  /** The lexicon's entry, or null for a name known only by its shape ("InsureBench"). */
  entry: Benchmark | null
}

const names = nameTrie<Benchmark>()
for (const entry of benchmarks) {
  const plain = new Set(entry.plain)
  for (const name of [entry.name, ...(entry.aliases ?? [])]) {
    if (entry.plain === undefined || !(plain.has(name) || isPlainName(entry, name))) names.add(name, entry)
  }
  for (const name of plain) names.add(name, entry, true)
}
/** The head name of an entry that lists plain spellings is itself read only as those. */
function isPlainName(entry: Benchmark, name: string): boolean {
  return name === entry.name && entry.plain!.some((plain) => plain.toLowerCase().startsWith(name.toLowerCase()))
}

/**
 * Every benchmark that a text names, in order, never overlapping. Names come from the lexicon (any case, spaces for hyphens, `HLE`, `τ²`) with
 * all qualifiers behind them, and by shape for names never seen. A number behind a name is its version only where the lexicon lists it, where
 * it has a "v", or where it is the year of a yearly contest: "MMMU 80.4" is a name and a score. `text` may hold any characters; the time is
 * linear in its length.
 */
export function findBenchmarks(text: string): BenchmarkMention[] {
  const found: BenchmarkMention[] = []
  let index = 0
  while (index < text.length) {
    if (!isWordChar(text[index]) && text[index] !== '∞') {
      index++
      continue
    }
    const mention =
      startsWord(text, index) && !insideName(text, index)
        ? (benchmarkAt(text, index) ??
          bareTierAt(text, index, found.at(-1)) ??
          bareYearAt(text, index, found.at(-1)) ??
          bareSubsetAt(text, index, found.at(-1)))
        : null
    if (mention === null) {
      index = nextWord(text, index)
    } else {
      found.push(mention)
      index = mention.end
    }
  }
  return found
}

/** "OTIS-AIME-2025" is a test of its own and no AIME: a capitalised word joined by a hyphen stands before. */
function insideName(text: string, at: number): boolean {
  return text[at - 1] === '-' && /(?:^|[^\w-])[A-Z]{3,10}-$/.test(text.slice(Math.max(0, at - 12), at))
}

const bareTier = /[Tt]iers? /y
/** "39% on FrontierMath Tiers 1-3 and 15% on Tier 4": a tier alone is one of the test named before it, if that was named by a tier. */
function bareTierAt(text: string, at: number, before: BenchmarkMention | undefined): BenchmarkMention | null {
  if (sticky(bareTier, text, at) === null) return null
  if (
    before?.entry?.name === 'FrontierMath' &&
    /^: (?:[Oo]n |[Ff]or |[Ii]n )?(?:the )?$|^ (?:on|for) $/.test(text.slice(before.end, at)) &&
    tierAt(text, at) !== null
  )
    return qualified(text, at, at, before.entry.name, before.entry)
  if (before?.subset?.startsWith('Tier') !== true) return null
  if (tierAt(text, at) === null) return null
  const base = before.name.slice(0, -before.subset.length - 1)
  return qualified(text, at, at, base, before.entry)
}

const bareYear = /20[12]\d(?![\d%]|\.\d)/y
/** "AIME 2024 and 2025": a year alone in a list is the contest named before it, of that year. */
function bareYearAt(text: string, at: number, before: BenchmarkMention | undefined): BenchmarkMention | null {
  if (before?.entry?.yearly !== true || !/^20\d\d$/.test(before.version ?? '') || at - before.end > 6) return null
  if (!/^(?:,|\/|,? and|,? &) ?$/.test(text.slice(before.end, at)) || sticky(bareYear, text, at) === null) return null
  return qualified(text, at, at, before.entry.name, before.entry)
}

/** "τ²-Bench Retail 81 and Airline 60": a subset alone before a number is one of the test named before it, if that was named by a subset. */
function bareSubsetAt(text: string, at: number, before: BenchmarkMention | undefined): BenchmarkMention | null {
  if (before?.entry == null || before.subset === null || at - before.end > 40 || quietSubsets.has(before.subset)) return null
  const match = subsetAt(text, at, before.entry)
  if (match === null || match.end - at < 5 || !/^(?::| at| of)? ?\d/.test(text.slice(match.end, match.end + 6))) return null
  return qualified(text, at, at, before.entry.name, before.entry)
}

function benchmarkAt(text: string, at: number): BenchmarkMention | null {
  const known = names.longest(text, at) ?? (holdsDigit(text, at) ? runTogether(text, at) : null)
  const shape = benchmarkShapeAt(text, at)
  if (known !== null && (shape === null || known.end >= shape.end) && readable(text.slice(at, known.end), known.value)) {
    return qualified(text, at, known.end, known.value.name, known.value)
  }
  return shape === null ? null : qualified(text, at, shape.end, shape.name, null)
}

/** True where the word that starts at `at` has a digit in it: only then can a version have been run into a name. */
function holdsDigit(text: string, at: number): boolean {
  for (let index = at; index < at + 24; index++) {
    const char = text[index]
    if (char === undefined || (char !== '-' && !isWordChar(char))) return false
    if (char >= '0' && char <= '9') return index > at
  }
  return false
}

const runVersion = /^[\p{L}\p{N}-]{2,24}?(?:v\d{1,2}(?:\.\d)?|(?:20)?2\d)(?![\p{L}\p{N}%]|\.\d)/u
/** A name with its version or year run in: "MRCRv2", "HMMT25", "AIME2025". */
function runTogether(text: string, at: number): { end: number; value: Benchmark } | null {
  const word = runVersion.exec(text.slice(at, at + 36))
  if (word === null) return null
  const match = names.longest(word[0].replace(/(?:v\d{1,2}(?:\.\d)?|(?:20)?2\d)$/, ''), 0)
  if (match === null) return null
  const end = at + match.end
  return text[end] === 'v' || (match.value.yearly === true && /\d/.test(text[end] ?? '')) ? { end, value: match.value } : null
}

const tellingPart = /bench|gpqa|mmlu|swe|exam$|polyglot|humaneval/
/**
 * A name in lower case alone is read only if it is no chance: long enough, and of several words only with one that plain text does not have
 * ("gpqa diamond", not "pope" or "visual puzzles").
 */
function readable(matched: string, entry: Benchmark): boolean {
  if (/[\p{Lu}\d∞τ]/u.test(matched)) return true
  if (tellingPart.test(matched) || entry.plain?.includes(matched)) return true
  if (/\s/.test(matched)) return false
  return matched.length >= 6 || (entry.aliases === undefined && matched.length >= 4 && !/^[a-z]+$/.test(entry.name))
}

/** A name starts after anything but a letter or digit, or with a capital or small word run into a number ("77.2BrowseComp"). */
function startsWord(text: string, at: number): boolean {
  const before = text[at - 1]
  if (before === undefined || !isWordChar(before)) return true
  if (before < '0' || before > '9') return false
  return /\p{Lu}/u.test(text[at]!) && /\d\.\d{1,2}$/.test(text.slice(Math.max(0, at - 6), at))
}

function nextWord(text: string, at: number): number {
  let index = at + 1
  while (index < text.length && isWordChar(text[index]) && !startsWord(text, index)) index++
  return index
}

/** Reads on behind a name: subsets, versions, tiers, years, dates, bare or in brackets, as long as there are any. */
function qualified(
  text: string,
  nameStart: number,
  nameEnd: number,
  baseName: string,
  entry: Benchmark | null,
): BenchmarkMention {
  let start = nameStart
  let end = nameEnd
  let version: string | null = null
  let month: string | null = null
  let quiet = entry?.quietVersion === true
  const subsets: string[] = []
  for (let guard = 0; guard < 6; guard++) {
    const bracket = /^ ?\(/.test(text.slice(end, end + 2))
    const from = bracket ? text.indexOf('(', end) + 1 : end === start ? end : joint(text, end)
    if (from < 0) break
    const next = qualifierAt(text, from, entry, bracket, version === null || month !== null)
    if (next === null) break
    // "(hard subset)", "(v6 2024-08–2025-05)": more of a bracket that says no more than one qualifier.
    if (bracket && text[next.end] === ' ') {
      const more = /^ (?:subset|split|set|part)(?=\))/.exec(text.slice(next.end, next.end + 8))?.[0].length
      const second = more === undefined ? qualifierAt(text, next.end + 1, entry, true, true) : null
      if (more !== undefined) next.end += more
      else if (second !== null && second.version !== undefined && second.quiet === true) next.end = second.end
    }
    if (bracket && text[next.end] !== ')') break
    if (next.version !== undefined) {
      version = month === null ? next.version : `${month} ${next.version}`
      month = next.open === true ? next.version : null
      quiet ||= next.quiet === true
    } else if (next.subset !== undefined && !subsets.includes(next.subset)) {
      subsets.push(next.subset)
    }
    end = bracket ? next.end + 1 : next.end
  }
  const yearBefore =
    version === null && entry?.yearly === true
      ? /(?<![\d.,$€£])(20[12]\d) $/.exec(text.slice(Math.max(0, start - 6), start))
      : null
  if (yearBefore !== null) {
    version = yearBefore[1]!
    start -= yearBefore[0].length
  }
  const subset = subsets.length === 0 ? null : subsets.join(' ')
  const said = subsets.filter((word) => !quietSubsets.has(word)).join(' ')
  const name = [baseName, version === null || quiet || baseName.endsWith(version) ? '' : version, said].filter(Boolean).join(' ')
  return { start, end, name, key: benchmarkKeyOf(name), version, subset, entry }
}

/** Where the next word starts if it is joined to the name: a space, a hyphen, a colon ("FACTS: Grounding" is not), nothing before a digit. */
function joint(text: string, end: number): number {
  const char = text[end]
  if (char === undefined) return -1
  if (isGap(char) || char === ',') {
    const from = char === ',' ? end + 1 : end
    const step = text[from] === ' ' || text[from] === '\u00a0' || char !== ',' ? from + 1 : -1
    if (char === ',' && !/^ (Tier|T\d)/.test(text.slice(from, from + 6))) return -1
    return step
  }
  return /\d/.test(char) || /^v\d/.test(text.slice(end, end + 2)) ? end : -1
}

const benchmarkKeyOf = remembered((name) => slug(name).replace(/tiers-(?=\d)/, 'tier-'))
