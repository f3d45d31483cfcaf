import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { renderTerminal } from '../src/adapters/terminal/render.ts'
import type { Article } from '../src/article.ts'
import type { Claim } from '../src/claim.ts'
import { prepare } from '../src/corpus/prepare.ts'
import { postDue, tick } from '../src/digest.ts'
import { spansOf } from '../src/message/message.ts'
import { removeArticle, saveArticles } from '../src/storage/articles.ts'
import { openMemoryStore } from '../src/storage/database.ts'
import type { Store } from '../src/storage/store.ts'
import { digestsOver, handClock, scheduleIn } from './delivery/digests.ts'
import { fakeChannel } from './delivery/fake-channel.ts'
import { articleOf, factOf, scoreOf } from './made-claims.ts'

describe('a correction', () => {
  let store: Store
  beforeEach(async () => {
    store = await openMemoryStore()
  })
  afterEach(() => store.close())

  async function posted(claims: Claim[], others: [string, Claim[]][] = []) {
    const clock = handClock('2026-04-03T10:00:00Z')
    const channel = fakeChannel()
    const { digests } = digestsOver(store, { fake: channel.poster }, clock)
    const save = (id: string, said: Claim[], change: Partial<Article> = {}) =>
      saveArticles(store, [
        prepare(
          articleOf(id, { title: 'Muse Spark is here', models: ['Muse Spark'], ...change }),
          { models: [], claims: said, unparsed: [] },
          'r1',
          clock.now(),
        ),
      ])
    const run = async (to: string) => {
      clock.set(`2026-04-${to}:00Z`)
      await tick(digests)
      await postDue(digests)
    }
    await scheduleIn(store, clock)
    await save('a', claims)
    for (const [id, said] of others) await save(id, said)
    await run('06T07:00')
    // wrapped lines as one
    const text = (message: (typeof channel.posts)[number]['message']) =>
      renderTerminal(message, { width: 120, color: false }).replace(/\n {2}/g, ' ')
    return { channel, save, run, text, digests, clock }
  }
  const number = (value: number) => scoreOf('a', 'Muse Spark', 'GPQA Diamond', value)

  test('of a changed article strikes the old value, shows the new one, and is said once in the thread', async () => {
    const { channel, save, run, text } = await posted([number(89.5)])
    await save('a', [{ ...number(85.9), id: 'a-new' }], { fingerprint: 'mended' })
    await run('07T07:00')
    await run('07T08:00')
    expect(channel.edits.map(({ id }) => id)).toEqual(['p1'])
    const [edit] = channel.edits
    expect(text(edit!.message)).toMatch(
      /GPQA Diamond: 89\.5% \(the vendor’s number\)\[1\] corrected: GPQA Diamond 85\.9% \(the vendor’s number\)\[1\]/,
    )
    const line = edit!.message.blocks.find((block) => block.type === 'list')!
    expect(line.type === 'list' && spansOf(line.items[0]!).filter(({ strike }) => strike)).toMatchObject([
      { text: expect.stringContaining('89.5') },
    ])
    expect(channel.posts.length).toBe(2)
    expect(channel.posts[1]!.into).toMatchObject({ channel: 'c1', thread: 'p1' })
    expect(text(channel.posts[1]!.message)).toMatch(
      /A correction to the post above:\n\n• GPQA Diamond: 89\.5% \(the vendor’s number\)\[1\] is corrected to GPQA Diamond 85\.9% \(the vendor’s number\)\[1\]\./,
    )
  })

  test('of an article that was withdrawn says so', async () => {
    const { channel, run, text } = await posted([number(89.5)])
    await removeArticle(store, 'a')
    await run('07T07:00')
    expect(text(channel.edits[0]!.message)).toMatch(/89\.5% \(the vendor’s number\)\[1\] corrected: its source was withdrawn/)
    expect(text(channel.posts[1]!.message)).toMatch(/is withdrawn: its source was withdrawn\./)
  })

  test('is none where the changed article still says so, wherever it says it now', async () => {
    const { channel, save, run } = await posted([number(89.5)])
    await save('a', [{ ...number(89.5), id: 'a-moved', start: 40 }], { fingerprint: 'a paragraph more' })
    await run('07T07:00')
    expect([channel.edits, channel.posts.length]).toEqual([[], 1])
  })

  test('is none where another source says the same: the fallen one is only no longer cited', async () => {
    const { channel, save, run } = await posted(
      [number(89.5)],
      [['b', [{ ...scoreOf('b', 'Muse Spark', 'GPQA Diamond', 89.5) }]]],
    )
    await save('a', [factOf('a', 'Muse Spark', 'license', 'MIT')], { fingerprint: 'mended' })
    await run('07T07:00')
    expect([channel.edits, channel.posts.length]).toEqual([[], 1])
  })

  test('comes when somebody independent measures otherwise than a posted vendor’s number', async () => {
    const { channel, save, run, text } = await posted([number(89.5)])
    await save('b', [scoreOf('b', 'Muse Spark', 'GPQA Diamond', 80.1, { kind: 'independent', name: 'Epoch AI' })], {
      title: 'A test',
      models: [],
      published: '2026-04-07',
    })
    await run('07T07:00')
    await run('07T07:30')
    expect(channel.edits.length).toBe(1)
    expect(text(channel.edits[0]!.message)).toMatch(/corrected: GPQA Diamond 80\.1% \(measured by Epoch AI\)\[2\]/)
    expect(text(channel.posts[1]!.message)).toContain('(measured otherwise since)')
  })

  test('is none where the other number was measured under another setting', async () => {
    const { channel, save, run } = await posted([number(89.5)])
    const other = {
      ...scoreOf('b', 'Muse Spark', 'GPQA Diamond', 80.1, { kind: 'independent' as const, name: 'Epoch AI' }),
      setting: { tools: 'no tools' },
    }
    await save('b', [other], { title: 'A test', models: [], published: '2026-04-07' })
    await run('07T07:00')
    expect([channel.edits, channel.posts.length]).toEqual([[], 1])
  })

  test('of a correction builds on the first', async () => {
    const { channel, save, run, text } = await posted([
      number(89.5),
      factOf('a', 'Muse Spark', 'price_input', '1 USD per 1M tokens'),
      factOf('a', 'Muse Spark', 'price_output', '3 USD per 1M tokens', '7'),
    ])
    await save(
      'a',
      [
        { ...number(85.9), id: 'a-new' },
        factOf('a', 'Muse Spark', 'price_input', '1 USD per 1M tokens'),
        factOf('a', 'Muse Spark', 'price_output', '3 USD per 1M tokens', '7'),
      ],
      { fingerprint: 'second' },
    )
    await run('07T07:00')
    await save(
      'a',
      [
        { ...number(84.2), id: 'a-newer' },
        factOf('a', 'Muse Spark', 'price_input', '1 USD per 1M tokens'),
        factOf('a', 'Muse Spark', 'price_output', '3 USD per 1M tokens', '7'),
      ],
      { fingerprint: 'third' },
    )
    await run('08T07:00')
    expect(channel.edits.length).toBe(2)
    expect(text(channel.edits[1]!.message)).toMatch(/89\.5%.*corrected: GPQA Diamond 85\.9%.*corrected: GPQA Diamond 84\.2%/s)
    expect(channel.posts.length).toBe(3)
  })

  test('is written by one of two processes', async () => {
    const { channel, save, digests, clock } = await posted([number(89.5)])
    await save('a', [{ ...number(85.9), id: 'a-new' }], { fingerprint: 'mended' })
    clock.set('2026-04-07T07:00:00Z')
    const both = [digests, { ...digests, worker: 'w2' }]
    await Promise.all(both.map(tick))
    await Promise.all(both.map((each) => postDue(each)))
    expect([channel.edits.length, channel.posts.length]).toEqual([1, 2])
  })
})
