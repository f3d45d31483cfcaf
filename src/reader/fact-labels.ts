import { readField } from './fact-fields.ts'
import { type FactSentence, type FoundFact, spokenOf } from './fact-sentence.ts'

const written = /^([A-Za-z][\w ()/#.,-]{2,40}?)(?::| [–—-]) ?(?=\S)/
/** A label that a bad extraction has run into its value: "Max output64,000 tokens", "Context Length200K", "Input price$2 / MTok". */
const glued =
  /^((?:[Mm]ax(?:imum)? )?(?:[Cc]ontext(?: [Ww]indow| [Ll]ength| [Ss]ize)?)|Max(?:imum)? [Oo]utput(?: [Tt]okens)?|Output [Ll]imit|Licen[cs]e|Release(?:d|(?:d)? [Dd]ate)?|(?:Total |Active )?[Pp]arameters|Developer|(?:Cached )?[Ii]nput(?: [Pp]rice| [Pp]ricing| [Cc]ost)?(?: \([^()]{2,30}\))?|Output(?: [Pp]rice| [Pp]ricing| [Cc]ost)?(?: \([^()]{2,30}\))?|(?:Input|Output)(?=text|image|audio|video))(?=[A-Z\d$~]|text|image|audio|video)/
/** Specifications run together on one line: "… - Context: 1M - Output: 64K". */
const runTogether = / [-–•·|] (?=[A-Z][\w ()/]{2,30}: )/g

/**
 * "License: MIT", "Context window - 200K", "Max output64,000 tokens": the facts of a line that is a label and its value, or several of them in a
 * row, for the model that the label names in brackets, else the models spoken of. Nothing where the label names no attribute.
 */
export function readLabelled(sentence: FactSentence): FoundFact[] {
  const { text } = sentence
  const found: FoundFact[] = []
  let from = 0
  for (const part of text.split(runTogether)) {
    const at = text.indexOf(part, from)
    from = at + part.length
    found.push(...labelledPart(sentence, part, at))
  }
  return found
}

function labelledPart(sentence: FactSentence, part: string, at: number): FoundFact[] {
  const m = written.exec(part) ?? (part.length < 120 ? glued.exec(part) : null)
  if (m === null) return []
  const value = part.slice(m[0].length).replace(/[.;]$/, '')
  const context = { published: sentence.published, around: '', pricedPerMillion: sentence.pricedPerMillion }
  const inLabel = sentence.models.filter((model) => model.start >= at && model.end <= at + m[0].length && !model.family)
  const [named] = inLabel
  const label = m[1] as string
  const fields = readField(named === undefined ? label : label.replace(/ \([^()]*\)$/, ''), value, context)
  if (fields.length === 0 || inLabel.length > 1) return []
  // a value that names models is a sentence, and theirs
  const counts = fields.some(({ attribute }) => /^(?:price|context|max|param)/.test(attribute))
  if (counts && sentence.models.some((model) => model.start >= at + m[0].length && model.end <= at + part.length)) return []
  return (named === undefined ? spokenOf(sentence) : [named]).flatMap((model) =>
    fields.map((f) => ({ ...f, model: model.name, variant: model.variant, start: at, end: at + m[0].length + f.end })),
  )
}
