import type { Article } from '../article.ts'
import type { Aspect, Claimant, Statement, Unparsed } from '../claim.ts'
import { vendorOf } from '../lexicon/canonical.ts'
import { claimId } from './claim-id.ts'
import { type Claimants, claimants } from './claimants.ts'
import type { Discourse } from './discourse.ts'
import type { NamedModel } from './fact-sentence.ts'
import { factSubjects } from './fact-subjects.ts'
import { type Passage, type Sentence, sentenceQuoteOf } from './passages.ts'
import { subjectOf } from './risk-model.ts'
import { aspectCues, hangingOpening, ofTheLaunch, pageTalk } from './statement-cues.ts'

/** Sentences kept per aspect and article. */
const perAspect = 3
const fewestWords = 8
const mostWords = 60
const longest = 480
/** A sentence that hangs on the one before it never weighs more: it is a last resort. */
const hangingWeight = 0.3
/** Less than this tells too little to be quoted. */
const leastWeight = 0.25

/**
 * What decides a sentence's weight, each between 0 and 1. Lead position and closeness to the article's own words are the two features that
 * carry unsupervised summaries of news; no ranking without a model beats the lead by much, so the weights are round.
 */
interface Features {
  /** How many cues of its aspect it shows, three or more being 1. */
  cues: number
  /** exp(-i/5) for the i-th sentence of the body. */
  lead: number
  /** It names the model that the article is about. */
  topic: number
  /** Cosine to the article's words. */
  central: number
  digits: number
  /** Over 40 words. */
  long: number
}

const weights: Record<keyof Features, number> = { cues: 0.35, lead: 0.2, topic: 0.2, central: 0.2, digits: 0.05, long: -0.15 }

const weighted = Object.entries(weights) as [keyof Features, number][]

const weigh = (features: Features): number => {
  let sum = 0
  for (const [name, weight] of weighted) sum += weight * features[name]
  return Math.max(0, Math.min(1, sum))
}

interface Candidate {
  passage: Passage
  sentence: Sentence
  index: number
  aspect: Aspect
  weight: number
  model: string | null
  words: readonly string[]
}

