import { everyMatch } from '../lexicon/every-match.ts'
import { placeEnd, placeValue, soonPhrase } from './fact-places.ts'
import { type FactSentence, type FoundFact, listedWith, ownersAt } from './fact-sentence.ts'

type Owner = { name: string; variant: string | null }

const soonBefore =
  /\b(?:will (?:be )?(?:soon|later)|soon (?:be )?|coming soon|in the coming (?:weeks|months|days)|will (?:be )?)/i

const now =
  /\b(?:available|(?<!\b(?:more|less|as|most|so) )accessible|usable|(?<=\b(?:is|are|now|goes|went|go|already) )live|offered|provided|accessed|downloaded|(?<=\bbe )(?:tried|used|found|reached|tested)|selectable|(?:now|also|becomes|became) default|the(?: new)? default(?: model| option| choice)?|(?:download|use|access|try|reach|run|test) (?:it|them|the (?:new )?model))(?: (?:now|today|currently|immediately|exclusively|only|solely|first|free|for free|globally|initially|starting today|as of today|right away|already|directly|to try|for download|for (?:consumer|general|public|commercial|production|programmatic) use|(?:in|as an?) (?:public |private |research |early |limited |developer )?preview))*,? (?:in|on|through|via|to|for|at|across|within|from|inside|as part of) (?=\S)/gi
/** Platforms that people name without more: "X is on Vertex AI". */
const platform =
  '(?:(?:the )?(?:Google |Amazon |AWS |Microsoft |Google Cloud.s )?(?:Vertex AI|Bedrock|AI Studio|Azure(?: AI)?(?: Foundry)?|Foundry|SageMaker)|AWS|Google Cloud|ChatGPT|Copilot|GitHub|OpenRouter|Hugging ?Face|ModelScope|Ollama|Kaggle|Perplexity|Cursor|Poe|Le Chat|Replicate|Together AI|Groq|Cerebras|LM Studio)'
const onPlatform = new RegExp(
  String.raw`\b(?:is|are|launche[sd]|debuts?|debuted|released|ship(?:s|ped)|arrives?|arrived)(?: (?:now|already|also|live|today|up|out|available|in (?:public |private |limited )?preview))* (?:in|on|through|via) (?=${platform}\b)`,
  'g',
)
/** "You can try X in …", "Available now: X on …": the model stands before the places. */
const tried =
  /\b(?:try|chat with|[Cc]heck out|find|grab|download|use|uses|using|access|test|reach|run|call|select|made|makes?|offers?|offering|put|puts)(?: the(?: new)?)? $|^(?:Also )?[Aa]vailable(?: now| today)?: $/
const triedIn =
  /^(?: model)?(?:,? (?:now|today|for free|directly|available))* (?:in|on|through|via|inside|within|at|to) (?=(?:the |its )?[A-Z@]|(?:the |our |its )official\b|(?:the )?web\b|all\b)/
/** "Plus and Pro subscribers get X today", "free users can try X" */
const given =
  /(?:^|[,;:] |\b(?:and|while|as|that) )((?:(?:[Aa]ll|[Ff]ree|[Pp]aid|[Pp]aying|[A-Z][\w+-]{1,14})(?:, and |, | and | or |\/| )){1,6}(?:users|subscribers|customers|members)(?: (?:in|on) [A-Z]\w+)?) (?:(?:will |can )?(?:now |also |soon )?(?:get|gain|receive|have|use|access|try)s?)(?: access to)?(?: the(?: new)?)? $/
