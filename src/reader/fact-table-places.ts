import type { Article } from '../article.ts'
import { findModels } from '../lexicon/find-models.ts'
import { findDates } from './dates.ts'
import type { Discourse, ModelRef } from './discourse.ts'
import { readModalities } from './fact-modalities.ts'
import { readModalityNouns } from './fact-modality-nouns.ts'
import { placeEnd, placeValue } from './fact-places.ts'
import type { FactSentence } from './fact-sentence.ts'
import type { TableFact } from './fact-tables.ts'
import { type Grid, type GridCell, tableGrids } from './table-grid.ts'

const endHead = /^(?:shut ?down|retire(?:d|ment)|removal|end[- ]of[- ]life|sunset|turned off)(?: date)?$/i
const statusHead = /^(?:status|notes?|availability|state)$/i
const status =
  /^(?:fully |now )?(?:removed|retired|shut down|turned off|discontinued|replaced|available|active)\b(?:[^.]|\.\d){0,70}$/i
const lead =
  /^The following (?:[\w-]+ ){0,3}models (?:are|will be) (?:now |currently |also )?available (?:in|on|through|via|for) (?=\S)/
const descriptionHead = /^(?:description|summary|overview|about)$/i

/**
 * What tables say of availability, and their descriptions of modalities: the day or the way a model ends ("shut down on 2026-05-11", "removed from
 * the Orbit plans"), the place that the line above gives for all that it lists, "a text-only model" in a column of descriptions.
 */
export function readTablePlaces(article: Article, discourse: Discourse): TableFact[] {
  return tableGrids(article).flatMap((grid) => {
    const opened = lead.exec(grid.lead ?? '')
    const from = opened?.[0].length ?? 0
    const end = opened === null ? 0 : placeEnd(grid.lead ?? '', from, [])
    const everywhere = end > from ? placeValue((grid.lead ?? '').slice(from, end)) : null
    return grid.rows.flatMap((row): TableFact[] => {
      const label = row.cells[0]
      if (label === undefined || label.text.length > 90) return []
      const models = modelsOf(label.text.replace(/ \([^()]*\)$/, ''), discourse)
      if (models.length === 0) return []
      const place = (cell: GridCell, attribute: TableFact['attribute'], value: string): TableFact[] =>
        models.map((model) => ({
          ...model,
          attribute,
          value,
          condition: null,
          table: grid.block.start,
          start: Math.min(row.start, cell.start),
          end: cell.end,
        }))
      const where = /\(([A-Z][\w ]{1,20})\)$/.exec(label.text.trim())?.[1]
      return [
        ...(everywhere === null ? [] : place(label, 'availability', everywhere)),
        ...row.cells.slice(1).flatMap((cell, j) => {
          const head = (grid.heads[j + 1] ?? '').replace(/[*:]/g, '').trim()
          const ended = endHead.test(head) || statusHead.test(head) ? endOf(cell.text, head, article.published) : null
          if (ended !== null)
            return place(cell, 'availability', where === undefined || ended.includes(where) ? ended : `${where}: ${ended}`)
          const [only] = models
          return models.length === 1 && only !== undefined && descriptionHead.test(head)
            ? described(grid, cell, only, article.published)
            : []
        }),
      ]
    })
  })
}

function modelsOf(text: string, discourse: Discourse): ModelRef[] {
  const found = findModels(text)
  // "X / Flash", "partner models": names that are not all told
  if (found.length === 0 || / \/ |\bsnapshots\b/.test(text)) return []
  return found.map((m) => discourse.resolve({ ...m, passage: -1 }) ?? { name: m.name, variant: m.variant })
}

function endOf(text: string, head: string, published: string | null): string | null {
  const cell = text.trim()
  const [date] = findDates(cell, published, false)
  if (date !== undefined && !date.relative && date.start === 0 && date.end === cell.length)
    return endHead.test(head)
      ? `${/^retire|^remov/i.test(head) ? (/^retire/i.test(head) ? 'retired' : 'removed') : 'shut down'} on ${date.date}`
      : null
  if (!status.test(cell)) return null
  const said = cell.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())
  return date === undefined || date.relative
    ? said
    : `${said.slice(0, date.start).replace(/(?: on)? $/, '')} on ${date.date}${said.slice(date.end)}`
}

/** The modalities that a cell of prose gives for its row's model. */
function described(grid: Grid, cell: GridCell, model: ModelRef, published: string | null): TableFact[] {
  const { text } = cell
  const models = findModels(text)
    .filter((m) => model.name.endsWith(m.name) || m.name === model.name)
    .map((m) => ({ start: m.start, end: m.end, ...model, complement: false, family: false }))
  const sentence: FactSentence = {
    text,
    models,
    companies: [],
    carried: [model.name],
    topic: null,
    makerOfTopic: null,
    companyBefore: null,
    published,
    benchmarks: [],
    pricedPerMillion: false,
  }
  return [...readModalities(sentence), ...readModalityNouns(sentence)].map((fact) => ({
    name: fact.model,
    variant: fact.variant,
    attribute: fact.attribute,
    value: fact.value,
    condition: null,
    table: grid.block.start,
    start: cell.at(fact.start),
    end: cell.endAt(fact.end),
  }))
}
