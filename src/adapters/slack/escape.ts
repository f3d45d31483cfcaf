/** What Slack's JSON may carry: no half surrogates, no control characters but line breaks and tabs. */
export const clean = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029]/g, (character) => (character === '\r' ? '' : ' '))

/**
 * Text that Slack shows as it stands where it parses mrkdwn. The three characters of its markup are escaped, so that no mention, channel or link can
 * be formed (https://docs.slack.dev/messaging/formatting-message-text); for its style marks Slack has no escape, so their look-alikes stand in.
 */
export const escapeMrkdwn = (text: string): string =>
  clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('*', '∗')
    .replaceAll('~', '∼')
    .replaceAll('`', 'ˋ')

/** Text for the plain `text` beside blocks, which Slack parses too. */
export const escapeText = (text: string): string =>
  clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Slack sends the three characters of its markup escaped, in typed commands too. */
export const unescapeCharacters = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** A message of Slack's turned back into what the person typed: a link to its words, or its address where it has none of its own; no mentions. */
export const unescapeText = (text: string): string =>
  unescapeCharacters(
    text
      .replace(/<[@!#][^>]*>/g, ' ')
      .replace(/<((?:https?|mailto):[^|>]+)(?:\|([^>]*))?>/g, (_, url: string, words?: string) =>
        words && !url.includes(words) ? words : url,
      ),
  )
    .replace(/\s+/g, ' ')
    .trim()

/** The address if a link may carry it: http or https, not over Slack's length. */
export function linkable(url: string | null | undefined, longest: number): string | null {
  if (!url || !URL.canParse(url)) return null
  const { href, protocol } = new URL(url)
  return /^https?:$/.test(protocol) && href.length <= longest ? href : null
}

/**
 * A text that links to an address, in mrkdwn: the text is escaped here, and the address can close nothing. Where the address is none that a link may carry,
 * or both are longer than `longest` together, the text stands alone.
 */
export function mrkdwnLink(url: string | null | undefined, text: string, longest: number): string {
  const href = linkable(url, longest)
    ?.replaceAll('&', '&amp;')
    .replaceAll('|', '%7C')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
  const label = escapeMrkdwn(text)
  const link = `<${href}|${label.replaceAll('|', '¦')}>`
  return href && text.trim() !== '' && link.length <= longest ? link : label
}
