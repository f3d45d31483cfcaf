import { describe, expect, it } from 'vitest'
import { readText } from './article-of.ts'

/** Texts in which a number stands close to a name or test that it does not belong to, in words of our own, with what is said. */
const cases: [trap: string, topic: string | null, text: string, scores: string[]][] = [
  [
    'levels of a test',
    'Muse Spark',
    'Muse Spark did well on Levels 1 and 2, and scored 71.2% on GAIA.',
    ['Muse Spark | GAIA | 71.2'],
  ],
  ['a confidence interval', null, 'GPT-5.4 scored 71.2% (95% CI) on MMLU-Pro.', ['GPT-5.4 | MMLU-Pro | 71.2']],
  [
    'what the predecessor achieved',
    'GPT-5.5',
    'GPT-5.5 scored 61.2% on OSWorld, well above the 47% achieved by its predecessor.',
    ['GPT-5.5 | OSWorld | 61.2'],
  ],
  [
    'shots in brackets',
    null,
    'GPT-5.4 got 84.5% on MMLU (0-shot), 92.1% on MATH-500.',
    ['GPT-5.4 | MMLU | 84.5', 'GPT-5.4 | MATH-500 | 92.1'],
  ],
  ['a version behind a comparison', null, 'Claude Sonnet 4.6 writes better slides relative to 4.5 on GDPval-AA.', []],
  [
    'whom a sentence only sets its subject apart from',
    'GPT-5.4',
    'Unlike its sisters — o3 for reasoning or GPT-5.2 for chat — GPT-5.4 does both. At launch, it scored 75.0% on OSWorld-Verified.',
    ['GPT-5.4 | OSWorld Verified | 75'],
  ],
  [
    'a size of another family than the topic',
    'Mistral Large 3',
    'Mistral Large 3 is out. Beside it come the Ministral 3 models: 3B, 8B and 14B. The 14B reasoning variant achieves 81% on AIME 2025.',
    ['Ministral 3 (14B) | AIME 2025 | 81'],
  ],
  [
    'a count before its share',
    null,
    'On Terminal-Bench, Droid + GLM-5 solved 31 out of 80 tasks (38.8%).',
    ['GLM-5 | Terminal-Bench | 38.8'],
  ],
  [
    'comparisons of GDPval',
    null,
    'On office work (GDPval), GPT-5.4 beats or ties professionals in 81% of comparisons. GPT-5.4 wins in 60% of chats.',
    ['GPT-5.4 | GDPval | 81'],
  ],
  [
    'what a model improves on',
    null,
    'GLM-5.2 is strong, improving on GLM-5.1 by far: 80.0 vs. 61.0 on Terminal-Bench 2.1 and 61.1 vs. 57.4 on SWE-bench Pro.',
    [
      'GLM-5.2 | Terminal-Bench 2.1 | 80',
      'GLM-5.1 | Terminal-Bench 2.1 | 61',
      'GLM-5.2 | SWE-bench Pro | 61.1',
      'GLM-5.1 | SWE-bench Pro | 57.4',
    ],
  ],
  [
    'what a model is made of',
    null,
    'The new 1-bit Orbit 8B reached the shops. Underneath is a Qwen3-8B transformer. The model scored 81.2% on GSM8K.',
    [],
  ],
  [
    'a board of experts',
    null,
    'On the Arena Expert leaderboard, Grok 4.1 has a score of 1502.',
    ['Grok 4.1 | Arena Expert | 1502'],
  ],
  [
    'each number with the model behind it',
    null,
    'The hallucination rate on AA-Omniscience fell from 61% on Kimi K2.5 to 37% on Kimi K2.6.',
    ['Kimi K2.5 | AA-Omniscience hallucination rate | 61', 'Kimi K2.6 | AA-Omniscience hallucination rate | 37'],
  ],
  [
    'this benchmark, with more than a word between',
    'GPT-5.5',
    'Much is said of MCP Atlas. GPT-5.5 scores 75.1% on this many-step tool benchmark.',
    ['GPT-5.5 | MCP Atlas | 75.1'],
  ],
  ['what a score means', 'GPT-5.5', 'GPT-5.5 was run on LiveCodeBench; a score of 91.5 means that it solves most problems.', []],
  [
    'a field beside a test',
    'Claude Sonnet 5',
    'Claude Sonnet 5 comes close to Claude Opus 4.8: 63.1% vs. 69.0% on agentic coding, and 81.0% vs. 83.2% on OSWorld-Verified.',
    ['Claude Sonnet 5 | OSWorld Verified | 81', 'Claude Opus 4.8 | OSWorld Verified | 83.2'],
  ],
  [
    'a window of tokens before the score',
    'Claude Sonnet 5',
    'It has a 200,000-token context window and does well in code, scoring 70.1% on SWE-bench Verified.',
    ['Claude Sonnet 5 | SWE-bench Verified | 70.1'],
  ],
  ['four out of five', null, 'GPT-5.4 solved 4 out of 5 of the bugs in SWE-bench Verified that we gave it.', []],
  ['a mark not reached', null, 'GPT-5.4 fell short of 80% on SWE-bench Verified.', []],
  ['a fine-tune', null, 'A fine-tune of Qwen3-8B scored 71.2% on MMLU-Pro.', []],
  [
    'notes of sources in brackets',
    null,
    'On ARC-AGI-2 Gemini 3.1 Pro scores 77.1% [press: 2, 13]. On SWE-bench Pro it scores 54.2% [7, 14].',
    ['Gemini 3.1 Pro | ARC-AGI-2 | 77.1', 'Gemini 3.1 Pro | SWE-bench Pro | 54.2'],
  ],
  [
    'pixels, hertz and watts',
    null,
    'Claude Opus 4.7 reaches 78.0% on OSWorld-Verified with larger pictures (from 1.15 MP to 3.75 MP).',
    ['Claude Opus 4.7 | OSWorld Verified | 78'],
  ],
  [
    'the subject of the main clause',
    'Kimi K2.5',
    "While Claude Opus 4.5 is ahead on SWE-bench Verified, K2.5's score of 76.8 is close. On SWE-bench Multilingual (73.0), it does well.",
    ['Kimi K2.5 | SWE-bench Verified | 76.8', 'Kimi K2.5 | SWE-bench Multilingual | 73'],
  ],
  [
    'an item of its own in a list of several models',
    null,
    'Notes:\n\n- Claude Sonnet 4.5: 77.2% SWE-bench Verified\n- Claude Opus 4.5: 80.9% SWE-bench Verified\n- Claude Opus 4.6: 80.8% SWE-bench Verified\n- Use of a computer: 72.5% OSWorld-Verified',
    [
      'Claude Sonnet 4.5 | SWE-bench Verified | 77.2',
      'Claude Opus 4.5 | SWE-bench Verified | 80.9',
      'Claude Opus 4.6 | SWE-bench Verified | 80.8',
    ],
  ],
  [
    'an agent that shares its name with a family',
    null,
    '| Agent / Model | Benchmark | Score |\n|---|---|---|\n| GLM-5 | SWE-bench Verified | 77.8% |\n| Sonar Foundation Agent | SWE-bench Verified | 79.2% |',
    ['GLM-5 | SWE-bench Verified | 77.8'],
  ],
  [
    'remarks in a head',
    null,
    '| Benchmark | Kimi K2.5 (32B active) | Kimi K2.6 (Current) |\n|---|---|---|\n| BrowseComp | 78.4 | 83.2 |',
    ['Kimi K2.5 | BrowseComp | 78.4', 'Kimi K2.6 | BrowseComp | 83.2'],
  ],
  [
    "within some points of a rival's figure",
    'Kimi K3',
    'Kimi K3 is far cheaper than GPT-5.5 and still gets within 3 points of its 82.7% on Terminal-Bench 2.0.',
    [],
  ],
  [
    'two tests, a number behind each',
    'Nemotron 3 Ultra',
    'Nemotron 3 Ultra is fast; on AIME 2025 it reaches 94.1, on GPQA 82.3, with no tools in sight.',
    ['Nemotron 3 Ultra | AIME 2025 | 94.1', 'Nemotron 3 Ultra | GPQA | 82.3'],
  ],
  [
    'another size, which no name of the text has',
    'Qwen3.6-27B',
    'It beats the 397B model of last year: 77.2 vs. 76.2 on SWE-bench Verified.',
    [],
  ],
  [
    'a rate of errors',
    null,
    'The error rate of GPT-5.5 on HealthBench Hard fell to 1.6%.',
    ['GPT-5.5 | HealthBench Hard error rate | 1.6'],
  ],
  [
    'the subject of a clause within another',
    null,
    'Claude Opus 4.6 found bugs that GPT-5.4 missed; on CyberGym it scores 73.8%.',
    ['Claude Opus 4.6 | CyberGym | 73.8'],
  ],
  [
    "an item's number before the bracket that names the only model",
    null,
    'Results:\n\n- **SWE-bench Pro**: 58.6% (Claude Opus 4.7: 64.3%)',
    ['Claude Opus 4.7 | SWE-bench Pro | 64.3'],
  ],
  [
    'a tier at the end of a sentence',
    null,
    'GPT-5.5 Pro scored 39.6% on FrontierMath Tier 4.',
    ['GPT-5.5 Pro | FrontierMath Tier 4 | 39.6'],
  ],
  [
    'a column with tools',
    null,
    '| Model | HLE | HLE (tools) |\n|---|---|---|\n| GPT-5.5 | 41.4 | 52.2 |',
    ["GPT-5.5 | Humanity's Last Exam | 41.4", "GPT-5.5 (tools) | Humanity's Last Exam | 52.2"],
  ],
  [
    'a preview beside the release of the same name',
    null,
    'Claude Mythos 5 scores 80.3% on SWE-bench Pro, compared to 77.8% for Mythos Preview.',
    ['Claude Mythos 5 | SWE-bench Pro | 80.3', 'Claude Mythos Preview | SWE-bench Pro | 77.8'],
  ],
  [
    'how the one test of a sentence was run',
    null,
    "On Humanity's Last Exam with tools, GPT-5.5 reaches 52.2%, ahead of Claude Opus 4.6's 50.9%.",
    ["GPT-5.5 (with tools) | Humanity's Last Exam | 52.2", "Claude Opus 4.6 (with tools) | Humanity's Last Exam | 50.9"],
  ],
  [
    'text behind a table that lost its line breaks',
    null,
    'Side by side:\n| Benchmark | GPT-5.2 | Kimi K2.5 ||-----|-----|-----|| MMLU-Pro | 87.4 | 87.1 || BrowseComp | 65.8 | 60.6 |GPT-5.2 also scored 80.0% on SWE-bench Verified.',
    [
      'GPT-5.2 | MMLU-Pro | 87.4',
      'Kimi K2.5 | MMLU-Pro | 87.1',
      'GPT-5.2 | BrowseComp | 65.8',
      'Kimi K2.5 | BrowseComp | 60.6',
      'GPT-5.2 | SWE-bench Verified | 80',
    ],
  ],
]

