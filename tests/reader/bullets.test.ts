import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Score } from '../../src/claim.ts'
import { articleFromFile } from '../../src/intake/read-file.ts'
import { readBullets } from '../../src/reader/bullets.ts'
import { discourse } from '../../src/reader/discourse.ts'
import { passages } from '../../src/reader/passages.ts'
import { nothingTaken } from '../../src/reader/taken.ts'

function read(text: string) {
  const article = articleFromFile('post.md', new TextEncoder().encode(text))
  const all = passages(article)
  const found = readBullets(article, all, discourse(article, all), nothingTaken())
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

const lists: { name: string; text: string; expected: string[] }[] = [
  {
    name: 'tests under a line that names the model',
    text: 'Claude Opus 4.6 reaches these scores:\n\n- GPQA Diamond – 91.3%\n- Humanity’s Last Exam (with tools): **53.1%**\n- OSWorld-Verified: 72.7 ([card](https://example.com/card))',
    expected: [
      'Claude Opus 4.6 · GPQA Diamond = 91.3',
      "Claude Opus 4.6 (with tools) · Humanity's Last Exam = 53.1",
      'Claude Opus 4.6 · OSWorld Verified = 72.7',
    ],
  },
  {
    name: 'models under a heading that names the test',
    text: '### SWE-bench Verified\n\n- Claude Opus 4.6: 80.8%\n- GPT-5.4 (xhigh): 80.0%\n- Gemini 3.1 Pro — 78.2%',
    expected: [
      'Claude Opus 4.6 · SWE-bench Verified = 80.8',
      'GPT-5.4 (xhigh) · SWE-bench Verified = 80',
      'Gemini 3.1 Pro · SWE-bench Verified = 78.2',
    ],
  },
  {
    name: 'a test with several models',
    text: titled(
      'GPT-5.5',
      '- **SWE-bench Pro** — GPT-5.5: 58.6%, GPT-5.4: 57.7%, Claude Opus 4.7: **64.3%** · Claude Opus 4.7 still leads by 5.7 pts\n- HLE: GPT-5.5 41.4, Grok 4 38.6',
    ),
    expected: [
      'GPT-5.5 · SWE-bench Pro = 58.6',
      'GPT-5.4 · SWE-bench Pro = 57.7',
      'Claude Opus 4.7 · SWE-bench Pro = 64.3',
      "GPT-5.5 · Humanity's Last Exam = 41.4",
      "Grok 4 · Humanity's Last Exam = 38.6",
    ],
  },
  {
    name: 'a model with several tests',
    text: '- GPT-5.4: GPQA Diamond 92.8%, HLE 41.2%\n- Grok 4: 87.5% on GPQA Diamond, 38.6% on HLE\n- o3: 69.1% SWE-bench Verified, 187 tok/s',
    expected: [
      'GPT-5.4 · GPQA Diamond = 92.8',
      "GPT-5.4 · Humanity's Last Exam = 41.2",
      'Grok 4 · GPQA Diamond = 87.5',
      "Grok 4 · Humanity's Last Exam = 38.6",
      'o3 · SWE-bench Verified = 69.1',
    ],
  },
  {
    name: 'a rival beside the score',
    text: titled(
      'Muse Spark',
      '- MMMU-Pro: 80.4 (GPT-5.4: 81.2)\n- HealthBench Hard: 42.8% (vs 40.1% for GPT-5.4)\n- GPQA Diamond: 89.5 vs. Gemini 3.1 Pro’s 94.3\n- SimpleVQA: 71.3, ahead of GPT-5.4',
    ),
    expected: [
      'Muse Spark · MMMU-Pro = 80.4',
      'GPT-5.4 · MMMU-Pro = 81.2',
      'Muse Spark · HealthBench Hard = 42.8',
      'GPT-5.4 · HealthBench Hard = 40.1',
      'Muse Spark · GPQA Diamond = 89.5',
      'Gemini 3.1 Pro · GPQA Diamond = 94.3',
      'Muse Spark · SimpleVQA = 71.3',
    ],
  },
  {
    name: 'tests nested under models',
    text: '- **GPT-5.4**\n  - GPQA Diamond: 92.8\n  - HLE: 41.2\n- **Grok 4**\n  - GPQA Diamond: 87.5',
    expected: ['GPT-5.4 · GPQA Diamond = 92.8', "GPT-5.4 · Humanity's Last Exam = 41.2", 'Grok 4 · GPQA Diamond = 87.5'],
  },
  {
    name: 'models nested under tests',
    text: '- GPQA Diamond\n  - GPT-5.4: 92.8\n  - Grok 4: 87.5\n- BrowseComp\n  - GPT-5.4: 82.7',
    expected: ['GPT-5.4 · GPQA Diamond = 92.8', 'Grok 4 · GPQA Diamond = 87.5', 'GPT-5.4 · BrowseComp = 82.7'],
  },
  {
    name: 'effort levels nested under a test, with their price',
    text: titled('GPT-5.5', '- ARC-AGI-2 by effort:\n  - Max: **85.0%, $1.87**\n  - Low: 33%, $0.35'),
    expected: ['GPT-5.5 (Max) · ARC-AGI-2 = 85', 'GPT-5.5 (Low) · ARC-AGI-2 = 33'],
  },
  {
    name: 'a second model behind a semicolon',
    text: titled('GPT-5.5', '- FrontierMath Tier 4: 35.4%; GPT-5.5 Pro later cited at 39.5%'),
    expected: ['GPT-5.5 · FrontierMath Tier 4 = 35.4', 'GPT-5.5 Pro · FrontierMath Tier 4 = 39.5'],
  },
  {
    name: 'a field before the test and words behind the number',
    text: titled(
      'Kimi K2.5',
      '- Coding (SWE-bench Verified): 76.8%, the best of the open models\n- AIME 2025: 96.1% 🏆\n- On BrowseComp: 60.6%',
    ),
    expected: ['Kimi K2.5 · SWE-bench Verified = 76.8', 'Kimi K2.5 · AIME 2025 = 96.1', 'Kimi K2.5 · BrowseComp = 60.6'],
  },
  {
    name: 'with and without tools',
    text: titled('Kimi K2.5', '- HLE: 30.1% without tools / 50.2% with tools'),
    expected: ["Kimi K2.5 (without tools) · Humanity's Last Exam = 30.1", "Kimi K2.5 (with tools) · Humanity's Last Exam = 50.2"],
  },
  {
    name: 'several tests in one line',
    text: titled('Kimi K2.5', '- GPQA Diamond 87.6 | HLE 30.1 | MMMU-Pro 78.5'),
    expected: ['Kimi K2.5 · GPQA Diamond = 87.6', "Kimi K2.5 · Humanity's Last Exam = 30.1", 'Kimi K2.5 · MMMU-Pro = 78.5'],
  },
  {
    name: 'pairs under a line that sets two models against each other',
    text: 'Claude Mythos 5 vs Claude Opus 4.6:\n\n- SWE-bench Verified: 93.9% vs 80.8%\n- HLE: 56.8% vs 40.0%',
    expected: [
      'Claude Mythos 5 · SWE-bench Verified = 93.9',
      'Claude Opus 4.6 · SWE-bench Verified = 80.8',
      "Claude Mythos 5 · Humanity's Last Exam = 56.8",
      "Claude Opus 4.6 · Humanity's Last Exam = 40",
    ],
  },
  {
    name: 'only the number under a test and a model',
    text: '## GPQA Diamond\n\n- Claude Opus 4.6\n  - Score: 91.3%\n  - Price: $5\n- GPT-5.4\n  - Score: 92.8%',
    expected: ['Claude Opus 4.6 · GPQA Diamond = 91.3', 'GPT-5.4 · GPQA Diamond = 92.8'],
  },
  {
    name: 'several tests behind one word',
    text: titled('GPT-5.4', 'Benchmarks: GPQA Diamond 92.8%, HLE 41.2%, MMMU-Pro 81.2%'),
    expected: ['GPT-5.4 · GPQA Diamond = 92.8', "GPT-5.4 · Humanity's Last Exam = 41.2", 'GPT-5.4 · MMMU-Pro = 81.2'],
  },
]

const empty: { name: string; text: string }[] = [
  {
    name: 'a task of its own under a heading further up',
    text: titled(
      'GPT-7.2',
      '## The new "GDPval" test\n\nIt is out.\n\n### Details\n\nSpreadsheet task of junior analysts:\n- **GPT-7.1**: 59.1%\n- **GPT-7.2**: 68.4%',
    ),
  },
  {
    name: 'facts',
    text: titled('GPT-5.4', '- Context window: 400K tokens\n- Price: $1.25 per million\n- Parameters: 70B\n- Released: 2026'),
  },
  { name: 'sizes of tests', text: titled('GPT-5.4', '- MMLU: 14,042 questions\n- GPQA Diamond: 198 questions') },
  {
    name: 'gains',
    text: titled('GPT-5.4', '- GPQA Diamond: +4.2 points\n- HLE: 3.1 points higher than before\n- MMLU-Pro: up 2%'),
  },
  {
    name: 'human baselines and targets',
    text: titled('GPT-5.4', '- Human experts on GPQA Diamond: 65%\n- Target for HLE: 50%\n- Previous best on BrowseComp: 60%'),
  },
  { name: 'ranks and percentiles', text: titled('GPT-5.4', '- LMArena: #1\n- Codeforces: 94th percentile\n- MMLU: rank 3') },
  { name: 'ranges', text: titled('GPT-5.4', '- GPQA Diamond: 80-85%\n- HLE: 30 to 40%') },
  {
    name: 'a list under a predecessor',
    text: titled('GPT-5.4', 'The predecessor scored:\n\n- GPQA Diamond: 80.1%\n- HLE: 20.3%'),
  },
  { name: 'a title with two models', text: titled('GPT-5.4 and Grok 4', '- GPQA Diamond: 92.8%') },
  { name: 'a model under no test', text: '- GPT-5.4: 92.8%\n- Grok 4: 87.5%' },
  {
    name: 'a number of another version',
    text: titled('Kimi K2.5', '- SWE-bench Verified: 80.2% for the next version, if rumours hold'),
  },
  {
    name: 'rates that are no test',
    text: titled('GPT-5.4', '- Hallucination rate: 9.6%\n- Cost reduction: 40%\n- Preferred by users: 70%'),
  },
  {
    name: "another's number",
    text: titled('GPT-5.4', "- Zephyr's GPQA Diamond: 91.0%\n- Zephyr reaches on HLE, 30.1% of the time"),
  },
  { name: 'a list under rivals', text: titled('GPT-5.4', '## How rivals did\n\n- GPQA Diamond: 88.1%') },
  { name: 'a share of questions in a sentence', text: titled('GPT-5.4', 'On HLE, 12% of questions were answered with a guess.') },
]

describe('bullets', () => {
  it.each(lists)('reads $name', ({ text, expected }) => {
    expect(read(text).lines).toEqual(expected)
  })

  it.each(empty)('gives no score for $name', ({ text }) => {
    expect(read(text).lines).toEqual([])
  })

  it('says that an owner is not certain', () => {
    expect(read(titled('GPT-5.4 and Grok 4', '- GPQA Diamond: 92.8%')).unparsed.map((one) => one.reason)).toEqual([
      'no model that the number certainly belongs to',
    ])
  })

  it('leaves full sentences to the other readers', () => {
    expect(read(titled('GPT-5.4', '- The model scored 92.8% on GPQA Diamond, while Grok 4 managed 87.5%.')).lines).toEqual([])
  })

  it('never throws, and every number of a claim stands in its quote', () => {
    const piece = fc.constantFrom(
      'GPT-5.4',
      'Grok 4',
      'HLE',
      'GPQA Diamond',
      '41.2%',
      '38.6',
      ': ',
      ', ',
      ' (',
      ')',
      ' vs ',
      '; ',
      '**',
      ' for ',
      '\n- ',
      '\n  - ',
      'with tools',
      '$1.87',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { article, scores } = read(titled('GPT-5.5', `A list.\n\n- ${pieces.join('')}`))
        for (const score of scores) {
          expect(article.text.slice(score.start, score.end)).toBe(score.quote)
          expect(score.quote).toContain(String(score.value))
        }
      }),
    )
  })
})
