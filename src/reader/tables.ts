import type { Article } from '../article.ts'
import type { Claim, Claimant, Score, Setting, Unit, Unparsed } from '../claim.ts'
import { vendorOf } from '../lexicon/canonical.ts'
import { findBenchmarks } from '../lexicon/find-benchmarks.ts'
import { findModels } from '../lexicon/find-models.ts'
import { claimId } from './claim-id.ts'
import { claimants } from './claimants.ts'
import type { Discourse } from './discourse.ts'
import type { Passage } from './passages.ts'
import { modeOfResults, modeOfTable } from './section-mode.ts'
import { type CellValue, readCell } from './table-cell.ts'
import { named, noted, tableClaimant } from './table-claimant.ts'
import { columnsOf } from './table-columns.ts'
import { type Grid, type GridCell, tableGrids } from './table-grid.ts'
import { type BenchmarkLabel, type Label, labelReader, type ModelLabel } from './table-labels.ts'
import { pairIn, testsIn } from './table-pairs.ts'
import { isSection, noSection, rowNames, sectionOf } from './table-rows.ts'
import { settingOf } from './table-setting.ts'
import { sharedCell } from './table-split-heads.ts'
import { surroundings } from './table-surroundings.ts'
import type { Taken } from './taken.ts'
import { inRange } from './value-range.ts'

/** What a reader gives. */
export interface Found {
  claims: Claim[]
  unparsed: Unparsed[]
}

/**
 * The scores in an article's tables: models against tests in either direction, lists of one or the other with the missing half in head,
 * caption, heading or lead, and rows that hold both. A cell whose owner or test is not certain goes to `unparsed`. Spends whole tables.
 */
export function readTables(article: Article, passages: readonly Passage[], discourse: Discourse, taken: Taken): Found {
  const found: Found = { claims: [], unparsed: [] }
  const maker = discourse.topic ? vendorOf(discourse.topic.name) : null
  const said = claimants(article, passages, maker)
  const named = new Set(discourse.mentions.filter((mention) => !mention.short).map((mention) => mention.name))
  const passageOf = new Map(passages.map((passage) => [passage.block.start, passage.index]))
  const everywhere = passages.find((one) => one.block.kind !== 'table' && modeOfResults(one.text) !== null)?.text
  for (const grid of tableGrids(article)) {
    const label = labelReader(discourse, passageOf.get(grid.block.start) ?? -1, named)
    const read = readGrid(grid, discourse, label)
    const index = passageOf.get(grid.block.start)
    const claimant = tableClaimant(grid, index === undefined ? undefined : passages[index], said, maker)
    const mode = modeOfTable([grid.caption, grid.headings.at(-1)], [grid.lead, grid.notes, grid.caption, everywhere])
    for (const one of withoutClashes(read)) {
      for (const digit of one.cell.text.matchAll(/\d[\d.,]*/g)) taken.add(one.cell.at(digit.index))
      if ('reason' in one) found.unparsed.push(unparsedAt(article, one))
      else found.claims.push(inMode(scoreAt(article, grid, one, claimant), mode, discourse))
    }
  }
  return found
}

/** A number of the text's own model takes the mode that the words around the table give for it. */
function inMode(score: Score, mode: string | null, { topic }: Discourse): Score {
  if (
    mode === null ||
    topic === null ||
    score.model !== topic.name ||
    score.variant !== null ||
    score.setting.effort !== undefined
  )
    return score
  return { ...score, variant: mode, setting: { ...score.setting, effort: mode } }
}

/** A score before it has a place in the article. */
interface Reading {
  model: ModelLabel
  benchmark: BenchmarkLabel
  value: CellValue
  cell: GridCell
  rowStart: number
  extra: { setting: Setting; variant: string[] }
  unit: Unit | null
  /** Who reports the row, where a column says so. */
  reporter: Claimant | null
}
interface Refusal {
  cell: GridCell
  reason: string
}

