import type { ContextBlock, ImageBlock, KnownBlock } from '@slack/types'
import { type NumberedSources, numberCitations } from '../../message/citations.ts'
import { type Block, type BlockOf, type Message, spansOf, type Text } from '../../message/message.ts'
import { actionBlocks } from './actions.ts'
import { clean, escapeMrkdwn, escapeText, mrkdwnLink } from './escape.ts'
import { cut, limits } from './limits.ts'
import { notificationText } from './notification.ts'
import { type Numbers, richText, richTextGroups, section } from './rich-text.ts'
import { listBlocks, tableBlocks, withMarks } from './table.ts'

/** One Slack message: blocks, and the text that notifications and screen readers take. */
export interface Payload {
  text: string
  blocks: KnownBlock[]
}

/** What a rendering depends on beside the message. */
export interface RenderOptions {
  /** Ids of uploaded pictures, in the order of the message's images; where one is null the picture's words stand in. */
  files?: readonly (string | null)[]
  /** The typed command that this answers: adds the adapter's own row (share, evidence), and lets a click update in place. */
  line?: string
  /** Offers "Share to channel": the answer is seen by one person only. */
  share?: boolean
}

/**
 * A message as Slack messages, in order. Pure. Every number of `limits` is kept; what does not fit one message goes on in the next, cut between
 * statements, marks and sources whole. Nothing of the message's text is parsed by Slack except in context blocks, where it is escaped.
 */
export function render(message: Message, options: RenderOptions = {}): Payload[] {
  const cited = numberCitations(message)
  const body = [...message.blocks]
  const actions: BlockOf<'actions'>[] = []
  // a message ends with its sources, and its buttons under them
  for (let last = body.at(-1); last?.type === 'actions'; last = body.at(-1)) actions.unshift(body.pop() as BlockOf<'actions'>)
  let images = 0
  const blocks = [
    ...headerBlocks(message.title, cited.numbers),
    ...body.flatMap((block) =>
      blocksOf(block, cited.numbers, block.type === 'image' ? (options.files?.[images++] ?? null) : null, options),
    ),
    ...sourceBlocks(cited.sources),
    ...actionBlocks(actions, message, options),
  ]
  const text = notificationText(message, cited.numbers)
  return pack(blocks).map((part, index) => ({
    text: index === 0 ? text : cut(`${escapeText(message.title)} (continued)`, 200),
    blocks: part,
  }))
}

function blocksOf(block: Block, numbers: Numbers, file: string | null, options: RenderOptions): KnownBlock[] {
  switch (block.type) {
    case 'heading':
      return headerBlocks(block.text, numbers)
    case 'paragraph':
      return richTextGroups(block.text, numbers).map((group) => richText(section(group)))
    case 'list':
      return listBlocks(block.items, block.ordered ?? false, numbers)
    case 'fields':
      return fieldBlocks(block, numbers)
    case 'table':
      return tableBlocks(block, numbers)
    case 'quote':
      return quoteBlocks(block, numbers)
    case 'context':
      return contextBlocks(spansOf(block.text).map((span) => mrkdwnSpan(span, numbers)))
    case 'image':
      return imageBlocks(block, file)
    case 'divider':
      return [{ type: 'divider' }]
    case 'actions':
      return actionBlocks(
        [block],
        { title: '', blocks: [], citations: {} },
        { ...(options.line ? { line: options.line } : {}), plain: true },
      )
  }
}

/** A header cannot hold more than 150 characters; what is longer stands in bold, whole. */
function headerBlocks(text: string, numbers: Numbers): KnownBlock[] {
  const title = clean(text).trim()
  if (title === '') return []
  if ([...title].length <= limits.header && title.length <= limits.header)
    return [{ type: 'header', text: { type: 'plain_text', text: title, emoji: false } }]
  return richTextGroups([{ text: title, bold: true }], numbers).map((group) => richText(section(group)))
}

