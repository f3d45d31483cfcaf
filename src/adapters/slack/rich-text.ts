import type { RichTextBlock, RichTextElement, RichTextSection } from '@slack/types'
import { marks } from '../../message/citations.ts'
import { type Span, spansOf, type Text } from '../../message/message.ts'
import { clean, linkable } from './escape.ts'
import { limits } from './limits.ts'

/** The numbers that stand after a span, from `numberCitations`. */
export type Numbers = (span: Span) => number[]

/** Longest text of one element, so that one element never fills a piece. */
const longestElement = 1_000

/**
 * A text as rich text elements, in groups that each stay under `limits.textJson`. Nothing in rich text is parsed, so nothing needs escaping. Marks stay
 * with the words they belong to: a group ends between spans, or between words of a long span, whose marks follow its last words.
 */
export function richTextGroups(text: Text, numbers: Numbers, longest: number = limits.textJson): RichTextElement[][] {
  const groups: RichTextElement[][] = [[]]
  let size = 0
  for (const atom of spansOf(text).flatMap((span) => atoms(span, numbers(span)))) {
    const length = JSON.stringify(atom).length
    if (size > 0 && size + length > longest) {
      groups.push([])
      size = 0
    }
    groups.at(-1)!.push(...atom)
    size += length
  }
  return groups.filter((group) => group.length > 0)
}

/** A span's elements; each inner array belongs together. */
function atoms(span: Span, cited: number[]): RichTextElement[][] {
  const parts = splitWords(clean(span.text), longestElement)
  const elements = parts.map((part) => [element(part, span)])
  if (cited.length === 0) return elements
  const mark: RichTextElement = { type: 'text', text: `${span.text === '' ? '' : ' '}${marks(cited)}` }
  const last = elements.pop() ?? []
  return [...elements, [...last, mark]]
}

function element(text: string, span: Span): RichTextElement {
  const style = {
    ...(span.bold && { bold: true }),
    ...(span.italic && { italic: true }),
    ...(span.strike && { strike: true }),
    ...(span.code && { code: true }),
  }
  const styled = Object.keys(style).length > 0 ? { style } : {}
  const url = linkable(span.url, limits.url / 2)
  return url ? { type: 'link', url, text, ...styled } : { type: 'text', text, ...styled }
}

/** Cuts a text into parts of at most `longest` characters, after a space where there is one; nothing is lost. */
export function splitWords(text: string, longest: number): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > longest) {
    const space = rest.lastIndexOf(' ', longest - 1)
    let at = space > longest / 2 ? space + 1 : longest
    // never between the halves of one character
    if (/[\ud800-\udbff]/.test(rest[at - 1]!)) at--
    parts.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return rest === '' ? parts : [...parts, rest]
}

/** One paragraph of rich text. */
export const section = (elements: RichTextElement[]): RichTextSection => ({ type: 'rich_text_section', elements })

/** A rich text block of paragraphs, lists and quotes. */
export const richText = (...elements: RichTextBlock['elements']): RichTextBlock => ({ type: 'rich_text', elements })
