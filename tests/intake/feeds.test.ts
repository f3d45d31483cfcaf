import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feedsNamedBy, looksLikeFeed, mostItems, readFeed } from '../../src/intake/feeds.ts'

const at = 'https://wire.example/feeds/main.xml'
const item = (inner: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>W</title><item>${inner}</item></channel></rss>`

test('RSS with content, creator, date and a relative link', () => {
  const xml = `<?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
    <channel><title>Wire &amp; News</title><link>https://wire.example/</link><ttl>180</ttl>
    <item><title>A &amp;lt;model&amp;gt; is &lt;b&gt;here&lt;/b&gt;</title><link>/a?x=1&amp;y=2</link><guid isPermaLink="false">tag:1</guid>
    <pubDate>Wed, 08 Apr 2026 10:00:00 +0200</pubDate><dc:creator>Ann Example</dc:creator>
    <description>Short.</description><content:encoded><![CDATA[<p>All of it, at <i>length</i>.</p>]]></content:encoded></item></channel></rss>`
  expect(readFeed(xml, at)).toEqual({
    title: 'Wire & News',
    site: 'https://wire.example/',
    wanted: 180 * 60_000,
    cut: false,
    items: [
      {
        guid: 'tag:1',
        url: 'https://wire.example/a?x=1&y=2',
        title: 'A <model> is here',
        author: 'Ann Example',
        publishedAt: Date.UTC(2026, 3, 8, 8),
        content: '<p>All of it, at <i>length</i>.</p>',
      },
    ],
  })
})

test('Atom with several links, an escaped title and an author', () => {
  const xml = `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">W &amp;amp; N</title><link rel="self" href="/f"/><link href="/"/>
    <entry><id>tag:wire,1</id><title type="html">Hi &lt;i&gt;there&lt;/i&gt;</title><link rel="edit" href="/e"/><link rel="alternate" href="/p1"/>
    <updated>2026-04-08T10:00:00Z</updated><published>2026-04-07T10:00:00Z</published><summary>s</summary><content type="html">&lt;p&gt;body&lt;/p&gt;</content><author><name>Bob</name></author></entry></feed>`
  const feed = readFeed(xml, at)
  expect([feed.title, feed.site, feed.items]).toEqual([
    'W & N',
    'https://wire.example/',
    [
      {
        guid: 'tag:wire,1',
        url: 'https://wire.example/p1',
        title: 'Hi there',
        author: 'Bob',
        publishedAt: Date.UTC(2026, 3, 7, 10),
        content: '<p>body</p>',
      },
    ],
  ])
})

test('JSON Feed, with an id that is a number', () => {
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'J',
    items: [
      { id: 7, external_url: 'https://a.example/x', content_text: 'Said.' },
      { id: '8', url: '/y', title: 'T', content_html: '<p>a</p>', date_published: '2026-04-08' },
    ],
  }
  const { items } = readFeed(JSON.stringify(json), at)
  expect(items.map(({ guid, url, title, publishedAt }) => [guid, url, title, publishedAt])).toEqual([
    ['7', 'https://a.example/x', '', null],
    ['8', 'https://wire.example/y', 'T', Date.UTC(2026, 3, 8)],
  ])
})

test('RDF, whose entries stand beside the channel', () => {
  const xml = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>R</title></channel>
    <item rdf:about="https://r.example/1"><title>One</title><link>https://r.example/1</link><description>d</description><dc:date>2026-01-02</dc:date></item></rdf:RDF>`
  expect(readFeed(xml, at).items).toMatchObject([
    { guid: 'https://r.example/1', url: 'https://r.example/1', publishedAt: Date.UTC(2026, 0, 2) },
  ])
})

test('a guid that is a permanent link stands in for a missing link, one that is none does not', () => {
  expect(readFeed(item('<title>a</title><guid>https://wire.example/p</guid>'), at).items[0]!.url).toBe('https://wire.example/p')
  expect(readFeed(item('<title>a</title><guid isPermaLink="false">https://wire.example/p</guid>'), at).items[0]!.url).toBeNull()
  expect(readFeed(item('<title>a</title><guid>17</guid>'), at).items[0]!.url).toBeNull()
})

test('a link that leads elsewhere than to the web is none', () => {
  for (const link of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'mailto:a@b.example'])
    expect(readFeed(item(`<title>a</title><link>${link}</link>`), at).items[0]!.url).toBeNull()
})

test('dates that are none, or before the web, count as none', () => {
  for (const date of ['soon', '', 'Thu, 01 Jan 1970 00:00:00 GMT', '0000-00-00'])
    expect(readFeed(item(`<title>a</title><pubDate>${date}</pubDate>`), at).items[0]!.publishedAt).toBeNull()
})

