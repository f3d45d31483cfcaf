import { everyMatch } from '../lexicon/every-match.ts'
import { clauseStart, type FactSentence, type FoundFact, listedWith, ownersAt, spokenOf } from './fact-sentence.ts'

type Owner = { name: string; variant: string | null }

const openness =
  /\b(?:(proprietary|closed[- ]sourced?|closed[- ]weights?|closed)|(open[- ]sourc(?:ed?|es|ing))|(open[- ]?weights?|weights-available|fully open(?=[,.:;]|$)|open(?= (?:[a-z]+ ){0,2}(?:models?|LLMs?)\b)))(?![\w-])/gi

/** What a wish, a doubt or another version is said about: no statement on the model at hand. */
const unsettled =
  /\b(?:whether|if|would|could|might|may|plans?|planned|planning|hop(?:es?|ing|ed)|promis\w+|intend\w*|intention|future|later|eventual(?:ly)?|someday|next|subsequent|unclear|rumou?red|consider\w*|debate|question|aims?|expects?|expected|vows?|pledg\w+)\b(?!-)/i
const denied =
  /\b(?:not|never|no longer|no more|no|neither|nor|rather than|instead of|isn't|aren't|won't|wasn't|doesn't|hasn't|without)(?: (?:be|being|been|yet|fully|truly|an?|the|released|as|available))*[ ]$/i

const followedByThing =
  /^[ -](?:[a-z-]+ ){0,2}(?:data(?:sets?)?|communit\w+|tools?|toolkits?|frameworks?|repositor\w+|librar\w+|alternatives?|rivals?|competitors?|software|projects?|developers?|movement|ecosystem|philosophy|strategy|approach|posture|initiative|definition|licen[cs]e|community|code|benchmarks?|future|follow-ups?|world|labs?|systems?,? (?:such|like))\b/i
