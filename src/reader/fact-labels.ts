import { readField } from './fact-fields.ts'
import { type FactSentence, type FoundFact, spokenOf } from './fact-sentence.ts'

/**
 * "License: MIT", "Context window - 200K": the facts of a line that is a label and its value, for the models spoken of. Nothing where the
 * label names no attribute.
 */
export function readLabelled(sentence: FactSentence): FoundFact[] {
  const m = /^([A-Za-z][\w ()/#.,-]{2,40}?)(?::| [–—-]) ?(?=\S)/.exec(sentence.text)
  if (m === null) return []
  const value = sentence.text.slice(m[0].length).replace(/[.;]$/, '')
  const context = { published: sentence.published, around: '', pricedPerMillion: sentence.pricedPerMillion }
  const fields = readField(m[1] as string, value, context)
  if (fields.length === 0) return []
  return spokenOf(sentence).flatMap((model) =>
    fields.map((f) => ({ ...f, model: model.name, variant: model.variant, start: 0, end: m[0].length + f.end })),
  )
}
