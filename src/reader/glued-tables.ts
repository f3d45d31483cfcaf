import type { Article } from '../article.ts'
import { vendorOf } from '../lexicon/canonical.ts'
import { everyMatch } from '../lexicon/every-match.ts'
import { type BenchmarkMention, findBenchmarks } from '../lexicon/find-benchmarks.ts'
import { findModels } from '../lexicon/find-models.ts'
import { type Claimants, claimants } from './claimants.ts'
import type { Discourse, ModelRef } from './discourse.ts'
import type { Passage } from './passages.ts'
import { rowScore } from './row-score.ts'
import { type CellValue, readCell } from './table-cell.ts'
import { settingOf } from './table-setting.ts'
import type { Found } from './tables.ts'
import type { Taken } from './taken.ts'
import { inRange } from './value-range.ts'

/** A line longer than this is no head, row or table that lost its cells' edges. */
const longest = 1500
const opening = /^(?:Benchmark|Test|Metric|Eval(?:uation)?)s?(?: Name)?(?=[A-Z\s])/
const columnWords =
  /\b(?:Benchmark|Test|Metric|Eval(?:uation)?|Name|Categor(?:y|ies)|Type|Area|Domain|Score|Result|Purpose|Focus|Notes?|What It (?:Measures|Tests)|Description|Measures)s?\b/g

/**
 * The scores of tables whose cells an extraction has run together: a whole table in one line ("BenchmarkModel AModel BTest X71.6%54.6%Test
 * Y53.7%44.7%"), a head of models over rows of a line each ("BenchmarkModel AModel B", "Test X71.6%54.6%"), or a head with one model over rows
 * that hold a field and a remark beside the number ("BenchmarkCategoryModel A ScorePurpose", "Test XCoding76.8%Real issues"). A row is read only where it holds as many values as the head has models.
 */
export function readGluedTables(article: Article, passages: readonly Passage[], discourse: Discourse, taken: Taken): Found {
  const found: Found = { claims: [], unparsed: [] }
  let said: Claimants | null = null
  let over: readonly ModelRef[] | null = null
  for (const passage of passages) {
    const line = passage.block.kind === 'table' || passage.text.length > longest ? '' : passage.text
    const opens = opening.test(line)
    if (!opens && (over === null || !/\d/.test(line))) {
      if (line === '' || /[.!?]$/.test(line)) over = null
      continue
    }
    // A whole sentence is no row of several models.
    if (!opens && over !== null && over.length > 1 && /[.!?]$/.test(line)) {
      over = null
      continue
    }
    const apart = takenApart(line)
    const tests = findBenchmarks(apart.text)
    if (opens) {
      const models = namesOf(apart.text.slice(0, tests[0]?.start ?? apart.text.length), discourse, passage)
      over = tests.length === 0 && models !== null && models.length > 0 ? models : null
      if (models === null || models.length < 2) continue
      for (const [k, test] of tests.entries()) add(passage, apart, test, tests[k + 1]?.start ?? apart.text.length, models)
      continue
    }
    if (over === null || tests[0]?.start !== 0) continue
    for (const [k, test] of tests.entries()) add(passage, apart, test, tests[k + 1]?.start ?? apart.text.length, over)
  }
  return found

  function add(passage: Passage, apart: TakenApart, test: BenchmarkMention, end: number, models: readonly ModelRef[]): void {
    said ??= claimants(article, passages, discourse.topic ? vendorOf(discourse.topic.name) : null)
    const cells = cellsOf(apart.text.slice(test.end, end), models.length)
    if (cells === null) return
    for (const [k, { value, at }] of cells.values.entries()) {
      const model = models[k]
      if (value === null || model === undefined) continue
      const start = apart.at(test.end + at + value.start)
      const digit = passage.source(start)
      if (taken.has(digit) || !inRange(value.value, { entry: test.entry, setting: {} }, value.unit)) continue
      taken.add(digit)
      const variant = [model.variant, ...cells.variant].filter((part) => part !== null).join(', ') || null
      const end = apart.at(test.end + at + value.end - 1) + 1
      found.claims.push(rowScore(article, passage, { model: { name: model.name, variant }, test, value, end }, said))
    }
  }
}

/** A line with a space put in wherever two cells meet. `at`: the place in the line that a character stands for. */
export interface TakenApart {
  text: string
  at(offset: number): number
}

const glue =
  /(?<=[a-z)%–—])(?=[A-Z~≈])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})|(?<=[\d)])(?=[A-Z](?:[a-z]|[A-Z]{2}))|(?<=%)(?=[~≈\d–—])|(?<=[A-Za-z)–—])(?=~?\d{1,3}(?:\.\d+)? ?%)|(?<=\)|\d,\d{3})(?=\d{1,2},\d{3}(?!\d*[.%]))/g
const ownDigits = /(?<![\d.])([A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)?[- ]?)(\d{3,8}\.\d+)/g
const ownVersion = /(?<![\w.])([A-Z][A-Za-z-]{1,30}(?: [A-Z][A-Za-z]{1,20})?[- ]v?\d\.\d)(?=\d{1,2}(?:\.\d+)? ?%)/g

