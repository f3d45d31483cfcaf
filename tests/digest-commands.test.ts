import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import { renderTerminal } from '../src/adapters/terminal/render.ts'
import type { Caller } from '../src/command/invocation.ts'
import { readConfig } from '../src/config.ts'
import { createNames } from '../src/corpus/names.ts'
import { prepare } from '../src/corpus/prepare.ts'
import { postDue, tick } from '../src/digest.ts'
import { createCore } from '../src/invoke.ts'
import { saveArticles } from '../src/storage/articles.ts'
import { openMemoryStore } from '../src/storage/database.ts'
import type { Store } from '../src/storage/store.ts'
import { digestsOver, handClock } from './delivery/digests.ts'
import { fakeChannel } from './delivery/fake-channel.ts'
import { articleOf, factOf, scoreOf } from './made-claims.ts'

const manager: Caller = { adapter: 'fake', team: 't1', channel: 'c1', person: 'u1', manager: true, zone: 'Europe/Berlin' }

describe('/digest and /watch', () => {
  let store: Store
  beforeEach(async () => {
    store = await openMemoryStore()
    await saveArticles(store, [
      prepare(
        articleOf('a', { title: 'Muse Spark is here', models: ['Muse Spark'] }),
        { models: ['Muse Spark'], claims: [scoreOf('a', 'Muse Spark', 'GPQA Diamond', 89.5)], unparsed: [] },
        'r1',
        Date.parse('2026-04-03T08:00:00Z'),
      ),
    ])
  })
  afterEach(() => store.close())

  async function ready() {
    const clock = handClock('2026-04-03T10:00:00Z')
    const channel = fakeChannel()
    const { digests, lines } = digestsOver(store, { fake: channel.poster }, clock)
    const core = createCore({
      commands,
      config: readConfig({}),
      store,
      names: await createNames(store),
      log: digests.log,
      now: clock.now,
    })
    const say = async (line: string, caller: Partial<Caller> = {}) =>
      renderTerminal(await core.invokeLine(line, { ...manager, ...caller }), { width: 120, color: false }).replace(/\n {2}/g, ' ')
    return { clock, channel, digests, say, lines }
  }

  test('schedules in plain words, in the person’s zone, and says when it comes', async () => {
    const { say } = await ready()
    const said = await say('/digest schedule every Monday 9:00')
    expect(said.replace(/\s+/g, ' ')).toContain(
      'This channel gets a digest every Monday at 09:00 (Europe/Berlin). First one: Mon, 6 April 2026, 09:00 (Europe/Berlin), within 5 minutes of it.',
    )
    expect(said).toContain('The zone is the one of your profile')
    expect(await say('/digest list')).toMatch(
      /^Digests of this channel\n\n• d[0-9a-f]{6} every Monday at 09:00 \(Europe\/Berlin\)\. Next: Mon, 6 April 2026/,
    )
  })

  test('takes cron, a zone by its city, filters and the rest', async () => {
    const { say } = await ready()
    const said = await say(
      '/digest schedule 30 8 * * 1-5 zone:Tokyo vendors:Meta weight:2 risks:medical quiet:silence missed:merge exact:yes',
    )
    expect(said).toContain('on weekdays at 08:30 (Asia/Tokyo)')
    expect(said).toMatch(/Tells +only Meta, medical[^\n]*, launches of weight 2 and more/)
    expect(said).toContain('no post')
    expect(said).toContain('a missed one comes with the next')
    expect(said).toContain('on the dot')
  })

  test('says that times are UTC where nobody knows better', async () => {
    const { say } = await ready()
    expect(await say('/digest schedule daily', { zone: null })).toMatch(
      /every day at 09:00 \(UTC\)[\s\S]*I do not know your time zone/u,
    )
  })

  test.each([
    ['/digest schedule every other week', /Say it like this/],
    ['/digest schedule daily zone:PST', /is no time zone that I know/],
    ['/digest schedule daily vendors:Nobody', /No article names a vendor "Nobody"/],
    ['/digest schedule daily risks:boredom', /There is no kind of risk "boredom"/],
    ['/digest pause', /No digest is scheduled in this channel/],
    ['/watch remove Muse Spark', /is not watched here/],
    ['/watch add Muse Spark for:boredom', /is nothing to watch for/],
  ])('%s says what to do', async (line, told) => {
    const { say } = await ready()
    expect(await say(line)).toMatch(told)
  })

  test('only those who manage the place may change it, everyone may look', async () => {
    const { say } = await ready()
    const everyone = { manager: false }
    for (const line of ['schedule daily', 'now', 'pause', 'resume', 'remove'])
      expect(await say(`/digest ${line}`, everyone)).toMatch(/only those who manage this place/)
    expect(await say('/watch add Muse Spark', everyone)).toMatch(/only those who manage this place/)
    for (const line of ['list', 'status', 'preview'])
      expect(await say(`/digest ${line}`, everyone)).not.toMatch(/only those who manage/)
  })

  test('a place without channels is told where to go', async () => {
    const { say } = await ready()
    expect(await say('/digest schedule daily', { channel: null })).toMatch(/type this in a channel of Slack or Discord/)
    expect(await say('/digest preview', { channel: null })).toMatch(/A sample: how a digest here would have told the newest days/)
  })

  test('previews what is new, and posts it now once, however often it is asked for', async () => {
    const { say, clock, channel, digests } = await ready()
    await say('/digest schedule every Monday 9:00')
    expect(await say('/digest preview')).toMatch(/A sample[\s\S]*Muse Spark/u)
    await saveArticles(store, [
      prepare(
        articleOf('b', { title: 'GLM-5.1 is here', models: ['GLM-5.1'] }),
        { models: ['GLM-5.1'], claims: [scoreOf('b', 'GLM-5.1', 'SWE-bench Pro', 58.4)], unparsed: [] },
        'r1',
        clock.now(),
      ),
    ])
    const preview = await say('/digest preview')
    expect(preview).toMatch(/^AI launches[\s\S]*• GLM-5\.1/u)
    expect(preview).not.toContain('• Muse Spark')
    await Promise.all([say('/digest now'), say('/digest now')])
    await postDue(digests)
    expect(channel.posts.length).toBe(1)
    // the regular one tells its whole time all the same
    clock.set('2026-04-06T07:06:00Z')
    await tick(digests)
    await postDue(digests)
    expect(channel.posts.length).toBe(2)
    expect(renderTerminal(channel.posts[1]!.message, { width: 120, color: false })).toMatch(
      /^AI launches, 3 to 6 April 2026[\s\S]*• GLM-5\.1/u,
    )
    const status = await say('/digest status')
    expect(status).toMatch(/Next: Mon, 13 April 2026, 09:00 \(Europe\/Berlin\)/)
    expect(status).toMatch(/• Mon, 6 April 2026, 09:00: posted, 1 of 1 items from 1 article, Mon, 6 April 2026, 09:0\d\./)
    expect(status).toMatch(/• asked for, Fri, 3 April 2026, 12:00: posted/)
  })

  test('pauses, goes on with the news of the time between, and goes', async () => {
    const { say, clock, channel, digests } = await ready()
    await say('/digest schedule every Monday 9:00 exact:yes')
    expect(await say('/digest pause')).toContain('Paused: every Monday at 09:00')
    clock.set('2026-04-06T07:00:00Z')
    await tick(digests)
    await postDue(digests)
    expect(channel.posts).toEqual([])
    clock.set('2026-04-07T07:00:00Z')
    expect(await say('/digest resume')).toContain('Next: Mon, 13 April 2026, 09:00')
    clock.set('2026-04-13T07:00:00Z')
    await tick(digests)
    await postDue(digests)
    expect(channel.posts.length).toBe(1)
    expect(await say('/digest remove')).toContain('Removed')
    expect(await say('/digest list')).toContain('No digest is scheduled here')
  })

  test('asks which one is meant where there are several', async () => {
    const { say, clock } = await ready()
    await say('/digest schedule every Monday 9:00')
    await clock.wait(1000)
    const id = /Name +(d[0-9a-f]{6})/.exec(await say('/digest schedule daily 7:00'))![1]!
    expect(await say('/digest pause')).toMatch(/There are several digests here: name one of d[0-9a-f]{6} \(every Monday at 09:00/)
    expect(await say(`/digest pause ${id}`)).toContain('Paused: every day at 07:00')
    expect(await say('/digest list')).toMatch(new RegExp(`${id}[^•]*Paused`))
  })

  test('a digest in one channel is none of another’s', async () => {
    const { say } = await ready()
    const id = /Name +(d[0-9a-f]{6})/.exec(await say('/digest schedule daily 7:00'))![1]!
    await say('/digest schedule daily 8:00', { channel: 'c2' })
    expect(await say(`/digest remove ${id}`, { channel: 'c2' })).toContain(`There is no digest "${id}" here`)
    expect(await say('/digest list', { team: 't2' })).toContain('No digest is scheduled here')
  })

  test('watches models and vendors, lists and forgets them', async () => {
    const { say, clock, channel, digests } = await ready()
    expect(await say('/watch add muse spark for:price,risk')).toContain('Watching Muse Spark for price, risks')
    // as in the terminal and in Slack: without the word "add"
    expect(await say('/watch Meta')).toContain('Watching Meta for price, scores, risks, conflicts, access')
    expect(await say('/watch list')).toMatch(/• Muse Spark: price, risks\n• Meta: price, scores/)
    await saveArticles(store, [
      prepare(
        articleOf('p'),
        { models: [], claims: [factOf('p', 'Muse Spark', 'price_input', '1 USD per 1M tokens')], unparsed: [] },
        'r1',
        clock.now(),
      ),
    ])
    await tick(digests)
    await postDue(digests)
    expect(channel.posts.map(({ message }) => message.title)).toEqual(['Watched: Muse Spark, Meta'])
    expect(await say('/watch remove Meta')).toContain('No longer watching Meta')
    expect(await say('/watch list')).not.toContain('Meta')
  })
})
