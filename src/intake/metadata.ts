import { plainDay } from './front-matter.ts'

/** What a page says about itself, in its own words; null where it says nothing. */
export interface Metadata {
  title: string | null
  url: string | null
  publisher: string | null
  author: string | null
  published: string | null
}

interface Page {
  querySelector(selector: string): { getAttribute(name: string): string | null; textContent: string | null } | null
  querySelectorAll(selector: string): Iterable<{ textContent: string | null }>
}

/** Types of schema.org that stand for the text of a page. */
const articleTypes = /^(\w*Article|BlogPosting|LiveBlogPosting|Report|WebPage|Dataset|SoftwareApplication)$/

/**
 * Title, address, publisher, author and day of publication of an HTML page, from JSON-LD (schema.org Article and its kinds), then
 * OpenGraph and other `<meta>` names, then `<link rel=canonical>`, `<time>` and `<title>`. Broken JSON is passed over.
 */
export function pageMetadata(page: Page): Metadata {
  const article = jsonLdArticle(page)
  const meta = (...names: string[]) => {
    for (const name of names) {
      const tag = page.querySelector(`meta[property="${name}"]`) ?? page.querySelector(`meta[name="${name}"]`)
      const content = clean(tag?.getAttribute('content'))
      if (content) return content
    }
    return null
  }
  const canonical = clean(page.querySelector('link[rel="canonical"]')?.getAttribute('href'))
  const days = [
    clean(article?.datePublished),
    meta('article:published_time', 'og:published_time', 'datePublished', 'date', 'dc.date', 'DC.date.issued', 'parsely-pub-date'),
    clean(page.querySelector('time[datetime]')?.getAttribute('datetime')),
  ]
  return {
    title: clean(article?.headline) ?? meta('og:title', 'twitter:title') ?? clean(page.querySelector('title')?.textContent),
    url: [canonical, meta('og:url'), clean(article?.url)].find((one) => one !== null && /^https?:\/\//i.test(one)) ?? null,
    publisher: nameOf(article?.publisher) ?? meta('og:site_name', 'application-name'),
    author: nameOf(article?.author) ?? meta('author', 'article:author', 'parsely-author'),
    published: days.map((one) => (one === null ? null : plainDay(one))).find((one) => one !== null) ?? null,
  }
}

type Node = Record<string, unknown>

function jsonLdArticle(page: Page): Node | null {
  const nodes: Node[] = []
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    let data: unknown
    try {
      data = JSON.parse(script.textContent ?? '')
    } catch {
      continue
    }
    for (const one of Array.isArray(data) ? data.slice(0, 50) : [data]) {
      if (!isNode(one)) continue
      nodes.push(one)
      if (Array.isArray(one['@graph'])) nodes.push(...one['@graph'].slice(0, 200).filter(isNode))
    }
  }
  const typed = nodes.filter((node) => [node['@type']].flat().some((type) => typeof type === 'string' && articleTypes.test(type)))
  return typed.find((node) => node['@type'] !== 'WebPage') ?? typed[0] ?? null
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A schema.org name: a text, a thing with a `name`, or several, of which up to three are given. */
function nameOf(value: unknown): string | null {
  const names = [value]
    .flat()
    .map((one) => clean(isNode(one) ? one.name : one))
    .filter((one) => one !== null && !/^https?:/i.test(one))
  return names.length > 0 ? names.slice(0, 3).join(', ') : null
}

function clean(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const plain = value.replace(/\s+/g, ' ').trim().slice(0, 2000)
  return plain === '' ? null : plain
}
