import { everyMatch } from '../lexicon/every-match.ts'
import { type SentenceView, textAfter, textBefore } from './sentence-view.ts'

const metric = /\b((?:non-)?hallucination rate|(?<!\b(?:word|character) )(?:error|failure|refusal) rate|accuracy)\b/gi

/** "a hallucination rate of 91% on X" is another number of that test than its score; so are the rivals' numbers behind it. */
export function metricOf(view: SentenceView, index: number, lower: boolean): { name: string; direct: boolean } | null {
  const after = /^ ((?:non-)?hallucination rate|(?:error|failure|refusal) rate)\b/i.exec(textAfter(view, index, 30))?.[1]
  if (after && !(lower && /error/i.test(after))) return { name: after.toLowerCase(), direct: true }
  const named = everyMatch(textBefore(view, index), metric).at(-1)
  if (!named || /accuracy/i.test(named[0]) || (lower && /error/i.test(named[0]))) return null
  const tag = view.tags[index]
  const rest = textBefore(view, index).slice(named.index + named[0].length)
  return { name: named[0].toLowerCase(), direct: tag !== undefined && !/\d/.test(rest) }
}
