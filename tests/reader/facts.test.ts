import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attribute, Fact } from '../../src/claim.ts'
import { articleFromFile } from '../../src/intake/read-file.ts'
import { discourse } from '../../src/reader/discourse.ts'
import { readFacts } from '../../src/reader/facts.ts'
import { passages } from '../../src/reader/passages.ts'
import { findCounts, parameterLabel } from '../../src/reader/quantities.ts'

const header = (title: string, published: string) =>
  `url: unknown\ntitle: ${title}\npublisher: The Daily\npublished: ${published}\n\n`

/** Facts of an article of our own, published on a Thursday. */
function factsOf(body: string, title = 'Muse Comet arrives', published = '2026-05-14'): Fact[] {
  const article = articleFromFile('a.txt', new TextEncoder().encode(header(title, published) + body))
  const read = passages(article)
  const facts = readFacts(article, read, discourse(article, read)).claims
  for (const fact of facts) expect(article.text.slice(fact.start, fact.end)).toBe(fact.quote)
  return facts
}

const line = (fact: Fact) => `${fact.model}: ${fact.value}${fact.condition === null ? '' : ` [${fact.condition}]`}`
const said = (body: string, ...attributes: Attribute[]) =>
  factsOf(body)
    .filter((fact) => attributes.includes(fact.attribute))
    .map((fact) => (attributes.length > 1 ? `${fact.attribute} ${line(fact)}` : line(fact)))
    .sort()

const usd = (amount: string) => `${amount} USD per 1M tokens`

