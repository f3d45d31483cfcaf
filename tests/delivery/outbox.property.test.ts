import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DeliveryFailure } from '../../src/delivery/failure.ts'
import { drain } from '../../src/delivery/worker.ts'
import type { Message } from '../../src/message/message.ts'
import { openMemoryStore } from '../../src/storage/database.ts'
import { addDeliveries } from '../../src/storage/deliveries.ts'
import { deliveryCounts } from '../../src/storage/delivery-log.ts'
import { digestsOver, handClock, hours } from './digests.ts'
import { fakeChannel } from './fake-channel.ts'

/** What may befall one post: its answer or itself is lost, it is refused, or its process dies before or after it is taken. */
const fates = ['well', 'well', 'lost before', 'lost after', 'refused', 'dies before', 'dies after'] as const
const message: Message = { title: 'Hello', blocks: [], citations: {} }
const start = Date.parse('2026-04-06T07:00:00Z')

test('whatever befalls the posts and the workers, each part of each delivery arrives once and in order', async () => {
  const plan = fc.record({
    deliveries: fc.integer({ min: 1, max: 6 }),
    parts: fc.integer({ min: 1, max: 3 }),
    fates: fc.array(fc.constantFrom(...fates), { maxLength: 30 }),
  })
  await fc.assert(
    fc.asyncProperty(plan, async ({ deliveries, parts, fates }) => {
      const store = await openMemoryStore()
      try {
        const clock = handClock('2026-04-06T07:00:00Z')
        const channel = fakeChannel({ parts })
        const { post } = channel.poster
        const left = [...fates]
        let dead = 0
        const dies = () => {
          dead++
          return new Promise<never>(() => {})
        }
        channel.poster.post = async (...given) => {
          const fate = left.shift() ?? 'well'
          if (fate === 'dies before') return dies()
          if (fate === 'refused') throw new DeliveryFailure('temporary', 'ratelimited', { retryAfter: 1 })
          if (fate === 'lost before') throw new DeliveryFailure('unknown', 'cut')
          const posted = await post(...given)
          if (fate === 'dies after') return dies()
          if (fate === 'lost after') throw new DeliveryFailure('unknown', 'cut')
          return posted
        }
        await addDeliveries(
          store.db,
          Array.from({ length: deliveries }, (_, index) => ({
            identity: `s${index}`,
            kind: 'digest' as const,
            schedule: 'd1',
            slot: `s${index}`,
            adapter: 'fake',
            team: 't1',
            channel: `c${index}`,
            person: null,
            thread: null,
            edits: null,
            state: 'pending' as const,
            about: { since: 0, upTo: 0, at: start, late: false, merged: [], asked: false },
            message,
            runAt: start,
            expiresAt: start + 24 * hours,
            createdAt: start,
          })),
        )
        for (let round = 0; ((await deliveryCounts(store)).sent ?? 0) < deliveries; round++) {
          expect(round).toBeLessThan(200)
          const { digests } = digestsOver(store, { fake: channel.poster }, clock, `w${round}`)
          const deadBefore = dead
          let over = false
          void drain({ ...digests, refused: async () => undefined }).then(() => {
            over = true
          })
          // a worker that died takes what it had in its hands along; the others of its round come to their end
          for (let turn = 0; !over && (dead === deadBefore || turn < 300); turn++)
            await new Promise((resolve) => setImmediate(resolve))
          clock.set(clock.now() + 61_000)
        }
        for (let index = 0; index < deliveries; index++) {
          const arrived = channel.posts.filter(({ into }) => into.channel === `c${index}`)
          expect(arrived.map(({ part }) => part)).toEqual(Array.from({ length: parts }, (_, part) => part))
        }
      } finally {
        await store.close()
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)
