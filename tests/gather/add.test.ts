import { afterEach, beforeEach, expect, test } from 'vitest'
import { add } from '../../src/gather/add.ts'
import { follow } from '../../src/gather/follow.ts'
import { FetchFailure } from '../../src/intake/fetch-failure.ts'
import { poll } from '../../src/poll.ts'
import { openMemoryStore } from '../../src/storage/database.ts'
import { asideList } from '../../src/storage/set-aside.ts'
import type { Store } from '../../src/storage/store.ts'
import { page } from '../intake/local-site.ts'
import { rss, story, titlesOf, webInMemory } from './web-in-memory.ts'

let store: Store
let web: ReturnType<typeof webInMemory>
beforeEach(async () => {
  store = await openMemoryStore()
  web = webInMemory(store)
})
afterEach(() => store.close())
const address = 'https://wire.example/a'
const me = { adapter: 'test', team: 'T1', person: 'U1' }

test('an article at an address is read, and what it claims comes back', async () => {
  web.set(address, page('Muse Spark tested again', story(1)))
  const added = await add(web.polling, address)
  expect(added).toMatchObject({
    outcome: 'added',
    article: { title: 'Muse Spark tested again', url: address, models: expect.arrayContaining(['Muse Spark', 'GPT-5.4']) },
  })
  if (added.outcome === 'set aside') throw new Error('set aside')
  expect(new Set(added.claims.map(({ type }) => type)).has('score')).toBe(true)
  expect(added.claims.every(({ article }) => article === added.article.id)).toBe(true)
})

test('the same address again is unchanged, a changed text a new version', async () => {
  web.set(address, page('Muse Spark tested again', story(1)))
  web.set(`${address}?utm_source=chat`, page('Muse Spark tested again', story(1)))
  await add(web.polling, address)
  expect((await add(web.polling, `${address}?utm_source=chat`)).outcome).toBe('unchanged')
  web.set(address, page('Muse Spark tested again', story(2)))
  expect((await add(web.polling, address)).outcome).toBe('read again')
  expect([await titlesOf(store), (await store.db.selectFrom('article_version').select('id').execute()).length]).toEqual([
    ['Muse Spark tested again'],
    1,
  ])
})

test.each([
  ['subject', page('Roses', '<p>The roses bloomed early this year and the neighbours came to see them.</p>'.repeat(8))],
  [
    'language',
    page(
      'Muse Spark im Test',
      '<p>Das neue Modell Muse Spark von Meta hat in vielen Tests gut abgeschnitten und ist seit Mittwoch für alle Kunden zu haben.</p>'.repeat(
        8,
      ),
    ),
  ],
  [
    'paywall',
    page(
      'Muse Spark',
      `<p>${'Muse Spark was launched by Meta on Wednesday. '.repeat(8)}</p><p>Subscribe to continue reading.</p>`,
    ),
  ],
  ['empty', '<html><body><p>Please switch JavaScript on.</p></body></html>'],
])('what is kept out says why: %s', async (reason, text) => {
  web.set(address, text)
  expect(await add(web.polling, address)).toMatchObject({ outcome: 'set aside', reason })
  expect([await titlesOf(store), (await asideList(store, 5)).map((each) => each.reason)]).toEqual([[], [reason]])
})

test('what was kept out and is read after all is not aside any more', async () => {
  web.set(address, page('Roses', '<p>The roses bloomed early this year and the neighbours came to see them.</p>'.repeat(8)))
  await add(web.polling, address)
  web.set(address, page('Muse Spark tested again', story(1)))
  await add(web.polling, address)
  expect(await asideList(store, 5)).toEqual([])
})

