import { everyMatch } from '../lexicon/every-match.ts'
import { ownPlace } from './fact-offer.ts'
import { type FactSentence, type FoundFact, listedWith, type NamedModel, ownersAt, spokenOf } from './fact-sentence.ts'

type Owner = { name: string; variant: string | null }

/** Words in lower case that a place or plan may be made of; anything else ends the phrase. */
const placeWord =
  /^(?:apps?|applications?|websites?|web|mobile|desktop|users?|subscribers?|customers?|developers?|members?|accounts?|plans?|tiers?|platforms?|platform|console|environments?|regions?|countries|country|markets?|all|paid|paying|free|eligible|select|selected|everyone|anyone|global|globally|worldwide|smart|glasses|browsers?|phones?|devices?|desktops?|search|chat|chatbot|assistant|on|in|of|for|the|and|or|via|through|across|both|most|other|enterprise|business|pro|plus|team|teams|premium|users'|extensions?|plug-ins?|tools?|command-line|interfaces?|integrations?|major|leading|clouds?|providers?|playground|studio|cloud|services?|products?|public|site|more|its|their|to|inside|within|\d{1,3})$/
const joint =
  /^(?:and|or|on|in|of|for|the|via|through|across|both|to|its|their|with|other|more|inside|within|most|all|select|selected)$/i
const proper =
  /^(?:[A-Z@][\w.+'&/-]*|i(?:OS|Pad\w*|Phone\w*)|macOS|[a-z0-9-]{2,30}\.(?:ai|com|io|app|dev|org|net|co)|[a-z]{2}-[a-z]+-\d)$/

/** A phrase of places or plans from `from` on: its length in the text, or 0 where none begins there. */
function placeEnd(whole: string, from: number, models: readonly NamedModel[]): number {
  const next = models.find(
    (m) =>
      m.start >= from &&
      !m.family &&
      !/^ChatGPT/.test(whole.slice(m.start, m.end)) &&
      !ownPlace.test(whole.slice(m.end, m.end + 16)),
  )
  const text = next === undefined ? whole : whole.slice(0, next.start)
  let at = from
  let end = from
  let names = 0
  for (let words = 0; words < 40; words += 1) {
    // the API behind the places is told as access
    if (
      words > 0 &&
      /^,? and (?:to )?developers (?:through|via|in|using) (?:the|its) [^.;]{0,40}\bAPI\b/.test(text.slice(at, at + 90))
    )
      break
    const m = /^ ?(?:\/ )?([\w.+'&/@-]{1,40})/.exec(text.slice(at, at + 48))
    if (m === null) break
    let word = m[1] as string
    let stop = false
    if (/\.$/.test(word) && !/^(?:U\.S\.|U\.K\.|E\.U\.)$/.test(word)) {
      word = word.replace(/\.+$/, '')
      stop = true
    }
    const isName = proper.test(word)
    if (!isName && !placeWord.test(word) && !(word === 'than' && /\bmore $/.test(text.slice(0, at + 1)))) break
    if (
      isName &&
      /^(?:The|It|But|And|In|This|Meanwhile|While|With|For|You|We|Users?|Pricing|January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
        word,
      ) &&
      words > 0
    )
      break
    at += m[0].indexOf(m[1] as string) + word.length
    if (!joint.test(word)) {
      end = at
      names += 1
    }
    if (stop || at >= text.length) break
    // "X (formerly Twitter), …": the list goes on behind the bracket
    const gloss = /^ \([^()]{2,40}\)(?=,| (?:and|or)\b)/.exec(text.slice(at, at + 46))
    if (gloss !== null) at += gloss[0].length
    // ", including the free ones," is passed over; a comma only goes on to another name
    const aside = /^, including [^,.;]{2,30},/.exec(text.slice(at, at + 50))
    if (aside !== null) {
      at += aside[0].length
      continue
    }
    if (text[at] === ',') {
      const next =
        /^, (?:(?:and|or|plus|as well as) )?(?:(?:on|in|via|through|across|to) )?(?:the |its |their )?([\w.+'&/@-]{1,40})/.exec(
          text.slice(at, at + 70),
        )
      const item = next?.[1]?.replace(/\.$/, '')
      if (
        item === undefined ||
        !(proper.test(item) || /^(?:web|mobile|desktop|smart|other|all|paid|free|major|command-line|third-party)$/.test(item))
      )
        break
      if (/^(?:The|It|But|And|In|This|Meanwhile|While|With|For|You|We|Which)$/.test(item)) break
      at += 1
      if (/^ (?:and|or|plus) /.test(text.slice(at, at + 6)))
        at += (/^ \w+/.exec(text.slice(at, at + 6)) as RegExpExecArray)[0].length
    } else if (text[at] !== ' ') break
  }
  // "in Fast mode", "in two sizes"
  if (/^ (?:modes?|sizes?|variants?|versions?|formats?|flavou?rs?|languages?|editions?)\b/.test(text.slice(end, end + 12)))
    return from
  // a list that goes on behind a long bracket, or in other words: half of it is no answer
  if (/^ \([^()]{41,240}\), (?!but\b|with\b|which\b|while\b)/.test(text.slice(end, end + 250))) return from
  if (/^, (?:[\w.'-]+ ){0,4}[\w.'-]+,? (?:and|or) (?!it\b|is\b|has\b|the company|will\b)/.test(text.slice(end, end + 80)))
    return from
  return names === 0 ? from : end
}

/** The phrase as a short value: owners, articles and asides dropped, lists without the last comma. */
export function placeValue(phrase: string): string {
  return phrase
    .replace(/, including [^,]{2,30},/g, '')
    .replace(/ \([^()]{2,40}\)/g, '')
    .replace(/\b(?:[A-Z][\w&.]*(?: [A-Z][\w&.]*){0,2})'s? (?=[A-Z]|AI\b|smart|app)/g, (_owner, at: number) =>
      /\bof $/.test(phrase.slice(0, at)) ? 'the ' : '',
    )
    .replace(/\b(?:its|their) /g, (_word, at: number) => (/\bof $/.test(phrase.slice(0, at)) ? 'the ' : ''))
    .replace(/,? or (?:(?:on|in|via|through|across) )?(?:the )?/g, ', ')
    .replace(/, plus /g, ', ')
    .replace(/, and (?:to )?/g, ' and ')
    .replace(/, to (?:the )?/g, ', ')
    .replace(/ (and) (?:on|in|via|through|across) /g, ' $1 ')
    .replace(/\bHuggingFace\b/g, 'Hugging Face')
    .replace(/^(?:both |across |on |in |via |through |to |the |regions? )+/i, '')
    .trim()
}

const soonWords =
  /^[ ,]*(?:planned |expected |coming |due |set |scheduled |getting (?:the|an?) (?:\w+ )?(?:upgrade|update) |following )?(?:(?:in|over|during|within) (?:the )?(coming|next(?: few)?) (weeks?|months?|days?)|in (?:the )?(weeks|months|days) (?:ahead|to come)|(soon|later(?: this (?:week|month|year))?))/i
const soonBefore =
  /\b(?:will (?:be )?(?:soon|later)|soon (?:be )?|coming soon|in the coming (?:weeks|months|days)|will (?:be )?)/i

/** "in the coming weeks", "in the weeks ahead", "soon" as a short phrase, from the words right behind the places. */
function soonPhrase(rest: string): string | null {
  const m = soonWords.exec(rest)
  if (m === null) return null
  if (m[1] !== undefined) return `in the ${m[1].toLowerCase()} ${(m[2] as string).toLowerCase()}`
  if (m[3] !== undefined) return `in the ${m[3].toLowerCase()} ahead`
  return (m[4] as string).toLowerCase()
}

const now =
  /\b(?:available|(?<!\b(?:more|less|as|most|so) )accessible|usable|(?<=\b(?:is|are|now|goes|went|go|already) )live|offered|accessed|downloaded|(?:download|use|access|try|reach|run|test) (?:it|them|the (?:new )?model))(?: (?:now|today|currently|immediately|exclusively|only|solely|first|free|for free|globally|initially|starting today|as of today|right away|already|directly|to try|for download|(?:in|as an?) (?:public |private |research |early |limited |developer )?preview))*,? (?:in|on|through|via|to|for|at|across|within|from|inside|as part of) (?=\S)/gi
const promised = '(soon|later(?: this (?:week|month|year))?|in the (?:coming|next few) (?:weeks|months|days))'
/** "with API access coming soon", "we'll bring it to the API very soon". */
const apiPromises = [
  new RegExp(
    String.raw`\bAPI(?: (?:access|availability|support|release|launch|version))? (?:(?:is|are|will be) )?(?:coming|arriving|expected|planned|due|available|to follow|will (?:follow|come|arrive)) (?:very )?${promised}\b`,
  ),
  new RegExp(
    String.raw`\b(?:bring|com(?:e|es|ing)|arriv(?:e|es|ing)|add|launch(?:ing)?|available|roll(?:ing)? out)\b(?:[^.;]|\.(?=\d)){0,70}? (?:to|in|via|through) (?:the|our|its) API (?:very )?${promised}\b`,
  ),
]
const powers = /\b(?:powers?|powering) (?:the )?(?=[A-Z])/g
const rollout =
  /\b(?:roll(?:s|ed|ing)?(?: it| the model)?[ -]?outs?|com(?:es|ing)|expand(?:s|ing)?|expansion|extend(?:s|ed|ing)?|arriv(?:es|ing)|head(?:s|ed|ing)|bring(?:s|ing)? (?:it|the model)|made .{1,30} available)(?: (?:now|today|gradually|planned|first|soon|next|starting|widely|globally|worldwide|in (?:public |private )?preview))* (?:to|across|on|in|for|into|through|via) (?=\S)/gi
const including = /^other (?:platforms|products|apps|surfaces|markets|services),? (?:including|such as|like) /i
/** Where weights lie, as people name it. */
const host = '(?:Hugging Face|HuggingFace|GitHub|ModelScope|Kaggle|Ollama)'
const hosted = new RegExp(
  `\\b(?:released|open-sourced|published|posted|uploaded|hosted|download(?:able|ed)?|weights)\\b[^.;:]{0,60}? (?:on|via|through|from|at) (?=${host}\\b)`,
  'gi',
)
const releasedTo =
  /\b(?:released|launched)(?: (?:publicly|first))?(?:,? (?:on |in )?[A-Z][a-z]+ (?:\d{1,2}, )?\d{4},?)? (?:for|to) (?=(?:[\w+-]+,? ){0,8}(?:users|subscribers|customers|members)\b)/g
const limited = /\b(?:is|are|remains?) (?:limited|restricted|confined|exclusive) to (?=\S)/gi
const upgrade = /\bwith (?=[A-Z])/g
const countryOnly = /\b(US|U\.S\.|UK|U\.K\.|EU|China|Japan|India)[- ]only\b/
const denial =
  /\b(?:not|never|no longer|isn't|aren't|won't|hasn't|without|no|unavailable|if|whether|would|could|once|until|when)\b|n't /i
const aboutOther =
  /\b(?:data(?:set)?s?|code|papers?|report|feature|documentation|details|tools?|version of the paper|benchmarks?|access)(?: (?:is|are|was|were|will be))?(?: \w+)? $/i

/**
 * Where, for whom and on which plan a model can be used, as the text words it, shortly: "Meta AI app and meta.ai website", "web and
 * mobile". What is promised for later is a value of its own, its time behind it ("… in the coming weeks") and as the condition.
 */
export function readAvailability(sentence: FactSentence): FoundFact[] {
  const { text } = sentence
  const found: FoundFact[] = []
  const add = (
    at: number,
    end: number,
    value: string,
    condition: string | null,
    owners: Owner[] = ownersAt(sentence, at),
  ): void => {
    if (value.length < 2 || value.length > 160) return
    for (const owner of owners.length > 0 ? owners : spokenOf(sentence)) {
      if (found.some((f) => f.model === owner.name && f.value === value)) continue
      found.push({ model: owner.name, variant: owner.variant, attribute: 'availability', value, condition, start: at, end })
    }
  }
  const place = (at: number, from: number, kind: 'now' | 'powers' | 'rollout' | 'upgrade'): void => {
    const skipped = including.exec(text.slice(from, from + 60))?.[0].length ?? 0
    const begin = from + skipped
    const end = placeEnd(text, begin, sentence.models)
    if (end === begin) return
    const phrase = text.slice(begin, end)
    if (kind !== 'now' && !/[A-Z]|\b(?:web|mobile|all|users|subscribers)\b/.test(phrase)) return
    const lead = text.slice(Math.max(0, at - 50), at)
    if (denial.test(lead) || aboutOther.test(lead)) return
    const rest = text.slice(end, end + 60)
    const behind = soonPhrase(rest)
    const ahead = soonBefore.exec(lead)
    if (kind === 'upgrade' && behind === null) return
    const places = placeValue(phrase)
    if (
      /^(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|\d)/.test(
        places,
      )
    )
      return
    if (
      places === '' ||
      /^(?:use|the|and|all|other|most|more|order|both|API|preview|free(?: download)?|tiers?|apps?)$/i.test(places)
    )
      return
    const later = behind ?? (ahead !== null && /soon/i.test(ahead[0]) ? 'soon' : null)
    if (later !== null) add(at, end, `${places} ${later}`, later.replace(/^in the /, ''))
    else add(at, end, kind === 'powers' ? places.replace(/^.*? in the (?=.*\b(?:app|website|site)\b)/, '') : places, null)
  }
  for (const m of everyMatch(text, now)) place(m.index, m.index + m[0].length, 'now')
  for (const m of everyMatch(text, hosted)) if (!found.some((f) => f.end > m.index)) place(m.index, m.index + m[0].length, 'now')
  for (const m of everyMatch(text, releasedTo)) place(m.index, m.index + m[0].length, 'now')
  for (const m of everyMatch(text, limited)) place(m.index, m.index + m[0].length, 'rollout')
  for (const m of everyMatch(text, rollout)) place(m.index, m.index + m[0].length, 'rollout')
  for (const m of everyMatch(text, powers)) place(m.index, m.index + m[0].length, 'powers')
  for (const m of everyMatch(text, upgrade)) place(m.index, m.index + m[0].length, 'upgrade')
  for (const pattern of apiPromises) {
    const m = pattern.exec(text)
    if (m === null || denial.test(text.slice(Math.max(0, m.index - 40), m.index))) continue
    const later = (m[1] as string).toLowerCase()
    const object = sentence.models.findIndex((x) => x.start > m.index && x.end < m.index + m[0].length && !x.complement)
    const owners = object < 0 ? undefined : listedWith(sentence, object)
    add(m.index, m.index + m[0].length, `API ${later}`, later.replace(/^in the /, ''), owners)
    break
  }
  const only = countryOnly.exec(text)
  if (only !== null) add(only.index, only.index + only[0].length, `${(only[1] as string).replace(/\./g, '')} only`, null)
  return found
}
