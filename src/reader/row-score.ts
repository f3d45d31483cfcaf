import type { Article } from '../article.ts'
import type { Score, Unit } from '../claim.ts'
import type { BenchmarkMention } from '../lexicon/find-benchmarks.ts'
import { claimId } from './claim-id.ts'
import type { Claimants } from './claimants.ts'
import { type Passage, quoteOf } from './passages.ts'
import type { CellValue } from './table-cell.ts'

/** A number that a line gives for a model on a test; `end` is where the line's quote ends, in the passage. */
export interface RowValue {
  model: { name: string; variant: string | null }
  test: BenchmarkMention
  value: CellValue
  end: number
}

/** The score of a table row that stands in a passage without table marks: the quote is the passage from its start to the number. */
export function rowScore(article: Article, passage: Passage, { model, test, value, end }: RowValue, said: Claimants): Score {
  const span = quoteOf(article, passage, 0, end)
  const entryUnit = test.entry?.unit
  const unit: Unit = value.unit ?? (entryUnit === 'elo' || entryUnit === 'index' ? entryUnit : 'points')
  return {
    type: 'score',
    id: claimId(article.id, 'score', span.start, span.end, `${model.name}|${model.variant ?? ''}|${test.name}|${value.value}`),
    article: article.id,
    ...span,
    claimant: said.of(passage, 0, test.name),
    restated: passage.restated,
    model: model.name,
    variant: model.variant,
    benchmark: test.name,
    value: value.value,
    unit,
    setting: test.version === null || test.name.includes(test.version) ? {} : { version: test.version },
    approximate: value.approximate,
    bound: value.bound,
  }
}
