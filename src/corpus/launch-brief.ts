import type { Statement } from '../claim.ts'
import { modelKey } from '../lexicon/keys.ts'
import { type Finding, findingsOfModels, scoresBeside } from '../storage/findings.ts'
import { type Freshness, freshnessOf } from '../storage/models.ts'
import type { Store } from '../storage/store.ts'
import { bestStatements, type FactSheet, factSheet, ownNumbers, type Trailing, trailing } from './brief.ts'
import type { Row } from './compare.ts'
import type { Disagreement } from './disagreement.ts'
import { disagreements } from './disagreements.ts'
import { type RiskEntry, riskRegister } from './risk-register.ts'

/** What a brief about one model is made of. */
export interface Brief {
  model: string
  facts: FactSheet
  numbers: Row[]
  trailing: Trailing[]
  risks: RiskEntry[]
  statements: Map<Statement['aspect'], Finding<Statement>[]>
  disagreements: Disagreement[]
  freshness: Freshness
}

/** Everything that a brief on one model shows, read from what is merged over its articles. */
export async function launchBrief(store: Store, model: string): Promise<Brief> {
  const keys = [modelKey(model)]
  const [facts, scores, orders, risks, statements, freshness, conflicts] = await Promise.all([
    findingsOfModels(store, keys, 'fact'),
    findingsOfModels(store, keys, 'score'),
    findingsOfModels(store, keys, 'order'),
    findingsOfModels(store, keys, 'risk', 400),
    findingsOfModels(store, keys, 'statement', 200),
    freshnessOf(store, keys),
    disagreements(store, model),
  ])
  const beside = await scoresBeside(store, scores)
  return {
    model,
    facts: factSheet(facts),
    numbers: ownNumbers(model, scores),
    trailing: trailing(model, orders, scores, beside),
    risks: riskRegister(risks),
    statements: bestStatements(statements, 2),
    disagreements: conflicts.filter(({ kind }) => kind !== 'not comparable'),
    freshness,
  }
}
