import { describe, expect, it } from 'vitest'
import { readText } from './article-of.ts'

/** Sentences of our own, each with the scores that it states: "model (variant) | benchmark | value". Topic: what the text is about. */
const stated: [shape: string, topic: string | null, text: string, scores: string[]][] = [
  // found in the rounds on tables and digests
  [
    'a list that “plus” goes on with',
    'Kimi K7',
    'Kimi K7 posted 75.7% on ARC-AGI, 87.5% when given more time — plus 81.7% on GPQA Diamond, plus an unusual 45.1% on MMMU.',
    ['Kimi K7 | ARC-AGI | 75.7', 'Kimi K7 | ARC-AGI | 87.5', 'Kimi K7 | GPQA Diamond | 81.7', 'Kimi K7 | MMMU | 45.1'],
  ],
  [
    'the mode that the clause offers',
    'Gemini 7 Pro',
    'Gemini 7 Pro got 81.9% on GPQA Diamond. The model adds a "Deep Think" mode that goes further, achieving 83.8% on GPQA Diamond.',
    ['Gemini 7 Pro | GPQA Diamond | 81.9', 'Gemini 7 Pro (Deep Think mode) | GPQA Diamond | 83.8'],
  ],
  [
    'a rival behind a verb that opens the sentence',
    'Gemini 7 Flash',
    'Beats Gemini 6 Pro on code at half the cost — scoring 66.2% on Terminal-Bench 2.1 and 73.6% on MCP Atlas.',
    ['Gemini 7 Flash | Terminal-Bench 2.1 | 66.2', 'Gemini 7 Flash | MCP Atlas | 73.6'],
  ],
  [
    'a name’s number in a clause that supposes something else',
    'GPT-7.4',
    "If your work is mostly scripts, GPT-7.4's 67.3% on Terminal-Bench 2.0 gives it an edge.",
    ['GPT-7.4 | Terminal-Bench 2.0 | 67.3'],
  ],
  [
    'the model card speaks, and a mark is not reached',
    'DeepSeek V7-Flash',
    'The model card lists 85.6 on DocVQA and 46.5 on MMMU-Pro, and testers note that the ZeroBench score falls short of 50.',
    ['DeepSeek V7-Flash | DocVQA | 85.6', 'DeepSeek V7-Flash | MMMU-Pro | 46.5'],
  ],
  [
    'a list that was set in one line',
    'DeepSeek V7-Flash',
    '✅ Terminal-Bench 2.1: 80.6, ahead of GPT-7.6 (78.8) ❌ GPQA Diamond: 80.9, behind GPT-7.6 (84.1)',
    [
      'DeepSeek V7-Flash | Terminal-Bench 2.1 | 80.6',
      'GPT-7.6 | Terminal-Bench 2.1 | 78.8',
      'DeepSeek V7-Flash | GPQA Diamond | 80.9',
      'GPT-7.6 | GPQA Diamond | 84.1',
    ],
  ],
  [
    'the section’s model, not the article’s',
    'Claude Opus 7',
    '## Gemini 7 Pro (2027) — the rest\n\n- 72.5% on SWE-bench\n\n## What else\n\nScores 62.5% on MMMU.',
    ['Gemini 7 Pro | SWE-bench | 72.5', 'Claude Opus 7 | MMMU | 62.5'],
  ],
  [
    'this model of a size, and what it beats',
    'Qwen7.6-27B',
    'Qwen7.6-27B is out. Notably, this dense 27B model beats the much larger Qwen7.5-397B-A17B MoE on coding (SWE-bench Verified 67.2, Terminal-Bench 2.0 49.3). It scores 37 on MMMU.',
    ['Qwen7.6-27B | SWE-bench Verified | 67.2', 'Qwen7.6-27B | Terminal-Bench 2.0 | 49.3', 'Qwen7.6-27B | MMMU | 37'],
  ],
  [
    'of two numbers behind “it” the second has no owner',
    'Kimi K7',
    'It reads long texts well, though it trails slightly on AA-LCR (59.0 vs. 61.0).',
    ['Kimi K7 | AA-LCR | 59'],
  ],
  [
    'a fraction of plain words is no score',
    'Claude Opus 7',
    'Claude Opus 7 reached 70.8% on SWE-bench Verified, which means it solved 4 out of 5 bugs.',
    ['Claude Opus 7 | SWE-bench Verified | 70.8'],
  ],
  [
    'a month is no test',
    'Claude Opus 7',
    "Claude Opus 7 got 70.9% on SWE-bench Verified. The previous high was Claude Sonnet 6's 67.2% in September.",
    ['Claude Opus 7 | SWE-bench Verified | 70.9', 'Claude Sonnet 6 | SWE-bench Verified | 67.2'],
  ],
  [
    'a test in another’s bracket that nobody knows',
    'Kimi K7',
    'Terminal-Bench Hard: 43.2% (XB 2.0: 68.4%)',
    ['Kimi K7 | Terminal-Bench Hard | 43.2'],
  ],
  [
    'a bound beside the number itself',
    'Kimi K7',
    'Kimi K7 scored 82.8% on Online-Mind2Web, which means that its success rate exceeds 80%.',
    ['Kimi K7 | Online-Mind2Web | 82.8'],
  ],
  // found in later rounds of unseen texts
  [
    'what is reached is another model’s',
    'Zephyr-14B',
    'Zephyr-14B, a 14B model reaching o3-mini performance with 60.6% on LiveCodeBench, is out.',
    ['Zephyr-14B | LiveCodeBench | 60.6'],
  ],
  [
    'surpassed two, with',
    null,
    'In the BrowseComp evaluation, Kimi K7 surpassed OpenAI-o1 and DeepSeek R1 with 75.6 points.',
    ['Kimi K7 | BrowseComp | 75.6'],
  ],
  [
    'two rivals, each with its own brackets',
    'Kimi K7',
    'It trails GPT-7.1 on knowledge tests (SimpleQA 57.9 vs 75.6, HLE 37.7 vs 44.4) and Claude Opus 7 on recall (MRCR v2 83.5 vs 92.9).',
    [
      'Kimi K7 | SimpleQA | 57.9',
      'GPT-7.1 | SimpleQA | 75.6',
      "Kimi K7 | Humanity's Last Exam | 37.7",
      "GPT-7.1 | Humanity's Last Exam | 44.4",
      'Kimi K7 | MRCR v2 | 83.5',
      'Claude Opus 7 | MRCR v2 | 92.9',
    ],
  ],
  [
    'up from a number in an older model',
    'GPT-7.1',
    'GPT-7.1 achieves 100% on AIME 2027 (up from 94% in GPT-7).',
    ['GPT-7.1 | AIME 2027 | 100', 'GPT-7 | AIME 2027 | 94'],
  ],
  [
    'its own mode',
    'Gemini 7 Pro',
    'The model posted 71.9% on GPQA Diamond; its optional Deep Think mode took longer and achieved 45.1% on ARC-AGI-2.',
    ['Gemini 7 Pro | GPQA Diamond | 71.9', 'Gemini 7 Pro (Deep Think mode) | ARC-AGI-2 | 45.1'],
  ],
  [
    'this mode',
    'Muse Spark',
    'A Pondering mode lets several agents think. The maker says that this mode achieves 58 percent on HLE.',
    ["Muse Spark (Pondering mode) | Humanity's Last Exam | 58"],
  ],
  [
    'a mode for all evaluations of the paragraph',
    'GPT-7.1',
    'GPT-7.1 scored 77.9% on SWE-bench Verified, ahead of Grok 7 Fast at 73.7%. All evaluations were run with extra-high reasoning effort.',
    ['GPT-7.1 (extra-high reasoning effort) | SWE-bench Verified | 77.9', 'Grok 7 Fast | SWE-bench Verified | 73.7'],
  ],
  [
    'a mode between name and number',
    null,
    'On the Artificial Analysis Intelligence Index, GPT-7.1 (xhigh, 57) leads Claude Opus 7 (max, 53).',
    [
      'GPT-7.1 (xhigh) | Artificial Analysis Intelligence Index | 57',
      'Claude Opus 7 (max) | Artificial Analysis Intelligence Index | 53',
    ],
  ],
  [
    'a version named and nothing fuller',
    null,
    'Gemini 7 secured first place on LMArena with a score of 1,501 points.',
    ['Gemini 7 | LMArena | 1501'],
  ],
  [
    'a maker for its one model',
    null,
    "DeepSeek V7.1 was tested too. On LiveBench, Qwen7-Max has 79.3, ahead of DeepSeek's 71.3.",
    ['Qwen7-Max | LiveBench | 79.3', 'DeepSeek V7.1 | LiveBench | 71.3'],
  ],
  [
    'a test with an apposition, then a list',
    null,
    'On SWE-bench Verified, the benchmark most people cite, three models cluster within two points: Claude Opus 7 (80.8%), Gemini 7 Pro (80.6%), GPT-7.1 (80.0%).',
    [
      'Claude Opus 7 | SWE-bench Verified | 80.8',
      'Gemini 7 Pro | SWE-bench Verified | 80.6',
      'GPT-7.1 | SWE-bench Verified | 80',
    ],
  ],
  [
    'a share of the test’s own problems',
    null,
    'GPT-7 lost on SWE-bench Verified. Claude Opus 7 resolved 48.2% of problems without human help.',
    ['Claude Opus 7 | SWE-bench Verified | 48.2'],
  ],
  [
    'a metric beside the test that it counts on',
    null,
    'In the AA-WER benchmark, Scribe v2 leads at 2.3% WER, followed by Gemini 7 Pro at 2.9%. Whisper Large v3 posts a 4.2% WER in this benchmark.',
    ['Scribe v2 | AA-WER | 2.3', 'Gemini 7 Pro | AA-WER | 2.9', 'Whisper-Large v3 | AA-WER | 4.2'],
  ],
  [
    'high compute',
    null,
    'Claude Opus 7 set a record on SWE-bench Verified (77.2%, rising to 82.0% with high-compute parallel runs).',
    ['Claude Opus 7 | SWE-bench Verified | 77.2', 'Claude Opus 7 (high-compute parallel runs) | SWE-bench Verified | 82'],
  ],
  // a verb between model and number
  ['verb', null, 'GPT-5.4 scored 92.8% on GPQA Diamond.', ['GPT-5.4 | GPQA Diamond | 92.8']],
  [
    'verb, unit spelled out',
    null,
    'Claude Opus 4.6 reaches 65 percent on Terminal-Bench 2.0.',
    ['Claude Opus 4.6 | Terminal-Bench 2.0 | 65'],
  ],
  [
    'verb, two tests',
    null,
    "Grok 4 posted 88 on GPQA Diamond and 25.4 on Humanity's Last Exam.",
    ['Grok 4 | GPQA Diamond | 88', "Grok 4 | Humanity's Last Exam | 25.4"],
  ],
  [
    'verb, three tests',
    null,
    'Kimi K2.5 scored 76.8% on SWE-bench Verified, 85.0 on LiveCodeBench v6, and 50.2% on HLE.',
    ['Kimi K2.5 | SWE-bench Verified | 76.8', 'Kimi K2.5 | LiveCodeBench v6 | 85', "Kimi K2.5 | Humanity's Last Exam | 50.2"],
  ],
  ['test first', null, 'On AIME 2025, DeepSeek V3.2 gets 93.1%.', ['DeepSeek V3.2 | AIME 2025 | 93.1']],
  [
    'test first with a gloss',
    null,
    'On BrowseComp, a test of patient web research, Gemini 3.1 Pro achieves 85.9%.',
    ['Gemini 3.1 Pro | BrowseComp | 85.9'],
  ],
  ['came in at', null, 'On MMLU-Pro, Llama 4 Maverick came in at 80.5.', ['Llama 4 Maverick | MMLU-Pro | 80.5']],
  [
    'with a score of',
    null,
    'Gemini 3.1 Pro leads the Artificial Analysis Intelligence Index with a score of 57.',
    ['Gemini 3.1 Pro | Artificial Analysis Intelligence Index | 57'],
  ],
  [
    'manages only',
    null,
    'GPT-5.4 mini manages only 41.2 percent on OSWorld-Verified.',
    ['GPT-5.4 mini | OSWorld Verified | 41.2'],
  ],
  [
    'a score of',
    null,
    'Claude Sonnet 4.6 earned a score of 79.6% on SWE-bench Verified.',
    ['Claude Sonnet 4.6 | SWE-bench Verified | 79.6'],
  ],
  [
    'number before test',
    null,
    'Qwen3-Max posts an impressive 69.6% SWE-bench Verified score.',
    ['Qwen3-Max | SWE-bench Verified | 69.6'],
  ],
  // possession
  ['possessive', null, "Gemini 3 Pro's 91.9% on GPQA Diamond is the figure to beat.", ['Gemini 3 Pro | GPQA Diamond | 91.9']],
  ['possessive with test', null, "GPT-5.4's MMMU-Pro score of 81.2% is a record.", ['GPT-5.4 | MMMU-Pro | 81.2']],
  [
    'its result',
    null,
    'Mistral Large 3 is a strong coder. Its LiveCodeBench result of 61.3 stands out.',
    ['Mistral Large 3 | LiveCodeBench | 61.3'],
  ],
  // lists of rivals
  [
    'ahead of a list',
    null,
    'Muse Spark posted 86.4 on CharXiv Reasoning, ahead of GPT-5.4 at 82.8, Gemini 3.1 Pro at 80.2 and Grok 4.2 at 60.9.',
    [
      'Muse Spark | CharXiv Reasoning | 86.4',
      'GPT-5.4 | CharXiv Reasoning | 82.8',
      'Gemini 3.1 Pro | CharXiv Reasoning | 80.2',
      'Grok 4.2 | CharXiv Reasoning | 60.9',
    ],
  ],
  [
    'compared with',
    null,
    'Claude Opus 4.6 scored 80.8% on SWE-bench Verified, compared with 77.2% for GPT-5.4.',
    ['Claude Opus 4.6 | SWE-bench Verified | 80.8', 'GPT-5.4 | SWE-bench Verified | 77.2'],
  ],
  [
    'brackets',
    null,
    'On HealthBench Hard it beats GPT-5.4 (40.1) and Gemini 3.1 Pro (20.6).',
    ['GPT-5.4 | HealthBench Hard | 40.1', 'Gemini 3.1 Pro | HealthBench Hard | 20.6'],
  ],
  [
    'versus a possessive',
    'Aurora 2',
    "It led on Terminal-Bench 2.0 with 58.1%, versus Gemini 3 Pro's 54.2%.",
    ['Aurora 2 | Terminal-Bench 2.0 | 58.1', 'Gemini 3 Pro | Terminal-Bench 2.0 | 54.2'],
  ],
  [
    'narrowly behind',
    null,
    'With 78.3% on OSWorld-Verified, Claude Opus 4.7 sits narrowly behind GPT-5.5 at 78.7%.',
    ['Claude Opus 4.7 | OSWorld Verified | 78.3', 'GPT-5.5 | OSWorld Verified | 78.7'],
  ],
  [
    'than',
    null,
    'Haiku 4.5 scored higher on SWE-bench Verified than Claude Sonnet 4, which managed 72.7%.',
    ['Claude Sonnet 4 | SWE-bench Verified | 72.7'],
  ],
  [
    'leads to',
    null,
    "Claude Opus 4.7 leads SWE-Bench Pro with 64.3% to GPT-5.5's 58.6%.",
    ['Claude Opus 4.7 | SWE-bench Pro | 64.3', 'GPT-5.5 | SWE-bench Pro | 58.6'],
  ],
  [
    'while',
    null,
    'GPT-5.4 scored 92.8% on GPQA Diamond, while Gemini 3.1 Pro reached 94.3%.',
    ['GPT-5.4 | GPQA Diamond | 92.8', 'Gemini 3.1 Pro | GPQA Diamond | 94.3'],
  ],
  // pairs
  [
    'pair with topic',
    'Muse Spark',
    'Gemini 3.1 Pro dominates GPQA Diamond (94.3% vs. 89.5%).',
    ['Gemini 3.1 Pro | GPQA Diamond | 94.3', 'Muse Spark | GPQA Diamond | 89.5'],
  ],
  [
    'pair, both named',
    null,
    'GPT-5.4 trails Claude Opus 4.6 on Terminal-Bench 2.0, 59% to 65.4%.',
    ['GPT-5.4 | Terminal-Bench 2.0 | 59', 'Claude Opus 4.6 | Terminal-Bench 2.0 | 65.4'],
  ],
  [
    'pair, level',
    'Gemini 3.1 Pro',
    'The model is in a dead heat with Claude Opus 4.6 on LMArena (1500 vs 1505).',
    ['Gemini 3.1 Pro | LMArena | 1500', 'Claude Opus 4.6 | LMArena | 1505'],
  ],
  [
    'pair, edges',
    null,
    'K2 Thinking edges GPT-5 in GPQA Diamond (85.7% vs 84.5%).',
    ['Kimi K2 Thinking | GPQA Diamond | 85.7', 'GPT-5 | GPQA Diamond | 84.5'],
  ],
  // respectively
  [
    'respectively',
    null,
    'GPT-5.4 and Claude Opus 4.6 scored 92.8% and 91.3% on GPQA Diamond, respectively.',
    ['GPT-5.4 | GPQA Diamond | 92.8', 'Claude Opus 4.6 | GPQA Diamond | 91.3'],
  ],
  [
    'respectively, tests',
    null,
    'On AIME 2025 and HMMT 2025, GLM-5 scored 95.1 and 89.2, respectively.',
    ['GLM-5 | AIME 2025 | 95.1', 'GLM-5 | HMMT 2025 | 89.2'],
  ],
  [
    'respectively, reverse',
    null,
    'Scores of 70.1% and 68.4% on OSWorld went to GPT-5.4 and Claude Sonnet 4.6, respectively.',
    ['GPT-5.4 | OSWorld | 70.1', 'Claude Sonnet 4.6 | OSWorld | 68.4'],
  ],
  // from – to
  ['from to', null, "DeepSeek R1-0528's accuracy on AIME 2025 rose from 70% to 87.5%.", ['DeepSeek R1-0528 | AIME 2025 | 87.5']],
  // colon, brackets, bullets
  [
    'colon',
    'Muse Spark',
    'Muse Spark results: MMMU-Pro: 80.4 (GPT-5.4: 81.2).',
    ['Muse Spark | MMMU-Pro | 80.4', 'GPT-5.4 | MMMU-Pro | 81.2'],
  ],
  [
    'brackets behind tests',
    null,
    'MiniMax-M2 does well on SWE-bench Verified (69.4%), BrowseComp (44.0) and τ²-Bench (77.2).',
    ['MiniMax M2 | SWE-bench Verified | 69.4', 'MiniMax M2 | BrowseComp | 44', 'MiniMax M2 | τ²-Bench | 77.2'],
  ],
  [
    'gloss in the bracket',
    'Muse Spark',
    'The model takes the lead on HealthBench Hard (open medical answers: 42.8%, far ahead of GPT-5.4 at 40.1%).',
    ['Muse Spark | HealthBench Hard | 42.8', 'GPT-5.4 | HealthBench Hard | 40.1'],
  ],
  // discourse
  [
    'test a sentence earlier',
    null,
    'HumanEval is the oldest coding test. Grok 4 hit 94.1%, GPT-5.4 got 95.0%.',
    ['Grok 4 | HumanEval | 94.1', 'GPT-5.4 | HumanEval | 95'],
  ],
  [
    'the same benchmark',
    null,
    "Claude Sonnet 4.6 scored 79.6% on SWE-bench Verified. GPT-5.2's score of 76.9% on the same benchmark is close.",
    ['Claude Sonnet 4.6 | SWE-bench Verified | 79.6', 'GPT-5.2 | SWE-bench Verified | 76.9'],
  ],
  [
    'pronoun goes back to the subject',
    'GPT-5.5',
    'Claude Opus 4.7 beats GPT-5.5 on coding. It scores 64.3% on SWE-Bench Pro.',
    ['Claude Opus 4.7 | SWE-bench Pro | 64.3'],
  ],
  [
    'shortened rivals',
    null,
    "Claude Opus 4.6 and Gemini 3.1 Pro are the rivals. Muse Spark reached 42.8 on HealthBench Hard, ahead of Claude's 14.8 and Gemini's 20.6.",
    [
      'Muse Spark | HealthBench Hard | 42.8',
      'Claude Opus 4.6 | HealthBench Hard | 14.8',
      'Gemini 3.1 Pro | HealthBench Hard | 20.6',
    ],
  ],
  [
    'given by a firm',
    'Muse Spark',
    'Artificial Analysis gave the model a 52 on its Intelligence Index.',
    ['Muse Spark | Artificial Analysis Intelligence Index | 52'],
  ],
  // settings
  [
    'tools',
    null,
    'On AIME 2025, Nemotron 3 Ultra scored 92.4 without tools and 98.6 with tools.',
    ['Nemotron 3 Ultra (without tools) | AIME 2025 | 92.4', 'Nemotron 3 Ultra (with tools) | AIME 2025 | 98.6'],
  ],
  [
    'mode',
    null,
    "In Contemplating mode, Muse Spark scored 50.2% on Humanity's Last Exam.",
    ["Muse Spark (Contemplating mode) | Humanity's Last Exam | 50.2"],
  ],
  [
    'effort',
    null,
    'GPT-5.2 scored 77.9% on SWE-bench Verified at high reasoning effort.',
    ['GPT-5.2 (high reasoning effort) | SWE-bench Verified | 77.9'],
  ],
  // ratings, lower is better
  ['Elo', null, 'Gemini 3 Pro debuted at 1,501 Elo on LMArena.', ['Gemini 3 Pro | LMArena | 1501']],
  [
    'matched',
    null,
    "GPT-5.1 matched Gemini 3 Pro's score of 2,439 on LiveCodeBench Pro.",
    ['Gemini 3 Pro | LiveCodeBench Pro | 2439', 'GPT-5.1 | LiveCodeBench Pro | 2439'],
  ],
  // conditions that do not touch the number
  [
    'if at the start',
    null,
    'If you want the best coder, Claude Opus 4.6 scored 80.8% on SWE-bench Verified.',
    ['Claude Opus 4.6 | SWE-bench Verified | 80.8'],
  ],
  ['gain beside the score', null, 'GLM-4.7 scored 73.8% (+5.8%) on SWE-bench Verified.', ['GLM-4.7 | SWE-bench Verified | 73.8']],

  // second round, written before the patterns for them
  [
    'up from a rival',
    null,
    "Claude Opus 4.7 scored 87.6 percent on SWE-bench Verified, up from 80.8 percent for Opus 4.6, and 64.3 percent on SWE-bench Pro, well above GPT-5.4's 57.7 percent.",
    [
      'Claude Opus 4.7 | SWE-bench Verified | 87.6',
      'Claude Opus 4.6 | SWE-bench Verified | 80.8',
      'Claude Opus 4.7 | SWE-bench Pro | 64.3',
      'GPT-5.4 | SWE-bench Pro | 57.7',
    ],
  ],
  [
    'where one, other',
    null,
    'Where Grok 4.20 managed 61.2% on τ²-Bench Telecom, Sonnet 4.6 got to 97.9%.',
    ['Grok 4.20 | τ²-Bench Telecom | 61.2', 'Claude Sonnet 4.6 | τ²-Bench Telecom | 97.9'],
  ],
  [
    'brackets behind both',
    null,
    'V4-Pro hits 93.5 on LiveCodeBench, beating both Gemini 3.1 Pro (91.7) and Claude Opus 4.6 (88.8).',
    ['DeepSeek V4-Pro | LiveCodeBench | 93.5', 'Gemini 3.1 Pro | LiveCodeBench | 91.7', 'Claude Opus 4.6 | LiveCodeBench | 88.8'],
  ],
  [
    'a test and a list of pairs',
    null,
    "Scores on Humanity's Last Exam: Gemini 3.1 Pro 44.4%, GPT-5.4 41.6%, Claude Opus 4.6 40.0%.",
    [
      "Gemini 3.1 Pro | Humanity's Last Exam | 44.4",
      "GPT-5.4 | Humanity's Last Exam | 41.6",
      "Claude Opus 4.6 | Humanity's Last Exam | 40",
    ],
  ],
  [
    'a test and dashes',
    null,
    'SWE-bench Verified: Opus 4.7 — 87.6%, GPT-5.4 — 79.0%.',
    ['Claude Opus 4.7 | SWE-bench Verified | 87.6', 'GPT-5.4 | SWE-bench Verified | 79'],
  ],
  [
    'compared, relative clause',
    null,
    'Compared to GPT-5.2, which scored 52.9% on ARC-AGI-2, GPT-5.4 posts 73.3%.',
    ['GPT-5.2 | ARC-AGI-2 | 52.9', 'GPT-5.4 | ARC-AGI-2 | 73.3'],
  ],
  [
    'word error rate',
    null,
    'Whisper-large-v3 has a WER of 2.7% on LibriSpeech, while Voxtral Small gets 1.9%.',
    ['Whisper-large-v3 | LibriSpeech | 2.7', 'Voxtral Small | LibriSpeech | 1.9'],
  ],
  ['out of a total', 'GLM-5', 'The model solved 27 of 30 problems on AIME 2025.', ['GLM-5 | AIME 2025 | 27']],
  [
    'that a rival posted',
    null,
    'On BrowseComp, Sonnet 4.6 scores 74.7%, far above the 43.9% that Sonnet 4.5 posted last fall.',
    ['Claude Sonnet 4.6 | BrowseComp | 74.7', 'Claude Sonnet 4.5 | BrowseComp | 43.9'],
  ],
  [
    'numbers for names',
    null,
    'The table lists 57.2 for GPT-5.4 and 56.8 for Opus 4.6 on SWE-Bench Pro.',
    ['GPT-5.4 | SWE-bench Pro | 57.2', 'Claude Opus 4.6 | SWE-bench Pro | 56.8'],
  ],
  [
    'from to, twice',
    null,
    'Compared with its predecessor, Claude Opus 4.7 improved from 80.8% to 87.6% on SWE-bench Verified and from 53.4% to 64.3% on SWE-bench Pro.',
    ['Claude Opus 4.7 | SWE-bench Verified | 87.6', 'Claude Opus 4.7 | SWE-bench Pro | 64.3'],
  ],
  [
    'a number the rival alone can have',
    null,
    'Qwen 3.5 outperformed GPT-5 on MGSM, scoring 91.3% compared to 88.7%.',
    ['Qwen3.5 | MGSM | 91.3', 'GPT-5 | MGSM | 88.7'],
  ],
  [
    'two tests, two pairs',
    'MiniMax M2.5',
    'It is ahead of Gemini 3 Pro on both SWE-Bench Pro (55.4% vs 43.3%) and Multi-SWE-Bench (51.3% vs 50.3%).',
    [
      'MiniMax M2.5 | SWE-bench Pro | 55.4',
      'Gemini 3 Pro | SWE-bench Pro | 43.3',
      'MiniMax M2.5 | Multi-SWE-bench | 51.3',
      'Gemini 3 Pro | Multi-SWE-bench | 50.3',
    ],
  ],
  [
    'sizes of one family',
    'Gemma 4',
    'On MMLU, the 31B model achieves 85.2 percent while the lightweight E2B variant reaches 60 percent.',
    ['Gemma 4 (31B) | MMLU | 85.2', 'Gemma 4 (E2B) | MMLU | 60'],
  ],
  [
    'three sentences, one test',
    null,
    'Three models were run on SWE-bench Verified. Claude Opus 4.6 scores 80.8%. Gemini 3.1 Pro scores 80.6%. GPT-5.3-Codex scores 80.0%.',
    [
      'Claude Opus 4.6 | SWE-bench Verified | 80.8',
      'Gemini 3.1 Pro | SWE-bench Verified | 80.6',
      'GPT-5.3-Codex | SWE-bench Verified | 80',
    ],
  ],
  [
    'markup around each number',
    null,
    '**GPT-4.1** reaches **54.6%** on [SWE-bench Verified](https://example.org/a) and `38.3%` on *MultiChallenge*.',
    ['GPT-4.1 | SWE-bench Verified | 54.6', 'GPT-4.1 | Scale MultiChallenge | 38.3'],
  ],
  [
    'hyphens and spaces of print',
    null,
    'GPT\u20115.1\u2011Codex\u2011Max achieved 77.9\u202f% on SWE\u2011Bench Verified.',
    ['GPT-5.1-Codex-Max | SWE-bench Verified | 77.9'],
  ],
  [
    'a list run together',
    'MiniMax M2',
    'MiniMax M2 leads the open systems:BrowseComp 44.0SWE-Bench Verified 69.4',
    ['MiniMax M2 | BrowseComp | 44', 'MiniMax M2 | SWE-bench Verified | 69.4'],
  ],
  [
    'a model that only this text knows',
    null,
    'Zephyron 9 is a new open-weight language model. Zephyron 9 scored 71.5% on MMLU-Pro.',
    ['Zephyron 9 | MMLU-Pro | 71.5'],
  ],
  [
    'two subjects, two numbers',
    null,
    'GPT-5.4 and Claude Opus 4.6 scored 80% and 75% on OSWorld.',
    ['GPT-5.4 | OSWorld | 80', 'Claude Opus 4.6 | OSWorld | 75'],
  ],
  [
    'two subjects, one number',
    null,
    'On MMLU-Pro, GPT-5.4 and Claude Opus 4.6 both got 88%.',
    ['GPT-5.4 | MMLU-Pro | 88', 'Claude Opus 4.6 | MMLU-Pro | 88'],
  ],
  [
    'tests in an opening phrase',
    'MiniMax M2.7',
    'On Terminal-Bench 2.0 (57.0%) and NL2Repo (39.8%), M2.7 does well.',
    ['MiniMax M2.7 | Terminal-Bench 2.0 | 57', 'MiniMax M2.7 | NL2Repo | 39.8'],
  ],
  [
    'a list for one model',
    null,
    'MiniMax reported 59.0% on SWE-bench Pro, 66.0% on Terminal-Bench 2.1 and 74.2% on MCP-Atlas for MiniMax M3.',
    ['MiniMax M3 | SWE-bench Pro | 59', 'MiniMax M3 | Terminal-Bench 2.1 | 66', 'MiniMax M3 | MCP Atlas | 74.2'],
  ],
  [
    'another number of a test',
    null,
    'Grok 4.20 has a non-hallucination rate of 78% on AA-Omniscience.',
    ['Grok 4.20 | AA-Omniscience non-hallucination rate | 78'],
  ],
]

