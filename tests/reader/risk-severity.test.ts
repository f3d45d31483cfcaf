import { expect, test } from 'vitest'
import { riskCategories, riskStatuses } from '../../src/claim.ts'
import { riskSeverity, type SeverityFacts, severityRules } from '../../src/reader/risk-severity.ts'

const calm = { highStakes: false, leaked: false }

test.each<[string, string, SeverityFacts]>([
  [
    'high',
    'tested harm in a high-stakes domain',
    { category: 'medical', status: 'reported by a tester', highStakes: true, leaked: false },
  ],
  ['high', 'tested harm in a high-stakes domain', { category: 'security', status: 'reported by a tester', ...calm }],
  ['high', 'sensitive data already collected', { category: 'privacy', status: 'realised', highStakes: true, leaked: false }],
  ['high', 'realised harm to people', { category: 'bias', status: 'realised', ...calm }],
  ['high', 'realised harm to people', { category: 'privacy', status: 'realised', highStakes: false, leaked: true }],
  ['high', 'tested harm to people', { category: 'safety', status: 'reported by a tester', ...calm }],
  ['medium', 'privacy by design', { category: 'privacy', status: 'realised', ...calm }],
  ['medium', 'weakness disclosed by the vendor', { category: 'reliability', status: 'disclosed by the vendor', ...calm }],
  [
    'medium',
    'unverified claim in a high-stakes domain',
    { category: 'unverified_claims', status: 'raised as a concern', highStakes: true, leaked: false },
  ],
  ['medium', 'concern in a high-stakes domain', { category: 'medical', status: 'raised as a concern', ...calm }],
  ['medium', 'rights dispute or legal action', { category: 'copyright', status: 'realised', ...calm }],
  ['low', 'speculation', { category: 'safety', status: 'speculative', ...calm }],
  ['low', 'commercial limit', { category: 'lock_in', status: 'realised', ...calm }],
  ['low', 'results not checked by others', { category: 'unverified_claims', status: 'raised as a concern', ...calm }],
])('severity is %s by the rule "%s"', (severity, rule, facts) => {
  expect(riskSeverity(facts)).toEqual({ severity, rule })
})

test('every case has a rule, and every rule has a case', () => {
  const used = new Set<string>()
  for (const category of riskCategories)
    for (const status of riskStatuses)
      for (const highStakes of [true, false])
        for (const leaked of [true, false]) used.add(riskSeverity({ category, status, highStakes, leaked }).rule)
  expect([...used].sort()).toEqual(severityRules.map(({ name }) => name).sort())
})

test('rules have names of words, each its own', () => {
  const names = severityRules.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z][a-z -]+$/)
})
