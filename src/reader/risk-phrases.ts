import { everyMatch } from '../lexicon/every-match.ts'
import { remembered } from '../lexicon/remembered.ts'

/** One word of a sentence, in lower case; [start, end) are offsets into the sentence. */
export interface Word {
  word: string
  start: number
  end: number
  /** A comma, colon, dash, bracket or stop stands before it. */
  afterMark: boolean
}

/** A phrase found: words[from, to). `label` is what the phrase was listed under. */
export interface PhraseMatch<Label> {
  label: Label
  phrase: string
  from: number
  to: number
}

/** One shape for all three, as the matcher meets them by the million: a gap has no words, the end of a part neither. */
interface Element {
  kind: 'words' | 'gap' | 'end'
  gap: number
  words: ReadonlySet<string>
  stems: readonly string[]
}

interface Phrase<Label> {
  label: Label
  phrase: string
  elements: Element[]
}

/** Phrases by the words and by the stems that they start with. */
export interface PhraseIndex<Label> {
  words: Map<string, Phrase<Label>[]>
  stems: Map<string, Phrase<Label>[]>
  /** The phrases that a word may start, each once: those listed under the word, then those under its stems, the shortest stem first. */
  startedBy(word: string): Phrase<Label>[]
}

const longestStem = 14

const anyWord = /[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*['’]?/gu

/**
 * Splits a sentence into lower-case words. Hyphens and slashes part words, "4×" is "4x", "n't" and "cannot" give "not" ("won't" → "will", "not"), a
 * possessive 's is dropped.
 */
export function words(sentence: string): Word[] {
  const text = sentence.includes('×') ? sentence.replaceAll('×', 'x') : sentence
  const found: Word[] = []
  for (const match of everyMatch(text, anyWord)) {
    const start = match.index
    const raw = match[0].toLowerCase().replaceAll('’', "'")
    // not the length of `raw`: "İ" in lower case is two units long
    const end = start + match[0].length
    const gap = text.slice(found.at(-1)?.end ?? 0, start)
    const afterMark = gap !== ' ' && /[,;:.!?()–—"]|\s-\s/.test(gap)
    const negated = raw === 'cannot' ? 'can' : raw.endsWith("n't") ? (/^(\p{L}+)n't$/u.exec(raw)?.[1] ?? null) : null
    if (negated !== null) {
      const verb = negated === 'wo' ? 'will' : negated === 'ca' ? 'can' : negated
      found.push({ word: verb, start, end, afterMark }, { word: 'not', start, end, afterMark: false })
      continue
    }
    const word = raw.endsWith("'s") ? raw.slice(0, -2) : raw.endsWith("'") && !raw.endsWith("s'") ? raw.slice(0, -1) : raw
    found.push({ word, start, end, afterMark })
  }
  return found
}

/** Reads lists of phrases (one a line, form in src/lexicon/risk-cues.ts) into an index. Throws on a phrase that starts with a gap. */
export function indexPhrases<Label>(lists: [Label, string][]): PhraseIndex<Label> {
  const index: PhraseIndex<Label> = {
    words: new Map(),
    stems: new Map(),
    startedBy: remembered((word) => startedBy(index, word)),
  }
  for (const [label, list] of lists)
    for (const line of list.split('\n')) {
      const phrase = line.trim()
      if (phrase !== '') add(index, label, phrase)
    }
  return index
}

function add<Label>(index: PhraseIndex<Label>, label: Label, phrase: string): void {
  const elements = phrase.split(' ').map(element)
  const [first] = elements
  if (first?.kind !== 'words') throw new Error(`A phrase starts with a word: ${phrase}`)
  const entry = { label, phrase, elements }
  for (const word of first.words) push(index.words, word, entry)
  for (const stem of first.stems) push(index.stems, stem.slice(0, longestStem), entry)
}

function startedBy<Label>({ words, stems }: PhraseIndex<Label>, word: string): Phrase<Label>[] {
  const found = new Set(words.get(word))
  for (let length = 2; length <= Math.min(word.length, longestStem); length++)
    for (const entry of stems.get(word.slice(0, length)) ?? []) found.add(entry)
  return [...found]
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const noWords: ReadonlySet<string> = new Set()

function element(source: string): Element {
  if (source === '$') return { kind: 'end', gap: 0, words: noWords, stems: [] }
  if (source.startsWith('~')) return { kind: 'gap', gap: Number(source.slice(1)), words: noWords, stems: [] }
  const parts = source.split('|')
  return {
    kind: 'words',
    gap: 0,
    words: new Set(parts.filter((part) => !part.endsWith('*'))),
    stems: parts.filter((part) => part.endsWith('*')).map((part) => part.slice(0, -1)),
  }
}

/** All phrases of an index in a sentence, in order of their first words. Linear in the number of words. */
export function findPhrases<Label>(text: readonly Word[], index: PhraseIndex<Label>): PhraseMatch<Label>[] {
  const found: PhraseMatch<Label>[] = []
  for (const [from, { word }] of text.entries()) {
    for (const { label, phrase, elements } of index.startedBy(word)) {
      const second = elements[1]
      if (second?.kind === 'words' && !admits(second, text[from + 1]?.word)) continue
      const to = matchEnd(text, elements, from, 0)
      if (to >= 0) found.push({ label, phrase, from, to })
    }
  }
  return found
}

/** Where the phrase's elements from `at` on end when its next word is words[from], or -1. Gaps are short, so the tries are few. */
function matchEnd(text: readonly Word[], elements: readonly Element[], from: number, at: number): number {
  const next = elements[at]
  if (next === undefined) return from
  if (next.kind === 'end') return endsPart(text, from) ? matchEnd(text, elements, from, at + 1) : -1
  if (next.kind === 'gap') {
    const behind = elements[at + 1]
    for (let skipped = 0; skipped <= next.gap && from + skipped < text.length; skipped++) {
      if (behind?.kind === 'words' && !admits(behind, text[from + skipped]?.word)) continue
      const to = matchEnd(text, elements, from + skipped, at + 1)
      if (to >= 0) return to
    }
    return -1
  }
  return admits(next, text[from]?.word) ? matchEnd(text, elements, from + 1, at + 1) : -1
}

/** Whether the element's words or stems hold this word. */
function admits({ words, stems }: Element, word: string | undefined): boolean {
  if (word === undefined) return false
  if (words.has(word)) return true
  for (const stem of stems) if (word.startsWith(stem)) return true
  return false
}

const joiners = new Set(
  'and or but for with rather so which while as despite instead at until now though although because since when where in on to by from meaning unlike behind than that is are was will'.split(
    ' ',
  ),
)

/** Whether the words before text[at] end there: nothing follows, or a mark, or a word that joins another part on. */
function endsPart(text: readonly Word[], at: number): boolean {
  const next = text[at]
  return next === undefined || next.afterMark || joiners.has(next.word)
}
