import { expect, it } from 'vitest'
import { factsOf } from './facts-of.ts'

const table = (...rows: string[]): string => ['| Model | Notes |', '|---|---|', ...rows].join('\n')

it('takes the maker from a heading that names one maker and what is listed', () => {
  const rows = table(
    '| Claude Sonnet 7 | small |',
    '| Claude Opus 7, Claude Opus 7.5 (web) | large |',
    '| Gemini 4 Pro | resold |',
  )
  expect(factsOf('vendor', `## Anthropic models\n\n${rows}`)).toEqual([
    'Claude Opus 7.5: Anthropic',
    'Claude Opus 7: Anthropic',
    'Claude Sonnet 7: Anthropic',
  ])
})

it.each(['## Models on Google', '## OpenAI and Anthropic models', '## Anthropic models and their rivals', '## Results'])(
  'takes no maker from a heading of another kind: %s',
  (heading) => {
    expect(factsOf('vendor', `${heading}\n\n${table('| Claude Sonnet 7 | small |', '| Gemini 4 Pro | large |')}`)).toEqual([])
  },
)

it('takes the maker from a description in a cell, where the lexicon agrees', () => {
  const rows = table("| Nova 5 Lite | Nova 5 Lite is Amazon's small model. |", "| Grok 6 | Grok 6 is Amazon's guest. |")
  expect(factsOf('vendor', rows)).toEqual(['Amazon Nova 5 Lite: Amazon'])
})

it('gives a value to each model that a head lists, none where the cell has one apiece', () => {
  const grid =
    '| | Kimi K4 / K4.5 | GLM-9 |\n|---|---|---|\n| # Total Params (MoE) | 2T | 500B |\n| Context | 128K / 256K | 64K |'
  expect(factsOf('parameters', `Kimi K4 and Kimi K4.5 are out.\n\n${grid}`)).toEqual([
    'GLM-9: 500B',
    'Kimi K4.5: 2T',
    'Kimi K4: 2T',
  ])
  expect(factsOf('context_window', `Kimi K4 and Kimi K4.5 are out.\n\n${grid}`)).toEqual(['GLM-9: 64000'])
})

it('reads a column of values that its rate heads', () => {
  const grid = '| Type | per 1M tokens |\n|---|---|\n| Input (prompt) | $0.45 |\n| Output (completion) | $1.80 |'
  expect(factsOf('price_output', `Muse Comet is out.\n\n${grid}`)).toEqual(['Muse Comet: 1.80 USD per 1M tokens'])
})
