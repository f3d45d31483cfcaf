import type { Article, Block } from '../article.ts'
import { fold } from './fold.ts'
import { splitSentences } from './sentences.ts'

/** One sentence: offsets into the passage's text. */
export interface Sentence {
  start: number
  end: number
  text: string
}

/**
 * One block, cleaned for analysis. `text` holds no markup; `source(offset)` gives the place in the article's text that a character of
 * it stands for. A table has its text but no sentences: its cells are read by the table reader.
 */
export interface Passage {
  index: number
  block: Block
  text: string
  sentences: Sentence[]
  /** The nearest heading above, cleaned, or null. */
  heading: string | null
  /** All headings that the block stands under, from the highest to the nearest. */
  headings: string[]
  /** For a list item: the passage that it hangs under, an item of a lower level or the line that opens the list. */
  parent: number | null
  /** Restates the body (FAQ, key points): no second source. */
  restated: boolean
  source(offset: number): number
  sourceEnd(offset: number): number
}

/**
 * The article's blocks as passages, in order; boilerplate gives none. Headings and titles are passages too, with their sentences.
 * `passages[i].index === i`.
 */
export function passages(article: Article): Passage[] {
  const found: Passage[] = []
  let path: { level: number; text: string }[] = []
  const items: { level: number; index: number }[] = []
  let opener: number | null = null
  for (const block of article.blocks) {
    if (block.kind === 'boilerplate') continue
    const passage = passageOf(article, block, found.length)
    if (passage.text === '') continue
    if (block.kind === 'heading' || block.kind === 'title') {
      const level = block.kind === 'title' ? 0 : (block.level ?? 6)
      path = path.filter((heading) => heading.level < level)
      passage.headings = path.map((heading) => heading.text)
      passage.heading = passage.headings.at(-1) ?? null
      path.push({ level, text: passage.text })
      opener = null
      items.length = 0
    } else {
      passage.headings = path.map((heading) => heading.text)
      passage.heading = passage.headings.at(-1) ?? null
      if (block.kind === 'item') {
        const level = block.level ?? 1
        while (items.length > 0 && (items.at(-1)?.level ?? 0) >= level) items.pop()
        passage.parent = items.at(-1)?.index ?? opener
        items.push({ level, index: passage.index })
      } else {
        items.length = 0
        opener = /:["')]?$/.test(passage.text) ? passage.index : null
      }
    }
    found.push(passage)
  }
  return found
}

/** A passage of any stretch of an article, such as one table cell: [block.start, block.end) is what is cleaned. */
export function passageOf(article: Article, block: Block, index: number): Passage {
  const folded = fold(article.text, block.start, block.end)
  const ranges = block.kind === 'table' ? [] : splitSentences(folded.text)
  return {
    index,
    block,
    text: folded.text,
    sentences: ranges.map(({ start, end }) => ({ start, end, text: folded.text.slice(start, end) })),
    heading: null,
    headings: [],
    parent: null,
    restated: block.kind === 'faq' || block.kind === 'keypoint',
    source: (offset) => folded.starts[offset] ?? block.end,
    sourceEnd: (offset) => (offset <= 0 ? block.start : (folded.ends[offset - 1] ?? block.end)),
  }
}

/** The stored text that passage.text[start, end) stands for: `article.text.slice(start, end) === quote`, markup inside included. */
export function quoteOf(
  article: Article,
  passage: Passage,
  start: number,
  end: number,
): { start: number; end: number; quote: string } {
  const from = passage.source(start)
  const to = Math.max(from, passage.sourceEnd(end))
  return { start: from, end: to, quote: article.text.slice(from, to) }
}

/**
 * The same for a whole sentence that is shown as it stands: bold marks and links that it cuts in half are taken in, so that no "**" and no "]("
 * is left without its other end.
 */
export function sentenceQuoteOf(
  article: Article,
  passage: Passage,
  start: number,
  end: number,
): { start: number; end: number; quote: string } {
  const { text } = article
  let { start: from, end: to } = quoteOf(article, passage, start, end)
  if (text[from - 1] === '[' && /^[^[\]]*\]\(/.test(text.slice(from, to))) from--
  const link = /^\]\([^()\s]*\)/.exec(text.slice(to, to + longestLink))
  if (link && text.lastIndexOf('[', to) >= from) to += link[0].length
  if (text.slice(from, to).split('**').length % 2 === 0) {
    if (text.slice(from - 2, from) === '**') from -= 2
    else if (text.slice(to, to + 2) === '**') to += 2
  }
  return { start: from, end: to, quote: text.slice(from, to) }
}

const longestLink = 400
