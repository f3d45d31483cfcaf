import { ownPlace } from './fact-offer.ts'
import type { NamedModel } from './fact-sentence.ts'

/** Words in lower case that a place or plan may be made of; anything else ends the phrase. */
const placeWord =
  /^(?:apps?|applications?|websites?|web|mobile|desktop|users?|subscribers?|customers?|developers?|members?|accounts?|plans?|tiers?|platforms?|platform|console|environments?|regions?|countries|country|markets?|all|paid|paying|free|eligible|select|selected|everyone|anyone|global|globally|worldwide|smart|glasses|browsers?|phones?|devices?|desktops?|search|chat|chatbot|assistant|on|in|of|for|the|and|or|via|through|across|both|most|other|enterprise|business|pro|plus|team|teams|premium|users'|extensions?|plug-ins?|tools?|command-line|interfaces?|integrations?|major|leading|clouds?|providers?|playground|studio|cloud|services?|products?|general|public|site|more|its|their|our|to|inside|within|partners?|standard|hosted|third-party|social|network|company's|endpoints?|marketplaces?|stores?|testers|researchers|organi[sz]ations|companies|startups|individuals|two|three|four|several|\d{1,3})$/
const joint =
  /^(?:and|or|on|in|of|for|the|via|through|across|both|to|its|their|our|with|other|more|inside|within|most|all|select|selected|standard|hosted|third-party|social|network|company's)$/i
const proper =
  /^(?:[A-Z@][\w.+'&/-]*|i(?:OS|Pad\w*|Phone\w*)|macOS|[a-z0-9-]{2,30}\.(?:ai|com|io|app|dev|org|net|co)|[a-z]{2}-[a-z]+-\d)$/

/** What a company's name may stand before: with it, the words read so far are no place. */
const halfName =
  /^(?:'s)? (?:models?|systems|hardware|chips?|GPUs|requests?|workloads?|employees|staff|documentation|benchmarks?|traffic|queries|sessions|agents|instances?|servers?|clusters?|customers'|users')\b/

/** Where a phrase of places or plans that begins at `from` ends; `from` itself where none begins there, or only half of one could be read. */
export function placeEnd(whole: string, from: number, models: readonly NamedModel[]): number {
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
      /^,? and (?:to )?developers (?:through|via|in|using) (?:the|its) [^.;]{0,40}\bAPI\b(?! in [A-Z])/.test(
        text.slice(at, at + 90),
      )
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
    const isName =
      proper.test(word) &&
      !/^(?:N?V?(?:BF|FP|INT|MXFP|NVFP|W\dA)\d{1,2}|GGUF|AWQ|GPTQ|Q\d\w*|Guide|README|Documentation)$/.test(word) &&
      !/-[a-z]+(?:ed|ing|based|wide)$/.test(word)
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
        /^, (?:(?:and|or|plus|as well as) )?(?:(?:on|in|via|through|across|to) )?(?:the |its |their |our )?(?:company's |social network )?([\w.+'&/@-]{1,40})/.exec(
          text.slice(at, at + 80),
        )
      const item = next?.[1]?.replace(/\.$/, '')
      if (
        item === undefined ||
        !(
          proper.test(item) ||
          /^(?:web|mobile|desktop|smart|other|all|paid|free|major|partners?|developers|enterprises|subscribers|customers|command-line|third-party)$/.test(
            item,
          )
        )
      )
        break
      if (/^(?:The|It|But|And|In|This|Meanwhile|While|With|For|You|We|Which)$/.test(item)) break
      // ", and its API costs more": a new clause
      if (/^, and (?:its|their) API\b/.test(text.slice(at, at + 18))) break
      // "…, Orbit's $20 plan": words on the place before
      const behind = at + (next?.[0].length ?? 0)
      if (/['’]s?$/.test(item) && !/^ (?:[A-Z]|apps?\b|smart\b|websites?\b)/.test(text.slice(behind, behind + 9))) break
      at += 1
      if (/^ (?:and|or|plus) /.test(text.slice(at, at + 6)))
        at += (/^ \w+/.exec(text.slice(at, at + 6)) as RegExpExecArray)[0].length
    } else if (text[at] !== ' ') break
  }
  // "in Fast mode", "in two sizes"
  if (
    /^ (?:modes?|sizes?|variants?|versions?|formats?|flavou?rs?|languages?|editions?|architectures?|precisions?)\b/.test(
      text.slice(end, end + 18),
    )
  )
    return from
  // "the default for all Orbit models": the name is only half of the phrase
  if (halfName.test(text.slice(end, end + 24))) return from
  // a list that goes on behind a long bracket, or in other words: half of it is no answer
  if (/^ \([^()]{41,240}\), (?!but\b|with\b|which\b|while\b)/.test(text.slice(end, end + 250))) return from
  if (/^, (?:[\w.'-]+ ){0,4}[\w.'-]+,? (?:and|or) (?!it\b|is\b|has\b|the company|will\b)/.test(text.slice(end, end + 80)))
    return from
  return names === 0 ? from : end
}

/** The phrase as a short value: owners, articles and asides dropped, lists without the last comma. */
export function placeValue(phrase: string): string {
  return (
    phrase
      .replace(/, including [^,]{2,30},/g, '')
      .replace(/ \([^()]{2,40}\)/g, '')
      .replace(/\b(?:[A-Z][\w&.]*(?: [A-Z][\w&.]*){0,2})'s? (?=[A-Z]|AI\b|smart|app)/g, (_owner, at: number) =>
        /\bof $/.test(phrase.slice(0, at)) ? 'the ' : '',
      )
      .replace(/\b(?:the )?(?:social network|company's) (?=[A-Z]|iOS|apps?\b|website)/g, '')
      .replace(/\bour /g, 'the ')
      .replace(/\b(iOS|Android) mobile apps\b/g, '$1 apps')
      .replace(/\b(?:its|their) /g, (_word, at: number) => (/\bof $/.test(phrase.slice(0, at)) ? 'the ' : ''))
      .replace(/,? or (?:(?:on|in|via|through|across) )?(?:the )?/g, ', ')
      .replace(/, plus /g, ', ')
      // "A, B, and iOS and Android apps": a second "and" would tear the last item
      .replace(/, and (?=\S+ and )/g, ', ')
      .replace(/, and to /g, /, to /.test(phrase) ? ', ' : ' and ')
      .replace(/, and /g, ' and ')
      .replace(/, the (?=[A-Z])/g, phrase.startsWith('the ') ? ', ' : '$&')
      .replace(/, to (?:the )?/g, ', ')
      // "the API, in ChatGPT and in Codex": one list; "the US, on its website" is none
      .replace(/, (in|on|via|through) (?:the )?/g, (joint, word: string) =>
        new RegExp(` (?:and|or) ${word} `).test(phrase) ? ', ' : joint,
      )
      .replace(/ (and) (?:on|in|via|through|across) /g, ' $1 ')
      .replace(/\bHuggingFace\b/g, 'Hugging Face')
      .replace(/^(?:both |across |on |in |via |through |to |the |regions? )+/i, '')
      .trim()
  )
}

const soonWords =
  /^[ ,]*(?:planned |expected |coming |due |set |scheduled |getting (?:the|an?) (?:\w+ )?(?:upgrade|update) |following )?(?:(?:in|over|during|within) (?:the )?(coming|next(?: few)?) (weeks?|months?|days?)|in (?:the )?(weeks|months|days) (?:ahead|to come)|(soon|later(?: this (?:week|month|year|summer|fall|autumn|spring|winter))?|(?:early |late )?next (?:week|month|year|quarter)|this (?:summer|fall|autumn|spring|winter)))/i
/** "in the coming weeks", "in the weeks ahead", "soon" as a short phrase, from the words right behind the places. */
export function soonPhrase(rest: string): string | null {
  const m = soonWords.exec(rest)
  if (m === null) return null
  if (m[1] !== undefined) return `in the ${m[1].toLowerCase()} ${(m[2] as string).toLowerCase()}`
  if (m[3] !== undefined) return `in the ${m[3].toLowerCase()} ahead`
  return (m[4] as string).toLowerCase()
}
