import type { Article } from '../article.ts'
import { UserError } from '../errors.ts'
import { findBlocks } from './blocks.ts'
import { canonicalAddress } from './canonical-address.ts'
import type { FeedItem } from './feed-item.ts'
import { articleId } from './fingerprint.ts'
import { parseHtml } from './html.ts'
import { linksIn } from './links.ts'
import type { Parsed } from './parsed.ts'
import { articleFrom } from './read-file.ts'

/** What is known of an article from elsewhere, such as its feed; it fills in what the page does not say. */
export interface Hints {
  title: string | null
  author: string | null
  publisher: string | null
  /** Epoch milliseconds. */
  publishedAt: number | null
}

/** A page or a feed's entry as an article; `paywalled`: only its opening is shown to us. */
export interface FromPage {
  article: Article
  paywalled: boolean
}

/** A text below this many characters is no article: a notice, a login form, a list of links. */
const leastText = 200
/** Beyond these it is none either, and reading it would keep the bot from answering for seconds: 200,000 characters are read in about one. */
const mostText = 200_000
const mostTags = 50_000

/**
 * The article on a fetched page. `url` is the address that answered. A page's own word on its address (`rel=canonical`) is taken only within its own site: a page
 * elsewhere must not pass for a maker's. What a text or Markdown file says of itself in a header is not believed at all.
 * @throws UserError `unreadable` where there is no text to read, `too_large` where there is more than any article has
 */
export function articleFromPage(page: { url: string; text: string; contentType: string | null }, hints: Hints): FromPage {
  const isHtml =
    /html/i.test(page.contentType ?? '') || /^\s*(?:<!--[^>]*-->\s*)?<(?:!doctype|html|head|body|\?xml)/i.test(page.text)
  const parsed = parse(page.text, isHtml)
  const own = parsed.url !== null && sameSite(parsed.url, page.url) ? parsed.url : withoutTracking(page.url)
  const article = articleFrom(filled({ ...parsed, url: own }, hints), new URL(page.url).hostname)
  if (article.text.trim().length < leastText)
    throw new UserError(
      'unreadable',
      'There is no article on that page, only a few words (perhaps it needs a browser or a login).',
    )
  return { article, paywalled: isPaywalled(page.text, article.text) }
}

/**
 * The article that a feed's entry gives itself, without its page. `id`: where the address does not tell entries apart (release notes on one page), the
 * entry's own key makes the id. Null where it gives no text.
 * @throws UserError `too_large` where there is more than any article has
 */
export function articleFromItem(item: FeedItem, hints: Hints, ownKey: string | null): FromPage | null {
  const isHtml = /<[a-z][^<>]*>/i.test(item.content)
  const parsed = parse(item.content, isHtml)
  if (!/[\p{L}\p{N}]/u.test(parsed.text)) return null
  const article = articleFrom(
    filled(
      {
        ...parsed,
        url: item.url === null ? null : ownKey === null ? withoutTracking(item.url) : item.url,
        title: item.title || null,
      },
      hints,
    ),
    item.title || 'Untitled',
  )
  return {
    article: ownKey === null ? article : { ...article, id: articleId(null, ownKey) },
    paywalled: false,
  }
}

/** Whether a feed's own text is only the opening of what stands on the page. */
export function isTeaser(content: string): boolean {
  const plain = content
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length < shortestWhole) return true
  return /(?:…|\.\.\.|\[\s*(?:…|\.\.\.|&#8230;|&hellip;)\s*\]|(?:read|see) (?:more|the (?:full|rest))|continue reading|the full (?:story|article|post))[^.]{0,120}$/i.test(
    plain.slice(-260),
  )
}

/** Launch coverage runs to several thousand characters; a feed's text below this is taken for a teaser. */
const shortestWhole = 2_000

function parse(source: string, isHtml: boolean): Parsed {
  if (isHtml && source.split('<', mostTags + 2).length > mostTags) throw tooLarge('elements')
  const parsed = isHtml ? parseHtml(source) : fromText(source.slice(0, mostText + 1))
  if (parsed.text.length > mostText) throw tooLarge('text')
  return parsed
}

const tooLarge = (what: string): UserError =>
  new UserError('too_large', `That page has more ${what} than any article has, so it is not read.`)

const fromText = (text: string): Parsed => ({
  url: null,
  title: null,
  publisher: null,
  published: null,
  author: null,
  kind: null,
  form: null,
  models: [],
  text,
  blocks: findBlocks(text),
  links: linksIn(text),
})

function filled(parsed: Parsed, hints: Hints): Parsed {
  return {
    ...parsed,
    title: parsed.title ?? hints.title,
    author: parsed.author ?? hints.author,
    publisher: parsed.publisher ?? hints.publisher,
    published: parsed.published ?? (hints.publishedAt === null ? null : new Date(hints.publishedAt).toISOString().slice(0, 10)),
  }
}

/** Parameters that say how a reader came to a page; without them the address is the one to show. Those that could be the site's own stay. */
const campaign =
  /^(?:utm_.*|mtm_.*|hsa_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok)$/i

function withoutTracking(address: string): string {
  const url = new URL(address)
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (campaign.test(name)) url.searchParams.delete(name)
  return url.href
}

const siteOf = (address: string): string | null => URL.parse(address)?.host.replace(/^(?:www|amp|m|mobile)\./, '') ?? null
const sameSite = (a: string, b: string): boolean => canonicalAddress(a) !== null && siteOf(a) === siteOf(b)

/** Longer texts are whole, whatever stands below them about subscriptions. */
const longestOpening = 3_000

/** Says so itself (schema.org `isAccessibleForFree`), or shows an opening and asks to subscribe. */
function isPaywalled(page: string, text: string): boolean {
  if (text.length > longestOpening) return false
  if (/"isAccessibleForFree"\s*:\s*"?false/i.test(page)) return true
  return /(?:subscribe|sign in|log in|register) to (?:continue|keep|read)|for (?:paid |paying )?subscribers only|already a subscriber\?|to continue reading/i.test(
    page.slice(0, 2_000_000),
  )
}
