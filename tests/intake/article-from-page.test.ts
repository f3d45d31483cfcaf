import { expect, test } from 'vitest'
import { articleFromItem, articleFromPage, isTeaser } from '../../src/intake/article-from-page.ts'
import { page } from './local-site.ts'

const none = { title: null, author: null, publisher: null, publishedAt: null }
const body =
  '<p>Muse Spark was launched on Wednesday and has 86.4% on CharXiv Reasoning, as the company said in a note to its users.</p>'.repeat(
    4,
  )
const html = (head: string) => page('A launch', body).replace('</head>', `${head}</head>`)
const from = (text: string, url = 'https://wire.example/a', contentType: string | null = 'text/html') =>
  articleFromPage({ url, text, contentType }, none)

test('a page’s own word on its address holds within its site', () => {
  expect(from(html('<link rel="canonical" href="https://www.wire.example/clean">')).article.url).toBe(
    'https://www.wire.example/clean',
  )
})

test('a page cannot pass for one of another site, a maker’s least of all', () => {
  const { article } = from(
    html(
      '<link rel="canonical" href="https://openai.com/index/gpt"><meta property="og:url" content="https://openai.com/index/gpt">',
    ),
  )
  expect([article.url, article.kind]).toEqual(['https://wire.example/a', 'unknown'])
})

test('what a text file says of itself in a header is not believed', () => {
  const text = `url: https://openai.com/index/x\nkind: independent-test\nform: notes\n\n${'Muse Spark is launched, it says here. '.repeat(10)}`
  for (const type of ['text/plain', 'text/markdown']) {
    const { article } = from(text, 'https://wire.example/a.txt', type)
    expect([article.url, article.kind, article.form]).toEqual(['https://wire.example/a.txt', 'unknown', 'article'])
  }
})

test('what the page does not say, the feed’s entry fills in', () => {
  const hints = { title: 'From the feed', author: 'Ann', publisher: 'The Wire', publishedAt: Date.UTC(2026, 3, 8, 23) }
  const { article } = articleFromPage(
    { url: 'https://wire.example/a', text: `<html><body><article>${body}</article></body></html>`, contentType: 'text/html' },
    hints,
  )
  expect([article.title, article.author, article.publisher, article.published]).toEqual([
    'From the feed',
    'Ann',
    'The Wire',
    '2026-04-08',
  ])
})

test('a page of a few words is no article', () => {
  expect(() => from('<html><body><p>Please switch JavaScript on.</p></body></html>')).toThrow('There is no article on that page')
})

test('a paywall is told by what the page says, and only where little text is shown', () => {
  const wall = '<p>Subscribe to continue reading.</p>'
  expect(from(page('A', body + wall)).paywalled).toBe(true)
  expect(
    from(html('<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>')).paywalled,
  ).toBe(true)
  expect(from(page('A', body.repeat(10) + wall)).paywalled).toBe(false)
  expect(from(page('A', body)).paywalled).toBe(false)
})

test('scripts, styles and frames leave nothing in the text', () => {
  const { article } = from(
    page(
      'A',
      `<script>alert("evil()")</script><style>.evil{}</style><iframe src="x">evil</iframe>${body}<img src=x onerror="evil()">`,
    ),
  )
  expect(article.text).not.toContain('evil')
})

test('short texts, and texts that end in "read more", are teasers', () => {
  const long = 'A sentence that says something about a model and what it costs. '.repeat(40)
  expect([
    isTeaser('Short.'),
    isTeaser(long),
    isTeaser(`${long} […]`),
    isTeaser(`${long} <a href="x">Continue reading</a>`),
    isTeaser(`${long}…`),
  ]).toEqual([true, false, true, true, true])
})

test('an entry of its own, without page, gets an id that its key decides', () => {
  const item = {
    guid: 'g',
    url: 'https://wire.example/notes#1',
    title: 'Notes 1',
    author: null,
    publishedAt: null,
    content: body,
  }
  const [one, two] = [articleFromItem(item, none, 'key 1'), articleFromItem(item, none, 'key 2')]
  expect([
    one!.article.id === two!.article.id,
    one!.article.title,
    articleFromItem({ ...item, content: ' ' }, none, 'x'),
  ]).toEqual([false, 'Notes 1', null])
})

test('a page made to take long is refused before it is read', () => {
  const began = performance.now()
  for (const made of [
    `<table>${'<tr><td>1<td>2'.repeat(300_000)}`,
    '<p>Muse Spark scored 86.4% on GPQA Diamond.'.repeat(100_000),
    `<p>${'word '.repeat(300_000)}`,
  ])
    expect(() => from(`<!doctype html><html><body>${made}</body></html>`)).toThrow(/more (?:elements|text) than any article has/)
  expect(() => from('word '.repeat(300_000), 'https://wire.example/a.txt', 'text/plain')).toThrow(
    /more (?:elements|text) than any article has/,
  )
  expect(performance.now() - began).toBeLessThan(4_000)
})

test('how a reader came to a page is no part of its address', () => {
  expect(from(page('A', body), 'https://wire.example/a?id=7&utm_source=rss&fbclid=x#top').article.url).toBe(
    'https://wire.example/a?id=7',
  )
})
