import { type FactSentence, type FoundFact, spokenOf } from './fact-sentence.ts'
import type { Passage } from './passages.ts'

/** "Availability / integrations mentioned:", "Product availability (as stated):", "Where to use it:" */
const opener =
  /^(?:[\w/&-]+[ ]?){0,3}\b(?:availab(?:le|ility)|integrations?|rollout|where to (?:use|try|find) (?:it|them))\b[^.;]{0,60}:$/i
const readers =
  /^(Developers?|Devs|Enterprises?|Businesses|Consumers?|Users?|Third[- ]part(?:y|ies)|Partners|API|Apps?|Cloud|Free|Paid|Pro|Researchers)(?: \([^()]{1,30}\))?: (?=\S)/i
const audience: Record<string, string> = {
  developer: 'developers',
  dev: 'developers',
  enterprise: 'enterprises',
  consumer: 'consumers',
  user: 'users',
  researcher: 'researchers',
  business: 'businesses',
}
const name = String.raw`[A-Z][\w.@&'-]*(?: (?:[A-Z][\w.&'/-]*|apps?|API|via|in|on|for|CLI))*`
const place = new RegExp(
  String.raw`^(${name}(?:(?: \+ | / |, | and | & )${name})*)(?: (?:listing|support|access|launch|integration|rollout))?( \(preview\))?$`,
)
const nounBehind = new RegExp(String.raw`^(${name}(?:/[A-Z]\w*)*) (?:availability|listing|support|integration)$`)
const upgraded = new RegExp(
  String.raw`^(${name}) (?:upgrades?|moves?|switch(?:es)?|adds?) .{0,40}? for ([A-Z][\w/ ]{1,30}users|[a-z]+ users)$`,
)

/** Ends that are no part of a place: the posts that a newsletter cites. */
const cited = /(?: ?\(?\[?@\w+\]?\)?,?)+\.?$|[.;:,]$|(?: and)?$/
const bare = (text: string): string => {
  let left = text.trim()
  for (let before = ''; before !== left; ) {
    before = left
    left = left.replace(cited, '').trim()
  }
  return left
}

/**
 * The places that items under a line on availability name without a sentence: "Developers: X API (preview)", "X availability", "Y upgrade to it for
 * Pro users". An item says it of the models that the line above speaks of.
 */
export function readAvailabilityItem(passage: Passage, parent: Passage | undefined, sentence: FactSentence): FoundFact[] {
  if (passage.block.kind !== 'item' || parent === undefined || !opener.test(parent.text)) return []
  const { text } = sentence
  const label = readers.exec(text)
  const group = label === null ? null : (label[1] as string).toLowerCase().replace(/s$/, '').replace('businesse', 'business')
  const found: FoundFact[] = []
  let at = label === null ? 0 : label[0].length
  for (const part of text.slice(at).split(/(?<=[;)\]]),? and |; /)) {
    const start = text.indexOf(part, at)
    at = start + part.length
    const said = bare(part)
    const value = placesIn(said, label !== null, group)
    if (value === null) continue
    const owners = spokenOf({ ...sentence, text: '' })
    for (const { name: model, variant } of owners) {
      const fact = { model, variant, condition: null, start, end: start + said.length }
      found.push({ ...fact, attribute: 'availability', value })
      if (/\bAPI\b/.test(said)) found.push({ ...fact, attribute: 'access', value: 'api' })
      if (/\(preview\)/.test(said)) found.push({ ...fact, attribute: 'access', value: 'preview' })
    }
  }
  return found
}

function placesIn(said: string, labelled: boolean, group: string | null): string | null {
  if (said.length > 120) return null
  const moved = upgraded.exec(said)
  if (moved !== null) return `${moved[1]}, for ${moved[2]}`
  const noun = nounBehind.exec(said)
  if (noun !== null) return noun[1] as string
  const places = labelled ? place.exec(said) : null
  if (places === null) return null
  const whom = group === null ? undefined : audience[group]
  return `${(places[1] as string).replace(/ \+ /g, ' and ')}${whom === undefined ? '' : `, for ${whom}`}${places[2] ?? ''}`
}
