import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Score } from '../../src/claim.ts'
import { articleFromFile } from '../../src/intake/read-file.ts'
import { discourse } from '../../src/reader/discourse.ts'
import { passages } from '../../src/reader/passages.ts'
import { tableGrids } from '../../src/reader/table-grid.ts'
import { readTables } from '../../src/reader/tables.ts'
import { nothingTaken } from '../../src/reader/taken.ts'

function read(text: string, name = 'post.md') {
  const article = articleFromFile(name, new TextEncoder().encode(text))
  const all = passages(article)
  const found = readTables(article, all, discourse(article, all), nothingTaken())
  const scores = found.claims as Score[]
  return {
    article,
    scores,
    unparsed: found.unparsed,
    /** "model (variant) · benchmark = value" */
    lines: scores.map(
      (score) => `${score.model}${score.variant ? ` (${score.variant})` : ''} · ${score.benchmark} = ${score.value}`,
    ),
  }
}

const titled = (title: string, body: string) => `---\ntitle: ${title}\n---\n${body}\n`

const tables: { name: string; text: string; expected: string[] }[] = [
  {
    name: 'a head whose empty corner stands at its end',
    text: titled(
      'Three models',
      '| Gemini 7 Pro | Claude Opus 7 | GPT-7.4 | |\n|---|---|---|---|\n| Released | Feb | Mar | May |\n| SWE-bench Verified | 60.6% | 60.8% | 58.2% |\n| MMMU | 77.1% | 68.8% | 52.9% |',
    ),
    expected: [
      'Gemini 7 Pro · SWE-bench Verified = 60.6',
      'Claude Opus 7 · SWE-bench Verified = 60.8',
      'GPT-7.4 · SWE-bench Verified = 58.2',
      'Gemini 7 Pro · MMMU = 77.1',
      'Claude Opus 7 · MMMU = 68.8',
      'GPT-7.4 · MMMU = 52.9',
    ],
  },
  {
    name: 'tests as columns, with who reports in the cells and a column of other tests',
    text: titled(
      'Shortlist',
      '| Model | SWE-bench Verified | LiveCodeBench v6 | Other |\n|---|---|---|---|\n| Qwen7.6-35B-A3B | **63.4** (Qwen) · **60.1** (NVIDIA-measured) | 70.4 | Terminal-Bench 2.0: 41.5 [M1, M7] |\n| Qwen7.8-27B | — | 80.3 | SWE-bench Pro 51.7; Terminal-Bench 2.1: 63.0 [M3] |\n| Qwen7.5-27B / 35B-A3B | 62.4–65.0 / 59.2 | 70.7 / 64.6 | [M4] |',
    ),
    expected: [
      'Qwen7.6-35B-A3B · SWE-bench Verified = 63.4',
      'Qwen7.6-35B-A3B · SWE-bench Verified = 60.1',
      'Qwen7.6-35B-A3B · LiveCodeBench v6 = 70.4',
      'Qwen7.6-35B-A3B · Terminal-Bench 2.0 = 41.5',
      'Qwen7.8-27B · LiveCodeBench v6 = 80.3',
      'Qwen7.8-27B · SWE-bench Pro = 51.7',
      'Qwen7.8-27B · Terminal-Bench 2.1 = 63',
    ],
  },
  {
    name: 'a test that counts against experts',
    text: titled(
      'GPT-7.2',
      '| Model | GDPval (Human Expert Level or Above) |\n|---|---|\n| GPT-7.2 Thinking | **60.9%** |\n| Gemini 7 Pro | 43.3% |',
    ),
    expected: ['GPT-7.2 (Thinking) · GDPval = 60.9', 'Gemini 7 Pro · GDPval = 43.3'],
  },
  {
    name: 'a mode that the text names once for all results, for its own model only',
    text: titled(
      'Kimi K7 benchmarks',
      `Kimi K7 is out. All benchmarks were run with thinking mode enabled.

| Benchmark | Kimi K7 | GPT-7.1 |
|---|---|---|
| SWE-bench Verified | 76.8 | 80.0 |
| LiveCodeBench v6 | 85.0 | n/a |`,
    ),
    expected: [
      'Kimi K7 (thinking mode) · SWE-bench Verified = 76.8',
      'GPT-7.1 · SWE-bench Verified = 80',
      'Kimi K7 (thinking mode) · LiveCodeBench v6 = 85',
    ],
  },
  {
    name: 'a date of eight digits behind a model, which is no score',
    text: `## GSM8K

| Model | Mode | Acc | No answer | Total |
|---|---|---|---|---|
| claude-3-5-sonnet-20240620 | greedy | 95.6 | 0 | 1319 |
| gpt-4o-2024-08-06 | greedy | 96.21 | 0 | 1319 |`,
    expected: ['Claude 3.5 Sonnet (20240620) · GSM8K = 95.6', 'GPT-4o (2024-08-06) · GSM8K = 96.21'],
  },
  {
    name: 'a board whose heading says the name of its test twice',
    text: `## BFCL V4 — Berkeley Function Calling Leaderboard (Tool Use)

| Rank | Model | Overall | Cost ($) |
|---|---|---|---|
| 1 | Claude-Opus-7-2 | 77.47% | $86.55 |
| 2 | Gemini 7 Pro | 72.51% Best | $29.8 |`,
    expected: ['Claude Opus 7.2 · BFCL v4 = 77.47', 'Gemini 7 Pro · BFCL v4 = 72.51'],
  },
  {
    name: 'tests down, models across',
    text: `| Benchmark | Claude Opus 4.6 | GPT-5.4 |
|---|---|---|
| GPQA Diamond | 91.3% | **92.8%** |
| MMMU-Pro | - | 81.2 |
| SWE-bench Verified | 80.8 | n/a |`,
    expected: [
      'Claude Opus 4.6 · GPQA Diamond = 91.3',
      'GPT-5.4 · GPQA Diamond = 92.8',
      'GPT-5.4 · MMMU-Pro = 81.2',
      'Claude Opus 4.6 · SWE-bench Verified = 80.8',
    ],
  },
  {
    name: 'models down, tests across, without outer pipes',
    text: `Model | GPQA Diamond | LiveCodeBench v6 | Price
--- | --- | --- | ---
Gemini 3.1 Pro | 94.3 | 82.9 | $2
Qwen3-235B-A22B | 77.5 | 70.7 | $0.4`,
    expected: [
      'Gemini 3.1 Pro · GPQA Diamond = 94.3',
      'Gemini 3.1 Pro · LiveCodeBench v6 = 82.9',
      'Qwen3-235B-A22B · GPQA Diamond = 77.5',
      'Qwen3-235B-A22B · LiveCodeBench v6 = 70.7',
    ],
  },
  {
    name: 'effort in brackets and footnote marks',
    text: `| | GPT-5.2 (xhigh) | Claude Opus 4.6 (max) |
|---|---|---|
| Humanity's Last Exam | 35.4† | 40.0* |`,
    expected: ["GPT-5.2 (xhigh) · Humanity's Last Exam = 35.4", "Claude Opus 4.6 (max) · Humanity's Last Exam = 40"],
  },
  {
    name: 'a category first, the test second, some rows without the closing pipe',
    text: `| Area | Test | DeepSeek V3.2 | Kimi K2.5
|---|---|---|---
| Code | LiveCodeBench (Pass@1) | 74.1 | 83.1
| | Codeforces (Rating) | 2121 | -
| Maths | AIME 2025 (Pass@1) | 89.3 | 96.1`,
    expected: [
      'DeepSeek V3.2 · LiveCodeBench = 74.1',
      'Kimi K2.5 · LiveCodeBench = 83.1',
      'DeepSeek V3.2 · Codeforces = 2121',
      'DeepSeek V3.2 · AIME 2025 = 89.3',
      'Kimi K2.5 · AIME 2025 = 96.1',
    ],
  },
  {
    name: 'ratings with their unit before or behind',
    text: `| Test | GPT-5.4 | Gemini 3.1 Pro |
|---|---|---|
| Codeforces | Elo 1937 | 2,439 Elo |
| LMArena | 1505 +9/-9 | ~1500 |`,
    expected: [
      'GPT-5.4 · Codeforces = 1937',
      'Gemini 3.1 Pro · Codeforces = 2439',
      'GPT-5.4 · LMArena = 1505',
      'Gemini 3.1 Pro · LMArena = 1500',
    ],
  },
  {
    name: 'gains, spreads and ranks beside the score',
    text: `| Benchmark | GLM-4.7 |
|---|---|
| SWE-bench Verified | 73.8% (+5.8%) |
| Terminal-Bench 2.0 | 41.0 ± 1.3 |
| BrowseComp | 52.0 (#3) |
| HLE | 42.8%, +12.4% |`,
    expected: [
      'GLM-4.7 · SWE-bench Verified = 73.8',
      'GLM-4.7 · Terminal-Bench 2.0 = 41',
      'GLM-4.7 · BrowseComp = 52',
      "GLM-4.7 · Humanity's Last Exam = 42.8",
    ],
  },
  {
    name: 'one column of values belongs to the topic',
    text: titled('Mistral Medium 3.1 arrives', '| Benchmark | Score |\n|---|---|\n| MMLU-Pro | 77.2% |\n| MATH-500 | 91.0% |'),
    expected: ['Mistral Medium 3.1 · MMLU-Pro = 77.2', 'Mistral Medium 3.1 · MATH-500 = 91'],
  },
  {
    name: 'one column of values under a heading that names another model than the title',
    text: titled(
      'What Kimi K2.5 changes',
      '## Kimi K2.5\n\n| Benchmark | Score |\n|---|---|\n| AIME 2025 | 96.1 |\n\n## Qwen3-Max\n\n| Benchmark | Score |\n|---|---|\n| AIME 2025 | 81.6 |',
    ),
    expected: ['Kimi K2.5 · AIME 2025 = 96.1', 'Qwen3-Max · AIME 2025 = 81.6'],
  },
  {
    name: 'a list of models under a heading that names the test',
    text: `### SWE-bench Verified

| Rank | Model | Score | Votes |
|---|---|---|---|
| 1 | Claude Opus 4.6 | 80.8% | 1200 |
| 2 | GPT-5.4 | 80.0% | 900 |`,
    expected: ['Claude Opus 4.6 · SWE-bench Verified = 80.8', 'GPT-5.4 · SWE-bench Verified = 80'],
  },
  {
    name: 'model, test and score in one row each',
    text: `| Model | Benchmark | Result |
|---|---|---|
| Grok 4 | GPQA Diamond | 87.5% |
| o3 | GPQA Diamond | 83.3% |
| o3 | AIME 2025 | 88.9% |`,
    expected: ['Grok 4 · GPQA Diamond = 87.5', 'o3 · GPQA Diamond = 83.3', 'o3 · AIME 2025 = 88.9'],
  },
  {
    name: 'a sub-heading row with a mode for the rows under it',
    text: `| Benchmark | Command A | GPT-5.1 |
|---|---|---|
| **No tools** | | |
| Humanity's Last Exam | 20.1 | 25.7 |
| **With tools** | | |
| Humanity's Last Exam | 35.0 | 42.0 |`,
    expected: [
      "Command A (No tools) · Humanity's Last Exam = 20.1",
      "GPT-5.1 (No tools) · Humanity's Last Exam = 25.7",
      "Command A (With tools) · Humanity's Last Exam = 35",
      "GPT-5.1 (With tools) · Humanity's Last Exam = 42",
    ],
  },
  {
    name: 'a model nobody knows among models that are known',
    text: `| Benchmark | Zephyron-9 Ultra | GPT-5.4 | Gemini 3.1 Pro |
|---|---|---|---|
| MMLU-Pro | 88.1 | 87.0 | 90.1 |
| IFEval | 91.0 | 90.2 | 92.3 |`,
    expected: [
      'Zephyron-9 Ultra · MMLU-Pro = 88.1',
      'GPT-5.4 · MMLU-Pro = 87',
      'Gemini 3.1 Pro · MMLU-Pro = 90.1',
      'Zephyron-9 Ultra · IFEval = 91',
      'GPT-5.4 · IFEval = 90.2',
      'Gemini 3.1 Pro · IFEval = 92.3',
    ],
  },
  {
    name: 'two numbers in a cell, each with its label',
    text: `| Benchmark | Claude Sonnet 4.5 |
|---|---|
| Tau-Bench | 53.5(Airline)/63.9(Retail) |`,
    expected: ['Claude Sonnet 4.5 (Airline) · τ-bench = 53.5', 'Claude Sonnet 4.5 (Retail) · τ-bench = 63.9'],
  },
  {
    name: 'two numbers in a cell that the row explains',
    text: `| Benchmark | Claude Sonnet 4.5 | GPT-5.1 |
|---|---|---|
| HLE (no tools / with tools) | 13.7 / 30.1 | 25.7 / 42.0 |`,
    expected: [
      "Claude Sonnet 4.5 (no tools) · Humanity's Last Exam = 13.7",
      "Claude Sonnet 4.5 (with tools) · Humanity's Last Exam = 30.1",
      "GPT-5.1 (no tools) · Humanity's Last Exam = 25.7",
      "GPT-5.1 (with tools) · Humanity's Last Exam = 42",
    ],
  },
  {
    name: 'two numbers in a cell that nothing explains give nothing',
    text: `| Benchmark | Claude Sonnet 4.5 |
|---|---|
| GPQA Diamond | 87.5 / 81.2 |`,
    expected: [],
  },
  {
    name: 'heads that only make sense after the family of the title',
    text: titled(
      'Granite-4.0-H-Tiny model card',
      '| Benchmarks | Micro Dense | H Tiny MoE |\n|---|---|---|\n| MMLU | 65.98 | 68.65 |\n| GPQA | 30.1 | 32.6 |',
    ),
    expected: [
      'Granite 4.0 Micro · MMLU = 65.98',
      'Granite 4.0 H Tiny · MMLU = 68.65',
      'Granite 4.0 Micro · GPQA = 30.1',
      'Granite 4.0 H Tiny · GPQA = 32.6',
    ],
  },
  {
    name: 'modes of the topic as columns',
    text: titled(
      'GLM-4.7 in detail',
      '| Benchmark | Thinking | Non-thinking |\n|---|---|---|\n| AIME 2025 | 95.7 | 70.2 |\n| GPQA Diamond | 85.7 | 74.0 |',
    ),
    expected: [
      'GLM-4.7 (Thinking) · AIME 2025 = 95.7',
      'GLM-4.7 (Non-thinking) · AIME 2025 = 70.2',
      'GLM-4.7 (Thinking) · GPQA Diamond = 85.7',
      'GLM-4.7 (Non-thinking) · GPQA Diamond = 74',
    ],
  },
  {
    name: 'a best rival named in its own cell',
    text: `| Benchmark | Muse Spark | Best other |
|---|---|---|
| GPQA Diamond | 89.5 | Gemini 3.1 Pro (94.3) |
| HealthBench Hard | 42.8 | 40.1 (GPT-5.4) |`,
    expected: [
      'Muse Spark · GPQA Diamond = 89.5',
      'Gemini 3.1 Pro · GPQA Diamond = 94.3',
      'Muse Spark · HealthBench Hard = 42.8',
      'GPT-5.4 · HealthBench Hard = 40.1',
    ],
  },
  {
    name: 'columns held apart by spaces',
    text: `Results at launch:

Benchmark            GPT-5.4    Claude Opus 4.6
GPQA Diamond         92.8       91.3
SWE-bench Verified   -          80.8
MMMU-Pro             81.2       73.9`,
    expected: [
      'GPT-5.4 · GPQA Diamond = 92.8',
      'Claude Opus 4.6 · GPQA Diamond = 91.3',
      'Claude Opus 4.6 · SWE-bench Verified = 80.8',
      'GPT-5.4 · MMMU-Pro = 81.2',
      'Claude Opus 4.6 · MMMU-Pro = 73.9',
    ],
  },
  {
    name: 'a table whose line breaks were lost',
    text: '| Benchmark | GPT-5.4 | Grok 4 | |---|---|---| | GPQA Diamond | 92.8 | 87.5 | | AIME 2025 | 99.0 | 91.7 |',
    expected: [
      'GPT-5.4 · GPQA Diamond = 92.8',
      'Grok 4 · GPQA Diamond = 87.5',
      'GPT-5.4 · AIME 2025 = 99',
      'Grok 4 · AIME 2025 = 91.7',
    ],
  },
  {
    name: 'HTML inside the text, two rows of heads, a section row, a spanning test',
    text: `<table><thead><tr><th rowspan="2">Test</th><th colspan="2">GPT-5.5</th></tr><tr><th>high</th><th>xhigh</th></tr></thead>
<tbody><tr><td colspan="3"><b>Science</b></td></tr><tr><td>GPQA Diamond</td><td>92.1</td><td><b>93.6</b><sup>1</sup></td></tr></tbody></table>`,
    expected: ['GPT-5.5 (high) · GPQA Diamond = 92.1', 'GPT-5.5 (xhigh) · GPQA Diamond = 93.6'],
  },
  {
    name: 'mode column beside the model',
    text: `| Model | Effort | CritPt |
|---|---|---|
| GPT-5.5 | xhigh | 27.1% |
| GPT-5.5 | medium | 19.0% |`,
    expected: ['GPT-5.5 (xhigh) · CritPt = 27.1', 'GPT-5.5 (medium) · CritPt = 19'],
  },
  {
    name: 'repository names as heads and a column of shares that is no model',
    text: `| Category | Benchmark | moonshotai/Kimi-K2.5 | Recovery |
|---|---|---|---|
| Reasoning | GPQA Diamond | 87.6 | 97.3% |
| Reasoning | MMLU-Pro | 85.0 | 99.1% |`,
    expected: ['Kimi K2.5 · GPQA Diamond = 87.6', 'Kimi K2.5 · MMLU-Pro = 85'],
  },
  {
    name: 'a number that its note gives to another version is left out',
    text: `| Benchmark | MiniMax M2.7 | Kimi K2 |
|---|---|---|
| SWE-Bench Verified | 80.2% (M2.5) | 65.4% |
| MATH-500 | - | 96.8% (K2-Think) |`,
    expected: ['Kimi K2 · SWE-bench Verified = 65.4'],
  },
  {
    name: 'the parts of one test in the second column',
    text: `| Benchmark | Part | GPT-5.2 | Claude Opus 4.5 |
|---|---|---|---|
| τ²-Bench | Telecom | 98.7 | 90.3 |
| | Retail | 82.0 | 88.9 |`,
    expected: [
      'GPT-5.2 · τ²-Bench Telecom = 98.7',
      'Claude Opus 4.5 · τ²-Bench Telecom = 90.3',
      'GPT-5.2 · τ²-Bench Retail = 82',
      'Claude Opus 4.5 · τ²-Bench Retail = 88.9',
    ],
  },
  {
    name: 'a field before the name of the test',
    text: `| | Claude Opus 4.7 | GPT-5.4 |
|---|---|---|
| Agentic coding SWE-bench Pro | 64.3% | 57.7% |
| Multidisciplinary reasoning Humanity's Last Exam | No tools 46.9% / With tools 54.7% | No tools 42.7% / With tools 58.7% |`,
    expected: [
      'Claude Opus 4.7 · SWE-bench Pro = 64.3',
      'GPT-5.4 · SWE-bench Pro = 57.7',
      "Claude Opus 4.7 (No tools) · Humanity's Last Exam = 46.9",
      "Claude Opus 4.7 (With tools) · Humanity's Last Exam = 54.7",
      "GPT-5.4 (No tools) · Humanity's Last Exam = 42.7",
      "GPT-5.4 (With tools) · Humanity's Last Exam = 58.7",
    ],
  },
  {
    name: 'a table without a head',
    text: titled('Kimi K2.5', '| AIME 2025 | 96.1 |\n| GPQA Diamond | 87.6 |\n| BrowseComp | 60.6 |'),
    expected: ['Kimi K2.5 · AIME 2025 = 96.1', 'Kimi K2.5 · GPQA Diamond = 87.6', 'Kimi K2.5 · BrowseComp = 60.6'],
  },
  {
    name: 'links as names and an error rate',
    text: `| Model | LibriSpeech test-clean WER ↓ | Size |
|---|---|---|
| [Gemini 3.1 Pro](https://example.com/w) | 2.7 | 1.5B |`,
    expected: ['Gemini 3.1 Pro · LibriSpeech test-clean WER = 2.7'],
  },
  {
    name: 'effort levels of the topic as rows',
    text: titled(
      'GPT-5.5 on a ladder',
      '| Effort | ARC-AGI-2 | Cost per task |\n|---|---|---|\n| Max | 85.0% | $1.87 |\n| Low | 33.0% | $0.35 |',
    ),
    expected: ['GPT-5.5 (Max) · ARC-AGI-2 = 85', 'GPT-5.5 (Low) · ARC-AGI-2 = 33'],
  },
  {
    name: 'sizes of the family as columns',
    text: titled(
      'Gemma 4 model card',
      '| Benchmark | 31B | 26B A4B | E4B |\n|---|---|---|---|\n| MMLU-Pro | 85.2% | 82.6% | 69.4% |\n| GPQA Diamond | 84.3% | 82.3% | 58.6% |',
    ),
    expected: [
      'Gemma 4 (31B) · MMLU-Pro = 85.2',
      'Gemma 4 (26B A4B) · MMLU-Pro = 82.6',
      'Gemma 4 (E4B) · MMLU-Pro = 69.4',
      'Gemma 4 (31B) · GPQA Diamond = 84.3',
      'Gemma 4 (26B A4B) · GPQA Diamond = 82.3',
      'Gemma 4 (E4B) · GPQA Diamond = 58.6',
    ],
  },
  {
    name: 'scores among facts in one sheet',
    text: titled(
      'Claude Sonnet 4.6',
      '| Item | Value |\n|---|---|\n| Context window | 200000 |\n| Input price | $3 |\n| SWE-bench Verified | 79.6% |\n| Released | 2026 |',
    ),
    expected: ['Claude Sonnet 4.6 · SWE-bench Verified = 79.6'],
  },
  {
    name: 'names in brackets behind a role',
    text: `| Benchmark | Previous (Claude Sonnet 4) | New (Claude Sonnet 4.5) | Change |
|---|---|---|---|
| OSWorld | 42.2% | 61.4% | 19.2 |
| Terminal-Bench | 36.4 | 50.0 | 13.6 |`,
    expected: [
      'Claude Sonnet 4 · OSWorld = 42.2',
      'Claude Sonnet 4.5 · OSWorld = 61.4',
      'Claude Sonnet 4 · Terminal-Bench = 36.4',
      'Claude Sonnet 4.5 · Terminal-Bench = 50',
    ],
  },
  {
    name: 'the word score behind each model',
    text: `| Test | GPT-5.4 score | Grok 4 score | Winner |
|---|---|---|---|
| GPQA Diamond | 92.8% | 87.5% | GPT-5.4 |`,
    expected: ['GPT-5.4 · GPQA Diamond = 92.8', 'Grok 4 · GPQA Diamond = 87.5'],
  },
  {
    name: 'the test in a caption above',
    text: `Table 3: GPQA Diamond accuracy by model (%)

| Model | Accuracy |
|---|---|
| Gemini 3.1 Pro | 94.3 |
| GPT-5.4 | 92.8 |`,
    expected: ['Gemini 3.1 Pro · GPQA Diamond = 94.3', 'GPT-5.4 · GPQA Diamond = 92.8'],
  },
  {
    name: 'an average beside the tests',
    text: '| Model | MMLU | HumanEval | Average |\n|---|---|---|---|\n| Phi-4 | 84.8 | 82.6 | 83.7 |',
    expected: ['Phi-4 · MMLU = 84.8', 'Phi-4 · HumanEval = 82.6'],
  },
  {
    name: 'a table in a quotation',
    text: '> | Benchmark | GPT-5.4 |\n> |---|---|\n> | HLE | 41.2 |\n> | BrowseComp | 82.7 |',
    expected: ["GPT-5.4 · Humanity's Last Exam = 41.2", 'GPT-5.4 · BrowseComp = 82.7'],
  },
  {
    name: 'a decimal comma',
    text: '| Test | GPT-5.4 |\n|---|---|\n| GPQA Diamond | 92,8 % |\n| HLE | 41,2 % |',
    expected: ['GPT-5.4 · GPQA Diamond = 92.8', "GPT-5.4 · Humanity's Last Exam = 41.2"],
  },
  {
    name: 'a model card with spans, shots and cells of words',
    text: `<table><tr><th>Category</th><th>Benchmark</th><th># Shots</th><th>Metric</th><th>Llama 3.3 70B</th><th><b>Llama 4 Scout</b></th></tr>
<tr><td rowspan="2">Image</td><td>ChartQA</td><td>0</td><td>relaxed_accuracy</td><td colspan="1" rowspan="2">No image input</td><td>88.8</td></tr>
<tr><td>DocVQA (test)</td><td>0</td><td>anls</td><td>94.4</td></tr>
<tr><td>Coding</td><td>LiveCodeBench</td><td>0</td><td>pass@1</td><td>33.3</td><td>32.8</td></tr>
<tr><td>Long context</td><td>MTOB (half book)</td><td>-</td><td>chrF</td><td>Context window is 128K</td><td>42.2/36.6</td></tr></table>`,
    expected: [
      'Llama 4 Scout · ChartQA = 88.8',
      'Llama 4 Scout · DocVQA = 94.4',
      'Llama 3.3 70B · LiveCodeBench = 33.3',
      'Llama 4 Scout · LiveCodeBench = 32.8',
    ],
  },
  {
    name: 'heads with raised remarks and a break',
    text: `<table><tr><th>Benchmark</th><th><sup>Kimi K2.5<br><sup>(max)</sup></sup></th><th><sup>GPT-5.5<br><sup>(xhigh)</sup></sup></th></tr>
<tr><td>GPQA Diamond</td><td>87.6</td><td>93.5</td></tr></table>`,
    expected: ['Kimi K2.5 (max) · GPQA Diamond = 87.6', 'GPT-5.5 (xhigh) · GPQA Diamond = 93.5'],
  },
  {
    name: 'one test with and without an aid in two rows',
    text: `| Benchmark | GLM-4.7 | DeepSeek V3.2 |
|---|---|---|
| BrowseComp | 52.0 | 51.4 |
| BrowseComp w/ context manager | 67.5 | 67.6 |`,
    expected: [
      'GLM-4.7 · BrowseComp = 52',
      'DeepSeek V3.2 · BrowseComp = 51.4',
      'GLM-4.7 (w/ context manager) · BrowseComp = 67.5',
      'DeepSeek V3.2 (w/ context manager) · BrowseComp = 67.6',
    ],
  },
  {
    name: 'makers beside the names',
    text: `| Test | Claude Opus 4.6 (Anthropic) | Gemini 3.1 Pro<br>Google |
|---|---|---|
| HLE | 40.0 | 44.4 |`,
    expected: ["Claude Opus 4.6 · Humanity's Last Exam = 40", "Gemini 3.1 Pro · Humanity's Last Exam = 44.4"],
  },
  {
    name: 'numbered and decorated rows',
    text: `| Model | LMArena Elo |
|---|---|
| 🥇 1. **Gemini 3.1 Pro** | 🏆 1,505 |
| 2. GPT-5.4 | 1,492 ⭐ |
| Previous SOTA | 1,480 |
| DeepSeek | 1,420 |`,
    expected: ['Gemini 3.1 Pro · LMArena = 1505', 'GPT-5.4 · LMArena = 1492'],
  },
  {
    name: 'a table with each cell on a line of its own',
    text: `How they compare

Benchmark

GPT-5.4

Grok 4

GPQA Diamond

92.8

87.5

AIME 2025

99.0

91.7

Both makers were pleased with the results, their people said.`,
    expected: [
      'GPT-5.4 · GPQA Diamond = 92.8',
      'Grok 4 · GPQA Diamond = 87.5',
      'GPT-5.4 · AIME 2025 = 99',
      'Grok 4 · AIME 2025 = 91.7',
    ],
  },
  {
    name: 'two dates of one model and a group over the columns',
    text: `<table><tr><th></th><th>Closed</th><th>Closed</th><th>Open models</th></tr>
<tr><th>Benchmark</th><th>GPT-4o (May 2024)</th><th>GPT-4o (Nov 2024)</th><th>Llama 3.1 405B</th></tr>
<tr><td>MMLU</td><td>88.7</td><td>85.7</td><td>88.6</td></tr></table>`,
    expected: ['GPT-4o (May 2024) · MMLU = 88.7', 'GPT-4o (Nov 2024) · MMLU = 85.7', 'Llama 3.1 405B · MMLU = 88.6'],
  },
  {
    name: 'rows that only say how one test was run',
    text: "## Humanity's Last Exam\n\n| | GPT-5.4 | Grok 4 |\n|---|---|---|\n| No tools | 39.8 | 25.4 |\n| With tools | 52.1 | 38.6 |",
    expected: [
      "GPT-5.4 (No tools) · Humanity's Last Exam = 39.8",
      "Grok 4 (No tools) · Humanity's Last Exam = 25.4",
      "GPT-5.4 (With tools) · Humanity's Last Exam = 52.1",
      "Grok 4 (With tools) · Humanity's Last Exam = 38.6",
    ],
  },
  {
    name: 'tests named in the cells',
    text: `| Field | GPT-5.4 | Grok 4 |
|---|---|---|
| Coding | SWE-bench Verified: 80.0%, Terminal-Bench 2.0: 75.1% | 72.0% on SWE-bench Verified |
| Speed | fast | 90 tokens/s |`,
    expected: ['GPT-5.4 · SWE-bench Verified = 80', 'GPT-5.4 · Terminal-Bench 2.0 = 75.1', 'Grok 4 · SWE-bench Verified = 72'],
  },
  {
    name: 'a mode in brackets that is also a name',
    text: '| Benchmark | Kimi K2 (Thinking) | Claude 4.5 Opus (Extended Thinking) |\n|---|---|---|\n| HLE (w/ tools) | 44.9 | 43.2 |',
    expected: [
      "Kimi K2 (Thinking, w/ tools) · Humanity's Last Exam = 44.9",
      "Claude Opus 4.5 (Extended Thinking, w/ tools) · Humanity's Last Exam = 43.2",
    ],
  },
  {
    name: 'ratings by the word in the label',
    text: '| Benchmark | GPT-5.2 |\n|---|---|\n| GDPval, office tasks (Elo) | 1462 |\n| GPQA Diamond | 92.4 |',
    expected: ['GPT-5.2 · GDPval = 1462', 'GPT-5.2 · GPQA Diamond = 92.4'],
  },
  {
    name: 'a test whose name holds that of another',
    text: '| Benchmark | GPT-5.4 |\n|---|---|\n| Foo-AIME-2025 | 97% |\n| GPQA Diamond | 92.8% |\n| HLE | 41.2% |\n| AIME 2025 | 99.0% |',
    expected: [
      'GPT-5.4 · Foo-AIME-2025 = 97',
      'GPT-5.4 · GPQA Diamond = 92.8',
      "GPT-5.4 · Humanity's Last Exam = 41.2",
      'GPT-5.4 · AIME 2025 = 99',
    ],
  },
]