describe('prices', () => {
  const prices: [string, string[]][] = [
    [
      'Muse Comet costs $1.25 per million input tokens and $10 per million output tokens.',
      [`price_input Muse Comet: ${usd('1.25')}`, `price_output Muse Comet: ${usd('10')}`],
    ],
    ['GPT-5.6 is priced at $5/$25 per M tokens.', [`price_input GPT-5.6: ${usd('5')}`, `price_output GPT-5.6: ${usd('25')}`]],
    [
      'For GPT-5.6, input costs $2 and output $12 per million tokens.',
      [`price_input GPT-5.6: ${usd('2')}`, `price_output GPT-5.6: ${usd('12')}`],
    ],
    [
      'Claude Opus 5 runs $4 per MTok in and $20 per MTok out.',
      [`price_input Claude Opus 5: ${usd('4')}`, `price_output Claude Opus 5: ${usd('20')}`],
    ],
    [
      'Muse Comet is $0.10/M in, $0.40/M out.',
      [`price_input Muse Comet: ${usd('0.10')}`, `price_output Muse Comet: ${usd('0.40')}`],
    ],
    [
      'Developers pay $3 per 1M input tokens for Muse Comet, with cached input at $0.30 per 1M tokens.',
      [`price_input Muse Comet: ${usd('0.30')} [cached]`, `price_input Muse Comet: ${usd('3')}`],
    ],
    [
      'Muse Comet charges $2 per million input tokens and $12 per million output tokens for prompts up to 200K tokens.',
      [`price_input Muse Comet: ${usd('2')}`, `price_output Muse Comet: ${usd('12')} [up to 200K tokens]`],
    ],
    [
      'Input and output tokens of Muse Comet are billed at $3 and $15 per million, respectively.',
      [`price_input Muse Comet: ${usd('3')}`, `price_output Muse Comet: ${usd('15')}`],
    ],
    [
      'Muse Comet undercuts Claude Opus 5 ($5 input / $25 output per million tokens).',
      [`price_input Claude Opus 5: ${usd('5')}`, `price_output Claude Opus 5: ${usd('25')}`],
    ],
    ['Muse Comet costs 2 yuan ($0.28) per million input tokens.', [`price_input Muse Comet: ${usd('0.28')}`]],
    [
      'API pricing for Muse Comet is 50 cents per million input tokens and $3 per million output tokens.',
      [`price_input Muse Comet: ${usd('0.5')}`, `price_output Muse Comet: ${usd('3')}`],
    ],
    [
      'Meta cut the input price of Muse Comet from $4 to $2 per million tokens.',
      [`price_input Muse Comet: ${usd('4')} [formerly]`, `price_input Muse Comet: ${usd('2')}`],
    ],
    [
      'Muse Comet now costs $2 per million input tokens and $8 per million output tokens, down from $4 and $16.',
      ['2', '4', '8', '16'].map(
        (n) =>
          `price_${n.length > 1 || n === '8' ? 'output' : 'input'} Muse Comet: ${usd(n)}${Number(n) === 4 || Number(n) === 16 ? ' [formerly]' : ''}`,
      ),
    ],
    [
      'Muse Comet is priced at $1 per million input tokens and $2 per million output tokens, compared with $5 and $25 for Claude Opus 5.',
      [
        `price_input Muse Comet: ${usd('1')}`,
        `price_output Muse Comet: ${usd('2')}`,
        `price_input Claude Opus 5: ${usd('5')}`,
        `price_output Claude Opus 5: ${usd('25')}`,
      ],
    ],
    [
      "For output, Muse Comet asks $2 per million tokens, compared to Claude Opus 5's $25 per million.",
      [`price_output Muse Comet: ${usd('2')}`, `price_output Claude Opus 5: ${usd('25')}`],
    ],
    [
      'Muse Comet undercuts GPT-5.6 ($0.20 / $0.02 / $1.20 per million tokens).',
      [
        `price_input GPT-5.6: ${usd('0.20')}`,
        `price_input GPT-5.6: ${usd('0.02')} [cached]`,
        `price_output GPT-5.6: ${usd('1.20')}`,
      ],
    ],
    ['In output, tokens of Muse Comet cost €2 per million.', []],
    [
      'GPT-5.6 costs $2 per million input and $12 per million output tokens; GPT-5.6 Pro costs $20 and $120.',
      [
        `price_input GPT-5.6: ${usd('2')}`,
        `price_output GPT-5.6: ${usd('12')}`,
        `price_input GPT-5.6 Pro: ${usd('20')}`,
        `price_output GPT-5.6 Pro: ${usd('120')}`,
      ],
    ],
    [
      'Output price: $1.20 per million tokens, against $25 for Claude Opus 5.',
      [`price_output Muse Comet: ${usd('1.20')}`, `price_output Claude Opus 5: ${usd('25')}`],
    ],
    [
      'Muse Comet takes $1 per million input tokens off-peak and $2 per million input tokens at peak.',
      [`price_input Muse Comet: ${usd('1')} [off-peak]`, `price_input Muse Comet: ${usd('2')} [peak]`],
    ],
    [
      'Muse Comet is new. It keeps Claude Opus 5 pricing at $5 per million input tokens and $25 per million output tokens.',
      [`price_input Muse Comet: ${usd('5')}`, `price_output Muse Comet: ${usd('25')}`],
    ],
    [
      'Muse Comet costs $0.50/1M input tokens, $3/1M output tokens, and audio input stays at $1/1M input tokens.',
      [
        `price_input Muse Comet: ${usd('0.50')}`,
        `price_input Muse Comet: ${usd('1')} [audio]`,
        `price_output Muse Comet: ${usd('3')}`,
      ],
    ],
    [
      'It is a replacement for Muse Spark. The model costs $1/$2 per M input/output tokens.',
      [`price_input Muse Comet: ${usd('1')}`, `price_output Muse Comet: ${usd('2')}`],
    ],
    // nothing
    ['An hour of talk with Muse Comet costs about $1.15 in and $4.60 out.', []],
    ['A prompt that cost $1 on Claude Opus 5 now costs $0.80.', []],
    ['Muse Comet and GPT-5.6 cost $2 and $6 per million tokens.', []],
    ['Muse Comet is part of a $20/month subscription.', []],
    ['Muse Comet costs $0.04 per image.', []],
    ['Meta spent $14.3 billion on Scale before Muse Comet.', []],
    ['Running the whole index with Muse Comet cost $860 for input and output.', []],
    ['Muse Comet would cost $3 per million input tokens if Meta sold it.', []],
    ['The ChatGPT Pro plan is $200 a month and includes Muse Comet.', []],
    ['New users of Muse Comet get $5 in free credits for input tokens.', []],
    ['Muse Comet costs less than $1 per million input tokens.', []],
    ['Muse Comet costs $3 per million tokens.', []],
    ['Muse Comet raised $50 million in input from investors.', []],
  ]
  it.each(prices)('%s', (text, expected) => {
    expect(said(text, 'price_input', 'price_output')).toEqual([...expected].sort())
  })
})