test('what cannot be fetched is an error that a person understands', async () => {
  await expect(add(web.polling, address)).rejects.toThrow(`${address}: There is no such page (404).`)
  web.set(
    address,
    new FetchFailure('refused', 'It is not fetched: 10.0.0.1 is in a range (private) that is not on the public internet.'),
  )
  await expect(add(web.polling, address)).rejects.toMatchObject({
    code: 'forbidden',
    message: expect.stringContaining('not on the public internet'),
  })
  web.set(address, new FetchFailure('busy', 'The site asks us to come later (429).', { status: 429 }))
  await expect(add(web.polling, address)).rejects.toThrow('Try again later.')
  web.set(address, new FetchFailure('too_large', 'The answer has more than 5 MB, which is more than any article has.'))
  expect(await add(web.polling, address)).toMatchObject({ outcome: 'set aside', reason: 'large' })
})

test('a feed given in place of an article is told apart', async () => {
  web.set(address, rss([web.story(1)]))
  await expect(add(web.polling, address)).rejects.toMatchObject({
    message: expect.stringContaining('is a feed, not an article'),
    suggestions: [`feeds add ${address}`],
  })
})

test('a page leads to the feed that it names', async () => {
  web.set(
    'https://wire.example/',
    '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"><link rel="alternate" type="application/rss+xml" href="/other.xml"></head><body></body></html>',
  )
  web.set('https://wire.example/feed.xml', rss([web.story(1), web.story(2)], 'The Wire'))
  expect(await follow(web.polling, 'https://wire.example/', me)).toMatchObject({
    title: 'The Wire',
    address: 'https://wire.example/feed.xml',
    entries: 2,
    state: 'new',
    others: ['https://wire.example/other.xml'],
  })
  web.set('https://www.wire.example/feed.xml/', rss([web.story(1)], 'The Wire'))
  expect(await follow(web.polling, 'https://www.wire.example/feed.xml/', me)).toMatchObject({ state: 'followed already' })
  expect(await follow(web.polling, 'https://wire.example/feed.xml', { ...me, team: 'T2' })).toMatchObject({ state: 'known' })
})

test('a page without a feed says so, and nothing is followed', async () => {
  web.set('https://wire.example/', '<html><body>hello</body></html>')
  await expect(follow(web.polling, 'https://wire.example/', me)).rejects.toThrow('is no feed and names none')
  expect(await store.db.selectFrom('feed').selectAll().execute()).toEqual([])
})

test('one fetch serves all who follow a feed', async () => {
  const feed = 'https://wire.example/feed.xml'
  web.set(feed, rss([web.story(1)]))
  for (const team of ['T1', 'T2', 'T3']) await follow(web.polling, feed, { ...me, team })
  web.pass(2 * 60 * 60_000)
  const before = web.asked.length
  await poll(web.polling)
  expect(web.asked.slice(before).filter((each) => each === feed).length).toBe(1)
})

test('whoever added a feed hears once that it fails, that it is gone, or that it is silent', async () => {
  const feed = 'https://wire.example/feed.xml'
  web.set(feed, rss([web.story(1)]))
  await follow(web.polling, feed, me)
  const day = 24 * 60 * 60_000
  const notices = async () => {
    const rows = await store.db
      .selectFrom('delivery')
      .innerJoin('message', 'message.id', 'delivery.message')
      .select(['person', 'body'])
      .where('kind', '=', 'notice')
      .execute()
    return rows.map(({ person, body }) => `${person} ${/could not be read|is gone|nothing new/.exec(body)?.[0]}`)
  }
  const days = async (count: number) => {
    for (let each = 0; each < count; each++) {
      web.pass(day)
      await poll(web.polling)
    }
  }
  web.set(feed, new FetchFailure('status', 'The site answered 500.', { status: 500 }))
  await days(8)
  expect(await notices()).toEqual(['U1 could not be read'])
  web.set(feed, rss([web.story(1)]))
  await days(60)
  expect((await notices()).sort()).toEqual(['U1 could not be read', 'U1 nothing new'])
  web.set(feed, new FetchFailure('status', 'There is no such page (410).', { status: 410 }))
  await days(5)
  expect((await notices()).sort()).toEqual(['U1 could not be read', 'U1 is gone', 'U1 nothing new'])
})
