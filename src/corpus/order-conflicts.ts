import type { Order, Score } from '../claim.ts'
import { canonicalBenchmark } from '../lexicon/canonical.ts'
import { benchmarkKey, modelKey } from '../lexicon/keys.ts'
import type { Finding } from '../storage/findings.ts'
import { type Disagreement, differentSources, groupsOf, type Side, sideOf } from './disagreement.ts'
import { plainValue } from './finding.ts'
import { scoreWords } from './score-words.ts'

type Relation = Order['relation']
const opposite: Record<Relation, Relation> = { ahead: 'behind', behind: 'ahead', level: 'level' }
const relationWords: Record<Relation, string> = { ahead: 'ahead of', behind: 'behind', level: 'level with' }

/** An order as told from one model's side, so that "A ahead of B" and "B behind A" meet. */
export function towards(model: string, order: Order): { rival: string; relation: Relation } {
  return modelKey(order.model) === modelKey(model)
    ? { rival: order.rival, relation: order.relation }
    : { rival: order.model, relation: opposite[order.relation] }
}

/** On what an order holds, as one key: a test, a field, or in general (empty). */
export const scopeKey = ({ benchmark, field }: Order): string =>
  benchmark ? benchmarkKey(benchmark) : field ? `in ${plainValue(field)}` : ''

/** "ahead of GPT-5.4 on ARC-AGI-2", as said from one model's side. */
export function orderWords(relation: Relation, rivals: string, { benchmark, field }: Pick<Order, 'benchmark' | 'field'>): string {
  return `${relationWords[relation]} ${rivals}${benchmark ? ` on ${benchmark}` : field ? ` in ${field}` : ''}`
}

/**
 * Orders that contradict each other, and orders that numbers of another source contradict: against one rival, on the same test, in the same field,
 * or both in general. In general, "level with" contradicts neither side: sources draw that line where they like.
 */
export function orderConflicts(model: string, orders: Finding<Order>[], scores: Finding<Score>[]): Disagreement[] {
  const found: Disagreement[] = []
  const plain = orders.some(({ claim }) => claim.benchmark !== null) ? numbersBy(scores) : new Map<string, Finding<Score>[]>()
  const pair = ({ claim }: Finding<Order>): string =>
    [
      modelKey(towards(model, claim).rival),
      scopeKey(claim),
      plainValue(claim.variant ?? ''),
      plainValue(claim.rivalVariant ?? ''),
    ].join('|')
  for (const group of Map.groupBy(orders, pair).values()) {
    const taking = new Set<Finding<Order>>()
    for (let left = 0; left < group.length; left++) {
      for (let right = left + 1; right < group.length; right++) {
        const [a, b] = [group[left]!, group[right]!]
        if (!differentSources(a, b) || !contradict(model, a.claim, b.claim)) continue
        taking.add(a)
        taking.add(b)
      }
    }
    const { claim } = group[0]!
    const numbers = claim.benchmark ? againstNumbers(group, plain) : []
    if (taking.size < 2 && numbers.length === 0) continue
    const { rival } = towards(model, claim)
    const told = (one: Order): string =>
      `${model} ${orderWords(towards(model, one).relation, rival, { benchmark: null, field: null })}`
    found.push({
      kind: 'conflict',
      model,
      about: claim.benchmark
        ? `who leads on ${claim.benchmark}, against ${rival}`
        : claim.field
          ? `who leads in ${claim.field}, against ${rival}`
          : `who is ahead, against ${rival}`,
      sides: [
        ...groupsOf(taking.size > 0 ? taking : group, (a, b) => told(a) === told(b)).map((same) =>
          sideOf(same, told(same[0]!.claim)),
        ),
        ...numbers,
      ],
      reason: numbers.length > 0 ? 'the numbers of another source tell the opposite' : 'the sources put them in another order',
    })
  }
  return found
}

function contradict(model: string, a: Order, b: Order): boolean {
  const [one, other] = [towards(model, a).relation, towards(model, b).relation]
  return one !== other && (a.benchmark !== null || (one !== 'level' && other !== 'level'))
}

/** Plain numbers (no variant, not "about") by model and test. */
function numbersBy(scores: Finding<Score>[]): Map<string, Finding<Score>[]> {
  return Map.groupBy(
    scores.filter(({ claim }) => claim.variant === null && !claim.approximate),
    ({ claim }): string => `${modelKey(claim.model)}|${benchmarkKey(claim.benchmark)}`,
  )
}

/** Numbers of one other article that tell the opposite of an order. */
function againstNumbers(orders: Finding<Order>[], numbers: Map<string, Finding<Score>[]>): Side[] {
  const { claim } = orders[0]!
  const on = benchmarkKey(claim.benchmark!)
  const sign = canonicalBenchmark(claim.benchmark!)?.direction === 'lower' ? -1 : 1
  const of = (name: string): Finding<Score>[] => numbers.get(`${modelKey(name)}|${on}`) ?? []
  const rivals = new Map(of(claim.rival).map((finding) => [finding.claim.article, finding]))
  const said = new Set(orders.map((finding) => finding.claim.article))
  for (const mine of of(claim.model)) {
    const theirs = rivals.get(mine.claim.article)
    if (!theirs || said.has(mine.claim.article)) continue
    const difference = sign * (mine.claim.value - theirs.claim.value)
    const told: Relation = difference > 0 ? 'ahead' : difference < 0 ? 'behind' : 'level'
    if (told === claim.relation) continue
    return [
      {
        ...sideOf([mine, theirs], `${claim.model} ${scoreWords(mine.claim)}, ${claim.rival} ${scoreWords(theirs.claim)}`),
        claims: [...mine.claims.slice(0, 1), ...theirs.claims.slice(0, 1)],
      },
    ]
  }
  return []
}
