import { everyMatch } from '../lexicon/every-match.ts'
import { findDates, type WrittenDate } from './dates.ts'
import { type FactSentence, type FoundFact, ownersAt } from './fact-sentence.ts'

const ending =
  /\b(?:deprecat(?:ed|es|ing)|retir(?:ed|es|ing)|sunset(?:ted|ting)?|shut(?:s|ting)? (?:[A-Z][\w.-]* (?:[\w.-]+ ){0,3})?(?:down|off)|com(?:es|ing) to (?:an|its) end|(?<=\b(?:[Ss]upport|[Aa]ccess|API)\b.{0,40})ends?|turn(?:ed|ing)? off|switch(?:ed|ing)? off|discontinued?|phas(?:ed|ing) out|removed from the API|reach(?:es)? end of life|end[- ]of[- ]life)\b/gi

/** Whole months between two dates that begin with YYYY-MM; 0 without the second. */
function monthsApart(date: string, published: string | null): number {
  const months = (written: string): number => Number(written.slice(0, 4)) * 12 + Number(written.slice(5, 7))
  return published === null ? 0 : Math.abs(months(date) - months(published))
}

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
    const within = (d: WrittenDate): boolean => d.start >= end && d.start < end + rest.length
    const told = findDates(text, sentence.published, past).find(within)
    // "shut down on August 17", written on August 3: the one that is near
    const far = told?.relative && past && monthsApart(told.date, sentence.published) > 6
    const date = far ? findDates(text, sentence.published, false).find(within) : told
    if (
      date === undefined ||
      !/^(?: fully| completely| (?:from|in|on) (?:the )?[A-Z][\w.]*(?:'s)?(?: [A-Z][\w.]*){0,3})?(?:,? (?:on|by|from|starting|effective|as of|after|in|at the end of))? ?$/i.test(
        text.slice(end, date.start),
      )
    )
      continue
    const shut = sentence.models.filter((m) => m.start > at && m.end < end)
    for (const owner of shut.length > 0 ? shut : ownersAt(sentence, at))
      found.push({
        model: owner.name,
        variant: owner.variant,
        attribute: 'deprecation',
        value: date.date,
        condition: shut.length > 0 ? `shut ${event[0].endsWith('off') ? 'off' : 'down'}` : event[0].toLowerCase(),
        start: at,
        end: date.end,
      })
    // what can no longer be reached is told as a matter of access as well: "API turned off on July 14"
    const off = /^(?:turned|switched|shut) (?:off|down)$/i.test(event[0]) && /\bAPI\b/.test(text.slice(Math.max(0, at - 90), at))
    const owners = off ? ownersAt(sentence, at) : []
    for (const { name, variant } of owners)
      found.push({
        model: name,
        variant,
        attribute: 'availability',
        value: `API ${event[0].toLowerCase()} on ${text.slice(date.start, date.end)}`,
        condition: null,
        start: at,
        end: date.end,
      })
  }
  return found
}
