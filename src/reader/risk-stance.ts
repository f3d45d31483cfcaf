import type { RiskCategory } from '../claim.ts'
import type { CueStrength, offTopicCues } from '../lexicon/risk-cues.ts'
import { type Word, words } from './risk-phrases.ts'
import { isNegated, isNotOnly, isRelieved, reliefOf } from './risk-relief.ts'
import { findSignals, type SignalMatch } from './risk-signals.ts'

/** How much each feature of a sentence counts, and how much makes a risk. Set by hand on the development texts; all in one place. */
export const weights = {
  harm: 3,
  doubt: 3,
  lean: 2,
  concern: 2,
  turn: 1,
  maybe: 1,
  /** A topic beside something that leans. */
  topic: 1,
  business: -3,
  advice: -3,
  urging: -3,
  praise: -1,
  self: -3,
  description: -3,
  gain: -3,
  refuted: -7,
  /** A safeguard or a denial, with no "but" behind it. */
  answer: -6,
  conditional: -2,
  /** An item under "Limitations", "Cons" and the like; a paragraph there. */
  limitItem: 3,
  limitParagraph: 1,
  /** What stands under "Strengths", "Pros" and the like. */
  strength: -3,
  question: -4,
  opener: -4,
  threshold: 3,
}

/** A line of fewer words ("Unclear.") says nothing by itself. */
const fewestWords = 3

/** What a cue says about the category: votes, by strength. */
const votes: Record<CueStrength, number> = { harm: 3, lean: 2, topic: 2, hint: 1 }

/** Between categories with the same votes, the first of these: where people get hurt comes before what is merely awkward. */
const precedence: RiskCategory[] = [
  'medical',
  'privacy',
  'security',
  'copyright',
  'bias',
  'jobs',
  'environment',
  'misinformation',
  'safety',
  'regulation',
  'unverified_claims',
  'cost',
  'lock_in',
  'reliability',
  'evaluation',
]

/** Where a sentence stands: in a list or in prose under a heading that announces limits, under one that announces praise, or elsewhere. */
export type Place = 'limit item' | 'limit paragraph' | 'strength' | 'elsewhere'

export interface Assessment {
  /** The category with the most votes, or null where no cue names any. */
  category: RiskCategory | null
  score: number
  /** `score` reaches the threshold and a category is known. */
  risk: boolean
  /** The sentence answers a risk: a safeguard in place, or a denial. */
  answer: 'mitigation' | 'denial' | null
  /** All votes, for matching an answer with its risk. */
  votes: Map<RiskCategory, number>
  /** It speaks of health, weapons, minors or attacks. */
  highStakes: boolean
  /** It says could, might, may. */
  hedged: boolean
  /** A harm or limit is stated, not only doubted or feared. */
  stated: boolean
  /** Offset of the first word that states, doubts or fears something; 0 where none does. */
  at: number
  /** The phrases that spoke for a risk, for tests and for whoever tunes the lexicon. */
  cues: string[]
}

/**
 * Whether a sentence states a risk, of which category, or answers one. Adds up named features (weights above): phrases that state a harm,
 * doubts, concerns, turns; topics only tell the category. A harm after a relieving word ("cuts hallucinations") does not count.
 * `heading`: what the sentence stands under; where it names limits, it tells the category of what names none.
 */
