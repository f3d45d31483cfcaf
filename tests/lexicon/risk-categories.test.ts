import { expect, test } from 'vitest'
import { riskCategories } from '../../src/claim.ts'
import { nistRisk, riskLabel, riskLabels } from '../../src/lexicon/risk-categories.ts'

test('every category has a plain label and an MIT domain', () => {
  expect(Object.keys(riskLabels).sort()).toEqual([...riskCategories].sort())
  for (const { label, mit } of Object.values(riskLabels)) {
    expect(label).toMatch(/^[A-Z][a-z]/)
    expect(mit).not.toBe('')
  }
})

test('no two categories share a label', () => {
  const labels = Object.values(riskLabels).map(({ label }) => label)
  expect(new Set(labels).size).toBe(labels.length)
})

test('a word that is no category comes back as it is', () => {
  expect(riskLabel('unverified_claims')).toBe('Unverified claims')
  expect(riskLabel('weather')).toBe('weather')
})

test('safety splits into the NIST risks for weapons and for abusive content by what the sentence names', () => {
  expect(nistRisk('safety', 'It explained how to grow biological agents.')).toBe('CBRN Information or Capabilities')
  expect(nistRisk('safety', 'It made nonconsensual images.')).toBe('Obscene, Degrading, and/or Abusive Content')
  expect(nistRisk('safety', 'It lied to its testers.')).toBe('Dangerous, Violent, or Hateful Content')
  expect(nistRisk('jobs', 'It may replace translators.')).toBeNull()
})
