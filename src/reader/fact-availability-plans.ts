import { everyMatch } from '../lexicon/every-match.ts'
import { placeEnd, placeValue, soonPhrase } from './fact-places.ts'
import { type FactSentence, type FoundFact, listedWith, ownersAt, spokenOf } from './fact-sentence.ts'

/** "isn't yet available through the maker's public API", "unavailable in the EU" */
const denied =
  /(?:\b(?:is|are|be|remains?)(?: still)? not|\b(?:is|are)n't|'s not|\bnot|\bun(?=available|accessible))(?: (yet|currently))? ?(?:available|accessible|offered) (through|via|in|on|to|for) (?=\S)/g
/** "API access extended to select partners" */
const apiFor =
  /\bAPI access (?:(?:is|was|has been) )?(?:extended|opened|open|limited|granted|given|restricted|available) (?:only )?(?:to|for) (?=\S)/g
/** "X is coming in mid-May 2026", "X (70B) coming soon" */
const coming =
  /^(?: \([^()]{2,60}\))?(?: is| are|:| -)? ?(coming (?:soon|next (?:week|month|year)|in (?:the )?(?:(?:early|mid|late)[- ])?(?:[A-Z][a-z]{2,8}(?: \d{4})?|coming (?:days|weeks|months)|Q[1-4](?: \d{4})?)|on [A-Z][a-z]{2,8} \d{1,2}(?:, \d{4})?|later this (?:week|month|year)))(?![\w-])/i
const general = /\b(?:will (?:be|become)|to be|is expected to be) (?:made )?generally (released|available) (?=\S)/
/** "The API, first opened in private preview, …" */
const apiPreview =
  /\bAPI,? (?:(?:is|was|first|initially|now|currently) )*(?:open(?:ed)?|launched|available|offered) in (private|public|limited) preview\b/
/** "has blocked access to X for firms in Y" */
const blocked = /\bblock(?:s|ed|ing) (?:\w+ )?access to [^.;,]{2,60}? (?=(?:for|in) )/

/**
 * What is said of a model's availability short of a place where it can be used now: "not yet in the public API", "API for select partners",
 * "coming soon", "general release soon", "blocked for firms based in Y".
 */
export function readAvailabilityPlans(sentence: FactSentence): FoundFact[] {
  const { text, models } = sentence
  if (!/availab|accessib|offered|access|coming|generally|preview/i.test(text)) return []
  const found: FoundFact[] = []
  const add = (owners: { name: string; variant: string | null }[], value: string, start: number, end: number): void => {
    for (const { name, variant } of owners)
      found.push({ model: name, variant, attribute: 'availability', value, condition: null, start, end })
  }
  for (const m of everyMatch(text, denied)) {
    const from = m.index + m[0].length
    const own =
      /^(?:the |its |their |our |\w+'s? )?((?:public |official )?API)(?=[.,;:)]| (?:yet|at|for|but|though|as|and)\b|$)/.exec(
        text.slice(from, from + 60),
      )
    const end = own === null ? placeEnd(text, from, models) : from + own[0].length
    if (end === from || /\b(?:if|whether|once|until|while)\b/i.test(text.slice(Math.max(0, m.index - 40), m.index))) continue
    const place = own === null ? placeValue(text.slice(from, end)) : `the ${own[1]}`
    if (own === null && !/[A-Z]/.test(place)) continue
    const later = m[1] === 'yet' || /^ yet\b/.test(text.slice(end, end + 4))
    const joint =
      own !== null || /^(?:in|on)$/.test(m[2] as string) ? `${own === null && m[2] === 'on' ? 'on' : 'in'} ` : `${m[2]} `
    const article = own === null && /^the /.test(text.slice(from, end)) ? 'the ' : ''
    add(ownersAt(sentence, m.index), `not ${later ? 'yet ' : ''}${joint}${article}${place}`, m.index, end)
  }
  for (const m of everyMatch(text, apiFor)) {
    const from = m.index + m[0].length
    const people =
      /^(?:(?:an?|all|some|the|its) )?(?:[\w-]+ ){0,3}(?:partners|developers|customers|users|testers|enterprises|companies|organi[sz]ations|subscribers|researchers)\b/.exec(
        text.slice(from, from + 70),
      )
    if (people !== null) add(ownersAt(sentence, m.index), `API for ${people[0]}`, m.index, from + people[0].length)
  }
  for (const [i, model] of models.entries()) {
    if (model.complement || model.family) continue
    const said = coming.exec(text.slice(model.end, model.end + 110))
    if (said === null) continue
    const end = model.end + said[0].length
    if (/^ (?:to|on|in|for|via)\b/.test(text.slice(end, end + 5))) continue
    add(listedWith(sentence, i), (said[1] as string).replace(/^C/, 'c'), model.start, end)
  }
  const open = general.exec(text)
  const later = open === null ? null : soonPhrase(` ${text.slice(open.index + open[0].length, open.index + open[0].length + 50)}`)
  if (open !== null && later !== null)
    add(
      ownersAt(sentence, open.index),
      `general ${open[1] === 'released' ? 'release' : 'availability'} ${later}`,
      open.index,
      open.index + open[0].length,
    )
  const shown = apiPreview.exec(text)
  if (shown !== null)
    add(ownersAt(sentence, shown.index), `API in ${shown[1]} preview`, shown.index, shown.index + shown[0].length)
  const shut = blocked.exec(text)
  const whom = shut === null ? null : /^(?:for|in) [^.;,]{2,80}?(?=[.;,]|$)/.exec(text.slice(shut.index + shut[0].length))
  if (shut !== null && whom !== null) {
    const end = shut.index + shut[0].length
    const inside = models.findIndex((m) => m.start > shut.index && m.end <= end)
    if (inside >= 0) add(listedWith(sentence, inside), `blocked ${whom[0]}`, shut.index, end + whom[0].length)
    else if (/access to it\b/.test(shut[0])) add(spokenOf(sentence), `blocked ${whom[0]}`, shut.index, end + whom[0].length)
  }
  return found
}
