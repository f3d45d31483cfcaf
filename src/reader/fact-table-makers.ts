import { vendorOf } from '../lexicon/canonical.ts'
import { findModels } from '../lexicon/find-models.ts'
import type { ModelRef } from './discourse.ts'
import { findCompanies, saidName } from './fact-vendor.ts'
import type { Grid, GridCell } from './table-grid.ts'

/** What a table says of a model's maker: [start, end) is the place in the article's text that says it. */
interface TableMaker extends ModelRef {
  value: string
  start: number
  end: number
}

const describes = /^ ?(?:is|are|was) (?:the )?$/
const listing = /\b(?:models?|line-?up|deprecations?|retirements?|pricing|prices|families|family|releases|catalogu?e)\b/i
const others = /\b(?:vs\.?|versus|and|compar\w+|against|alternatives?|rivals?|competitors?|partners?|third[- ]party|on|via)\b/i

/**
 * Who makes a table's models, where the table says so: the maker's name before the model's in one cell ("Anthropic Claude Nova"), a description
 * "X is Anthropic's …", or a heading of the table that names one maker and what is listed ("Anthropic models"). The lexicon must agree.
 * `modelsIn`: the models that a head or label names, resolved.
 */
export function tableMakers(grid: Grid, named: number, modelsIn: (text: string) => ModelRef[]): TableMaker[] {
  const found: TableMaker[] = []
  const add = (model: ModelRef, value: string, start: number, end: number): void => {
    if (!found.some((f) => f.name === model.name)) found.push({ ...model, value, start, end })
  }
  for (const cell of [...grid.headCells, ...grid.rows.flatMap((row) => row.cells.slice(0, 1))]) {
    const [model, second] = modelsIn(cell.text)
    const company = findCompanies(cell.text)[0]
    if (model === undefined || second !== undefined || company === undefined || vendorOf(model.name) !== company.name) continue
    if (!/^ \(?[A-Za-z]/.test(cell.text.slice(company.end)) || findModels(cell.text).some((m) => m.start <= company.start))
      continue
    add(model, saidName(cell.text, company), cell.start, cell.end)
  }
  for (const row of grid.rows) for (const cell of row.cells) described(cell, modelsIn, add)
  const heading = grid.headings.at(-1)
  const above = [grid.lead, grid.caption, heading].find((text) => text && text.length < 70 && listing.test(text))
  const makers = above ? findCompanies(above) : []
  const [maker] = makers
  if (!above || maker === undefined || maker.start > 0 || others.test(above.replace(/\([^)]*\)/g, ''))) return found
  if (new Set(makers.map((c) => c.name)).size > 1) return found
  for (const row of grid.rows) {
    const cell = row.cells[named]
    for (const model of cell === undefined ? [] : modelsIn(cell.text))
      if (cell !== undefined && vendorOf(model.name) === maker.name) add(model, saidName(above, maker), row.start, cell.end)
  }
  return found
}

/** "X is Anthropic's small model for …" in a cell of its own. */
function described(
  cell: GridCell,
  modelsIn: (text: string) => ModelRef[],
  add: (model: ModelRef, value: string, start: number, end: number) => void,
): void {
  const { text } = cell
  if (!/['’]s /.test(text)) return
  const [model] = findModels(text)
  const company = findCompanies(text).find((c) => model !== undefined && c.start >= model.end)
  if (model === undefined || company === undefined || model.start > 12 || !/^['’]s /.test(text.slice(company.end))) return
  if (!describes.test(text.slice(model.end, company.start)) || vendorOf(model.name) !== company.name) return
  const [ref] = modelsIn(text.slice(0, model.end))
  if (ref !== undefined) add(ref, saidName(text, company), cell.start, cell.endAt(company.end + 2))
}
