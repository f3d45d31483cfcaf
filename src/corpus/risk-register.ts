import { type Risk, severities } from '../claim.ts'
import type { Finding } from '../storage/findings.ts'
import { standsAlone } from '../summary/stands-alone.ts'

/** One risk as the register shows it: sentences of several articles that raise the same thing, the most telling first. */
export interface RiskEntry {
  risk: Risk
  cites: string[]
  origins: number
  firstAt: number | null
  lastAt: number | null
}

const plainWords = new Set(
  'a an and are as at be been but by can could for from had has have how if in into is it its may might model models not of on or over said says should so such than that the their them then there these they this those to up was were what when which who will with without would you your'.split(
    ' ',
  ),
)

function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu) ?? []
  return new Set(
    words.filter((word) => word.length > 2 && !plainWords.has(word)).map((word) => word.replace(/(?:ies|es|s|ing|ed)$/, '')),
  )
}

/** Share of the smaller set that both have. */
function overlap(a: Set<string>, b: Set<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const word of small) if (large.has(word)) shared++
  return shared / small.size
}

/** Two sentences on one category raise the same risk when the shorter shares this much of its content words with the longer. */
const sameRisk = 0.6

/**
 * Joins findings that raise the same risk of the same model under one category; the best ranked sentence stands for all. Order: severity, status, support,
 * then date, so that the same corpus always gives the same list.
 */
export function riskRegister(findings: Finding<Risk>[]): RiskEntry[] {
  const entries: (RiskEntry & { words: Set<string> })[] = []
  for (const finding of findings) {
    const words = contentWords(finding.claim.quote)
    const same = entries.find(
      ({ risk, words: known }) =>
        risk.category === finding.claim.category && risk.model === finding.claim.model && overlap(known, words) >= sameRisk,
    )
    if (!same) {
      const { claim: risk, claims: cites, origins, firstAt, lastAt } = finding
      entries.push({ risk, cites: [...cites], origins, firstAt, lastAt, words })
      continue
    }
    const another = finding.claim.article !== same.risk.article
    same.cites.push(...finding.claims)
    if (another) same.origins += finding.origins
    same.firstAt = earliest(same.firstAt, finding.firstAt)
    same.lastAt = latest(same.lastAt, finding.lastAt)
    if (same.risk.replies.length === 0 && finding.claim.replies.length > 0)
      same.risk = { ...same.risk, replies: finding.claim.replies }
  }
  // a sentence that points at one before it comes after those of its severity that can be read alone; the sort is stable
  return entries
    .map(({ words: _, ...entry }) => entry)
    .sort(
      (a, b) =>
        severities.indexOf(a.risk.severity) - severities.indexOf(b.risk.severity) ||
        Number(standsAlone(b.risk.quote)) - Number(standsAlone(a.risk.quote)),
    )
}

/** The risks to show where there is room for few: severity first, and among equals a kind that is not shown yet. */
export function variedRisks(entries: RiskEntry[], most: number): RiskEntry[] {
  const left = [...entries]
  const chosen: RiskEntry[] = []
  while (chosen.length < most && left.length > 0) {
    const equals = left.filter(
      ({ risk }) => risk.severity === left[0]!.risk.severity && standsAlone(risk.quote) === standsAlone(left[0]!.risk.quote),
    )
    const next = equals.find(({ risk }) => !chosen.some((each) => each.risk.category === risk.category)) ?? left[0]!
    chosen.push(next)
    left.splice(left.indexOf(next), 1)
  }
  return chosen
}

const earliest = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.min(a, b))
const latest = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b))
