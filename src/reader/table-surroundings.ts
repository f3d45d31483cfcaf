import { findBenchmarks } from '../lexicon/find-benchmarks.ts'
import { findModels } from '../lexicon/find-models.ts'
import type { Discourse } from './discourse.ts'
import { oneTest } from './one-test.ts'
import type { Grid } from './table-grid.ts'
import type { BenchmarkLabel, Label, ModelLabel } from './table-labels.ts'

/** The one model and the one test that the words around a table name, nearest first; the topic where nothing nearer names a model. */
export function surroundings(
  grid: Grid,
  discourse: Discourse,
  label: (text: string) => Label,
): { model: ModelLabel | null; benchmark: BenchmarkLabel | null } {
  let model: ModelLabel | null = null
  let benchmark: BenchmarkLabel | null = null
  let modelOpen = true
  let testOpen = true
  const corner = grid.heads.find((text) => text !== '') ?? ''
  const opens =
    grid.lead !== null &&
    (grid.lead.endsWith(':') || (grid.lead.length < 300 && /\b(?:tables?|below|following|here (?:is|are))\b/i.test(grid.lead)))
  const near = [corner, grid.caption, grid.headings.at(-1), opens ? grid.lead : null, ...grid.headings.slice(0, -1).reverse()]
  // A line that speaks of another party without its name leaves the owner open.
  if (/\b(?:predecessors?|rivals?|competitors?|competition|previous (?:model|version|generation))\b/i.test(opening(grid)))
    modelOpen = false
  for (const text of near) {
    if (!text) continue
    const models = [...new Set(findModels(text).map((one) => one.name))]
    const tests = findBenchmarks(text)
    if (modelOpen && models.length > 0) {
      modelOpen = false
      const mention = findModels(text).find((one) => one.name === models[0])
      const read = models.length === 1 && mention ? label(text.slice(mention.start, mention.end)) : null
      if (read?.role === 'model') model = read
    }
    if (testOpen && tests.length > 0) {
      testOpen = false
      const test = oneTest(tests)
      const whole = test !== null && tests.length === 1 && text.length <= 100 ? label(text) : null
      const read = whole?.role === 'benchmark' ? whole : test === null ? null : label(text.slice(test.start, test.end))
      if (read?.role === 'benchmark') benchmark = read
    }
  }
  // The paragraph above speaks of another model alone: the topic may not be meant.
  const before = opens || !grid.lead ? [] : findModels(grid.lead)
  const elsewhere = before.length > 0 && !before.some((one) => one.name === discourse.topic?.name || one.short)
  if (modelOpen && discourse.topic && !elsewhere)
    model = { role: 'model', name: discourse.topic.name, variant: discourse.topic.variant, setting: {} }
  return { model, benchmark }
}

/** What stands right above the table: the line that opens it, or a heading. */
function opening(grid: Grid): string {
  return grid.lead?.endsWith(':') ? grid.lead : (grid.headings.at(-1) ?? '')
}
