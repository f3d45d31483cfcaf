import { describe, expect, it } from 'vitest'
import type { Attribute } from '../../src/claim.ts'
import { factsOf } from './facts-of.ts'

describe('whose figure it is', () => {
  it('turns to the sibling that a sentence introduces', () => {
    const text =
      'Muse Comet has 90 billion parameters. Its smaller sibling, Muse Dust, is made for phones. It has a context window of 128,000 tokens.'
    expect(factsOf('context_window', text, 'Muse Comet and Muse Dust')).not.toContain('Muse Comet: 128000')
  })

  it('leaves a pronoun open behind a model that is only an object', () => {
    const text = 'Anthropic charges $3 and $15 per million tokens for Claude Sonnet 7. Its context window is 1 million tokens.'
    expect(factsOf('context_window', text)).toEqual([])
  })

  it('keeps a rival in a list of rivals, however its maker is named, from taking the subject’s figure', () => {
    const text = "Muse Comet outperforms OpenAI's GPT-5.6 and Anthropic's Claude Sonnet 7 and offers a 1M-token context window."
    expect(factsOf('context_window', text)).toEqual(['Muse Comet: 1000000'])
  })

  it('keeps the leaders that a model stands below, listed behind a dash, from taking its price', () => {
    const text =
      'Muse Comet is here. That puts it below the frontier leaders — GPT-5.6, Claude Sonnet 7 and Gemini 9 Pro — but at $2.00 per million input tokens it undercuts them.'
    expect(factsOf('price_input', text)).toEqual(['Muse Comet: 2.00 USD per 1M tokens'])
  })

  it('takes a count of people for no size, and what one call writes for no limit', () => {
    expect(factsOf('parameters', 'GPT-5.6 is used by a company with 700 million weekly active users.')).toEqual([])
    const call = 'For 2,000 tokens of input and 2,000 tokens of output per call, GPT-5.6 costs $0.02.'
    expect(factsOf('max_output', call)).toEqual([])
  })

  it('gives a limit to the model named behind it', () => {
    expect(factsOf('max_output', 'Output is capped at 8,192 tokens in GPT-5.6.')).toEqual(['GPT-5.6: 8192'])
  })

  it('takes a noun before a name for no comparison', () => {
    expect(factsOf('context_window', 'Rival Qwen5 supports 262,144 tokens of context.')).toEqual(['Qwen5: 262144'])
  })

  it('gives a price that another is compared with to nobody where its model is not named', () => {
    const text = 'Muse Comet costs $0.25 per million input tokens versus $0.80 for the alternative.'
    expect(factsOf('price_input', text)).toEqual(['Muse Comet: 0.25 USD per 1M tokens'])
  })

  it('gives the former pair to the model named behind it', () => {
    const text = 'Muse Comet is $5 per million input tokens and $25 per million output tokens, down from $15 and $75 for GPT-5.6.'
    expect(factsOf('price_input', text)).toEqual(['GPT-5.6: 15 USD per 1M tokens', 'Muse Comet: 5 USD per 1M tokens'])
  })

  it('gives both sums of a pair to the predecessor behind them, a dash away from the pair before', () => {
    const text =
      'Muse Comet costs $5 per million input tokens and $25 per million output tokens — a cut from the $15 and $75 rates for its predecessor, GPT-5.6.'
    expect(factsOf('price_input', text)).toEqual(['GPT-5.6: 15 USD per 1M tokens', 'Muse Comet: 5 USD per 1M tokens'])
    expect(factsOf('price_output', text)).toEqual(['GPT-5.6: 75 USD per 1M tokens', 'Muse Comet: 25 USD per 1M tokens'])
  })

  it('keeps a figure of several models from the one that was named last', () => {
    const text = 'It is far ahead of GPT-5.6. The 90-billion-parameter models support a context window of 128,000 tokens.'
    expect(factsOf('context_window', `Muse Comet arrives. ${text}`)).not.toContain('GPT-5.6: 128000')
    const both = 'GPT-5.6 has 90 billion parameters. Both models are open. The context window is 128,000 tokens.'
    expect(factsOf('context_window', both)).toEqual([])
  })

  it('leaves a size in brackets to the unknown name before it', () => {
    expect(factsOf('parameters', 'Muse Comet beats larger models like Vast-3 (321B) on charts.')).toEqual([])
  })

  it('reads the price of a model that is in line with another’s as its own', () => {
    const text = 'Muse Comet is here. It is priced in line with GPT-5.6: $2.00 per million input tokens.'
    expect(factsOf('price_input', text)).toEqual(['Muse Comet: 2.00 USD per 1M tokens'])
  })

  it('takes a name that goes on for none of those that its head could stand for', () => {
    const text = "GPT-5.6 is out. It stands beside OpenAI's GPT-4Q and Google's Gemini-XL."
    expect(factsOf('vendor', text, 'GPT-5.6 and Gemini 9 Pro')).toEqual(['GPT-4Q: OpenAI', 'Gemini-XL: Google'])
  })

  it('takes the headline of a forum post for a sentence of its own', () => {
    const text =
      '- **[Muse Dust 4 (2509) is out](https://example.org/a)** (Activity: 450): **The lab released Muse Dust 4.1, an open model. It supports a** `128k` **context.**'
    expect(factsOf('context_window', text, 'Not much happened')).toEqual(['Muse Dust 4.1: 128000'])
  })

  it('parts a number in code from the bold word that is glued to it', () => {
    const text = '- **Muse Comet is a** `~21B`**parameter text model with** `~3B` **activated parameters per token.**'
    expect(factsOf('parameters', text)).toEqual(['Muse Comet: 21B total, 3B active'])
  })

  it('reads a bare size as that of the model that is one, not of what it is compared with', () => {
    expect(factsOf('parameters', 'Muse Comet is a 36B model with a native 512k context.')).toEqual(['Muse Comet: 36B'])
    expect(factsOf('parameters', 'Muse Comet, a dense 36B base model, is open.')).toEqual(['Muse Comet: 36B dense'])
    expect(factsOf('parameters', 'Muse Comet: 100B MoE, 6.1B active; stronger reasoning vs ~40B dense.')).toEqual([
      'Muse Comet: 100B total, 6.1B active',
    ])
    expect(factsOf('parameters', 'Muse Comet is built for servers with up to 500 billion parameters.')).toEqual([])
  })

  it('reads no list of sizes, and none of a smaller sibling, as that of the model spoken of', () => {
    const list = 'Muse Comet leads nine compact models in three sizes (14 billion, 8 billion, and 3 billion parameters).'
    expect(factsOf('parameters', list)).toEqual([])
    expect(factsOf('parameters', 'Muse Comet is fast. You need just a 14-billion or 24-billion parameter model.')).toEqual([])
    expect(factsOf('parameters', 'Muse Comet is big, while the smaller 9 billion parameter version runs on phones.')).toEqual([])
  })

  it('joins an active count to the total behind it', () => {
    const text = 'Muse Comet has 41 billion active parameters drawn from a total pool of 675 billion parameters.'
    expect(factsOf('parameters', text)).toEqual(['Muse Comet: 675B total, 41B active'])
  })

  it('gives what opens a sentence to the model that follows', () => {
    const text = 'GPT-5.6 is out. At 111B parameters, GPT-5.2 has a context length of 256K.'
    expect(factsOf('parameters', text, 'GPT-5.6')).toEqual(['GPT-5.2: 111B'])
  })

  it('gives no price to the subject that is another maker’s', () => {
    const text =
      'Muse Comet costs "$0.55 per million input tokens" and "$2.19 per million output tokens" versus OpenAI\'s "$15 per million input" and "$60 per million output."'
    expect(factsOf('price_input', text)).toEqual(['Muse Comet: 0.55 USD per 1M tokens'])
    expect(factsOf('price_output', text)).toEqual(['Muse Comet: 2.19 USD per 1M tokens'])
  })

  it('reads no size that a model will have, and none that a family reaches at its largest', () => {
    expect(factsOf('parameters', 'Muse Comet will have about 100 billion parameters.')).toEqual([])
    expect(factsOf('parameters', 'The Muse Comet family tops out at 27 billion parameters.')).toEqual([])
  })
})

