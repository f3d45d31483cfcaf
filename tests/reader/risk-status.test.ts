import { expect, test } from 'vitest'
import type { Claimant } from '../../src/claim.ts'
import { assess } from '../../src/reader/risk-stance.ts'
import { riskStatus } from '../../src/reader/risk-status.ts'

const nobody: Claimant = { kind: 'unstated', name: null }
const vendor: Claimant = { kind: 'vendor', name: 'Meta' }
const tester: Claimant = { kind: 'independent', name: 'METR' }

test.each<[string, Claimant, string]>([
  ['realised', nobody, 'The chatbot posted antisemitic remarks for a whole night.'],
  ['realised', nobody, 'Three authors have sued the lab over copyright infringement.'],
  ['realised', nobody, 'A breach exposed private chats of a million users.'],
  ['realised', nobody, 'Within days it began asking patients to upload their medical records.'],
  ['realised', nobody, 'The model runs exclusively on servers of its maker.'],
  ['reported by a tester', nobody, 'Researchers found that the filters are easily bypassed.'],
  ['reported by a tester', nobody, 'When asked about dosage, it gave harmful medical advice.'],
  ['reported by a tester', nobody, 'A journalist tried it and got medical advice that could have been dangerous.'],
  ['reported by a tester', tester, 'METR saw deceptive behaviour in four runs.'],
  ['disclosed by the vendor', vendor, 'Meta acknowledged weaknesses in long tasks.'],
  ['disclosed by the vendor', vendor, 'The model card warns of hallucinations.'],
  ['raised as a concern', nobody, 'The privacy policy raises concerns about patient data.'],
  ['raised as a concern', nobody, 'The results have not been independently verified.'],
  ['raised as a concern', nobody, 'Researchers warned that the filters could be bypassed by anyone.'],
  [
    'raised as a concern',
    { kind: 'independent', name: 'critics' },
    'Critics argue that the model is biased against small firms.',
  ],
  ['raised as a concern', nobody, 'It is unclear whether access will stay limited to partners.'],
  ['raised as a concern', nobody, 'The lab has not said what the API will cost.'],
  ['speculative', nobody, 'It might perhaps become a danger to safety.'],
])('a risk is %s', (status, claimant, sentence) => {
  expect(riskStatus(sentence, assess(sentence), claimant)).toBe(status)
})
