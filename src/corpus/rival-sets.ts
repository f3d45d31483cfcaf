import type { Order, Score } from '../claim.ts'
import { canonicalVendor } from '../lexicon/canonical.ts'
import { modelKey } from '../lexicon/keys.ts'
import type { Finding } from '../storage/findings.ts'
import { type Disagreement, sameTime, sideOf } from './disagreement.ts'
import { isSetOlder, versionsByFamily } from './generations.ts'
import { towards } from './order-conflicts.ts'

/** A line shows no more rivals of one source than these. */
const mostNamed = 5
const mostSides = { older: 3, younger: 3 }
/** Of many sources the first ones: what a model was measured against when it came out. */
const mostSources = 60

interface Rivals {
  firstAt: number | null
  /** By key: the rival as it is named, and a finding that names it. */
  named: Map<string, { name: string; finding: Finding<Order | Score> }>
}

/**
 * Sources of about the same time that set a model against rivals a whole generation apart (GPT-4.5 in one, GPT-5.4 in another): what they say
 * about who leads does not speak of the same field. `orders` are the model's, `beside` the numbers that the same articles give for others.
 */
export function rivalSets(model: string, orders: Finding<Order>[], beside: Finding<Score>[]): Disagreement[] {
  const own = modelKey(model)
  const sources = new Map<string, Rivals>()
  const add = (name: string, finding: Finding<Order | Score>): void => {
    const key = modelKey(name)
    if (key === own || canonicalVendor(name) === name) return
    const { article } = finding.claim
    const source = sources.get(article) ?? { firstAt: finding.firstAt, named: new Map() }
    source.named.set(key, { name, finding })
    sources.set(article, source)
  }
  for (const finding of orders) if (modelKey(finding.claim.model) === own) add(towards(model, finding.claim).rival, finding)
  for (const finding of beside) add(finding.claim.model, finding)
  const all = [...sources.values()]
    .sort((a, b) => (a.firstAt ?? 0) - (b.firstAt ?? 0))
    .slice(0, mostSources)
    .map((source) => ({ ...source, versions: versionsByFamily([...source.named.values()].map(({ name }) => name)) }))
  const behind = (one: (typeof all)[number], other: (typeof all)[number]): boolean =>
    sameTime(one, other) && isSetOlder(one.versions, other.versions)
  const older = all.filter((one) => all.some((other) => other !== one && behind(one, other)))
  const younger = all.filter((other) => !older.includes(other) && older.some((one) => behind(one, other)))
  if (older.length === 0 || younger.length === 0) return []
  const side = ({ named }: Rivals) => {
    const shown = [...named.values()].sort((a, b) => a.finding.claim.start - b.finding.claim.start).slice(0, mostNamed)
    return sideOf(
      shown.map(({ finding }) => ({ ...finding, claims: finding.claims.slice(0, 1) })),
      shown.map(({ name }) => name).join(', '),
    )
  }
  return [
    {
      kind: 'conflict',
      model,
      about: 'which rivals it is measured against',
      sourcesOwn: true,
      sides: [...older.slice(0, mostSides.older), ...younger.slice(0, mostSides.younger)].map(side),
      reason: 'rivals a generation apart, so what the sources say about who leads does not speak of the same field',
    },
  ]
}
