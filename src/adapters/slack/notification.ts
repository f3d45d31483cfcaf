import { type Block, type Message, plainText } from '../../message/message.ts'
import { escapeText } from './escape.ts'
import { limits } from './limits.ts'
import type { Numbers } from './rich-text.ts'
import { withMarks } from './table.ts'

/** What a notification and a screen reader get in place of the blocks: title and words, cut at a word where too long. */
export function notificationText(message: Message, numbers: Numbers): string {
  const lines = [message.title, ...message.blocks.flatMap((block) => linesOf(block, numbers))]
  const whole = escapeText(
    lines
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .join('\n'),
  )
  if (whole === '') return 'Launchwire'
  if (whole.length <= limits.text) return whole
  const room = whole.slice(0, limits.text - 1)
  // not inside an escape such as &amp;
  return `${room.slice(0, Math.max(room.search(/\s\S*$/), 0) || room.lastIndexOf('&')).trimEnd() || room.replace(/&[a-z]*$/, '')}…`
}

function linesOf(block: Block, numbers: Numbers): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text]
    case 'paragraph':
    case 'context':
      return [withMarks(block.text, numbers)]
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${withMarks(item, numbers)}`)
    case 'fields':
      return block.fields.map(({ label, value }) => `${label}: ${withMarks(value, numbers)}`)
    case 'table':
      return [
        block.caption,
        ...block.rows.map((row) =>
          row
            .map((cell, index) =>
              index === 0 ? plainText(cell.text) : `${block.columns[index]?.label ?? ''} ${withMarks(cell.text, numbers)}`,
            )
            .join(' · '),
        ),
      ]
    case 'quote':
      return [`“${withMarks(block.text, numbers)}”`, ...(block.by ? [withMarks(block.by, numbers)] : [])]
    case 'image':
      return [block.alt]
    case 'divider':
    case 'actions':
      return []
  }
}