const worldwide =
  /\b(?:available|live|launch(?:es|ed|ing)|roll(?:s|ed|ing) out|released)(?: (?:now|today|immediately))? (worldwide|globally)(?! (?:in|on|through|via|across|to)\b)/
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
/** "the maker's official website: chat.example.com" */
const website =
  /^(?:the |our |its |[A-Z][\w.]*'s? )?(?:official )?(?:website|web ?site|site|platform|web app): ?((?:[a-z0-9-]+\.)+(?:com|ai|org|net|io|dev|app|cn))\b/
const including = /^other (?:platforms|products|apps|surfaces|markets|services),? (?:including|such as|like) /i
/** Where weights lie, as people name it. */
const host = '(?:Hugging Face|HuggingFace|GitHub|ModelScope|Kaggle|Ollama)'
const hosted = new RegExp(
  `\\b(?:released|open-sourced|published|posted|uploaded|hosted|download(?:able|ed)?|weights|(?:full|model) release)\\b[^.;:]{0,60}? (?:on|via|through|from|at) (?=${host}\\b)`,
  'gi',
)
const releasedTo =
  /\b(?:released|launched)(?: (?:publicly|first))?(?:,? (?:on |in )?[A-Z][a-z]+ (?:\d{1,2}, )?\d{4},?)? (?:for|to) (?=(?:[\w+-]+,? ){0,8}(?:users|subscribers|customers|members)\b)/g
const limited = /\b(?:is|are|remains?) (?:limited|restricted|confined|exclusive) to (?=\S)/gi
const upgrade = /\bwith (?=[A-Z])/g
const countryOnly = /\b(US|U\.S\.|UK|U\.K\.|EU|China|Japan|India)[- ]only\b/
const denial =
  /\b(?:not|never|no longer|isn't|aren't|won't|hasn't|without|no|unavailable|if|whether|would|could|once|until|when)\b|n't /i
const ownLabel =
  /^(?!(?:Availab\w*|Access|Where|Platforms?|Regions?|Release|Rollout|Status|Deployment|Pricing|Open|Licen[cs]\w*|Model|Weights|Downloads?|Today|Now|Update)\b)[A-Z@][\w.&-]*(?: [A-Z][\w.&-]*){0,3}: (?:[Nn]ow )?$/
const aboutOther =
  /\b(?:data(?:set)?s?|code|papers?|report|feature|documentation|details|tools?|version of the paper|benchmarks?|access|kernels?|demos?|cookbooks?|examples?|notebooks?|bindings|containers?|extensions?|add-?ins?|plug-?ins?|integrations?|connectors?)(?: (?:is|are|was|were|will be|can be|may be|became|becomes|has been))?(?: \w+){0,2} $/i

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
    owners: Owner[] = calledSo(text.slice(0, at), ownersAt(sentence, at)),
  ): void => {
    if (value.length < 2 || value.length > 160) return
    for (const owner of owners) {
      if (found.some((f) => f.model === owner.name && f.value === value)) continue
      found.push({ model: owner.name, variant: owner.variant, attribute: 'availability', value, condition, start: at, end })
    }
  }
  const place = (at: number, from: number, kind: 'now' | 'tried' | 'powers' | 'rollout' | 'upgrade', owners?: Owner[]): void => {
    const site = website.exec(text.slice(from, from + 90))
    if (site !== null && !denial.test(text.slice(Math.max(0, at - 50), at))) {
      add(at, from + site[0].length, site[1] as string, null, owners)
      return
    }
    const skipped = including.exec(text.slice(from, from + 60))?.[0].length ?? 0
    const begin = from + skipped
    const end = placeEnd(text, begin, sentence.models)
    if (end === begin) return
    const phrase = text.slice(begin, end)
    if (kind !== 'now' && kind !== 'tried' && !/[A-Z]|\b(?:web|mobile|all|users|subscribers)\b/.test(phrase)) return
    const lead = text
      .slice(Math.max(0, at - 90), at)
      .replace(/ \([^()]{0,60}\)/g, '')
      .slice(-50)
    // "More on X can be found on …"
    if (
      text.startsWith('found', at) &&
      /\b(?:details?|information|documentation|docs|guides?|report|code|papers?|results?|more|instructions|examples?|recipes?|scripts?|tutorials?|demos?)\b/i.test(
        text.slice(0, at),
      )
    )
      return
    // "Orbit Cloud: Available via Pluto": the label says where
    if (at < 60 && ownLabel.test(text.slice(0, at))) return
    if (denial.test(lead) || (kind !== 'tried' && aboutOther.test(lead))) return
    const rest = text.slice(end, end + 60)
    const behind = soonPhrase(rest)
    const ahead = soonBefore.exec(lead)
    if (kind === 'upgrade' && behind === null) return
    const places = placeValue(phrase).replace(/^API(?:,| and) (?=\S)/, '')
    if (
      /^(?:\d+ (?!countries|regions|markets)|(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)/.test(
        places,
      )
    )
      return
    if (
      places === '' ||
      /^(?:use|the|and|all|other|most|more|order|both|API|preview|free(?: download)?|tiers?|apps?|developers)$/i.test(places)
    )
      return
    const later = behind ?? (ahead !== null && /soon/i.test(ahead[0]) ? 'soon' : null)
    // the API alone is told as access
    if (
      /^(?:(?:developers|users|customers) )?(?:(?:through|via|in|on) )?(?:(?:the|its) )?(?:[A-Z][\w.]+ ){0,3}APIs?$/.test(
        places,
      ) &&
      later === null
    )
      return
    if (later !== null) add(at, end, `${places} ${later}`, later.replace(/^in the /, ''), owners)
    else add(at, end, kind === 'powers' ? places.replace(/^.*? in the (?=.*\b(?:app|website|site)\b)/, '') : places, null, owners)
  }
  for (const m of everyMatch(text, now)) place(m.index, m.index + m[0].length, 'now')
  for (const [i, model] of sentence.models.entries()) {
    if (model.complement) continue
    const before = text.slice(Math.max(0, model.start - 110), model.start)
    const after = text.slice(model.end, model.end + 60)
    const there = tried.test(before) ? triedIn.exec(after) : null
    if (there !== null && !found.some((f) => f.end > model.end))
      place(model.start, model.end + there[0].length, 'tried', listedWith(sentence, i))
    const users = given.exec(before)
    if (users === null || denial.test(users[0])) continue
    const later = soonPhrase(after)
    const value = placeValue(users[1] as string).replace(/^All /, 'all ')
    add(
      model.start,
      model.end,
      later === null ? value : `${value} ${later}`,
      later?.replace(/^in the /, '') ?? null,
      listedWith(sentence, i),
    )
  }
  for (const m of everyMatch(text, onPlatform))
    if (!found.some((f) => f.end > m.index && f.start < m.index + m[0].length + 4)) place(m.index, m.index + m[0].length, 'now')
  const everywhere = worldwide.exec(text)
  if (everywhere !== null && !denial.test(text.slice(Math.max(0, everywhere.index - 40), everywhere.index)))
    add(everywhere.index, everywhere.index + everywhere[0].length, everywhere[1] as string, null)
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
  return inOnePhrase(text, found)
}