const empty: { name: string; text: string }[] = [
  { name: 'prices', text: '| Model | Input | Output |\n|---|---|---|\n| GPT-5.4 | $1.25 | $10.00 |\n| Grok 4 | $3 | $15 |' },
  { name: 'speed', text: '| Model | Tokens/s | TTFT |\n|---|---|---|\n| GPT-5.4 | 84.1 | 0.9 |\n| Gemini 3.1 Pro | 121 | 0.5 |' },
  { name: 'dates', text: '| Model | Released |\n|---|---|\n| Llama 4 | 2025 |\n| Muse Spark | 2026 |' },
  {
    name: 'a specification sheet',
    text: titled(
      'Claude Sonnet 4.6',
      '| Spec | Value |\n|---|---|\n| Context window | 200000 |\n| Parameters | 70 |\n| Max output | 64000 |',
    ),
  },
  {
    name: 'ranks',
    text: '| Benchmark | GPT-5.4 rank | Grok 4 rank |\n|---|---|---|\n| GPQA Diamond | 1 | 3 |\n| LMArena | 2 | 5 |',
  },
  {
    name: 'human baselines',
    text: '| Benchmark | Human expert | Average |\n|---|---|---|\n| GPQA Diamond | 65 | 34 |\n| OSWorld | 72.4 | 50 |',
  },
  { name: 'gains only', text: '| Benchmark | Gain over GPT-5.1 |\n|---|---|\n| GPQA Diamond | +4.2 |\n| AIME 2025 | +2.0 |' },
  {
    name: 'sizes of test sets',
    text: titled('GPT-5.4 under test', '| Benchmark | Questions |\n|---|---|\n| GPQA Diamond | 198 |\n| HLE | 2500 |'),
  },
  {
    name: 'cost of a run of a test',
    text: '| Model | ARC-AGI-2 cost per task |\n|---|---|\n| GPT-5.4 | 1.87 |\n| Grok 4 | 2.17 |',
  },
  {
    name: 'fields without a test',
    text: '| Area | GPT-5.4 | Grok 4 |\n|---|---|---|\n| Coding | 90 | 85 |\n| Writing | 80 | 75 |',
  },
  {
    name: 'preference shares',
    text: titled('Claude Sonnet 4.6', '| Comparison | Result |\n|---|---|\n| vs Sonnet 4.5 | 70% |\n| vs Opus 4.5 | 59% |'),
  },
  { name: 'ranges', text: '| Benchmark | GPT-5.4 |\n|---|---|\n| GPQA Diamond | 80-85 |\n| HLE | 30–40% |' },
  { name: 'counts', text: '| Language | Problems |\n|---|---|\n| C++ | 26 |\n| Go | 39 |\n| Rust | 30 |' },
  {
    name: 'a topic that is not certain',
    text: titled('GPT-5.4 and Claude Opus 4.6', '| Benchmark | Score |\n|---|---|\n| GPQA Diamond | 92.8 |'),
  },
  {
    name: 'a benchmark table of numbers out of range',
    text: '| Benchmark | GPT-5.4 |\n|---|---|\n| GPQA Diamond | 198 |\n| MMLU-Pro | 12032 |',
  },
  {
    name: 'one test twice with two numbers and nothing to tell them apart',
    text: '| Benchmark | GPT-5.4 |\n|---|---|\n| HLE | 30.1 |\n| HLE | 42.0 |',
  },
  {
    name: 'context lengths under tests',
    text: '| Model | Context | Languages |\n|---|---|---|\n| Gemma 3 | 128 | 140 |\n| Phi-4 | 16 | 20 |',
  },
  {
    name: 'months',
    text: '| Benchmark | January | February |\n|---|---|---|\n| GPQA Diamond | 80 | 85 |\n| MMLU-Pro | 81 | 86 |\n| HLE | 20 | 30 |',
  },
  { name: 'a fraction', text: '| Contest | GPT-5.4 |\n|---|---|\n| AIME 2025 | 27/30 |\n| IMO 2025 | 35/42 |' },
  { name: 'versions that name no model', text: '| Version | MMLU |\n|---|---|\n| v1 | 70.1 |\n| v2 | 75.4 |' },
  { name: 'two tests under one head', text: '| Model | MMLU / MMLU-Pro |\n|---|---|\n| GPT-5.4 | 88.7 |' },
  {
    name: 'a difference between two models',
    text: '| Benchmark | GPT-5.4 vs Grok 4 |\n|---|---|\n| HLE | 2.6 |\n| GPQA Diamond | 5.3 |',
  },
  {
    name: 'two numbers set against each other in a cell',
    text: titled('GPT-5.4', '| Benchmark | Result |\n|---|---|\n| GPQA Diamond | 94.3% vs 89.5% |'),
  },
  {
    name: 'an ablation',
    text: titled('Kimi K2.5', '| Setup | AIME 2025 |\n|---|---|\n| Without curriculum | 61.0 |\n| Half the data | 70.3 |'),
  },
  {
    name: 'a shop list',
    text: titled('GPT-5.4', '| Plan | Price | Messages |\n|---|---|---|\n| Plus | 20 | 160 |\n| Pro | 200 | 3000 |'),
  },
  { name: 'usage shares', text: '| Model | Share of tokens |\n|---|---|\n| GPT-5.4 | 31% |\n| Grok 4 | 12% |' },
  { name: 'risk levels', text: titled('GPT-5.4', '| Category | Level |\n|---|---|\n| Cyber | 3 |\n| Bio | 2 |') },
  {
    name: 'hallucination and refusal rates',
    text: '| Model | Hallucination rate | Refusals |\n|---|---|---|\n| GPT-5.4 | 9.6% | 2.1% |',
  },
  {
    name: 'quantisation recovery alone',
    text: '| Benchmark | Recovery |\n|---|---|\n| GPQA Diamond | 97.3% |\n| MMLU-Pro | 99.1% |\n| HLE | 98% |',
  },
  {
    name: 'weights of an index',
    text: titled(
      'Artificial Analysis Intelligence Index',
      '| Benchmark | Weight |\n|---|---|\n| GPQA Diamond | 6.25% |\n| HLE | 12.5% |',
    ),
  },
  {
    name: 'a single column under a heading that names another family',
    text: titled('GPT-5.5 is out', '## How Claude did\n\n| Benchmark | Score |\n|---|---|\n| GPQA Diamond | 91.3 |'),
  },
  {
    name: 'a single column of the predecessor',
    text: titled(
      'GPT-5.5 is out',
      'Its predecessor got these scores:\n\n| Benchmark | Score |\n|---|---|\n| GPQA Diamond | 91.3 |',
    ),
  },
  {
    name: 'makers as heads',
    text: '| Benchmark | DeepSeek | xAI |\n|---|---|---|\n| GPQA Diamond | 80.1 | 87.5 |\n| HLE | 20.0 | 38.6 |\n| MMLU-Pro | 81.0 | 85.0 |',
  },
  {
    name: 'other parties as heads',
    text: '| Benchmark | Previous SOTA | Open-source best |\n|---|---|---|\n| GPQA Diamond | 80.1 | 77.5 |\n| HLE | 20.0 | 18.6 |\n| MMLU-Pro | 81.0 | 80.0 |',
  },
  { name: 'calibration errors', text: '| Test | GPT-5.4 |\n|---|---|\n| HLE calibration error | 34.1% |' },
  {
    name: 'numbers of problems in a known test',
    text: titled('GPT-5.4', '| Test | Value |\n|---|---|\n| AIME 2025 problems | 30 |\n| HumanEval problems | 98 |'),
  },
  { name: 'languages of one test', text: '## MMMLU\n\n| Language | GPT-5.4 | o3 |\n|---|---|---|\n| Arabic | 90.1 | 89.0 |' },
  {
    name: 'coding tools as heads',
    text: '| Benchmark | Codex CLI | Claude Code |\n|---|---|---|\n| GPQA Diamond | 80.1 | 77.5 |\n| HLE | 20.0 | 18.6 |\n| MMLU-Pro | 81.0 | 80.0 |',
  },
  {
    name: 'another test named beside the number',
    text: '## Terminal-Bench 2.0 and what to use\n\n| Model | Score |\n|---|---|\n| Claude Opus 4.6 | 80.8% (SWE-bench Verified) |',
  },
  {
    name: 'advice by task',
    text: titled('GPT-5.4', '| Strength | Evidence |\n|---|---|\n| Coding | strong, 3 of 5 |\n| Maths | 12 points ahead |'),
  },
  {
    name: 'words about a test in the cells',
    text: '| Field | GPT-5.4 | Grok 4 |\n|---|---|---|\n| Coding | about 5 points behind on SWE-bench Verified | up 12% on SWE-bench Verified |\n| Maths | 2x faster on AIME 2025 | +3.1 on AIME 2025 |',
  },
]

