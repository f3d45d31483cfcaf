import type { Article } from '../article.ts'
import type { Claim, Reading } from '../claim.ts'
import { type Gold, type GoldScore, labelledAttributes } from './eval-labels.ts'
import { sameBenchmark, sameModel, sameVariant, vaguerBenchmark, wordsOf } from './eval-names.ts'

/** One labelled text. */
export interface LabelledText {
  id: string
  article: Article
  gold: Gold
}

/** How many were right, wrongly given and missed. */
export interface Tally {
  right: number
  wrong: number
  missed: number
}
/** A share of a count with its 95 % Wilson interval, 0–1; null of an empty count. */
export interface Share {
  value: number
  low: number
  high: number
}
export interface Rates {
  precision: Share | null
  recall: Share | null
  /** Harmonic mean of the two, 0–1. */
  f1: number | null
}

export interface Tallies {
  scores: Tally
  facts: Tally
  risks: Tally
  models: Tally
  /** Of the scores found: claimant right, variant right. */
  claimant: { right: number; of: number }
  variant: { right: number; of: number }
}
/** One thing that was read wrongly or not at all. */
export interface Miss {
  id: string
  kind: 'score' | 'fact' | 'risk' | 'model'
  error: 'wrong' | 'missed'
  /** What was read or should have been, in short. */
  what: string
  quote: string
}
export interface Report {
  texts: (Tallies & { id: string })[]
  all: Tallies
  rates: Record<'scores' | 'facts' | 'risks' | 'models', Rates>
  claimantShare: Share | null
  /** Scores given for texts that have none. */
  falseAlarms: number
  misses: Miss[]
}

type Read<T extends Claim['type']> = Extract<Claim, { type: T }>

/**
 * Reads every labelled text and counts what was right. A score is right where value, benchmark and model agree (names as bags of words, a
 * variant in either field); each labelled score is found once, a repetition counts for nothing, and so does what people were unsure of. A
 * risk is found where a quote has six tenths of the labelled sentence's words. Pure: the reader is passed in.
 */
export function evaluate(texts: readonly LabelledText[], read: (article: Article) => Reading): Report {
  const misses: Miss[] = []
  const rows = texts.map(({ id, article, gold }) => ({ id, ...evaluateText(id, gold, read(article), misses) }))
  const all = rows.reduce<Tallies>(add, noTallies())
  const falseAlarms = rows
    .filter((_, index) => texts[index]!.gold.scores.length === 0)
    .reduce((sum, row) => sum + row.scores.wrong, 0)
  return {
    texts: rows,
    all,
    rates: { scores: ratesOf(all.scores), facts: ratesOf(all.facts), risks: ratesOf(all.risks), models: ratesOf(all.models) },
    claimantShare: share(all.claimant.right, all.claimant.of),
    falseAlarms,
    misses,
  }
}

function evaluateText(id: string, gold: Gold, reading: Reading, misses: Miss[]): Tallies {
  const of = <T extends Claim['type']>(type: T) => reading.claims.filter((claim): claim is Read<T> => claim.type === type)
  const tallies = noTallies()
  const note = (kind: Miss['kind'], error: Miss['error'], what: string, quote: string) =>
    misses.push({ id, kind, error, what, quote })
  scoreTally(gold, of('score'), tallies, note)
  tallies.facts = factTally(gold, of('fact'), note)
  tallies.risks = riskTally(gold, of('risk'), note)
  tallies.models = modelTally(gold, reading.models, note)
  return tallies
}

type Note = (kind: Miss['kind'], error: Miss['error'], what: string, quote: string) => void

function scoreTally(gold: Gold, read: Read<'score'>[], tallies: Tallies, note: Note): void {
  const left = [...gold.scores]
  const same = (score: Read<'score'>, other: GoldScore) =>
    score.value === other.value && sameBenchmark(score.benchmark, other.benchmark) && sameModel(score, other)
  for (const score of read) {
    const at = left.findIndex((other) => same(score, other))
    if (at >= 0) {
      const [found] = left.splice(at, 1) as [GoldScore]
      tallies.scores.right++
      tallies.variant.of++
      if (sameVariant(score, found)) tallies.variant.right++
      if (found.claimed_by) {
        tallies.claimant.of++
        if ((score.claimant.kind === 'press' ? 'unstated' : score.claimant.kind) === found.claimed_by) tallies.claimant.right++
      }
      continue
    }
    const again = gold.scores.some((other) => same(score, other))
    const unsure = (gold.unsure ?? []).some((other) => score.value === other.value && sameModel(score, other))
    const vague = gold.scores.some(
      (other) => score.value === other.value && sameModel(score, other) && vaguerBenchmark(score.benchmark, other.benchmark),
    )
    if (again || unsure || vague) continue
    tallies.scores.wrong++
    note('score', 'wrong', `${score.model} | ${score.variant ?? '-'} | ${score.benchmark} | ${score.value}`, score.quote)
  }
  tallies.scores.missed = left.length
  for (const score of left)
    note('score', 'missed', `${score.model} | ${score.variant ?? '-'} | ${score.benchmark} | ${score.value}`, score.quote)
}

