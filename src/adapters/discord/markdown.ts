import { marks, type NumberedSources } from '../../message/citations.ts'
import { type Span, spansOf, type Text } from '../../message/message.ts'

/** Stands between the parts of what would be live (a mention, an address); shows as nothing. */
const breaker = '\u200b'

/** One line: no control characters, no direction overrides, no line breaks, which could start a heading, list or quote. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff\u00ad]/g, '')
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
}

/**
 * Takes the life out of mentions and bare addresses: `allowed_mentions` keeps them from pinging, this keeps them from showing as
 * live.
 */
function inert(text: string): string {
  return text
    .replace(/@(?=everyone|here)/gi, `@${breaker}`)
    .replace(/<(?=[@#:/a-z])/gi, `<${breaker}`)
    .replace(/:\/\//g, `:${breaker}//`)
    .replace(/(discord(?:app)?\.(?:gg|com))\//gi, `$1${breaker}/`)
}

/**
 * Text of an article as Discord shows it letter for letter: markdown escaped, no mention, no link, no emoji code
 * (https://support.discord.com/hc/en-us/articles/210298617). Line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  return inert(oneLine(text))
    .replace(/[\\*_~`|[\]()<>]/g, '\\$&')
    .replace(/:(?=[\w+-]+:)/g, '\\:')
}

/** What would start a heading, small text, quote or list at the beginning of a line is escaped there. */
export function escapeLineStart(line: string): string {
  return line.replace(/^(\s*)(#{1,3}|-#?|\+|\d{1,9}(?=\.))/, (_, space: string, mark: string) =>
    /^\d/.test(mark) ? `${space}${breaker}${mark}` : `${space}\\${mark}`,
  )
}

/** An address for the round brackets of a link, or undefined where it may not be one. */
export function linkAddress(url: string, longest: number): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  const address = href.replace(/[()<>\\\s*_~`|]/g, (character) =>
    character === '_' ? '_' : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
  return address.length <= longest ? address : undefined
}

/** Text for a label or an alternative text, where markdown means nothing: one line, no mention in it. */
export const labelText = (text: string): string => inert(oneLine(text)).trim()

/** Code keeps every character as it is; a backtick would end it. */
const codeText = (text: string): string => inert(oneLine(text)).replaceAll('`', 'ˋ')

/** Puts a style's marks around a text, outside of its spaces: "** a**" would show its asterisks. */
function around(text: string, mark: string): string {
  const inner = text.trim()
  if (inner === '') return text
  const start = text.indexOf(inner)
  return `${text.slice(0, start)}${mark}${inner}${mark}${text.slice(start + inner.length)}`
}

/** A span as markdown, its styles around it, with the numbers of its sources after it. */
export function spanMarkdown(span: Span, numbered: NumberedSources): string {
  const address = span.url === undefined ? undefined : linkAddress(span.url, 2_000)
  let text = span.code ? (span.text === '' ? '' : `\`${codeText(span.text)}\``) : escapeMarkdown(span.text)
  if (span.strike) text = around(text, '~~')
  if (span.italic) text = around(text, '*')
  if (span.bold) text = around(text, '**')
  if (address && text.trim() !== '') text = `[${text}](${address})`
  const cited = marks(numbered.numbers(span))
  return cited === '' ? text : `${text} ${cited}`.replace(/^ /, '')
}

/** A text as markdown in one line. */
export function textMarkdown(text: Text, numbered: NumberedSources): string {
  let line = ''
  for (const span of spansOf(text)) {
    const next = spanMarkdown(span, numbered)
    // two styled spans side by side would run their marks together
    const clash = /[*~`]$/.test(line) && /^[*~`]/.test(next)
    line += clash ? breaker + next : next
  }
  return escapeLineStart(line)
}