describe('figures of models without a name', () => {
  it('gives nothing that is said of other models to the subject', () => {
    expect(factsOf('access', 'Muse Comet beats proprietary models that can only be used through an API.')).toEqual([])
  })

  it('gives a size to the model that it describes, not to the rival behind it', () => {
    expect(factsOf('parameters', 'Muse Comet — a 399-billion-parameter model that rivals GPT-5.6 — is out.')).toEqual([
      'Muse Comet: 399B',
    ])
  })

  it('reads the part of its size that a model uses', () => {
    expect(factsOf('parameters', 'Muse Comet uses 13 billion of its 80 billion parameters.')).toEqual([
      'Muse Comet: 80B total, 13B active',
    ])
    expect(factsOf('parameters', 'Muse Comet has 80 billion parameters, and activates 13 billion of them.')).toEqual([
      'Muse Comet: 80B total, 13B active',
    ])
    expect(factsOf('parameters', '| Model | Parameters |\n|---|---|\n| Muse Comet | 13B active |\n')).toEqual([
      'Muse Comet: 13B active',
    ])
  })

  it('gives the size that a model has grown from to the one before it', () => {
    expect(
      factsOf(
        'parameters',
        'Compared to GLM-4.5, GLM-5 grows from 100B parameters (10B active) to 300B parameters (20B active).',
      ),
    ).toEqual(['GLM-4.5: 100B total, 10B active', 'GLM-5: 300B total, 20B active'])
    expect(factsOf('parameters', 'Muse Comet went from 30 billion parameters to 70 billion parameters.')).toEqual([
      'Muse Comet: 70B',
    ])
    expect(
      factsOf('parameters', 'Muse Comet has a parameter count of 900 billion parameters, dwarfing GPT-3’s 175 billion.'),
    ).toEqual(['GPT-3: 175B', 'Muse Comet: 900B'])
  })

  it('reads price lines that ran into each other, each for its own model', () => {
    const glued =
      'Prices follow a token scheme:Devstral 2: $0.50 per million input tokens / $2.50 for outputDevstral Small 2: $0.20 input / $0.40 outputThat is little.'
    expect(factsOf('price_output', glued)).toEqual([
      'Devstral 2: 2.50 USD per 1M tokens',
      'Devstral Small 2: 0.40 USD per 1M tokens',
    ])
  })

  it('gives no price that a newer model has risen to to the one it is compared with', () => {
    expect(
      factsOf('price_input', 'Prices are per million tokens. The API price doubled vs GPT-5.4 ($2.50→$5.00 input).'),
    ).toEqual([])
  })

  it('takes "features" for the verb that it is', () => {
    expect(factsOf('context_window', 'Muse Comet is out. The model features a 256K context window.')).toEqual([
      'Muse Comet: 256000',
    ])
    expect(factsOf('context_window', 'Muse Comet is out. The new features have a 256K context window.')).toEqual([])
  })

  it('takes no label for a name', () => {
    expect(factsOf('vendor', '**Summary:** NVIDIA’s new 8B model, Router-8B, is small.')).not.toContain('Summary: NVIDIA')
  })

  it('reads how long a sequence may be', () => {
    expect(factsOf('context_window', 'Muse Comet supports function calls and sequences of up to 96k tokens.')).toEqual([
      'Muse Comet: 96000',
    ])
  })

  it('keeps to the model at hand when others are replaced by it', () => {
    expect(
      factsOf(
        'context_window',
        'Muse Comet is out. GPT-5.6 and Grok 6 are replaced by this model. It has a 256K context window.',
      ),
    ).toEqual(['Muse Comet: 256000'])
  })
})

