import type { CanonicalBenchmark } from '../lexicon/canonical.ts'
import { everyMatch } from '../lexicon/every-match.ts'

/**
 * What makes a clause say that something is not so, or not so yet: negation, condition, wish, plan. Looked for between the clause's start
 * and the number only: "If you want the best coder, M scored 80" states a score.
 */
const unreal =
  /\b(?:did not|didn't|does not|doesn't|do not|don't|failed to|fails to|cannot|can't|could not|couldn't|not yet|never|yet to|unable to|would|wouldn't|could|should|might|may|must|will|won't|aims? to|aiming|aimed|expects?|expected|targets?|targeting|targeted|hopes?|hoping|plans? to|goal|unless|if|whether|needs? to|need|requires?|required|projected|predicted|forecast|estimated?|hypothetical\w*|suppose|assum\w+|threshold|was not|wasn't|is not|isn't|are not|aren't|nowhere near|rumou?red|allegedly|wrongly|mistakenly|falsely|erroneous\w*|incorrect\w*|misreported|myth|var(?:y|ies|ied|ying)|rang(?:e|es|ed|ing)|between)\b/i
const clauseStart =
  /[;:—–(]|, (?:and|but|while|whereas|though|although|yet|so|which|with)?|\b(?:but|while|whereas|although|though|and)\b/g
const refuted =
  /^[^.;]{0,80}?\b(?:is|was|are|were) (?:an? )?(?:error|mistake|typo|wrong|incorrect|false|fake|misprint|misleading|outdated|not (?:correct|true|accurate|right|real|official|verified))\b|^[^.;]{0,60}?\b(?:turned out to be|proved) (?:wrong|false|an error)\b/i
const infinitive =
  /\b(?:to|never) (?:exceed|surpass|break|cross|reach|hit|top|pass|clear|score|achieve|get|attain|match|beat)(?: (?:above|over|past|beyond|about|around|at least|more than|the))?(?: (?:a|the))? ?$/i
const target =
  /\b(?:threshold|target|goal|cut-?off|ceiling|floor|saturation|passing (?:score|mark)|bar) (?:of|at|is|was|set at)\b[^,;]{0,20}$/i

/** Whether the clause that ends in a number is no statement of fact. `before`: the sentence up to the number; `after`: behind it. */
export function isUnreal(before: string, after: string): boolean {
  if (after.endsWith('?') || refuted.test(after) || target.test(before) || infinitive.test(before.slice(-60))) return true
  const text = before.slice(-240)
  let from = 0
  for (const match of everyMatch(text, clauseStart)) {
    const clause = text.slice(match.index + match[0].length)
    if (
      /[a-z]{2}.*[a-z]{2}/i.test(clause) &&
      /\b(?:scor|reach|achiev|post|hit|record|earn|notch|is|was|has|had|at|with|of|get|got|lead|led)\w*\b/i.test(clause)
    )
      from = match.index + match[0].length
  }
  const clause = text.slice(from)
  return unreal.test(clause.replace(/\bmay (?=\d{1,2},? 20\d\d)|\bMay\b/g, '').replace(/\bnot only\b/gi, ''))
}

/** Whether a value can be a result of that test. A rating may be of four digits; a share is at most 100. */
export function inRange(value: number, unit: string | null, benchmark: CanonicalBenchmark | null): boolean {
  if (unit === '%' && value > 100) return false
  const range = benchmark?.range
  if (range) return value >= range.min && value <= range.max
  if (benchmark === null || benchmark.category === 'other') return unit === 'elo' ? value < 5000 : value <= 100
  return value < 10_000
}
