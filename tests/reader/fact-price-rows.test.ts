import { expect, it } from 'vitest'
import { findPriceRows } from '../../src/reader/fact-price-rows.ts'
import { factsOf } from './facts-of.ts'

const line = (row: ReturnType<typeof findPriceRows>[number]) =>
  [row.model, row.variant, row.input, row.output, row.condition].filter((part) => part !== null).join(' | ')

it('gives the price of either mode of a model, the same or not', () => {
  const glued =
    'ModelInput (/1M)Output (/1M)TotalSourceGrok 4 Fast (reasoning)$0.20$0.50$0.70xAIGrok 4 Fast (non-reasoning)$0.20$0.50$0.70xAI'
  expect(factsOf('price_output', glued)).toEqual(['Grok 4 Fast: 0.50 USD per 1M tokens', 'Grok 4 Fast: 0.50 USD per 1M tokens'])
})

it('reads the rows of a price table whose cells have run together', () => {
  const text =
    'How does it compare?ModelInput (/1M)Output (/1M)Total CostSourceClaude Opus 5$5.00$25.00$30.00AnthropicGrok 4 Fast$0.20$0.50$0.70xAIGemini 4 Pro (≤200K)$2.00$12.00$14.00GoogleGemini 4 Pro (>200K)$4.00$18.00$22.00GoogleThe new prices hold from June.'
  expect(findPriceRows(text).map(line)).toEqual([
    'Claude Opus 5 | 5.00 | 25.00',
    'Grok 4 Fast | 0.20 | 0.50',
    'Gemini 4 Pro | 2.00 | 12.00 | up to 200K tokens',
    'Gemini 4 Pro | 4.00 | 18.00 | over 200K tokens',
  ])
})

it.each([
  // no head, one row, sums that do not add up, names that nobody knows
  'Claude Opus 5$5.00$25.00$30.00AnthropicGrok 4 Fast$0.20$0.50$0.70xAI',
  'ModelInputOutputClaude Opus 5$5.00$25.00',
  'ModelInputOutputTotalClaude Opus 5$5.00$25.00$99.00AnthropicGrok 4 Fast$0.20$0.50$9.70xAI',
  'ModelInputOutputThe blue one$5.00$25.00The red one$0.20$0.50',
])('reads nothing from %s', (text) => {
  expect(findPriceRows(text)).toEqual([])
})

it('takes time that grows with the length of the text', () => {
  const began = performance.now()
  for (const unit of ['$1$2', 'Input Output $1.00$2.00', '$'.repeat(10), 'Grok 4$1$2$3'])
    findPriceRows(`Input Output ${unit.repeat(10_000)}`)
  expect(performance.now() - began).toBeLessThan(8_000)
})
