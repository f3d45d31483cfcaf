import { everyMatch } from '../lexicon/every-match.ts'
import { isUnreal } from './guards.ts'

const denied =
  /(?:\b(?:not|never|no longer|no|nor|neither|none|without|cannot|fails? to|failed to|unable|far from|nowhere near|hardly|rather than|instead of)\b|n't\b)/i
const hedged =
  /\b(?:may|might|could|would|should|will|can|if|unless|whether|when|once|until|suppose|imagine|hop(?:e[sd]?|ing)|aim(?:s|ed|ing)?|expect\w*|plan(?:s|ned)? to|wants? to|tr(?:y|ies|ied) to|seek\w*|designed to|meant to|intended to|bound to|likely|probably|perhaps|possibly|allegedly|rumou?r\w*|almost|nearly|sometimes|occasionally|often|frequently|at times|in (?:some|certain) cases|approach\w*|closing in|comes? close|predict\w*|project(?:s|ed|ions?)|forecast\w*|bets?|used to|once|formerly|previously|supposed(?:ly)?|let's say|as if|goal|ambition|promis\w+)\b/i
const doubted =
  /\b(?:den(?:y|ies|ied)|doubt\w*|disput\w*|myth|no evidence|unclear|unproven|question(?:s|ed)? (?:whether|if|that)|false(?:ly)?|wrong(?:ly)?|mistaken\w*|refut\w*|debunk\w*|reject\w*|contradict\w*|unverified claims?|accused|pretend\w*)\b/i
/** Ahead in time, and what is ahead or behind in price, size or speed. */
const inTime =
  /\b(?:released?|launch(?:ed|es)?|announc\w+|ship(?:s|ped)|arriv\w+|unveil\w*|published|debut\w*|weeks?|months?|years?|days?|hours?|generations?|company|team|lab|firm|people|startup|man|woman|engineers?|researchers?|minds?|schedule)(?: just| only| right| even)* $/i
const otherMeasure =
  /\b(?:prices?|priced|pricing|costs?|cheaper|dearer|expensive|per (?:million )?tokens?|speed|faster|slower|latency|throughput|parameters|bigger|context window|market|revenue|downloads?|users|sales|funding|valuation|stars|popular\w*)\b/i
const refuted =
  /^[^.;]{0,80}?\b(?:is|was|were|are) (?:not true|untrue|false|wrong|disputed|unproven|unconfirmed)|^[^.;]{0,60}?\b(?:but|though) (?:that|this|it) (?:is|was|does|did)(?: not|n't)\b/i

/**
 * Whether a comparison is not said as a fact: denied, hedged, wished, asked, doubted, or about time or price. `before`: the sentence up to the
 * comparison, `clause`: the part of it behind the subject (names written as signs), `after`: behind the rivals.
 */
export function isNoComparison(before: string, clause: string, after: string): boolean {
  if (after.endsWith('?') || isUnreal('', after)) return true
  if (refuted.test(after)) return true
  const own = clauseOf(before)
  return (
    denied.test(clause.replace(/\bnot only\b|\bno (?:other|doubt)\b/gi, '')) ||
    denied.test(own.replace(/\bnot only\b/gi, '')) ||
    hedged.test(clause) ||
    hedged.test(own) ||
    doubted.test(before.slice(-200)) ||
    inTime.test(before.slice(-40)) ||
    otherMeasure.test(before.slice(before.lastIndexOf(';') + 1)) ||
    otherMeasure.test(clause)
  )
}

const clauseBreak =
  /[;:—–(]|, (?:and|but|while|whereas|though|although|yet|so|which|where) |\b(?:but|while|whereas|although|though) |, (?=(?:it|the model|§)\b)|, /g

/** The last clause of a text that has a verb or a condition of its own. */
function clauseOf(before: string): string {
  const text = before.slice(-240)
  let from = 0
  for (const match of everyMatch(text, clauseBreak)) {
    const rest = text.slice(match.index + match[0].length)
    if (/[a-z§]{2}/i.test(rest)) from = match.index + match[0].length
  }
  return text.slice(from)
}
