import type { RiskCategory, RiskStatus, Severity } from '../claim.ts'

/**
 * What the rules look at. `highStakes`: the sentence speaks of health, weapons of mass harm, minors or attacks. `leaked`: it says that data
 * got out.
 */
export interface SeverityFacts {
  category: RiskCategory
  status: RiskStatus
  highStakes: boolean
  leaked: boolean
}

/** Categories where people are hurt, not only work, money or standing. */
const hurtsPeople = new Set<RiskCategory>(['medical', 'safety', 'privacy', 'security', 'bias', 'misinformation'])
const commercial = new Set<RiskCategory>(['lock_in', 'cost', 'jobs'])
const aboutResults = new Set<RiskCategory>(['unverified_claims', 'evaluation'])

interface Rule {
  name: string
  severity: Severity
  holds(facts: SeverityFacts): boolean
}

/**
 * The rules, in order: the first that holds gives the severity, and its name is shown with the risk. High: harm that happened or was
 * tested, to people or in a high-stakes domain. Medium: what the maker itself discloses, privacy by design, unchecked claims where much
 * depends on them. Low: speculation, and what is only commercial. The rules are our own.
 */
export const severityRules: readonly Rule[] = [
  {
    name: 'tested harm in a high-stakes domain',
    severity: 'high',
    holds: ({ category, status, highStakes }) =>
      status === 'reported by a tester' &&
      (category === 'medical' || category === 'security' || (highStakes && hurtsPeople.has(category))),
  },
  {
    name: 'sensitive data already collected',
    severity: 'high',
    holds: ({ category, status, highStakes }) => category === 'privacy' && status === 'realised' && highStakes,
  },
  {
    name: 'realised harm to people',
    severity: 'high',
    holds: ({ category, status, leaked }) =>
      status === 'realised' && hurtsPeople.has(category) && (category !== 'privacy' || leaked),
  },
  {
    name: 'tested harm to people',
    severity: 'high',
    holds: ({ category, status }) => status === 'reported by a tester' && (category === 'safety' || category === 'bias'),
  },
  {
    name: 'weakness disclosed by the vendor',
    severity: 'medium',
    holds: ({ category, status }) => status === 'disclosed by the vendor' && !commercial.has(category),
  },
  {
    name: 'unverified claim in a high-stakes domain',
    severity: 'medium',
    holds: ({ category, highStakes }) => aboutResults.has(category) && highStakes,
  },
  { name: 'speculation', severity: 'low', holds: ({ status }) => status === 'speculative' },
  { name: 'privacy by design', severity: 'medium', holds: ({ category }) => category === 'privacy' },
  {
    name: 'concern in a high-stakes domain',
    severity: 'medium',
    holds: ({ category, highStakes }) => category === 'medical' || (highStakes && hurtsPeople.has(category)),
  },
  { name: 'concern about harm to people', severity: 'medium', holds: ({ category }) => hurtsPeople.has(category) },
  {
    name: 'rights dispute or legal action',
    severity: 'medium',
    holds: ({ category, status }) => (category === 'copyright' || category === 'regulation') && status === 'realised',
  },
  {
    name: 'weakness found by a tester',
    severity: 'medium',
    holds: ({ category, status }) => status === 'reported by a tester' && !commercial.has(category),
  },
  {
    name: 'weakness seen in use',
    severity: 'medium',
    holds: ({ category, status }) => status === 'realised' && !commercial.has(category),
  },
  {
    name: 'legal question with no action named',
    severity: 'low',
    holds: ({ category }) => category === 'copyright' || category === 'regulation',
  },
  { name: 'commercial limit', severity: 'low', holds: ({ category }) => commercial.has(category) },
  { name: 'results not checked by others', severity: 'low', holds: ({ category }) => category === 'unverified_claims' },
  { name: 'limit with no harm named', severity: 'low', holds: () => true },
]

/** The severity that the first matching rule gives, with the rule's name in words. */
export function riskSeverity(facts: SeverityFacts): { severity: Severity; rule: string } {
  const rule = severityRules.find((one) => one.holds(facts)) as Rule
  return { severity: rule.severity, rule: rule.name }
}