function readGrid(grid: Grid, discourse: Discourse, label: (text: string) => Label): (Reading | Refusal)[] {
  const body = grid.rows.filter((row) => !isSection(row.cells))
  const columns = columnsOf(grid, body, discourse, label)
  const out: (Reading | Refusal)[] = []
  if (columns === null) return out
  const around = surroundings(grid, discourse, label)
  const percentColumn = columns.values.map((one) => /%|\bpercent\b/i.test(one.head))
  const percentAll =
    /\(%\)|\bin (?:%|percent)\b|\bpercent(?:age)?\b/i.test(grid.caption ?? '') || /\(%\)|^%$/.test(grid.heads[0] ?? '')
  const reporterColumn = grid.heads.findIndex((text) =>
    /^(?:who reports(?: it)?|reported by|claimed by|measured by|tested by|sources?|reporter|tester|tags?|provenance|verification|status)$/i.test(
      text,
    ),
  )
  const remarksColumn = grid.heads.findIndex((text) => /^(?:notes?|remarks?|comments?)$/i.test(text))
  let section = noSection()
  let carried: BenchmarkLabel | null = null
  for (const row of grid.rows) {
    if (isSection(row.cells)) {
      section = sectionOf(row.cells, label)
      carried = null
      continue
    }
    const names = rowNames(row.cells, columns, label, section.benchmark, carried, body, grid)
    if (names.carry) carried = names.carry
    if (names.skip) continue
    const remark = remarksColumn < 0 ? '' : (row.cells[remarksColumn]?.text ?? '')
    const reporter =
      reporterColumn >= 0
        ? named(row.cells[reporterColumn]?.text ?? '')
        : /\b(?:self|vendor)-reported\b/i.test(remark)
          ? named(remark)
          : null
    columns.values.forEach((column, k) => {
      const cell = row.cells[column.column]
      if (!cell) return
      const model = column.model ?? names.model ?? section.model ?? (names.unclearModel ? null : around.model)
      const benchmark = column.benchmark ?? names.benchmark ?? (names.unclearTest ? null : around.benchmark)
      const extra = { setting: { ...section.setting, ...names.setting }, variant: [...section.variant, ...names.variant] }
      if (column.shared) {
        const shared = benchmark ? sharedCell(cell.text, column.shared) : []
        for (const one of shared)
          out.push({ ...one, benchmark: benchmark as BenchmarkLabel, cell, rowStart: row.start, extra, unit: null, reporter })
        return
      }
      const reading = readCell(cell.text)
      if (column.paired && reading.kind === 'values' && reading.values.every((one) => one.note === null)) return
      const pair = column.paired ? pairIn(cell, label) : null
      if (pair) {
        if (benchmark)
          out.push({ ...pair, benchmark, cell, rowStart: row.start, extra: { setting: {}, variant: [] }, unit: null, reporter })
        return
      }
      if (column.tested && reading.kind === 'values') return
      if (reading.kind !== 'values' && model && !names.benchmark && !column.benchmark) {
        const own = testsIn(cell, label)
        for (const one of own ?? []) {
          out.push({ ...one, model, cell, rowStart: row.start, extra: { setting: {}, variant: [] }, unit: null, reporter })
        }
        if (own || column.tested) return
      }
      if (reading.kind !== 'values') {
        if (reading.kind === 'unclear' && benchmark && model)
          out.push({ cell, reason: 'several numbers in a cell that no head explains' })
        return
      }
      if (!benchmark && !model) return
      if (!benchmark) {
        if (names.unclearTest) out.push({ cell, reason: 'no known test in the row' })
        return
      }
      if (!model) {
        out.push({ cell, reason: 'no model that the number certainly belongs to' })
        return
      }
      const unit =
        percentColumn[k] || percentAll || benchmark.percent ? '%' : benchmark.rated || /\belo\b/i.test(column.head) ? 'elo' : null
      out.push(
        ...explained(reading.values, benchmark, column.head).map((one) =>
          'reason' in one
            ? { cell, reason: one.reason }
            : ({
                model,
                benchmark,
                value: one.value,
                cell,
                rowStart: row.start,
                extra: { setting: { ...extra.setting, ...one.setting }, variant: [...extra.variant, ...one.variant] },
                unit,
                reporter: one.reporter ?? reporter,
              } as Reading),
        ),
      )
    })
  }
  return out
}

/** Whether a note beside a number names another test than the row or column: "80.8% (SWE-bench Verified)" under a heading about another. */
function namesOther(note: string, benchmark: BenchmarkLabel): boolean {
  return findBenchmarks(note).some((one) => !benchmark.name.includes(one.name) && !one.name.includes(benchmark.name))
}

type Explained = { value: CellValue; setting: Setting; variant: string[]; reporter?: Claimant | null } | { reason: string }

