import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { follow } from '../../src/gather/follow.ts'
import { FetchFailure } from '../../src/intake/fetch-failure.ts'
import { poll } from '../../src/poll.ts'
import { changedClaim } from '../../src/storage/article-versions.ts'
import { openMemoryStore } from '../../src/storage/database.ts'
import { asideList } from '../../src/storage/set-aside.ts'
import type { Store } from '../../src/storage/store.ts'
import { type Entry, rss, story, titlesOf, webInMemory } from './web-in-memory.ts'

const feed = 'https://wire.example/feed.xml'
const other = 'https://second.example/feed.xml'
const hour = 60 * 60_000
const me = { adapter: 'test', team: 'T1', person: 'U1' }

let store: Store
let web: ReturnType<typeof webInMemory>
beforeEach(async () => {
  store = await openMemoryStore()
  web = webInMemory(store)
})
afterEach(() => store.close())

const show = (entries: Entry[], at = feed) => web.set(at, rss(entries))
async function nextRound() {
  web.pass(2 * hour)
  return poll(web.polling)
}
/** Follows a feed that holds one old entry, so that all that comes is news. */
async function started(first: Entry[] = [web.story(0)], at = feed) {
  show(first, at)
  await follow(web.polling, at, me)
  await poll(web.polling)
}
const versions = async () => (await store.db.selectFrom('article_version').selectAll().execute()).length
const part = (...numbers: number[]) => numbers.map((number) => `Muse Spark tested again, part ${number}`)

