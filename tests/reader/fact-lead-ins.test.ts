import { describe, expect, it } from 'vitest'
import { read } from '../../src/reader/read.ts'
import { articleOf } from './article-of.ts'

const windows = (text: string): string[] =>
  read(articleOf(`GLM-5 was released by Zhipu in May.\n\n${text}`, 'GLM-5')).claims.flatMap((claim) =>
    claim.type === 'fact' && claim.attribute === 'context_window'
      ? [`${claim.model}: ${claim.value}${claim.condition ? ` (${claim.condition})` : ''}`]
      : [],
  )

describe('a context window that only the paragraph’s label names', () => {
  it.each([
    ['**Context.** The standard is 272,000 tokens.', ['GLM-5: 272000']],
    [
      '**Context.** The standard is 200,000 tokens. On request it can be raised to 1,000,000.',
      ['GLM-5: 200000', 'GLM-5: 1000000 (extended)'],
    ],
    ['**Context.** The documentation gives 1,050,000 tokens.', ['GLM-5: 1050000']],
  ])('%s', (text, expected) => {
    expect(windows(text)).toEqual(expected)
  })

  it.each([
    '**Price.** The standard is 272,000 tokens.',
    '**Context.** The test used 272,000 tokens.',
    '**Context.** Perhaps it would be 272,000 tokens.',
    '**Context.** That is more than 272,000 tokens.',
    '**Context.** It has a library of 272,000 books.',
  ])('is none in: %s', (text) => {
    expect(windows(text)).toEqual([])
  })
})

describe('a limit that only the heading names', () => {
  it('opens a line, or is tied to the model before it', () => {
    expect(windows('## A long context window\n\n- **128,000 tokens** (twice as much as before)')).toEqual(['GLM-5: 128000'])
    expect(windows("## The context window\n\nIt grew eightfold from GLM-4's 8,192 tokens.")).toEqual(['GLM-4: 8192'])
  })

  it('is none of training or of speed', () => {
    expect(windows('## Context window\n\n- **8,192 tokens** per second')).toEqual([])
    expect(windows('## Data\n\n- **128,000 tokens** of code')).toEqual([])
  })
})
