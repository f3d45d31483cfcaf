import type { Attribute, RiskCategory } from '../claim.ts'
import type { BenchmarkCategory } from '../lexicon/benchmark.ts'
import { findBenchmarks } from '../lexicon/find-benchmarks.ts'
import { findModels } from '../lexicon/find-models.ts'
import { contentWords } from '../summary/words.ts'
import type { Names } from './names.ts'

/** What a question asks for, as far as its words tell. */
export interface Question {
  text: string
  models: string[]
  /** Names that look like models but that no article names. */
  unknownModels: string[]
  benchmarks: string[]
  categories: BenchmarkCategory[]
  attributes: Attribute[]
  risks: RiskCategory[] | 'any' | null
  /** The vendor that is named, by its usual name. */
  vendor: string | null
  /** Asks for the newest launches. */
  newest: boolean
  /** Asks who is good at something, not only about it. */
  ranks: boolean
  /** Asks over all models ("which models …", "the cheapest …"), where none is named. */
  overAll: boolean
  /** Asks for closed models, or for open ones. */
  closed: boolean
  open: boolean
  /** The least context window that is asked for, in tokens. */
  leastContext: number | null
  /** Words that carry the topic, for the search. */
  words: string[]
  /** The same without the names of the models: what is asked of them. */
  topic: string[]
}

const attributeWords: [RegExp, Attribute[]][] = [
  [
    /\b(?:price|prices|pricing|priced|cost|costs|expensive|cheap(?:er|est)?|dear(?:er|est)?|tokens? cost|how much)\b/i,
    ['price_input', 'price_output'],
  ],
  [/\b(?:context|window|long inputs?)\b/i, ['context_window']],
  [/\b(?:max(?:imum)? output|longest output|output limit)\b/i, ['max_output']],
  [/\b(?:when|release[ds]?|launch(?:ed)?|came out|announced|date)\b/i, ['release_date']],
  [/\b(?:licen[sc]e[ds]?|licensing)\b/i, ['license']],
  [/\b(?:open|open-\w+|closed|weights?|proprietary|download)\b/i, ['access', 'license']],
  [/\b(?:access|api)\b/i, ['access']],
  [/\b(?:available|availability|where|regions?|countries|plans?)\b/i, ['availability']],
  [/\b(?:parameters?|size|how big|how large)\b/i, ['parameters']],
  [/\b(?:modalit(?:y|ies)|images?|audio|video|multimodal|speech|inputs?)\b/i, ['modalities']],
  [/\b(?:deprecat\w*|retire\w*|sunset|shut ?down|ends?|ended|end of life)\b/i, ['deprecation']],
  [/\b(?:who (?:makes|made|built|develops)|vendor|maker|company|lab)\b/i, ['vendor']],
]
const categoryWords: [RegExp, BenchmarkCategory][] = [
  [/\b(?:health|medic\w*|doctors?|clinical)\b/i, 'health'],
  [/\b(?:cod(?:e|ing)|programming|software|developers?)\b/i, 'coding'],
  [/\b(?:agents?|agentic)\b/i, 'agents'],
  [/\b(?:maths?|mathematics)\b/i, 'maths'],
  [/\b(?:science|scientific|physics|chemistry|biology)\b/i, 'science'],
  [/\b(?:vision|visual|images?|charts?)\b/i, 'vision'],
  [/\b(?:reasoning|logic)\b/i, 'reasoning'],
  [/\b(?:long[- ]context|context)\b/i, 'long context'],
  [/\b(?:speech|audio|voice|transcri\w+)\b/i, 'speech'],
  [/\b(?:video)\b/i, 'video'],
  [/\b(?:law|legal)\b/i, 'law'],
  [/\b(?:financ\w+)\b/i, 'finance'],
  [/\b(?:multilingual|languages?|translation)\b/i, 'multilingual'],
  [/\b(?:knowledge)\b/i, 'knowledge'],
]
const riskWords: [RegExp, RiskCategory][] = [
  [/\b(?:privacy|personal data|data retention)\b/i, 'privacy'],
  [/\b(?:jailbreak\w*|prompt injection|security|vulnerab\w+|hack\w*)\b/i, 'security'],
  [/\b(?:bias(?:ed)?)\b/i, 'bias'],
  [/\b(?:copyright|training data)\b/i, 'copyright'],
  [/\b(?:hallucinat\w+|reliab\w+|wrong)\b/i, 'reliability'],
  [/\b(?:regulat\w+)\b/i, 'regulation'],
]
const anyRisk =
  /\b(?:risks?|dangers?|dangerous|safe|safety|harms?|harmful|concerns?|problems?|weakness(?:es)?|limitations?|issues?)\b/i
