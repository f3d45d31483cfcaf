import type { Block } from '../article.ts'
import { isBoilerplateLine, plainTitle, sectionOf } from './boilerplate.ts'
import { htmlSegments, trimmed } from './html-segments.ts'
import { isWrapped, lineBlocks } from './lines.ts'

/**
 * The blocks of a stored text, in order and without overlap; offsets into `text`. Reads plain lines, markdown and raw HTML, also mixed.
 * Boxes that restate the body come as `keypoint`, questions and answers as `faq`, what is not the article as `boilerplate`.
 * Never throws; linear in the length of the text.
 */
export function findBlocks(text: string): Block[] {
  const wrapped = isWrapped(text)
  const blocks: Block[] = []
  for (const segment of htmlSegments(text)) {
    const { start, end } = trimmed(text, segment.start, segment.end)
    if (start >= end) continue
    if (segment.kind === 'table') blocks.push({ kind: 'table', start, end, rows: segment.rows ?? [] })
    else if (segment.kind === 'flow' || (segment.kind === 'paragraph' && /\n[ \t]*\n/.test(text.slice(start, end)))) {
      for (const block of lineBlocks(text, start, end, wrapped)) blocks.push(block)
    } else if (hasWords(text, start, end)) {
      blocks.push({ kind: segment.kind, start, end, ...(segment.level === undefined ? {} : { level: segment.level }) })
    }
  }
  return markSections(text, markHeadings(text, blocks))
}

/** A block that is only tags and marks says nothing. */
function hasWords(text: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end).replace(/<[^<>]*>/g, ''))
}

/** A short line without a full stop before a paragraph of full sentences is a heading, as in text taken from a page without its markup. */
export function markHeadings(text: string, blocks: Block[]): Block[] {
  return blocks.map((block, i) => {
    if (block.kind !== 'paragraph' || block.end - block.start > 100) return block
    const line = text.slice(block.start, block.end)
    if (line.includes('\n') || line.includes('|')) return block
    const known = sectionOf(line)
    if (known) return { ...block, kind: 'heading', level: 6 }
    const next = blocks[i + 1]
    if (!next || !/^["“'‘(]?[\p{L}\p{N}…]/u.test(line) || /[.!,;:]["”')\]]*$/.test(line)) return block
    if (next.kind !== 'paragraph') return block
    const after = text.slice(next.start, next.end)
    const sentence = after.length > 100 || (/[.!?]["”')\]]*$/.test(after) && after.length > 40 && after.length > line.length)
    return sentence && line.length <= 90 ? { ...block, kind: 'heading', level: 6 } : block
  })
}

/**
 * Marks what stands under the heading of a box, a list of questions or a part that is not the article. A section ends at the next
 * heading of its own or a higher rank; headings known only by their shape (level 6) end it too, except questions under an FAQ.
 */
export function markSections(text: string, blocks: Block[]): Block[] {
  let section: { kind: 'keypoint' | 'faq' | 'boilerplate'; level: number } | null = null
  return blocks.map((block) => {
    const line = text.slice(block.start, Math.min(block.end, block.start + 400))
    if (block.kind === 'heading') {
      const level = block.level ?? 6
      const opened = sectionOf(line)
      const question = /\?["”')\]*_]*$/.test(line.trimEnd())
      if (opened) section = { kind: opened, level }
      else if (section && !(section.kind === 'faq' && question) && level <= section.level) section = null
      else if (section?.kind === 'boilerplate' && level === 6) section = null
      if (opened === 'boilerplate' || section?.kind === 'boilerplate') return { ...block, kind: 'boilerplate' as const }
      return section && !opened && section.kind === 'faq' ? { ...block, kind: 'faq' as const } : block
    }
    const whole = block.end - block.start <= 200
    if (block.kind !== 'table' && whole && isBoilerplateLine(line)) return { ...block, kind: 'boilerplate' as const }
    if (block.kind !== 'table' && whole && isInlineBox(line)) return { ...block, kind: 'keypoint' as const }
    if (!section) return block
    if (section.kind === 'boilerplate') return { ...block, kind: 'boilerplate' as const, rows: undefined }
    return block.kind === 'table' || block.kind === 'caption' ? block : { ...block, kind: section.kind }
  })
}

/** "TL;DR: …" in one line. */
function isInlineBox(line: string): boolean {
  return /^(tl;?\s?dr|key takeaway|bottom line|in short)\s*[:—–]/i.test(plainTitle(line))
}