/** Puts a space wherever two cells of a line seem to meet: from small letter to capital, from number to name, from name to share. */
export function takenApart(line: string): TakenApart {
  const cuts = new Set([...line.matchAll(glue)].map((match) => match.index))
  for (const word of line.matchAll(/[A-Za-z]{4,60}/g)) keepNames(word[0], word.index, cuts)
  // "AIME 202594.6%": the name takes as many of the digits as make it a known one.
  for (const match of line.matchAll(ownDigits)) {
    const [name, digits] = [match[1] as string, match[2] as string]
    const whole = digits.indexOf('.')
    for (const own of [whole - 2, whole - 1]) {
      if (own < 1) continue
      const [test] = findBenchmarks(name + digits.slice(0, own))
      if (test?.entry == null || test.end !== name.length + own) continue
      for (const cut of cuts) if (cut > match.index && cut < match.index + match[0].length) cuts.delete(cut)
      cuts.add(match.index + name.length + own)
      break
    }
  }
  // "Terminal-Bench 2.176.2%": a version with one decimal, where the name with it is known.
  for (const match of everyMatch(line, ownVersion)) {
    const own = match[1] as string
    const [test] = findBenchmarks(own)
    if (test?.entry == null || test.start !== 0 || test.end !== own.length) continue
    for (const cut of cuts) if (cut > match.index && cut < match.index + own.length) cuts.delete(cut)
    cuts.add(match.index + own.length)
  }
  let text = ''
  const places: number[] = []
  for (let i = 0; i < line.length; i++) {
    if (cuts.has(i)) {
      text += ' '
      places.push(i)
    }
    text += line[i]
    places.push(i)
  }
  return { text, at: (offset) => places[offset] ?? line.length }
}

/** Takes the cuts out again that fall inside a name that is written with inner capitals ("LiveCodeBench", "DeepSeek"). */
function keepNames(word: string, start: number, cuts: Set<number>): void {
  const edges = [...cuts].filter((cut) => cut > start && cut < start + word.length).map((cut) => cut - start)
  if (edges.length === 0) return
  const places = [0, ...edges, word.length]
  for (let from = 0; from < places.length - 2; from++) {
    for (let to = places.length - 1; to > from + 1; to--) {
      const part = word.slice(places[from], places[to])
      const [test] = findBenchmarks(part)
      const [model] = findModels(part)
      if (!(test?.start === 0 && test.end === part.length && test.entry !== null) && model?.end !== part.length) continue
      for (let at = from + 1; at < to; at++) cuts.delete(start + (places[at] as number))
      from = to - 1
      break
    }
  }
}

/** The models of a head that holds nothing else than the words of a head; null for any other line. */
function namesOf(head: string, discourse: Discourse, passage: Passage): ModelRef[] | null {
  const named = head.replace(columnWords, '|')
  const mentions = findModels(named)
  let rest = ''
  let from = 0
  for (const mention of mentions) {
    rest += named.slice(from, mention.start)
    from = mention.end
  }
  if (!/^[\s|]*$/.test(rest + named.slice(from))) return null
  const models = mentions.map((mention) => discourse.resolve({ ...mention, passage: passage.index }))
  return models.every((model) => model !== null) ? models : null
}

/** The cells behind a test's name, if there are exactly as many as wanted; a field before and a remark behind them are left out for a single one. */
function cellsOf(text: string, wanted: number): { values: { value: CellValue | null; at: number }[]; variant: string[] } | null {
  const lead = (wanted === 1 ? /^(?: \([^()]{1,30}\))?(?: [A-Z][\w&/-]*){0,4}/ : /^(?: \([^()]{1,30}\))?/).exec(text)?.[0] ?? ''
  const how = settingOf(/\(([^()]*)\)/.exec(lead)?.[1] ?? '')
  const values: { value: CellValue | null; at: number }[] = []
  const cell = /\s*([~≈]?\d{1,4}(?:[.,]\d+)?(?: ?%)?|[–—-])(?=\s|$)/y
  cell.lastIndex = lead.length
  for (let match = cell.exec(text); match !== null && values.length < wanted; match = cell.exec(text)) {
    const at = match.index + match[0].length - (match[1] as string).length
    const read = readCell(match[1] as string)
    values.push({ value: read.kind === 'values' ? (read.values[0] ?? null) : null, at })
    if (wanted === 1)
      return /%$/.test(match[1] as string) && !/\d/.test(text.slice(cell.lastIndex)) ? { values, variant: how.variant } : null
  }
  const end = values.length === 0 ? 0 : Math.max(...values.map(({ at, value }) => at + (value?.end ?? 1)))
  // Behind the last cell the line ends, or a row begins whose test nobody knows.
  return values.length === wanted && /^\s*(?:$|[A-Z])/.test(text.slice(end)) ? { values, variant: how.variant } : null
}