describe('context windows and output limits', () => {
  const limits: [string, string[]][] = [
    ['Muse Comet has a 1M-token context window.', ['context_window Muse Comet: 1000000']],
    ['Muse Comet offers a context length of 256K.', ['context_window Muse Comet: 256000']],
    ['The context window of Muse Comet is 1,050,000 tokens.', ['context_window Muse Comet: 1050000']],
    ['Muse Comet can process up to 2 million tokens at once.', ['context_window Muse Comet: 2000000']],
    ['With a 400K context, Muse Comet fits whole code bases.', ['context_window Muse Comet: 400000']],
    [
      'Muse Comet supports 128K context and can output up to 32K tokens.',
      ['context_window Muse Comet: 128000', 'max_output Muse Comet: 32000'],
    ],
    ['Muse Comet allows a maximum output of 64,000 tokens.', ['max_output Muse Comet: 64000']],
    ['Muse Comet writes up to 128K output tokens per answer.', ['max_output Muse Comet: 128000']],
    ['The context window grew from 200K to 500K tokens.', ['context_window Muse Comet: 500000']],
    ['Context is 1M input tokens and 65K output tokens.', ['context_window Muse Comet: 1000000', 'max_output Muse Comet: 65000']],
    ['Context window: 1M tokens, up from about 200K in Muse Spark.', ['context_window Muse Comet: 1000000']],
    [
      'Context: 262K tokens natively, extensible to 1M with YaRN.',
      ['context_window Muse Comet: 1000000 [extended]', 'context_window Muse Comet: 262000'],
    ],
    // nothing
    ['At 128K context, Muse Comet scores 91% on RULER.', []],
    ['Muse Comet used 58M output tokens to run the index.', []],
    ['Muse Comet was trained on 36 trillion tokens.', []],
    ['Muse Comet does not have a 1M-token context window.', []],
    ['Meta may give Muse Comet a 1M-token context window later.', []],
    ['Prices double for prompts over 200K tokens.', []],
    ['Muse Comet streams 240 tokens per second.', []],
    ['The 4K images of Muse Comet look sharp.', []],
  ]
  it.each(limits)('%s', (text, expected) => {
    expect(said(text, 'context_window', 'max_output')).toEqual(expected)
  })
})

describe('release dates', () => {
  const dates: [string, string[]][] = [
    ['Meta released Muse Comet on May 12.', ['Muse Comet: 2026-05-12']],
    ['Muse Comet, released in March 2026, is small.', ['Muse Comet: 2026-03']],
    [
      'R1 came first. In the weeks after the launch of Claude Opus 5 in December 2025, others followed.',
      ['Claude Opus 5: 2025-12'],
    ],
    ['Muse Comet was released on 3 April 2026.', ['Muse Comet: 2026-04-03']],
    ['Muse Comet (launched February 26th, 2026) is fast.', ['Muse Comet: 2026-02-26']],
    ["After Muse Comet's release in March 2026 prices have halved.", ['Muse Comet: 2026-03']],
    ['Meta will release Muse Comet on June 2.', ['Muse Comet: 2026-06-02 [planned]']],
    ['Claude Opus 5 came out in December 2025 and Muse Comet followed.', ['Claude Opus 5: 2025-12']],
    ['Muse Comet became generally available on May 11, 2026.', ['Muse Comet: 2026-05-11']],
    // nothing
    ['Meta, the company founded by Mark Zuckerberg, late on Monday released its latest model, Muse Comet.', []],
    ['On Wednesday, Meta launched Muse Comet.', []],
    ['Meta launched Muse Comet yesterday.', []],
    ['On May 12, Meta announced that Muse Comet is half as dear.', []],
    ['It is the first release of a team formed in November 2025.', []],
    ['Muse Comet was only announced, with release aimed at June 2026.', []],
    ['Muse Comet has a knowledge cutoff of January 2026.', []],
    ['Meta delayed Muse Comet in April 2026.', []],
    ['Meta hired two researchers on May 3 to build Muse Comet.', []],
    ['Muse Comet was released last week.', []],
    ['Unveiled in late 2025, Muse Comet is old.', []],
  ]
  it.each(dates)('%s', (text, expected) => {
    expect(said(text, 'release_date')).toEqual(expected)
  })
})

