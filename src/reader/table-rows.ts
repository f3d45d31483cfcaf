import type { Setting } from '../claim.ts'
import { findBenchmarks } from '../lexicon/find-benchmarks.ts'
import { type Columns, unknownModel, unknownTest } from './table-columns.ts'
import type { Grid, GridCell } from './table-grid.ts'
import { type BenchmarkLabel, type Label, looksLikeName, looksLikeTest, type ModelLabel } from './table-labels.ts'
import { type LabelSetting, settingOf } from './table-setting.ts'

/** What a sub-heading row says for the rows under it. */
export interface Section {
  benchmark: BenchmarkLabel | null
  model: ModelLabel | null
  setting: Setting
  variant: string[]
}

/** Before any sub-heading. */
export const noSection = (): Section => ({ benchmark: null, model: null, setting: {}, variant: [] })

/** A row with one text in it stands over the rows below. */
export function isSection(cells: readonly GridCell[]): boolean {
  const filled = cells.filter((cell) => cell.text !== '')
  const first = filled[0]
  if (!first) return true
  return filled.every((cell) => cell.start === first.start) && !/^[~≈]?\d/.test(first.text)
}

/** Reads a sub-heading row: a test, a model, or how the rows under it were run. Any other words only end the section before. */
export function sectionOf(cells: readonly GridCell[], label: (text: string) => Label): Section {
  const text = cells.find((cell) => cell.text !== '')?.text ?? ''
  const read = label(text)
  if (read.role === 'benchmark') return { ...noSection(), benchmark: read }
  if (read.role === 'model') return { ...noSection(), model: read }
  const { setting, variant, rest } = settingOf(text)
  return rest === '' || Object.keys(setting).length > 0 ? { ...noSection(), setting, variant } : noSection()
}

/** What the labels of a row name. */
export interface RowNames {
  benchmark: BenchmarkLabel | null
  /** The row's test without its part, for the rows below that name only a part. */
  carry: BenchmarkLabel | null
  model: ModelLabel | null
  setting: Setting
  variant: string[]
  /** The row names something that is no known test, or no known model: nothing may be filled in from around. */
  unclearTest: boolean
  unclearModel: boolean
  skip: boolean
}

