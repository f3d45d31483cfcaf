import { createHash } from 'node:crypto'
import type { Attribute, Claim, Score, Setting } from '../claim.ts'
import { benchmarkKey, modelKey } from '../lexicon/keys.ts'
import { remembered } from '../lexicon/remembered.ts'

/** Text reduced to what decides whether two values say the same: case, spaces, punctuation and plural differences of writing go. */
export const plainValue = remembered((value) =>
  value
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9.$€%+]+/g, ' ')
    .replace(/\.(?!\d)/g, ' ')
    .replace(/\b(?:the|a|an)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim(),
)

/** The setting less what the benchmark's own name says already ("2.0" of Terminal-Bench 2.0, "Hard" of HealthBench Hard). */
export function settingBeside({ benchmark, setting }: Pick<Score, 'benchmark' | 'setting'>): Setting {
  const name = ` ${plainValue(benchmark)} `
  return Object.fromEntries(
    Object.entries(setting).filter(
      ([key, value]) => !((key === 'version' || key === 'subset') && name.includes(` ${plainValue(value)} `)),
    ),
  )
}

/** A score's setting as one comparable text; empty where the article gives none. */
export function settingKey(score: Pick<Score, 'benchmark' | 'setting'>): string {
  return Object.entries(settingBeside(score))
    .map(([key, value]) => `${key}=${plainValue(value)}`)
    .sort()
    .join(';')
}

/** A fact's value as it is compared: "2.50 USD" and "2.5 USD" are one price. Versions and names keep their digits. */
export function factValueKey(attribute: Attribute, value: string): string {
  const plain = plainValue(value)
  return attribute === 'price_input' || attribute === 'price_output'
    ? plain.replace(/\d+(?:\.\d+)?/g, (digits) => String(Number(digits)))
    : plain
}

/** What a claim is about beside its model: benchmark, attribute, risk category or aspect; empty for an order in general. */
export function subjectKey(claim: Claim): string {
  switch (claim.type) {
    case 'score':
      return benchmarkKey(claim.benchmark)
    case 'order':
      return claim.benchmark ? benchmarkKey(claim.benchmark) : ''
    case 'fact':
      return claim.attribute
    case 'risk':
      return claim.category
    case 'statement':
      return claim.aspect
  }
}

/** The slug of the claim's model, or null where the claim is about models in general. */
export const claimModelKey = (claim: Claim): string | null => (claim.model === null ? null : modelKey(claim.model))

const severityRank = { high: 3, medium: 2, low: 1 } as const
/** The least rank that a risk of high severity has. */
export const highSeverity = severityRank.high
const statusRank = {
  realised: 0.8,
  'reported by a tester': 0.6,
  'disclosed by the vendor': 0.4,
  'raised as a concern': 0.2,
  speculative: 0,
} as const

/** Orders a list of claims of one type, higher first: severity and status of a risk, weight of a statement; 0 elsewhere. */
export function claimRank(claim: Claim): number {
  if (claim.type === 'risk') return severityRank[claim.severity] + statusRank[claim.status]
  return claim.type === 'statement' ? claim.weight : 0
}

/**
 * The id that claims of one meaning share. Scores of vendor, named independents and others never share one; 42.8 and 42.8% do.
 * A fact is the same whoever repeats it; risks and statements are the same only word for word.
 */
export function findingId(claim: Claim): string {
  const about = [claim.type, claimModelKey(claim) ?? '', subjectKey(claim)]
  const meaning = (): (string | number)[] => {
    switch (claim.type) {
      case 'score':
        return [
          plainValue(claim.variant ?? ''),
          settingKey(claim),
          claim.value,
          claim.bound ?? '',
          claim.claimant.kind,
          claim.claimant.kind === 'independent' ? plainValue(claim.claimant.name ?? '') : '',
        ]
      case 'order':
        return [
          modelKey(claim.rival),
          plainValue(claim.variant ?? ''),
          plainValue(claim.rivalVariant ?? ''),
          plainValue(claim.field ?? ''),
          claim.relation,
          claim.claimant.kind,
        ]
      case 'fact':
        return [plainValue(claim.variant ?? ''), factValueKey(claim.attribute, claim.value), plainValue(claim.condition ?? '')]
      case 'risk':
      case 'statement':
        return [plainValue(claim.quote)]
    }
  }
  return createHash('sha256')
    .update([...about, ...meaning()].join('\u0000'))
    .digest('hex')
    .slice(0, 16)
}
