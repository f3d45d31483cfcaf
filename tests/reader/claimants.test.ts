import { describe, expect, it } from 'vitest'
import type { SourceKind } from '../../src/article.ts'
import { read } from '../../src/reader/read.ts'
import { articleOf } from './article-of.ts'

const claimed = (text: string, topic = 'Muse Spark', kind: SourceKind = 'news') =>
  read(articleOf(text, topic, kind)).claims.flatMap((claim) =>
    claim.type === 'score' ? [`${claim.model} ${claim.claimant.kind} ${claim.claimant.name}`] : [],
  )

describe('who claims a score', () => {
  it('is nobody where the text names nobody', () => {
    expect(claimed('Muse Spark scored 89.5% on GPQA Diamond.')).toEqual(['Muse Spark unstated null'])
  })

  it('is the source in brackets behind the numbers', () => {
    expect(claimed('Muse Spark stands at 80.9 percent on SWE-bench Verified (Vals AI leaderboard, read in May).')).toEqual([
      'Muse Spark independent Vals AI',
    ])
  })

  it('is the source that a section opens with', () => {
    const text = '### Muse Spark\n\nSource: Meta AI (Jan 2026)\n\n| Benchmark | Score |\n|---|---|\n| GPQA Diamond | 75.2% |'
    expect(claimed(text)).toEqual(['Muse Spark vendor Meta'])
  })

  it('is the vendor that says so, for the rival in the same sentence too', () => {
    expect(claimed('According to Meta, Muse Spark scored 89.5% on GPQA Diamond, behind GPT-5.4 at 92.8%.')).toEqual([
      'Muse Spark vendor Meta',
      'GPT-5.4 vendor Meta',
    ])
  })

  it('is the vendor in the sentences behind a chart of its own', () => {
    const text = "Meta's launch chart tells the story. Muse Spark reached 42.8 on HealthBench Hard. It got 80.4 on MMMU-Pro."
    expect(claimed(text)).toEqual(['Muse Spark vendor Meta', 'Muse Spark vendor Meta'])
  })

  it('is the maker where the company says so', () => {
    expect(claimed('The company claims that Muse Spark scored 89.5% on GPQA Diamond.')).toEqual(['Muse Spark vendor Meta'])
  })

  it('is the firm that measured', () => {
    expect(claimed('Epoch AI reported 39% on FrontierMath Tiers 1-3 for Muse Spark.')).toEqual([
      'Muse Spark independent Epoch AI',
    ])
  })

  it('is the firm in whose name the test stands', () => {
    expect(claimed('Muse Spark scores 52 on the Artificial Analysis Intelligence Index.')).toEqual([
      'Muse Spark independent Artificial Analysis',
    ])
  })

  it('is the publisher where the article is the maker’s own', () => {
    expect(claimed('Muse Spark scored 89.5% on GPQA Diamond.', 'Muse Spark', 'vendor')).toEqual(['Muse Spark vendor Meta'])
  })

  it('is the press where the outlet ran the test itself', () => {
    expect(claimed('We ran Muse Spark ourselves. In our tests Muse Spark scored 71.2% on MMLU-Pro.')).toEqual([
      'Muse Spark press null',
    ])
  })

  it('is nobody where the text says that no source is given', () => {
    expect(claimed('Without naming a source, the page puts Muse Spark at 71.2% on MMLU-Pro.')).toEqual([
      'Muse Spark unstated null',
    ])
  })

  it('is not a tester that is only named in passing', () => {
    expect(claimed('Muse Spark scored 89.5% on GPQA Diamond, and Scale AI has lost its chief.')).toEqual([
      'Muse Spark unstated null',
    ])
  })
})