describe('histories in which others repeat or miss (docs: the field’s failures)', () => {
  test('the first reading is a baseline: only the newest entry is read, however many there are', async () => {
    await started([3, 1, 2].map((number) => web.story(number)))
    expect(await titlesOf(store)).toEqual(part(3))
    await nextRound()
    expect(await titlesOf(store)).toEqual(part(3))
  })

  test('with backlog, all that stands there is read', async () => {
    show([1, 2, 3].map((number) => web.story(number)))
    await follow(web.polling, feed, me, { backlog: true })
    await poll(web.polling)
    expect(await titlesOf(store)).toEqual(part(1, 2, 3))
  })

  test('a feed that is empty at first loses no entry later, dated or not', async () => {
    await started([])
    expect(await titlesOf(store)).toEqual([])
    const { date: _, ...dateless } = web.story(2)
    show([dateless, web.story(1)])
    await nextRound()
    expect(await titlesOf(store)).toEqual(part(1, 2))
  })

  test('regenerated guids repeat nothing', async () => {
    await started()
    const entries = [1, 2, 3].map((number) => web.story(number))
    show(entries)
    await nextRound()
    for (let round = 0; round < 3; round++) {
      show(entries.map((entry, index) => ({ ...entry, guid: `new-${round}-${index}` })))
      await nextRound()
    }
    expect([await titlesOf(store), await versions()]).toEqual([part(0, 1, 2, 3), 0])
  })

  test('regenerated guids and moved addresses together repeat nothing, where the text is the same', async () => {
    await started()
    const text = `${story(1)} ${story(1, 'It was said at length, and the rest of it is for those who like to read. '.repeat(25))}`
    const whole = (link: string, guid: string): Entry => ({ ...web.story(1), text, link, guid })
    show([whole('https://wire.example/a', 'g1')])
    await nextRound()
    show([whole('https://wire.example/moved/a-2', 'g2')])
    await nextRound()
    expect(await titlesOf(store)).toEqual(part(0, 1))
  })

  test('touched dates repeat nothing and fetch nothing', async () => {
    await started()
    const entries = [1, 2].map((number) => web.story(number))
    show(entries)
    await nextRound()
    const before = web.asked.length
    show(entries.map((entry) => ({ ...entry, date: 'Thu, 09 Apr 2026 09:00:00 GMT' })))
    await nextRound()
    expect([await titlesOf(store), web.asked.slice(before)]).toEqual([part(0, 1, 2), [feed]])
  })

  test('tracking parameters, fragments, www and scheme make no new article, with or without guid', async () => {
    await started()
    const entry = web.story(1)
    const { guid: _, ...bare } = entry
    for (const link of [
      'https://wire.example/story-1',
      'https://wire.example/story-1?utm_source=rss&utm_medium=feed',
      'https://www.wire.example/story-1/?fbclid=abc',
      'http://wire.example/story-1#comments',
    ]) {
      web.story(1, { link })
      show([{ ...bare, link }])
      await nextRound()
    }
    expect([await titlesOf(store), await versions()]).toEqual([part(0, 1), 0])
  })

  test('the same story in two feeds is one article, whichever brings it first, and is fetched once', async () => {
    await started()
    await started([web.story(9, { link: 'https://second.example/old', title: 'An old one' })], other)
    const entry = web.story(1)
    web.story(1, { link: `${entry.link}?utm_source=second` })
    show([entry])
    show([{ ...entry, guid: 'other-guid', link: `${entry.link}?utm_source=second`, text: 'In other words.' }], other)
    await nextRound()
    await nextRound()
    expect((await titlesOf(store)).filter((title) => title === part(1)[0])).toEqual(part(1))
    expect(web.asked.filter((address) => address.startsWith(entry.link!)).length).toBe(1)
  })

  test('a copy of a story at another address is the same article, by its text', async () => {
    await started()
    await started([web.story(9, { link: 'https://second.example/old', title: 'An old one' })], other)
    show([web.story(1)])
    await nextRound()
    show([web.story(1, { link: 'https://second.example/copied', guid: 'copy' })], other)
    await nextRound()
    expect((await titlesOf(store)).filter((title) => title === part(1)[0])).toEqual(part(1))
  })

  test('entries that slide out of the feed and in again are not read again', async () => {
    await started()
    const [one, two, three] = [1, 2, 3].map((number) => web.story(number))
    for (const shown of [[one!], [two!], [three!, two!], [one!], [two!, one!], [three!, two!, one!]]) {
      show(shown)
      await nextRound()
    }
    expect(await titlesOf(store)).toEqual(part(0, 1, 2, 3))
  })

  test('an old entry that slides in from behind, as a newer one is deleted, is no news and is set aside', async () => {
    await started()
    show([web.story(1), web.story(2, { date: 'Mon, 02 Mar 2026 10:00:00 GMT' })])
    await nextRound()
    expect(await titlesOf(store)).toEqual(part(0, 1))
    expect(await asideList(store, 5)).toMatchObject([{ reason: 'old', title: part(2)[0] }])
  })

  test('entries out of order, and with earlier dates than those before, are all read', async () => {
    await started()
    show([web.story(5, { date: 'Wed, 08 Apr 2026 09:00:00 GMT' })])
    await nextRound()
    show([
      web.story(5),
      web.story(2, { date: 'Tue, 07 Apr 2026 09:00:00 GMT' }),
      web.story(7),
      web.story(1, { date: 'Thu, 02 Apr 2026 09:00:00 GMT' }),
    ])
    await nextRound()
    expect(await titlesOf(store)).toEqual(part(0, 1, 2, 5, 7))
  })

  test('entries without dates, or with dates that are none, are all read once', async () => {
    await started()
    const entries = [1, 2, 3].map((number) => {
      const { date: _, ...entry } = web.story(number)
      return number === 3 ? { ...entry, date: 'soon' } : entry
    })
    for (const shown of [entries.slice(0, 1), entries.slice(0, 2).reverse(), entries, entries]) {
      show(shown)
      await nextRound()
    }
    expect(await titlesOf(store)).toEqual(part(0, 1, 2, 3))
  })

  test('one guid for all entries, or one address for all, hides none of them', async () => {
    await started()
    show([1, 2].map((number) => web.story(number, { guid: 'always-the-same' })))
    await nextRound()
    show([1, 2, 3].map((number) => web.story(number, { guid: 'always-the-same' })))
    await nextRound()
    expect(await titlesOf(store)).toEqual(part(0, 1, 2, 3))
  })

  test('notes that share one page are read from the feed, each as its own', async () => {
    await started([])
    const note = (number: number): Entry => ({
      title: `Release notes ${number}`,
      guid: `notes-${number}`,
      link: `https://wire.example/notes#v${number}`,
      text: story(number, 'It says so in the notes. '.repeat(90)),
    })
    show([note(1), note(2)])
    await nextRound()
    show([note(3), note(2), note(1)])
    await nextRound()
    expect(await titlesOf(store)).toEqual(['Release notes 1', 'Release notes 2', 'Release notes 3'])
    expect(web.asked.some((address) => address.includes('/notes'))).toBe(false)
  })

  test('a changed article is a new version under the same id; its old claims are kept and go from the corpus', async () => {
    await started()
    show([web.story(1)])
    await nextRound()
    const before = await store.db
      .selectFrom('article')
      .select(['id', 'text'])
      .where('title', '=', part(1)[0]!)
      .executeTakeFirstOrThrow()
    show([web.story(1, { text: 'Part 1, corrected.', body: story(1).replace('41.1%', '48.8%') })])
    await nextRound()
    const after = await store.db.selectFrom('article').select(['id', 'text']).where('title', '=', part(1)[0]!).execute()
    expect(after.map(({ id }) => id)).toEqual([before.id])
    expect([before.text.includes('41.1%'), after[0]!.text.includes('48.8%')]).toEqual([true, true])
    const old = await store.db.selectFrom('article_version').select(['text', 'claims']).execute()
    expect([old.length, old[0]!.text, old[0]!.claims.includes('41.1%')]).toEqual([1, before.text, true])
    const gone = JSON.parse(old[0]!.claims).find((claim: { value?: number }) => claim.value === 41.1)
    expect(await changedClaim(store, gone.id)).toMatchObject({
      claim: gone,
      until: web.now(),
      citation: { article: before.id, quote: gone.quote },
    })
    const scores = await store.db
      .selectFrom('claim')
      .select('body')
      .where('article', '=', before.id)
      .where('type', '=', 'score')
      .execute()
    expect([scores.some(({ body }) => body.includes('48.8')), scores.some(({ body }) => body.includes('41.1'))]).toEqual([
      true,
      false,
    ])
  })

  test('a page that fails for a while is read when it answers, and one that never does is given up with its reason', async () => {
    await started()
    const [late, never] = [web.story(1), web.story(2)]
    web.set(late.link!, new FetchFailure('status', 'The site answered 502.', { status: 502 }))
    web.set(never.link!, new FetchFailure('timeout', 'No whole answer came within 10 s.'))
    show([late, never])
    await nextRound()
    expect(await titlesOf(store)).toEqual(part(0))
    web.story(1)
    for (let round = 0; round < 60; round++) await nextRound()
    expect(await titlesOf(store)).toEqual(part(0, 1))
    expect(await asideList(store, 5)).toMatchObject([
      { reason: 'unreachable', title: part(2)[0], detail: 'No whole answer came within 10 s.' },
    ])
    expect(web.asked.filter((address) => address === never.link).length).toBe(8)
  })

  test('a feed that breaks off gives its whole entries now and the rest later', async () => {
    await started()
    const whole = rss([1, 2, 3].map((number) => web.story(number)))
    web.set(feed, whole.slice(0, whole.indexOf('part 3') + 8))
    await nextRound()
    expect(await titlesOf(store)).toEqual(part(0, 1, 2))
    web.set(feed, whole)
    await nextRound()
    expect(await titlesOf(store)).toEqual(part(0, 1, 2, 3))
  })

  test('a feed that was dropped and is followed again starts with a new baseline', async () => {
    await started()
    const { unfollowFeed, followedFeeds } = await import('../../src/storage/feeds.ts')
    await unfollowFeed(store, (await followedFeeds(store, me))[0]!.id, me)
    show([1, 2, 3].map((number) => web.story(number)))
    await nextRound()
    expect(await titlesOf(store)).toEqual(part(0))
    await follow(web.polling, feed, me)
    await poll(web.polling)
    expect(await titlesOf(store)).toEqual(part(0, 3))
  })
})

test('what is not about a launch, not English or behind a paywall is kept out, with the reason', async () => {
  await started([])
  const garden = web.story(1, {
    title: 'Roses in June',
    body: '<p>The roses bloomed early this year and the neighbours came to see them.</p>'.repeat(8),
  })
  const german = web.story(2, {
    title: 'Muse Spark im Test',
    body: '<p>Das neue Modell Muse Spark von Meta hat in vielen Tests gut abgeschnitten und ist seit Mittwoch für alle Kunden zu haben.</p>'.repeat(
      8,
    ),
  })
  const paid = web.story(3, {
    body: `<p>${'Muse Spark was launched by Meta on Wednesday. '.repeat(8)}</p><p>Subscribe to continue reading.</p>`,
  })
  show([garden, german, paid])
  await nextRound()
  expect(await titlesOf(store)).toEqual([])
  const found = await asideList(store, 9)
  expect(Object.fromEntries(found.map(({ title, reason }) => [title, reason]))).toEqual({
    'Roses in June': 'subject',
    'Muse Spark im Test': 'language',
    [part(3)[0]!]: 'paywall',
  })
  expect(found.find(({ reason }) => reason === 'subject')!.detail).toBe('it names no AI model')
})
