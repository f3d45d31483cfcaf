import { describe, expect, it } from 'vitest'
import { read } from '../../src/reader/read.ts'
import { articleOf } from './article-of.ts'

const orders = (text: string, topic: string | null = null) =>
  read(articleOf(text, topic))
    .claims.flatMap((claim) =>
      claim.type === 'order' ? [`${claim.model} ${claim.relation} ${claim.rival} on ${claim.benchmark ?? 'the whole'}`] : [],
    )
    .sort()

describe('who is ahead of whom, without numbers', () => {
  it.each([
    [
      'trails two on one test',
      'Muse Spark trails Gemini 3.1 Pro and GPT-5.4 on ARC-AGI-2.',
      ['Muse Spark behind GPT-5.4 on ARC-AGI-2', 'Muse Spark behind Gemini 3.1 Pro on ARC-AGI-2'],
    ],
    [
      'beats on two tests',
      'GPT-5.4 beats Claude Opus 4.6 on MMLU-Pro and GPQA Diamond.',
      ['GPT-5.4 ahead Claude Opus 4.6 on GPQA Diamond', 'GPT-5.4 ahead Claude Opus 4.6 on MMLU-Pro'],
    ],
    ['matches', 'Claude Sonnet 4.6 matches Opus 4.6 on OfficeQA.', ['Claude Sonnet 4.6 level Claude Opus 4.6 on OfficeQA']],
    ['test first', 'On BrowseComp, Kimi K2.5 outperforms GPT-5.2.', ['Kimi K2.5 ahead GPT-5.2 on BrowseComp']],
    ['in general', 'GLM-5 lags behind Claude Opus 4.6.', ['GLM-5 behind Claude Opus 4.6 on the whole']],
    [
      'ahead of a list',
      'Grok 4 is ahead of GPT-5, Gemini 2.5 Pro, and Claude Opus 4.1 on LMArena.',
      ['Grok 4 ahead Claude Opus 4.1 on LMArena', 'Grok 4 ahead GPT-5 on LMArena', 'Grok 4 ahead Gemini 2.5 Pro on LMArena'],
    ],
  ])('%s', (_, text, expected) => {
    expect(orders(text)).toEqual(expected)
  })

  it.each([
    ['denied', 'Muse Spark does not beat GPT-5.4 on ARC-AGI-2.'],
    ['asked', 'Can Muse Spark beat GPT-5.4 on ARC-AGI-2?'],
    ['hedged', 'Muse Spark may surpass GPT-5.4 on ARC-AGI-2.'],
    ['told by numbers', 'Muse Spark beats GPT-5.4 on HealthBench Hard, 42.8 to 40.1.'],
    ['on something that is no test', 'Muse Spark beats GPT-5.4 on price.'],
    ['leading as an adjective', 'Muse Spark approaches leading models such as GPT-5.4.'],
  ])('says nothing where it is %s', (_, text) => {
    expect(orders(text)).toEqual([])
  })
})
