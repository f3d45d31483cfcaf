import type { Attribute } from '../claim.ts'
import { everyMatch } from '../lexicon/every-match.ts'

/** A model that a sentence names, resolved to its full name. Offsets are into the sentence's text. */
export interface NamedModel {
  start: number
  end: number
  name: string
  variant: string | null
  /** The party that something else is compared with, built on or listed beside ("than X", "unlike X", "such as X"). */
  complement: boolean
  /** A family's name ("Llama") that stands for no one model. */
  family: boolean
  /** A name cut short that two models of the article fit: nothing may be said of it. */
  unclear?: boolean
}

/** A company that a sentence names. Offsets are into the sentence's text; `ofTopic`: it makes the model that the article is about. */
export interface NamedCompany {
  start: number
  end: number
  name: string
  ofTopic: boolean
}

/**
 * One sentence with all that a fact reader may look at. `carried`: the models spoken of where the sentence names none (by pronoun,
 * heading or the sentence before; several only after a list of them). `published`: the article's date.
 */
export interface FactSentence {
  text: string
  models: NamedModel[]
  companies: NamedCompany[]
  carried: string[]
  topic: string | null
  /** Who makes the topic, by the lexicon, if the article names that company. */
  makerOfTopic: string | null
  /** The company that was named last before this sentence. */
  companyBefore: string | null
  published: string | null
  /** Ranges that name a benchmark: a quantity inside one is the test's, not a model's. */
  benchmarks: { start: number; end: number }[]
  /** The article says somewhere that its prices are per million tokens. */
  pricedPerMillion: boolean
}

/** A fact as a reader found it: offsets into the sentence's text, widened to the quote later. */
export interface FoundFact {
  model: string
  variant: string | null
  attribute: Attribute
  value: string
  condition: string | null
  start: number
  end: number
}

