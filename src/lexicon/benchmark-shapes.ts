import { isDigit, isWordChar } from './name-trie.ts'

/** Endings that only a test's name has, glued to the rest of a word ("BixBench", "LegalQA", "CodeEval"). */
const gluedEnding = /(?:Bench|bench|BENCH|QA|Eval|EVAL|Arena|VQA|MMLU)\+?$/
/** Last words of a test's name, with at least one capitalised word before them ("Foo Bench", "Epoch Capabilities Index"). */
const lastWord = /^(?:Bench|Eval|Exam|Arena|Index|SWE|QA)$/
/** An index or an arena is a test of models only with one of these words: there are shares, cities and concerts of that name. */
const telling =
  /(?:^| )(?:Intelligence|Capabilit\w+|Coding|Code|Agent\w*|Omniscience|Productivity|Reasoning|LLM|LM|Model|Models|Openness|Text|Image|Video|Vision|Web|WebDev|Design|Speech|Voice|TTS|Music|Chat|Chatbot|Search|Game|Copilot|Benchmark|Evaluation|Hallucination|Safety)(?:$|[ -])/

/** Words that end in the same letters or head a phrase that is no test. */
const notTests = new Set([
  'Cinebench',
  'Geekbench',
  'UserBenchmark',
  'workbench',
  'testbench',
  'Workbench',
  'TestBench',
  'Testbench',
  'BenchQA',
  'FAQ',
  'PQA',
  'Retrieval',
  'Medieval',
  'Primeval',
  'Upheaval',
])
const notBefore = new Set(
  (
    'The This That These Those A An In On At Of For From With And Or But As By To Its Their Our Your His Her My Each Every New Latest Final Own Same Stock Price ' +
    'Consumer Share Nasdaq Search Vector Database Market Capitalization Development Body Mass Composite Hang Seng Fear Greed AI Page Site Subject Card ' +
    'Board Entrance Medical Licensing Bar School State National Driving Sports Football Wells Amazon Apple What Which How When Where Why If Is Are Was ' +
    'Were Has Have Had It He She They We You I Other Another No Not Only Also Both Full Complete Python Json Boxing Combat Llama Last First Entry Oral Written Midterm Physical Eye Breast'
  ).split(' '),
)

/**
 * A test's name that no list has, by its shape, starting at `at`: one word that ends like a test's name, or up to four capitalised words of
 * which the last is Bench, Eval, Exam, Arena, Index or SWE. Null if there is none.
 */
export function benchmarkShapeAt(text: string, at: number): { end: number; name: string } | null {
  if (text[at]! >= 'a' && text[at]! <= 'z') return null
  if (isDigit(text[at]) ? /[\d.,]/.test(text[at - 1] ?? '') : !/[\p{Lu}τ]/u.test(text[at]!)) return null
  let end = wordEnd(text, at)
  let word = text.slice(at, end)
  if (notBefore.has(word)) return null
  if (isGlued(word)) return { end, name: word }
  for (let words = 1; words < 5; words++) {
    if (text[end] !== ' ') return null
    const next = end + 1
    if (!/[\p{Lu}\d]/u.test(text[next] ?? '')) return null
    end = wordEnd(text, next)
    word = text.slice(next, end)
    if (lastWord.test(word) && !isWordChar(text[end])) {
      const name = text.slice(at, end)
      return /^(?:Index|Arena)$/.test(word) && !telling.test(name) ? null : { end, name }
    }
    if (notBefore.has(word) || isGlued(word)) return null
  }
  return null
}

function isGlued(word: string): boolean {
  if (word.length < 4) return false
  const ending = gluedEnding.exec(word)
  if (ending === null || notTests.has(word)) return word.endsWith('-SWE')
  const stem = word.slice(0, ending.index).replace(/-$/, '')
  if (stem.length < 2) return false
  // "FooQA" and "Foo-bench" are names; "Workarena" or an all-small word is not.
  return /\p{Lu}/u.test(stem) || /\d/.test(stem) || word[ending.index - 1] === '-'
}

/** No test's name has a longer word; without a bound a text of hyphens would be read again from each of them. */
const longestWord = 48

/** The end of a word with its inner hyphens. */
function wordEnd(text: string, at: number): number {
  const most = Math.min(text.length, at + longestWord)
  let end = at
  while (end < most && (isWordChar(text[end]) || text[end] === '+' || (text[end] === '-' && isWordChar(text[end + 1])))) end++
  return end
}
