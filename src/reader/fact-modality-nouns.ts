import { type FactSentence, type FoundFact, listedWith, unrealAt } from './fact-sentence.ts'

/** "X is a video-generating model", "its standalone AI video generator": what comes out, by the noun that the model is called. */
const maker =
  /^(?: is|,| [—–-]|:) (?:an?|the|its|[A-Z][\w.]*(?: AI)?'s?) (?:[\w'-]+,? ){0,4}?(?:AI )?(image|video|audio|music|speech|voice|song)[- ](?:generating (?:AI )?model|generation model|generator)\b/i
/** "X transcribes speech", "X, which transcribes audio" */
const transcribes = /^(?:,? (?:which|that))? (?:(?:can|also|accurately|automatically) )*transcribes? (speech|audio|voice)\b/i
/** "— the family's cost-optimized text model" */
const textModel =
  /^(?: (?:tier|model|version|variant))?(?: is|,| [—–-]) (?:an?|the|its) (?:(?:family|company|lab|line|series)'s )?(?:[\w-]+,? ){0,2}?text model\b/i

/** What a model takes in or gives out by the noun or verb that stands right behind its name: `video out`, `speech in; text out`, `text`. */
export function readModalityNouns(sentence: FactSentence): FoundFact[] {
  const { text, models } = sentence
  if (!/generat|transcrib|text model/i.test(text)) return []
  return models.flatMap((model, i): FoundFact[] => {
    if (model.complement || model.unclear) return []
    const behind = text.slice(model.end, model.end + 130)
    const made = maker.exec(behind)
    const heard = made === null ? transcribes.exec(behind) : null
    const written = made === null && heard === null ? textModel.exec(behind) : null
    const said = made ?? heard ?? written
    if (said === null || unrealAt(text, model.end + said[0].length)) return []
    const kind = said[1]?.toLowerCase().replace('song', 'music')
    const value = made !== null ? `${kind} out` : heard !== null ? `${kind} in; text out` : 'text'
    return listedWith(sentence, i).map((owner) => ({
      model: owner.name,
      variant: owner.variant,
      attribute: 'modalities' as const,
      value,
      condition: null,
      start: model.start,
      end: model.end + said[0].length,
    }))
  })
}