const complementLead =
  /(?:\b(?:than|(?:percent|%|fraction|half|third|quarter|tenth) of|in line with|parity with|on par with|level with|equal to|versus|vs\.?|unlike|like|similar to|akin to|compared (?:to|with)|same (?:price |pricing )?as|identical to|comparable to|against|behind|ahead of|beat(?:s|ing)?|beaten|outperform\w*|outpac\w*|outscor\w*|rival(?:s|ing|led)?|surpass\w*|match(?:es|ing|ed)?|exceed\w*|trail(?:s|ing|ed)?|ties(?: with)?|tied with|tying(?: with)?|lead(?:s|ing)?|over|such as|including|keep(?:s|ing)?|retain(?:s|ing)?|inherit(?:s|ing)?|replacement for|alternative to|succe(?:eds?|ssor to|ssor of)|replac\w+|supersed\w+|upgrade (?:to|over|from)|based on|buil(?:t|ds?|ding) (?:(?:up)?on(?: top of)?|from)|(?:architecture|backbone|base|foundation)(?: \w+){0,2} is|(?:variant|version|derivative|descendant|fine-?tune|offshoot|sibling|fork|counterpart|distillation) (?:of|to)|derived from|distilled from|fine-?tuned from|before|after|since|alongside|near(?:ly)?|below|above|edg(?:es|ed|ing) (?:out|past)|undercut(?:s|ting)?|(?:match(?:es|ing)?|approach(?:es|ing)?|equals?|surpass(?:es)?|near(?:s|ing)?|reach(?:es)?) the (?:performance|quality|level|scores?|results?|capabilit(?:y|ies)) of|past|to)|≈|>|<)[ (]{1,2}(?:[A-Z][\w.&-]{0,20}(?: [A-Z][\w.&]{0,20})?(?:'s?)? )?(?:(?:the|its|their|an?|earlier|previous|prior|older|larger|smaller|flagship|proprietary|closed|open|new|own|other|models?|rivals?|competitors?|predecessors?|giants|leaders?|leading|heavyweights?|incumbents?|latest|source|sourced|weights?|recent|recently|released|newly|frontier|year's|last)(?:[ ,:–—-]{1,3})){0,5}$/i

/** "Rival X supports …": a noun before its name, no comparison. */
const rivalNoun = /(?:^|[.,;:] |\b(?:and|while|but|its|the|as) )[Rr]ival $/

/** True where the text up to a model's name makes it the compared-with party. */
export function leadsToComplement(textBefore: string): boolean {
  if (/\baccess to (?:the |its )?$/i.test(textBefore)) return false
  if (rivalNoun.test(textBefore)) return false
  return complementLead.test(textBefore.slice(-90)) || textBefore.endsWith('-than-')
}

const listJoint = /^(?:'s)?(?:,? (?:and|or|&|plus|as well as) |\/| ?& ?)(?:the |both |its )?$/
const listComma = /^(?:'s)?, ?(?:the |its )?$/

/** The mentions that stand in one list with mention `at` ("A, B and C"), itself included, in order. */
export function listedWith(sentence: Pick<FactSentence, 'text' | 'models'>, at: number): NamedModel[] {
  const { models, text } = sentence
  const joined = (left: number): boolean => {
    const a = models[left]
    const b = models[left + 1]
    if (a === undefined || b === undefined) return false
    // "A (70B) and B (9B)"
    const gap = text.slice(a.end, b.start).replace(/^ \([^()]{1,60}\)/, '')
    if (gap.length > 18) return false
    // a bare comma joins only on the way to an "and": "Unlike A, B is …" is no list
    return listJoint.test(gap) || (listComma.test(gap) && joined(left + 1))
  }
  let first = at
  let last = at
  while (first > 0 && joined(first - 1)) first -= 1
  while (last < models.length - 1 && joined(last)) last += 1
  return models.slice(first, last + 1)
}

const clauseBreak = /;|[—–]| - | (?:while|whereas|but|although|though) /g

/** The clause's first offset: after the last semicolon, dash or "while"/"but"/"whereas" before `at`. */
export function clauseStart(text: string, at: number): number {
  const from = Math.max(0, at - 400)
  const lead = text.slice(from, at)
  let start = from
  for (const m of everyMatch(lead, clauseBreak)) start = from + m.index + m[0].length
  return start
}

const openBracket = (text: string, at: number): number => {
  let depth = 0
  for (let i = at - 1, steps = 0; i >= 0 && steps < 160; i -= 1, steps += 1) {
    const c = text[i]
    if (c === ')' || c === ']') depth += 1
    if (c === '(' || c === '[') {
      if (depth === 0) return i
      depth -= 1
    }
  }
  return -1
}

const unique = (models: NamedModel[]): NamedModel[] =>
  models.filter((m, i) => models.findIndex((n) => n.name === m.name && n.variant === m.variant) === i)

/**
 * Whose quantity stands at `at`: the model that a bracket or a possessive ties it to, else the nearest model to the left that is no
 * complement (with those listed beside it), else the one carried into the sentence. Empty where that would be a guess.
 * Right digits are easy, the right owner is the risk: weak ownership abstains.
 */
export function ownersAt(sentence: FactSentence, at: number): { name: string; variant: string | null }[] {
  const { models, text } = sentence
  const bracket = openBracket(text, at)
  if (bracket >= 0) {
    const tied = models.findLastIndex((m) => m.end <= bracket)
    const named = models[tied]
    if (
      named !== undefined &&
      /^(?:'s)? ?$/.test(text.slice(named.end, bracket)) &&
      !models.some((m) => m.start > bracket && m.end <= at)
    )
      return [named]
    if (
      versioned.test(text.slice(Math.max(0, bracket - 30), bracket)) &&
      !models.some((m) => m.end >= bracket - 1 && m.start < bracket)
    )
      return []
  }
  // "…, and some of its models go up to 300K": nobody's in particular
  const clause = text.slice(Math.max(clauseStart(text, at), at - 90), at)
  if (
    unnamedModels.test(clause) ||
    (otherModels.test(clause) && !/\b(?:is|are|was|were) (?:also )?(?:one of|among|the)\b/.test(clause))
  )
    return []
  const left = models.findLastIndex((m) => m.end <= at)
  const nearest = models[left]
  // "X is a variant of Y, and it is …": the sentence's subject
  const again = nearest === undefined ? null : pronounSubject.exec(text.slice(nearest.end, at))
  if (again !== null) {
    const subject = models.findIndex((m) => !m.complement)
    return subject < 0 || subject > left ? spokenOf(sentence) : unique(listedWith(sentence, subject)).filter((m) => !m.complement)
  }
  if (
    nearest !== undefined &&
    /^(?:'s|:)? ?(?:at |is |costs |with )?(?:an? |the |its |a full )?$/.test(text.slice(nearest.end, at))
  ) {
    const gap = text.slice(nearest.end, at)
    // "Pricing matches X: $1": the other's price is the model's own
    if (nearest.complement && gap.startsWith(':')) return spokenOf(sentence)
    return /^'s/.test(gap) || nearest.complement ? [nearest] : unique(listedWith(sentence, left))
  }
  // so is a relative clause: "Unlike X, which is under MIT, …"
  if (nearest !== undefined && /^,? (?:which|that|whose)\b[^,;]{0,120}$/.test(text.slice(nearest.end, at))) return [nearest]
  // an apposition is about the name before it, complement or not: "beats X, a 32B model"
  if (
    nearest !== undefined &&
    /^,? (?:itself )?(?:an?|the) (?:[\w-]+ ){0,2}$|^, (?:an?|the|with(?: its)?) ?$/.test(text.slice(nearest.end, at)) &&
    text.slice(nearest.end, at).startsWith(',')
  )
    return [nearest]
  for (let i = left; i >= 0; i -= 1) {
    const model = models[i] as NamedModel
    if (model.complement) continue
    // "distills X's skill into …": what X has is the object
    if (
      text.startsWith("'s ", model.end) &&
      /\b[a-z]{3,}(?:s|ed|ing) $/.test(text.slice(Math.max(0, model.start - 20), model.start))
    )
      continue
    // a bracket that closed before the quantity hides its names
    const closed = openBracket(text, model.start)
    if (closed >= 0 && text.slice(model.end, at).includes(')') && openBracket(text, at) !== closed) continue
    return unique(listedWith(sentence, i)).filter((m) => !m.complement)
  }
  // "At 111B parameters, X has …"
  const [first] = models
  if (
    left < 0 &&
    first !== undefined &&
    opening.test(text.slice(0, at)) &&
    /^[^,;.]{2,60}, (?:the )?$/.test(text.slice(at, first.start))
  )
    return unique(listedWith(sentence, 0))
  return spokenOf(sentence)
}

const opening = /^(?:At|With|Packing|Boasting|Featuring) (?:(?:just|only|about|around|roughly|some|an?|its) )*$/

/** "Step-3 (": a bracket behind a name that nobody has told us of. */
const versioned = /(?:^| )[A-Z][A-Za-z]*[- ]?[A-Z]?\d[\w.-]* ?$/
const unnamedModels =
  /\b(?:some|many|most|other|several|certain|rival|competing|all (?:of )?(?:our|the|its|their)) (?:[\w.-]+ ){0,2}models\b(?! (?:such as|like|including))[^,;]*$/i
/** "beats models that …", "one of the largest models on the market with …": a figure of whichever models these are. */
const otherModels = /\bmodels (?:that|which|on the market|around|out there)\b[^,;]*$/i
const pronounSubject =
  /(?:, |; |\. |[—–] |\b(?:and|but|so|as|because|while|where|since|when) )(?:it|the (?:new )?model|they)(?:'s)? [^;]{0,80}$/

/** A sentence whose subject is a thing of another kind, or a name that nobody has told us of: it says nothing of the model carried in. */
const otherSubject =
  /(?:^|: |\*\*:? )(?:The|This|A|An|Its|Their|Another|That) (?:[\w"'“”-]+ ){0,3}?(?:features?(?! (?:(?:an?|the|its|about|over|up|both|native)\b|\d))|tools?|agents?|apps?|assistants?|plug-?ins?|extensions?|add-?ins?|connectors?|integrations?|data ?sets?|papers?|reports?|stud(?:y|ies)|benchmarks?|platform|program(?:me)?|team|mode|service|chips?|card|frameworks?|library|repository|code|demo|partnership|investors?|deal|round)\b(?!['"”]?s? (?:model|LLM|version|API)\b)/
const unknownName =
  /^(?!(?:It|They|This|That|These|Those|The|A|An|Both|All|Each|API|Access|Available|Pricing|Prices?|Input|Output|Context|Users?|Developers?|Customers?|Weights|Now|Currently|Today|However|Instead|Also|Its|Their|Our|We|You|There|Here|If|When|While|With|For|In|On|At|As|By|After|Before|Since|Although|Though|Despite|Unlike|Like|But|And|Or|So|Yet|Only|Subscribers|Licensing|License|Availability|Parameters|Training|Developed|Released|Built|Designed|Enterprise|Enterprises|Researchers|Anyone|Everyone|Businesses|Companies|Free|Paid)\b)[A-Z][\w.-]{1,24}(?: (?:[A-Z][\w.-]{1,24}|\d[\w.]*)){0,3}(?:'s [a-z]+(?: [a-z]+)?)? (?:is|are|was|were|has|have|will|can|comes?|costs?|runs?|supports?|offers?|ships?|launch(?:es|ed)|releas(?:es|ed)|unveil(?:s|ed)|announc(?:es|ed)|introduc(?:es|ed)|charges?)\b(?!-)/

/** True where a sentence opens with a name that nobody has told us of: what follows is its own. */
export const opensWithUnknown = (sentence: FactSentence): boolean =>
  unknownName.test(sentence.text) && !sentence.companies.some((c) => c.start < 30) && !sentence.models.some((m) => m.start < 30)

/** What stands behind a family's name where it names a product: "Claude for Excel", "Gemini CLI". */
export const productTail = /^ (?:(?:for|in) [A-Z]\w+|Code|CLI|Desktop|Cowork|Enterprise|Code Assist|Build)\b/
/** The same as the subject of a sentence. */
const productSubject =
  /^(?:The )?[A-Z]\w+(?: (?:for|in) [A-Z]\w+| (?:Code|CLI|Desktop|Cowork|Enterprise|Code Assist|Build))(?: [A-Z]\w+)? (?:is|was|became|becomes|gained|gains|gets|got|has|now|can|will)\b/

/** The models carried into a sentence: all of a list after "they", "both", "these"; else one, and none where that would be a guess. */
export function spokenOf(sentence: FactSentence): { name: string; variant: string | null }[] {
  const { carried, text } = sentence
  if (otherSubject.test(text) || productSubject.test(text)) return []
  if (opensWithUnknown(sentence)) return []
  const several = /\b(?:they|both|all|these|the models|each)\b/i.test(text)
  if (carried.length > 1 && !several) return []
  return carried.map((name) => ({ name, variant: null }))
}

const unreal =
  /\b(?:if|whether|would|could|might|may|should|unless|rumou?red|expected to|expects?|hop(?:es?|ing) to|plan(?:s|ned|ning)? to|aim(?:s|ing)? to|targets?|not|never|no longer|without|cannot|hypothetical(?:ly)?|lacks?|until|imagine)\b|n't\b/

/** True where a denial, a condition or a wish stands in the clause before `at`: nothing there is stated as a fact. */
export function unrealAt(text: string, at: number): boolean {
  const start = clauseStart(text, at)
  return unreal.test(text.slice(Math.max(start, at - 70), at))
}

/** The end of the clause or list part that begins at `from`: the next comma, semicolon, stop or dash, at most `limit` on. */
export function partEnd(text: string, from: number, limit: number): number {
  const rest = text.slice(from, from + limit)
  const stop = rest.search(/[;,](?!\d)|[.!?](?= |$)|[—–]/)
  return from + (stop < 0 ? rest.length : stop)
}
