import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { prepare } from '../../src/corpus/prepare.ts'
import type { Message } from '../../src/message/message.ts'
import { planSlots, slotsAt } from '../../src/schedule/plan.ts'
import { removeArticle, saveArticles } from '../../src/storage/articles.ts'
import { cool, forgetOldCooldowns, reserve } from '../../src/storage/cooldowns.ts'
import { changedArticles, citedOf, saveCorrections } from '../../src/storage/corrections.ts'
import { addDeliveries, compose, deliveryId, type NewDelivery, uncomposed } from '../../src/storage/deliveries.ts'
import { deliveriesOf, deliveryById, deliveryCounts, postCiting } from '../../src/storage/delivery-log.ts'
import { noticeArticles } from '../../src/storage/known-articles.ts'
import { beginPost, claimDue, settle } from '../../src/storage/outbox.ts'
import {
  addSchedules,
  changeSchedule,
  pauseSchedule,
  planDue,
  removeSchedule,
  scheduleById,
  schedulesAt,
} from '../../src/storage/schedules.ts'
import type { Store } from '../../src/storage/store.ts'
import {
  advanceWatches,
  pauseWatches,
  resumeWatches,
  saveWatch,
  type Watch,
  watchesAt,
  watchesBehind,
} from '../../src/storage/watches.ts'
import { modelsInWindow, newFindings, type Window, windowSize } from '../../src/storage/window.ts'
import { hours, scheduleIn } from '../delivery/digests.ts'
import { article, claims } from './contract.ts'

const now = Date.parse('2026-04-06T07:00:00Z')
const hello: Message = { title: 'Hello', blocks: [], citations: {} }
const given = (identity: string, change: Partial<NewDelivery> = {}): NewDelivery => ({
  identity,
  kind: 'digest',
  schedule: 'd1',
  slot: identity,
  adapter: 'fake',
  team: 't1',
  channel: 'c1',
  person: null,
  thread: null,
  edits: null,
  state: 'pending',
  about: { since: 0, upTo: 0, at: now, late: false, merged: [], asked: false },
  message: hello,
  runAt: now,
  expiresAt: now + 24 * hours,
  createdAt: now,
  ...change,
})
const claimWith = { worker: 'w1', now, lease: 60_000, limit: 10, adapters: ['fake'] }

