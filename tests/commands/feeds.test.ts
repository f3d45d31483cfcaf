import { afterEach, beforeEach, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import type { Caller } from '../../src/command/invocation.ts'
import { readConfig } from '../../src/config.ts'
import { createNames } from '../../src/corpus/names.ts'
import { intakeOf } from '../../src/gather/polling.ts'
import { type Core, createCore } from '../../src/invoke.ts'
import { renderMarkdown } from '../../src/message/markdown.ts'
import { poll } from '../../src/poll.ts'
import { openMemoryStore } from '../../src/storage/database.ts'
import type { Store } from '../../src/storage/store.ts'
import { rss, story, webInMemory } from '../gather/web-in-memory.ts'
import { page } from '../intake/local-site.ts'

let store: Store
let web: ReturnType<typeof webInMemory>
beforeEach(async () => {
  store = await openMemoryStore()
  web = webInMemory(store)
})
afterEach(() => store.close())

const coreWith = async (environment: Record<string, string> = {}): Promise<Core> =>
  createCore({
    commands,
    config: readConfig(environment),
    store,
    names: await createNames(store),
    log: web.polling.log,
    now: web.now,
    intake: intakeOf(web.polling),
  })
const caller = (change: Partial<Caller> = {}): Caller => ({
  adapter: 'test',
  team: 'T1',
  channel: 'C1',
  person: 'U1',
  manager: true,
  zone: null,
  ...change,
})
const said = async (core: Core, line: string, by = caller()) => renderMarkdown(await core.invokeLine(line, by))
const feed = 'https://wire.example/feed.xml'
const address = 'https://wire.example/a'

test('who may add: managers, or everyone where the setting opens it', async () => {
  web.set(address, page('Muse Spark tested again', story(1)))
  const closed = await coreWith()
  expect(await said(closed, `add ${address}`, caller({ manager: false }))).toContain(
    'only those who manage this place may use it',
  )
  expect(web.asked).toEqual([])
  const open = await coreWith({ LAUNCHWIRE_OPEN_INTAKE: 'true' })
  expect(await said(open, `add ${address}`, caller({ manager: false }))).toContain('Read and added')
  web.set(feed, rss([web.story(1)]))
  expect(await said(open, `feeds add ${feed}`, caller({ manager: false }))).toContain(
    'only those who manage this place may use it',
  )
  expect(await said(open, `feeds remove ${feed}`, caller({ manager: false }))).toContain(
    'only those who manage this place may use it',
  )
  expect(await said(open, 'feeds list', caller({ manager: false }))).toContain('No feed is followed from here')
})

test('an added article is shown with models, claims with their source, and what to ask next', async () => {
  web.set(address, page('Muse Spark tested again', story(1)))
  const core = await coreWith()
  const message = await core.invokeLine(`add <${address}|a page>`, caller())
  const text = renderMarkdown(message)
  expect(text).toContain('Muse Spark scored 41.1% on CharXiv Reasoning')
  expect(Object.values(message.citations).every(({ url }) => url === address)).toBe(true)
  expect(message.blocks.find(({ type }) => type === 'actions')).toMatchObject({
    buttons: expect.arrayContaining([{ label: 'About Muse Spark', command: 'launch Muse Spark' }]),
  })
})

test('what is kept out says why', async () => {
  web.set(address, page('Roses', '<p>The roses bloomed early this year and the neighbours came to see them.</p>'.repeat(8)))
  expect(await said(await coreWith(), `add ${address}`)).toMatch(
    /kept out of the corpus: not about a launch .*it names no AI model/,
  )
})

test('a feed is followed, listed, read, shown in the status, and dropped; each workspace sees its own', async () => {
  const core = await coreWith()
  web.set(feed, rss([web.story(2), web.story(1)], 'The Wire'))
  expect(await said(core, `feeds add ${feed} every:90`)).toMatch(
    /The Wire.* is followed now, every 90 minutes\. It holds 2 entries/,
  )
  await poll(web.polling)
  expect(await said(core, 'feeds list')).toContain('1 article read')
  expect(await said(core, 'feeds list', caller({ team: 'T2' }))).toContain('No feed is followed from here')
  expect(await said(core, 'feeds remove wire', caller({ team: 'T2' }))).toContain('No feed "wire" is followed here')
  const status = await core.invokeLine('feeds status', caller())
  expect(status.blocks[0]).toMatchObject({
    type: 'table',
    rows: [[{ text: ['The Wire'] }, {}, { value: 1 }, { value: 0 }, { value: 0 }, { value: 0 }]],
  })
  expect(await said(core, 'feeds remove the wire')).toContain('is not followed from here any more')
  expect(await said(core, 'feeds list')).toContain('No feed is followed from here')
})

test('a direct message follows no feed, since nobody but its writer would manage it', async () => {
  expect(await said(await coreWith(), `feeds add ${feed}`, caller({ team: null, channel: null }))).toContain('type this there')
})

test('a failing feed says since when and why', async () => {
  const core = await coreWith()
  web.set(feed, rss([web.story(1)], 'The Wire'))
  await said(core, `feeds add ${feed}`)
  web.set(feed, '<!doctype html><html><body>moved</body></html>')
  web.pass(2 * 60 * 60_000)
  await poll(web.polling)
  expect(await said(core, 'feeds list')).toMatch(/Failing since just now: There is a page where the feed was/)
})

test('without a fetcher the commands say so', async () => {
  const core = createCore({
    commands,
    config: readConfig({}),
    store,
    names: await createNames(store),
    log: web.polling.log,
    now: web.now,
  })
  expect(await said(core, `add ${address}`)).toContain('without its fetcher')
})

test('a claim that was shown, and that its article makes no more, is shown as changed', async () => {
  web.set(address, page('Muse Spark tested again', story(1)))
  const core = await coreWith()
  await core.invokeLine(`add ${address}`, caller())
  const rows = await store.db.selectFrom('claim').select(['id', 'body']).where('type', '=', 'score').execute()
  const shown = rows.find(({ body }) => JSON.parse(body).value === 41.1)!.id
  web.set(address, page('Muse Spark tested again', story(1).replace('41.1%', '48.8%')))
  expect(await said(core, `add ${address}`)).toContain('48.8%')
  const evidence = await core.invokeLine(`evidence ${shown}`, caller())
  expect(evidence.title).toMatch(/^Changed\. Evidence: Muse Spark/)
  expect(evidence.citations[shown]).toMatchObject({ url: address, quote: expect.stringContaining('41.1%') })
})