/** Reads the labels of a row. `over`: the test of the sub-heading; `carried`: that of the rows above, for a row that names only a part of it. */
export function rowNames(
  cells: readonly GridCell[],
  columns: Columns,
  label: (text: string) => Label,
  over: BenchmarkLabel | null,
  carried: BenchmarkLabel | null,
  body: Grid['rows'],
  grid: Grid,
): RowNames {
  const names: RowNames = {
    benchmark: null,
    carry: null,
    model: null,
    setting: {},
    variant: [],
    unclearTest: false,
    unclearModel: false,
    skip: false,
  }
  const texts = columns.names.map((k) => cells[k]?.text ?? '')
  const read = texts.map((text) => label(text))
  const tests = read.filter((one) => one.role === 'benchmark')
  const models = read.filter((one) => one.role === 'model')
  const both = read.find((one) => one.role === 'both')
  if (both) {
    names.model = both.model
    names.benchmark = both.benchmark
  }
  if (read.some((one) => one.role === 'none') && tests.length === 0 && models.length === 0) names.skip = true
  if (tests.length === 1 || (tests.length > 1 && new Set(tests.map((one) => one.name)).size === 1))
    names.benchmark = tests[0] ?? null
  else if (tests.length > 1) {
    const marked = columns.names.findIndex((k) => {
      const head = columns.labels[k]
      return head?.role === 'head' && head.of === 'benchmark'
    })
    const chosen = read[marked >= 0 ? marked : read.length - 1]
    names.benchmark = chosen?.role === 'benchmark' ? chosen : null
  }
  if (models.length === 1) names.model = models[0] ?? null
  else if (models.length > 1) names.unclearModel = true
  if (read.some((one) => one.role === 'short')) names.unclearModel = true
  names.carry = names.benchmark
  // A test in one column and its part in the next, or rows under a test that say only how it was run.
  const base = names.benchmark ?? over ?? carried
  const others = texts.filter((text, k) => text !== '' && read[k]?.role === 'unknown')
  const columnHasTests = body.some((row) => columns.names.some((k) => label(row.cells[k]?.text ?? '').role === 'benchmark'))
  const after = texts.slice(read.findIndex((one) => one.role === 'benchmark') + 1).filter((text) => text !== '')
  if (names.benchmark && after.length > 0 && tests.length === 1) {
    const part = partOf(names.benchmark, after.join(' '), label)
    if (part) names.benchmark = part
  } else if (!names.benchmark && base && (over || (columnHasTests && texts[0] === '')) && texts.some((text) => text !== '')) {
    const words = texts.filter((text) => text !== '').join(' ')
    const joined = label(`${base.name} ${words}`)
    const how = settingOf(words)
    if (how.rest === '' && models.length === 0)
      names.benchmark = { ...base, setting: { ...base.setting, ...how.setting }, variant: [...base.variant, ...how.variant] }
    else if (models.length > 0 && over) names.benchmark = over
    else if (
      joined.role === 'benchmark' &&
      joined.entry === base.entry &&
      joined.entry !== null &&
      findBenchmarks(`${base.name} ${words}`)[0]?.subset
    )
      names.benchmark = joined
    else names.unclearTest = true
  } else if (!names.benchmark && others.length > 0 && columnHasTests) {
    const text = others.at(-1) as string
    const known = body.filter((row) => columns.names.some((k) => label(row.cells[k]?.text ?? '').role === 'benchmark')).length
    const titled = columns.names.some((k) => {
      const head = columns.labels[k]
      return head?.role === 'head' && head.of === 'benchmark'
    })
    if (looksLikeTest(text) && known >= 2 && known * 2 >= body.length && (titled || known >= 3)) {
      names.benchmark = unknownTest(text)
    } else names.unclearTest = true
  } else if (!names.model && others.length > 0 && columns.values.every((one) => one.model === null)) {
    // A list of models of which this one is in no lexicon.
    const text = others[0] as string
    const known = body.filter((row) => columns.names.some((k) => label(row.cells[k]?.text ?? '').role === 'model')).length
    if (known >= 1 && looksLikeName(text)) names.model = unknownModel(text)
    else names.unclearModel = true
  } else if (!names.benchmark && others.length > 0 && columns.values.some((one) => one.model !== null)) {
    // Under models the rows of one test may say how it was run ("no tools"); any other word may be a test that nobody knows.
    const how = settingOf(others.join(' '))
    if (how.rest === '') {
      Object.assign(names.setting, how.setting)
      names.variant.push(...how.variant)
    } else names.unclearTest = true
  }
  if (!names.benchmark && texts.every((text) => text === '') && carried && columnHasTests) names.unclearTest = true
  for (const k of columns.settings) {
    const text = cells[k]?.text ?? ''
    if (text === '') continue
    const head = grid.heads[k] ?? ''
    if (/shots?/i.test(head) && /^\d{1,3}$/.test(text)) {
      names.setting.shots = `${text}-shot`
      continue
    }
    const how = settingOf(text)
    if (columns.names.length === 0 && !isMode(text, how)) names.unclearModel = true
    Object.assign(names.setting, how.setting)
    names.variant.push(...how.variant)
    if (
      /effort|reasoning|thinking|mode|variant/i.test(head) &&
      how.variant.length === 0 &&
      text.length <= 30 &&
      /\p{L}/u.test(text) &&
      !/^(?:yes|no|n\/a|none|-|—|greedy|sampling|default|standard)$/i.test(text)
    ) {
      names.variant.push(text)
      names.setting.effort ??= text
    } else if (/tools?/i.test(head) && text.length <= 30 && !/^[-–—]$/.test(text)) names.setting.tools ??= text
    else if (/harness|scaffold|agent/i.test(head) && text.length <= 40 && !/^[-–—]$/.test(text)) names.setting.harness ??= text
  }
  return names
}

/** A test with what the next cell or the row under it adds: how it was run, or a part of it that the lexicon knows. Null for other words. */
function partOf(base: BenchmarkLabel, words: string, label: (text: string) => Label): BenchmarkLabel | null {
  const how = settingOf(words)
  if (how.rest === '')
    return { ...base, setting: { ...base.setting, ...how.setting }, variant: [...base.variant, ...how.variant] }
  const whole = `${base.name} ${words}`
  const [mention] = findBenchmarks(whole)
  const joined = label(whole)
  return joined.role === 'benchmark' && mention?.end === whole.length && mention.entry === base.entry && mention.subset !== null
    ? joined
    : null
}

/** Whether a row's only label is a mode or level of one model, and not the arm of an experiment. */
function isMode(text: string, how: LabelSetting): boolean {
  if (/^(?:x-?high|max|high|medium|med|low|minimal|none|default|standard)$/i.test(text.trim())) return true
  return how.rest === '' && Object.keys(how.setting).length > 0 && how.setting.harness === undefined
}
