import { marks, type NumberedSources } from '../../message/citations.ts'
import { type Action, type Block, type BlockOf, type Citation, type Span, spansOf, type Text } from '../../message/message.ts'
import { commandReference, customId, type Keys } from './custom-id.ts'
import { cut, limits } from './limits.ts'
import { escapeMarkdown, labelText, linkAddress, spanMarkdown, textMarkdown } from './markdown.ts'
import type { Picture, Pictures } from './pictures.ts'
import { tableRowText } from './table.ts'

export interface Button {
  id: string
  label: string
}
export interface Select {
  id: string
  placeholder: string
  options: { label: string; value: string; description?: string }[]
}

/**
 * The smallest things that a message is split into. A text is whole: it is never parted from its source marks. `joins`: it goes
 * on right below the text before it.
 */
export type Piece =
  | { kind: 'text'; markdown: string; numbers: number[]; joins: boolean }
  | { kind: 'picture'; picture: Picture }
  | { kind: 'divider' }
  | { kind: 'buttons'; buttons: Button[] }
  | { kind: 'select'; select: Select }

/** A text longer than this is split between its spans, so that its sources find room beside it. Ours. */
const longestText = 1_600
/** Source marks that stand together; more go on in the next piece. */
const mostMarks = 60

/** A block as pieces. `pictures` has the blocks that are drawn; the others are text. */
export function blockPieces(block: Block, numbered: NumberedSources, pictures: Pictures, keys: Keys): Piece[] {
  const drawn = pictures.get(block)
  if (drawn) return drawn.map((picture) => ({ kind: 'picture', picture }))
  const lines = (texts: { text: Text; prefix?: string }[]): Piece[] =>
    texts
      .flatMap(({ text, prefix = '' }) => textPieces(text, numbered, prefix))
      .map((piece, index) => ({ ...piece, joins: index > 0 }))
  switch (block.type) {
    case 'heading':
      return lines([{ text: [block.text], prefix: '### ' }])
    case 'paragraph':
      return lines([{ text: block.text }])
    case 'context':
      return lines([{ text: block.text, prefix: '-# ' }])
    case 'quote':
      return lines([{ text: block.text, prefix: '> ' }, ...(block.by ? [{ text: ['— ', ...block.by], prefix: '> ' }] : [])])
    case 'list':
      return lines(block.items.map((text, index) => ({ text, prefix: block.ordered ? `${index + 1}. ` : '- ' })))
    case 'fields':
      return lines(block.fields.map(({ label, value }) => ({ text: [{ text: label, bold: true }, ': ', ...value] })))
    case 'table':
      return lines([
        { text: [{ text: block.caption, bold: true }] },
        ...block.rows.map((row) => ({ text: tableRowText(block, row), prefix: '- ' })),
      ])
    case 'image':
      return lines([{ text: [{ text: block.chart.title, bold: true }] }, { text: [block.alt] }])
    case 'divider':
      return [{ kind: 'divider' }]
    case 'actions':
      return [...buttonPieces(block.buttons, keys), ...selectPieces(block.select, keys)]
  }
}

type TextPiece = Extract<Piece, { kind: 'text' }>

/** A text as one piece, or, where it is too long, as several that part between spans; a span's marks stay with the span's end. */
function textPieces(text: Text, numbered: NumberedSources, prefix: string): TextPiece[] {
  const found: TextPiece[] = []
  let spans: Span[] = []
  let length = 0
  const flush = () => {
    const markdown = textMarkdown(spans, numbered).trim()
    const numbers = [...new Set(spans.flatMap((span) => numbered.numbers(span)))]
    if (markdown !== '') found.push({ kind: 'text', markdown: prefix + markdown, numbers, joins: false })
    spans = []
    length = 0
  }
  for (const span of spansOf(text).flatMap((each) => shortSpans(each, numbered))) {
    const size = spanMarkdown(span, numbered).length + 1
    if (length > 0 && length + size > longestText) flush()
    spans.push(span)
    length += size
  }
  flush()
  return found
}

