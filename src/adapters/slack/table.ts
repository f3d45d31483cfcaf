import type {
  DataTableBlock,
  KnownBlock,
  RawNumberElement,
  RawTextElement,
  RichTextBlock,
  RichTextElement,
  RichTextSection,
  TableBlock,
} from '@slack/types'
import { marks } from '../../message/citations.ts'
import { type BlockOf, type Cell, spansOf, type Text } from '../../message/message.ts'
import { clean } from './escape.ts'
import { cut, limits } from './limits.ts'
import { type Numbers, richText, richTextGroups, section } from './rich-text.ts'

type Table = BlockOf<'table'>
type SlackCell = RawTextElement | RawNumberElement | RichTextBlock

/**
 * A table as native data tables, as many as its size asks for, each with the header row. A table that cannot be one (over 20 columns, no rows, a row
 * that fills a message) comes as a list, one item a row.
 */
export function tableBlocks(table: Table, numbers: Numbers): KnownBlock[] {
  const width = Math.max(table.columns.length, ...table.rows.map((row) => row.length))
  if (width === 0 || width > limits.tableColumns || table.rows.length === 0) return tableText(table, numbers)
  const header = Array.from({ length: width }, (_, index) => rawText(table.columns[index]?.label ?? ''))
  const rows = table.rows.map((row) => Array.from({ length: width }, (_, index) => slackCell(row[index], numbers)))
  const room = limits.tableJson - JSON.stringify(header).length
  const lengths = rows.map((row) => rowLength(header, row))
  if (lengths.some((length) => length > room)) return tableText(table, numbers)
  const parts = inParts(rows, lengths, room)
  const caption = clean(table.caption).trim() || 'Table'
  return parts.map(
    (part, index): DataTableBlock => ({
      type: 'data_table',
      caption: cut(caption, limits.caption) + (parts.length > 1 ? ` (${index + 1} of ${parts.length})` : ''),
      rows: [header, ...part],
      page_size: part.length <= limits.tablePage ? part.length : limits.tablePage / 2,
    }),
  )
}

/** Rows in as few parts as their lengths allow, of about the same length, so that no table is cut for its last row alone. */
function inParts(rows: SlackCell[][], lengths: number[], room: number): SlackCell[][][] {
  const fill = (most: number): SlackCell[][][] => {
    const parts: SlackCell[][][] = [[]]
    let size = 0
    for (const [index, row] of rows.entries()) {
      const length = lengths[index]!
      if (parts.at(-1)!.length > 0 && (size + length > most || parts.at(-1)!.length >= limits.dataTableRows)) {
        parts.push([])
        size = 0
      }
      parts.at(-1)!.push(row)
      size += length
    }
    return parts
  }
  const fewest = fill(room)
  const share = lengths.reduce((sum, length) => sum + length, 0) / fewest.length
  const even = fill(Math.min(room, share + Math.max(...lengths)))
  return even.length <= fewest.length ? even : fewest
}

const rawText = (text: string): RawTextElement => ({ type: 'raw_text', text: clean(text).trim() || '–' })

/** A number sorts as one; what is bold or linked needs rich text, which a raw cell has not. */
function slackCell(cell: Cell | undefined, numbers: Numbers): SlackCell {
  if (!cell) return rawText('')
  const spans = spansOf(cell.text)
  if (spans.some((span) => span.bold || span.url)) return richText(...richTextGroups(cell.text, numbers, Infinity).map(section))
  const text = rawText(withMarks(cell.text, numbers)).text
  return cell.value !== undefined && Number.isFinite(cell.value)
    ? { type: 'raw_number', value: cell.value, text }
    : { type: 'raw_text', text }
}

/** A text with its marks, as plain characters. */
export const withMarks = (text: Text, numbers: Numbers): string =>
  spansOf(text)
    .map((span) => {
      const cited = numbers(span)
      return cited.length > 0 ? `${span.text} ${marks(cited)}` : span.text
    })
    .join('')

