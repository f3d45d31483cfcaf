import { parseFeed } from 'feedsmith'
import { parseHTML } from 'linkedom'
import { UserError } from '../errors.ts'
import type { FeedDocument, FeedItem } from './feed-item.ts'
import { plainOf } from './plain-of-html.ts'

/** A feed with more entries than this gives its first ones: archives of a whole site are no news. */
export const mostItems = 500

/**
 * Reads an RSS, RDF, Atom or JSON feed. A feed that breaks off gives its whole entries and says so. Entity definitions of its own are dropped unread, so that
 * none can grow ("billion laughs") or lead to a file. `address` is where it was fetched, for relative links.
 * @throws UserError where it is no feed
 */
export function readFeed(source: string, address: string): FeedDocument {
  const xml = withoutDoctype(source.trimStart())
  const isXml = xml.startsWith('<')
  const cut =
    isXml && !/<\/(?:rss|feed|(?:\w+:)?RDF|channel)\s*>\s*(?:<!--[^>]*-->\s*)?$/i.test(xml.slice(-2000)) && isFeedHead(xml)
  let parsed: ReturnType<typeof parseFeed>
  try {
    parsed = parseFeed(cut ? wholeItems(xml) : xml, { maxItems: mostItems })
  } catch (cause) {
    throw new UserError('bad_input', 'That is no feed that can be read (RSS, Atom or JSON Feed).', { cause })
  }
  return { ...documentOf(parsed, address), cut }
}

/** Whether a text opens like a feed. */
export function looksLikeFeed(source: string): boolean {
  const text = source.trimStart()
  if (text.startsWith('{')) return /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org/.test(text.slice(0, 5000))
  return isFeedHead(text)
}

const isFeedHead = (xml: string): boolean =>
  /<(?:rss|feed|(?:\w+:)?RDF)[\s>]/i.test(xml.slice(0, 5000)) && !/<(?:!doctype\s+)?html[\s>]/i.test(xml.slice(0, 1000))

/**
 * Addresses of the feeds that a page names (`<link rel="alternate">`, the RSS Advisory Board's autodiscovery), best first; comment feeds last.
 */