/** What each number of a cell stands for: a single one needs no more, several need a note each or a head with as many parts. */
function explained(values: CellValue[], benchmark: BenchmarkLabel, head: string): Explained[] {
  const [only] = values
  if (values.length === 1 && only) {
    if (benchmark.parts.length > 0) return [{ reason: 'one number where the label names several' }]
    const reporter = only.note === null ? null : noted(only.note)
    if (reporter) return [{ value: only, setting: {}, variant: [], reporter }]
    const how = only.note === null ? null : settingOf(only.note)
    if (
      only.note !== null &&
      how &&
      (/\p{Lu}\p{L}*\d/u.test(how.rest) || findModels(only.note).length > 0 || namesOther(only.note, benchmark))
    )
      return [{ reason: 'a note beside the number names something else' }]
    return [{ value: only, setting: how?.setting ?? {}, variant: how?.variant ?? [] }]
  }
  if (values.every((one) => one.note !== null) && new Set(values.map((one) => one.note)).size === values.length) {
    return values.map((value) => {
      const reporter = noted(value.note as string)
      if (reporter) return { value, setting: {}, variant: [], reporter }
      const how = settingOf(value.note as string)
      const subset = how.rest === '' ? {} : { subset: how.rest }
      return { value, setting: { ...how.setting, ...subset }, variant: [...how.variant, ...(how.rest === '' ? [] : [how.rest])] }
    })
  }
  const inHead = /[(/]/.test(head) ? (/\(([^()]*\/[^()]*)\)/.exec(head)?.[1] ?? '').split('/') : []
  const parts = benchmark.parts.length === values.length ? benchmark.parts : inHead.length === values.length ? inHead : []
  const how = parts.map((part) => settingOf(part))
  const told = how.length === values.length && how.every((one) => one.rest === '' && Object.keys(one.setting).length > 0)
  if (!told) return [{ reason: 'several numbers in a cell that no head explains' }]
  return values.map((value, k) => ({ value, setting: how[k]?.setting ?? {}, variant: how[k]?.variant ?? [] }))
}

/** Two numbers for one thing in one table: something that sets them apart was not understood, so neither is given. */
function withoutClashes(read: (Reading | Refusal)[]): (Reading | Refusal)[] {
  const seen = new Map<string, Set<number>>()
  const key = (one: Reading) =>
    JSON.stringify([
      one.model.name,
      variantOf(one),
      one.benchmark.name,
      one.model.setting,
      one.benchmark.setting,
      one.extra.setting,
      one.reporter?.name ?? null,
    ])
  for (const one of read) {
    if ('reason' in one) continue
    const values = seen.get(key(one)) ?? new Set()
    values.add(one.value.value)
    seen.set(key(one), values)
  }
  return read.map((one) => {
    if ('reason' in one) return one
    if ((seen.get(key(one))?.size ?? 0) > 1)
      return { cell: one.cell, reason: 'two numbers for the same model and test in one table' }
    return inRange(one.value.value, one.benchmark, one.unit ?? one.value.unit)
      ? one
      : { cell: one.cell, reason: 'a number that the test cannot give' }
  })
}

function variantOf(one: Reading): string | null {
  const parts = [one.model.variant, ...one.benchmark.variant, ...one.extra.variant].filter((part) => part !== null)
  return parts.length > 0 ? [...new Set(parts)].join(', ') : null
}

function scoreAt(article: Article, grid: Grid, one: Reading, claimant: (benchmark: string) => Claimant): Score {
  const end = one.cell.endAt(one.value.end)
  const inMarkup = /<t[dhr][\s>]/i.test(article.text.slice(one.rowStart, one.cell.start).slice(-300))
  const start = inMarkup ? one.cell.at(one.value.start) : rowStart(article, one.rowStart)
  const variant = variantOf(one)
  const entryUnit = one.benchmark.entry?.unit
  const unit: Unit =
    one.value.unit === '%'
      ? '%'
      : (one.unit ?? one.value.unit ?? (entryUnit === 'elo' || entryUnit === 'index' ? entryUnit : 'points'))
  const restated = grid.block.kind === 'faq' || grid.block.kind === 'keypoint'
  return {
    type: 'score',
    id: claimId(article.id, 'score', start, end, `${one.model.name}|${variant ?? ''}|${one.benchmark.name}|${one.value.value}`),
    article: article.id,
    start,
    end,
    quote: article.text.slice(start, end),
    claimant: one.reporter ?? claimant(one.benchmark.name),
    restated,
    model: one.model.name,
    variant,
    benchmark: one.benchmark.name,
    value: one.value.value,
    unit,
    setting: { ...one.benchmark.setting, ...one.model.setting, ...one.extra.setting },
    approximate: one.value.approximate,
    bound: one.value.bound,
  }
}

/** A markdown row starts at its pipe. */
function rowStart(article: Article, start: number): number {
  let at = start
  while (at > 0 && (article.text[at - 1] === ' ' || article.text[at - 1] === '\t')) at--
  return article.text[at - 1] === '|' ? at - 1 : start
}

function unparsedAt(article: Article, one: Refusal): Unparsed {
  const { start, end } = one.cell
  return { start, end, quote: article.text.slice(start, end), reason: one.reason }
}
