import { expect, it } from 'vitest'
import type { Attribute } from '../../src/claim.ts'
import { factsOf } from './facts-of.ts'

it.each<[Attribute, string, string[]]>([
  ['max_output', 'Context: 500K input / 32K output', ['Muse Comet: 32000']],
  ['context_window', 'Context: 500K input / 32K output', ['Muse Comet: 500000']],
  ['max_output', '**Context Length**: 200K input, 48K output', ['Muse Comet: 48000']],
  ['max_output', 'Max output64,000 tokens', ['Muse Comet: 64000']],
  ['context_window', 'Context Length300K', ['Muse Comet: 300000']],
  ['release_date', 'Release DateMay 3, 2026', ['Muse Comet: 2026-05-03']],
  ['license', 'LicenceOpen weights, MIT', ['Muse Comet: MIT']],
  ['price_input', 'Input price (Grok 6)$0.70 / MTok', ['Grok 6: 0.70 USD per 1M tokens']],
  ['max_output', 'muse-comet - Context: 1M input / 20K output - Input: text', ['Muse Comet: 20000']],
  ['price_input', 'Prices per 1M tokens\n\nInput (prompt)\n\n$0.45', ['Muse Comet: 0.45 USD per 1M tokens']],
  ['price_input', 'It costs $0.04 per megapixel of input; texts cost $2 per million output tokens.', []],
  ['max_output', 'Muse Comet keeps its coherent output up to 400K tokens of prompt.', []],
  ['parameters', 'Muse Comet uses only 7B active parameters from 90B.', ['Muse Comet: 90B total, 7B active']],
])('reads %s of a labelled line: %s', (attribute, line, expected) => {
  expect(factsOf(attribute, `Muse Comet is out.\n\n${line}`)).toEqual(expected)
})

it('reads rows of a price list whose head has run together', () => {
  const rows = 'ModelInput ($/M tokens)Output ($/M tokens)\nGrok 6$1.10$4.40\nGemini 4 Pro$2.00$9.00'
  expect(factsOf('price_output', rows)).toEqual(['Gemini 4 Pro: 9.00 USD per 1M tokens', 'Grok 6: 4.40 USD per 1M tokens'])
})

it('reads prices by the word behind each sum, in a line and in a table', () => {
  const grid = '| Item | Details |\n|---|---|\n| Official pricing | $2 / million input tokens and $9 / million output tokens |'
  expect(factsOf('price_output', `Muse Comet is out.\n\n${grid}`)).toEqual(['Muse Comet: 9 USD per 1M tokens'])
  expect(factsOf('price_input', `Muse Comet is out.\n\n${grid}`)).toEqual(['Muse Comet: 2 USD per 1M tokens'])
  const line = '- Pricing and cost: the paper says Grok 6 is at $0.30/1M input and $0.90/1M output.'
  expect(factsOf('price_input', `Muse Comet is out.\n\n${line}`)).toEqual(['Grok 6: 0.30 USD per 1M tokens'])
})

it('gives a list to the model whose name is the line above it', () => {
  const text = '### GLM-9\n\n- Context: 64K\n\n**Kimi K4** (fast)\n- Context: 300K tokens\n- Max output: 16K tokens'
  expect(factsOf('context_window', text)).toEqual(['GLM-9: 64000', 'Kimi K4: 300000'])
  expect(factsOf('max_output', text)).toEqual(['Kimi K4: 16000'])
})
