import { type Role, rolesOf } from './clause-roles.ts'
import type { Discourse } from './discourse.ts'
import type { Passage } from './passages.ts'
import type { SentenceView } from './sentence-view.ts'
import { benchmarksIn, tagSentence } from './tagger.ts'

/** A sentence with its tags and their roles. `index`: its place among the passage's sentences. */
export interface TaggedSentence {
  index: number
  view: SentenceView
  roles: readonly Role[]
}

/** Longer "sentences" are lists or broken text, and no clause can be told apart in them. */
export const longestSentence = 3000

const known = new WeakMap<readonly Passage[], TaggedSentence[][]>()

/**
 * Every sentence of an article that names a model or a test, holds a number or says "it", tagged; one list for each passage, empty for
 * tables. Computed once for an array of passages.
 */
export function taggedPassages(passages: readonly Passage[], discourse: Discourse): TaggedSentence[][] {
  const before = known.get(passages)
  if (before) return before
  const tagged = passages.map((passage) => (passage.block.kind === 'table' ? [] : tagPassage(passage, discourse)))
  known.set(passages, tagged)
  return tagged
}

function tagPassage(passage: Passage, discourse: Discourse): TaggedSentence[] {
  const mentions = discourse.inPassage(passage.index)
  const benchmarks = benchmarksIn(passage)
  const tagged: TaggedSentence[] = []
  let mention = 0
  let benchmark = 0
  passage.sentences.forEach((sentence, index) => {
    while (mention < mentions.length && (mentions[mention]?.end ?? 0) <= sentence.start) mention++
    while (benchmark < benchmarks.length && (benchmarks[benchmark]?.end ?? 0) <= sentence.start) benchmark++
    if (sentence.end - sentence.start > longestSentence) return
    const here = upTo(mentions, mention, sentence.end)
    const tests = upTo(benchmarks, benchmark, sentence.end)
    if (here.length === 0 && tests.length === 0 && !/\d|\b(?:[Ii]t|[Tt]he (?:new |latest )?model)\b/.test(sentence.text)) return
    const tags = tagSentence(passage, sentence.start, sentence.end, here, tests)
    const view: SentenceView = { passage, start: sentence.start, end: sentence.end, text: sentence.text, tags }
    tagged.push({ index, view, roles: rolesOf(view) })
  })
  return tagged
}

function upTo<T extends { start: number }>(list: readonly T[], from: number, end: number): T[] {
  let to = from
  while (to < list.length && (list[to] as T).start < end) to++
  return list.slice(from, to)
}
