import { random } from '../bench/generate-articles.ts'
import { page } from '../intake/local-site.ts'
import { story } from './web-in-memory.ts'

const hour = 60 * 60_000
const day = 24 * hour

/** One story of the week: when it appears, when its text changes (or never), and whether it is about a launch. */
interface Story {
  number: number
  feed: number
  at: number
  changesAt: number | null
  launch: boolean
}

/** What a site answers at a path. */
export interface Answer {
  type: string
  body: string
}

/** A made-up stretch of time on several sites with a feed each, as a pure function of time: the same seed gives the same web. */
export interface Week {
  start: number
  /** No story appears after this. */
  end: number
  hosts: string[]
  feedOf(host: string): string
  /** What stands at an address at a moment; null where nothing does. */
  answer(host: string, path: string, at: number): Answer | null
  /** Titles of all stories that must be in the corpus in the end. */
  expected: string[]
}

const shown = 15
const hostOf = (feed: number): string => `feed${feed}.example`
const titleOf = ({ number, launch }: Story): string =>
  launch ? `Muse Spark tested again, part ${number}` : `Garden notes, part ${number}`

/**
 * Each feed has a habit of those that make other readers repeat or miss: 1 full text, 2 regenerated guids, 3 no dates, 4 tracking parameters that change, 5 the
 * stories of feed 0 a day later, 6 out of order, 7 entries that share one page, 8 empty at first, 9 touched dates. Feed 0 is plain; one in ten stories is no
 * launch, one in eight changes.
 */
export function madeWeek(seed: number, size: { feeds: number; days: number; perDay: number }): Week {
  const next = random(seed)
  const start = Date.UTC(2026, 3, 6)
  const end = start + size.days * day
  const stories: Story[] = []
  let number = 100
  for (let feed = 0; feed < size.feeds; feed++) {
    if (feed === 5) continue
    // one story before the first reading, so that each feed has a baseline; feed 8 starts empty
    const times = [
      ...(feed === 8 ? [] : [start - hour]),
      ...Array.from({ length: size.days * size.perDay }, () => start + 2 * hour + next() * (end - start - 4 * hour)),
    ]
    for (const at of times.sort((a, b) => a - b)) {
      const changes = at > start && next() < 1 / 8
      stories.push({
        number: number++,
        feed,
        at,
        changesAt: changes ? at + (1 + next() * 10) * hour : null,
        launch: at < start || next() > 0.1,
      })
    }
  }
  const hosts = Array.from({ length: size.feeds }, (_, feed) => hostOf(feed))

  function bodyOf(of: Story, at: number): string {
    if (!of.launch) return '<p>The roses bloomed early this year and the neighbours came to see them.</p>'.repeat(8)
    const changed = of.changesAt !== null && at >= of.changesAt
    return story(
      of.number,
      changed
        ? `A correction of part ${of.number}: the price is now $9 per million input tokens, and GPT-5.4 has 44.4% on GPQA Diamond.`
        : '',
    )
  }

  const isVisible = (of: Story, at: number): boolean => of.at <= at
  function entriesOf(
    feed: number,
    at: number,
  ): { of: Story; link: string; guid: string | null; date: number | null; text: string }[] {
    const from = feed === 5 ? 0 : feed
    const delay = feed === 5 ? day : 0
    const visible = stories.filter((each) => each.feed === from && isVisible(each, at - delay)).slice(-shown)
    const today = Math.floor(at / day)
    return (
      feed === 6 ? visible.toSorted((a, b) => ((a.number * 7919) % 101) - ((b.number * 7919) % 101)) : visible.reverse()
    ).map((of) => {
      const changed = of.changesAt !== null && at >= of.changesAt
      const link = feed === 7 ? `http://${hostOf(7)}/notes#n${of.number}` : `http://${hostOf(from)}/story/${of.number}`
      const full = feed === 1 || feed === 7
      return {
        of,
        link: feed === 4 || feed === 5 ? `${link}?utm_source=f${feed}&utm_campaign=${today}` : link,
        guid: feed === 4 ? null : feed === 2 ? `day-${today}-${of.number}` : `g-${of.number}`,
        date: feed === 3 ? null : feed === 9 ? at : of.at,
        text: full
          ? bodyOf(of, at) +
            '<p>The rest of it is for those who like to read on, and it has been said before by others in the field.</p>'.repeat(
              22,
            )
          : `In short, part ${of.number}${changed ? ', corrected' : ''}.`,
      }
    })
  }

  function feedAnswer(feed: number, at: number): Answer {
    const entries = entriesOf(feed, at)
    const iso = (date: number) => new Date(date).toISOString()
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    if (feed % 3 === 2)
      return {
        type: 'application/feed+json',
        body: JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: `Wire ${feed}`,
          items: entries.map(({ of, link, guid, date, text }) => ({
            ...(guid ? { id: guid } : {}),
            url: link,
            title: titleOf(of),
            content_html: text,
            ...(date ? { date_published: iso(date) } : {}),
          })),
        }),
      }
    if (feed % 3 === 1)
      return {
        type: 'application/atom+xml',
        body: `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire ${feed}</title>${entries
          .map(
            ({ of, link, guid, date, text }) =>
              `<entry>${guid ? `<id>${guid}</id>` : ''}<title>${titleOf(of)}</title><link href="${escaped(link)}"/>${date ? `<published>${iso(date)}</published><updated>${iso(date)}</updated>` : ''}<content type="html">${escaped(text)}</content></entry>`,
          )
          .join('')}</feed>`,
      }
    return {
      type: 'application/rss+xml',
      body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire ${feed}</title>${entries
        .map(
          ({ of, link, guid, date, text }) =>
            `<item><title>${titleOf(of)}</title>${guid ? `<guid isPermaLink="false">${guid}</guid>` : ''}<link>${escaped(link)}</link>${date ? `<pubDate>${new Date(date).toUTCString()}</pubDate>` : ''}<description>${escaped(text)}</description></item>`,
        )
        .join('')}</channel></rss>`,
    }
  }

  return {
    start,
    end,
    hosts,
    feedOf: (host) => `http://${host}/feed`,
    answer(host, path, at) {
      const feed = hosts.indexOf(host)
      if (feed < 0) return null
      if (path === '/feed') return feedAnswer(feed, at)
      if (path === '/robots.txt') return { type: 'text/plain', body: 'User-agent: *\nDisallow: /private/\n' }
      const wanted = Number(/^\/story\/(\d+)/.exec(path)?.[1])
      const of = stories.find((each) => each.number === wanted && each.feed === feed && isVisible(each, at))
      return of ? { type: 'text/html; charset=utf-8', body: page(titleOf(of), bodyOf(of, at)) } : null
    },
    expected: stories
      .filter(({ launch }) => launch)
      .map(titleOf)
      .sort(),
  }
}
