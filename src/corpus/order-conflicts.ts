import type { Order, Score } from '../claim.ts'
import { canonicalBenchmark } from '../lexicon/canonical.ts'
import { benchmarkKey, modelKey } from '../lexicon/keys.ts'
import type { Finding } from '../storage/findings.ts'
import { type Disagreement, differentSources, type Side, sideOf } from './disagreement.ts'
import { scoreWords } from './score-words.ts'

type Relation = Order['relation']
const opposite: Record<Relation, Relation> = { ahead: 'behind', behind: 'ahead', level: 'level' }

/** An order as seen from the model whose key sorts first, so that "A ahead of B" and "B behind A" meet. */
function seen(order: Order): { pair: string; relation: Relation } {
  const [a, b] = [modelKey(order.model), modelKey(order.rival)]
  const on = order.benchmark ? benchmarkKey(order.benchmark) : ''
  return a < b
    ? { pair: `${a}|${b}|${on}`, relation: order.relation }
    : { pair: `${b}|${a}|${on}`, relation: opposite[order.relation] }
}

const words = (order: Order): string =>
  `${order.model} ${{ ahead: 'ahead of', behind: 'behind', level: 'level with' }[order.relation]} ${order.rival}`

/** Orders that contradict each other, and orders that numbers of another source contradict: on the same benchmark, or both in general. */
export function orderConflicts(model: string, orders: Finding<Order>[], scores: Finding<Score>[]): Disagreement[] {
  const found: Disagreement[] = []
  for (const group of Map.groupBy(orders, ({ claim }): string => seen(claim).pair).values()) {
    const taking = new Set<Finding<Order>>()
    for (let left = 0; left < group.length; left++) {
      for (let right = left + 1; right < group.length; right++) {
        const [a, b] = [group[left]!, group[right]!]
        if (differentSources(a, b) && seen(a.claim).relation !== seen(b.claim).relation) {
          taking.add(a)
          taking.add(b)
        }
      }
    }
    const { claim } = group[0]!
    const numbers = claim.benchmark ? againstNumbers(group, scores) : []
    if (taking.size + numbers.length < 2) continue
    const rival = modelKey(claim.model) === modelKey(model) ? claim.rival : claim.model
    const orderSides = (taking.size > 0 ? [...taking] : group).map((finding) => sideOf(finding, words(finding.claim)))
    found.push({
      kind: 'conflict',
      model,
      about: claim.benchmark ? `who leads on ${claim.benchmark}, against ${rival}` : `who is ahead, against ${rival}`,
      sides: [...orderSides, ...numbers],
      reason: 'orders that contradict each other',
    })
  }
  return found
}

/** Numbers of one other article that tell the opposite of an order. */
function againstNumbers(orders: Finding<Order>[], scores: Finding<Score>[]): Side[] {
  const [order] = orders
  const { claim } = order!
  const on = benchmarkKey(claim.benchmark!)
  const sign = canonicalBenchmark(claim.benchmark!)?.direction === 'lower' ? -1 : 1
  const of = (name: string) =>
    scores.filter(({ claim: score }) => modelKey(score.model) === modelKey(name) && benchmarkKey(score.benchmark) === on)
  for (const mine of of(claim.model)) {
    const theirs = of(claim.rival).find(
      ({ claim: score }) => score.article === mine.claim.article && score.variant === mine.claim.variant,
    )
    if (!theirs || orders.some(({ claim: { article } }) => article === mine.claim.article)) continue
    const difference = sign * (mine.claim.value - theirs.claim.value)
    const told: Relation = difference > 0 ? 'ahead' : difference < 0 ? 'behind' : 'level'
    if (told === claim.relation) continue
    return [
      {
        text: `${claim.model} ${scoreWords(mine.claim)}, ${claim.rival} ${scoreWords(theirs.claim)}`,
        claims: [...mine.claims.slice(0, 1), ...theirs.claims.slice(0, 1)],
        claimant: mine.claim.claimant,
        at: mine.firstAt,
      },
    ]
  }
  return []
}
