import type { KnownBlock, RichTextBlock, RichTextElement, TableBlock } from '@slack/types'

/**
 * Slack messages as a page, for looking at them with one's own eyes: near enough to Slack's desktop to see what is crowded, cut or missing. Not used by
 * any test of behaviour. `pictures` gives the address of each uploaded file.
 */
export function page(messages: { blocks: KnownBlock[] }[], pictures: Record<string, string> = {}): string {
  const body = messages
    .map(
      ({ blocks }) =>
        `<div class="message"><div class="face"></div><div class="body"><b>Launchwire</b> <span class="app">APP</span> <span class="time">9:41 AM</span>${blocks.map((block) => html(block, pictures)).join('')}</div></div>`,
    )
    .join('')
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${body}`
}

const style = `
body{font:15px/1.46 Lato,Inter,"DejaVu Sans",sans-serif;color:#1d1c1d;margin:16px;width:760px;background:#fff}
.message{display:flex;gap:8px;margin-bottom:18px}.face{width:36px;height:36px;border-radius:8px;background:#1f2a44;flex:none}
.body{min-width:0;flex:1}.app{background:#ddd;font-size:10px;padding:1px 3px;border-radius:2px}.time{color:#616061;font-size:12px}
.header{font-size:18px;font-weight:900;margin:8px 0 4px}.block{margin:6px 0}.context{font-size:13px;color:#616061;margin:6px 0}
ul,ol{margin:4px 0;padding-left:26px}blockquote{border-left:4px solid #ddd;margin:4px 0;padding-left:12px}
code{background:#f6f6f6;border:1px solid #ddd;border-radius:3px;color:#c01343;font-size:12px;padding:1px 3px}a{color:#1264a3;text-decoration:none}
table{border-collapse:collapse;width:100%;font-size:14px;margin:6px 0}td,th{border:1px solid #ddd;padding:5px 9px;text-align:left;vertical-align:top}
th{background:#f8f8f8}td.n{text-align:right;white-space:nowrap}.pager{font-size:12px;color:#616061}.actions{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0}
.button,.select{border:1px solid #bbb;border-radius:4px;padding:4px 12px;font-weight:700;font-size:14px}.select{color:#616061;font-weight:400}
img{max-width:550px;border-radius:8px;display:block;margin:6px 0}hr{border:0;border-top:1px solid #ddd}`

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>')

function html(block: KnownBlock, pictures: Record<string, string>): string {
  switch (block.type) {
    case 'header':
      return `<div class="header">${escapeHtml(block.text.text)}</div>`
    case 'divider':
      return '<hr>'
    case 'rich_text':
      return `<div class="block">${richText(block)}</div>`
    case 'context':
      return `<div class="context">${block.elements.map((each) => ('text' in each ? mrkdwn(each.text) : '')).join(' ')}</div>`
    case 'image':
      return `<img alt="${escapeHtml(block.alt_text)}" src="${('slack_file' in block && pictures[String((block.slack_file as { id?: string }).id)]) || ''}">`
    case 'table':
      return grid(block.rows)
    case 'data_table': {
      const { page_size = 5 } = block
      const pages = Math.ceil((block.rows.length - 1) / page_size)
      return `<div class="pager">${escapeHtml(block.caption)}</div>${grid(block.rows.slice(0, page_size + 1))}${pages > 1 ? `<div class="pager">‹ 1 of ${pages} ›</div>` : ''}`
    }
    case 'actions':
      return `<div class="actions">${block.elements
        .map((each) => {
          if (each.type === 'button') return `<span class="button">${escapeHtml(each.text.text)}</span>`
          return `<span class="select">${escapeHtml('placeholder' in each ? (each.placeholder?.text ?? '') : '')} ▾</span>`
        })
        .join('')}</div>`
    default:
      return `<div class="block">[${block.type}]</div>`
  }
}

/** Mrkdwn that has been escaped by the app: links become links, the rest stands. */
const mrkdwn = (text: string): string =>
  text
    .replace(/<(https?:[^|>]+)\|([^>]*)>/g, '\u0001$1\u0002$2\u0003')
    .replaceAll('<', '&lt;')
    .replaceAll('\n', '<br>')
    .replace(/\u0001([^\u0002]*)\u0002([^\u0003]*)\u0003/g, '<a href="$1">$2</a>')

const richText = (block: RichTextBlock): string =>
  block.elements
    .map((each) => {
      if (each.type === 'rich_text_section') return `<div>${inline(each.elements)}</div>`
      if (each.type === 'rich_text_quote') return `<blockquote>${inline(each.elements)}</blockquote>`
      if (each.type === 'rich_text_preformatted') return `<pre>${inline(each.elements)}</pre>`
      const tag = each.style === 'ordered' ? 'ol' : 'ul'
      return `<${tag}>${each.elements.map((item) => `<li>${inline(item.elements)}</li>`).join('')}</${tag}>`
    })
    .join('')

const inline = (elements: RichTextElement[]): string =>
  elements
    .map((each) => {
      if (each.type !== 'text' && each.type !== 'link') return `[${each.type}]`
      let text = lines(each.text ?? (each.type === 'link' ? each.url : ''))
      if (each.style?.code) text = `<code>${text}</code>`
      if (each.style?.bold) text = `<b>${text}</b>`
      if (each.style?.italic) text = `<i>${text}</i>`
      if (each.style?.strike) text = `<s>${text}</s>`
      return each.type === 'link' ? `<a href="${escapeHtml(each.url)}">${text}</a>` : text
    })
    .join('')

const grid = (rows: TableBlock['rows']): string =>
  `<table>${rows
    .map(
      (row, index) =>
        `<tr>${row
          .map((cell) => {
            const text = cell.type === 'rich_text' ? richText(cell) : escapeHtml(cell.text)
            return index === 0 ? `<th>${text}</th>` : `<td${cell.type === 'raw_number' ? ' class="n"' : ''}>${text}</td>`
          })
          .join('')}</tr>`,
    )
    .join('')}</table>`
