import type { Fact, Order, Risk, Score } from '../claim.ts'
import { modelKey } from '../lexicon/keys.ts'
import { type Finding, findingsOfModels, ordersAgainst, scoresBeside } from '../storage/findings.ts'
import type { Store } from '../storage/store.ts'
import type { Disagreement } from './disagreement.ts'
import { factConflicts } from './fact-conflicts.ts'
import { claimModelKey } from './finding.ts'
import { orderConflicts } from './order-conflicts.ts'
import { riskDenials } from './risk-denials.ts'
import { rivalSets } from './rival-sets.ts'
import { scoreConflicts } from './score-conflicts.ts'

const order: Disagreement['kind'][] = ['conflict', 'changed', 'not comparable']

/** Where sources disagree about one model: conflicts first, then changes, then what only looks like a conflict. */
export function disagreementsIn(
  model: string,
  found: {
    scores: Finding<Score>[]
    beside: Finding<Score>[]
    facts: Finding<Fact>[]
    orders: Finding<Order>[]
    risks: Finding<Risk>[]
  },
): Disagreement[] {
  const all = [
    ...scoreConflicts(found.scores),
    ...factConflicts(found.facts),
    ...orderConflicts(model, found.orders, [...found.scores, ...found.beside]),
    ...riskDenials(found.risks),
    ...rivalSets(model, found.orders, found.beside),
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
  const keys = [modelKey(model)]
  const [scores, facts, own, against, risks] = await Promise.all([
    findingsOfModels(store, keys, 'score'),
    findingsOfModels(store, keys, 'fact'),
    findingsOfModels(store, keys, 'order'),
    ordersAgainst(store, keys[0]!),
    findingsOfModels(store, keys, 'risk', 200),
  ])
  return disagreementsIn(model, { scores, beside: await scoresBeside(store, scores), facts, orders: [...own, ...against], risks })
}

/**
 * The conflicts and changes of several models, newest models first: fewer queries than asking one by one. What is not comparable is left to the
 * single model, where the numbers beside are read too.
 */
export async function disagreementsOf(store: Store, models: string[]): Promise<Disagreement[]> {
  const keys = models.map(modelKey)
  if (keys.length === 0) return []
  const [scores, facts, orders, risks] = await Promise.all([
    findingsOfModels(store, keys, 'score', 5000),
    findingsOfModels(store, keys, 'fact', 5000),
    findingsOfModels(store, keys, 'order', 2000),
    findingsOfModels(store, keys, 'risk', 1000),
  ])
  const of = <T extends Score | Fact | Order | Risk>(found: Finding<T>[]) =>
    Map.groupBy(found, ({ claim }) => claimModelKey(claim))
  const [scoresOf, factsOf, ordersOf, risksOf] = [of(scores), of(facts), of(orders), of(risks)]
  return models.flatMap((model) => {
    const key = modelKey(model)
    const own = {
      scores: scoresOf.get(key) ?? [],
      beside: [],
      facts: factsOf.get(key) ?? [],
      orders: ordersOf.get(key) ?? [],
      risks: risksOf.get(key) ?? [],
    }
    return disagreementsIn(model, own).filter(({ kind }) => kind !== 'not comparable')
  })
}
