import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Claim } from '../../src/claim.ts'
import { prepare } from '../../src/corpus/prepare.ts'
import { keysOf, matchItems } from '../../src/intake/feed-identity.ts'
import type { FeedItem } from '../../src/intake/feed-item.ts'
import { changedArticles, keepVersion, versionsOf } from '../../src/storage/article-versions.ts'
import { saveArticles } from '../../src/storage/articles.ts'
import {
  claimArticle,
  claimItems,
  itemCounts,
  itemQueue,
  knownItems,
  putItemOff,
  recordReading,
  settleItem,
} from '../../src/storage/feed-items.ts'
import {
  claimFeeds,
  failedFeeds,
  feedById,
  feedFailed,
  followedFeeds,
  followFeed,
  tellOfFeed,
  troubledFeeds,
  unfollowFeed,
} from '../../src/storage/feeds.ts'
import { fetchSummary, forgetOldFetches, hostBook } from '../../src/storage/host-book.ts'
import { asideCounts, asideList, setAside, takeBack } from '../../src/storage/set-aside.ts'
import { corpusSize, vendorFreshness } from '../../src/storage/status.ts'
import type { Store } from '../../src/storage/store.ts'
import { article } from './contract.ts'

const hour = 60 * 60_000
const given = { id: 'f1', address: 'https://wire.example/feed', title: 'The Wire', site: null, every: hour }
const team = (name: string) => ({ adapter: 'test', team: name, person: 'U1' })
const item = (number: number): FeedItem => ({
  guid: `g${number}`,
  url: `https://wire.example/${number}`,
  title: `Part ${number}`,
  author: null,
  publishedAt: number,
  content: 'Said.',
})

