import { type Attribute, attributes, type Fact, type Order, type Score, type Statement } from '../claim.ts'
import { canonicalBenchmark } from '../lexicon/canonical.ts'
import { benchmarkKey, modelKey } from '../lexicon/keys.ts'
import type { Finding } from '../storage/findings.ts'
import { standsAlone } from '../summary/stands-alone.ts'
import { repeats } from '../summary/summarise.ts'
import { contentWords } from '../summary/words.ts'
import { compare, type Row } from './compare.ts'
import { plainValue } from './finding.ts'

/** One value that sources give for an attribute, with everything that says so. */
export interface FactValue {
  value: string
  condition: string | null
  variant: string | null
  claims: string[]
  origins: number
  lastAt: number | null
}

/** What is said of one model's attributes: best supported values first; attributes that nobody states are missing. */
export type FactSheet = Map<Attribute, FactValue[]>

/** Groups facts by attribute; the values follow their support, then their date. */
export function factSheet(facts: Finding<Fact>[]): FactSheet {
  const sheet: FactSheet = new Map()
  for (const attribute of attributes) {
    const values = facts
      .filter(({ claim }) => claim.attribute === attribute)
      .map(({ claim, claims, origins, lastAt }) => ({
        value: claim.value,
        condition: claim.condition,
        variant: claim.variant,
        claims,
        origins,
        lastAt,
      }))
      .sort((a, b) => b.origins - a.origins || (b.lastAt ?? 0) - (a.lastAt ?? 0) || (a.value < b.value ? -1 : 1))
    if (values.length > 0) sheet.set(attribute, withoutContained(attribute, values))
  }
  return sheet
}

/** A place that another value holds whole adds nothing: its sources join the fuller one. Lists of modalities stay apart: one may deny what another says. */
function withoutContained(attribute: Attribute, values: FactValue[]): FactValue[] {
  if (attribute !== 'availability') return values
  const words = (value: FactValue) => new Set(plainValue(value.value).split(' '))
  const kept: FactValue[] = []
  for (const value of [...values].sort((a, b) => words(b).size - words(a).size)) {
    const fuller = kept.find(
      (other) => plainValue(other.condition ?? '') === plainValue(value.condition ?? '') && words(value).isSubsetOf(words(other)),
    )
    if (fuller) fuller.claims = [...fuller.claims, ...value.claims]
    else kept.push({ ...value })
  }
  return values.flatMap((value) => kept.filter((other) => other.value === value.value && other.condition === value.condition))
}

/** Models that a text sets beside this one, where they are ahead of it: from orders, and from numbers of one source. */
export interface Trailing {
  rival: string
  benchmark: string | null
  detail: { mine: Score; theirs: Score } | null
  claims: string[]
}

/**
 * Where a model is behind, as sources say it: orders without numbers, and numbers that one article gives for both under the same claimant.
 * `beside` holds the numbers that the articles of `scores` give for other models.
 */
export function trailing(
  model: string,
  orders: Finding<Order>[],
  scores: Finding<Score>[],
  beside: Finding<Score>[],
): Trailing[] {
  const key = modelKey(model)
  const found: Trailing[] = []
  const place = ({ claim }: Finding<Score>): string => `${claim.article}|${benchmarkKey(claim.benchmark)}|${claim.claimant.kind}`
  const rivals = Map.groupBy(beside, place)
  for (const mine of scores) {
    const sign = canonicalBenchmark(mine.claim.benchmark)?.direction === 'lower' ? -1 : 1
    const ahead = (rivals.get(place(mine)) ?? []).filter((theirs) => sign * (theirs.claim.value - mine.claim.value) > 0)
    if (ahead.length === 0) continue
    const best = ahead.reduce((a, b) => (sign * (b.claim.value - a.claim.value) > 0 ? b : a))
    found.push({
      rival: best.claim.model,
      benchmark: mine.claim.benchmark,
      detail: { mine: mine.claim, theirs: best.claim },
      claims: [...mine.claims.slice(0, 1), ...best.claims.slice(0, 1)],
    })
  }
  // an order adds nothing where numbers tell the same
  for (const { claim, claims } of orders) {
    if (claim.relation !== 'behind' || modelKey(claim.model) !== key) continue
    const told = found.find(
      ({ benchmark }) =>
        benchmark !== null && claim.benchmark !== null && benchmarkKey(benchmark) === benchmarkKey(claim.benchmark),
    )
    if (told) told.claims.push(...claims.slice(0, 1))
    else found.push({ rival: claim.rival, benchmark: claim.benchmark ?? claim.field, detail: null, claims: [...claims] })
  }
  return found
}

/** The rows of a model's own numbers, best supported first, independent before vendor. */
export function ownNumbers(model: string, scores: Finding<Score>[]): Row[] {
  const support = (row: Row) => Math.max(...row.cells[0]!.map(({ finding, cites }) => finding.origins + cites.length / 100))
  const kind = { independent: 0, vendor: 1, press: 2, unstated: 2 } as const
  return compare([model], scores).rows.sort(
    (a, b) => kind[a.by] - kind[b.by] || support(b) - support(a) || (a.benchmark < b.benchmark ? -1 : 1),
  )
}

/** A sentence that stands alone and says by name which model it is about: "the model" needs the sentence before. */
export function readable({ model, quote }: Statement): boolean {
  if (!standsAlone(quote)) return false
  const [text, version] = [quote.toLowerCase(), model?.toLowerCase().split(/[\s-]/).at(-1) ?? '']
  return model === null || text.includes(model.toLowerCase()) || (/[a-z]/.test(version) && text.includes(version))
}

/** The best statements for each aspect, those first that can be read alone, then by weight, ties to the better supported; over all aspects none says again what another says. */
export function bestStatements(
  statements: Finding<Statement>[],
  perAspect: number,
): Map<Statement['aspect'], Finding<Statement>[]> {
  const ranked = [...statements].sort(
    (a, b) =>
      Number(a.claim.restated) - Number(b.claim.restated) ||
      Number(readable(b.claim)) - Number(readable(a.claim)) ||
      b.claim.weight - a.claim.weight ||
      b.origins - a.origins ||
      (a.id < b.id ? -1 : 1),
  )
  const chosen: { finding: Finding<Statement>; words: string[] }[] = []
  for (const finding of ranked) {
    const { aspect, quote } = finding.claim
    const words = contentWords(quote)
    if (chosen.filter((each) => each.finding.claim.aspect === aspect).length < perAspect && !repeats({ words }, chosen))
      chosen.push({ finding, words })
  }
  return Map.groupBy(
    chosen.map(({ finding }) => finding),
    ({ claim }) => claim.aspect,
  )
}