/** Who stands behind each score, where a word beside it or over it says so. */
const claimants: [told: string, text: string, kinds: string[]][] = [
  [
    'a column of remarks',
    '| Model | SWE-bench Pro | Notes |\n|---|---|---|\n| GPT-5.2 | 55.6% | Self-reported |\n| GLM-5 | 45.9% | Same harness; not self-reported |',
    ['vendor', 'independent'],
  ],
  [
    'a heading that says what the numbers are not',
    '## SWE-bench Pro, standardised and not self-reported\n\n| Model | SWE-bench Pro |\n|---|---|\n| GPT-5.2 | 55.6% |',
    ['unstated'],
  ],
  [
    'the paragraph over the table',
    'Self-reported scores of current models.\n\n| Model | SWE-bench Pro |\n|---|---|\n| GPT-5.2 | 55.6% |',
    ['vendor'],
  ],
  ['who ran the test', 'Muse Spark got 61.5% on MMLU-Pro in a run by Example Post.', ['independent']],
]

describe('a number beside a name that it does not belong to', () => {
  it.each(cases)('%s', (_, topic, text, scores) => {
    expect(readText(text, topic).scores.toSorted()).toEqual(scores.toSorted())
  })
})

describe('who stands behind a score', () => {
  it.each(claimants)('%s', (_, text, expected) => {
    const found = readText(text).reading.claims.flatMap((one) => (one.type === 'score' ? [one.claimant.kind] : []))
    expect(found).toEqual(expected)
  })
})
