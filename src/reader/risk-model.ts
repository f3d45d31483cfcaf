import type { RiskCategory } from '../claim.ts'
import { canonicalVendor, vendorOf } from '../lexicon/canonical.ts'
import { everyMatch } from '../lexicon/every-match.ts'
import { findModels } from '../lexicon/find-models.ts'
import { vendors } from '../lexicon/vendors.ts'
import type { Discourse, Mention } from './discourse.ts'
import type { Passage, Sentence } from './passages.ts'

const compared =
  /\b(?:than|behind|versus|vs\.?|like|unlike|over|against|from|with|(?<!attributed |specific |unique |due |thanks |access |inherent |common )to|beats?|beating|trails?|match(?:es|ing)?|including|between|such as|compared (?:to|with)|developers of|users of)\s+(?!using\b)(?:[\w.'%-]+(?:\s+|\/)){0,6}$/i
const opener = /^(?:unlike|like|similar to|compared (?:to|with)|after|following|in contrast to|as with)\b/i
const general =
  /\b(?:LLMs?|(?:AI|language|frontier|foundation|generative|large|reasoning|coding|top|older|many|most|all|these|those|modern|today's|current) (?:\w+ )?(?:models|chatbots|systems|LLMs|assistants)|the (?:industry|field|sector))\b/i
const testSubject = /\b(?:benchmarks?|leaderboards?|arena|problems?|test sets?|evaluations?)\b/i
const own =
  /\b(?:the (?:new |latest |updated )?(?:\w+ )?(?:model|company|launch|release|feature|tool|assistant|chatbot|app|api|vendor|maker|startup|lab)\b|its(?! (?:previous|earlier|last|older|prior|predecessor|first))|it(?! (?:is|was|remains) (?:\w+ )?(?:worth|important|unclear|clear|notable|hard|possible|likely|easy|true|said))|this model)\b/i

const pointsBack =
  /^(?:But |And |Yet |However, )?(?:it|its|this|that|these|they|such)\b|\b(?:this|that|these) (?:limit\w*|gap|weakness\w*|issues?|problems?|constraint|drawback|behaviou?r|flaw|shortcoming)\b/i

/**
 * Which model a risk is about: the subject of the clause with the harm, else of the sentence, else what "it" or "this limit" points back to,
 * else the article's topic; null where the sentence speaks of models or of tests in general, or where nobody can tell. `at`: offset of the
 * harm's first word in the sentence. `spoken`: the subject of the sentences before it in the same block.
 */
export function riskModel(
  passage: Passage,
  sentence: Sentence,
  at: number,
  category: RiskCategory,
  discourse: Discourse,
  spoken: string | null,
): string | null {
  const { text } = passage
  const cue = sentence.start + at
  const from = subjectStart(text, sentence)
  const subjects = subjectsOf(passage, sentence, discourse)
  for (const clause of [clauseStart(text, from, cue, true), clauseStart(text, from, cue, false), from]) {
    const subject = subjects.find((mention) => mention.start >= clause && mention.start <= cue)
    const pronoun = own.exec(text.slice(clause, cue))
    if (subject && (pronoun === null || subject.start <= clause + pronoun.index)) return nameOf(subject, passage, discourse)
    if (pronoun !== null && clause > from) break
  }
  const named = discourse.inPassage(passage.index).some(({ start, end }) => start >= sentence.start && end <= sentence.end)
  if (!named && general.test(sentence.text)) return null
  const maker = discourse.topic ? vendorOf(discourse.topic.name) : null
  const about = own.test(sentence.text) || (maker !== null && sentence.text.includes(maker))
  if (!named && category === 'evaluation' && testSubject.test(sentence.text) && !about) return null
  if (spoken !== null && (pointsBack.test(sentence.text) || (discourse.topic === null && !named && own.test(sentence.text))))
    return spoken
  const [first] = subjects
  if (first && own.exec(text.slice(from, first.start)) === null) return nameOf(first, passage, discourse)
  if (
    first === undefined &&
    maker !== null &&
    category !== 'lock_in' &&
    startsWithOthers(sentence.text, maker) &&
    !own.test(sentence.text)
  )
    return null
  const headed = headingModel(passage, discourse)
  if (headed !== null) return headed
  return discourse.topic?.name ?? (first ? nameOf(first, passage, discourse) : onlyNamed(discourse))
}

const makerNames = new RegExp(
  `(?<![\\w-])(?:${vendors
    .flatMap(({ name, aliases }) => [name, ...(aliases ?? [])])
    .sort((one, other) => other.length - one.length)
    .map((name) => RegExp.escape(name))
    .join('|')})(?!\\w)`,
  'g',
)
/** How far into a sentence its subject may stand. */
const subjectReach = 60

/** Whether a sentence starts with other makers than the topic's, and with them alone: then it is not about the topic. */
function startsWithOthers(sentence: string, maker: string): boolean {
  const named = sentence.slice(0, subjectReach).match(makerNames) ?? []
  return named.length > 0 && named.every((name) => (canonicalVendor(name) ?? name) !== maker)
}

/** The one model that the heading above names: what stands under it is about that model. */
function headingModel(passage: Passage, discourse: Discourse): string | null {
  if (passage.heading === null) return null
  const named = findModels(passage.heading)
  const [first] = named
  if (first === undefined || named.some((one) => one.name !== first.name)) return null
  const resolved = discourse.resolve({ ...first, passage: passage.index })
  return resolved?.name ?? passage.heading.slice(first.start, first.end)
}

/** The one model that the whole article names, where it names one only ("Grok"). */
function onlyNamed({ mentions }: Discourse): string | null {
  const name = mentions[0]?.name ?? null
  return mentions.every((mention) => mention.name === name) ? name : null
}

/** The model that a sentence is mainly about: its first name that is no rival's, or null. */
export function subjectOf(passage: Passage, sentence: Sentence, discourse: Discourse): string | null {
  const [first] = subjectsOf(passage, sentence, discourse)
  return first ? nameOf(first, passage, discourse) : null
}

function subjectsOf(passage: Passage, sentence: Sentence, discourse: Discourse): Mention[] {
  const from = subjectStart(passage.text, sentence)
  return discourse
    .inPassage(passage.index)
    .filter(({ start, end }) => start >= from && end <= sentence.end)
    .filter((mention) => !compared.test(before(passage, mention, clauseStart(passage.text, sentence.start, mention.start, true))))
}

function nameOf(mention: Mention, passage: Passage, discourse: Discourse): string | null {
  const resolved = discourse.resolve(mention, passage.index, mention.start)
  if (resolved) return resolved.name
  if (!mention.short) return mention.name
  const topic = discourse.topic?.name ?? null
  const spelled = passage.text.slice(mention.start, mention.end)
  // "Grok" where the text names no fuller one: that is what it calls the model. Nothing of another family stands for the topic.
  if (topic?.toLowerCase().includes(mention.name.toLowerCase())) return topic
  return spelled.includes(mention.name) ? spelled : mention.name
}

function before(passage: Passage, mention: Mention, from: number): string {
  return passage.text.slice(Math.max(from, mention.start - 64), mention.start)
}

/** Where the subject may stand: behind the comma that closes "Unlike the earlier models, …". */
function subjectStart(text: string, sentence: Sentence): number {
  const comma = opener.test(sentence.text) ? text.indexOf(', ', sentence.start) : -1
  return comma < 0 || comma > sentence.end ? sentence.start : comma + 2
}

const clauseBreak = /[;:—–,]|\b(?:but|while|whereas|although|though|however|yet)\b/g

/** Where the clause that ends at `to` starts: behind a semicolon, colon, dash, "but", "while" …; with `commas`, behind a comma too. */
function clauseStart(text: string, from: number, to: number, commas: boolean): number {
  const head = text.slice(from, Math.max(from, to))
  let start = 0
  for (const match of everyMatch(head, clauseBreak)) if (commas || match[0] !== ',') start = match.index + match[0].length
  return from + start
}
