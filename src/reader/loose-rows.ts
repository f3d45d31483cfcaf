import type { Article } from '../article.ts'
import { canonicalVendor, vendorOf } from '../lexicon/canonical.ts'
import { type BenchmarkMention, findBenchmarks } from '../lexicon/find-benchmarks.ts'
import { findModels } from '../lexicon/find-models.ts'
import { claimants } from './claimants.ts'
import { sheetOwner } from './data-sheet.ts'
import type { Discourse, ModelRef } from './discourse.ts'
import { takenApart } from './glued-tables.ts'
import { testsOf } from './passage-tests.ts'
import type { Passage } from './passages.ts'
import { type RowValue, rowScore } from './row-score.ts'
import { readCell } from './table-cell.ts'
import { labelReader } from './table-labels.ts'
import type { Found } from './tables.ts'
import type { Taken } from './taken.ts'
import { inRange } from './value-range.ts'

/** No row of such a table is longer. */
const widest = 120

/** What the line over the rows names: the models of the columns, or the one test of a list of models. */
type Head =
  | { models: ModelRef[] }
  | { first: ModelRef }
  | { test: BenchmarkMention; remark: boolean }
  | { over: BenchmarkMention }

interface Row extends RowValue {
  /** Where the value's digits start in the passage's text. */
  start: number
}

/**
 * The scores of tables that a page's extraction has taken apart: rows as lines, their cells held apart by one space or nothing ("GPQA Diamond91.2%88.4%" under
 * "Model AModel B", "Model A91.2%" under "ModelGPQA Diamond"). A row is read only under a line that is nothing but such a head, and only where it
 * holds as many values as the head has columns.
 */
export function readLooseRows(article: Article, passages: readonly Passage[], discourse: Discourse, taken: Taken): Found {
  const found: Found = { claims: [], unparsed: [] }
  const said = claimants(article, passages, discourse.topic ? vendorOf(discourse.topic.name) : null)
  let head: Head | null = null
  /** A line that was nothing but a model's name, whose number may follow as the next line. */
  let named: ModelRef | null = null
  for (const passage of passages) {
    if (passage.block.kind === 'table' || passage.text.length > widest || /[a-z][.!?]$/.test(passage.text)) {
      head = null
      continue
    }
    const opened = headOf(passage, discourse)
    if (opened !== null) {
      head = opened
      named = null
      continue
    }
    if (head === null) continue
    if ('over' in head) {
      const below = testsOf(passages[passage.index - 1] ?? passage)[0]?.key === head.over.key
      const owner = named ?? (below ? sheetOwner(passages, passage.index, discourse) : null)
      const row = stackedValue(passage, owner, head.over)
      named = row === null ? onlyModel(passage, discourse) : null
      if (row === null) continue
      if (
        !taken.has(passage.source(row.start)) &&
        inRange(row.value.value, { entry: row.test.entry, setting: {} }, row.value.unit)
      ) {
        taken.add(passage.source(row.start))
        found.claims.push(rowScore(article, passage, row, said))
      }
      continue
    }
    if (!/\d/.test(passage.text)) continue
    const rows =
      'test' in head
        ? modelRow(passage, head, discourse)
        : 'first' in head
          ? firstCell(passage, head.first, discourse)
          : testRow(passage, head.models)
    // What such a row does not give in full is nobody's: the topic must not have it.
    if (!('test' in head) && testsOf(passage)[0]?.start === 0)
      for (const digit of passage.text.matchAll(/\d[\d.,]*/g))
        if (!rows.some((row) => row.start === digit.index)) taken.add(passage.source(digit.index))
    for (const row of rows) {
      const digit = passage.source(row.start)
      if (taken.has(digit) || !inRange(row.value.value, { entry: row.test.entry, setting: {} }, row.value.unit)) continue
      taken.add(digit)
      found.claims.push(rowScore(article, passage, row, said))
    }
  }
  return found
}

