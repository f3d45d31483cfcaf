import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DeliveryFailure } from '../../src/delivery/failure.ts'
import { drain } from '../../src/delivery/worker.ts'
import type { Message } from '../../src/message/message.ts'
import { openMemoryStore } from '../../src/storage/database.ts'
import { addDeliveries, type Delivery, deliveryId, type NewDelivery } from '../../src/storage/deliveries.ts'
import { deliveryById } from '../../src/storage/delivery-log.ts'
import { claimDue } from '../../src/storage/outbox.ts'
import type { Store } from '../../src/storage/store.ts'
import { digestsOver, handClock, hours, minutes } from './digests.ts'
import { fakeChannel } from './fake-channel.ts'

const message: Message = { title: 'Hello', blocks: [], citations: {} }
const start = '2026-04-06T07:00:00Z'
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
  about: { since: 0, upTo: 0, at: Date.parse(start), late: false, merged: [], asked: false },
  message,
  runAt: Date.parse(start),
  expiresAt: Date.parse(start) + 24 * hours,
  createdAt: Date.parse(start),
  ...change,
})

describe('the outbox', () => {
  let store: Store
  beforeEach(async () => {
    store = await openMemoryStore()
  })
  afterEach(() => store.close())

  function ready(options: Parameters<typeof fakeChannel>[0] = {}) {
    const clock = handClock(start)
    const channel = fakeChannel(options)
    const refused: [Delivery, DeliveryFailure][] = []
    const { digests, lines } = digestsOver(store, { fake: channel.poster }, clock)
    const outbox = {
      ...digests,
      refused: async (delivery: Delivery, failure: DeliveryFailure) => void refused.push([delivery, failure]),
    }
    const state = async (identity = 'a') => (await deliveryById(store, deliveryId(identity)))!
    return { clock, channel, outbox, refused, lines, state }
  }

  test('posts what is due once, and keeps the id', async () => {
    const { channel, outbox, state } = ready()
    await addDeliveries(store.db, [given('a')])
    expect(await drain(outbox)).toBe(1)
    expect(await drain(outbox)).toBe(0)
    expect(channel.posts.map(({ into }) => into)).toEqual([{ team: 't1', channel: 'c1', person: null, thread: null }])
    expect(await state()).toMatchObject({ state: 'sent', posted: ['p1'], attempts: 1, error: null })
  })

  test('a lost answer is looked for, and what is there is not posted again', async () => {
    const { channel, outbox, clock, state } = ready()
    await addDeliveries(store.db, [given('a')])
    channel.mishaps.push({ at: 'after', failure: new DeliveryFailure('unknown', 'ECONNRESET') })
    await drain(outbox)
    expect(await state()).toMatchObject({ state: 'pending', trying: 0, error: 'ECONNRESET' })
    clock.set((await state()).runAt)
    await drain(outbox)
    expect(channel.posts.length).toBe(1)
    expect(await state()).toMatchObject({ state: 'sent', posted: ['p1'], attempts: 2 })
  })

  test('a lost answer to a post that never arrived is posted again, under the same key', async () => {
    const { channel, outbox, clock, state } = ready()
    await addDeliveries(store.db, [given('a')])
    channel.mishaps.push({ at: 'before', failure: new DeliveryFailure('unknown', 'http_502') })
    await drain(outbox)
    clock.set((await state()).runAt)
    await drain(outbox)
    expect(channel.asked).toEqual([`${deliveryId('a')}:0`])
    expect(channel.posts.map(({ key }) => key)).toEqual([`${deliveryId('a')}:0`])
    expect(await state()).toMatchObject({ state: 'sent' })
  })

  test('a doubt stays while the platform cannot be asked, whatever keeps it from answering', async () => {
    const { channel, outbox, clock, state } = ready()
    await addDeliveries(store.db, [given('a')])
    channel.mishaps.push({ at: 'after', failure: new DeliveryFailure('unknown', 'timeout') })
    await drain(outbox)
    const { find } = channel.poster
    for (const kind of ['temporary', 'permanent', 'unknown'] as const) {
      channel.poster.find = async () => {
        throw new DeliveryFailure(kind, 'busy', { retryAfter: 2 })
      }
      clock.set((await state()).runAt)
      await drain(outbox)
      expect(await state()).toMatchObject({ state: 'pending', trying: 0 })
    }
    channel.poster.find = find
    clock.set((await state()).runAt)
    await drain(outbox)
    expect([channel.posts.length, (await state()).state]).toEqual([1, 'sent'])
  })

  test('where nobody can look, it stays unknown and is not sent again', async () => {
    const { channel, outbox, clock, state } = ready({ readable: false })
    await addDeliveries(store.db, [given('a')])
    channel.mishaps.push({ at: 'after', failure: new DeliveryFailure('unknown', 'timeout') })
    await drain(outbox)
    clock.set((await state()).runAt)
    await drain(outbox)
    expect(channel.calls()).toBe(1)
    expect(await state()).toMatchObject({
      state: 'unknown',
      error: expect.stringMatching(/may not read here whether it arrived/),
    })
    clock.set(clock.now() + 2 * hours)
    expect(await drain(outbox)).toBe(0)
  })

  test('where nobody can look but the platform promises no second message, it is sent again within that time only', async () => {
    const { channel, outbox, clock, state } = ready({ readable: false, safeAgainFor: 2 * minutes })
    await addDeliveries(store.db, [given('a'), given('b', { channel: 'c2' })])
    const lost = { at: 'before', failure: new DeliveryFailure('unknown', 'timeout') } as const
    channel.mishaps.push(lost, lost)
    await drain(outbox)
    clock.set((await state('a')).runAt)
    await drain(outbox)
    expect([(await state('a')).state, (await state('b')).state]).toEqual(['sent', 'sent'])
    await addDeliveries(store.db, [given('c')])
    channel.mishaps.push(lost)
    await drain(outbox)
    clock.set(clock.now() + 3 * minutes)
    await drain(outbox)
    expect((await state('c')).state).toBe('unknown')
  })

  test('a post of several parts goes on with the part it had reached', async () => {
    const { channel, outbox, clock, state } = ready({ parts: 3 })
    await addDeliveries(store.db, [given('a')])
    channel.mishaps.push(null, { at: 'before', failure: new DeliveryFailure('temporary', 'ratelimited', { retryAfter: 7 }) })
    await drain(outbox)
    expect(await state()).toMatchObject({ state: 'pending', posted: ['p1'], trying: null })
    clock.set((await state()).runAt)
    await drain(outbox)
    expect(channel.posts.map(({ part }) => part)).toEqual([0, 1, 2])
    expect(await state()).toMatchObject({ state: 'sent', posted: ['p1', 'p2', 'p3'] })
  })

  test('a refusal for too many posts waits as long as it says, for everybody in that channel', async () => {
    const { channel, outbox, clock, state } = ready()
    await addDeliveries(store.db, [given('a')])
    channel.mishaps.push({ at: 'before', failure: new DeliveryFailure('temporary', 'ratelimited', { retryAfter: 30 }) })
    await drain(outbox)
    expect((await state()).runAt - clock.now()).toBeGreaterThanOrEqual(30_000)
    await addDeliveries(store.db, [given('b'), given('c', { channel: 'c2' })])
    await drain(outbox)
    expect([(await state('b')).state, (await state('c')).state]).toEqual(['pending', 'sent'])
    clock.set(clock.now() + 40_000)
    await drain(outbox)
    expect([(await state('a')).state, (await state('b')).state]).toEqual(['sent', 'sent'])
  })

  test('a refusal for the whole token stops every channel of it, and no other token', async () => {
    const { channel, outbox, state } = ready()
    await addDeliveries(store.db, [given('a')])
    channel.mishaps.push({ at: 'before', failure: new DeliveryFailure('temporary', 'global', { retryAfter: 30 }) })
    await drain(outbox)
    await addDeliveries(store.db, [given('b', { channel: 'c2' }), given('c', { team: 't2' })])
    await drain(outbox)
    expect([(await state('b')).state, (await state('c')).state]).toEqual(['pending', 'sent'])
  })

  test('temporary failures back off, within the time in which the post is of use', async () => {
    const { channel, outbox, clock, state } = ready()
    await addDeliveries(store.db, [given('a', { expiresAt: Date.parse(start) + 10 * minutes })])
    const waits: number[] = []
    for (let attempt = 0; attempt < 20 && (await state()).state === 'pending'; attempt++) {
      channel.mishaps.push({ at: 'before', failure: new DeliveryFailure('temporary', 'service_unavailable') })
      clock.set((await state()).runAt)
      await drain(outbox)
      if ((await state()).state === 'pending') waits.push((await state()).runAt - clock.now())
    }
    expect(waits.length).toBeGreaterThan(4)
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(await state()).toMatchObject({ state: 'failed', error: 'gave up: service_unavailable' })
  })

  test('a permanent refusal is not tried again, and is told', async () => {
    const { channel, outbox, refused, state } = ready()
    await addDeliveries(store.db, [given('a')])
    channel.mishaps.push({
      at: 'before',
      failure: new DeliveryFailure('permanent', 'channel_not_found', { message: 'No such channel.' }),
    })
    await drain(outbox)
    expect(await state()).toMatchObject({ state: 'failed', error: 'channel_not_found: No such channel.' })
    expect(refused.map(([delivery, failure]) => [delivery.id, failure.code])).toEqual([[deliveryId('a'), 'channel_not_found']])
  })

  test('nothing is sent when too little of the lease is left, and nothing is in doubt then', async () => {
    const { channel, outbox, clock, state } = ready()
    // this process sleeps while it waits for its turn
    channel.poster.pace.channel = 1000
    await addDeliveries(store.db, [given('a'), given('b')])
    const slept = { ...outbox, wait: async () => clock.set(clock.now() + 56_500) }
    await drain(slept)
    expect(channel.posts.length).toBe(2)
    const both = [await state('a'), await state('b')]
    expect(both.map(({ state }) => state)).toEqual(['sent', 'sent'])
    expect(both.map(({ attempts }) => attempts).sort()).toEqual([1, 2])
    expect(channel.asked).toEqual([])
  })

  test('a worker that died after its post leaves a doubt that the next one resolves', async () => {
    const { channel, outbox, clock, state } = ready()
    await addDeliveries(store.db, [given('a')])
    // it dies with the answer in its hands: the lease runs out
    const dying = {
      ...outbox,
      posters: {
        fake: {
          ...channel.poster,
          post: async (...all: Parameters<typeof channel.poster.post>) => {
            await channel.poster.post(...all)
            return new Promise<never>(() => {})
          },
        },
      },
    }
    void drain(dying)
    while (channel.posts.length === 0) await new Promise((resolve) => setImmediate(resolve))
    clock.set(clock.now() + 59_000)
    expect(await drain({ ...outbox, worker: 'w2' })).toBe(0)
    clock.set(clock.now() + 2_000)
    expect(await drain({ ...outbox, worker: 'w2' })).toBe(1)
    expect(channel.posts.length).toBe(1)
    expect(await state()).toMatchObject({ state: 'sent', posted: ['p1'], attempts: 2 })
  })

  test('an edit replaces what was posted, and is safe to do twice', async () => {
    const { channel, outbox, clock, state } = ready({ parts: 2 })
    await addDeliveries(store.db, [given('a', { kind: 'edit', edits: ['m1'] })])
    channel.mishaps.push({ at: 'before', failure: new DeliveryFailure('unknown', 'http_500') })
    await drain(outbox)
    clock.set((await state()).runAt)
    await drain(outbox)
    expect(channel.edits.map(({ id }) => id)).toEqual(['m1'])
    // what the post has no room for goes under it
    expect(channel.posts.map(({ into, part }) => [into.thread, part])).toEqual([['m1', 1]])
    expect(await state()).toMatchObject({ state: 'sent' })
  })

  test('an error of our own is logged with a reference and tried again with doubt', async () => {
    const { channel, outbox, lines, state } = ready()
    await addDeliveries(store.db, [given('a')])
    channel.poster.post = async () => {
      throw new TypeError('broken')
    }
    await drain(outbox)
    expect(await state()).toMatchObject({ state: 'pending', trying: 0 })
    expect(lines.join('')).toMatch(/"reference":"[0-9a-f]{8}".*broken/)
  })

  test('many workers drain many channels, each post once', async () => {
    const { channel, outbox } = ready()
    channel.poster.pace.channel = 0
    await addDeliveries(
      store.db,
      Array.from({ length: 300 }, (_, index) => given(`s${index}`, { channel: `c${index}` })),
    )
    const taken = await Promise.all(['w1', 'w2', 'w3'].map((worker) => drain({ ...outbox, worker })))
    expect(taken.reduce((sum, each) => sum + each, 0)).toBe(300)
    expect(new Set(channel.posts.map(({ into }) => into.channel)).size).toBe(300)
    expect(channel.posts.length).toBe(300)
    expect(
      await claimDue(store, { worker: 'w4', now: Date.parse(start) + hours, lease: 1, limit: 5, adapters: ['fake'] }),
    ).toEqual([])
  })
})