export function feedsNamedBy(html: string, address: string): string[] {
  const { document } = parseHTML(html)
  const found: { href: string; comments: boolean }[] = []
  for (const link of document.querySelectorAll('link[rel][href]')) {
    const type = (link.getAttribute('type') ?? '').toLowerCase()
    if (!/(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(link.getAttribute('rel') ?? '')) continue
    if (!/^application\/(?:rss\+xml|atom\+xml|feed\+json|json)$/.test(type)) continue
    const href = URL.parse(link.getAttribute('href') ?? '', address)?.href
    if (href && /^https?:/.test(href))
      found.push({ href, comments: /comments/i.test(`${href} ${link.getAttribute('title') ?? ''}`) })
  }
  return [...new Set(found.sort((a, b) => Number(a.comments) - Number(b.comments)).map(({ href }) => href))].slice(0, 10)
}

/** Drops a document type with its internal subset: entity definitions are never needed by a feed. Linear. */
export function withoutDoctype(xml: string): string {
  const start = xml.slice(0, 2000).search(/<!DOCTYPE/i)
  if (start < 0) return xml
  const subset = xml.indexOf('[', start)
  const plainEnd = xml.indexOf('>', start)
  if (plainEnd < 0) return xml
  if (subset < 0 || subset > plainEnd) return xml.slice(0, start) + xml.slice(plainEnd + 1)
  const close = xml.indexOf(']', subset)
  const end = close < 0 ? -1 : xml.indexOf('>', close)
  return end < 0 ? xml.slice(0, start) : xml.slice(0, start) + xml.slice(end + 1)
}

/** The feed up to its last whole entry, with its open tags closed. */
function wholeItems(xml: string): string {
  const atom = /<feed[\s>]/i.test(xml.slice(0, 5000))
  const end = atom ? xml.lastIndexOf('</entry>') : xml.lastIndexOf('</item>')
  if (end < 0) return xml
  const root = /<((?:\w+:)?RDF)[\s>]/.exec(xml.slice(0, 5000))?.[1]
  return xml.slice(0, end) + (atom ? '</entry></feed>' : root ? `</item></${root}>` : '</item></channel></rss>')
}

function documentOf(parsed: ReturnType<typeof parseFeed>, address: string): Omit<FeedDocument, 'cut'> {
  const link = (href: string | undefined): string | null => {
    const url = href === undefined ? null : URL.parse(href.trim(), address)
    return url && /^https?:$/.test(url.protocol) ? url.href : null
  }
  const item = (of: {
    guid?: unknown
    url?: string | null
    title?: string
    author?: string
    date?: unknown
    texts: unknown[]
  }): FeedItem => {
    const texts = of.texts.filter((text): text is string => typeof text === 'string')
    const guid = typeof of.guid === 'string' || typeof of.guid === 'number' ? String(of.guid).trim().slice(0, 1000) : ''
    return {
      guid: guid === '' ? null : guid,
      url: of.url ?? null,
      title: plainOf(of.title ?? '').slice(0, 500),
      author: of.author ? plainOf(of.author).slice(0, 200) : null,
      publishedAt: timeOf(of.date),
      content: texts.reduce((longest, text) => (text.length > longest.length ? text : longest), ''),
    }
  }
  switch (parsed.format) {
    case 'rss': {
      const { feed } = parsed
      return {
        title: plainOf(feed.title ?? '') || null,
        site: link(feed.link),
        wanted: wantedEvery(feed.ttl, feed.sy),
        items: (feed.items ?? []).map((each) =>
          item({
            guid: each.guid?.value,
            // a guid that is a permanent link stands in for a missing one
            url: link(each.link) ?? (each.guid?.isPermaLink === false ? null : httpOnly(each.guid?.value)),
            title: each.title,
            author: authorOf(each.dc?.creators?.[0] ?? each.authors?.[0]),
            date: each.pubDate ?? each.dc?.dates?.[0],
            texts: [each.content?.encoded, each.description],
          }),
        ),
      }
    }
    case 'rdf': {
      const { feed } = parsed
      return {
        title: plainOf(feed.title ?? '') || null,
        site: link(feed.link),
        wanted: wantedEvery(undefined, feed.sy),
        items: (feed.items ?? []).map((each) =>
          item({
            guid: each.rdf?.about,
            url: link(each.link),
            title: each.title,
            author: authorOf(each.dc?.creators?.[0]),
            date: each.dc?.dates?.[0],
            texts: [each.content?.encoded, each.description],
          }),
        ),
      }
    }
    case 'atom': {
      const { feed } = parsed
      const alternate = (links: { href?: string; rel?: string }[] | undefined) =>
        link(
          (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.find(({ rel }) => rel !== 'self'))?.href,
        )
      return {
        title: plainOf(textOf(feed.title)) || null,
        site: alternate(feed.links),
        wanted: null,
        items: (feed.entries ?? []).map((each) =>
          item({
            guid: each.id,
            url: alternate(each.links),
            title: textOf(each.title),
            author: each.authors?.[0]?.name,
            date: each.published ?? each.updated,
            texts: [textOf(each.content), textOf(each.summary)],
          }),
        ),
      }
    }
    default: {
      const { feed } = parsed
      return {
        title: plainOf(feed.title ?? '') || null,
        site: link(feed.home_page_url),
        wanted: null,
        items: (feed.items ?? []).map((each) =>
          item({
            guid: each.id,
            url: link(each.url) ?? link(each.external_url),
            title: each.title,
            author: each.authors?.[0]?.name,
            date: each.date_published ?? each.date_modified,
            texts: [each.content_html, each.content_text, each.summary],
          }),
        ),
      }
    }
  }
}

const httpOnly = (value: string | undefined): string | null =>
  value && /^https?:\/\//i.test(value) ? (URL.parse(value)?.href ?? null) : null

const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null && 'value' in value
      ? String(value.value ?? '')
      : ''

const authorOf = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null && 'name' in value
      ? String(value.name)
      : undefined

/** A feed's own date; one that is no date, or before the web, counts as none. */
function timeOf(value: unknown): number | null {
  if (typeof value !== 'string') return null
  const at = Date.parse(value)
  return Number.isNaN(at) || at < Date.UTC(1990, 0, 1) ? null : at
}

const periods: Record<string, number> = { hourly: 1, daily: 24, weekly: 168, monthly: 720, yearly: 8760 }

/** How often the feed wants to be read: RSS `ttl` in minutes, or the Syndication module's period and frequency. */
function wantedEvery(
  ttl: number | undefined,
  sy: { updatePeriod?: string; updateFrequency?: number } | undefined,
): number | null {
  if (ttl !== undefined && ttl > 0) return ttl * 60_000
  const period = periods[(sy?.updatePeriod ?? '').toLowerCase()]
  return period === undefined ? null : (period * 3_600_000) / Math.max(1, sy?.updateFrequency ?? 1)
}