/** A span as spans that each fit into a piece: long text parts between words, its marks stay at the end. */
function shortSpans(span: Span, numbered: NumberedSources): Span[] {
  if (spanMarkdown(span, numbered).length <= longestText) return [span]
  const { cite = [], ...bare } = span
  const parts: Span[] = wordRuns(span.text, longestText / 4).map((text) => ({ ...bare, text }))
  const groups = Array.from({ length: Math.ceil(cite.length / mostMarks) }, (_, index) =>
    cite.slice(index * mostMarks, (index + 1) * mostMarks),
  )
  const last = parts[parts.length - 1]
  if (last && groups[0]) last.cite = groups[0]
  for (const group of last ? groups.slice(1) : groups) parts.push({ text: '', cite: group })
  return parts
}

/** Cuts a text into runs of at most `longest` UTF-16 units, between words where there are any; nothing is lost. */
function wordRuns(text: string, longest: number): string[] {
  const runs: string[] = []
  let run = ''
  for (const word of text.match(/\s+|[^\s]+/g) ?? []) {
    if (run.length + word.length <= longest) {
      run += word
      continue
    }
    if (run !== '') runs.push(run)
    run = ''
    for (const character of word) {
      if (run.length + character.length > longest) {
        runs.push(run)
        run = ''
      }
      run += character
    }
  }
  if (run !== '') runs.push(run)
  return runs
}

/**
 * Buttons in rows of five; one whose command has no key is left out, since it could not work. Of two that do the same, the first
 * stays.
 */
export function buttonPieces(actions: Action[], keys: Keys): Piece[] {
  const buttons = actions.flatMap(({ label, command }): Button[] => {
    const id = customId('run', command, keys)
    return id ? [{ id, label: cut(labelText(label) || labelText(command) || '…', limits.buttonLabel) }] : []
  })
  return rows(buttons)
}

/** Rows of five buttons. */
export function rows(buttons: Button[]): Piece[] {
  const unique = buttons.filter(({ id }, index) => buttons.findIndex((other) => other.id === id) === index)
  return Array.from({ length: Math.ceil(unique.length / limits.rowButtons) }, (_, index) => ({
    kind: 'buttons',
    buttons: unique.slice(index * limits.rowButtons, (index + 1) * limits.rowButtons),
  }))
}

function selectPieces(select: BlockOf<'actions'>['select'], keys: Keys): Piece[] {
  if (!select) return []
  const options = select.options.flatMap(({ label, command }) => {
    const value = commandReference(command, keys)
    return value ? [{ label: cut(labelText(label) || labelText(value) || '…', limits.optionText), value }] : []
  })
  return choicePieces(select.placeholder, options)
}

/** Selects of 25 options each. */
export function choicePieces(placeholder: string, options: Select['options']): Piece[] {
  const unique = options.filter(({ value }, index) => options.findIndex((other) => other.value === value) === index)
  const count = Math.ceil(unique.length / limits.options)
  return Array.from({ length: count }, (_, index) => ({
    kind: 'select',
    select: {
      id: '',
      placeholder: cut(`${labelText(placeholder)}${count > 1 ? ` (${index + 1} of ${count})` : ''}`, limits.placeholder),
      options: unique.slice(index * limits.options, (index + 1) * limits.options),
    },
  }))
}

/** A source as a line of small text: number, title with its link, publisher, date. */
export function sourceLine(number: number, citation: Citation): string {
  const title = escapeMarkdown(cut(citation.title, limits.sourceTitle)).trim() || 'untitled'
  const address = citation.url === null ? undefined : linkAddress(citation.url, limits.sourceUrl)
  const about = [
    cut(citation.publisher ?? 'publisher unknown', limits.sourceTitle),
    citation.published ?? 'undated',
    ...(citation.form === 'notes' ? ['notes'] : []),
  ].map(escapeMarkdown)
  return `-# ${marks([number])} ${address ? `[${title}](${address})` : title} — ${about.join(', ')}`
}