test('a feed with a bare ampersand and unclosed HTML is read', () => {
  const feed = readFeed(
    item('<title>Q & A</title><description><p>One<br>two</description>').replace('W</title>', 'A & B</title>'),
    at,
  )
  expect([feed.items.length, feed.items[0]!.title]).toEqual([1, 'Q & A'])
})

test('a feed that breaks off anywhere gives the entries before the break and says so, or is refused', () => {
  const whole = `<?xml version="1.0"?><rss version="2.0"><channel><title>W</title>${[1, 2, 3].map((n) => `<item><title>Part ${n}</title><guid>g${n}</guid><description><![CDATA[<p>text ${n}</p>]]></description></item>`).join('')}</channel></rss>`
  for (let length = whole.indexOf('</item>') + 7; length < whole.length - 1; length += 3) {
    const { items, cut } = readFeed(whole.slice(0, length), at)
    const complete = whole.slice(0, length).split('</item>').length - 1
    if (cut)
      expect(
        items.map(({ guid }) => guid),
        String(length),
      ).toEqual(['g1', 'g2', 'g3'].slice(0, complete))
    else expect(items.length).toBe(3)
  }
})

test('entities of a feed’s own never grow: a billion laughs and quadratic growth stay what they are', () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`).join('')
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY lol0 "lol">${laughs}]><rss version="2.0"><channel><title>&lol9;</title><item><title>a &lol9;</title><guid>1</guid></item></channel></rss>`
  const big = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "${'a'.repeat(50_000)}">]><rss version="2.0"><channel><title>t</title><item><title>${'&a;'.repeat(2_000)}</title><guid>1</guid></item></channel></rss>`
  const began = performance.now()
  expect(readFeed(bomb, at).items[0]!.title.length).toBeLessThan(50)
  expect(readFeed(big, at).items[0]!.title.length).toBeLessThan(10_000)
  expect(performance.now() - began).toBeLessThan(2_000)
})

test('entities that lead to files or to the web bring nothing in', () => {
  const secret = readFileSync('/etc/hostname', 'utf8').trim()
  for (const system of ['file:///etc/hostname', 'http://169.254.169.254/latest/meta-data/']) {
    const xml = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "${system}"><!ENTITY % p SYSTEM "${system}"> %p;]><rss version="2.0"><channel><title>t</title><item><title>see &x;</title><guid>1</guid></item></channel></rss>`
    const [first] = readFeed(xml, at).items
    expect([first!.title.startsWith('see'), secret.length > 0 && first!.title.includes(secret)]).toEqual([true, false])
  }
})

test('an archive gives its first entries only', () => {
  const many = Array.from({ length: mostItems + 50 }, (_, n) => `<item><title>t${n}</title><guid>${n}</guid></item>`).join('')
  expect(readFeed(`<rss version="2.0"><channel><title>t</title>${many}</channel></rss>`, at).items.length).toBe(mostItems)
})

test('what is no feed is told from one', () => {
  expect(['<html><body>hi</body></html>', '<!doctype html><p><rss>', '{"a":1}', 'text', ''].map(looksLikeFeed)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
  expect(
    [
      '<rss version="2.0">',
      '<?xml version="1.0"?>\n<!-- c -->\n<feed xmlns="x">',
      '<rdf:RDF >',
      '{"version": "https://jsonfeed.org/version/1"}',
    ].map(looksLikeFeed),
  ).toEqual([true, true, true, true])
  expect(() => readFeed('<rss version="2.0"', at)).toThrow('no feed that can be read')
  expect(() => readFeed('hello', at)).toThrow('no feed that can be read')
})

test('whatever comes in, a feed is read or refused, and its addresses lead to the web', () => {
  const pieces = fc.constantFrom(
    '<rss version="2.0">',
    '<channel>',
    '<item>',
    '</item>',
    '<link>',
    '</link>',
    'javascript:x',
    'http://a.example',
    '<guid>',
    '<![CDATA[',
    ']]>',
    '&amp;',
    '&#0;',
    '<!DOCTYPE x [',
    ']>',
    '<entry>',
    '<feed>',
    '{"version":"https://jsonfeed.org/version/1.1","items":[',
    '{"id":1}',
    ']}',
    'é',
    '\u0000',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (parts) => {
      try {
        for (const { url } of readFeed(parts.join(''), at).items) if (url !== null) expect(url).toMatch(/^https?:/)
      } catch (error) {
        expect(String(error)).toContain('no feed that can be read')
      }
    }),
    { numRuns: 300 },
  )
})

test('a page names its feeds, comments last', () => {
  const html = `<html><head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed"><link rel="stylesheet" href="/s.css">
    <link rel="alternate" type="application/atom+xml" href="/atom.xml"><link rel="alternate" type="application/rss+xml" href="javascript:x"><link rel="alternate" hreflang="de" href="/de"></head></html>`
  expect(feedsNamedBy(html, 'https://wire.example/blog/')).toEqual([
    'https://wire.example/atom.xml',
    'https://wire.example/comments/feed',
  ])
})
