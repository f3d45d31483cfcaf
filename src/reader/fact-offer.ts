import { everyMatch } from '../lexicon/every-match.ts'
import { notYet } from './fact-access.ts'
import {
  clauseStart,
  type FactSentence,
  type FoundFact,
  listedWith,
  type NamedModel,
  ownersAt,
  spokenOf,
} from './fact-sentence.ts'

type Owner = { name: string; variant: string | null }

const offered = String.raw`\b(?:available|accessible|offered|live|released|launch(?:es|ed)?|ships?|shipping|rolling out|comes|usable|used?|try|reach|served|sold|access(?:ed)?|reachable|reached|kept|stays|call(?:ed)?|query|integrate[ds]?|provided|hosted|consumed|roll(?:s|ed|ing)?(?: it| the model)? out)`
const apiPlace = new RegExp(
  String.raw`(?:${offered}\b|(?:^|: )Available\b)(?:[^.;:()]|\.(?! )){0,90}?\b(?:in|through|via|on|over|as|using|by|behind|and|or|,) (?:(?!and |or |to |of |for )[\w.'’-]{1,20} ){0,6}?APIs?\b(?! (?:release|launch|preview|waitlist|credits|keys?|calls?|rates?|pric\w+|costs?|bills?))`,
)
const modelsApi = /'s API\b(?! (?:preview|waitlist|release|launch|is (?:expected|coming|planned|due|not)|will\b|may\b|has not))/g
/** A place that bears a model's name: "the Claude apps", "the Gemini API". */
export const ownPlace =
  /^ (?:(?:iOS|Android|mobile|web|desktop|chat) )?(?:APIs?|apps?|Code|website|Platform|Studio|Enterprise|chatbot)\b/
/** "API access is available", "the hosted API version of". */
const apiAccess =
  /\bAPI(?: access)? (?:is|are) (?:now |also |already |generally )*(?:available|live|open|offered|on offer|rolling out)\b|\bAPI access roll(?:s|ed) out\b|\bAPI access (?:(?:is|was|has been) )?(?:extended|opened|granted|given|limited|restricted) (?:only )?(?:to|for)\b|\b(?:[Pp]rovides?|[Oo]ffers?) (?:an? |the )?(?:[\w-]+[- ][Cc]ompatible )?APIs? (?:at|on|via|through) (?=[A-Z])|\b[Ii]ts API is [\w/-]+[- ]compatible\b|\bHosted API (?:via|through|at|only)\b|\b[Dd]evelopers (?:now |also )?(?:get|have|gain) API access\b|\b(?:hosted )?API (?:version|variant|edition) of\b/
/** "Orbit API: direct access", "API: available now" */
const apiLabel =
  /^(?:[A-Z][\w.]+ ){0,3}API(?: (?:[Aa]ccess|[Aa]vailability))?: (?:[Dd]irect access|(?:[Ii]mmediately |[Nn]ow )?[Aa]vailable|[Aa]ccess(?:ible)?|[Yy]es|[Ll]ive)\b/
