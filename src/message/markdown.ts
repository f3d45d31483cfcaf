import { marks, type NumberedSources, numberCitations } from './citations.ts'
import { type Block, type Message, plainText, spansOf, type Text } from './message.ts'

/** Escapes what Markdown (CommonMark with tables) would read as markup, and keeps `@name` from becoming a mention. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\`*_{}[\]<>()#+!|~$&]/g, '\\$&')
    .replace(/^(\s*)([-=]|\d+(?=[.)]))/gm, '$1\\$2')
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/\n+/g, ' ')
}

const address = (url: string): string =>
  url.replace(/[()<>\s\\]/g, (character) =>
    encodeURIComponent(character).replace(/[()]/g, (each) => (each === '(' ? '%28' : '%29')),
  )

function inline(text: Text, numbered: NumberedSources | null): string {
  return spansOf(text)
    .map((span) => {
      // emphasis may not start or end with a space
      const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(span.text)!
      let shown = span.code ? `\`${inner!.replaceAll('`', "'")}\`` : escapeMarkdown(inner!)
      if (shown !== '') {
        if (span.bold) shown = `**${shown}**`
        if (span.italic) shown = `*${shown}*`
        if (span.strike) shown = `~~${shown}~~`
        if (span.url) shown = `[${shown}](${address(span.url)})`
      }
      const numbers = numbered ? marks(numbered.numbers(span)).replace(/[[\]]/g, '\\$&') : ''
      return before! + shown + numbers + after!
    })
    .join('')
}

/** A message as Markdown, sources below. */
export function renderMarkdown(message: Message): string {
  const numbered = numberCitations(message)
  const parts = message.title ? [`# ${escapeMarkdown(message.title)}`] : []
  for (const block of message.blocks) {
    const rendered = renderBlock(block, numbered)
    if (rendered) parts.push(rendered)
  }
  if (numbered.sources.length > 0) {
    const lines = numbered.sources.map(({ number, citation }) => {
      const about = [
        citation.publisher ?? 'publisher unknown',
        citation.published ?? 'undated',
        ...(citation.form === 'notes' ? ['notes'] : []),
      ].join(', ')
      const title = citation.url
        ? `[${escapeMarkdown(citation.title)}](${address(citation.url)})`
        : escapeMarkdown(citation.title)
      return `- \\[${number}\\] ${title} — ${escapeMarkdown(about)}`
    })
    parts.push(`## Sources\n\n${lines.join('\n')}`)
  }
  return `${parts.join('\n\n')}\n`
}

function renderBlock(block: Block, numbered: NumberedSources): string {
  switch (block.type) {
    case 'heading':
      return `## ${escapeMarkdown(block.text)}`
    case 'paragraph':
      return inline(block.text, numbered)
    case 'context':
      return `*${inline(block.text, numbered).replaceAll('*', '')}*`
    case 'quote':
      return `> ${inline(block.text, numbered)}${block.by ? `\n> — ${inline(block.by, numbered)}` : ''}`
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${inline(item, numbered)}`).join('\n')
    case 'fields':
      return block.fields.map((field) => `- **${escapeMarkdown(field.label)}**: ${inline(field.value, numbered)}`).join('\n')
    case 'table': {
      const row = (cells: string[]) => `| ${cells.join(' | ')} |`
      return [
        row(block.columns.map((column) => escapeMarkdown(column.label))),
        row(block.columns.map((column) => (column.align === 'right' ? '---:' : '---'))),
        ...block.rows.map((cells) => row(cells.map((cell) => inline(cell.text, numbered)))),
      ].join('\n')
    }
    case 'image':
      return `*Chart: ${escapeMarkdown(block.alt)}*`
    case 'divider':
      return '---'
    case 'actions': {
      const actions = [...block.buttons, ...(block.select?.options ?? [])]
      return actions
        .map(({ label, command }) => `- ${escapeMarkdown(plainText([label]))}: \`/${command.replaceAll('`', "'")}\``)
        .join('\n')
    }
  }
}