const byKind = /\bthe ([a-z]+(?:, [a-z]+)*,? and [a-z]+) models (?:is|are) (?:now |also )?$/
/** "the transcription and voice models are available in …": of the models spoken of, those that bear such a word in their names. */
function calledSo(before: string, owners: Owner[]): Owner[] {
  const words = byKind.exec(before)?.[1]?.split(/,? and |, /)
  if (words === undefined || owners.length < 2) return owners
  return owners.filter(({ name }) => words.some((word) => name.toLowerCase().includes(word.slice(0, 6))))
}

/** "is on A, and … available in B": two places that one sentence gives to a model are one value. */
function inOnePhrase(text: string, found: FoundFact[]): FoundFact[] {
  const joined: FoundFact[] = []
  for (const fact of [...found].sort((a, b) => a.start - b.start)) {
    const before = joined.find((f) => f.model === fact.model && f.variant === fact.variant)
    const gap = before === undefined ? '' : text.slice(before.end, fact.start)
    if (
      before !== undefined &&
      before.condition === null &&
      fact.condition === null &&
      !/ and |, |\bonly\b/.test(`${before.value} ${fact.value}`) &&
      /^,? and (?:[\w-]+,? ){0,8}$/.test(gap)
    ) {
      before.value += ` and ${fact.value}`
      before.end = fact.end
    } else joined.push({ ...fact })
  }
  return joined
}
