import type { Claim, Fact, Order, Risk, Score } from '../claim.ts'
import { modelKey } from '../lexicon/keys.ts'
import { type Finding, findingsOfModels, ordersAgainst, remarksBeside, scoresBeside } from '../storage/findings.ts'
import { articlesOn } from '../storage/models.ts'
import type { Store } from '../storage/store.ts'
import type { Disagreement } from './disagreement.ts'
import { earlyKeys, factConflicts } from './fact-conflicts.ts'
import { labConflicts } from './lab-names.ts'
import { opennessConflicts } from './openness.ts'
import { orderConflicts } from './order-conflicts.ts'
import { riskDenials } from './risk-denials.ts'
import { rivalSets } from './rival-sets.ts'
import { scoreConflicts } from './score-conflicts.ts'
import { whoLeads } from './who-leads.ts'

const order: Disagreement['kind'][] = ['conflict', 'changed', 'not comparable']

/** What is said of one model. */
export interface Said {
  scores: Finding<Score>[]
  /** Other models' numbers in the articles of these scores. */
  beside: Finding<Score>[]
  /** Its facts, with those of its beta and preview. */
  facts: Finding<Fact>[]
  /** Orders that it is either side of. */
  orders: Finding<Order>[]
  risks: Finding<Risk>[]
  /** What the articles about it say around it, claim by claim. */
  remarks?: Finding<Claim>[]
}

/** Where sources disagree about one model: conflicts first, then changes, then what only looks like a conflict. */
export function disagreementsIn(model: string, found: Said): Disagreement[] {
  const { scores, beside, facts, orders, risks, remarks = [] } = found
  const maker = facts.find(({ claim }) => claim.attribute === 'vendor')?.claim.value ?? null
  const all = [
    ...scoreConflicts(scores),
    ...factConflicts(facts),
    ...labConflicts(model, maker, remarks),
    ...opennessConflicts(model, remarks),
    ...whoLeads(model, orders),
    ...orderConflicts(model, orders, [...scores, ...beside]),
    ...rivalSets(model, orders, beside),
    ...riskDenials(risks),
  ]
  return all.sort(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      b.sides.length - a.sides.length ||
      (a.about < b.about ? -1 : a.about > b.about ? 1 : 0),
  )
}

/** Reads what is said of one model and where it disagrees. */
export async function disagreements(store: Store, model: string): Promise<Disagreement[]> {
  return disagreementsIn(model, await saidOf(store, model))
}

/** Reads what is said of one model. */
export async function saidOf(store: Store, model: string): Promise<Said> {
  const key = modelKey(model)
  const [scores, facts, own, against, risks, articles] = await Promise.all([
    findingsOfModels(store, [key], 'score'),
    findingsOfModels(store, [key, ...earlyKeys(key)], 'fact'),
    findingsOfModels(store, [key], 'order'),
    ordersAgainst(store, key),
    findingsOfModels(store, [key], 'risk', 400),
    articlesOn(store, [key], 2, 25),
  ])
  const [beside, remarks] = await Promise.all([
    scoresBeside(store, scores),
    remarksBeside(
      store,
      key,
      articles.map(({ id }) => id),
    ),
  ])
  return { scores, beside, facts, orders: [...own, ...against], risks, remarks }
}

/**
 * The conflicts and changes of the first of these models that have any, model after model until `enough` are found. What is not comparable is left to the
 * single model, where the numbers beside are read too. `models`: those that were looked at.
 */
export async function disagreementsOf(
  store: Store,
  models: string[],
  enough: number,
): Promise<{ found: Disagreement[]; models: string[] }> {
  const found: Disagreement[] = []
  const read: string[] = []
  for (const model of models) {
    if (found.length >= enough) break
    read.push(model)
    const keys = [modelKey(model)]
    const [scores, facts, orders, risks] = await Promise.all([
      findingsOfModels(store, keys, 'score'),
      findingsOfModels(store, keys, 'fact'),
      findingsOfModels(store, keys, 'order', 400),
      findingsOfModels(store, keys, 'risk', 200),
    ])
    const all = disagreementsIn(model, { scores, beside: [], facts, orders, risks })
    found.push(...all.filter(({ kind }) => kind !== 'not comparable'))
  }
  return { found, models: read }
}
