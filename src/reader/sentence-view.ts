import type { Passage } from './passages.ts'
import type { Tag } from './tagger.ts'

/** One tagged sentence with the text between its tags: what the clause patterns look at. */
export interface SentenceView {
  passage: Passage
  start: number
  end: number
  text: string
  tags: readonly Tag[]
}

/** The text between the tag before `index` (or the sentence's start) and the tag at `index` (or the sentence's end). */
export function gapBefore(view: SentenceView, index: number): string {
  const from = index > 0 ? (view.tags[index - 1] as Tag).end : view.start
  const to = index < view.tags.length ? (view.tags[index] as Tag).start : view.end
  return view.passage.text.slice(from, to)
}

/** The text between two tags, tags in between cut out. */
export function between(view: SentenceView, left: number, right: number): string {
  let text = ''
  for (let i = left + 1; i <= right; i++) text += gapBefore(view, i)
  return text
}

/** The sentence from its start, or from an offset of the passage, up to a tag, tags included. */
export function textBefore(view: SentenceView, index: number, most = 400): string {
  const to = (view.tags[index] as Tag).start
  return view.passage.text.slice(Math.max(view.start, to - most), to)
}

/** passage.text[from, to) with every tag in it written as "§": what the text says apart from names and numbers. */
export function blanked(view: SentenceView, from: number, to: number): string {
  let text = ''
  let at = from
  for (const tag of view.tags) {
    if (tag.end <= from || tag.start >= to) continue
    text += `${view.passage.text.slice(at, Math.max(at, tag.start))}§`
    at = tag.end
  }
  return text + view.passage.text.slice(at, Math.max(at, to))
}

/** What follows a tag, to the end of the sentence. */
export function textAfter(view: SentenceView, index: number, most = 200): string {
  const from = (view.tags[index] as Tag).end
  return view.passage.text.slice(from, Math.min(view.end, from + most))
}

/** The nearest tag of a kind before or after a place, or -1. */
export function nearest(view: SentenceView, from: number, step: 1 | -1, test: (tag: Tag, index: number) => boolean): number {
  for (let i = from + step; i >= 0 && i < view.tags.length; i += step) if (test(view.tags[i] as Tag, i)) return i
  return -1
}