const newestWords =
  /\b(?:latest|newest|most recent|recent(?:ly)?|new) (?:\w+ )?(?:launch(?:es)?|models?|releases?)\b|\bwhat(?:'s|’s| is) new\b/i
const overAllWords =
  /\b(?:(?:which|what|any|all|list|other|open|closed) (?:\S+ ){0,3}models|which model|cheapest|dearest|largest|longest|biggest|smallest|lowest|highest)\b/i
/** Words of a question that ask, and tell nothing of what is asked. */
const askingWords = new Set(
  contentWords(
    'say says said tell told know happened happen think give model models article articles explain describe show find',
  ),
)
const scoreWords =
  /\b(?:scores?|benchmarks?|how (?:good|well|does|do|did)|perform\w*|better|best|beats?|compare[ds]?|against|vs\.?|lead|leads|trails?|ahead|behind)\b/i

/** Reads a question by its words: models, benchmarks, fields, attributes, risks. No model of language is needed. */
export function readQuestion(text: string, names: Names): Question {
  const models: string[] = []
  const unknownModels: string[] = []
  const see = (typed: string) => {
    const resolution = names.model(typed)
    if ('found' in resolution) models.push(resolution.found)
    return 'found' in resolution
  }
  const mentions = findModels(text)
  const spellings = mentions.map(({ name, start, end }) => `${name} ${text.slice(start, end)}`)
  for (const mention of mentions) if (!see(mention.name) && !mention.short) unknownModels.push(mention.name)
  // names typed without capitals ("muse spark") are found among those that the corpus knows, the longest first
  const words = text
    .replace(/[?!,;:"“”()]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
  for (let at = 0; at < words.length; at++) {
    for (let end = Math.min(words.length, at + 5); end > at; end--) {
      const typed = words
        .slice(at, end)
        .join(' ')
        .replace(/[’']s$/, '')
      const resolution = names.model(typed)
      const spelled = 'found' in resolution && (end - at > 1 || /\d/.test(typed)) && wholeName(typed, resolution.found)
      if (spelled && 'found' in resolution) {
        models.push(resolution.found)
        spellings.push(typed)
        at = end - 1
        break
      }
    }
  }
  const matching = <T>(rules: [RegExp, T][]): T[] => rules.filter(([pattern]) => pattern.test(text)).map(([, value]) => value)
  const risks = matching(riskWords)
  const categories = matching(categoryWords)
  const named = new Set(
    contentWords(`${[...models, ...spellings].join(' ').replace(/[-–]/g, ' ')} ${[...models, ...spellings].join(' ')}`),
  )
  const asked = contentWords(text).filter((word) => !askingWords.has(word))
  return {
    text,
    models: [...new Set(models)],
    unknownModels: [...new Set(unknownModels)],
    benchmarks: [...new Set(findBenchmarks(text).map(({ name }) => name))],
    categories: scoreWords.test(text) || categories.length > 0 ? categories : [],
    attributes: attributesIn(text),
    risks: risks.length > 0 ? risks : anyRisk.test(text) ? 'any' : null,
    vendor: vendorIn(words, names),
    newest: newestWords.test(text),
    ranks: scoreWords.test(text),
    overAll: models.length === 0 && overAllWords.test(text),
    closed: /\b(?:closed|proprietary)\b/i.test(text),
    open: /\bopen(?:[- ](?:weights?|source))?\b/i.test(text),
    leastContext: contextIn(text),
    words: asked,
    topic: asked.filter((word) => !named.has(word)),
  }
}

/** "1M context", "a window of 200k tokens", "at least 1 million tokens of context": in tokens; null where no length is named. */
function contextIn(text: string): number | null {
  if (!/\b(?:context|window)\b/i.test(text)) return null
  const length = /\b(\d+(?:[.,]\d+)*) ?(k|m|thousand|million)?\b[- ]?(?:tokens?|context|window)?/i.exec(text)
  if (!length) return null
  const scale = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 }[length[2]?.toLowerCase() ?? ''] ?? 1
  const tokens = Number(length[1]!.replace(/,/g, '')) * scale
  return tokens >= 1000 ? tokens : null
}

/** What is asked of a model: "when does it end?" is no question for its release. */
function attributesIn(text: string): Attribute[] {
  const asked = new Set(attributeWords.filter(([pattern]) => pattern.test(text)).flatMap(([, attributes]) => attributes))
  if (asked.has('deprecation')) asked.delete('release_date')
  return [...asked]
}

/** The first word that names a vendor; "open" asks for a licence and is not OpenAI. */
function vendorIn(words: string[], names: Names): string | null {
  for (const word of words) {
    if (attributeWords.some(([pattern]) => pattern.test(word))) continue
    const resolution = names.vendor(word.replace(/['’]s$/, ''))
    if ('found' in resolution) return resolution.found
  }
  return null
}

/** The typed words are the name, not only a part of it: letters and digits agree. */
function wholeName(typed: string, name: string): boolean {
  const plain = (value: string) => value.toLowerCase().replace(/[^a-z0-9]/g, '')
  return plain(name).endsWith(plain(typed)) && plain(typed).length >= Math.min(5, plain(name).length)
}