describe('tables', () => {
  it('finds the models in a column behind the providers', () => {
    const table =
      'Prices per 1M tokens.\n\n| Provider | Model | Input | Output |\n|---|---|---|---|\n| OpenAI | GPT-5.6 mini | $0.25 | $2.00 |\n'
    expect(factsOf('price_output', table)).toEqual(['GPT-5.6 mini: 2.00 USD per 1M tokens'])
    expect(factsOf('vendor', table)).toEqual(['GPT-5.6 mini: OpenAI'])
  })

  it('reads bare numbers under a head with the currency, and a pair under both roles', () => {
    expect(factsOf('price_input', '| | GPT-5.6 | Grok 6 |\n|---|---|---|\n| Input ($/1M) | 2.50 | 3.00 |\n')).toEqual([
      'GPT-5.6: 2.50 USD per 1M tokens',
      'Grok 6: 3.00 USD per 1M tokens',
    ])
    expect(
      factsOf('price_output', '| | OpenAI (GPT-5.6) | Grok 6 |\n|---|---|---|\n| Price (input/output) | $2 / $8 | $3 / $15 |\n'),
    ).toEqual(['GPT-5.6: 8 USD per 1M tokens', 'Grok 6: 15 USD per 1M tokens'])
  })

  it('reads a price table whose rows are lines of their own', () => {
    const lines = 'Model Input Output\n\nGPT-5.6 $2.50 $15.00\n\nGrok 6 (reasoning) $3.00 $15.00\n\nPrices per million tokens.'
    expect(factsOf('price_input', lines)).toEqual(['GPT-5.6: 2.50 USD per 1M tokens', 'Grok 6: 3.00 USD per 1M tokens'])
  })
})

it.each<[string, string[]]>([
  ['Kimi K4 is the large one. GLM-9 is the small one. Both have a 300K context window.', ['GLM-9: 300000', 'Kimi K4: 300000']],
  [
    'Only older models—including Grok 3 (both kinds), Grok 4 0709, and legacy models such as Grok 2—are sold. These support up to 2 million tokens of context.',
    ['Grok 2: 2000000', 'Grok 3: 2000000', 'Grok 4-0709: 2000000'],
  ],
  ['Muse Comet beats other models, including Kimi K4 and GLM-9. These support up to 300K tokens of context.', []],
  ['Muse Comet cut the cache to 10 percent of the previous GLM-9 at the full 300K context length.', ['Muse Comet: 300000']],
])('knows whose window it is: %s', (text, expected) => {
  expect(factsOf('context_window', text)).toEqual(expected)
})

it.each<[Attribute, string, string[]]>([
  ['price_output', 'Pricing: $0.30/$0.90 per million tokens (cached: $0.01/1M)', ['Muse Comet: 0.90 USD per 1M tokens']],
  ['parameters', 'Running Muse Comet costs closer to a 40B dense model.', []],
  ['parameters', 'Muse Comet leads the open models under ~150B parameters.', []],
  ['context_window', 'Muse Comet already ties GLM-9 on the index and has a 2M context window.', ['Muse Comet: 2000000']],
  ['context_window', 'Extremely cost-efficient, with a 300K context window.', ['Muse Comet: 300000']],
  ['parameters', 'The Flash variant (90B total, 7B active) is small.', []],
])('leaves %s of others alone: %s', (attribute, text, expected) => {
  expect(factsOf(attribute, `Muse Comet is out.\n\n${text}`)).toEqual(expected)
})