const readKinds: ReadonlySet<string> = new Set(['paragraph', 'item', 'quote'])

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d][\p{L}\d.'-]*/gu) ?? []

/**
 * Sentences worth quoting as they stand, at most three for each aspect: whole sentences of the body, never a fragment, a heading, FAQ or
 * talk about the page. Attributions ("Meta says", "reportedly") stay in them. Pure; linear in the text.
 */
export function readStatements(
  article: Article,
  passages: readonly Passage[],
  discourse: Discourse,
): { claims: Statement[]; unparsed: Unparsed[] } {
  const maker = discourse.topic === null ? null : vendorOf(discourse.topic.name)
  const voices = claimants(article, passages, maker)
  const subjects = factSubjects(discourse, passages, article.models.length === 1)
  const body = passages.filter((passage) => readKinds.has(passage.block.kind) && !passage.restated)
  const frequency = wordFrequency(body)
  const candidates: Candidate[] = []
  let position = 0
  for (const passage of body) {
    const pending = { mentions: discourse.inPassage(passage.index), next: 0 }
    for (const [index, whole] of passage.sentences.entries()) {
      const sentence = withoutLabel(whole)
      const models = subjects.within(sentence, pending)
      const candidate = quotable(sentence.text)
        ? candidateOf(passage, sentence, index, position, frequency, models, discourse, maker)
        : null
      if (candidate !== null) candidates.push(candidate)
      position += 1
    }
  }
  const claims = chosen(candidates).map((candidate): Statement => {
    const { passage, sentence, aspect, model } = candidate
    const span = sentenceQuoteOf(article, passage, sentence.start, sentence.end)
    return {
      type: 'statement',
      id: claimId(article.id, 'statement', span.start, span.end, aspect),
      article: article.id,
      ...span,
      claimant: voiceOf(article, candidate, voices),
      restated: false,
      model,
      aspect,
      weight: Math.round(candidate.weight * 1000) / 1000,
    }
  })
  return { claims: claims.filter((claim) => claim.quote.length > 0), unparsed: [] }
}

/** The sentence's own words first; what stands from before only where it is the maker's. */
function voiceOf(article: Article, { passage, sentence, index }: Candidate, voices: Claimants): Claimant {
  const said = voices.said(sentence.text)
  if (said !== null) return said
  const standing = voices.of(passage, index, '')
  return standing.kind === 'independent' && article.kind !== 'independent-test' ? { kind: 'unstated', name: null } : standing
}

/** A list item's run-in label ("Availability: …") is no part of its sentence. */
function withoutLabel(sentence: Sentence): Sentence {
  const label = /^[A-Z][\w ,'&/.-]{2,60}: (?=[A-Z@])/.exec(sentence.text)?.[0]
  if (label === undefined || label.split(' ').length > 8) return sentence
  return { start: sentence.start + label.length, end: sentence.end, text: sentence.text.slice(label.length) }
}

/** "Optimized for speed …", "Name - an open model": a line of a data sheet, with no subject or no verb. */
const headless =
  /^(?:[A-Z][a-z]+ed|Built|Available|First|Also|Now|Comes|Runs|Supports|Includes|Offers) (?![A-Z])|^\S+(?: \S+){0,5} [-–—] an? (?!.*\b(?:is|are|was|were|has|have|can|will)\b)/
const subjectLater = /(?:, |—|– |- )(?:it|the|this|these|its|[A-Z][\w.-]+)\b|^(?:First|Also|Now),? (?:the|it|this|these)\b/

/** A whole sentence that can stand alone on a page: closed, of a readable length, no question, no run-together text. */
export function quotable(text: string): boolean {
  if (text.length > longest || !/[.!]["')]*$/.test(text)) return false
  const words = text.split(/\s+/).length
  if (words < fewestWords || words > mostWords) return false
  // a list of posts: "Says X leads …" has no subject; "achieved:44.9" has run together
  if (/^\W*(?:Says|Claims|Reports|Notes|Adds|Verified|Argues|Shows|Finds|States)\b|[a-z][:;]\d/.test(text)) return false
  if (!/^["'(@]?[A-Z0-9]|^@[a-z]|^(?:xAI|iOS|o[134]\b|gpt|llama|meta\.ai)/.test(text)) return false
  if (/[a-z)]{2}[.!?]["')]*[A-Z][a-z]/.test(text)) return false
  if (
    /\b[a-z]{4,}[A-Z][a-z]{2,}[a-z]* [a-z]/.test(text) &&
    !/\b(?:Open|Deep|Health|Browse|Live|Hugging|Venture|Tech|You|Whats)[A-Z]/.test(text)
  )
    return false
  if (pageTalk.test(text) || /https?:\/\/|^\W*[\w ,.'-]{0,40}:\s*\d/.test(text)) return false
  if (
    /^[A-Z][\w/-]*(?: [\w/-]+){0,4}: (?:["“]|[a-z])/.test(text) &&
    !/^[^:]*\b(?:is|are|was|were|has|have|says?|said|clear|thing|point|question)\b[^:]*:/.test(text)
  )
    return false
  if (headless.test(text) && !subjectLater.test(text)) return false
  if (text.split('(').length !== text.split(')').length || text.split('"').length % 2 === 0) return false
  return /\b(?:is|are|was|were|has|have|had|will|can|could|may|does|did|do|says?|said|[a-z]{3,}(?:ed|es|s)|made|built|beat|led|put|cut)\b/.test(
    text.replace(/\([^()]*\)/g, ''),
  )
}

function candidateOf(
  passage: Passage,
  sentence: Sentence,
  index: number,
  position: number,
  frequency: ReadonlyMap<string, number>,
  models: readonly NamedModel[],
  discourse: Discourse,
  maker: string | null,
): Candidate | null {
  const { text } = sentence
  const topic = discourse.topic?.name ?? null
  let best: { aspect: Aspect; hits: number } | null = null
  for (const { aspect, cues, any } of aspectCues) {
    if (!any.test(text)) continue
    const hits = cues.filter((cue) => cue.test(text)).length
    if (hits > (best?.hits ?? 0)) best = { aspect, hits }
  }
  if (best === null) return null
  const named = models.map((m) => m.name)
  const aboutTopic = topic !== null && named.includes(topic)
  if (topic !== null && named.length === 0 && !(maker !== null && text.includes(maker)) && !ofTheLaunch.test(text)) return null
  // the sentence that opens the article with the launch says what it is, whatever else it tells
  if (
    aboutTopic &&
    position < 3 &&
    /\bis (?:an?|the|its) [^,.;]{0,80}\bmodel\b|\b(?:launch(?:ed|es)|releas(?:ed|es)|unveil(?:ed|s)|introduc(?:ed|es)|announc(?:ed|es)|debut(?:ed|s)|dropped)\b/i.test(
      text,
    )
  )
    best = { aspect: 'what', hits: Math.max(2, best.hits) }
  const spoken = /\b(?:the (?:new )?model|it|its)\b/i.test(text)
  const list = wordsOf(text)
  const weight = weigh({
    cues: Math.min(1, best.hits / 3),
    lead: Math.exp(-position / 5),
    topic: aboutTopic ? 1 : 0,
    central: cosine(list, frequency),
    digits: /\d/.test(text) ? 1 : 0,
    long: list.length > 40 ? 1 : 0,
  })
  // "The model beats R": what it is set against is not what it is about
  const opens = /^["'“]?(?:The (?:new )?model|It|Its)\b/.test(text)
  const model = aboutTopic || opens ? topic : (subjectOf(passage, sentence, discourse) ?? (spoken ? topic : null))
  const hanging = hangingOpening.test(text)
  return {
    passage,
    sentence,
    index,
    aspect: best.aspect,
    weight: hanging ? Math.min(hangingWeight, weight) : weight,
    model,
    words: list,
  }
}

function wordFrequency(passages: readonly Passage[]): Map<string, number> {
  const frequency = new Map<string, number>()
  for (const passage of passages)
    for (const word of wordsOf(passage.text)) if (word.length > 3) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  return frequency
}

/** Cosine of a sentence's words to the article's, both counted; words of three letters and less are left out. */
function cosine(words: readonly string[], frequency: ReadonlyMap<string, number>): number {
  const own = new Map<string, number>()
  for (const word of words) if (word.length > 3) own.set(word, (own.get(word) ?? 0) + 1)
  let dot = 0
  let length = 0
  let whole = 0
  for (const [word, count] of own) {
    dot += count * (frequency.get(word) ?? 0)
    length += count * count
    whole += (frequency.get(word) ?? 0) ** 2
  }
  return length === 0 || whole === 0 ? 0 : dot / Math.sqrt(length * whole)
}

/** The heaviest of each aspect, in the text's order; of two that share most of their words the heavier stays. */
function chosen(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  const keptWords: ReadonlySet<string>[] = []
  for (const { aspect } of aspectCues) {
    const ranked = candidates
      .filter((c) => c.aspect === aspect && c.weight >= leastWeight)
      .sort((a, b) => b.weight - a.weight || a.sentence.start - b.sentence.start)
    let count = 0
    for (const candidate of ranked) {
      if (count >= perAspect) break
      const words = new Set(candidate.words)
      if (keptWords.some((other) => overlap(other, words) > 0.6)) continue
      kept.push(candidate)
      keptWords.push(words)
      count += 1
    }
  }
  return kept.sort((a, b) => a.passage.index - b.passage.index || a.sentence.start - b.sentence.start)
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const word of a) if (b.has(word)) both += 1
  return both / Math.max(1, a.size + b.size - both)
}