const plain = (value: string | number) =>
  String(value)
    .toLowerCase()
    .replace(/[^a-z0-9.]/g, '')

/** A value as it is compared: "$3" in a text and "$3.00" in its table are one price. */
const plainValue = ({ attribute, value }: { attribute: string; value: string | number }) =>
  plain(
    attribute.startsWith('price')
      ? String(value)
          .replace(/(\.\d*?)0+(?= )/, '$1')
          .replace(/\.(?= )/, '')
      : value,
  )

function factTally(gold: Gold, read: Read<'fact'>[], note: Note): Tally {
  const same = (fact: Read<'fact'>, other: Gold['facts'][number]) =>
    fact.attribute === other.attribute &&
    plainValue(fact) === plainValue(other) &&
    sameModel({ model: fact.model, variant: fact.variant }, { model: other.model })
  const found = gold.facts.filter((other) => read.some((fact) => same(fact, other)))
  const wrong = read.filter((fact) => labelledAttributes.has(fact.attribute) && !gold.facts.some((other) => same(fact, other)))
  for (const fact of wrong) note('fact', 'wrong', `${fact.model} | ${fact.attribute} | ${fact.value}`, fact.quote)
  for (const fact of gold.facts)
    if (!found.includes(fact)) note('fact', 'missed', `${fact.model} | ${fact.attribute} | ${fact.value}`, fact.quote)
  return { right: found.length, wrong: wrong.length, missed: gold.facts.length - found.length }
}

/** The share of a labelled sentence's words that a quote must hold. */
const enoughWords = 0.6

function riskTally(gold: Gold, read: Read<'risk'>[], note: Note): Tally {
  const same = (quote: string, labelled: string) => {
    const words = new Set(wordsOf(labelled))
    return words.intersection(new Set(wordsOf(quote))).size >= enoughWords * words.size
  }
  const found = gold.risks.filter((other) => read.some((risk) => same(risk.quote, other.quote)))
  const wrong = read.filter((risk) => !gold.risks.some((other) => same(risk.quote, other.quote)))
  for (const risk of wrong) note('risk', 'wrong', `${risk.category} | ${risk.model ?? '-'}`, risk.quote)
  for (const risk of gold.risks)
    if (!found.includes(risk)) note('risk', 'missed', `${risk.category} | ${risk.model ?? '-'}`, risk.quote)
  return { right: found.length, wrong: wrong.length, missed: gold.risks.length - found.length }
}

function modelTally(gold: Gold, read: readonly string[], note: Note): Tally {
  const left = [...gold.models]
  const tally = { right: 0, wrong: 0, missed: 0 }
  for (const model of read) {
    const at = left.findIndex((other) => sameModel({ model }, { model: other }))
    if (at >= 0) {
      left.splice(at, 1)
      tally.right++
    } else if (!gold.models.some((other) => sameModel({ model }, { model: other }))) {
      tally.wrong++
      note('model', 'wrong', model, '')
    }
  }
  tally.missed = left.length
  for (const model of left) note('model', 'missed', model, '')
  return tally
}

function noTallies(): Tallies {
  const none = () => ({ right: 0, wrong: 0, missed: 0 })
  return {
    scores: none(),
    facts: none(),
    risks: none(),
    models: none(),
    claimant: { right: 0, of: 0 },
    variant: { right: 0, of: 0 },
  }
}

function add(sum: Tallies, row: Tallies): Tallies {
  const both = (a: Tally, b: Tally) => ({ right: a.right + b.right, wrong: a.wrong + b.wrong, missed: a.missed + b.missed })
  const part = (a: Tallies['claimant'], b: Tallies['claimant']) => ({ right: a.right + b.right, of: a.of + b.of })
  return {
    scores: both(sum.scores, row.scores),
    facts: both(sum.facts, row.facts),
    risks: both(sum.risks, row.risks),
    models: both(sum.models, row.models),
    claimant: part(sum.claimant, row.claimant),
    variant: part(sum.variant, row.variant),
  }
}

/** Precision, recall and F1 of a tally. */
export function ratesOf({ right, wrong, missed }: Tally): Rates {
  const given = right + wrong
  const labelled = right + missed
  const f1 = given + labelled === 0 ? null : (2 * right) / (given + labelled)
  return { precision: share(right, given), recall: share(right, labelled), f1 }
}

/** The normal deviate of a two-sided 95 % interval. */
const deviate = 1.959964

/** A share with its 95 % Wilson score interval (E. B. Wilson, "Probable inference", J. Amer. Stat. Assoc. 22, 1927), or null of nothing. */
export function share(right: number, of: number): Share | null {
  if (of === 0) return null
  const value = right / of
  const square = deviate ** 2
  const centre = (value + square / (2 * of)) / (1 + square / of)
  const half = (deviate / (1 + square / of)) * Math.sqrt((value * (1 - value)) / of + square / (4 * of ** 2))
  return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
