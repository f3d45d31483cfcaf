import type { Polling } from '../../src/gather/polling.ts'
import type { Fetched } from '../../src/intake/fetch.ts'
import { FetchFailure } from '../../src/intake/fetch-failure.ts'
import { createLog } from '../../src/log.ts'
import type { Store } from '../../src/storage/store.ts'
import { page } from '../intake/local-site.ts'

/** One entry of a test's feed; what is left out is not in the feed. */
export interface Entry {
  title: string
  guid?: string
  link?: string
  date?: string
  text?: string
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** An RSS feed with these entries, in this order. */
export const rss = (entries: Entry[], title = 'The Test Wire'): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${escaped(title)}</title><link>https://wire.example/</link>${entries
    .map(
      ({ title, guid, link, date, text }) =>
        `<item><title>${escaped(title)}</title>${guid ? `<guid isPermaLink="false">${escaped(guid)}</guid>` : ''}${link ? `<link>${escaped(link)}</link>` : ''}${date ? `<pubDate>${date}</pubDate>` : ''}${text ? `<description>${escaped(text)}</description>` : ''}</item>`,
    )
    .join('')}</channel></rss>`

/** A story about a launch, in sentences of our own; `number` makes each another one. */
export const story = (number: number, more = ''): string =>
  [
    `Orbit Labs looked at Muse Spark for the ${number}th time on Wednesday.`,
    `Muse Spark scored ${40 + (number % 50)}.${number % 10}% on CharXiv Reasoning, ahead of GPT-5.4 at 31.5%.`,
    `Meta charges $${(number % 7) + 1} per million input tokens for Muse Spark.`,
    `Testers reported that Muse Spark gave harmful health advice in ${number} of their cases.`,
    `They went on to say that the ${number} cases were found in a review of the whole log, which took them a good part of the week.`,
    more,
  ]
    .filter(Boolean)
    .map((sentence) => `<p>${sentence}</p>`)
    .join('')

/**
 * A web of pages that stand in memory, and polling over it with a hand-moved clock. What is not there is a 404; a page set to a FetchFailure fails so.
 */
export function webInMemory(store: Store, start = '2026-04-08T12:00:00Z') {
  let at = Date.parse(start)
  const pages = new Map<string, string | FetchFailure>()
  const asked: string[] = []
  const lines: string[] = []
  const polling: Polling = {
    store,
    log: createLog(
      'warn',
      (line) => void lines.push(line),
      () => at,
    ),
    now: () => at,
    chance: () => 0.5,
    async fetch(address, wanted): Promise<Fetched> {
      asked.push(address)
      const found = pages.get(address)
      if (found instanceof FetchFailure) throw found
      if (found === undefined) throw new FetchFailure('status', 'There is no such page (404).', { status: 404 })
      const isFeed = wanted === 'feed' && found.startsWith('<?xml')
      return {
        url: address,
        status: 200,
        contentType: isFeed ? 'application/rss+xml' : 'text/html',
        etag: null,
        lastModified: null,
        freshFor: null,
        notModified: false,
        text: found,
        bytes: found.length,
      }
    },
  }
  return {
    polling,
    asked,
    lines,
    set: (address: string, text: string | FetchFailure) => void pages.set(address, text),
    /** A page with a story, and its entry in the feed: a teaser that leads there. */
    story(number: number, change: Partial<Entry> & { body?: string } = {}): Entry {
      const { body, ...more } = change
      const link = more.link ?? `https://wire.example/story-${number}`
      const title = more.title ?? `Muse Spark tested again, part ${number}`
      pages.set(link, page(title, body ?? story(number)))
      return {
        guid: `wire-${number}`,
        date: `Wed, 08 Apr 2026 1${number % 10}:00:00 GMT`,
        text: `Part ${number}, in short.`,
        ...more,
        title,
        link,
      }
    },
    pass: (milliseconds: number) => {
      at += milliseconds
    },
    now: () => at,
  }
}

/** Titles of the corpus, sorted, with how often each is there. */
export async function titlesOf(store: Store): Promise<string[]> {
  const rows = await store.db.selectFrom('article').select('title').orderBy('title').execute()
  return rows.map(({ title }) => title)
}