export function assess(sentence: string, place: Place = 'elsewhere', heading = ''): Assessment {
  const text = words(sentence)
  const matches = findSignals(text)
  const found = tally(text, matches)
  let score = found.score
  if (place === 'limit item' && !found.elsewhere) {
    score += weights.limitItem
    found.votes.set('reliability', (found.votes.get('reliability') ?? 0) + 1)
    if (found.cues.length === 0) voteOf(heading, found.votes)
  } else if (place === 'limit paragraph') score += weights.limitParagraph
  else if (place === 'strength') score += weights.strength
  const category = winner(found.votes) ?? (score >= weights.threshold && aboutModels.test(sentence) ? 'reliability' : null)
  if (/\?["')\]]*$/.test(sentence.trimEnd())) score += weights.question
  if (isOpener(sentence, text)) score += weights.opener
  return {
    category,
    score,
    risk: category !== null && score >= weights.threshold && text.length >= fewestWords,
    answer: found.answer,
    votes: found.votes,
    highStakes: found.stakes,
    hedged: found.hedged,
    stated: found.stated,
    at: found.at,
    cues: found.cues,
  }
}

const turns = new Set(['but', 'however', 'although', 'though', 'yet', 'still'])

/** Right before a doubt they say that it is over, mild or only supposed: "previously unknown", "relatively unknown", "if unspecified". */
const settling = new Set(['previously', 'relatively', 'largely', 'if', 'when', 'unless'])

/** What takes away from a fear or a leaning, not from what is stated or doubted outright. */
const passing = new Set<keyof typeof offTopicCues>(['praise', 'urging'])

/** Trouble that no cue gives a category is the product's own where the sentence speaks of it. */
const aboutModels = /\b(?:models?|chatbots?|assistants?|AI|LLMs?|agents?)\b/

interface Tally {
  score: number
  votes: Map<RiskCategory, number>
  answer: 'mitigation' | 'denial' | null
  stakes: boolean
  hedged: boolean
  stated: boolean
  /** It speaks of the maker's business or of the text itself, and states no harm. */
  elsewhere: boolean
  at: number
  cues: string[]
}

function tally(text: readonly Word[], matches: readonly SignalMatch[]): Tally {
  const relief = reliefOf(text, matches)
  const found: Tally = {
    score: 0,
    votes: new Map(),
    answer: null,
    stakes: false,
    hedged: false,
    stated: false,
    elsewhere: false,
    at: -1,
    cues: [],
  }
  const best = { harm: 0, lean: 0, doubt: 0, concern: 0, turn: 0, maybe: 0 }
  let answered = 0
  const topics = new Set<RiskCategory>()
  const leaning = new Set<RiskCategory>()
  const off = new Set<keyof typeof offTopicCues>()
  const vote = (category: RiskCategory, count: number) => found.votes.set(category, (found.votes.get(category) ?? 0) + count)
  const cue = (phrase: string, from: number) => {
    found.cues.push(phrase)
    if (found.at < 0) found.at = text[from]?.start ?? 0
  }
  for (const match of matches) {
    const { label, phrase } = match
    if (label.kind === 'stakes') found.stakes = true
    else if (label.kind === 'answer') {
      if (label.answer === 'mitigation' && isNegated(text, match)) continue
      found.answer = label.answer === 'denial' ? 'denial' : (found.answer ?? 'mitigation')
      answered = match.to
    } else if (label.kind === 'off') off.add(label.topic)
    else if (label.kind === 'category') {
      const states = (label.strength === 'harm' || label.strength === 'lean') && !isStudied(text, match, label.category)
      if (states && (isRelieved(text, match, relief) || isNotOnly(text, match))) {
        vote(label.category, 1)
        continue
      }
      vote(label.category, votes[label.strength])
      if (!states) {
        if (label.strength !== 'hint') topics.add(label.category)
      } else {
        if (label.strength === 'lean') leaning.add(label.category)
        best[label.strength === 'harm' ? 'harm' : 'lean']++
        cue(phrase, match.from)
      }
    } else if (label.kind === 'stance') {
      if (label.stance === 'maybe') found.hedged = true
      if (label.stance === 'concern' && (isRelieved(text, match, relief) || isStudied(text, match, 'safety'))) continue
      if (label.stance === 'doubt' && settling.has(text[match.from - 1]?.word ?? '')) continue
      best[label.stance]++
      if (label.stance !== 'maybe' && label.stance !== 'turn') cue(phrase, match.from)
    }
  }
  if (text[0]?.word === 'whether') best.doubt++
  if (best.doubt > 0) vote('evaluation', 1)
  if (best.harm > 0) found.score += weights.harm + Math.min(best.harm - 1, 2)
  if (best.doubt > 0) found.score += weights.doubt
  if (best.lean > 0) found.score += weights.lean
  if (best.concern > 0) found.score += weights.concern + Math.min(best.concern - 1, 1)
  if (best.turn > 0) found.score += weights.turn
  if (best.maybe > 0 && best.lean + best.concern > 0) found.score += weights.maybe
  for (const topic of off) if (!passing.has(topic) || best.harm + best.doubt === 0) found.score += weights[topic]
  found.stated = best.harm > 0
  found.elsewhere = best.harm === 0 && (off.has('business') || off.has('self'))
  found.at = Math.max(0, found.at)
  const but = text.slice(answered).some(({ word }) => turns.has(word))
  if (found.answer !== null && !but) found.score += weights.answer
  // a concern is about any topic beside it, a leaning word only about one of its own kind
  if ((topics.size > 0 && best.concern > 0) || !topics.isDisjointFrom(leaning)) found.score += weights.topic
  if (text[0]?.word === 'if' && text[1]?.word !== 'you' && isSupposed(text, found.at)) found.score += weights.conditional
  return found
}

/** Whether what is wrong stands in the if-clause itself, not in what follows from it. */
function isSupposed(text: readonly Word[], at: number): boolean {
  const comma = text.find(({ afterMark }, place) => afterMark && place > 1)
  return comma === undefined || at < comma.start
}

/** Hazards to people, which have tests, reports and filters named after them. */
const studied = new Set<RiskCategory>(['safety', 'security', 'misinformation', 'privacy', 'bias', 'copyright', 'medical'])
const studies = new Set(
  'research researcher researchers report card cards test tests testing evaluation evaluations eval evals assessment assessments benchmark benchmarks suite framework detection detector prevention mitigation mitigations classifier classifiers filter filters category categories probe probes discovery hunting scanning defense defenses resistance monitoring abilities ability capabilities skills exercise exercises competition'.split(
    ' ',
  ),
)

/** Whether a hazard only names what looks into it: "the sabotage risk report", "phishing detection". */
function isStudied(text: readonly Word[], { to, phrase }: SignalMatch, category: RiskCategory): boolean {
  if (!studied.has(category) || /lack|without|missing|weak|fail|bypass/.test(phrase)) return false
  const next = text[to]
  if (next === undefined || next.afterMark) return false
  return (
    studies.has(next.word) ||
    (/^(?:risks?|attacks?|content|behaviou?rs?|safety)$/.test(next.word) && studies.has(text[to + 1]?.word ?? ''))
  )
}

/** A heading's categories ("Security and Privacy", "Geopolitical Risks") for an item that has no cue of its own. */
function voteOf(heading: string, found: Map<RiskCategory, number>): void {
  for (const { label } of findSignals(words(heading)))
    if (label.kind === 'category' && label.category !== 'reliability')
      found.set(label.category, (found.get(label.category) ?? 0) + 2)
}

function winner(found: Map<RiskCategory, number>): RiskCategory | null {
  let best: RiskCategory | null = null
  for (const category of precedence) {
    const count = found.get(category) ?? 0
    if (count > 0 && (best === null || count > (found.get(best) ?? 0))) best = category
  }
  return best
}

/** A line that only opens a list: it ends in a colon, or counts open questions without asking one. */
function isOpener(sentence: string, text: readonly Word[]): boolean {
  if (/:["')\]]*$/.test(sentence.trimEnd())) return true
  if (text.length > 9) return false
  return /\b(?:several|some|many|a few|a number of|two|three|four|five|other|key|important|open)\s+(?:\w+\s+)?(?:questions|unknowns|things)\b/i.test(
    sentence,
  )
}