/** A table as a list: the first cell in bold, then "column: value" for each other. */
function tableText(table: Table, numbers: Numbers): KnownBlock[] {
  const blocks: KnownBlock[] = []
  if (table.caption.trim()) blocks.push(richText(...richTextGroups([{ text: table.caption, bold: true }], numbers).map(section)))
  const items = table.rows.map((row): Text => {
    const [first, ...rest] = row
    const head: Text = spansOf(first?.text ?? []).map((span) => ({ ...span, bold: true }))
    return [
      ...head,
      ...rest.flatMap((cell, index) => [`${index === 0 ? ': ' : '; '}${table.columns[index + 1]?.label ?? ''} `, ...cell.text]),
    ]
  })
  return [...blocks, ...listBlocks(items, false, numbers)]
}

/** A list as rich text, in as many blocks as its size asks for; numbers go on where a numbered list was cut. */
export function listBlocks(items: Text[], ordered: boolean, numbers: Numbers): RichTextBlock[] {
  const blocks: RichTextBlock[] = []
  let size = Infinity
  let cutBefore = false
  for (const [index, item] of items.entries()) {
    for (const [part, elements] of richTextGroups(item, numbers).entries()) {
      const length = JSON.stringify(elements).length + 50
      if (size + length > limits.textJson) {
        cutBefore = ordered && index > 0
        const style = ordered && !cutBefore ? 'ordered' : 'bullet'
        blocks.push(richText({ type: 'rich_text_list', style, elements: [] }))
        size = 0
      }
      const list = blocks.at(-1)!.elements[0]!
      if (list.type !== 'rich_text_list') throw new Error('a list block starts with its list')
      const number = cutBefore && part === 0 ? [{ type: 'text' as const, text: `${index + 1}. ` }] : []
      list.elements.push(section([...number, ...elements]))
      size += length
    }
  }
  return blocks
}

/** The older native table for the same rows, for where a workspace does not know data tables yet. */
export function olderTable(table: DataTableBlock): TableBlock {
  const columns = table.rows[1] ?? []
  return {
    type: 'table',
    rows: table.rows,
    column_settings: columns.map((cell) => (cell.type === 'raw_number' ? { align: 'right' } : { is_wrapped: true })),
  }
}

/** The same rows as text, for where no native table is taken. */
export function textTable(table: DataTableBlock | TableBlock): RichTextBlock {
  const [header = [], ...rows] = table.rows
  return richText({ type: 'rich_text_list', style: 'bullet', elements: rows.map((row) => textRow(header, row)) })
}

/** A row as a sentence: "MMLU: Alpha 1 58.4% [1]; Beta 2 61%". What has no style of its own is one run. */
function textRow(header: SlackCell[], row: SlackCell[]): RichTextSection {
  const elements: RichTextElement[] = []
  const put = (element: RichTextElement) => {
    const last = elements.at(-1)
    if (last?.type === 'text' && element.type === 'text' && !last.style && !element.style) last.text += element.text
    else elements.push({ ...element })
  }
  for (const [index, cell] of row.entries()) {
    if (index > 0) put({ type: 'text', text: `${index === 1 ? ': ' : '; '}${plainCell(header[index])} ` })
    for (const element of cell.type === 'rich_text' ? richTextWords(cell) : [{ type: 'text' as const, text: cell.text }])
      put(element)
  }
  return section(elements)
}

/** What a row adds to a message, whether it stands in a table or in a list. */
const rowLength = (header: SlackCell[], row: SlackCell[]): number =>
  Math.max(JSON.stringify(row).length, JSON.stringify(textRow(header, row)).length) + 1

const richTextWords = (cell: RichTextBlock): RichTextElement[] =>
  cell.elements.flatMap((element) => (element.type === 'rich_text_section' ? element.elements : []))

const plainCell = (cell: SlackCell | undefined): string => (cell && cell.type !== 'rich_text' ? cell.text : '')
