import type { Claim, Statement } from '../claim.ts'
import { modelKey } from '../lexicon/keys.ts'
import { type Finding, findingsOfModels } from '../storage/findings.ts'
import { type Freshness, freshnessOf } from '../storage/models.ts'
import type { Store } from '../storage/store.ts'
import { bestStatements, type FactSheet, factSheet, ownNumbers, type Trailing, trailing } from './brief.ts'
import type { Row } from './compare.ts'
import type { Disagreement } from './disagreement.ts'
import { disagreementsIn, saidOf } from './disagreements.ts'
import { claimModelKey } from './finding.ts'
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
  const key = modelKey(model)
  const [said, statements, freshness] = await Promise.all([
    saidOf(store, model),
    findingsOfModels(store, [key], 'statement', 200),
    freshnessOf(store, [key]),
  ])
  const own = <C extends Claim>(findings: Finding<C>[]) => findings.filter(({ claim }) => claimModelKey(claim) === key)
  const { scores, risks } = said
  return {
    model,
    facts: factSheet(own(said.facts)),
    numbers: ownNumbers(model, scores),
    trailing: trailing(model, own(said.orders), scores, said.beside),
    risks: riskRegister(risks),
    statements: bestStatements(statements, 2),
    disagreements: disagreementsIn(model, said).filter(({ kind }) => kind !== 'not comparable'),
    freshness,
  }
}
