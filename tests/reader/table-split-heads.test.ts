import { describe, expect, it } from 'vitest'
import { readText } from './article-of.ts'

describe('a column of two models', () => {
  it('gives each number of a cell to its own model, and none for a dash', () => {
    const text =
      '| Benchmark | GLM-4.7 | Kimi K2 Thinking / K2.5 |\n|---|---|---|\n| BrowseComp | 52.1 | 41.2* / **60.3** |\n| GAIA | 61.2 | 74.1* / — |\n| MMLU-Pro | 80.1 | 81.3 |'
    expect(readText(text).scores).toEqual([
      'GLM-4.7 | BrowseComp | 52.1',
      'Kimi K2 Thinking | BrowseComp | 41.2',
      'Kimi K2.5 | BrowseComp | 60.3',
      'GLM-4.7 | GAIA | 61.2',
      'Kimi K2 Thinking | GAIA | 74.1',
      'GLM-4.7 | MMLU-Pro | 80.1',
    ])
  })

  it('is none where a part is no model', () => {
    const text = '| Benchmark | GLM-4.7 | Kimi K2.5 / humans |\n|---|---|---|\n| GAIA | 61.2 | 74.1 / 92.0 |'
    expect(readText(text).scores).toEqual(['GLM-4.7 | GAIA | 61.2'])
  })
})

describe('a head without the name of its family', () => {
  it('stays as it is written where it holds sizes', () => {
    const text =
      '| Benchmark | K2.5-1T-A32B | Qwen3.5-397B-A17B |\n|---|---|---|\n| MMLU-Pro | 87.2 | 87.9 |\n| SuperGPQA | 69.1 | 70.2 |'
    expect(readText(text).scores[0]).toBe('K2.5-1T-A32B | MMLU-Pro | 87.2')
  })
})

describe('a list of harnesses under a line that names the test', () => {
  it('gives each number to the model behind it, with the harness as its variant', () => {
    const text =
      'MiniMax-M2.5 is set beside Claude Opus 4.6.\n\nWe ran SWE-bench Verified with several harnesses.\n\n- On Droid: 79.1(M2.5) > 78.2(Opus 4.6)\n- On OpenCode: 76.3 (M2.5) > 75.4 (Opus 4.6)'
    expect(readText(text).scores).toEqual([
      'MiniMax M2.5 (Droid) | SWE-bench Verified | 79.1',
      'Claude Opus 4.6 (Droid) | SWE-bench Verified | 78.2',
      'MiniMax M2.5 (OpenCode) | SWE-bench Verified | 76.3',
      'Claude Opus 4.6 (OpenCode) | SWE-bench Verified | 75.4',
    ])
  })
})
