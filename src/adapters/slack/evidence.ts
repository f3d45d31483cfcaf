import type { PlainTextOption } from '@slack/types'
import { numberCitations } from '../../message/citations.ts'
import { type Block, type Message, plainText, type Span, spansOf, type Text } from '../../message/message.ts'
import { clean } from './escape.ts'
import { cut, limits } from './limits.ts'

/**
 * The choices of the menu "Show the sentence behind…": one for each cited claim of a message, worded as the message words it, that `typed` is found in.
 * Each value is a typed command.
 */
export function evidenceOptions(message: Message, typed: string): PlainTextOption[] {
  const { numbers } = numberCitations(message)
  const wanted = typed.trim().toLowerCase()
  const found = new Map<string, PlainTextOption>()
  for (const { span, before } of message.blocks.flatMap(citedSpans)) {
    for (const claim of span.cite ?? []) {
      const quote = span.text.trim() || message.citations[claim]?.quote || claim
      const words = clean([before, quote].filter(Boolean).join(': ')).replace(/\s+/g, ' ').trim()
      const number = numbers({ text: '', cite: [claim] }).map((each) => `[${each}] `)[0] ?? ''
      const value = `evidence ${claim}`
      if (found.has(claim) || value.length > limits.optionValue || !words.toLowerCase().includes(wanted)) continue
      found.set(claim, { text: { type: 'plain_text', text: cut(number + words, limits.optionText), emoji: false }, value })
    }
  }
  return [...found.values()].slice(0, limits.options)
}

interface Cited {
  span: Span
  /** What tells one number from another: a table's row and column, a field's label. */
  before: string
}

function citedSpans(block: Block): Cited[] {
  const of = (text: Text, before = ''): Cited[] =>
    spansOf(text)
      .filter((span) => span.cite?.length)
      .map((span) => ({ span, before }))
  switch (block.type) {
    case 'paragraph':
    case 'context':
      return of(block.text)
    case 'quote':
      return [...of(block.text), ...(block.by ? of(block.by) : [])]
    case 'list':
      return block.items.flatMap((item) => of(item))
    case 'fields':
      return block.fields.flatMap(({ label, value }) => of(value, label))
    case 'table':
      return block.rows.flatMap((row) =>
        row.flatMap((cell, index) =>
          of(
            cell.text,
            [index === 0 ? '' : plainText(row[0]?.text ?? []), block.columns[index]?.label ?? ''].filter(Boolean).join(', '),
          ),
        ),
      )
    default:
      return []
  }
}
