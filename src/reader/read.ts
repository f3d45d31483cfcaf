import type { Article } from '../article.ts'
import type { Claim, Reading, Score, Unparsed } from '../claim.ts'
import { readBullets } from './bullets.ts'
import { readClauses } from './clauses.ts'
import { type Discourse, discourse } from './discourse.ts'
import { readFacts } from './facts.ts'
import { readGluedTables } from './glued-tables.ts'
import { readLooseRows } from './loose-rows.ts'
import { readOrders } from './orders.ts'
import { passages } from './passages.ts'
import { readRisks } from './risks.ts'
import { readStatements } from './statements.ts'
import { readTables } from './tables.ts'
import { nothingTaken } from './taken.ts'

/**
 * Reads an article: everything that it claims, each claim with the span that says it, and the sentences whose numbers no pattern read.
 * Pure and deterministic; linear in the article's length. Tables and bullets come first, as what stands in them is tied together by layout;
 * a number that one reader has spent is not read by the next.
 */
export function read(article: Article): Reading {
  const parts = passages(article)
  const context = discourse(article, parts)
  const taken = nothingTaken()
  const claims: Claim[] = []
  const unparsed: Unparsed[] = []
  for (const reader of [
    readTables,
    readGluedTables,
    readLooseRows,
    readBullets,
    readClauses,
    readOrders,
    readFacts,
    readRisks,
    readStatements,
  ]) {
    const found = reader(article, parts, context, taken)
    for (const claim of found.claims) claims.push(claim)
    for (const sentence of found.unparsed) unparsed.push(sentence)
  }
  return { models: namesOf(context), claims: once(claims), unparsed: unparsed.sort((a, b) => a.start - b.start || a.end - b.end) }
}

/** Every model that the text names; a family named short only ("Gemini") stands as it is, where no fuller name of it is in the text. */
function namesOf({ mentions, resolve }: Discourse): string[] {
  const full = new Set(mentions.flatMap((mention) => (mention.short ? [] : [mention.family])))
  // A family's bare name beside fuller ones is the family; with a tier ("Gemini Deep Think") it is one more model.
  const names = mentions.flatMap(
    (mention) => resolve(mention)?.name ?? (full.has(mention.family) && !/[ -]/.test(mention.name) ? [] : [mention.name]),
  )
  return [...new Set(names)]
}

/** In order of place. What an article says twice in the same words of number, model and test counts once: the first time outside a box. */
function once(claims: readonly Claim[]): Claim[] {
  const kept = new Map<string, Claim>()
  for (const claim of claims) {
    const key = sameness(claim)
    const before = kept.get(key)
    if (before === undefined || (before.restated && !claim.restated)) kept.set(key, claim)
  }
  const exact = new Set([...kept.values()].flatMap((one) => (one.type === 'score' && one.bound === null ? [ofTest(one)] : [])))
  // "over 90% on a test" of which the text gives the number as well says no more than that number.
  return [...kept.values()]
    .filter((one) => one.type !== 'score' || one.bound === null || !exact.has(ofTest(one)))
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

const ofTest = (score: Score): string => `${score.model}|${score.benchmark}`

function sameness(claim: Claim): string {
  if (claim.type === 'score') return ['score', claim.model, claim.variant, claim.benchmark, claim.value].join('|')
  if (claim.type === 'order')
    return [
      'order',
      claim.model,
      claim.variant,
      claim.rival,
      claim.rivalVariant,
      claim.benchmark,
      claim.field,
      claim.relation,
    ].join('|')
  return claim.id
}
