import { describe, expect, it } from 'vitest'
import { readText } from './article-of.ts'

/** Tables that an extraction has run together, in words of our own. */
const tables: [shape: string, text: string, scores: string[]][] = [
  [
    'a whole table in one line',
    'The figures side by side.\n\nBenchmarkKimi K7GPT-7.1Claude Sonnet 7SWE-bench Verified71.6 %54.6 %~72.7 %Desk Work (Ours)65.8 %45.2 %~61 %LiveCodeBench v6 (Pass@1)53.7 %44.7 %47.4 %MATH-50097.4 %92.4 %–MMLU89.5 %~90.4 %~92.9 %',
    [
      'Kimi K7 | SWE-bench Verified | 71.6',
      'GPT-7.1 | SWE-bench Verified | 54.6',
      'Claude Sonnet 7 | SWE-bench Verified | 72.7',
      'Kimi K7 | LiveCodeBench v6 | 53.7',
      'GPT-7.1 | LiveCodeBench v6 | 44.7',
      'Claude Sonnet 7 | LiveCodeBench v6 | 47.4',
      'Kimi K7 | MATH-500 | 97.4',
      'GPT-7.1 | MATH-500 | 92.4',
      'Kimi K7 | MMLU | 89.5',
      'GPT-7.1 | MMLU | 90.4',
      'Claude Sonnet 7 | MMLU | 92.9',
    ],
  ],
  [
    'one model, with a field before and a remark behind each share',
    'What was measured.\n\nBenchmarkCategoryK7.5 ScorePurpose\nBrowseCompAgentic Search74.9%Finding things on the web\nSWE-bench VerifiedCoding76.8%Real issues\nAIME 2025Math96.1%Contest problems',
    ['Kimi K7.5 | BrowseComp | 74.9', 'Kimi K7.5 | SWE-bench Verified | 76.8', 'Kimi K7.5 | AIME 2025 | 96.1'],
  ],
  [
    'a head of models over rows of a line each, versions and ratings run in',
    'Side by side.\n\nBenchmarkKimi K7GPT-7.1\nTerminal-Bench 2.171.2%70.5%\nMCP Atlas (tool use)83.1%78.4%\nGDPval-AA (Elo)1,6511,324\nCharXiv Reasoning84.2%\n\nMMLU is old.',
    [
      'Kimi K7 | Terminal-Bench 2.1 | 71.2',
      'GPT-7.1 | Terminal-Bench 2.1 | 70.5',
      'Kimi K7 | MCP Atlas | 83.1',
      'GPT-7.1 | MCP Atlas | 78.4',
      'Kimi K7 | GDPval-AA | 1651',
      'GPT-7.1 | GDPval-AA | 1324',
    ],
  ],
  [
    'a row with fewer values than models gives none',
    'Side by side.\n\nBenchmarkKimi K7GPT-7.1Claude Sonnet 7GPQA Diamond71.6 %54.6 %MMLU89.5 %90.4 %92.9 %',
    ['Kimi K7 | MMLU | 89.5', 'GPT-7.1 | MMLU | 90.4', 'Claude Sonnet 7 | MMLU | 92.9'],
  ],
]

describe('tables in which the cells have run together', () => {
  it.each(tables)('gives each value to its column: %s', (_, text, scores) => {
    expect(readText(text).scores.toSorted()).toEqual(scores.toSorted())
  })
})