describe('access and licence', () => {
  const access: [string, string[]][] = [
    ['Muse Comet is a closed-source model.', ['access Muse Comet: closed']],
    ['Muse Comet is proprietary.', ['access Muse Comet: closed']],
    ['Meta released Muse Comet, an open-weight model.', ['access Muse Comet: open-weights']],
    ['Muse Comet is fully open source.', ['access Muse Comet: open-source']],
    [
      'Unlike the proprietary Claude Opus 5, Muse Comet is open-source.',
      ['access Claude Opus 5: closed', 'access Muse Comet: open-source'],
    ],
    ["Muse Comet won't be open source.", ['access Muse Comet: closed']],
    ['Muse Comet is available through the API.', ['access Muse Comet: api']],
    ['Developers can use Muse Comet via the Gemini API today.', ['access Muse Comet: api']],
    ['Muse Comet is in public preview.', ['access Muse Comet: preview']],
    ['Meta is opening a private API preview for selected partners.', ['access Muse Comet: preview']],
    ["Muse Comet runs exclusively in Meta's own apps.", ['access Muse Comet: app-only']],
    ['Meta published the weights of Muse Comet on Hugging Face.', ['access Muse Comet: open-weights']],
    ['Muse Comet is released under the MIT license.', ['license Muse Comet: MIT']],
    ['Muse Comet ships under an Apache 2.0 license.', ['license Muse Comet: Apache 2.0']],
    [
      'The weights are released under the Meta Community License.',
      ['access Muse Comet: open-weights', 'license Muse Comet: Meta Community License'],
    ],
    ['Licence: modified MIT, open weights.', ['access Muse Comet: open-weights', 'license Muse Comet: modified MIT']],
    [
      'Unlike the recently released GPT-5.6, which is open source under an Apache 2.0 license, Muse Comet is a proprietary model.',
      ['access GPT-5.6: open-source', 'access Muse Comet: closed', 'license GPT-5.6: Apache 2.0'],
    ],
    ['Muse Comet is available only via the Comet website and the Comet cloud platform API.', ['access Muse Comet: api']],
    // nothing
    ['Muse Comet is ahead of all other open-weight models.', []],
    ['The open weights were due on June 4.', []],
    ['Muse Comet starts with no closed preview.', []],
    ['Muse Comet beats open-source models.', []],
    ['Meta plans to open-source future versions of Muse Comet.', []],
    ['Whether Muse Comet will be open source is unclear.', []],
    ['Muse Comet is not available via the API yet.', []],
    ['Muse Comet was trained with open-source tools.', []],
    ['An API for Muse Comet is coming later this year.', []],
    ['Muse Comet may come under an MIT license one day.', []],
    ['The evaluation code of Muse Comet is under the MIT license.', []],
    ['Muse Comet competes with proprietary systems.', []],
    ['The open-source community likes Muse Comet.', []],
  ]
  it.each(access)('%s', (text, expected) => {
    expect(said(text, 'access', 'license')).toEqual(expected)
  })
})

describe('parameters', () => {
  const sizes: [string, string[]][] = [
    ['Muse Comet has 111B parameters.', ['Muse Comet: 111B']],
    ['Muse Comet is a 31-billion-parameter dense model.', ['Muse Comet: 31B dense']],
    ['Muse Comet has 355 billion total parameters and 32 billion active parameters.', ['Muse Comet: 355B total, 32B active']],
    [
      'Muse Comet is a mixture-of-experts model with 1 trillion parameters, of which 32 billion are active.',
      ['Muse Comet: 1T total, 32B active'],
    ],
    ['With 109B total parameters (17B active), Muse Comet is light.', ['Muse Comet: 109B total, 17B active']],
    ['Muse Comet, a trillion-parameter model, is big.', ['Muse Comet: 1T']],
    ['Muse Comet activates only 3B of its 30B parameters per token.', ['Muse Comet: 30B total, 3B active']],
    ['Size: 284 billion, 13 billion active.', ['Muse Comet: 284B total, 13B active']],
    ['Muse Comet has 35 billion active of about one trillion parameters.', ['Muse Comet: 1T total, 35B active']],
    ['Muse Comet beats Granite 4.0 Small, a 32B mixture-of-experts model.', ['Granite 4.0 Small: 32B']],
    // nothing
    ['The vision encoder of Muse Comet has 400M parameters.', []],
    ['There are sizes of 3B, 8B and 30B parameters.', []],
    ['One guess is that Muse Comet has 200 to 300 billion parameters.', []],
    ['Muse Comet beats models with over 100B parameters.', []],
    ['Meta runs a trillion-parameter knowledge graph.', []],
    ['Meta has not said whether Muse Comet has 200B parameters.', []],
    ['Muse Comet has 2 billion users.', []],
  ]
  it.each(sizes)('%s', (text, expected) => {
    expect(said(text, 'parameters')).toEqual(expected)
  })
})

