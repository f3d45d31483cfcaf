import type { Article } from '../article.ts'
import type { Attribute } from '../claim.ts'
import { findModels } from '../lexicon/find-models.ts'
import type { Discourse, ModelRef } from './discourse.ts'
import { readField } from './fact-fields.ts'
import { tableMakers } from './fact-table-makers.ts'
import { type Grid, type GridCell, tableGrids } from './table-grid.ts'

/** A fact of a table: [start, end) is the row from its start to the cell's end, in the article's text. */
export interface TableFact extends ModelRef {
  attribute: Attribute
  value: string
  condition: string | null
  /** Where the table's block starts. */
  table: number
  start: number
  end: number
}

/** The one model that a head or a row label names, resolved; null where it names none or two. */
function modelIn(text: string, discourse: Discourse, fresh: ReadonlyMap<string, ModelRef>): ModelRef | null {
  const trimmed = text.trim()
  if (trimmed.length === 0 || trimmed.length > 90) return null
  const found = findModels(trimmed)
  const [only] = found
  if (only !== undefined && found.length === 1) {
    const resolved = discourse.resolve({ ...only, passage: -1 })
    return resolved ?? { name: only.name, variant: only.variant }
  }
  if (found.length > 1) return null
  return fresh.get(trimmed.toLowerCase()) ?? null
}

/** The models of one head or label: one, or several that it only lists ("Nova 2 / 2.5", "X, X mini (web)"). */
function modelsIn(text: string, discourse: Discourse, fresh: ReadonlyMap<string, ModelRef>): ModelRef[] {
  const only = modelIn(text, discourse, fresh)
  if (only !== null) return [only]
  // the bracket behind the last says where, not which
  const found = text.length > 90 ? [] : findModels(text.replace(/ \([^()]*\) *$/, ''))
  const listed = found.every((m, i) => i === 0 || /^(?: ?\/ ?|, |,? and | & )$/.test(text.slice(found[i - 1]?.end, m.start)))
  if (found.length < 2 || !listed || (found[0]?.start ?? 0) > 1) return []
  // "Nova 2 Pro / Lite": the second is cut short
  return found.flatMap((m) => {
    const model = /\d/.test(m.name) ? modelIn(text.slice(m.start, m.end), discourse, fresh) : null
    return model === null ? [] : [model]
  })
}

/** "200K / 1M" in the row of two models is one value each, in an order that nobody has told us. */
const apiece = /\d[\d.,]* ?[KMBT]?(?: ?\w+)? ?(?:\/|,|and|&) ?[~$]?\d/i

const valueHead =
  /^(?:(?:details?|values?|specifications?|specs?|info(?:rmation)?|description|data|result|prices?|pricing|costs?|rates?)?|(?:(?:price|cost|rate)s? )?\(?(?:USD )?per (?:1 ?)?(?:M|million) tokens\)?)$/i

/**
 * Facts of specification tables, in both directions: attributes down the side and models across, models down the side and attributes
 * across, or one column of values for the model that heading or article are about. Rows that name no attribute are left alone.
 */
export function readTableFacts(article: Article, discourse: Discourse, pricedPerMillion: boolean): TableFact[] {
  const found: TableFact[] = []
  // names known from this text only, which the grammar does not find in a cell
  const fresh = new Map(discourse.mentions.map((m) => [m.name.toLowerCase(), { name: m.name, variant: m.variant }]))
  for (const grid of tableGrids(article)) {
    const around = [grid.caption, grid.lead, ...grid.headings, grid.heads.join(' ')].filter((t) => t !== null).join(' · ')
    const context = { published: article.published, around, pricedPerMillion }
    const add = (model: ModelRef, label: string, cell: GridCell, rowStart: number): void => {
      for (const fact of readField(label, cell.text, context))
        found.push({
          name: model.name,
          variant: model.variant,
          attribute: fact.attribute,
          table: grid.block.start,
          value: fact.value,
          condition: fact.condition,
          start: Math.min(rowStart, cell.start),
          end: cell.end,
        })
    }
    const columns = grid.heads.map((head) => (/^(?:vs\.?|versus|compared)\b/i.test(head) ? [] : modelsIn(head, discourse, fresh)))
    const named = modelColumn(grid, discourse, fresh)
    for (const maker of tableMakers(grid, named, (text) => modelsIn(text, discourse, fresh)))
      found.push({ ...maker, attribute: 'vendor', condition: null, table: grid.block.start })
    const rowModels = grid.rows.map((row) => modelsIn(row.cells[named]?.text ?? '', discourse, fresh))
    const across = columns.slice(1).filter((c) => c.length > 0).length
    if (across > 0 && across >= rowModels.filter((m) => m.length > 0).length) {
      for (const row of grid.rows)
        for (const [j, cell] of row.cells.entries()) {
          const models = j === 0 ? [] : (columns[j] ?? [])
          const label = row.cells[0]
          if (label === undefined || (models.length > 1 && apiece.test(cell.text))) continue
          for (const model of models) add(model, label.text, cell, row.start)
        }
      continue
    }
    if (rowModels.some((m) => m.length > 0)) {
      for (const [i, row] of grid.rows.entries()) {
        const models = rowModels[i] ?? []
        for (const [j, cell] of row.cells.entries()) {
          if (j === named || (models.length > 1 && apiece.test(cell.text))) continue
          for (const model of models) add(model, grid.heads[j] ?? '', cell, row.start)
        }
      }
      continue
    }
    const topic = soleModel(grid, discourse, fresh)
    if (topic === null) continue
    const width = Math.max(0, ...grid.rows.map((r) => r.cells.length))
    if (width !== 2 || !valueHead.test(grid.heads[1] ?? '')) continue
    for (const row of grid.rows) {
      const [label, cell] = row.cells
      if (label !== undefined && cell !== undefined) add(topic, label.text, cell, row.start)
    }
  }
  return found
}

/** The column that names each row's model: the first, or the one headed so, behind one of providers. */
function modelColumn(grid: Grid, discourse: Discourse, fresh: ReadonlyMap<string, ModelRef>): number {
  const headed = grid.heads.findIndex((head) => /^(?:ai )?models?(?: name)?$/i.test(head.trim()))
  if (headed <= 0) return 0
  return grid.rows.some((row) => modelIn(row.cells[0]?.text ?? '', discourse, fresh) !== null) ? 0 : headed
}

/** The model of a table without model heads: the one that its nearest heading names, else the article's topic. */
function soleModel(grid: Grid, discourse: Discourse, fresh: ReadonlyMap<string, ModelRef>): ModelRef | null {
  for (const heading of grid.headings.toReversed()) {
    const named = modelIn(heading, discourse, fresh)
    if (named !== null) return named
  }
  return discourse.topic
}