/** What schedules, watches and the outbox promise on every engine. `open` gives an empty store; concurrency is asked of `more` connections to it. */
export function deliveryContract(engine: string, open: () => Promise<Store>): void {
  describe(`the outbox on ${engine}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())
    const save = (id: string, value = 86.4, change = {}, at = now) =>
      saveArticles(store, [prepare(article(id, change), { models: [], claims: claims(id, value), unparsed: [] }, 'r1', at)])

    test('a slot is written once, however often and by whomever', async () => {
      await Promise.all([
        addDeliveries(store.db, [given('a')]),
        addDeliveries(store.db, [given('a')]),
        addDeliveries(store.db, [given('a')]),
      ])
      // the same slot under another identity is refused by the slot itself
      await addDeliveries(store.db, [given('b', { slot: 'a' })])
      expect(await deliveryCounts(store)).toEqual({ pending: 1 })
    })

    test('a delivery is claimed by one worker', async () => {
      await addDeliveries(
        store.db,
        Array.from({ length: 30 }, (_, index) => given(`s${String(index).padStart(2, '0')}`)),
      )
      const taken = await Promise.all(['w1', 'w2', 'w3', 'w4'].map((worker) => claimDue(store, { ...claimWith, worker })))
      const ids = taken.flat().map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBe(30)
      expect(taken.flat().every(({ attempts }) => attempts === 1)).toBe(true)
    })

    test('what is not due, not composed, of another adapter or cooling is left alone', async () => {
      const { message: _, ...empty } = given('empty')
      await addDeliveries(store.db, [
        given('later', { runAt: now + 1 }),
        empty,
        given('other', { adapter: 'other' }),
        given('cool channel', { channel: 'c2' }),
        given('cool token', { team: 't2' }),
        given('due'),
      ])
      await cool(store, 'fake:t1:c2', now + 10_000)
      await cool(store, 'fake:t2', now + 10_000)
      expect((await claimDue(store, claimWith)).map(({ id }) => id)).toEqual([deliveryId('due')])
      expect((await claimDue(store, { ...claimWith, now: now + 10_000 })).length).toBe(3)
    })

    test('a lease that ran out is claimed again, with its doubt, and the late worker may settle nothing', async () => {
      await addDeliveries(store.db, [given('a')])
      const [first] = await claimDue(store, claimWith)
      await beginPost(store.db, { id: first!.id, worker: 'w1', payload: 0, from: now, lease: 60_000 })
      expect(await claimDue(store, { ...claimWith, worker: 'w2', now: now + 60_000 })).toEqual([])
      const [again] = await claimDue(store, { ...claimWith, worker: 'w2', now: now + 60_001 })
      expect(again).toMatchObject({ attempts: 2, trying: 0, triedAt: now })
      expect(await settle(store, 'w1', { id: first!.id, posted: ['late'] }, { state: 'sent', error: null }, now)).toBe(false)
      expect(await beginPost(store.db, { id: first!.id, worker: 'w1', payload: 0, from: now, lease: 60_000 })).toBe(false)
      expect(await settle(store, 'w2', { id: first!.id, posted: ['p1'] }, { state: 'sent', error: null }, now + 60_002)).toBe(
        true,
      )
      expect(await deliveryById(store, first!.id)).toMatchObject({
        state: 'sent',
        posted: ['p1'],
        trying: null,
        settledAt: now + 60_002,
      })
    })

    test('another try keeps the doubt only where there is one', async () => {
      await addDeliveries(store.db, [given('a'), given('b')])
      for (const { id } of await claimDue(store, claimWith)) {
        await beginPost(store.db, { id, worker: 'w1', payload: 1, from: now, lease: 60_000 })
        const doubt = id === deliveryId('a')
        await settle(store, 'w1', { id, posted: ['p0'] }, { state: 'pending', runAt: now + 5, error: 'x', doubt }, now)
      }
      const state = async (of: string) => (await deliveryById(store, deliveryId(of)))!
      expect(await state('a')).toMatchObject({ state: 'pending', trying: 1, posted: ['p0'], runAt: now + 5, error: 'x' })
      expect(await state('b')).toMatchObject({ state: 'pending', trying: null, posted: ['p0'] })
    })

    test('a message is composed once: the first word stands', async () => {
      const { message: _, ...empty } = given('a')
      await addDeliveries(store.db, [empty])
      const [waiting] = await uncomposed(store, now, 10)
      const receipt = { articles: 1, shown: 1, leftOut: [] }
      await compose(store, [waiting!.id], { message: hello, receipt }, now)
      await compose(store, [waiting!.id], { message: { ...hello, title: 'Other' }, receipt }, now)
      expect(await uncomposed(store, now, 10)).toEqual([])
      expect((await claimDue(store, claimWith))[0]!.receipt).toEqual(receipt)
    })

    test('a silent one is settled without a message', async () => {
      const { message: _, ...empty } = given('a')
      await addDeliveries(store.db, [empty])
      await compose(store, [deliveryId('a')], { message: null, receipt: { articles: 0, shown: 0, leftOut: [] } }, now)
      expect(await deliveryById(store, deliveryId('a'))).toMatchObject({ state: 'sent', posted: [] })
    })

    test('moments are booked one after the other, over all who ask', async () => {
      const booked = await Promise.all(Array.from({ length: 10 }, () => reserve(store.db, 's', 20, now)))
      expect(booked.sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, index) => now + index * 20))
      expect(await reserve(store.db, 's', 20, now + 1000)).toBe(now + 1000)
      expect(await reserve(store.db, 'fraction', 20.4, now)).toBe(now)
      expect(await reserve(store.db, 'fraction', 20.4, now)).toBe(now + 21)
      await cool(store, 's', now + 4999.5)
      await cool(store, 's', now + 2000)
      expect(await reserve(store.db, 's', 20, now + 1500)).toBe(now + 5000)
      await forgetOldCooldowns(store, now + 30 * hours)
      expect(await reserve(store.db, 's', 20, now)).toBe(now)
    })

    test('articles are numbered in the order in which they are noticed, each once', async () => {
      await save('a', 86.4, { published: '2026-04-08' }, now)
      expect(await noticeArticles(store, now)).toBe(1)
      expect(await noticeArticles(store, now)).toBe(1)
      // saved late, published earlier, read earlier: new all the same
      await save('b', 80, { published: '2025-01-01' }, now - hours)
      await Promise.all([noticeArticles(store, now), noticeArticles(store, now)])
      expect(await noticeArticles(store, now)).toBe(2)
      expect(await windowSize(store, { by: 'seq', since: 1, upTo: 2 })).toEqual({ articles: 1, origins: 1, publishers: 1 })
    })

    test('an article that changed or went is written down, and one read again by another reader is not', async () => {
      await save('a')
      await save('b')
      await save('c')
      await noticeArticles(store, now)
      await save('a', 86.4, {}, now + 1)
      await save('b', 90, { fingerprint: 'another text' }, now + 1)
      await removeArticle(store, 'c')
      await noticeArticles(store, now + 2)
      expect((await changedArticles(store, 10)).map(({ article }) => article)).toEqual(['b', 'c'])
      expect(await noticeArticles(store, now + 3)).toBe(3)
    })

    test('a window holds what nobody had said before it', async () => {
      await save('a', 86.4)
      const since = await noticeArticles(store, now)
      await save('b', 86.4)
      await save('c', 91)
      const upTo = await noticeArticles(store, now)
      const window: Window = { by: 'seq', since, upTo }
      const scores = await newFindings(store, window, 'score', 100)
      expect(scores.map(({ claim }) => [claim.article, claim.value])).toEqual([['c', 91]])
      const known = async (of: typeof window) => (await modelsInWindow(store, of)).find(({ name }) => name === 'Muse Spark')
      expect(await known(window)).toMatchObject({ origins: 2, topicBefore: true, namedBefore: true })
      expect(await known({ ...window, since: 0, upTo: since })).toMatchObject({
        origins: 1,
        topicBefore: false,
        namedBefore: false,
      })
    })

    test('a due schedule is moved on with its slots, or not at all', async () => {
      await scheduleIn(store, { now: () => now - hours })
      const plan = (at: number) => planDue(store, at, 10, (schedule) => planSlots(schedule, slotsAt(at), at, 7))
      expect(await plan(now - 1)).toBe(0)
      const broken = () => {
        throw new Error('no')
      }
      await expect(planDue(store, now, 10, broken)).rejects.toThrow('no')
      const taken = await Promise.all([plan(now), plan(now), plan(now)])
      expect(taken.reduce((sum, each) => sum + each, 0)).toBe(1)
      expect(await scheduleById(store, 'd1')).toMatchObject({
        slotDone: '2026-04-06T09:00',
        nextSlot: '2026-04-13T09:00',
        since: 7,
      })
      expect(await deliveriesOf(store, 'd1', 10)).toMatchObject([{ slot: '2026-04-06T09:00', state: 'pending' }])
      expect(await plan(now)).toBe(0)
    })

    test('a schedule pauses once, with its notice', async () => {
      const schedule = await scheduleIn(store, { now: () => now - hours })
      const notice = given('notice', { kind: 'notice', schedule: null, slot: null, channel: null, person: 'u1' })
      expect(await pauseSchedule(store, 'd1', 'gone', notice)).toBe(true)
      expect(await pauseSchedule(store, 'd1', 'gone', given('notice 2'))).toBe(false)
      expect(await deliveryCounts(store)).toEqual({ pending: 1 })
      expect(await planDue(store, now, 10, (each) => planSlots(each, slotsAt(now), now, 0))).toBe(0)
      await addDeliveries(store.db, [given('waiting')])
      await removeSchedule(store, 'd1', now)
      expect(await deliveryById(store, deliveryId('waiting'))).toMatchObject({ state: 'skipped' })
      expect(await schedulesAt(store, schedule)).toEqual([])
      expect(await changeSchedule(store, 'd1', { state: 'active' })).toBe(false)
    })

    const watch = (change: Partial<Watch> = {}): Watch => ({
      id: 'x1',
      adapter: 'fake',
      team: 't1',
      channel: 'c1',
      owner: 'u1',
      subject: 'model',
      name: 'Muse Spark',
      key: 'muse-spark',
      kinds: ['scores'],
      since: 0,
      state: 'active',
      reason: null,
      createdAt: now,
      ...change,
    })

    test('watches are moved on with what they tell, once', async () => {
      await saveWatch(store, watch())
      const [behind] = await watchesBehind(store, 5, 10)
      const told = await Promise.all(
        [1, 2].map(() => advanceWatches(store, [behind!], 5, [given('w', { kind: 'watch', schedule: null })])),
      )
      expect(told.sort()).toEqual([false, true])
      expect(await deliveryCounts(store)).toEqual({ pending: 1 })
      expect(await watchesBehind(store, 5, 10)).toEqual([])
    })

    test('watches pause and go on from now', async () => {
      await saveWatch(store, watch())
      await saveWatch(store, watch({ id: 'x2', key: 'gpt-5.4', name: 'GPT-5.4' }))
      await saveWatch(store, watch({ kinds: ['price'] }))
      await pauseWatches(store, watch(), 'gone', (owner) =>
        given(`notice ${owner}`, { kind: 'notice', schedule: null, slot: null }),
      )
      expect(await watchesBehind(store, 5, 10)).toEqual([])
      expect(await deliveryCounts(store)).toEqual({ pending: 1 })
      expect(await resumeWatches(store, watch(), 9)).toBe(2)
      expect((await watchesAt(store, watch())).map(({ key, kinds, since, state }) => [key, kinds, since, state])).toEqual([
        ['muse-spark', ['price'], 9, 'active'],
        ['gpt-5.4', ['scores'], 9, 'active'],
      ])
    })

    test('a posted message is found by the claims that it cites, and put right once', async () => {
      await save('a')
      const citation = {
        claim: 'a-1',
        article: 'a',
        title: '',
        publisher: null,
        url: null,
        published: null,
        form: 'article' as const,
        claimant: { kind: 'vendor' as const, name: null },
        quote: 'x',
      }
      const message: Message = { title: 'Cites', blocks: [], citations: { 'a-1': citation } }
      await addDeliveries(store.db, [given('a', { message }), given('b', { message })])
      for (const { id } of await claimDue(store, claimWith))
        await settle(store, 'w1', { id, posted: [`p-${id}`] }, { state: 'sent', error: null }, now)
      const place = { adapter: 'fake', team: 't1', channel: 'c1' }
      expect(await postCiting(store, place, ['a-1'])).toMatch(/^p-/)
      expect(await postCiting(store, { ...place, channel: 'c9' }, ['a-1'])).toBe(null)
      const [cited] = await citedOf(store, 'a', now)
      expect(cited).toMatchObject({ claim: 'a-1', type: 'score', modelKey: 'muse-spark' })
      const right = {
        delivery: deliveryId('a'),
        was: cited!.message,
        message: { ...message, title: 'Right' },
        queued: [given('e', { kind: 'edit', schedule: null })],
      }
      expect(await saveCorrections(store, [right], null)).toBe(true)
      expect(await saveCorrections(store, [right], null)).toBe(false)
      expect(await deliveryCounts(store)).toEqual({ sent: 2, pending: 1 })
    })

    test('a hundred thousand schedules that are not due cost one look into an index', async () => {
      const schedule = await scheduleIn(store, { now: () => now - hours })
      const many = Array.from({ length: 3000 }, (_, index) => ({ ...schedule, id: `m${index}`, channel: `m${index}` }))
      await addSchedules(store, many)
      const plan = await import('kysely').then(({ sql }) =>
        sql<Record<string, unknown>>`${sql.raw(store.engine === 'sqlite' ? 'explain query plan' : 'explain')}
          select * from schedule where state = 'active' and next_at <= ${now - 2 * hours} order by next_at limit 500`.execute(
          store.db,
        ),
      )
      expect(JSON.stringify(plan.rows)).toContain('schedule_due')
    })
  })
}
