import type { ClaimantKind, Score } from '../claim.ts'
import { canonicalBenchmark } from '../lexicon/canonical.ts'
import { benchmarkKey, modelKey } from '../lexicon/keys.ts'
import type { Finding } from '../storage/findings.ts'
import { notComparable, sameNumber } from './comparable.ts'
import { plainValue, settingBeside } from './finding.ts'

type ScoreFinding = Finding<Score>

/** One number of a cell with the claims behind it; `agreeing` are claims by others that give the same number. */
export interface Entry {
  score: Score
  finding: ScoreFinding
  cites: string[]
  /** Among the numbers of its row that may be compared with one another. */
  comparable: boolean
  /** The best of these. */
  leads: boolean
}

/** One benchmark as one kind of claimant gives it: vendor's and independent numbers never share a row. `cells` follow the models asked for. */
export interface Row {
  benchmark: string
  category: string
  by: ClaimantKind
  byName: string | null
  lowerIsBetter: boolean
  cells: Entry[][]
  /** How many models have a number here that may be compared with another's; 0 where none may. */
  compared: number
}

export interface Verdict {
  by: ClaimantKind
  /** Benchmarks on which at least two of the models have comparable numbers. */
  shared: number
  /** Model name → on how many of these it leads; ties count for nobody. */
  leads: { model: string; count: number }[]
  ties: number
}

export interface Comparison {
  models: string[]
  rows: Row[]
  verdicts: Verdict[]
}

const kindOrder: ClaimantKind[] = ['independent', 'vendor', 'press', 'unstated']

/** Press and unstated numbers are the same to a reader: nobody is named who measured. */
const rowKind = (score: Score): ClaimantKind => (score.claimant.kind === 'press' ? 'unstated' : score.claimant.kind)

/**
 * Sets models side by side, from what is said of them. One row for each benchmark and kind of claimant; a number that nobody is named for joins the row of
 * a vendor's or tester's equal number as a further source. `category` keeps benchmarks of one kind only.
 */
export function compare(models: string[], findings: ScoreFinding[], category?: string): Comparison {
  const keys = models.map(modelKey)
  const rows = new Map<string, Row>()
  const loose: ScoreFinding[] = []
  const rowFor = (finding: ScoreFinding): Row => {
    const { claim } = finding
    const kind = rowKind(claim)
    const name = kind === 'independent' ? claim.claimant.name : null
    const id = `${benchmarkKey(claim.benchmark)}|${kind}|${plainValue(name ?? '')}`
    const known = canonicalBenchmark(claim.benchmark)
    const row = rows.get(id) ?? {
      benchmark: claim.benchmark,
      category: known?.category ?? 'other',
      by: kind,
      byName: name,
      lowerIsBetter: known?.direction === 'lower',
      cells: models.map(() => []),
      compared: 0,
    }
    rows.set(id, row)
    return row
  }
  const add = (finding: ScoreFinding) => {
    const at = keys.indexOf(modelKey(finding.claim.model))
    if (at >= 0)
      rowFor(finding).cells[at]!.push({
        score: finding.claim,
        finding,
        cites: [...finding.claims],
        comparable: false,
        leads: false,
      })
  }
  for (const finding of findings) {
    if (category && (canonicalBenchmark(finding.claim.benchmark)?.category ?? 'other') !== category) continue
    if (rowKind(finding.claim) === 'unstated') loose.push(finding)
    else add(finding)
  }
  for (const finding of loose) {
    if (!joinEqual(finding, keys, [...rows.values()])) add(finding)
  }
  const sorted = [...rows.values()].sort(
    (a, b) =>
      filled(b) - filled(a) ||
      byText(a.category, b.category) ||
      byText(a.benchmark.toLowerCase(), b.benchmark.toLowerCase()) ||
      kindOrder.indexOf(a.by) - kindOrder.indexOf(b.by) ||
      byText(a.byName ?? '', b.byName ?? ''),
  )
  for (const row of sorted) {
    for (const cell of row.cells) cell.sort(plainFirst)
    markLeader(row)
  }
  // rows of one benchmark stay together, where the fullest of them stands
  const grouped = [...Map.groupBy(sorted, (row): string => benchmarkKey(row.benchmark)).values()].flat()
  return { models, rows: grouped, verdicts: verdicts(models, grouped) }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const filled = (row: Row): number => row.cells.filter((cell) => cell.length > 0).length
const settings = (score: Score): number => Object.keys(settingBeside(score)).length + (score.variant ? 1 : 0)
const plainFirst = (a: Entry, b: Entry): number =>
  settings(a.score) - settings(b.score) ||
  b.finding.origins - a.finding.origins ||
  b.score.value - a.score.value ||
  byText(a.finding.id, b.finding.id)

/** A number without a named claimant that equals one that has: one more source for it. */
function joinEqual(finding: ScoreFinding, keys: string[], rows: Row[]): boolean {
  const at = keys.indexOf(modelKey(finding.claim.model))
  const key = benchmarkKey(finding.claim.benchmark)
  for (const row of rows) {
    if (benchmarkKey(row.benchmark) !== key) continue
    const equal = row.cells[at]?.find(({ score }) => sameNumber(score, finding.claim) && !notComparable(score, finding.claim))
    if (equal) {
      equal.cites.push(...finding.claims)
      return true
    }
  }
  return false
}

/** Entries, at most one a model, that may be compared: from one article, or under the same stated setting. The largest such set, the plainest first. */
function comparableSet(row: Row): Entry[] {
  let best: Entry[] = []
  for (const anchor of row.cells.flat()) {
    const set = row.cells.flatMap((cell) => {
      if (cell.includes(anchor)) return [anchor]
      const together = cell.find(
        ({ score }) =>
          score.article === anchor.score.article ||
          (!notComparable(score, anchor.score) && !sharesArticleElsewhere(cell, anchor)),
      )
      return together ? [together] : []
    })
    if (set.length > best.length) best = set
  }
  return best.length >= 2 ? best : []
}

/** Where the anchor's own article gives the rival's number too, that number is the one to compare with. */
const sharesArticleElsewhere = (cell: Entry[], anchor: Entry): boolean =>
  cell.some(({ score }) => score.article === anchor.score.article)

function markLeader(row: Row): void {
  const set = comparableSet(row)
  row.compared = set.length
  if (set.length === 0) return
  for (const entry of set) entry.comparable = true
  const values = set.map(({ score }) => score.value)
  const best = row.lowerIsBetter ? Math.min(...values) : Math.max(...values)
  const leaders = set.filter(({ score }) => score.value === best)
  if (leaders.length === 1) leaders[0]!.leads = true
}

function verdicts(models: string[], rows: Row[]): Verdict[] {
  return (['independent', 'vendor', 'unstated'] as const).flatMap((by) => {
    const shared = rows.filter((row) => row.by === by && row.compared >= 2)
    if (shared.length === 0) return []
    const leads = models.map((model, index) => ({
      model,
      count: shared.filter((row) => row.cells[index]!.some((entry) => entry.leads)).length,
    }))
    return [
      { by, shared: shared.length, leads, ties: shared.filter((row) => !row.cells.flat().some((entry) => entry.leads)).length },
    ]
  })
}
