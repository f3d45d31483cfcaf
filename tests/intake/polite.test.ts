import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fetch, Fetched } from '../../src/intake/fetch.ts'
import { FetchFailure } from '../../src/intake/fetch-failure.ts'
import { createPolite, type HostBook, hostGap, retryAt } from '../../src/intake/polite.ts'
import { openMemoryStore } from '../../src/storage/database.ts'
import { hostBook } from '../../src/storage/host-book.ts'

const answer = (text = ''): Fetched => ({
  url: '',
  status: 200,
  contentType: 'text/plain',
  etag: null,
  lastModified: null,
  freshFor: null,
  notModified: false,
  text,
  bytes: text.length,
})

/** A polite fetcher over a real book, with a clock that waiting moves; `site` answers. */
async function politely(site: (address: string) => Fetched | FetchFailure) {
  const store = await openMemoryStore()
  let at = Date.UTC(2026, 3, 8)
  const sent: { address: string; at: number }[] = []
  const fetch: Fetch = async (address, _, __, before) => {
    await before?.(new URL(address))
    sent.push({ address, at })
    const found = site(address)
    if (found instanceof FetchFailure) throw found
    return found
  }
  const book: HostBook = hostBook(store, () => at)
  const pass = (milliseconds: number) => {
    at += milliseconds
  }
  const get = createPolite({ fetch, book, now: () => at, wait: async (milliseconds) => pass(milliseconds) })
  return { get, sent, book, store, pass, now: () => at }
}
const failed = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: FetchFailure) => error.kind,
  )

test('a site’s rules are asked first, once a day, and kept', async () => {
  const { get, sent, pass } = await politely((address) =>
    answer(address.endsWith('/robots.txt') ? 'User-agent: *\nDisallow: /private' : 'text'),
  )
  await get('https://a.example/1', 'page')
  await get('https://a.example/2', 'page')
  expect(await failed(get('https://a.example/private/3', 'page'))).toBe('robots')
  pass(25 * 60 * 60_000)
  await get('https://a.example/4', 'page')
  expect(sent.map(({ address }) => address.replace('https://a.example', ''))).toEqual([
    '/robots.txt',
    '/1',
    '/2',
    '/robots.txt',
    '/4',
  ])
})

test('two requests to one host keep their distance, two to different hosts need none', async () => {
  const { get, sent } = await politely(() => answer())
  for (const address of ['https://a.example/1', 'https://a.example/2', 'https://a.example/3']) await get(address, 'page')
  const times = sent.map(({ at }) => at)
  for (let index = 1; index < times.length; index++) expect(times[index]! - times[index - 1]!).toBeGreaterThanOrEqual(hostGap)
  const before = sent.at(-1)!.at
  await get('https://b.example/1', 'page')
  expect(sent.find(({ address }) => address.startsWith('https://b.example'))!.at).toBe(before)
})

test('a longer pause that a site’s rules ask for is kept', async () => {
  const { get, sent } = await politely((address) =>
    answer(address.endsWith('/robots.txt') ? 'User-agent: *\nCrawl-delay: 20' : ''),
  )
  for (const page of [1, 2, 3]) await get(`https://a.example/${page}`, 'page')
  const pages = sent.filter(({ address }) => !address.endsWith('/robots.txt')).map(({ at }) => at)
  expect(pages[2]! - pages[1]!).toBeGreaterThanOrEqual(20_000)
})

test('Retry-After closes the host for every address on it until then, and is not waited out', async () => {
  let busy = true
  const { get, sent, pass, now } = await politely((address) =>
    busy && address.endsWith('/1')
      ? new FetchFailure('busy', 'later', { status: 429, notBefore: Date.UTC(2026, 3, 8, 2) })
      : answer(),
  )
  expect(await failed(get('https://a.example/1', 'page'))).toBe('busy')
  busy = false
  expect(await failed(get('https://a.example/2', 'page'))).toBe('later')
  const count = sent.length
  pass(Date.UTC(2026, 3, 8, 2) - now())
  await get('https://a.example/2', 'page')
  expect([count, sent.length]).toEqual([2, 3])
})

test('"too many requests" without a time closes the host for a quarter of an hour', async () => {
  let busy = true
  const { get, pass } = await politely((address) =>
    busy && address.endsWith('/1') ? new FetchFailure('busy', 'later', { status: 429 }) : answer(),
  )
  await failed(get('https://a.example/1', 'page'))
  busy = false
  pass(13 * 60_000)
  expect(await failed(get('https://a.example/1', 'page'))).toBe('later')
  pass(3 * 60_000)
  expect(await failed(get('https://a.example/1', 'page'))).toBeNull()
})

test('rules that are not there allow everything, rules that cannot be had allow nothing, old rules hold meanwhile', async () => {
  const none = await politely((address) =>
    address.endsWith('/robots.txt') ? new FetchFailure('status', 'no', { status: 404 }) : answer(),
  )
  expect(await failed(none.get('https://a.example/1', 'page'))).toBeNull()
  const down = await politely((address) =>
    address.endsWith('/robots.txt') ? new FetchFailure('status', 'down', { status: 500 }) : answer(),
  )
  expect(await failed(down.get('https://a.example/1', 'page'))).toBe('status')
  let broken = false
  const later = await politely((address) =>
    address.endsWith('/robots.txt')
      ? broken
        ? new FetchFailure('timeout', 'late')
        : answer('User-agent: *\nDisallow: /x')
      : answer(),
  )
  await later.get('https://a.example/1', 'page')
  broken = true
  later.pass(48 * 60 * 60_000)
  expect([
    await failed(later.get('https://a.example/1', 'page')),
    await failed(later.get('https://a.example/x', 'page')),
  ]).toEqual([null, 'robots'])
})

test('each request is written down with what came of it', async () => {
  const { get, store } = await politely((address) =>
    address.endsWith('/2') ? new FetchFailure('status', 'gone', { status: 404 }) : answer('abc'),
  )
  await get('https://a.example/1', 'page')
  await failed(get('https://a.example/2', 'page'))
  const rows = await store.db.selectFrom('fetch_log').select(['address', 'outcome', 'status', 'bytes']).orderBy('seq').execute()
  expect(rows.map(({ address, outcome, status, bytes }) => [address.slice(17), outcome, status, bytes])).toEqual([
    ['/robots.txt', 'ok', 200, 3],
    ['/1', 'ok', 200, 3],
    ['/2', 'status', 404, 0],
  ])
})

test('tries come further and further apart, at most a day, never before the server’s word, never all at once', () => {
  const hour = 60 * 60_000
  fc.assert(
    fc.property(
      fc.nat(1e9),
      fc.integer({ min: hour / 2, max: 200 * hour }),
      fc.nat(100),
      fc.option(fc.nat(5e8)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (now, every, failures, wish, chance) => {
        const notBefore = wish === null ? null : now + wish
        const at = retryAt(now, every, failures, notBefore, chance)
        expect(at).toBeGreaterThan(now)
        if (notBefore !== null) expect(at).toBeGreaterThanOrEqual(notBefore)
        else expect(at - now).toBeLessThanOrEqual(Math.max(24 * hour, every) * 1.1 + 1)
      },
    ),
  )
  const waits = [0, 1, 2, 3, 9].map((failures) => retryAt(0, hour, failures, null, 0.5) / hour)
  expect(waits).toEqual([1, 2, 4, 8, 24])
  expect(retryAt(0, hour, 0, null, 0)).not.toBe(retryAt(0, hour, 0, null, 1))
})
