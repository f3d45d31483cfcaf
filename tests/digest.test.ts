import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { renderTerminal } from '../src/adapters/terminal/render.ts'
import type { Article } from '../src/article.ts'
import type { Claim, Risk } from '../src/claim.ts'
import { prepare } from '../src/corpus/prepare.ts'
import { DeliveryFailure } from '../src/delivery/failure.ts'
import { postDue, runDigests, tick } from '../src/digest.ts'
import { plainText } from '../src/message/message.ts'
import { saveArticles } from '../src/storage/articles.ts'
import { openMemoryStore } from '../src/storage/database.ts'
import { deliveriesOf } from '../src/storage/delivery-log.ts'
import { scheduleById } from '../src/storage/schedules.ts'
import type { Store } from '../src/storage/store.ts'
import { digestsOver, handClock, scheduleIn } from './delivery/digests.ts'
import { fakeChannel } from './delivery/fake-channel.ts'
import { articleOf, factOf, riskOf, scoreOf } from './made-claims.ts'

const terminal = { width: 100, color: false }

describe('a slot comes due', () => {
  let store: Store
  beforeEach(async () => {
    store = await openMemoryStore()
  })
  afterEach(() => store.close())

  function ready(options: Parameters<typeof fakeChannel>[0] = {}, start = '2026-04-01T10:00:00Z') {
    const clock = handClock(start)
    const channel = fakeChannel(options)
    const { digests, lines } = digestsOver(store, { fake: channel.poster }, clock)
    const save = (article: Article, claims: Claim[]) =>
      saveArticles(store, [prepare(article, { models: article.models, claims, unparsed: [] }, 'r1', clock.now())])
    const run = async (to: string) => {
      clock.set(to)
      await tick(digests)
      await postDue(digests)
    }
    const texts = () => channel.posts.map(({ message }) => renderTerminal(message, terminal))
    return { clock, channel, digests, lines, save, run, texts }
  }
  const launch = (id: string, model: string, change: Partial<Article> = {}) =>
    articleOf(id, { title: `${model} is here`, models: [model], published: '2026-04-03', ...change })

  test('its channel gets one post with what came in since, with sources and a receipt', async () => {
    const { save, run, texts, channel } = ready()
    await scheduleIn(store, { now: () => Date.parse('2026-04-01T10:00:00Z') })
    await save(launch('a', 'Muse Spark'), [scoreOf('a', 'Muse Spark', 'GPQA Diamond', 89.5)])
    await run('2026-04-06T07:00:00Z')
    await run('2026-04-06T07:01:00Z')
    expect(channel.posts.length).toBe(1)
    expect(texts()[0]).toMatch(
      /^AI launches, 1 to 6 April 2026\n\nNew launch\n\n• Muse Spark, Meta, first article 3 April\. GPQA Diamond: 89\.5% \(the vendor’s\s+number\)\[1\]\./,
    )
    expect(texts()[0]).toMatch(
      /Read from Wed, 1 April 2026, 12:00 to Mon, 6 April 2026, 09:00 \(Europe\/Berlin\): 1 article by 1\s+publisher/,
    )
    expect(await deliveriesOf(store, 'd1', 5)).toMatchObject([
      { slot: '2026-04-06T09:00', state: 'sent', receipt: { articles: 1, shown: 1, leftOut: [] } },
    ])
  })

  test('what was there before the schedule was made is not told', async () => {
    const { clock, save, run, texts } = ready()
    await save(launch('a', 'Muse Spark'), [scoreOf('a', 'Muse Spark', 'GPQA Diamond', 89.5)])
    await scheduleIn(store, clock)
    await run('2026-04-06T07:00:00Z')
    expect(texts()[0]).toMatch(/Nothing new since Wed, 1 April 2026, 12:00: no article came in\.\n$/)
  })

  test('an article that is read late is told by the next digest, an archive is not', async () => {
    const { clock, save, run, texts } = ready()
    await scheduleIn(store, clock)
    await run('2026-04-06T07:00:00Z')
    await save(launch('late', 'GLM-5.1', { published: '2026-04-02' }), [scoreOf('late', 'GLM-5.1', 'SWE-bench Pro', 58.4)])
    await save(launch('old', 'Llama 4', { published: '2025-04-05' }), [scoreOf('old', 'Llama 4', 'MMLU Pro', 80.5)])
    await run('2026-04-13T07:00:00Z')
    expect(texts()[1]).toContain('• GLM-5.1')
    expect(texts()[1]).not.toContain('Llama')
    const [last] = await deliveriesOf(store, 'd1', 1)
    expect(last!.receipt!.leftOut).toContainEqual({
      what: 'Llama 4',
      why: 'came out 2025-04-05, more than 14 days before the last digest',
    })
  })

  test('nothing is told twice, unless it changed', async () => {
    const { clock, save, run, texts } = ready()
    await scheduleIn(store, clock)
    const price = (id: string, value: string) => factOf(id, 'Muse Spark', 'price_input', value)
    const wrongAdvice = (id: string, severity: Risk['severity']) =>
      riskOf(id, 'Muse Spark', 'medical', severity, 'Testers got wrong advice about doses from it.')
    await save(launch('a', 'Muse Spark'), [price('a', '1 USD per 1M tokens'), wrongAdvice('a', 'medium')])
    await run('2026-04-06T07:00:00Z')
    await save(launch('b', 'Muse Spark', { published: '2026-04-10', publisher: 'Another' }), [
      price('b', '1 USD per 1M tokens'),
      wrongAdvice('b', 'medium'),
    ])
    await run('2026-04-13T07:00:00Z')
    expect(texts()[1]).toMatch(/Nothing new since Mon, 6 April 2026, 09:00: 1 article was read, and nothing in it is new\./)
    await save(launch('c', 'Muse Spark', { published: '2026-04-18', publisher: 'Third' }), [
      price('c', '2 USD per 1M tokens'),
      { ...wrongAdvice('c', 'high'), quote: 'Testers got wrong advice about doses from it, and one was hurt.' },
    ])
    await run('2026-04-20T07:00:00Z')
    expect(texts()[2]).toMatch(/Muse Spark, price input: 2 USD per million tokens\[1\], before: 1 USD per million tokens/)
    expect(texts()[2]).toMatch(
      /Muse Spark, [^:]*high \(worse than before\): “Testers got wrong advice about doses\s+from\s+it, and one was hurt\.”/,
    )
    expect(texts()[2]).not.toContain('New launch')
  })

  test('the first independent number of a model that had only its vendor’s is news', async () => {
    const { clock, save, run, texts } = ready()
    await scheduleIn(store, clock)
    await save(launch('a', 'Muse Spark'), [scoreOf('a', 'Muse Spark', 'GPQA Diamond', 89.5)])
    await run('2026-04-06T07:00:00Z')
    await save(articleOf('b', { title: 'A test of models', published: '2026-04-10' }), [
      scoreOf('b', 'Muse Spark', 'GPQA Diamond', 84, { kind: 'independent', name: 'Epoch AI' }),
    ])
    await run('2026-04-13T07:00:00Z')
    expect(texts()[1]).toMatch(
      /Muse Spark, first independent number: GPQA Diamond 84%?\[1\] \(Epoch AI\)\. Until now only the vendor’s,\s+such\s+as GPQA Diamond 89\.5/,
    )
  })

  test('what a rival’s card says of a model is not its vendor’s number', async () => {
    const { clock, save, run, texts } = ready()
    await scheduleIn(store, clock)
    await save(launch('a', 'Muse Spark'), [
      scoreOf('a', 'Muse Spark', 'GPQA Diamond', 89.5),
      scoreOf('a', 'GPT-5.4', 'GPQA Diamond', 85, { kind: 'vendor', name: 'Meta' }, '5'),
    ])
    await run('2026-04-06T07:00:00Z')
    await save(articleOf('b', { title: 'A test of models', published: '2026-04-10' }), [
      scoreOf('b', 'GPT-5.4', 'GPQA Diamond', 84, { kind: 'independent', name: 'Epoch AI' }),
    ])
    await run('2026-04-13T07:00:00Z')
    expect(texts()[1]).not.toContain('first independent number')
  })

  test('a launch that takes a lead shows the chart of it, each bar with its source', async () => {
    const { clock, save, run, channel } = ready()
    await save(articleOf('z', { title: 'Older ones', published: '2026-03-01', models: [] }), [
      scoreOf('z', 'GPT-5.4', 'GPQA Diamond', 85, undefined, '1'),
      scoreOf('z', 'Gemini 3 Pro', 'GPQA Diamond', 83, undefined, '2'),
    ])
    await scheduleIn(store, clock)
    await save(launch('a', 'Muse Spark'), [scoreOf('a', 'Muse Spark', 'GPQA Diamond', 89.5)])
    await run('2026-04-06T07:00:00Z')
    const { blocks } = channel.posts[0]!.message
    const at = blocks.findIndex(({ type }) => type === 'image')
    expect(blocks[at]).toMatchObject({
      chart: { title: 'GPQA Diamond', groups: [{ bars: [{ label: 'Muse Spark', value: 89.5 }, { value: 85 }, { value: 83 }] }] },
    })
    expect(blocks[at + 1]).toMatchObject({ type: 'context', text: [{ cite: ['a-1', 'z-1', 'z-2'] }] })
  })

  test('filters keep to vendors, models, kinds of risk and weight, and the receipt says what they left out', async () => {
    const { clock, save, run, texts } = ready()
    const filters = { vendors: ['Meta'], models: [], categories: ['medical' as const], leastWeight: 0 }
    await scheduleIn(store, clock, { filters })
    await scheduleIn(store, clock, {
      id: 'd2',
      channel: 'c2',
      filters: { vendors: [], models: [], categories: [], leastWeight: 9 },
    })
    await save(launch('a', 'Muse Spark'), [
      riskOf('a', 'Muse Spark', 'medical', 'high', 'It gave wrong doses to testers who asked.', '1'),
      riskOf('a', 'Muse Spark', 'privacy', 'high', 'It keeps what people type for years.', '2'),
    ])
    await save(launch('b', 'GPT-5.5'), [scoreOf('b', 'GPT-5.5', 'GPQA Diamond', 90)])
    await run('2026-04-06T07:00:00Z')
    expect(texts()[0]).toContain('Only Meta, medical')
    expect(texts()[0]).toContain('wrong doses')
    expect(texts()[0]).not.toMatch(/GPT-5\.5|for years/)
    expect((await deliveriesOf(store, 'd2', 1))[0]!.receipt!.leftOut.map(({ what, why }) => `${what}: ${why}`)).toContainEqual(
      expect.stringMatching(/^GPT-5\.5: weighs \d, less than the 9 asked for$/),
    )
  })

  test('with nothing new it says so in one line, or keeps silent', async () => {
    const { clock, run, texts, channel } = ready()
    await scheduleIn(store, clock)
    await scheduleIn(store, clock, { id: 'd2', channel: 'c2', quiet: 'silence' })
    await run('2026-04-06T07:00:00Z')
    expect(channel.posts.length).toBe(1)
    expect(channel.posts[0]!.message.blocks.length).toBe(1)
    expect(texts()[0]!.split('\n').filter(Boolean).length).toBe(2)
    expect(await deliveriesOf(store, 'd2', 1)).toMatchObject([
      { state: 'sent', posted: [], error: 'nothing new, and silence was asked for' },
    ])
  })

  test('after a night without power the digest comes late and says so, and the week after tells its own week', async () => {
    const { clock, save, run, texts } = ready()
    await scheduleIn(store, clock)
    await save(launch('a', 'Muse Spark'), [scoreOf('a', 'Muse Spark', 'GPQA Diamond', 89.5)])
    await run('2026-04-06T20:00:00Z')
    expect(texts()[0]).toContain('Posted late.')
    await save(launch('b', 'GLM-5.1', { published: '2026-04-07' }), [scoreOf('b', 'GLM-5.1', 'GPQA Diamond', 80)])
    await run('2026-04-13T07:00:00Z')
    expect(texts()[1]).not.toMatch(/Posted late|Muse Spark/)
    expect(texts()[1]).toContain('• GLM-5.1')
  })

  test('a missed digest that is to be merged comes with the next, named', async () => {
    const { clock, save, run, texts, channel } = ready()
    await scheduleIn(store, clock, { missed: 'merge' })
    await save(launch('a', 'Muse Spark'), [scoreOf('a', 'Muse Spark', 'GPQA Diamond', 89.5)])
    await run('2026-04-06T20:00:00Z')
    expect(channel.posts).toEqual([])
    await run('2026-04-13T07:00:00Z')
    expect(texts()[0]).toContain('Also tells what the missed one of Mon, 6 April 2026, 09:00 would have.')
    expect(texts()[0]).toContain('• Muse Spark')
  })

  test('a channel that is gone pauses the schedule, and its owner hears of it once', async () => {
    const { clock, run, channel } = ready()
    await scheduleIn(store, clock)
    const gone = {
      at: 'before',
      failure: new DeliveryFailure('permanent', 'is_archived', { message: 'This channel is archived.' }),
    } as const
    channel.mishaps.push(gone)
    await run('2026-04-06T07:00:00Z')
    await run('2026-04-06T07:01:00Z')
    expect(await scheduleById(store, 'd1')).toMatchObject({ state: 'paused', reason: 'This channel is archived.' })
    expect(channel.posts.map(({ into }) => into)).toEqual([{ team: 't1', channel: null, person: 'u1', thread: null }])
    const [block] = channel.posts[0]!.message.blocks
    expect(block?.type === 'paragraph' && plainText(block.text)).toBe(
      'The digest of Mon, 6 April 2026, 09:00 could not be posted in the channel c1, so it is paused. This channel is archived. When that is mended, type in that channel: /digest resume',
    )
    await run('2026-04-13T07:00:00Z')
    expect(channel.posts.length).toBe(1)
  })

  test('four hundred channels with one schedule cost one composition, and each gets its post', async () => {
    const { clock, save, run, channel } = ready()
    for (let index = 0; index < 400; index++) await scheduleIn(store, clock, { id: `d${index}`, channel: `c${index}` })
    await save(launch('a', 'Muse Spark'), [scoreOf('a', 'Muse Spark', 'GPQA Diamond', 89.5)])
    await run('2026-04-06T07:00:00Z')
    expect(new Set(channel.posts.map(({ into }) => into.channel)).size).toBe(400)
    expect(channel.posts.length).toBe(400)
    expect((await store.db.selectFrom('message').select('id').execute()).length).toBe(1)
  }, 20_000)

  test('runs from its start until it is told to stop, whatever fails in between', async () => {
    const { clock, channel, digests, lines } = ready()
    await scheduleIn(store, clock)
    clock.set('2026-04-06T07:00:00Z')
    const stop = new AbortController()
    const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
    let broken = 2
    const chance = () => {
      broken--
      throw new Error('out of luck')
    }
    channel.mishaps.push({ at: 'before', failure: new DeliveryFailure('temporary', 'busy') })
    const wait = async () => {
      clock.set(clock.now() + 61_000)
      await turn()
    }
    const running = runDigests({ ...digests, wait, chance: () => (broken > 0 ? chance() : 0) }, stop.signal)
    while (channel.posts.length === 0) await turn()
    stop.abort()
    await running
    expect(channel.posts.length).toBe(1)
    expect(lines.join('')).toContain('out of luck')
  })

  test('ticks that race, repeat and jump with the clock post each slot once', async () => {
    const { clock, channel, digests } = ready()
    await scheduleIn(store, clock, { cron: '0 9 * * *' })
    const others = ['w2', 'w3'].map((worker) => ({ ...digests, worker }))
    for (const to of ['04-02T07:00', '04-02T07:00', '04-01T05:00', '04-02T07:01', '04-03T07:00', '04-02T00:00', '04-03T08:00']) {
      clock.set(`2026-${to}:00Z`)
      await Promise.all([digests, ...others].map(tick))
      await Promise.all([digests, ...others].map((each) => postDue(each)))
    }
    expect(channel.posts.length).toBe(2)
  })
})
