import { describe, expect, it } from 'vitest'
import { read } from '../../src/reader/read.ts'
import { articleOf } from './article-of.ts'

const scores = (title: string, text: string) =>
  read({ ...articleOf(text), title }).claims.flatMap((claim) =>
    claim.type === 'score' ? [`${claim.model} | ${claim.benchmark} | ${claim.value}`] : [],
  )

describe('a data sheet with a test on one line and its share on the next', () => {
  it('is read for the one model of the title', () => {
    expect(
      scores(
        'Mistral Small 4',
        'Mistral Small 4 is small.\n\nBenchmarks\n\nMMLU\n\nNot reported\n\nGPQA Diamond\n\n70.1%\n\nUses',
      ),
    ).toEqual(['Mistral Small 4 | GPQA Diamond | 70.1'])
  })

  it('is not read where one more value follows, as in a table taken apart', () => {
    expect(scores('Mistral Small 4', 'Mistral Small 4 is small.\n\nGPQA Diamond\n\n70.1%\n\n65.2%\n\nUses')).toEqual([])
  })

  it('is not read under another model', () => {
    expect(scores('Mistral Small 4', 'Mistral Small 4 is small.\n\nBeside it: GPT-5.4\n\nGPQA Diamond\n\n70.1%\n\nUses')).toEqual(
      [],
    )
  })
})
