import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { followUnread } from '../../src/gather/follow.ts'
import { poll } from '../../src/poll.ts'
import { migrate } from '../../src/storage/migrations.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { postgresPrograms, startPostgres } from '../storage/postgres-server.ts'
import { rss, titlesOf, webInMemory } from './web-in-memory.ts'

const present = postgresPrograms() !== null

describe.skipIf(!present)(`several pollers on one Postgres${present ? '' : ' (skipped: no server on this machine)'}`, () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server.stop())

  test('they bring each article in once, and fetch each feed and page once', async () => {
    const store = await openPostgres(server.url)
    await sql`drop schema public cascade`.execute(store.db)
    await sql`create schema public`.execute(store.db)
    await migrate(store)
    const web = webInMemory(store)
    const feeds = [1, 2, 3].map((number) => `https://wire${number}.example/feed.xml`)
    for (const feed of feeds) {
      web.set(feed, rss([]))
      await followUnread(web.polling, { title: null, address: feed }, { adapter: 'test', team: null, person: null })
    }
    await poll(web.polling)
    const numbers = Array.from({ length: 12 }, (_, number) => number)
    for (const feed of feeds) web.set(feed, rss(numbers.map((number) => web.story(number))))
    const before = web.asked.length
    for (let round = 0; round < 3; round++) {
      web.pass(round === 0 ? 2 * 60 * 60_000 : 6 * 60_000)
      await Promise.all([1, 2, 3].map(() => poll(web.polling)))
    }
    expect(await titlesOf(store)).toEqual(numbers.map((number) => `Muse Spark tested again, part ${number}`).sort())
    const asked = web.asked.slice(before).sort()
    expect(asked).toEqual([...new Set(asked)])
    expect(asked.length).toBe(feeds.length + numbers.length)
    const states = await store.db.selectFrom('feed_item').select('state').distinct().execute()
    expect([states, web.lines]).toEqual([[{ state: 'read' }], []])
    await store.close()
  }, 60_000)
})
