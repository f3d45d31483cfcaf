import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rss, story } from '../gather/web-in-memory.ts'
import { type LocalSite, localSite, page } from '../intake/local-site.ts'
import { launchwire } from './launchwire.ts'

const folder = mkdtempSync(join(tmpdir(), 'launchwire-feeds-'))
const data = join(folder, 'data')
let site: LocalSite
let shown = [1]
beforeAll(async () => {
  site = await localSite((request, response) => {
    const path = request.url ?? ''
    if (path === '/feed.xml')
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(
        rss(
          shown.map((number) => ({
            title: `Part ${number}`,
            guid: `g${number}`,
            link: `${site.origin}/${number}`,
            text: 'In short.',
          })),
          'The Wire',
        ),
      )
    else if (/^\/\d$/.test(path))
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          page(
            `Part ${path.slice(1)}`,
            path === '/3'
              ? '<p>The roses bloomed early and the neighbours came to see them.</p>'.repeat(8)
              : story(Number(path.slice(1))),
          ),
        )
    else response.writeHead(404).end()
  })
  mkdirSync(join(folder, 'texts'))
  writeFileSync(join(folder, 'texts', 'a.txt'), 'title: A note\n\nGPT-5.4 scored 82.8% on GPQA Diamond, according to OpenAI.\n')
  await launchwire(['ingest', join(folder, 'texts')], { data })
})
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})
const run = (...args: string[]) =>
  launchwire(args, { data, environment: { LAUNCHWIRE_ALLOW_LOOPBACK: '1', LAUNCHWIRE_CONTACT: 'desk@example.com' } })

test('nothing on this machine is fetched unless that is allowed', async () => {
  const { err, code } = await launchwire(['feeds', 'add', `${site.origin}/feed.xml`], { data })
  expect([code, err]).toEqual([1, expect.stringContaining('not on the public internet')])
  expect(site.asked).toEqual([])
})

test('a feed is added, read, listed, exported and removed from the command line', async () => {
  const added = await run('feeds', 'add', `${site.origin}/feed.xml`, '--backlog')
  expect([added.out, added.code]).toEqual([`The Wire (${site.origin}/feed.xml): new, with backlog, 1 entries, every hour\n`, 0])
  expect((await run('feeds', 'poll')).out).toContain('1 in the corpus, 0 kept aside')
  expect(site.asked.every(({ headers }) => headers['user-agent']?.includes('desk@example.com'))).toBe(true)
  expect((await run('feeds', 'list')).out).toContain('1 read, 0 waiting')
  const opml = join(folder, 'feeds.opml')
  await run('feeds', 'export', opml)
  expect(readFileSync(opml, 'utf8')).toContain(`xmlUrl="${site.origin}/feed.xml"`)
  expect((await run('feeds', 'remove', 'wire')).out).toBe('The Wire is not read any more. What it brought stays.\n')
  expect((await run('feeds', 'import', opml)).out).toContain('1 feeds added')
}, 30_000)

test('what was kept aside, and the status, are shown', async () => {
  shown = [3, 1]
  await run('feeds', 'add', `${site.origin}/feed.xml`, '--every', '30')
  await run('feeds', 'poll')
  const aside = await run('articles', '--set-aside')
  expect(aside.out).toContain('not about a launch: Part 3\n            it names no AI model')
  const status = JSON.parse((await run('status', '--json')).out)
  expect(status).toMatchObject({
    corpus: { articles: 2 },
    feeds: { active: 1, failing: [] },
    queue: { waiting: 0 },
    aside: [{ reason: 'subject', articles: 1 }],
  })
  expect((await run('status')).out).toContain('Newest article')
  expect((await run('articles', '--changed')).err).toContain('No article has changed')
}, 30_000)

test('what is asked wrongly says what is right', async () => {
  expect(await run('feeds', 'drop')).toMatchObject({
    code: 2,
    err: expect.stringContaining('add, remove, poll, import or export'),
  })
  expect(await run('feeds', 'add', `${site.origin}/feed.xml`, '--every', '5')).toMatchObject({
    code: 2,
    err: expect.stringContaining('30 to 10080'),
  })
  expect(await run('articles', '--set-aside', '--reason', 'mood')).toMatchObject({
    code: 2,
    err: expect.stringContaining('subject, language'),
  })
  expect(await run('feeds', 'import', join(folder, 'texts', 'a.txt'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('no OPML list'),
  })
}, 30_000)
