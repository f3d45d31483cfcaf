import { everyMatch } from '../lexicon/every-match.ts'
import { findDates } from './dates.ts'
import { type FactSentence, type FoundFact, ownersAt } from './fact-sentence.ts'

const ending =
  /\b(?:deprecat(?:ed|es|ing)|retir(?:ed|es|ing)|sunset(?:ted|ting)?|shut(?:s|ting)? (?:[A-Z][\w.-]* (?:[\w.-]+ ){0,3})?(?:down|off)|com(?:es|ing) to (?:an|its) end|(?<=\b(?:[Ss]upport|[Aa]ccess|API)\b.{0,40})ends?|turn(?:ed|ing)? off|switch(?:ed|ing)? off|discontinued?|phas(?:ed|ing) out|removed from the API|reach(?:es)? end of life|end[- ]of[- ]life)\b/gi

/** The days on which a model is deprecated, retired or turned off. Value YYYY-MM-DD; the condition is the text's word for it. */
export function readDeprecations(sentence: FactSentence): FoundFact[] {
  const { text } = sentence
  const events = everyMatch(text, ending)
  if (events.length === 0) return []
  const found: FoundFact[] = []
  for (const event of events) {
    const at = event.index
    const end = at + event[0].length
    if (/\b(?:not|never|no plans|won't|if|whether|instead of)\b(?: \w+){0,2} $/i.test(text.slice(Math.max(0, at - 40), at)))
      continue
    const limit = events.find((e) => e.index > at)?.index ?? text.length
    const rest = text.slice(end, Math.min(limit, end + 60))
    const past = !/\b(?:will|to be|set to|scheduled|plans? to|going to|being)\b/i.test(text.slice(Math.max(0, at - 90), at))
    const date = findDates(text, sentence.published, past).find((d) => d.start >= end && d.start < end + rest.length)
    if (
      date === undefined ||
      !/^(?: fully| completely| (?:from|in|on) (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})?(?:,? (?:on|by|from|starting|effective|as of|after|in|at the end of))? ?$/i.test(
        text.slice(end, date.start),
      )
    )
      continue
    const within = sentence.models.filter((m) => m.start > at && m.end < end)
    for (const owner of within.length > 0 ? within : ownersAt(sentence, at))
      found.push({
        model: owner.name,
        variant: owner.variant,
        attribute: 'deprecation',
        value: date.date,
        condition: within.length > 0 ? `shut ${event[0].endsWith('off') ? 'off' : 'down'}` : event[0].toLowerCase(),
        start: at,
        end: date.end,
      })
  }
  return found
}