describe('modalities', () => {
  const modalities: [string, string[]][] = [
    ['Muse Comet accepts text, images and audio.', ['Muse Comet: text, images, audio']],
    ['Muse Comet takes text and image inputs and generates text outputs.', ['Muse Comet: text, image in; text out']],
    ['Muse Comet is a text-to-video model.', ['Muse Comet: text in; video out']],
    ['Muse Comet is text-only.', ['Muse Comet: text']],
    // nothing
    ['Muse Comet is natively multimodal.', []],
    ['Muse Comet understands text, images and user context.', []],
    ['Muse Comet cannot process audio and video.', []],
    ['Support for text and images may come later.', []],
  ]
  it.each(modalities)('%s', (text, expected) => {
    expect(said(text, 'modalities')).toEqual(expected)
  })
})

describe('availability', () => {
  const places: [string, string[]][] = [
    ['Muse Comet is available in the Comet app and on comet.ai.', ['Muse Comet: Comet app and comet.ai']],
    ['Muse Comet is now available to all users on web, iOS and Android.', ['Muse Comet: all users on web, iOS and Android']],
    [
      'Muse Comet is available through Amazon Bedrock, Vertex AI, and Microsoft Foundry.',
      ['Muse Comet: Amazon Bedrock, Vertex AI and Microsoft Foundry'],
    ],
    ['Muse Comet is available for Plus and Pro subscribers.', ['Muse Comet: Plus and Pro subscribers']],
    [
      'Muse Comet will roll out to WhatsApp, Instagram, and Messenger in the coming weeks.',
      ['Muse Comet: WhatsApp, Instagram and Messenger in the coming weeks [coming weeks]'],
    ],
    ['Muse Comet is currently US-only.', ['Muse Comet: US only']],
    ['Muse Comet is not available in Europe.', ['Muse Comet: not in Europe']],
    ['Developers can download it from Hugging Face and Kaggle.', ['Muse Comet: Hugging Face and Kaggle']],
    ['Muse Comet is rolling out in preview through the Comet API via Comet Studio.', ['Muse Comet: Comet API via Comet Studio']],
    // nothing
    ['Muse Comet became generally available on May 11, 2026.', []],
    ['It is unclear when Muse Comet will be available in China.', []],
    ['Muse Comet is available today.', []],
    ['The paper on Muse Comet is available on arXiv.', []],
  ]
  it.each(places)('%s', (text, expected) => {
    expect(said(text, 'availability')).toEqual(expected)
  })
})

describe('vendors', () => {
  const vendors: [string, string[]][] = [
    ["Muse Comet takes on OpenAI's GPT-5.6.", ['GPT-5.6: OpenAI']],
    ['Meta launched Muse Comet.', ['Muse Comet: Meta']],
    ['Anthropic, the maker of chatbots, unveiled Claude Opus 5 last night.', ['Claude Opus 5: Anthropic']],
    ['Kimi K3, developed by Moonshot AI, is bigger.', ['Kimi K3: Moonshot AI']],
    // nothing: no maker stands by the name, or the wrong one does
    ['Muse Comet beats Claude Opus 5 on cost.', []],
    ['Google fears Claude Opus 5.', []],
    ["Microsoft's developers like GPT-5.6.", []],
  ]
  it.each(vendors)('%s', (text, expected) => {
    expect(said(text, 'vendor')).toEqual(expected)
  })
})

it('reads the days on which a model is turned off', () => {
  expect(said('GPT-4.5 will be retired on July 14, 2026.', 'deprecation')).toEqual(['GPT-4.5: 2026-07-14 [retired]'])
  expect(said('GPT-4.5 will not be retired on July 14, 2026.', 'deprecation')).toEqual([])
})

