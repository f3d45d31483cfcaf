import { type NumberedSources, numberCitations } from './citations.ts'
import { type Block, type Chart, type Message, spansOf, type Text } from './message.ts'

/** Escapes text for HTML content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** Links go to http and https only, whatever a span says. */
const link = (url: string): string | null => (/^https?:\/\//i.test(url) ? escapeHtml(url) : null)

function inline(text: Text, numbered: NumberedSources): string {
  return spansOf(text)
    .map((span) => {
      let shown = escapeHtml(span.text)
      if (span.code) shown = `<code>${shown}</code>`
      if (span.bold) shown = `<strong>${shown}</strong>`
      if (span.italic) shown = `<em>${shown}</em>`
      if (span.strike) shown = `<s>${shown}</s>`
      const href = span.url ? link(span.url) : null
      if (href) shown = `<a href="${href}" rel="noopener nofollow">${shown}</a>`
      return (
        shown +
        numbered
          .numbers(span)
          .map((number) => `<sup><a href="#source-${number}">[${number}]</a></sup>`)
          .join('')
      )
    })
    .join('')
}

/**
 * A message as an HTML fragment: everything from articles escaped, sources below with anchors. `image` gives the address of a chart's picture; without it
 * a chart's numbers stand as text.
 */
export function renderHtml(message: Message, image?: (chart: Chart) => string): string {
  const numbered = numberCitations(message)
  const parts = message.title ? [`<h2>${escapeHtml(message.title)}</h2>`] : []
  parts.push(...message.blocks.map((block) => renderBlock(block, numbered, image)))
  if (numbered.sources.length > 0) {
    const items = numbered.sources.map(({ number, citation }) => {
      const about = [
        citation.publisher ?? 'publisher unknown',
        citation.published ?? 'undated',
        ...(citation.form === 'notes' ? ['notes'] : []),
      ].join(', ')
      const href = citation.url ? link(citation.url) : null
      const title = href
        ? `<a href="${href}" rel="noopener nofollow">${escapeHtml(citation.title)}</a>`
        : escapeHtml(citation.title)
      return `<li id="source-${number}" value="${number}">${title} — ${escapeHtml(about)}</li>`
    })
    parts.push(`<section class="sources"><h3>Sources</h3><ol>${items.join('')}</ol></section>`)
  }
  return `<article class="launchwire${message.error ? ' error' : ''}">${parts.join('')}</article>`
}

function renderBlock(block: Block, numbered: NumberedSources, image: ((chart: Chart) => string) | undefined): string {
  switch (block.type) {
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`
    case 'paragraph':
      return `<p>${inline(block.text, numbered)}</p>`
    case 'context':
      return `<p class="context"><small>${inline(block.text, numbered)}</small></p>`
    case 'quote':
      return `<blockquote><p>${inline(block.text, numbered)}</p>${block.by ? `<footer>${inline(block.by, numbered)}</footer>` : ''}</blockquote>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map((item) => `<li>${inline(item, numbered)}</li>`).join('')}</${tag}>`
    }
    case 'fields':
      return `<dl>${block.fields.map((field) => `<dt>${escapeHtml(field.label)}</dt><dd>${inline(field.value, numbered)}</dd>`).join('')}</dl>`
    case 'table': {
      const align = (index: number) => (block.columns[index]?.align === 'right' ? ' style="text-align:right"' : '')
      const head = block.columns
        .map((column, index) => `<th scope="col"${align(index)}>${escapeHtml(column.label)}</th>`)
        .join('')
      const cell = (index: number, content: string) =>
        index === 0 ? `<th scope="row">${content}</th>` : `<td${align(index)}>${content}</td>`
      const rows = block.rows
        .map((row) => `<tr>${row.map((each, index) => cell(index, inline(each.text, numbered))).join('')}</tr>`)
        .join('')
      return `<table><caption>${escapeHtml(block.caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`
    }
    case 'image':
      return image
        ? `<figure><img src="${escapeHtml(image(block.chart))}" alt="${escapeHtml(block.alt)}"></figure>`
        : `<p class="chart">${escapeHtml(block.alt)}</p>`
    case 'divider':
      return '<hr>'
    case 'actions': {
      const actions = [...block.buttons, ...(block.select?.options ?? [])]
      return `<ul class="actions">${actions.map(({ label, command }) => `<li><code>/${escapeHtml(command)}</code> ${escapeHtml(label)}</li>`).join('')}</ul>`
    }
  }
}
