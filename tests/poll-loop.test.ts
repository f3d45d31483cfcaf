import { expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { followUnread } from '../src/gather/follow.ts'
import { createPolling } from '../src/gather/polling.ts'
import { createLog } from '../src/log.ts'
import { startPolling } from '../src/poll-loop.ts'
import { openMemoryStore } from '../src/storage/database.ts'
import { rss, story, titlesOf } from './gather/web-in-memory.ts'
import { localSite, page } from './intake/local-site.ts'

test('polling that is started reads what is due over the network, and stops with its work in hand done', async () => {
  const asked = Promise.withResolvers<void>()
  const site = await localSite((request, response) => {
    if (request.url === '/feed.xml')
      response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(rss([{ title: 'Muse Spark tested again', guid: 'g', link: `${site.origin}/story`, text: 'In short.' }]))
    else if (request.url === '/story') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(page('Muse Spark tested again', story(1)))
      asked.resolve()
    } else response.writeHead(404).end()
  })
  const store = await openMemoryStore()
  const lines: string[] = []
  const log = createLog('warn', (line) => void lines.push(line), Date.now)
  const config = readConfig({ LAUNCHWIRE_ALLOW_LOOPBACK: '1' })
  const asking = createPolling({ config, store, log, now: Date.now })
  await followUnread(asking, { title: null, address: `${site.origin}/feed.xml` }, { adapter: 'test', team: null, person: null })
  await asking.close()
  const running = startPolling({ config, log, now: Date.now, stop: new AbortController().signal, store: async () => store })
  await asked.promise
  await running.stop()
  expect([await titlesOf(store), lines]).toEqual([['Muse Spark tested again'], []])
  expect(site.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/feed.xml', '/story'])
  await store.close()
  await site.close()
}, 30_000)

test('polling that is stopped does not wait out a host’s pause', async () => {
  const asked = Promise.withResolvers<void>()
  const site = await localSite((request, response) => {
    if (request.url === '/robots.txt')
      response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nCrawl-delay: 50')
    else {
      response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(rss([{ title: 'Part 1', guid: 'g', link: `${site.origin}/story`, text: 'In short.' }]))
      asked.resolve()
    }
  })
  const store = await openMemoryStore()
  const log = createLog('silent', () => undefined, Date.now)
  const config = readConfig({ LAUNCHWIRE_ALLOW_LOOPBACK: '1' })
  const asking = createPolling({ config, store, log, now: Date.now })
  await followUnread(asking, { title: null, address: `${site.origin}/feed.xml` }, { adapter: 'test', team: null, person: null })
  await asking.close()
  const running = startPolling({ config, log, now: Date.now, stop: new AbortController().signal, store: async () => store })
  await asked.promise
  const began = performance.now()
  await running.stop()
  expect(performance.now() - began).toBeLessThan(10_000)
  await store.close()
  await site.close()
}, 30_000)