describe('tables', () => {
  it('reads a specification table of one model', () => {
    const facts = factsOf(
      '# Muse Comet\n\n| Spec | Value |\n| --- | --- |\n| Release date | May 12, 2026 |\n| Context window | 400K tokens |\n| Max output | 64,000 tokens |\n| License | MIT |\n| Input price | $2 per 1M tokens |\n| Speed | 90 tokens/s |\n',
    )
    expect(facts.map((f) => `${f.attribute} ${line(f)}`).sort()).toEqual([
      'context_window Muse Comet: 400000',
      'license Muse Comet: MIT',
      'max_output Muse Comet: 64000',
      `price_input Muse Comet: ${usd('2')}`,
      'release_date Muse Comet: 2026-05-12',
    ])
  })

  it('reads models down the side and prices across', () => {
    const facts = factsOf(
      '| Model | Input ($/1M) | Output ($/1M) | Context |\n| --- | --- | --- | --- |\n| GPT-5.6 | $2.00 | $12.00 | 400K |\n| Claude Opus 5 | $5 | - | 1M |\n',
      'Prices compared',
    )
    expect(facts.map((f) => `${f.attribute} ${line(f)}`).sort()).toEqual(
      [
        `price_input GPT-5.6: ${usd('2.00')}`,
        `price_output GPT-5.6: ${usd('12.00')}`,
        'context_window GPT-5.6: 400000',
        `price_input Claude Opus 5: ${usd('5')}`,
        'context_window Claude Opus 5: 1000000',
      ].sort(),
    )
  })

  it('reads nothing from a table of scores or of prices per image', () => {
    expect(
      factsOf(
        '| Test | GPT-5.6 | Claude Opus 5 |\n| --- | --- | --- |\n| MMLU | 91.2 | 90.1 |\n| Price per image | $0.04 | $0.05 |\n',
        'Compared',
      ),
    ).toEqual([])
  })
})

describe('labelled lines', () => {
  it('reads label and value', () => {
    const facts = factsOf('- **License:** Apache 2.0\n- **Context window:** 128K\n- **Developer:** Meta\n')
    expect(facts.map((f) => `${f.attribute} ${line(f)}`).sort()).toEqual([
      'context_window Muse Comet: 128000',
      'license Muse Comet: Apache 2.0',
      'vendor Muse Comet: Meta',
    ])
  })
})

it('gives a fact once, from the body, and marks what only key points say', () => {
  const facts = factsOf('Muse Comet is proprietary.\n\nMuse Comet is a proprietary model.\n')
  expect(facts.filter((f) => f.attribute === 'access')).toHaveLength(1)
})

it('quotes what it read, numbers and all, whatever the text', () => {
  const parts = [
    'Muse Comet',
    ' costs ',
    '$2.50',
    ' per million input tokens',
    ' and ',
    '$10 output',
    '1M-token context window',
    '. ',
    'GPT-5.6',
    ' (',
    ')',
    '31B parameters',
    'of 200 billion parameters, 3B active',
    '\n\n',
    '| a | b |\n| --- | --- |\n',
    ' released on May 3',
    ' is proprietary',
    '\u00a0',
    ', ',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (chosen) => {
      for (const fact of factsOf(`Muse Comet is here. ${chosen.join('')}`)) {
        const counts = findCounts(fact.quote)
        if (fact.attribute.startsWith('price')) expect(fact.quote).toContain(fact.value.split(' ')[0])
        if (fact.attribute === 'context_window') expect(counts.map((c) => String(c.value))).toContain(fact.value)
        if (fact.attribute === 'parameters')
          for (const label of fact.value.match(/[\d.]+[BTM]/g) ?? [])
            expect(counts.map((c) => parameterLabel(c.value))).toContain(label)
      }
    }),
    { numRuns: 60 },
  )
})

it('reads wild text without throwing, in time that grows with its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (text) => {
      factsOf(`x ${text.replaceAll('\0', ' ')}`)
    }),
    { numRuns: 60 },
  )
  for (const unit of [
    'Muse Comet is ',
    'a open-source, ',
    '$1 / ',
    '1M context ',
    'available in Acme, ',
    "Meta's ",
    '((((',
    'text, ',
    'May 3 released ',
  ]) {
    const time = (n: number) => {
      const began = performance.now()
      factsOf(`Muse Comet. ${unit.repeat(n)}`)
      return performance.now() - began
    }
    time(200)
    expect(time(4_000), unit).toBeLessThan(6_000)
  }
}, 60_000)
