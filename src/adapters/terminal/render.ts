import { type NumberedSources, numberCitations } from '../../message/citations.ts'
import type { Block, Message } from '../../message/message.ts'
import { renderChart } from './chart.ts'
import { limits } from './limits.ts'
import { pad, printable, styled, widthOf, wrap } from './lines.ts'
import { renderTable } from './table.ts'

export interface TerminalOptions {
  /** Columns of the terminal. */
  width: number
  /** Styles may be used (off with NO_COLOR or a pipe). */
  color: boolean
}

/** A message as text for a terminal, sources below. Ends with a newline. */
export function renderTerminal(message: Message, options: TerminalOptions): string {
  const width = Math.max(limits.leastWidth, Math.min(options.width, limits.mostWidth))
  const { color } = options
  const numbered = numberCitations(message)
  const parts: string[][] = []
  if (message.title)
    parts.push(wrap([{ text: message.title }], width, color, null).map((line) => styled(line, ['bold', 'underline'], color)))
  for (const block of message.blocks) {
    const lines = renderBlock(block, width, color, numbered)
    if (lines.length > 0) parts.push(lines)
  }
  if (numbered.sources.length > 0) parts.push(renderSources(numbered, width, color))
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function renderBlock(block: Block, width: number, color: boolean, numbered: NumberedSources): string[] {
  switch (block.type) {
    case 'heading':
      return wrap([{ text: block.text }], width, color, null).map((line) => styled(line, ['bold'], color))
    case 'paragraph':
      return wrap(block.text, width, color, numbered)
    case 'context':
      return wrap(block.text, width, color, numbered).map((line) => styled(line, ['dim'], color))
    case 'quote':
      return [
        ...wrap(block.text, width - 2, color, numbered),
        ...(block.by ? wrap(['— ', ...block.by], width - 2, color, numbered) : []),
      ].map((line) => `│ ${line}`)
    case 'list':
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${index + 1}. ` : '• '
        return wrap(item, width - mark.length, color, numbered).map(
          (line, at) => (at === 0 ? mark : ' '.repeat(mark.length)) + line,
        )
      })
    case 'fields': {
      const label = Math.min(24, Math.max(...block.fields.map((field) => widthOf(field.label)), 0))
      return block.fields.flatMap((field) =>
        wrap(field.value, width - label - 2, color, numbered).map((line, at) =>
          `${styled(pad(at === 0 ? field.label : '', label, 'left'), ['bold'], color)}  ${line}`.trimEnd(),
        ),
      )
    }
    case 'table':
      return renderTable(block, width, color, numbered)
    case 'image':
      return renderChart(block.chart, width, color)
    case 'divider':
      return [styled('─'.repeat(width), ['dim'], color)]
    case 'actions': {
      const commands = [...block.buttons, ...(block.select?.options ?? [])].slice(0, limits.shownActions)
      return commands.map(({ label, command }) => {
        const typed = `/${printable(command)}`
        return styled(`› ${label === typed ? '' : `${printable(label)}: `}${typed}`, ['dim'], color)
      })
    }
  }
}

function renderSources(numbered: NumberedSources, width: number, color: boolean): string[] {
  const lines = [styled('Sources', ['bold'], color)]
  for (const { number, citation } of numbered.sources) {
    const mark = `[${number}] `
    const about = [
      citation.publisher ?? 'publisher unknown',
      citation.published ?? 'undated',
      ...(citation.form === 'notes' ? ['notes'] : []),
    ].join(', ')
    const text = [`${citation.title} — ${about}`, ...(citation.url ? ['  ', { text: citation.url, url: citation.url }] : [])]
    lines.push(
      ...wrap(text, width - mark.length, color, null).map((line, at) => (at === 0 ? mark : ' '.repeat(mark.length)) + line),
    )
  }
  return lines
}
