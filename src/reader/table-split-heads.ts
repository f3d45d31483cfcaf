import { type CellValue, readCell } from './table-cell.ts'
import { completed, type Label, type ModelLabel } from './table-labels.ts'

/** "Kimi K2 Thinking / K2.5": the models of a head that names one for each number of its cells; null where a part is no model, or the same. */
export function sharedHead(head: string, label: (text: string) => Label): ModelLabel[] | null {
  if (!head.includes('/') || head.length > 80) return null
  const models: ModelLabel[] = []
  for (const part of head.split('/').map((one) => one.trim())) {
    const read = label(part)
    const model = read.role === 'model' ? read : models[0] === undefined ? null : completed(part, models[0].name)
    if (model === null || models.some((one) => one.name === model.name && one.variant === model.variant)) return null
    models.push(model)
  }
  return models.length > 1 ? models : null
}

/** The numbers of a cell under such a head, each with its model; none where the cell has not as many parts. A dash is a part without a number. */
export function sharedCell(text: string, models: readonly ModelLabel[]): { model: ModelLabel; value: CellValue }[] {
  const parts = text.split('/')
  if (parts.length !== models.length) return []
  const found: { model: ModelLabel; value: CellValue }[] = []
  let from = 0
  for (const [k, part] of parts.entries()) {
    const read = readCell(part.trim())
    const shift = from + part.length - part.trimStart().length
    from += part.length + 1
    if (read.kind === 'nothing') continue
    const [value, more] = read.kind === 'values' ? read.values : []
    if (value === undefined || more !== undefined || value.note !== null) return []
    found.push({ model: models[k] as ModelLabel, value: { ...value, start: value.start + shift, end: value.end + shift } })
  }
  return found
}
