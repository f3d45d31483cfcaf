import { describe, expect, it } from 'vitest'
import { readText } from './article-of.ts'

/** Tables that lost their cells on the way out of a page, in words of our own. */
const tables: [shape: string, text: string, scores: string[]][] = [
  [
    'rows that say how they were run, cells held apart by spaces',
    'Performance\n\nTask NVIDIA-Nemotron-7-Nano-30B-A3B Qwen7-30B-A3B\nMMLU-Pro 68.3 70.9\nAIME25 (no tools) 79.1 75.0\nAIME25 (with tools) 89.2 -\nTerminal Bench (hard subset) 8.5 5.0',
    [
      'Nemotron 7 Nano 30B A3B | MMLU-Pro | 68.3',
      'Qwen7-30B-A3B | MMLU-Pro | 70.9',
      'Nemotron 7 Nano 30B A3B (no tools) | AIME 2025 | 79.1',
      'Qwen7-30B-A3B (no tools) | AIME 2025 | 75',
      'Nemotron 7 Nano 30B A3B (with tools) | AIME 2025 | 89.2',
      'Nemotron 7 Nano 30B A3B | Terminal-Bench Hard | 8.5',
      'Qwen7-30B-A3B | Terminal-Bench Hard | 5',
    ],
  ],
  [
    'a remark run onto the share of each model',
    'We compared Opus 7.6 and Gemini 7 Pro.\n\nModelSWE-bench VerifiedWhat It Means\nOpus 7.670.8%Solves 4 out of 5 bugs\nGemini 7 Pro64.1%Less consistent',
    ['Claude Opus 7.6 | SWE-bench Verified | 70.8', 'Gemini 7 Pro | SWE-bench Verified | 64.1'],
  ],
  [
    'two models over rows of tests, cells run together',
    'The two were set side by side.\n\nGPT-7.1 ProGemini 7 Flash\nContext window400K1M\nGPQA Diamond91.2%88.4%\nSWE-bench Verified74.0%~69%\nPriceHighLow',
    [
      'GPT-7.1 Pro | GPQA Diamond | 91.2',
      'Gemini 7 Flash | GPQA Diamond | 88.4',
      'GPT-7.1 Pro | SWE-bench Verified | 74',
      'Gemini 7 Flash | SWE-bench Verified | 69',
    ],
  ],
  [
    'one test over rows of models',
    'Standings follow.\n\nModelGPQA Diamond Score\nClaude Opus 7.287.3%\nGemini 7 Pro78.4%\nPrevious record79.2%\nKimi K7 (open)71.0%',
    ['Gemini 7 Pro | GPQA Diamond | 78.4', 'Kimi K7 | GPQA Diamond | 71'],
  ],
  [
    'a name that ends in a digit, named elsewhere',
    'GPT-7 and Grok 7 Fast met again.\n\nModelMMLU-Pro Score\nGPT-781.1%\nGrok 7 Fast78.4%',
    ['GPT-7 | MMLU-Pro | 81.1', 'Grok 7 Fast | MMLU-Pro | 78.4'],
  ],
  [
    'names and shares as lines of their own under a test',
    'Cards of a page.\n\nSWE-bench Pro (real issues)\nKimi leads\nkimi-k7\n58.6%\nclaude-opus-7-2\n53.4%\nGap\n5.2 points\nBrowseComp\nclaude-opus-7-2\n—\nkimi-k7\n83.2%\nPrice\nkimi-k7\n$2',
    ['Kimi K7 | SWE-bench Pro | 58.6', 'Claude Opus 7.2 | SWE-bench Pro | 53.4', 'Kimi K7 | BrowseComp | 83.2'],
  ],
  [
    'one model, a reference that names its own, and a source',
    'Here are the numbers.\n\nBenchmark Claude Opus 7 Reference Source\nBrowseComp 67.9% Gemini 7 Pro: 65.4% Some Blog\nTerminal-Bench 2.0 51.0% Other Blog',
    ['Claude Opus 7 | BrowseComp | 67.9', 'Gemini 7 Pro | BrowseComp | 65.4', 'Claude Opus 7 | Terminal-Bench 2.0 | 51'],
  ],
]

describe('rows of tables that lost their cells', () => {
  it.each(tables)('gives each value to its column: %s', (_, text, scores) => {
    expect(readText(text).scores.toSorted()).toEqual(scores.toSorted())
  })

  it('reads no row with more or fewer values than the head has models', () => {
    expect(readText('Compared:\n\nGPT-7.1 ProGemini 7 Flash\nGPQA Diamond91.2%').scores).toEqual([])
    expect(readText('Compared:\n\nGPT-7.1 ProGemini 7 Flash\nGPQA Diamond91.2%88.4%70.1%').scores).toEqual([])
  })

  it('reads no rows under a sentence that names two models', () => {
    expect(readText('GPT-7.1 Pro and Gemini 7 Flash were compared.\nGPQA Diamond91.2%88.4%').scores).toEqual([])
  })

  it('does not guess where the name ends and the number starts', () => {
    expect(readText('Standings:\n\nModelMMLU-Pro Score\nGPT-781.1%').scores).toEqual([])
  })
})
