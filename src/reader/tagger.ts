import { everyMatch } from '../lexicon/every-match.ts'
import type { BenchmarkMention } from '../lexicon/find-benchmarks.ts'
import type { Mention } from './discourse.ts'
import { findNumbers, type NumberTag } from './numbers.ts'
import { testsOf } from './passage-tests.ts'
import type { Passage } from './passages.ts'

interface At {
  /** Offsets into the passage's text. */
  start: number
  end: number
  /** How many brackets are open before it, in its sentence. */
  depth: number
}

export interface BenchmarkTag extends At {
  kind: 'benchmark'
  /** Null: "the same test", "that benchmark". */
  benchmark: BenchmarkMention | null
}
export interface ModelTag extends At {
  kind: 'model'
  mention: Mention
}
/** "it", "its", "the model", "the 31B model": stands for a model named before. `size`: the size or mode it names. */
export interface PronounTag extends At {
  kind: 'pronoun'
  possessive: boolean
  /** "the new model", "the model": a noun, which may go back to the topic. "it" goes back to the subject before. */
  noun: boolean
  detail: string | null
}
export interface ScoreTag extends At {
  kind: 'number'
  number: NumberTag
}
export type Tag = BenchmarkTag | ModelTag | PronounTag | ScoreTag

/** The detail of "this mode": the mode named last. */
export const thisMode = 'this mode'
const same =
  /\b(?:(?:the|that|this) same (?:[a-z-]+ ){0,3}?(?:test|benchmark|evaluation|eval|exam|leaderboard|index|suite|metric|task|measure|subset|split)|(?:that|this) (?:[a-z-]+ ){0,2}(?:test|benchmark|evaluation|eval|exam|leaderboard|index)|the (?:new )?(?:test|benchmark|eval|exam|leaderboard|index)(?! (?:results?|scores?|suites?|creators?|teams?|tables?|charts?|images?|data|numbers|sections?|claims?|figures|lists?|sets?|itself|wins?|race|game|performance|harness|code)))\b/gi
const pronoun =
  /\b(?:[Ii]ts (?:[a-z]+ ){0,2}?(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?|[a-z]*(?:thinking|reasoning)) mode|[Ii]t(?:s|'s)?|(?:[Tt]he|[Tt]his|[Oo]ur) (?:(?:new|latest|open|larger|smaller|bigger|flagship|open-weight|open-source|full|base|company's|startup's|lab's|proprietary|upgraded|updated|successor|reasoning|dense|lightweight|[A-Z][\w-]*|[a-z]+-[a-z]+) ){0,3}(?:model|LLM)(?! (?:cards?|pages?|famil(?:y|ies)|series|weights|makers?|zoo|hub|builders?|developers?|names?|sizes?|spec)\b)(?:'s)?|(?:[Tt]he|[Tt]his|[Ii]ts) (?:[a-z-]+ ){0,2}([EA]?\d{1,4}(?:\.\d+)?[BM](?:-A\d+B)?)(?: [a-z-]+){0,2}? (?:model|variant|version|checkpoint|flagship|sibling|edition)(?:'s)?|[Tt]his mode|[Tt]he (?:[a-z]+ )?(?:non-(?:reasoning|thinking)|reasoning|thinking) (?:variant|version|mode)(?:'s)?|[Tt]he "(?:non-)?(?:reasoning|thinking)" (?:model|variant|version|mode)|[Tt]he [A-Z][a-z]{3,} (?:variant|edition)(?:'s)?)(?![\w-])/g
const sized =
  /\b(?:the|this|its) (?:[a-z-]+ ){0,2}([EA]?\d{1,4}(?:\.\d+)?[BM](?:-A\d+B)?)(?: [a-z-]+){0,2}? (?:model|variant|version|checkpoint|flagship|sibling|edition)|\bthe (?:[a-z]+ )?"?((?:non-)?(?:reasoning|thinking))"? (?:variant|version|mode|model)/i

/** All benchmark mentions of a passage; plain words in lower case ("visual puzzles") are none. Called once a passage; the tagger takes those of each sentence. */
export function benchmarksIn(passage: Passage): BenchmarkMention[] {
  return testsOf(passage).filter(({ start, end }) =>
    /[\p{Lu}\dτ]|bench|qa\b|eval|arena|mmlu|mmmu|aime|osworld|browsecomp/u.test(passage.text.slice(start, end)),
  )
}

/**
 * Tags the sentence passage.text[start, end): benchmarks, models, what stands for a model, and numbers that may be scores. Every
 * character belongs to at most one tag; a longer benchmark name wins over a model inside it, a model over a number.
 */