/** What every engine must do for feeds. */
export function feedContract(name: string, open: () => Promise<Store>) {
  describe(`feeds on ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    const bring = async (items: FeedItem[], now: number) => {
      const feed = (await feedById(store, 'f1'))!
      const keys = keysOf(items)
      return recordReading(store, feed, keys, now, (known) => ({
        decisions: matchItems('f1', items, keys, known)
          .filter(({ known }) => known === null)
          .map((matched) => ({ matched, state: 'pending' as const, reason: null, nextAt: now })),
        reading: { title: 'The Wire', site: null, etag: '"1"', lastModified: null, nextAt: now + hour, anyNew: true },
      }))
    }

    test('a feed is one, however many follow it, and rests when nobody does', async () => {
      expect(await followFeed(store, given, team('T1'), 1)).toMatchObject({ fresh: true, followed: true })
      expect(await followFeed(store, given, team('T2'), 2)).toMatchObject({ fresh: false, followed: true })
      expect(await followFeed(store, given, team('T2'), 3)).toMatchObject({ fresh: false, followed: false })
      expect((await followedFeeds(store, null)).map(({ id }) => id)).toEqual(['f1'])
      expect([await unfollowFeed(store, 'f1', team('T1')), await unfollowFeed(store, 'f1', team('T1'))]).toEqual([true, false])
      expect([(await followedFeeds(store, team('T1'))).length, (await feedById(store, 'f1'))!.state]).toEqual([0, 'active'])
      await unfollowFeed(store, 'f1', team('T2'))
      expect([(await feedById(store, 'f1'))!.state, await claimFeeds(store, 10, hour, 5)]).toEqual(['stopped', []])
      expect(await followFeed(store, given, team('T3'), 4)).toMatchObject({ fresh: true, followed: true })
    })

    test('of several wishes how often a feed is read the shortest holds', async () => {
      const every = async (wish: number | null, by: string) =>
        (await followFeed(store, { ...given, every: wish }, team(by), 1)).feed.every / hour
      expect([
        await every(null, 'T1'),
        await every(5 * hour, 'T2'),
        await every(hour / 2, 'T3'),
        await every(null, 'T4'),
      ]).toEqual([1, 1, 0.5, 0.5])
    })

    test('of many that ask at once, one gets a feed and one an entry; the next when the lease is over', async () => {
      await followFeed(store, given, team('T1'), 1)
      const many = await Promise.all(Array.from({ length: 8 }, () => claimFeeds(store, 10, hour, 5)))
      expect(many.flat().length).toBe(1)
      expect((await claimFeeds(store, 10 + hour, hour, 5)).length).toBe(1)
      await bring([item(1), item(2)], 20)
      const items = await Promise.all(Array.from({ length: 8 }, () => claimItems(store, 20, hour, 5)))
      expect(
        items
          .flat()
          .map(({ title }) => title)
          .sort(),
      ).toEqual(['Part 1', 'Part 2'])
      expect((await claimItems(store, 20 + hour, hour, 5)).length).toBe(2)
    })

    test('entries are stored once with the feed’s validators, known again by any key, and settled', async () => {
      await followFeed(store, given, team('T1'), 1)
      expect(await bring([item(1), item(2)], 5)).toEqual({ fresh: 2, changed: 0 })
      expect(await bring([item(2), item(1)], 6)).toEqual({ fresh: 0, changed: 0 })
      expect(await feedById(store, 'f1')).toMatchObject({ etag: '"1"', baselineAt: 5, nextAt: 6 + hour, newAt: 6, failures: 0 })
      expect((await knownItems(store.db, 'f1', keysOf([{ ...item(1), guid: 'new' }]))).map(({ guid }) => guid)).toEqual(['g1'])
      const [one, two] = await claimItems(store, 5, hour, 5)
      await settleItem(store, one!, { state: 'read', article: 'a1', owner: true, error: null, now: 7 })
      await putItemOff(store, two!.id, { nextAt: 100, tries: 1, error: 'busy' })
      expect([await itemQueue(store), (await itemCounts(store, ['f1'])).get('f1')]).toEqual([
        { waiting: 1, next: 100 },
        { pending: 1, baseline: 0, read: 1, aside: 0, failed: 0 },
      ])
      const { content } = await store.db
        .selectFrom('feed_item')
        .select('content')
        .where('id', '=', one!.id)
        .executeTakeFirstOrThrow()
      expect(content).toBe('')
    })

    test('an entry that changed while it was read stays to be read', async () => {
      await followFeed(store, given, team('T1'), 1)
      await bring([item(1)], 5)
      const [one] = await claimItems(store, 5, hour, 5)
      await store.db.updateTable('feed_item').set({ hash: 'newer' }).execute()
      await settleItem(store, one!, { state: 'read', article: 'a1', owner: true, error: null, now: 7 })
      expect((await claimItems(store, 8, hour, 5)).map(({ article, hash }) => [article, hash])).toEqual([['a1', 'newer']])
    })

    test('an article belongs to one entry', async () => {
      await followFeed(store, given, team('T1'), 1)
      await bring([item(1), item(2)], 5)
      const [one, two] = await claimItems(store, 5, hour, 5)
      expect([
        await claimArticle(store, one!.id, 'a1'),
        await claimArticle(store, two!.id, 'a1'),
        await claimArticle(store, one!.id, 'a1'),
      ]).toEqual([true, false, true])
    })

    test('failures are counted from the first, told of once, and over with the next success', async () => {
      const { feed } = await followFeed(store, given, team('T1'), 1)
      await feedFailed(store, feed, { error: 'down', nextAt: 50, gone: false, now: 10 })
      await feedFailed(store, (await feedById(store, 'f1'))!, { error: 'down', nextAt: 90, gone: false, now: 20 })
      await feedFailed(store, (await feedById(store, 'f1'))!, { error: 'down', nextAt: 150, gone: false, now: 30 })
      expect(await feedById(store, 'f1')).toMatchObject({ failures: 3, failingSince: 10, error: 'down', nextAt: 150 })
      expect([await failedFeeds(store, 25), await failedFeeds(store, 31)]).toEqual([['The Wire'], []])
      expect(await troubledFeeds(store, 5, -1)).toEqual([])
      expect((await troubledFeeds(store, 15, -1)).map(({ trouble }) => trouble)).toEqual(['failing'])
      const told: number[] = []
      const tell = () =>
        tellOfFeed(store, 'f1', 'failing', (followers) => {
          told.push(followers.length)
          return []
        })
      await Promise.all([tell(), tell()])
      expect([told, await troubledFeeds(store, 15, -1)]).toEqual([[1], []])
      await bring([item(1)], 200)
      expect(await feedById(store, 'f1')).toMatchObject({ failures: 0, failingSince: null, error: null, told: null })
      expect((await troubledFeeds(store, 15, 201)).map(({ trouble }) => trouble)).toEqual(['silent'])
      await feedFailed(store, (await feedById(store, 'f1'))!, { error: 'gone', nextAt: 0, gone: true, now: 300 })
      expect((await troubledFeeds(store, 15, -1)).map(({ trouble }) => trouble)).toEqual(['gone'])
    })

    test('an earlier version of an article is kept once and is none as long as it stands', async () => {
      const claim = {
        id: 'c1',
        article: 'a',
        start: 0,
        end: 4,
        quote: 'Muse',
        claimant: { kind: 'press', name: null },
        restated: false,
        type: 'statement',
        model: 'Muse Spark',
        aspect: 'what',
        weight: 1,
      } as Claim
      const save = (print: string, claims: Claim[]) =>
        saveArticles(store, [
          prepare(article('a', { fingerprint: print }), { models: ['Muse Spark'], claims, unparsed: [] }, '1', 5),
        ])
      await save('one', [claim])
      await keepVersion(store, 'a', 10)
      await keepVersion(store, 'a', 11)
      expect([await versionsOf(store, 'a'), await changedArticles(store, 5)]).toEqual([[], []])
      await save('two', [])
      expect(await versionsOf(store, 'a')).toMatchObject([{ article: 'a', replacedAt: 10, readAt: 5, claims: [claim] }])
      expect(await changedArticles(store, 5)).toMatchObject([{ id: 'a', at: 10, versions: 1 }])
      await keepVersion(store, 'none', 12)
      expect(await corpusSize(store)).toMatchObject({ models: 1, claims: 0, changed: 1 })
      expect(await vendorFreshness(store, 5)).toEqual([{ vendor: 'Meta', models: 1, newest: Date.UTC(2026, 3, 8) }])
    })

    test('articles that say the same can be saved at the same time', async () => {
      const claims = (of: string): Claim[] => [
        {
          id: `c-${of}`,
          article: of,
          start: 0,
          end: 4,
          quote: 'Muse',
          claimant: { kind: 'press', name: null },
          restated: false,
          type: 'fact',
          model: 'Muse Spark',
          variant: null,
          attribute: 'access',
          value: 'api',
          condition: null,
        },
      ]
      const names = Array.from({ length: 12 }, (_, number) => `a${number}`)
      await Promise.all(
        names.map((of) =>
          saveArticles(store, [prepare(article(of), { models: ['Muse Spark'], claims: claims(of), unparsed: [] }, '1', 5)]),
        ),
      )
      expect(await corpusSize(store)).toMatchObject({ models: 1, claims: 12 })
      expect((await store.db.selectFrom('finding').select('articles').execute()).map((row) => Number(row.articles))).toEqual([12])
    })

    test('what is set aside stands there once, with its last reason, until it is read', async () => {
      const aside = {
        address: 'https://wire.example/1',
        title: 'Roses',
        feed: 'f1',
        reason: 'subject' as const,
        detail: 'it names no AI model',
        at: 1,
      }
      await setAside(store, aside)
      await setAside(store, { ...aside, reason: 'paywall', at: 2 })
      await setAside(store, { ...aside, address: null, title: 'No address', at: 3 })
      expect((await asideList(store, 5)).map(({ title, reason, at }) => [title, reason, at])).toEqual([
        ['No address', 'subject', 3],
        ['Roses', 'paywall', 2],
      ])
      expect([await asideList(store, 5, 'paywall'), await asideCounts(store)]).toMatchObject([
        [{ title: 'Roses' }],
        [
          { reason: 'paywall', articles: 1 },
          { reason: 'subject', articles: 1 },
        ],
      ])
      await takeBack(store, 'http://www.wire.example/1/?utm_source=x')
      expect((await asideList(store, 5)).length).toBe(1)
    })

    test('hosts are booked one after the other by all, closed for all, and their rules kept', async () => {
      let now = 1_000
      const book = hostBook(store, () => now)
      const booked = await Promise.all(Array.from({ length: 5 }, () => book.reserve('a.example', 100)))
      expect(booked.sort((a, b) => a - b)).toEqual([1_000, 1_100, 1_200, 1_300, 1_400])
      expect(await book.openAt('a.example')).toBe(0)
      await book.close('a.example', 5_000)
      await book.close('a.example', 4_000)
      expect([await book.openAt('a.example'), await book.openAt('b.example')]).toEqual([5_000, 0])
      await book.keepRules('https://a.example', 'one')
      now = 2_000
      await book.keepRules('https://a.example', 'two')
      expect([await book.rules('https://a.example'), await book.rules('https://b.example')]).toEqual([
        { body: 'two', fetchedAt: 2_000 },
        null,
      ])
      await book.note({ address: 'https://a.example/1', wanted: 'page', outcome: 'ok', status: 200, bytes: 5, took: 7.4 })
      expect(await fetchSummary(store, 0, 5)).toEqual({
        outcomes: [{ outcome: 'ok', requests: 1 }],
        last: [{ at: 2_000, address: 'https://a.example/1', outcome: 'ok', status: 200 }],
      })
      await forgetOldFetches(store, 2_000 + 8 * 24 * hour)
      expect((await fetchSummary(store, 0, 5)).last).toEqual([])
    })
  })
}
