import type { Order, Score } from '../claim.ts'
import { canonicalVendor } from '../lexicon/canonical.ts'
import { modelKey } from '../lexicon/keys.ts'
import type { Finding } from '../storage/findings.ts'
import { type Disagreement, sideOf } from './disagreement.ts'
import { generationOf, isGenerationOlder } from './generations.ts'
import { towards } from './order-conflicts.ts'

/** Sources further apart in time than this may well look at other rivals. */
const sameTime = 45 * 24 * 60 * 60 * 1000
/** A line shows no more rivals of one source than these. */
const mostNamed = 5
const mostSides = 5

interface Rivals {
  at: number | null
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
    const source = sources.get(article) ?? { at: finding.firstAt, named: new Map() }
    source.named.set(key, { name, finding })
    sources.set(article, source)
  }
  for (const finding of orders) if (modelKey(finding.claim.model) === own) add(towards(model, finding.claim).rival, finding)
  for (const finding of beside) add(finding.claim.model, finding)
  const all = [...sources.values()]
  const newest = (source: Rivals) => [...source.named.values()].map(({ name }) => generationOf(name))
  // a source is behind another where all that it names of a family is a generation older than all that the other names
  const behind = (one: Rivals, other: Rivals): boolean => {
    if (one.at !== null && other.at !== null && Math.abs(one.at - other.at) > sameTime) return false
    const [mine, theirs] = [newest(one), newest(other)]
    return mine.some(({ family }) => {
      const [left, right] = [mine, theirs].map((set) => set.filter((each) => each.family === family)) as [
        typeof mine,
        typeof mine,
      ]
      return right.length > 0 && left.every((a) => right.every((b) => isGenerationOlder(a, b)))
    })
  }
  const older = all.filter((one) => all.some((other) => other !== one && behind(one, other)))
  const younger = all.filter((other) => !older.includes(other) && older.some((one) => behind(one, other)))
  if (older.length === 0 || younger.length === 0) return []
  const side = ({ named }: Rivals) => {
    const shown = [...named.values()].slice(0, mostNamed)
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
      sides: [...older, ...younger].slice(0, mostSides).map(side),
      reason: 'rivals a generation apart, so what the sources say about who leads does not speak of the same field',
    },
  ]
}
