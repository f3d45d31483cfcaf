import { type FactSentence, type FoundFact, spokenOf, unrealAt } from './fact-sentence.ts'
import type { Passage } from './passages.ts'
import { findCounts } from './quantities.ts'

/** The words that open a paragraph as its label ("**Context.** The standard is …"), or null. */
function leadInOf({ sentences }: Passage): string | null {
  const [first] = sentences
  return first && sentences.length > 1 && /^[A-Z][a-z]+(?: [a-z]+){0,2}[.:]$/.test(first.text) ? first.text : null
}

const extended = /\b(?:raised|extended|expanded|scaled|stretched|increased) to (?:up to |as many as |about )?$/i
const stated = /\b(?:is|are|gives?|gave|has|offers?|reaches|runs to|comes to|holds|of) (?:up to |about |roughly |around )?$/i
const former = /\b(?:from|than|was|were|instead of|previous\w*|predecessor|half|double) (?:[\w-]+ ){0,2}$/i

/**
 * A limit that only the heading above names as one of context: "8,192 tokens" as the opening of a line, "the older X's 8,192 tokens".
 */
function readUnderHeading(passage: Passage, sentence: FactSentence): FoundFact[] {
  const { text, models } = sentence
  if (!/\bcontext (?:window|length)\b/i.test(passage.heading ?? '')) return []
  return findCounts(text).flatMap((count): FoundFact[] => {
    if (count.unit !== 'tokens' || count.value < 1_000 || count.value > 200_000_000 || !Number.isInteger(count.value)) return []
    if (/^ (?:per|in|of (?:output|training)|output)\b/.test(text.slice(count.end))) return []
    const tied = models.find((m) => text.slice(m.end, count.start) === "'s ")
    const owners = tied ? [tied] : count.start === 0 ? spokenOf(sentence) : []
    return owners.map(({ name, variant }) => ({
      model: name,
      variant,
      attribute: 'context_window' as const,
      value: String(count.value),
      condition: null,
      start: count.start,
      end: count.end,
    }))
  })
}

/**
 * A context window that only the paragraph's label names: "**Context.** The standard is 272,000 tokens. It can be raised to 1,000,000." What it can be
 * raised to is `extended`. The label stands for what the sentence leaves out; a sentence that says "context" itself is read elsewhere.
 */
export function readUnderLeadIn(passage: Passage, sentence: FactSentence): FoundFact[] {
  const { text } = sentence
  if (passage.heading !== null) {
    const found = readUnderHeading(passage, sentence)
    if (found.length > 0) return found
  }
  if (!/^context\b/i.test(leadInOf(passage) ?? '') || /\bcontext\b|\boutput\b/i.test(text)) return []
  return findCounts(text).flatMap((count): FoundFact[] => {
    const lead = text.slice(Math.max(0, count.start - 60), count.start)
    const raised = extended.test(lead)
    const tokens = count.unit === 'tokens' || (raised && count.unit === null)
    if (!tokens || count.value < 4_000 || count.value > 200_000_000 || !Number.isInteger(count.value)) return []
    if ((!raised && !stated.test(lead)) || former.test(lead) || unrealAt(text, count.start)) return []
    return spokenOf(sentence).map(({ name, variant }) => ({
      model: name,
      variant,
      attribute: 'context_window' as const,
      value: String(count.value),
      condition: raised ? 'extended' : null,
      start: count.start,
      end: count.end,
    }))
  })
}