/** A line of nothing but models' names, at least two, or "Model" and one test. */
function headOf(passage: Passage, discourse: Discourse): Head | null {
  const { text } = passage
  const mentions = discourse.inPassage(passage.index)
  if (mentions.length >= 2) {
    let rest = ''
    let from = 0
    for (const mention of mentions) {
      rest += text.slice(from, mention.start)
      from = mention.end
    }
    rest += text.slice(from)
    const words = rest.split(/\s+/).filter((word) => word !== '' && canonicalVendor(word.replace(/-$/, '')) === null)
    if (!/^(?:(?:benchmark|test|task|feature|metric|model|spec(?:ification)?|category|eval)s?)?$/i.test(words.join(' ')))
      return null
    const models = mentions.map((mention) => discourse.resolve(mention))
    return models.every((model) => model !== null) ? { models } : null
  }
  if (mentions.length === 1) {
    const [only] = mentions as [(typeof mentions)[0]]
    const rest = `${text.slice(0, only.start)}${text.slice(only.end)}`
    const model =
      /^\s*(?:benchmark|test|metric|eval)s?(?: (?:score|reference|sources?|notes?|others?|rivals?|comparison|result|link)s?)+\s*$/i.test(
        rest.replace(/\s+/g, ' '),
      )
        ? discourse.resolve(only)
        : null
    return model === null ? null : { first: model }
  }
  const alone = mentions.length === 0 ? testsOf(passage) : []
  if (alone.length === 1 && alone[0]?.start === 0 && /^(?: \([^()\d]{1,40}\))?$/.test(text.slice(alone[0].end)))
    return { over: alone[0] }
  if (mentions.length > 0 || !/^#? ?(?:Rank ?)?Models?\b/.test(text)) return null
  const apart = takenApart(text).text
  const tests = findBenchmarks(apart)
  const [test] = tests
  if (test === undefined || tests.length > 1) return null
  const rest = apart.slice(test.end)
  if (/^[\s%()]*(?:(?:score|accuracy|result|elo|rating)s?)?[\s%()]*$/i.test(rest)) return { test, remark: false }
  return /^\s*(?:What (?:It|This) Means|Notes?|Comments?|Remarks?|Assessment|Interpretation|Takeaway)$/.test(rest)
    ? { test, remark: true }
    : null
}

/** "GPQA Diamond 91.2% 88.4%" under the models of the columns. */
function testRow(passage: Passage, models: readonly ModelRef[]): Row[] {
  const { text } = passage
  const [test, other] = testsOf(passage)
  if (test === undefined || other !== undefined || test.start !== 0) return []
  const cells = [...text.slice(test.end).matchAll(/\S+/g)].slice(-models.length)
  const first = test.end + (cells[0]?.index ?? 0)
  const said = how(text.slice(0, first).trim(), test)
  if (cells.length !== models.length || said === null) return []
  const rows: Row[] = []
  for (const [k, cell] of cells.entries()) {
    const read = readCell(cell[0])
    if (read.kind === 'nothing') continue
    const value = read.kind === 'values' && read.values.length === 1 ? read.values[0] : undefined
    if (value === undefined) return []
    const at = test.end + cell.index
    rows.push({
      model: withHow(models[k] as ModelRef, said.variant),
      test: said.test,
      value,
      start: at + value.start,
      end: at + value.end,
    })
  }
  return rows
}

const anyModel = { mentions: [], resolve: () => null } as unknown as Discourse

/** What stands between a test's name and the first cell of its row: how it was run, or a part of it. Null for any other words. */
function how(label: string, test: BenchmarkMention): { test: BenchmarkMention; variant: string[] } | null {
  if (label.length === test.end) return { test, variant: [] }
  if (!/^(?:\s*\([^()]{1,40}\)|\s+(?:pass|avg|maj)@\d+)+$/.test(label.slice(test.end))) return null
  const read = labelReader(anyModel, -1, new Set())(label)
  return read.role === 'benchmark' ? { test: { ...test, name: read.name }, variant: read.variant } : null
}

function withHow(model: ModelRef, variant: readonly string[]): ModelRef {
  return { name: model.name, variant: [model.variant, ...variant].filter((one) => one !== null).join(', ') || null }
}

/** "GPQA Diamond 91.2% Model B: 88.4% Some Source" under "Benchmark Model A Reference Source": the first value, and those that name their own model. */
function firstCell(passage: Passage, model: ModelRef, discourse: Discourse): Row[] {
  const { text } = passage
  const [test, other] = testsOf(passage)
  if (test === undefined || test.start !== 0) return []
  const own = /^(?: \([^()\d]{1,30}\))? ([~≈]?\d[\d.,]*%?)(?= |$)/.exec(text.slice(test.end, other?.start))
  if (own === null) return []
  const rows: Row[] = []
  const add = (owner: ModelRef | null, cell: string, at: number) => {
    const read = readCell(cell.replace(/,$/, ''))
    const value = read.kind === 'values' && read.values.length === 1 ? read.values[0] : undefined
    if (owner !== null && value !== undefined)
      rows.push({ model: owner, test, value, start: at + value.start, end: at + value.end })
  }
  add(model, own[1] as string, test.end + own[0].length - (own[1] as string).length)
  for (const mention of discourse.inPassage(passage.index)) {
    const cell = /^: ?([~≈]?\d[\d.]*%?)(?=[ ,;]|$)/.exec(text.slice(mention.end))
    if (cell) add(discourse.resolve(mention), cell[1] as string, mention.end + cell[0].length - (cell[1] as string).length)
  }
  return rows
}

/** The model that a line is nothing but the name of. */
function onlyModel(passage: Passage, discourse: Discourse): ModelRef | null {
  const [mention, other] = discourse.inPassage(passage.index)
  if (mention === undefined || other !== undefined || mention.start !== 0 || mention.end !== passage.text.length) return null
  return discourse.resolve(mention)
}

/** A share alone on the line below a model's name, under a line that is a test's name. */
function stackedValue(passage: Passage, model: ModelRef | null, test: BenchmarkMention): Row | null {
  if (model === null || !/^[~≈]?\d[\d.]*%$/.test(passage.text)) return null
  const read = readCell(passage.text)
  const value = read.kind === 'values' && read.values.length === 1 ? read.values[0] : undefined
  return value === undefined ? null : { model, test, value, start: value.start, end: value.end }
}

/** "Model A 91.2%" or "1. Model A 91.2%" under the one test. */
function modelRow(passage: Passage, { test, remark }: { test: BenchmarkMention; remark: boolean }, discourse: Discourse): Row[] {
  // "Model A91.2%Strong on hard cases": the remark behind the share is another cell.
  const shared = remark ? passage.text.indexOf('%') + 1 : 0
  const text = shared > 0 && /^[A-Z ]/.test(passage.text.slice(shared)) ? passage.text.slice(0, shared) : passage.text
  const rank = /^(?:#?\d{1,3}[.)]? +)?/.exec(text)?.[0].length ?? 0
  const [found, other] = discourse.inPassage(passage.index)
  if (other !== undefined) return []
  // "GPT-781.1%" names no more than the family before the digits are parted.
  const mention = found?.short && /^(?:[-\w]| \d)/.test(text.slice(found.end)) ? undefined : found
  const split = mention === undefined ? ranTogether(text.slice(rank), discourse) : null
  const from = mention?.end ?? (split === null ? -1 : rank + split.end)
  if (from < 0 || (mention !== undefined && mention.start !== rank)) return []
  const model = mention === undefined ? (split?.model ?? null) : discourse.resolve(mention)
  const cell = /^(?: \([^()\d]{1,30}\))? ?([~≈]?\d[\d.,]*%)$/.exec(text.slice(from))
  if (model === null || cell === null) return []
  const read = readCell(cell[1] as string)
  const value = read.kind === 'values' && read.values.length === 1 ? read.values[0] : undefined
  if (value === undefined) return []
  const at = text.length - (cell[1] as string).length
  return [{ model, test, value, start: at + value.start, end: at + value.end }]
}

/** "GPT-581.1%": a name that ends in a digit before a share. Read only where the text names that model elsewhere, and in one way only. */
function ranTogether(text: string, discourse: Discourse): { model: ModelRef; end: number } | null {
  const digits = /\d+(?=(?:\.\d+)?%$)/.exec(text)
  if (digits === null) return null
  const named = new Set(discourse.mentions.filter((one) => !one.short).map((one) => one.name))
  const ways = [1, 2].flatMap((width) => {
    const end = digits.index + digits[0].length - width
    const [mention] = findModels(text.slice(0, end))
    const fits = mention !== undefined && !mention.short && mention.start === 0 && mention.end === end && named.has(mention.name)
    return fits ? [{ model: { name: mention.name, variant: mention.variant }, end }] : []
  })
  return ways.length === 1 ? (ways[0] ?? null) : null
}