const modelNouns =
  /^(?:[ -][\w"“”'&/-]{1,22}){0,6}?[ -](?:models?|LLMs?|VLMs?|releases?|checkpoints?|systems?|famil(?:y|ies)|series|weights?|offerings?|alternative to|agents?|MoEs?|AI)\b/i

const bridge =
  /^(?:'s)?(?: \([^()]{1,30}\))?(?: (?:model )?(?:family|series|models?|line|lineup|release))?(?:[,:]| [—–-]|—|–)? ?(?:which |that )?(?:(?:is|are|was|were) not|isn't|aren't|wasn't|won't be|will not be|is|are|was|were|remains?|stays?|will be|will remain|will stay|being|becomes?|has been|have been|comes?|came|launch(?:es|ed)|releas(?:es|ed)|arriv(?:es|ed))?(?: (?:also|still|now|currently|fully|entirely|completely|itself|released|described|positioned|pitched|marketed|touted|seen|regarded|known|available|billed|offered|with|as|under|often|called|considered|among|one|of|first|most|the|an|a|its|their|both|largely|strictly|new|of the))*(?: [\w"“”'&-]{1,22}){0,4} $/i
const bridgeVerb =
  /\b(?:isn't|aren't|wasn't|won't be|will not be|is|are|was|were|remains?|stays?|will be|will remain|will stay|has been|have been|releas(?:ed|es)|launch(?:ed|es))\b/i
const strays =
  /\b(?:on|with|using|than|among|against|by|for|from|to|over|like|unlike|beats?|rivals?|match(?:es)?|outperform\w*|compared|trained|between|about|above|below|all other|any|every|other|behind|ahead)\b/i

const attributive =
  /^ (?:["“”']?(?:[A-Z][\w.&-]{1,20}(?:'s)?|models?|giants?|leaders?|rivals?|competitors?|alternatives|options|LLMs?|systems?|series|famil(?:y|ies)|flagships?|frontier|offerings?|large|small|language|reasoning|multimodal|coding|video|image|audio|thinking|AI|new|newest|latest|own|popular|powerful|older|earlier|previous|base|instruct|chat|foundation|[\w]+-[\w-]+)["“”']? ){0,5}(?:(?:like|such as|including|includes?) )?(?:the |its )?["“]?$/

/**
 * How open a model is, where the text says it of that model: `closed`, `open-source`, `open-weights`. Hopes, plans for later versions
 * and remarks on models in general say nothing; "not open source", "won't be freely available" is `closed`.
 */
export function readOpenness(sentence: FactSentence): FoundFact[] {
  const { text } = sentence
  const found: FoundFact[] = []
  const add = (owners: Owner[], value: string, start: number, end: number): void => {
    for (const owner of owners)
      found.push({ model: owner.name, variant: owner.variant, attribute: 'access', value, condition: null, start, end })
  }
  for (const m of everyMatch(text, openness)) {
    const at = m.index
    const end = at + m[0].length
    const lead = text.slice(clauseStart(text, at), at)
    const wide = text.slice(Math.max(0, at - 80), at)
    // "open-sourced …, so it is one of the best open models": the sharper word counts
    if (/^open$/i.test(m[0]) && /\bopen[- ]sourc/i.test(text)) continue
    if (/^[: ]{1,2}(?:false|none|n\/a|no)\b(?! \w)/i.test(text.slice(end, end + 10))) continue
    const no = denied.test(lead)
    const value = m[1] !== undefined ? 'closed' : m[2] !== undefined ? 'open-source' : 'open-weights'
    if (value === 'closed' && no) continue
    if (
      value === 'closed' &&
      /^closed$/i.test(m[0]) &&
      !/^ (?:models?|LLMs|systems|rivals|competitors) (?:like|such as|including)\b/.test(text.slice(end, end + 30)) &&
      !/\b(?:is|are|remains?|stays?|stay|remain|a|keeps?|be|fully)(?: \w+)? $/i.test(lead)
    )
      continue
    const owners = describedBy(sentence, at, end, value)
    if (owners.length === 0) continue
    const will = /\bwill (?:be|remain|stay) (?:[a-z]+ )?$/i.test(lead)
    // "it may not beat proprietary giants like X": what X is stays so
    const attached =
      value === 'closed' && sentence.models.some((x) => x.start >= end && attributive.test(text.slice(end, x.start)))
    if (unsettled.test(lead.slice(-70)) && !will && !attached) continue
    if (value !== 'closed' && /\bwill\b/i.test(wide.slice(-40)) && !no) continue
    add(owners, no ? 'closed' : value, at, end)
  }
  const unfree =
    /\b(?:won't|will not|isn't|is not|are not|aren't) (?:be )?(?:freely|openly) (?:available|downloadable|released|accessible)|\bnot (?:as )?(?:a )?downloadable\b|\bno (?:open|downloadable|public) weights\b|\bweights (?:were|was|are|have|has|had) (?:never|not) (?:been )?(?:released|published|made public|public)\b(?! yet)/i.exec(
      text,
    )
  if (unfree !== null) add(ownersAt(sentence, unfree.index), 'closed', unfree.index, unfree.index + unfree[0].length)
  readWeights(sentence, add)
  if (!found.some((f) => f.value.startsWith('open'))) readDownload(sentence, add)
  return found
}

function readWeights(sentence: FactSentence, add: (o: Owner[], value: string, start: number, end: number) => void): void {
  const { text } = sentence
  const weights =
    /\b(?:(?:(?:releas|publish|post|shar|upload)(?:es|ed|ing|s)?|open(?:s|ed|ing)) (?:[\w,'-]+ ){0,14}?(?:the |its |full |model |their ){0,3}weights\b|weights (?:(?:of|for) [\w .-]{3,40} )?(?:are |were |have been |is )?(?:now |also |already |freely |publicly |both )*(?:available|released|published|posted|downloadable|up) (?:on|for|through|via|under|from|at)|weights, (?:all |both )?available|(?<=[,;:] |\b(?:with|and) )(?:an? |full(?:y)? )?(?:open weights(?= (?:on|at|via|under|in)\b|[,.;]|$)|(?:model )?weights (?=(?:on|at|via) (?:Hugging|GitHub|ModelScope|Kaggle|HF\b)))|\b(?:has|have) open weights\b|weights(?: (?:of|for) [\w .-]{3,40})?(?: and [a-z ]{3,25})? (?:are|is|were) (?:(?:now|also|all|fully|already) )*(?:(?:open|public|free)(?:ly available)?(?= on\b|[,.;]|$)|on (?=Hugging|GitHub|ModelScope|Kaggle|the Hub))|weights(?:, [a-z]+)* and [a-z ]{3,20} are (?:all )?(?:public|open|available)\b|weights: (?:fully |now )?(?:public|open|released|available)\b|weights (?:freely|publicly|openly) (?:available|released)\b|\bmade (?:the |its |all )?(?:full |model )*weights (?:(?:of|for) [\w .-]{3,40} )?(?:freely |publicly |openly )?available\b|(?<=\bmodel )with open weights\b|download(?:able)? (?:the )?(?:model )?weights)/i.exec(
      text,
    )
  if (weights === null) return
  const lead = text.slice(clauseStart(text, weights.index), weights.index)
  const whole = `${lead.slice(-60)}${weights[0]}`
  if (/\b(?:not|no|never|without|n't|will|would|plans?|if|whether|may|could|hasn't|refus\w+)\b|n't/i.test(whole)) return
  const end = weights.index + weights[0].length
  // "the weights of X": X's, whatever stood before
  const of = sentence.models.findIndex(
    (m) => m.start >= end && /^ (?:of|for) (?:the |its |both )?$/.test(text.slice(end, m.start)),
  )
  add(of < 0 ? ownersAt(sentence, end) : listedWith(sentence, of), 'open-weights', weights.index, end)
}

const person = '(?:you|anyone|everyone|developers|researchers|users|companies|teams|businesses|engineers)'
const download = new RegExp(
  String.raw`\b(?:(?:available|accessible|free|offered|open) (?:(?:for|as an?) (?:(?:free|public|open) )?|to (?:freely )?)download\b|(?:can|may) (?:now |also |already |still )*be (?:freely |openly )?downloaded\b|${person} (?:can|may|to) (?:now |also |freely )*download (?:it|them|the (?:full |whole )?model|and)\b|downloadable (?:from|on|via|at|for)\b)`,
  'i',
)
/** A denial, a plan or a condition: what stands in its clause is not so today. */
export const notYet =
  /\b(?:not|never|n't|no|without|will|soon|coming|later|planned|plans?|once|yet|expected|weeks|months|if|when|rather than|instead of|like)\b|n't/i

/** A download of something else: an app, a data set, a report. */
const otherDownload = /\b(?:apps?|App Store|Google Play|data ?sets?|report|paper|plug-?in|extension|code|tool|software)\b/i

/** "You can download it from …", "available for download": a model that people can take home has open weights. */
function readDownload(sentence: FactSentence, add: (o: Owner[], value: string, start: number, end: number) => void): void {
  const { text } = sentence
  const m = download.exec(text)
  if (m === null) return
  const end = m.index + m[0].length
  if (
    notYet.test(text.slice(clauseStart(text, m.index), end)) ||
    otherDownload.test(text.slice(Math.max(0, m.index - 60), end + 60))
  )
    return
  add(ownersAt(sentence, m.index), 'open-weights', m.index, end)
}

const oneOfThem =
  /^ (?:ranks?|ranked|leads|is (?:now |currently |scoring as |ranked )?)[^,;:.—]{0,30}?(?:\bamong (?:all |the )?|\bone of the (?:best|strongest|leading|top|most capable) (?:\w+ )?|(?<=\bleads )(?:all |other )?)$/

/** The models that an openness word at [at, end) is said of; none where it is said of something else. */
function describedBy(sentence: FactSentence, at: number, end: number, value: string): Owner[] {
  const { models, text, companies, topic } = sentence
  // "an open-source (MIT) model"
  const rest = text.slice(end).replace(/^ \([^()]{2,30}\)(?= )/, '')
  // "open-sourced the base models … for both X and Y"
  const verb =
    /sourc(?:ed|es|ing)$/i.test(text.slice(at, end)) &&
    !/\b(?:is|are|was|were|been|an?|the|its) (?:\w+ )?$/i.test(text.slice(0, at))
  const next = models.findIndex((m) => m.start >= end)
  // "the open-source nature of X"
  const nature = /^ nature of (?:the |its )?/.exec(rest)
  if (nature !== null) {
    const own = models.findIndex((m) => m.start === end + nature[0].length)
    return own >= 0
      ? listedWith(sentence, own)
      : /^(?:new )?(?:models?|series)\b/.test(rest.slice(nature[0].length))
        ? spokenOf({ ...sentence, text: '' })
        : []
  }
  const nextModel = models[next]
  if (nextModel !== undefined) {
    const gap = text.slice(end, nextModel.start)
    const direct = attributive.test(gap)
    const spread =
      attributive.test(gap) &&
      /^ (?:[\w"“”'&-]{1,20} ){0,3}(?:models?|giants|rivals|systems|LLMs|leaders?|flagships?|offerings) (?:like|such as|including) /i.test(
        gap,
      )
    const object =
      verb && gap.length < 140 && /\b(?:models?|weights|versions?|checkpoints?|variants?)\b/i.test(gap) && !/[;—]|\. /.test(gap)
    if (direct || spread || object || (verb && /^ (?:the |its )?$/.test(gap))) return listedWith(sentence, next)
    // "the first open-source model, X"
    if (
      /^ (?:[\w-]{1,20} ){0,4}(?:model|LLM|system|release),? (?:called |named |dubbed )?$/i.test(gap) &&
      !strays.test(gap) &&
      !bridgeVerb.test(gap)
    )
      return [nextModel]
  }
  if (verb && nextModel === undefined && at > 12) return []
  if (value !== 'closed' && followedByThing.test(rest.slice(0, 60).replace(/ (?:that|which) .*$/, ''))) return []
  const ends =
    /^["”')]*(?:[,.;:—–)]|$| (?:due|because|for now|today|last|this|earlier|only|from|under|and|but|at|by|in|while|so|on|via|rather|with)\b)/.test(
      rest,
    )
  const noun = modelNouns.test(rest.slice(0, 120))
  // "released open-source on May 3", "launched it as a closed model"
  if (
    /\b(?:released|made|shipped|goes|went) (?:fully )?$/i.test(text.slice(0, at)) &&
    /^(?:[,.;]| \(| (?:on|under|in|at|via|by)\b|$)/.test(rest)
  )
    return ownersAt(sentence, at)
  if (
    noun &&
    /\b(?:releas|launch|ship|introduc|unveil)(?:es|ed|s|ing)?\b.{3,160}\bas an? (?:[\w-]+ ){0,2}$/i.test(text.slice(0, at))
  ) {
    const launched = models.filter((m) => m.end <= at && !m.complement && !m.family)
    if (launched.length === 1) return launched
  }
  const previous = models.findLastIndex((m) => m.end <= at)
  const previousModel = models[previous]
  if (previousModel !== undefined) {
    // "X ranks first among open-source models", "X is scoring as one of the best open-weight coding models"
    if (value !== 'closed' && noun && !previousModel.complement && oneOfThem.test(text.slice(previousModel.end, at)))
      return [previousModel]
    // "made X open source"
    const between = text.slice(previousModel.end, at)
    if (
      /^ (?:fully )?$/.test(between) &&
      /\b(?:made|makes?|making|kept|keeps?) (?:the )?$/.test(text.slice(0, previousModel.start))
    )
      return listedWith(sentence, previous)
    const gap = text
      .slice(previousModel.end, at)
      .replace(/^, (?:(?:developed|built|made|created|released|launched) by|from) [^,]{2,40},/, '')
    // "X (a 24B open-source model)", "the lab ships X -- open-source, …"
    const glossed = /^(?: \((?:an? (?:[\w.-]+ ){0,3})?| --? | [—–] |: )$/.test(gap)
    // "X: the most notable release is the 32B open-weight checkpoint"
    const labelled = /^: (?:The|Its|An?|This) [^.;:]{3,80} (?:is|remains) (?:the|an?) (?:[\w.-]+ ){0,2}$/.test(gap) && noun
    if (labelled) return [previousModel]
    if (glossed && (noun || ends)) return [previousModel]
    const apposed = /^(?:,| [—–-]|—|–|:) ?(?:an?|the|its|which|two|three|four|both)\b/.test(gap)
    const copula = bridgeVerb.test(gap) || / as (?:(?:an?|the|its|one of the) )?(?:[\w-]+ ){0,2}$/.test(gap)
    if (bridge.test(gap) && (apposed || copula) && !strays.test(gap.replace(/^.*\b(?:one|some) of/, '')) && (noun || ends))
      return listedWith(sentence, previous)
    return []
  }
  const pronoun = /\b(?:the (?:new )?model|it|this model|they|the models)\b([^.;]{0,50})$/i.exec(text.slice(0, at))
  if (
    pronoun !== null &&
    (bridgeVerb.test(pronoun[1] as string) || /^'s\b/.test(pronoun[1] as string)) &&
    !strays.test(pronoun[1] as string) &&
    (noun || ends)
  )
    return spokenOf(sentence)
  // "Moonshot's fully open-weight release"
  if (/\b(?:available|released|offered|published|shipped|launched) as (?:an? |fully )?$/i.test(text.slice(0, at)))
    return spokenOf(sentence)
  // "Open-sourced under MIT", "Open weights: …": a label or a line without its subject
  if (
    models.length === 0 &&
    /^(?:Now |Fully )?$/.test(text.slice(0, at)) &&
    /^(?:$|[:,]| \(| (?:for|under|on|via|with|at|release)\b)/.test(rest)
  )
    return spokenOf(sentence)
  // "This new generation of open-weight models …"
  if (
    noun &&
    /^(?:This|The) (?:[\w-]+ ){0,3}(?:generation|family|series|line-?up|collection|release) of $/.test(text.slice(0, at))
  )
    return spokenOf(sentence)
  const maker = companies.findLast((c) => c.end <= at)
  if (
    maker !== undefined &&
    topic !== null &&
    maker.ofTopic &&
    /^'s? (?:[a-z-]+ )?$/.test(text.slice(maker.end, at)) &&
    /^ (?:release|model)\b/.test(rest)
  )
    return [{ name: topic, variant: null }]
  return []
}