export function tagSentence(
  passage: Passage,
  start: number,
  end: number,
  mentions: readonly Mention[],
  benchmarks: readonly BenchmarkMention[],
): Tag[] {
  const text = passage.text.slice(start, end)
  const taken = new Uint8Array(text.length)
  const tags: Tag[] = []
  const depths = depthsOf(text)
  const take = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) if (taken[i]) return false
    taken.fill(1, from, to)
    return true
  }
  const at = (from: number, to: number): At => ({ start: start + from, end: start + to, depth: depths[from] ?? 0 })
  const bare = benchmarks.some(isMetric) && (benchmarks.some((one) => !isMetric(one)) || text.search(same) >= 0)
  for (const benchmark of benchmarks) {
    if (benchmark.start < start || benchmark.end > end) continue
    // Beside a test of a name its own, "2.3% WER" says only how that test counts.
    if (bare && isMetric(benchmark)) continue
    const owner = mentions.find((mention) => mention.start <= benchmark.start && mention.end >= benchmark.end)
    if (owner && owner.end - owner.start > benchmark.end - benchmark.start) continue
    if (take(benchmark.start - start, benchmark.end - start))
      tags.push({ kind: 'benchmark', benchmark, ...at(benchmark.start - start, benchmark.end - start) })
  }
  for (const mention of mentions) {
    if (mention.start < start || mention.end > end) continue
    if (take(mention.start - start, mention.end - start))
      tags.push({ kind: 'model', mention, ...at(mention.start - start, mention.end - start) })
  }
  for (const match of everyMatch(text, same)) {
    if (take(match.index, match.index + match[0].length))
      tags.push({ kind: 'benchmark', benchmark: null, ...at(match.index, match.index + match[0].length) })
  }
  for (const match of everyMatch(text, pronoun)) pushPronoun(match)
  function pushPronoun(match: RegExpExecArray): void {
    const word = match[0]
    if (!take(match.index, match.index + word.length)) return
    const lower = word.toLowerCase()
    tags.push({
      kind: 'pronoun',
      possessive: lower === 'its' || (lower !== "it's" && lower.endsWith("'s")),
      noun: !lower.startsWith('it') || lower.endsWith(' mode'),
      detail: sizeOrMode(word),
      ...at(match.index, match.index + word.length),
    })
  }
  const rated = tags.some((tag) => tag.kind === 'benchmark' && tag.benchmark?.entry?.unit === 'elo')
  const numbers = findNumbers(text, (offset) => taken[offset] === 1, rated)
  for (const found of numbers.scores) {
    if (isVersion(text, found, mentions)) continue
    tags.push({ kind: 'number', number: shift(found, start), ...at(found.start, found.end) })
  }
  tags.sort((a, b) => a.start - b.start)
  return tags
}

/** "M 4.6 improved over 4.5": a bare number behind a comparison, one step or less from a version that the passage names, is a version. */
function isVersion(text: string, found: NumberTag, mentions: readonly Mention[]): boolean {
  const { start, end } = found.digits
  if (found.unit !== null || found.value >= 10 || !/^\d(?:\.\d)?$/.test(text.slice(start, end))) return false
  if (
    !/\b(?:relative to|compared (?:to|with)|than|over|versus|vs\.?|unlike|from) $/.test(
      text.slice(Math.max(0, start - 16), start),
    )
  )
    return false
  return mentions.some((mention) => {
    const version = /(?<![\d.])\d(?:\.\d)?(?![\d.])/.exec(mention.name)?.[0]
    return version !== undefined && Math.abs(Number(version) - found.value) <= 1
  })
}

function isMetric(benchmark: BenchmarkMention): boolean {
  return benchmark.entry?.name === 'word error rate'
}

function sizeOrMode(word: string): string | null {
  if (/^this mode$/i.test(word)) return thisMode
  const own = /^its (?:[a-z]+ )*?((?:[A-Z][a-z]+(?: [A-Z][a-z]+)?|[a-z]*(?:thinking|reasoning)) mode)$/.exec(`i${word.slice(1)}`)
  if (own) return own[1] as string
  const tier = /^[Tt]he ([A-Z][a-z]{3,}) (?:variant|edition)/.exec(word)?.[1]
  if (tier !== undefined && !/^(?:Thinking|Reasoning)$/.test(tier)) return tier
  const match = sized.exec(word)
  return match?.[1] ?? match?.[2] ?? null
}

function shift(found: NumberTag, by: number): NumberTag {
  return {
    ...found,
    start: found.start + by,
    end: found.end + by,
    digits: { start: found.digits.start + by, end: found.digits.end + by },
  }
}

function depthsOf(text: string): Uint16Array {
  const depths = new Uint16Array(text.length + 1)
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === ')' || char === ']') depth = Math.max(0, depth - 1)
    depths[i] = Math.min(depth, 60_000)
    if (char === '(' || char === '[') depth++
  }
  depths[text.length] = Math.min(depth, 60_000)
  return depths
}