describe('tables', () => {
  it.each(tables)('reads $name', ({ text, expected }) => {
    expect(read(text).lines).toEqual(expected)
  })

  it.each(empty)('gives no score for $name', ({ text }) => {
    expect(read(text).lines).toEqual([])
  })

  it('quotes the row from its start to the number, character for character', () => {
    const { article, scores } = read('| Test | GPT-5.4 | Grok 4 |\n|---|---|---|\n| HLE | **41.2** | 38.6 |')
    expect(scores.map((score) => score.quote)).toEqual(['| HLE | **41.2', '| HLE | **41.2** | 38.6'])
    for (const score of scores) expect(article.text.slice(score.start, score.end)).toBe(score.quote)
  })

  it('says why a number was left out', () => {
    const { unparsed } = read(
      '| Benchmark | GPT-5.4 |\n|---|---|\n| GPQA Diamond | 87.5 / 81.2 |\n| HLE | 30.1 |\n| HLE | 42.0 |',
    )
    expect(unparsed.map((one) => one.reason)).toEqual([
      'several numbers in a cell that no head explains',
      'two numbers for the same model and test in one table',
      'two numbers for the same model and test in one table',
    ])
  })

  it("gives a maker's own table to the maker and any other to nobody", () => {
    const table = '| Benchmark | Claude Opus 4.6 |\n|---|---|\n| HLE | 40.0 |'
    expect(read(`---\ntitle: Claude Opus 4.6\npublisher: Anthropic\n---\n${table}`).scores[0]?.claimant).toEqual({
      kind: 'vendor',
      name: 'Anthropic',
    })
    expect(read(`---\ntitle: Claude Opus 4.6\npublisher: The Daily Byte\n---\n${table}`).scores[0]?.claimant).toEqual({
      kind: 'unstated',
      name: null,
    })
    expect(read(`Scores reported by Anthropic:\n\n${table}`).scores[0]?.claimant).toEqual({ kind: 'vendor', name: 'Anthropic' })
  })

  it('takes who reports a row from the column that says so', () => {
    const { scores } = read(
      '| Benchmark | Gemini 3 Pro | Reported by |\n|---|---|---|\n| HLE | 37.5 | Google |\n| AIME 2025 | 95.0 | Epoch AI |',
    )
    expect(scores.map((score) => score.claimant)).toEqual([
      { kind: 'vendor', name: 'Google' },
      { kind: 'independent', name: 'Epoch AI' },
    ])
  })

  it('keeps the setting with the number', () => {
    const { scores } = read('| Benchmark | Shots | Llama 3.1 8B Instruct |\n|---|---|---|\n| MMLU (CoT) | 5 | 73.0 |')
    expect(scores[0]?.setting).toMatchObject({ shots: '5-shot', effort: 'CoT' })
    expect(scores[0]?.variant).toBe('CoT')
  })

  it('reads the tables of an HTML page', () => {
    const page = `<html><head><title>t</title></head><body><article><p>${'Some words about the launch, with commas, to be long enough. '.repeat(8)}</p>
      <table><caption>All scores in percent</caption><tr><th>Model</th><th>GPQA Diamond</th><th>HLE</th></tr>
      <tr><td>Kimi K2.5</td><td>87.6<sup>2</sup></td><td>30.1</td></tr><tr><td>GLM-4.7</td><td>85.7</td><td>—</td></tr></table></article></body></html>`
    expect(read(page, 'page.html').lines).toEqual([
      'Kimi K2.5 · GPQA Diamond = 87.6',
      "Kimi K2.5 · Humanity's Last Exam = 30.1",
      'GLM-4.7 · GPQA Diamond = 85.7',
    ])
  })

  it('shows the grid of a table of facts with the place of each cell', () => {
    const { article } = read('| Model | Context | Input price |\n|---|---|---|\n| GPT-5.4 | 1M | $1.25 |')
    const [grid] = tableGrids(article)
    expect(grid?.heads).toEqual(['Model', 'Context', 'Input price'])
    const cell = grid?.rows[0]?.cells[2]
    expect(cell && article.text.slice(cell.start, cell.end)).toBe('$1.25')
  })

  it('never throws, and every number of a claim stands in its quote', () => {
    const piece = fc.constantFrom(
      'GPT-5.4',
      'Grok 4',
      'HLE',
      'GPQA Diamond',
      '41.2%',
      '87.5 / 81.2',
      '-',
      '**9**',
      '|',
      '\\|',
      '1,505',
      '(xhigh)',
      'Model',
      'Score',
      ' ',
      '\n',
      '|---|',
      '<td>',
      '…',
      '~',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = `| Model | HLE |\n|---|---|\n${pieces.join(' ')}`
        const { article, scores } = read(text)
        for (const score of scores) {
          expect(article.text.slice(score.start, score.end)).toBe(score.quote)
          expect(score.quote.replaceAll(',', '')).toContain(String(score.value))
        }
      }),
    )
  })
})
