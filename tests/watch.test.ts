import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { renderTerminal } from '../src/adapters/terminal/render.ts'
import type { Article } from '../src/article.ts'
import type { Claim } from '../src/claim.ts'
import { prepare } from '../src/corpus/prepare.ts'
import { DeliveryFailure } from '../src/delivery/failure.ts'
import { postDue, tick } from '../src/digest.ts'
import { saveArticles } from '../src/storage/articles.ts'
import { openMemoryStore } from '../src/storage/database.ts'
import { noticeArticles } from '../src/storage/known-articles.ts'
import type { Store } from '../src/storage/store.ts'
import { saveWatch, type Watch, watchesAt } from '../src/storage/watches.ts'
import { digestsOver, handClock, scheduleIn } from './delivery/digests.ts'
import { fakeChannel } from './delivery/fake-channel.ts'
import { articleOf, factOf, riskOf, scoreOf } from './made-claims.ts'

describe('a watch', () => {
  let store: Store
  beforeEach(async () => {
    store = await openMemoryStore()
  })
  afterEach(() => store.close())

  function ready() {
    const clock = handClock('2026-04-03T10:00:00Z')
    const channel = fakeChannel()
    const { digests } = digestsOver(store, { fake: channel.poster }, clock)
    const save = (id: string, claims: Claim[], change: Partial<Article> = {}) =>
      saveArticles(store, [prepare(articleOf(id, change), { models: [], claims, unparsed: [] }, 'r1', clock.now())])
    const run = async (to: string) => {
      clock.set(`2026-04-${to}:00Z`)
      await tick(digests)
      await postDue(digests)
    }
    const watch = async (change: Partial<Watch> = {}) =>
      saveWatch(store, {
        id: 'x1',
        adapter: 'fake',
        team: 't1',
        channel: 'c1',
        owner: 'u1',
        subject: 'model',
        name: 'Muse Spark',
        key: 'muse-spark',
        kinds: ['price', 'scores', 'risks', 'conflicts', 'access'],
        since: await noticeArticles(store, clock.now()),
        state: 'active',
        reason: null,
        createdAt: clock.now(),
        ...change,
      })
    const texts = () => channel.posts.map(({ message }) => renderTerminal(message, { width: 120, color: false }))
    return { clock, channel, digests, save, run, watch, texts }
  }

  test('tells what is new of the kinds it was set for, once', async () => {
    const { save, run, watch, texts } = ready()
    await save('old', [factOf('old', 'Muse Spark', 'price_input', '1 USD per 1M tokens')])
    await watch({ kinds: ['risks'] })
    await save('a', [
      factOf('a', 'Muse Spark', 'license', 'MIT'),
      riskOf('a', 'Muse Spark', 'medical', 'high', 'It gave wrong doses to testers who asked.'),
      riskOf('a', 'GPT-5.5', 'medical', 'high', 'Something else about another model entirely.', '9'),
    ])
    await run('03T10:01')
    await run('03T11:00')
    expect(texts().length).toBe(1)
    expect(texts()[0]).toMatch(
      /^Watched: Muse Spark\n\n• [^\n]*medical[^\n]*high[^\n]*“It gave wrong doses to testers who asked\.”\[1\]/,
    )
    expect(texts()[0]).not.toMatch(/MIT|GPT-5\.5/)
  })

  test('a vendor’s watch tells of all its models', async () => {
    const { save, run, watch, texts } = ready()
    await watch({ subject: 'vendor', name: 'OpenAI', key: 'OpenAI' })
    await save('a', [factOf('a', 'GPT-5.5', 'price_input', '5 USD per 1M tokens')])
    await run('03T10:01')
    expect(texts()[0]).toMatch(/GPT-5\.5, price input: 5 USD per million tokens\[1\]/)
  })

  test('watches of one channel are told together, at most every fifteen minutes, and nothing is lost between', async () => {
    const { save, run, watch, texts } = ready()
    await watch()
    await watch({ id: 'x2', name: 'GPT-5.5', key: 'gpt-5.5' })
    await save('a', [factOf('a', 'Muse Spark', 'license', 'MIT', '1'), factOf('a', 'GPT-5.5', 'license', 'Closed terms', '2')])
    await run('03T10:01')
    await save('b', [factOf('b', 'Muse Spark', 'price_input', '1 USD per 1M tokens')])
    await run('03T10:05')
    await save('c', [factOf('c', 'Muse Spark', 'price_output', '2 USD per 1M tokens')])
    await run('03T10:15')
    expect(texts().length).toBe(1)
    expect(texts()[0]).toMatch(/^Watched: Muse Spark, GPT-5\.5/)
    await run('03T10:17')
    expect(texts().length).toBe(2)
    expect(texts()[1]).toContain('1 USD per million tokens')
    expect(texts()[1]).toContain('2 USD per million tokens')
  })

  test('the first independent number goes under the digest that had shown the vendor’s', async () => {
    const { clock, channel, save, run, watch, texts } = ready()
    await scheduleIn(store, clock)
    await watch({ kinds: ['scores'] })
    await save('a', [scoreOf('a', 'Muse Spark', 'GPQA Diamond', 89.5)], { title: 'Muse Spark is here', models: ['Muse Spark'] })
    await run('06T07:00')
    const digest = channel.posts.find(({ message }) => message.title.startsWith('AI launches'))!
    await save('b', [scoreOf('b', 'Muse Spark', 'SWE-bench Pro', 44, { kind: 'independent', name: 'Epoch AI' })], {
      published: '2026-04-07',
    })
    await run('07T07:00')
    const answer = channel.posts.at(-1)!
    expect(answer.into.thread).toBe(digest.id)
    expect(texts().at(-1)).toMatch(
      /Muse Spark: first independent number: SWE-bench Pro 44%\[1\] \(Epoch AI\); until now only the vendor’s/,
    )
    const count = channel.posts.length
    await run('07T08:00')
    expect(channel.posts.length).toBe(count)
  })

  test('two processes tell it once', async () => {
    const { clock, channel, digests, save, watch } = ready()
    await watch()
    await save('a', [factOf('a', 'Muse Spark', 'license', 'MIT')])
    clock.set('2026-04-03T10:01:00Z')
    await Promise.all([tick(digests), tick({ ...digests, worker: 'w2' }), tick({ ...digests, worker: 'w3' })])
    await Promise.all([postDue(digests), postDue({ ...digests, worker: 'w2' })])
    expect(channel.posts.length).toBe(1)
  })

  test('a channel that is gone pauses its watches, and the owner hears of it once', async () => {
    const { channel, save, run, watch } = ready()
    await watch()
    await save('a', [factOf('a', 'Muse Spark', 'license', 'MIT')])
    channel.mishaps.push({ at: 'before', failure: new DeliveryFailure('permanent', 'channel_not_found', { message: 'Gone.' }) })
    await run('03T10:01')
    await run('03T10:02')
    expect(channel.posts.map(({ into }) => into.person)).toEqual(['u1'])
    expect(await watchesAt(store, { adapter: 'fake', team: 't1', channel: 'c1' })).toMatchObject([
      { state: 'paused', reason: 'Gone.' },
    ])
  })
})