function fieldBlocks(block: BlockOf<'fields'>, numbers: Numbers): KnownBlock[] {
  const blocks: KnownBlock[] = []
  let lines: ReturnType<typeof section>[] = []
  let size = 0
  const close = () => {
    if (lines.length > 0) blocks.push(richText(...lines))
    lines = []
    size = 0
  }
  for (const { label, value } of block.fields) {
    for (const group of richTextGroups([{ text: label, bold: true }, ': ', ...value], numbers)) {
      const length = JSON.stringify(group).length + 50
      if (size + length > limits.textJson) close()
      lines.push(section(group))
      size += length
    }
  }
  close()
  return blocks
}

function quoteBlocks(block: BlockOf<'quote'>, numbers: Numbers): KnownBlock[] {
  const quotes: KnownBlock[] = richTextGroups(block.text, numbers).map((elements) =>
    richText({ type: 'rich_text_quote', elements }),
  )
  const by = block.by ? richTextGroups(block.by, numbers).map((group) => richText(section(group))) : []
  return [...quotes, ...by]
}

function imageBlocks(block: BlockOf<'image'>, file: string | null): KnownBlock[] {
  const alt = clean(block.alt).trim() || block.chart.title || 'Chart'
  if (file === null) return contextBlocks([escapeMrkdwn(block.chart.title ? `${block.chart.title}: ` : ''), escapeMrkdwn(alt)])
  const fits = [...alt].length <= limits.altText
  const image: ImageBlock = { type: 'image', alt_text: cut(alt, limits.altText), slack_file: { id: file } }
  return fits ? [image] : [image, ...contextBlocks([escapeMrkdwn(alt)])]
}

function mrkdwnSpan(span: ReturnType<typeof spansOf>[number], numbers: Numbers): string {
  return (
    mrkdwnLink(span.url, span.text, limits.contextText) +
    escapeMrkdwn(withMarks([{ text: '', ...(span.cite ? { cite: span.cite } : {}) }], numbers))
  )
}

/** Pieces of mrkdwn, each already escaped, flowing together; a piece with a link in it is never cut. */
function contextBlocks(pieces: string[], separator = ''): ContextBlock[] {
  const texts: string[] = []
  for (const piece of pieces.flatMap((each) => (each.length > limits.contextText ? cutEscaped(each) : [each]))) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + separator.length + piece.length <= limits.contextText)
      texts[texts.length - 1] = last + separator + piece
    else texts.push(piece)
  }
  return texts
    .filter((text) => text.trim() !== '')
    .map((text) => ({ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] }))
}

/** Cuts escaped text between characters, never inside `&amp;`. */
function cutEscaped(text: string): string[] {
  const parts = ['']
  for (const [unit] of text.matchAll(/&(?:amp|lt|gt);|<[^>]*>|./gsu)) {
    if (parts.at(-1)!.length + unit.length > limits.contextText) parts.push('')
    parts[parts.length - 1] += unit
  }
  return parts
}

/** One line a source: number, title as its link, publisher, date, and whether it is our own notes. */
function sourceBlocks(sources: NumberedSources['sources']): KnownBlock[] {
  const lines = sources.map(({ number, citation }) => {
    const title = cut(clean(citation.title).replace(/\s+/g, ' ').trim() || 'untitled', 150)
    const details = [
      citation.publisher ? cut(citation.publisher, 80) : null,
      citation.published,
      citation.form === 'notes' ? 'notes' : null,
    ]
    return `[${number}] ${[mrkdwnLink(citation.url, title, limits.contextText - 600), ...details.filter((each) => each !== null).map(escapeMrkdwn)].join(', ')}`
  })
  return contextBlocks(lines, '\n')
}

/** Left free in each message: what a caption and its block add where a data table must be simplified. */
const spare = 900

/** Fills messages with blocks in order, each under the number of blocks and under the length that Slack takes. */
function pack(blocks: KnownBlock[]): KnownBlock[][] {
  const parts: KnownBlock[][] = [[]]
  let size = 0
  for (const block of blocks) {
    const length = JSON.stringify(block).length + 1
    const part = parts.at(-1)!
    if (part.length > 0 && (part.length >= limits.blocks || size + length > limits.blocksJson - spare)) {
      parts.push([])
      size = 0
    }
    parts.at(-1)!.push(block)
    size += length
  }
  return parts
}

/** A text as rich text blocks, for views and short notices of the adapter's own. */
export const paragraph = (text: Text): KnownBlock[] => richTextGroups(text, () => []).map((group) => richText(section(group)))
