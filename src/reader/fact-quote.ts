import type { FoundFact } from './fact-sentence.ts'
import type { Sentence } from './passages.ts'

const longestQuote = 420

/** What a fact is quoted with, as offsets into its passage: the whole sentence; of a very long one the clauses around the fact. */
export function quoteSpan(sentence: Sentence, fact: FoundFact): { start: number; end: number } {
  if (sentence.text.length <= longestQuote) return { start: sentence.start, end: sentence.end }
  const lead = sentence.text.slice(Math.max(0, fact.start - 120), fact.start)
  const cut = Math.max(lead.lastIndexOf('. '), lead.lastIndexOf('; '), lead.lastIndexOf(', ')) + 1
  const start = cut > 0 ? Math.max(0, fact.start - 120) + cut + 1 : fact.start
  const rest = sentence.text.slice(fact.end, fact.end + 120)
  const stop = rest.search(/[,;.](?: |$)/)
  return {
    start: sentence.start + Math.min(start, fact.start),
    end: sentence.start + Math.max(fact.end, fact.end + Math.max(0, stop)),
  }
}