const apiOnly = /\bAPI[- ]only\b(?! (?:plan|access|key|feature))/
/** Every offer below is through one of these. */
const anyOffer = /API|preview|beta|\b(?:apps?|products?|services?|website|interfaces)\b/i
/** `api`: the model is offered through an API now. `preview`: it, or its API, is in preview. `app-only`: nothing but the maker's own apps. */
export function readOffer(sentence: FactSentence): FoundFact[] {
  const { text, models } = sentence
  const found: FoundFact[] = []
  if (!anyOffer.test(text)) return found
  const add = (owners: Owner[], value: string, start: number, end: number, condition: string | null = null): void => {
    for (const owner of owners)
      found.push({ model: owner.name, variant: owner.variant, attribute: 'access', value, condition, start, end })
  }
  // what stands in brackets is passed over
  const place = apiPlace.exec(text.replace(/\([^()]{0,160}\)/g, (aside) => ' '.repeat(aside.length)))
  if (place !== null) {
    const clause = text.slice(Math.max(clauseStart(text, place.index), place.index - 60), place.index + place[0].length)
    const rest = text.slice(place.index + place[0].length, place.index + place[0].length + 30)
    if (
      !notYet.test(clause) &&
      !/^,? (?:access |availability |support )?(?:(?:is |are )?(?:coming|arriving|expected|planned|to follow) |very |in )?(?:the coming|soon|later|next|in preview)/i.test(
        rest,
      )
    ) {
      const within = models.find(
        (x) =>
          x.start > place.index &&
          x.end < place.index + place[0].length &&
          !x.complement &&
          !/\bas $/.test(text.slice(0, x.start)) &&
          !ownPlace.test(text.slice(x.end, x.end + 16)),
      )
      const listed = within === undefined ? namedAmong(sentence, place.index) : []
      add(
        within !== undefined ? [within] : listed.length > 0 ? listed : ownersAt(sentence, place.index),
        'api',
        place.index,
        place.index + place[0].length,
      )
    }
  }
  // "offers X via its API", "developers can call X through the API", "the API for X is live"
  for (const [i, model] of models.entries()) {
    if (model.complement || found.length > 0) continue
    const before = text.slice(Math.max(0, model.start - 60), model.start)
    const after = text.slice(model.end, model.end + 60)
    const called =
      /\b(?:offer(?:s|ed|ing)?|sell(?:s|ing)?|serv(?:es|ing)|provid(?:es|ing)|makes?|made|us(?:e|es|ing)|call|access|reach|try|integrate)(?: the(?: new)?)? $/.test(
        before,
      ) &&
      /^(?: available)?(?: now| today| to developers)* (?:via|through|in|over|on|using|with) (?:the |its |their )?(?:[A-Z][\w.]+ ){0,2}API\b(?! (?:preview|waitlist|keys?|credits))/.test(
        after,
      )
    const apiOf =
      /\bAPI(?: access)? (?:for|of|to) (?:the )?$/.test(before) &&
      /^ (?:is|are) (?:now |also )?(?:live|open|available|out)\b/.test(after)
    if ((called || apiOf) && !notYet.test(before.slice(-45)) && !/\b(?:soon|later|coming|next)\b/.test(after))
      add(listedWith(sentence, i), 'api', model.start, Math.min(text.length, model.end + 20))
  }
  const onApi = /(?:\b(?:is|are)|'s) (?:also |now |already )*(?:in|on) (?:the|our|its) API\b(?! preview)/.exec(text)
  if (onApi !== null && !notYet.test(text.slice(onApi.index, onApi.index + onApi[0].length)))
    add(ownersAt(sentence, onApi.index), 'api', onApi.index, onApi.index + onApi[0].length)
  const access = apiLabel.exec(text) ?? apiAccess.exec(text)
  if (access !== null && !notYet.test(text.slice(Math.max(0, access.index - 30), access.index + access[0].length + 25)))
    add(ownersAt(sentence, access.index), 'api', access.index, access.index + access[0].length)
  const nothingElse = apiOnly.exec(text)
  if (nothingElse !== null && !notYet.test(text.slice(Math.max(0, nothingElse.index - 30), nothingElse.index)))
    add(ownersAt(sentence, nothingElse.index), 'api', nothingElse.index, nothingElse.index + nothingElse[0].length)
  for (const m of everyMatch(text, modelsApi)) {
    const model = models.find((x) => x.end === m.index)
    if (model !== undefined && !notYet.test(text.slice(Math.max(0, model.start - 40), model.start)))
      add([model], 'api', model.start, m.index + m[0].length)
  }
  const previewOf = /\ban? (?:[a-z]+ )?preview of (?:the |its )?(?:new |latest )?/.exec(text)
  const shown = previewOf === null ? undefined : models.find((m) => m.start === previewOf.index + previewOf[0].length)
  if (shown !== undefined) add([shown], 'preview', shown.start, shown.end)
  const preview =
    /\b(?:[Aa]n?|[Nn]ew|as) (?:[a-z]+ )?preview (?:model|release|version)\b|\b(?:(private|public|paid|limited|research|early|developer|technical|gated|closed|invite-only) )(?:API |access |beta )?preview(?![\w-])|\b(?:private|public|paid|limited)[- ]preview API\b|\bAPI preview(?![\w-])|\b(?:in|as an?|into) (?:(?:an? )?(?:private|public|paid|limited|early|research|developer|technical) )?[Pp]review(?![\w-]| of\b)/.exec(
      text,
    )
  if (preview !== null) {
    const lead = text.slice(Math.max(clauseStart(text, preview.index), preview.index - 60), preview.index)
    if (!/\b(?:not|never|no|without|if|whether|out of|exits?|leaves?|left|ended)\b|n't/.test(lead))
      add(previewed(sentence, preview.index), 'preview', preview.index, preview.index + preview[0].length)
  }
  const beta = inBeta.exec(text)
  if (
    beta !== null &&
    !notYet.test(text.slice(clauseStart(text, beta.index), beta.index)) &&
    !betaFeature.test(text.slice(0, beta.index))
  )
    add(previewed(sentence, beta.index), 'preview', beta.index, beta.index + beta[0].length)
  const own =
    /\b(?:(?:runs?|works?|available|accessible|offered|usable|lives?) (?:exclusively|only|solely)|only (?:be (?:used|reached|accessed|tried)|available|accessible|usable|offered)|(?:exclusively|solely) available) (?:through|in|via|inside|within|on) (?!.{0,90}\bAPI\b)[^.;]{0,45}?\b(?:apps?|products?|services?|website)\b/i.exec(
      text,
    )
  const kept = own === null ? inItsApps.exec(text) : null
  if (kept !== null) add(ownersAt(sentence, kept.index), 'app-only', kept.index, kept.index + kept[0].length)
  if (own !== null) add(ownersAt(sentence, own.index), 'app-only', own.index, own.index + own[0].length)
  return found
}

/** "remains confined to the maker's consumer-facing interfaces" */
const inItsApps =
  /\b(?:is|are|remains?|stays?) (?:still |for now )?(?:confined|limited|restricted|exclusive) to (?![^,.;]{0,90}\bAPI\b)(?:\w+['’]s?|its|their|the company['’]s|the) (?:own )?(?:[\w-]+ ){0,2}(?:apps?|interfaces|products|website)\b/

const inBeta =
  /\b(?:is|are|remains?|launche[sd]|released|available|opens?|enter(?:s|ed)) (?:now |still |currently |today |available )*(?:in|as an?|into) (?:an? )?(?:(?:private|public|limited|open|closed|early|invite-only) )?beta\b/
/** Windows, tools and modes come in beta as well. */
const betaFeature =
  /\b(?:context|windows?|tokens?|features?|tools?|modes?|connectors?|support|extension|plug-?ins?|apps?|agents?)\b/i

/** "Only older models — including A, B and C — are available through the API": all that the aside names. */
function namedAmong({ text, models }: FactSentence, at: number): Owner[] {
  const from = text.slice(0, at).search(/\bmodels?(?: ?[—–(]|,)? ?(?:including|such as|like|namely) /)
  if (from < 0 || !/^(?:[^.;]|\.\d){0,400}(?:[—–),]| )(?:is|are) (?:now |still |also )*$/.test(text.slice(from, at))) return []
  return models.filter((m) => m.start > from && m.end <= at && !m.family)
}

/** "The model also introduces Claw Groups as a research preview": what it brings is in preview, not the model. */
const otherInPreview =
  /(?<!\b(?:is|are|was|were|be|been) )\b(?:introduc|includ|featur|add|offer|bring|come|ship|gain|support|get)(?:s|es|ed|ing)?\b(?: (?:with|support for))? [^,.;]{3,80} $/i

/** "PowerPoint: a new research preview allows …": what the label names is in preview. */
const otherLabel =
  /^(?!(?:[A-Z][\w.]* ){0,2}(?:Availab\w*|Access|API|Status|Release|Rollout|Preview|Model|Today|Now|Update)\b)[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}: (?!(?:[Nn]ow )?(?:[Aa]vailable|[Ii]n|[Pp]review)\b)/

/** A preview belongs to the model before it; "opening a private API preview" with no name, to the model spoken of. */
function previewed(sentence: FactSentence, at: number): Owner[] {
  // "fast mode (research preview)": the mode's
  if (
    /\b(?:mode|feature|tool|tier|window|effort|agent|extension) \((?:in |an? )?$/.test(
      sentence.text.slice(Math.max(0, at - 30), at),
    )
  )
    return []
  if (otherLabel.test(sentence.text) && !sentence.models.some((m) => m.end <= at)) return []
  const brought = otherInPreview.exec(sentence.text.slice(Math.max(0, at - 120), at))
  const from = brought === null ? -1 : at - brought[0].length
  if (
    from >= 0 &&
    !sentence.models.some((m) => m.start >= from && m.end <= at) &&
    !/\b(?:API|access|the model|it)\b/.test(brought?.[0] ?? '')
  )
    return []
  const subject = sentence.models.find((m: NamedModel) => m.end <= at && !m.complement)
  return subject === undefined ? spokenOf(sentence) : ownersAt(sentence, at)
}
