import { findModels } from '../lexicon/find-models.ts'
import type { Discourse } from './discourse.ts'
import { readCell } from './table-cell.ts'
import type { Grid } from './table-grid.ts'
import { type BenchmarkLabel, completed, type Label, looksLikeName, looksLikeTest, type ModelLabel } from './table-labels.ts'
import { pairIn, testsIn } from './table-pairs.ts'
import { settingOf } from './table-setting.ts'
import { sharedHead } from './table-split-heads.ts'

/** How the columns of a table are to be read. */
export interface Columns {
  labels: Label[]
  /** Columns that hold numbers, with what their head says of them. */
  values: {
    column: number
    model: ModelLabel | null
    benchmark: BenchmarkLabel | null
    head: string
    /** The models of a head that names one for each number of its cells. */
    shared?: ModelLabel[]
    paired?: boolean
    /** Only cells that name their own tests are read. */
    tested?: boolean
  }[]
  /** Columns whose cells name a row: test, category, model. */
  names: number[]
  /** Columns that say how the row was run. */
  settings: number[]
}

/**
 * Finds out which columns name a row, which say how it was run and which hold numbers, and whose. `body`: the rows without sub-headings.
 * Null where the table is none of tests and models.
 */
export function columnsOf(grid: Grid, body: Grid['rows'], discourse: Discourse, label: (text: string) => Label): Columns | null {
  const width = Math.max(grid.heads.length, ...body.slice(0, 50).map((row) => row.cells.length))
  if (width < 2 || width > 60) return null
  const sample = body.slice(0, 200)
  const readings = Array.from({ length: width }, (_, k) => sample.map((row) => readCell(row.cells[k]?.text ?? '').kind))
  const numeric = readings.map((kinds) => kinds.filter((kind) => kind === 'values').length)
  const labels = Array.from({ length: width }, (_, k): Label => {
    const one = label(grid.heads[k] ?? '')
    // "Thinking" over numbers is a mode of the topic, over words a column that says how.
    return one.role === 'head' && one.of === 'setting' && (numeric[k] ?? 0) > 0 && settingOf(one.text).variant.length > 0
      ? { role: 'unknown', text: one.text }
      : one
  })
  const paired = labels.map(
    (one, k) => one.role !== 'model' && sample.some((row) => row.cells[k] && pairIn(row.cells[k], label) !== null),
  )
  const cellLabels = (column: number) =>
    labels[column]?.role === 'model' || labels[column]?.role === 'benchmark' || paired[column]
      ? []
      : sample.map((row) => label(row.cells[column]?.text ?? ''))
  const counted = labels.map((_, k) => {
    const read = k < 4 || (labels[k]?.role === 'head' && numeric[k] === 0) ? cellLabels(k) : []
    return {
      tests: read.filter((one) => one.role === 'benchmark').length,
      models: read.filter((one) => one.role === 'model' || one.role === 'short').length,
    }
  })
  const testRows = Math.max(0, ...counted.map((one) => one.tests))
  const modelRows = Math.max(0, ...counted.map((one) => one.models))
  const headModels = labels.filter((one) => one.role === 'model' || one.role === 'short').length
  const headTests = labels.filter((one) => one.role === 'benchmark').length
  const names: number[] = []
  const settings: number[] = []
  labels.forEach((one, k) => {
    // Beside columns of tests, cells that name tests of their own hold scores.
    if (
      headTests > 0 &&
      one.role === 'unknown' &&
      counted[k]?.models === 0 &&
      sample.some((row) => row.cells[k] && testsIn(row.cells[k], label))
    )
      return
    const remarks = /^(?:notes?|remarks?|comments?)$/i.test(grid.heads[k] ?? '')
      ? sample.map((row) => settingOf(row.cells[k]?.text ?? ''))
      : []
    if (
      (one.role === 'head' && one.of === 'setting') ||
      (remarks.some((how) => how.variant.length > 0) && remarks.every((how) => how.rest.length < 20))
    )
      settings.push(k)
    else if ((counted[k]?.tests ?? 0) > 0 || (counted[k]?.models ?? 0) > 0 || (one.role === 'head' && one.of !== 'value'))
      names.push(k)
  })
  if (names.length === 0 && (numeric[0] ?? 0) === 0 && !settings.includes(0)) names.push(0)
  const first = Math.min(names[0] ?? 0, ...settings)
  // Words between the names and the first numbers: the part of a test, what it is about.
  for (
    let k = first + 1;
    k < width &&
    (numeric[k] ?? 0) === 0 &&
    !paired[k] &&
    !['model', 'short', 'benchmark', 'both'].includes(labels[k]?.role ?? '');
    k++
  ) {
    if (!names.includes(k) && !settings.includes(k) && labels[k]?.role !== 'none' && readings[k]?.includes('text')) names.push(k)
  }
  names.sort((a, b) => a - b)
  const values: Columns['values'] = []
  const free = labels.map((_, k) => k).filter((k) => !names.includes(k) && !settings.includes(k) && k >= first)
  const metric = free.filter(
    (k) => labels[k]?.role === 'head' && sample.every((row) => !/^\d+\.\d/.test(row.cells[k]?.text ?? '')) && numeric[k] === 0,
  )
  settings.push(...metric)
  const head = (k: number) => grid.heads[k] ?? ''
  // A row of tests: each other column is a model's, or holds the one value.
  if (testRows > 0 && headTests === 0) {
    const metricColumn = names.find((k) => /^metrics?$/i.test(head(k)) && counted[k]?.tests === 0)
    if (metricColumn !== undefined) {
      names.splice(names.indexOf(metricColumn), 1)
      settings.push(metricColumn)
    }
    for (const k of free) {
      const one = labels[k] as Label
      if (metric.includes(k)) continue
      if (one.role === 'model') values.push({ column: k, model: one, benchmark: null, head: head(k) })
      else if (paired[k]) values.push({ column: k, model: null, benchmark: null, head: head(k), paired: true })
      else if (one.role === 'unknown' && (numeric[k] ?? 0) > 0) {
        const shared = sharedHead(one.text, label)
        if (shared !== null) {
          values.push({ column: k, model: null, benchmark: null, head: head(k), shared })
          continue
        }
        const whole = discourse.topic ? completed(one.text, discourse.topic.name) : null
        if (whole) values.push({ column: k, model: whole, benchmark: null, head: head(k) })
        else if (looksLikeName(one.text) && testRows >= (headModels === 0 ? 3 : 2)) {
          values.push({ column: k, model: unknownModel(one.text), benchmark: null, head: head(k) })
        } else if (findModels(one.text).length < 2) values.push({ column: k, model: null, benchmark: null, head: head(k) })
      }
    }
    if (values.length === 0 || (modelRows > 0 && values.every((one) => one.model === null))) {
      const only = free.filter((k) => (numeric[k] ?? 0) > 0 && ['head', 'empty', 'unknown'].includes(labels[k]?.role ?? ''))
      const valued = only.filter((k) => labels[k]?.role === 'head')
      const column = only.length === 1 ? only[0] : valued.length === 1 ? valued[0] : undefined
      values.length = 0
      if (column !== undefined) values.push({ column, model: null, benchmark: null, head: head(column) })
    } else if (values.every((one) => one.model === null) && values.length > 1) return null
    return { labels, values: values.map(onlyKnown(headModels > 0 || values.some((one) => one.model !== null))), names, settings }
  }
  // A row of models: each other column is a test's, or the one value of the test that caption or heading names.
  if (headTests > 0) {
    for (const k of free) {
      const one = labels[k] as Label
      if (one.role === 'benchmark') values.push({ column: k, model: null, benchmark: one, head: head(k) })
      else if (one.role === 'both') values.push({ column: k, model: one.model, benchmark: one.benchmark, head: head(k) })
      else if (
        one.role === 'unknown' &&
        (numeric[k] ?? 0) > 0 &&
        modelRows > 1 &&
        headTests > 1 &&
        headTests * 2 >= free.filter((other) => (numeric[other] ?? 0) > 0).length &&
        looksLikeTest(one.text)
      )
        // Among columns of known tests a head of their kind is a test that nobody lists.
        values.push({ column: k, model: null, benchmark: unknownTest(one.text), head: head(k) })
      else if (one.role === 'unknown' && sample.some((row) => row.cells[k] && testsIn(row.cells[k], label) !== null))
        values.push({ column: k, model: null, benchmark: null, head: head(k), tested: true })
    }
    return values.length > 0 ? { labels, values, names, settings } : null
  }
  if (modelRows > 0 || headModels > 0) {
    const valued = free.filter((k) => (numeric[k] ?? 0) > 0 && labels[k]?.role === 'head')
    const plain = free.filter((k) => (numeric[k] ?? 0) > 0 && labels[k]?.role === 'empty')
    const column =
      valued.length === 1 ? valued[0] : valued.length === 0 && plain.length === 1 && free.length === 1 ? plain[0] : undefined
    if (column !== undefined && modelRows > 0) {
      return { labels, values: [{ column, model: null, benchmark: null, head: head(column) }], names, settings }
    }
    // Models as columns over rows that only say how: "no tools", "with tools" under the one test of the heading.
    const columns = free.filter((k) => labels[k]?.role === 'model')
    if (headModels >= 2 && columns.length >= 2 && modelRows === 0) {
      return {
        labels,
        values: columns.map((k) => ({ column: k, model: labels[k] as ModelLabel, benchmark: null, head: head(k) })),
        names,
        settings,
      }
    }
  }
  return null
}

/** Beside columns with owners, a column without one gives nothing: not even the topic's. */
function onlyKnown(owned: boolean) {
  return (value: Columns['values'][number]): Columns['values'][number] =>
    owned && value.model === null && !value.paired && !value.shared ? { ...value, column: -1 } : value
}

/** A test that only this table names. */
export function unknownTest(text: string): BenchmarkLabel {
  const how = settingOf([...text.matchAll(/\(([^()]*)\)/g)].map((match) => match[1]).join('; '))
  return {
    role: 'benchmark',
    name: text.replace(/\s*\([^()]*\)/g, '').trim(),
    entry: null,
    variant: how.variant,
    setting: how.setting,
    percent: text.includes('%'),
    rated: /\b(?:elo|ratings?)\b/i.test(text),
    parts: [],
  }
}

/** A model that only this table names. */
export function unknownModel(text: string): ModelLabel {
  const brackets = settingOf([...text.matchAll(/\(([^()]*)\)/g)].map((match) => match[1]).join('; '))
  const name = text.replace(/\s*\([^()]*\)/g, '').trim()
  return {
    role: 'model',
    name,
    variant: brackets.variant.length > 0 ? brackets.variant.join(', ') : null,
    setting: brackets.setting,
  }
}
