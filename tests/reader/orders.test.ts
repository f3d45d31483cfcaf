import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Order } from '../../src/claim.ts'
import { read } from '../../src/reader/read.ts'
import { articleOf } from './article-of.ts'

const ordersIn = (text: string, topic: string | null = null): Order[] =>
  read(articleOf(text, topic)).claims.filter((claim) => claim.type === 'order')

/** Each order as "model relation rival on test", "in field" or neither. */
const orders = (text: string, topic: string | null = null): string[] =>
  ordersIn(text, topic)
    .map(({ model, relation, rival, benchmark, field }) =>
      [model, relation, rival, ...(benchmark ? ['on', benchmark] : field ? ['in', field] : [])].join(' '),
    )
    .sort()

describe('who is ahead of whom, without numbers', () => {
  it.each<[string, string, string[]]>([
    [
      'trails two on one test',
      'Muse Spark trails Gemini 3.1 Pro and GPT-5.4 on ARC-AGI-2.',
      ['Muse Spark behind GPT-5.4 on ARC-AGI-2', 'Muse Spark behind Gemini 3.1 Pro on ARC-AGI-2'],
    ],
    [
      'beats one that is explained before the test',
      'GPT-5.4 beats Kimi K2.5, a 1.2 trillion parameter model, on GPQA Diamond.',
      ['GPT-5.4 ahead Kimi K2.5 on GPQA Diamond'],
    ],
    [
      'leads in a field, ahead of two',
      'GPT-5.4 leads in visual reasoning, ahead of Kimi K2.5 and Grok 4.1.',
      ['GPT-5.4 ahead Grok 4.1 in visual reasoning', 'GPT-5.4 ahead Kimi K2.5 in visual reasoning'],
    ],
    [
      'a list of fields in front',
      'In maths, coding and medicine, GPT-5.4 outperforms Kimi K2.5.',
      ['GPT-5.4 ahead Kimi K2.5 in maths, coding and medicine'],
    ],
    [
      'on par with or better than',
      'GPT-5.4 performs on par with or better than Kimi K2.5 on agentic tasks.',
      ['GPT-5.4 level Kimi K2.5 in agentic'],
    ],
    [
      'a rival with its own number in brackets is a score',
      'On GPQA Diamond, GPT-5.4 reached 79.5 percent, slightly behind Kimi K2.5 (79.8 percent).',
      [],
    ],
    [
      'trails both of two',
      'On GPQA Diamond Kimi K2.5 trails both GPT-5.2 and Claude Opus 4.5.',
      ['Kimi K2.5 behind Claude Opus 4.5 on GPQA Diamond', 'Kimi K2.5 behind GPT-5.2 on GPQA Diamond'],
    ],
    [
      'beats on two tests',
      'GPT-5.4 beats Claude Opus 4.6 on MMLU-Pro and GPQA Diamond.',
      ['GPT-5.4 ahead Claude Opus 4.6 on GPQA Diamond', 'GPT-5.4 ahead Claude Opus 4.6 on MMLU-Pro'],
    ],
    [
      'beats two on two tests that are explained in brackets',
      'The mode allows it to beat GPT-5.2 and Gemini 3 Pro on SimpleQA (short factual questions) and BrowseComp (searching the web).',
      [
        'Grok 4.1 ahead GPT-5.2 on BrowseComp',
        'Grok 4.1 ahead GPT-5.2 on SimpleQA',
        'Grok 4.1 ahead Gemini 3 Pro on BrowseComp',
        'Grok 4.1 ahead Gemini 3 Pro on SimpleQA',
      ],
    ],
    ['matches', 'Claude Sonnet 4.6 matches Opus 4.6 on OfficeQA.', ['Claude Sonnet 4.6 level Claude Opus 4.6 on OfficeQA']],
    ['test first', 'On BrowseComp, Kimi K2.5 outperforms GPT-5.2.', ['Kimi K2.5 ahead GPT-5.2 on BrowseComp']],
    ['in general', 'GLM-5 lags behind Claude Opus 4.6.', ['GLM-5 behind Claude Opus 4.6']],
    [
      'ahead of a list',
      'Grok 4 is ahead of GPT-5, Gemini 2.5 Pro, and Claude Opus 4.1 on LMArena.',
      ['Grok 4 ahead Claude Opus 4.1 on LMArena', 'Grok 4 ahead GPT-5 on LMArena', 'Grok 4 ahead Gemini 2.5 Pro on LMArena'],
    ],
    ['on tests in general', 'GLM-5 beats GPT-5.2 on standard benchmarks.', ['GLM-5 ahead GPT-5.2']],
    ['in a field', 'Qwen3.5 matches Claude Sonnet 4.5 in coding.', ['Qwen3.5 level Claude Sonnet 4.5 in coding']],
    ['on the tasks of a field', 'GLM-5 outperforms GPT-5.2 on coding tasks.', ['GLM-5 ahead GPT-5.2 in coding']],
    ['field first', 'In mathematics GLM-5 trails GPT-5.2.', ['GLM-5 behind GPT-5.2 in mathematics']],
    [
      'several fields',
      'GLM-5 outperforms Qwen3.5 in tool calling, mathematics and the following of instructions.',
      ['GLM-5 ahead Qwen3.5 in tool calling, mathematics and the following of instructions'],
    ],
    [
      'in general and in a field in one sentence',
      'Zhipu says GLM-5 beats GPT-5.2 on standard tests and matches Claude Opus 4.5 on coding.',
      ['GLM-5 ahead GPT-5.2', 'GLM-5 level Claude Opus 4.5 in coding'],
    ],
    [
      'the newest models of several makers',
      'By its own account GLM-5 surpasses the latest models from OpenAI, Anthropic and Google on a range of internal tests.',
      ['GLM-5 ahead Anthropic', 'GLM-5 ahead Google', 'GLM-5 ahead OpenAI'],
    ],
    [
      'level with the systems of several makers',
      'GLM-5 matches the performance of leading systems from Google and xAI.',
      ['GLM-5 level Google', 'GLM-5 level xAI'],
    ],
    ['a maker with its best model', "GLM-5 outperforms OpenAI's strongest model in coding.", ['GLM-5 ahead OpenAI in coding']],
    [
      'two makers with their newest models',
      "GLM-5 beats OpenAI's and Google's newest models.",
      ['GLM-5 ahead Google', 'GLM-5 ahead OpenAI'],
    ],
    [
      'put level by its maker',
      'Own benchmarks put GLM-5 level with the leading systems of OpenAI and Anthropic.',
      ['GLM-5 level Anthropic', 'GLM-5 level OpenAI'],
    ],
    [
      'behind one but close to another',
      'Overall GLM-5 is generally behind GPT-5.2 but close to Claude Opus 4.5.',
      ['GLM-5 behind GPT-5.2', 'GLM-5 level Claude Opus 4.5'],
    ],
    [
      'third',
      'GLM-5 ranks third behind GPT-5.2 and Claude Opus 4.5 on LMArena.',
      ['GLM-5 behind Claude Opus 4.5 on LMArena', 'GLM-5 behind GPT-5.2 on LMArena'],
    ],
    [
      'third after',
      'On LMArena GLM-5 comes third after GPT-5.2 and Grok 4.1.',
      ['GLM-5 behind GPT-5.2 on LMArena', 'GLM-5 behind Grok 4.1 on LMArena'],
    ],
    [
      'second only to',
      'GLM-5 is second only to Claude Opus 4.5 on Terminal-Bench 2.0.',
      ['GLM-5 behind Claude Opus 4.5 on Terminal-Bench 2.0'],
    ],
    [
      'in first place ahead of',
      'On SimpleQA GLM-5 is in first place, ahead of GPT-5.2 and Grok 4.1.',
      ['GLM-5 ahead GPT-5.2 on SimpleQA', 'GLM-5 ahead Grok 4.1 on SimpleQA'],
    ],
    [
      'a participle behind its test',
      'GLM-5 takes the top spot on BrowseComp, beating GPT-5.2 and Gemini 3 Pro.',
      ['GLM-5 ahead GPT-5.2 on BrowseComp', 'GLM-5 ahead Gemini 3 Pro on BrowseComp'],
    ],
    [
      'two rivals, each with its test',
      'GLM-5 trails GPT-5.2 on MMMU and Claude Opus 4.5 on BrowseComp.',
      ['GLM-5 behind Claude Opus 4.5 on BrowseComp', 'GLM-5 behind GPT-5.2 on MMMU'],
    ],
    [
      'ahead of some but trailing others',
      'On MMMU GLM-5 is third, ahead of Qwen3.5 and Kimi K2.5 but trailing GPT-5.2.',
      ['GLM-5 ahead Kimi K2.5 on MMMU', 'GLM-5 ahead Qwen3.5 on MMMU', 'GLM-5 behind GPT-5.2 on MMMU'],
    ],
    [
      'all rivals including some',
      'On MMMU GLM-5 reached 71.2%, surpassing all rivals including GPT-5.2 and Grok 4.1.',
      ['GLM-5 ahead GPT-5.2 on MMMU', 'GLM-5 ahead Grok 4.1 on MMMU'],
    ],
    [
      'behind only some on a tester’s index',
      'Artificial Analysis scored GLM-5 50 on its Intelligence Index, behind only GPT-5.2 and Claude Opus 4.5.',
      [
        'GLM-5 behind Claude Opus 4.5 on Artificial Analysis Intelligence Index',
        'GLM-5 behind GPT-5.2 on Artificial Analysis Intelligence Index',
      ],
    ],
    [
      'on several tests that are not named',
      'On several key benchmarks GLM-5 beats both GPT-5.2 and Grok 4.1.',
      ['GLM-5 ahead GPT-5.2 in several key benchmarks', 'GLM-5 ahead Grok 4.1 in several key benchmarks'],
    ],
    ['on many tests', 'GLM-5 is better than GPT-5.2 on many tests.', ['GLM-5 ahead GPT-5.2 in many tests']],
    ['edges out', 'GLM-5 narrowly edges out Kimi K2.5 on AIME 2025.', ['GLM-5 ahead Kimi K2.5 on AIME 2025']],
    ['a passive', 'GLM-5 is outperformed by GPT-5.2 on MMMU.', ['GLM-5 behind GPT-5.2 on MMMU']],
    ['falls short', 'GLM-5 falls short of GPT-5.2 on MMMU.', ['GLM-5 behind GPT-5.2 on MMMU']],
    ['loses', 'GLM-5 loses to GPT-5.2 on BrowseComp.', ['GLM-5 behind GPT-5.2 on BrowseComp']],
    ['on par', 'GLM-5 is on par with Claude Opus 4.5 in agentic coding.', ['GLM-5 level Claude Opus 4.5 in agentic coding']],
    ['performs on par', 'GLM-5 performs on par with GPT-5.2 in coding tasks.', ['GLM-5 level GPT-5.2 in coding']],
    [
      'particularly in a field',
      'GLM-5 sets records, particularly surpassing OpenAI’s GPT-5.2 in coding and complex reasoning tasks.',
      ['GLM-5 ahead GPT-5.2 in coding and complex reasoning'],
    ],
    [
      'in capabilities such as',
      'GLM-5 trails Claude Opus 4.5 in capabilities such as coding and reasoning.',
      ['GLM-5 behind Claude Opus 4.5 in capabilities such as coding and reasoning'],
    ],
    ['neck and neck', 'GLM-5 is neck and neck with Kimi K2.5 on HealthBench.', ['GLM-5 level Kimi K2.5 on HealthBench']],
    ['tied', 'GLM-5 is tied with GPT-5.2 on GPQA Diamond.', ['GLM-5 level GPT-5.2 on GPQA Diamond']],
    [
      'competitive',
      'GLM-5 is competitive with GPT-5.2 and Claude Opus 4.5.',
      ['GLM-5 level Claude Opus 4.5', 'GLM-5 level GPT-5.2'],
    ],
    ['better than', 'GLM-5 is better than GPT-5.2 on Humanity’s Last Exam.', ["GLM-5 ahead GPT-5.2 on Humanity's Last Exam"]],
    ['does worse', 'GLM-5 does worse than Qwen3.5 on MMLU-Pro.', ['GLM-5 behind Qwen3.5 on MMLU-Pro']],
    [
      'holds a lead',
      'GLM-5 holds a narrow lead over Kimi K2.5 on SWE-bench Verified.',
      ['GLM-5 ahead Kimi K2.5 on SWE-bench Verified'],
    ],
    [
      'two subjects',
      'GPT-5.2 and Claude Opus 4.5 beat GLM-5 on HealthBench.',
      ['Claude Opus 4.5 ahead GLM-5 on HealthBench', 'GPT-5.2 ahead GLM-5 on HealthBench'],
    ],
    [
      'a rival named with its maker',
      "Tests show GLM-5 outperforming Google's Gemini 3 Pro on reasoning benchmarks.",
      ['GLM-5 ahead Gemini 3 Pro in reasoning'],
    ],
    [
      'a rival whose maker stands behind it',
      'Internal tests show GLM-5 ahead of Gemini 3 Pro, made by Google, in reasoning.',
      ['GLM-5 ahead Gemini 3 Pro in reasoning'],
    ],
    [
      'each clause with its own test',
      'On MMMU GLM-5 is behind GPT-5.2, and on BrowseComp behind Kimi K2.5.',
      ['GLM-5 behind GPT-5.2 on MMMU', 'GLM-5 behind Kimi K2.5 on BrowseComp'],
    ],
    [
      'three comparisons of one subject',
      'GLM-5 trails GPT-5.2 on MMMU, falls behind Kimi K2.5 on BrowseComp and beats Qwen3.5 on AIME 2025.',
      ['GLM-5 ahead Qwen3.5 on AIME 2025', 'GLM-5 behind GPT-5.2 on MMMU', 'GLM-5 behind Kimi K2.5 on BrowseComp'],
    ],
    ['what was made able', 'GLM-5 is the first open model to beat GPT-5.2 on BrowseComp.', ['GLM-5 ahead GPT-5.2 on BrowseComp']],
    [
      'a condition that is not about it',
      'If you need an open model, GLM-5 beats Qwen3.5 on MMMU.',
      ['GLM-5 ahead Qwen3.5 on MMMU'],
    ],
    ['not only', 'GLM-5 not only beats GPT-5.2 on MMMU, it is free.', ['GLM-5 ahead GPT-5.2 on MMMU']],
  ])('reads a comparison: %s', (name, text, expected) => {
    expect(orders(text, name.startsWith('beats two on two') ? 'Grok 4.1' : null)).toEqual(expected)
  })

  it.each([
    ['denied', 'Muse Spark does not beat GPT-5.4 on ARC-AGI-2.'],
    ['denied by "no longer"', 'GLM-5 no longer trails GPT-5.2 on MMMU.'],
    ['denied by "neither"', 'GLM-5 neither beats GPT-5.2 nor matches Kimi K2.5 on MMMU.'],
    ['a failure', 'GLM-5 fails to match GPT-5.2 on MMMU.'],
    ['asked', 'Can Muse Spark beat GPT-5.4 on ARC-AGI-2?'],
    ['asked indirectly', 'The question is whether GLM-5 beats GPT-5.2 on MMMU.'],
    ['hedged', 'Muse Spark may surpass GPT-5.4 on ARC-AGI-2.'],
    ['a condition', 'If GLM-5 beats GPT-5.2 on MMMU, prices fall.'],
    ['a wish', 'Zhipu hopes that GLM-5 beats GPT-5.2 on MMMU.'],
    ['an aim', 'GLM-5 was built to surpass GPT-5.2 on MMMU.'],
    ['a forecast', 'GLM-5 will overtake GPT-5.2 on MMMU.'],
    ['a rumour', 'It is rumoured that GLM-5 beats GPT-5.2 on MMMU.'],
    ['doubted', 'Critics dispute that GLM-5 beats GPT-5.2 on MMMU.'],
    ['nearly so', 'GLM-5 almost matches GPT-5.2 on MMMU.'],
    ['only often so', 'GLM-5 often outperforms GPT-5.2 on MMMU.'],
    ['in some cases only', 'GLM-5 stands beside, and in some cases ahead of, GPT-5.2.'],
    ['behind by so many points', 'GLM-5 is 2.6 points behind GPT-5.2 on MMMU.'],
    ['in the past', 'GLM-5 used to trail GPT-5.2 on MMMU, and once led Qwen3.5 there.'],
    ['taken back', 'GLM-5 beats GPT-5.2 on MMMU, but that is not true of the released weights.'],
    ['told by numbers', 'Muse Spark beats GPT-5.4 on HealthBench Hard, 42.8 to 40.1.'],
    ['told by the rival’s number', 'GLM-5 scores 71.0 on MMMU, ahead of GPT-5.2 at 69.2.'],
    ['on something that is no test', 'Muse Spark beats GPT-5.4 on price.'],
    ['about speed', 'GLM-5 beats GPT-5.2 in speed.'],
    ['about cost before the names', 'Per token GLM-5 is priced below GPT-5.2.'],
    ['about time', 'GLM-5 was released ahead of GPT-5.2.'],
    ['about who made it', 'The team behind GPT-5.2 has praised GLM-5.'],
    ['on a part of the tests only', 'GLM-5 beats GPT-5.2 on some of the tests.'],
    ['leading as an adjective', 'Muse Spark approaches leading models such as GPT-5.4.'],
    ['about a thing that a rival owns', "GLM-5 matches GPT-5.2's context window."],
    ['about a test that an earlier sentence names', 'GLM-5 ran SWE-bench Pro twice. It trails GPT-5.2 and beats Kimi K2.5.'],
    ['about a maker and no model', 'GLM-5 beats OpenAI to market.'],
    ['without a subject', 'Better than GPT-5.2 on MMMU.'],
  ])('says nothing where it is %s', (_, text) => {
    expect(orders(text)).toEqual([])
  })

  it('names the claimant and quotes the sentence', () => {
    const [order] = ordersIn('Zhipu says that GLM-5 beats GPT-5.2 on MMMU.')
    expect(order).toMatchObject({
      quote: 'Zhipu says that GLM-5 beats GPT-5.2 on MMMU.',
      claimant: { kind: 'vendor', name: 'Z.ai' },
    })
  })
})

describe('orders in wild text', () => {
  const pieces = [
    'GLM-5',
    'GPT-5.2',
    'Claude Opus 4.5',
    'it',
    'the model',
    'OpenAI’s newest models',
    'beats',
    'trails',
    'matches',
    'ahead of',
    'is behind',
    'and',
    'but',
    'both',
    'on',
    'in',
    'MMMU',
    'BrowseComp',
    'coding',
    'the',
    '71.2%',
    'not',
    ',',
    '(',
    ')',
    '.',
    '—',
    '?',
  ]
  it('quote the text as it stands, name no model as its own rival, and name only models and makers of the sentence', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (words) => {
        const text = words.join(' ')
        const article = articleOf(text, 'GLM-5')
        for (const order of read(article).claims.filter((claim) => claim.type === 'order')) {
          expect(article.text.slice(order.start, order.end)).toBe(order.quote)
          expect(order.model).not.toBe(order.rival)
          expect(order.quote).toContain(order.rival)
          if (order.benchmark !== null) expect(order.quote).toContain(order.benchmark)
        }
      }),
      { numRuns: 300 },
    )
  })
})