/** Sentences that state no score. */
const silent: [why: string, topic: string | null, text: string][] = [
  ['negated', null, 'GPT-5.4 did not reach 95% on GPQA Diamond.'],
  ['wished for', null, "xAI hopes that Grok 5 will score 60% on Humanity's Last Exam."],
  ['supposed', null, "Claude Opus 4.6 would need tools to reach 60% on Humanity's Last Exam."],
  ['refuted', null, 'The 85.6% on GPQA Diamond that made the rounds for Grok 5 is an error.'],
  ['human baseline', 'GPT-5.5', 'On OSWorld-Verified humans score 72.4%.'],
  ['gain', null, 'GPT-5.5 improved by 12.5% on ARC-AGI-2.'],
  ['lead', null, 'Gemini 3.1 Pro is 3 points ahead of Claude Opus 4.6 on MMLU-Pro.'],
  ['rank', null, 'Muse Spark placed #3 on LiveBench and in the top 5 on LMArena.'],
  ['price', null, 'Running HLE with GPT-5.4 cost $1,280.'],
  ['preference share', null, 'Users preferred Claude Sonnet 4.6 over Claude Sonnet 4.5 70% of the time.'],
  ['count', null, 'SWE-bench Verified holds 500 problems, and GPT-5.4 was run on 80 of them.'],
  ['no test', null, 'GPT-5.4 hallucinates in 37.1% of answers.'],
  ['tokens', null, 'Muse Spark used 58M output tokens to run the Intelligence Index.'],
  ['unknown model', 'GPT-5.5', 'Zephyron scored 88.0% on GPQA Diamond.'],
  ['unknown test', null, 'GPT-5.5 scored 88.0% on Zogglemark, and was also run on GPQA Diamond.'],
  ['another model of the maker', 'GPT-5.5', 'Its predecessor scored 70.1% on OSWorld-Verified.'],
  ['threshold', null, 'GPT-5.5 clears the 50% threshold of METR on long tasks.'],
  ['words of order contradict the numbers', 'Muse Spark', 'Gemini 3.1 Pro dominates GPQA Diamond (89.5% vs. 94.3%).'],
  [
    'two short names fit',
    null,
    'Claude Opus 4.6 and Claude Sonnet 4.6 are out. Later, Claude reached 80.8% on SWE-bench Verified.',
  ],
  ['first to exceed', null, 'Gemini 3 Pro is the first model to exceed 1500 on LMArena.'],
  ['gap', null, 'The result narrows the gap between GPT-5 and Qwen3.5 to 2.8% on MMLU-Pro.'],
  ['best model of old', 'Claude Opus 4.7', 'A year ago the best model scored 33.5% on SWE-bench Verified.'],
  ['part of a test', 'Kimi K2.5', "It shows component scores on Humanity's Last Exam of 31.5% on the text subset."],
  ['a rival without a name', 'Muse Spark', 'Its closest rival reached 94.3% on GPQA Diamond.'],
  ['a product, no model', null, 'Claude Code scores 80.8% on SWE-bench Verified, ahead of Cursor and Copilot.'],
  ['cost', 'GPT-5.5', 'The net cost to run the Intelligence Index rises only about 20%.'],
  ['a range', 'Grok 4', 'The model sits at 70–77% on SWE-bench Verified.'],
  [
    'the same of two tests',
    null,
    'It was the week of SWE-bench Verified and Terminal-Bench 2.0. Claude Sonnet 4 delivers 72.7% on the same benchmark.',
  ],
  ['a speed-up', null, 'GPT-5.4 was 1.4 times as fast on OSWorld.'],
  ['a span of hours', null, 'Claude Opus 4.6 has a 95% confidence interval of 6 to 98 hours on METR Time Horizon.'],
  ['money with no sign', null, 'GPT-5.4 costs 0.25 per task on ARC-AGI-2, and Gemini 3.1 Pro 0.96.'],
  ['a test inside a longer name', null, 'GPT-5.4 scored 95.1 on OTIS-AIME-2025.'],
  ['a share of a test', null, 'OpenAI audited 27.6% of SWE-bench Verified with GPT-5.4.'],
  ['a gain of some points', 'GPT-5.5', 'It shows a gain of 6 points on MMLU-Pro and regressions of 2 to 3 points on SciCode.'],
  ['speed after a test', 'Gemini 3 Flash', 'It was run on AA-Omniscience. As to speed, Claude Sonnet 4.6 reaches only 56.'],
  ['a median of others', 'Grok 4.3', 'On the Intelligence Index other reasoning models have a median of 34.'],
  ["a system's own figure", 'GPT-5', 'He says their system reached 54 percent on ARC-AGI-2.'],
  ['a category of a test', 'GPT-5.4', 'GPT-5.4 was run on OSWorld. System configuration tasks remained hardest at 62.4%.'],
  ['a scaffold', 'GPT-5', 'mini-SWE-agent reports over 74 percent on SWE-bench Verified.'],
  ['a date window', null, 'DeepSeek R1-0528 was run on LiveCodeBench (2408-2505).'],
]

describe('a sentence that states scores', () => {
  it.each(stated)('is read: %s', (_, topic, text, scores) => {
    expect(readText(text, topic).scores.sort()).toEqual([...scores].sort())
  })
})

describe('a sentence that states none', () => {
  it.each(silent)('gives nothing: %s', (_, topic, text) => {
    expect(readText(text, topic).scores).toEqual([])
  })
})
