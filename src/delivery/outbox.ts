import type { Log } from '../log.ts'
import type { Delivery } from '../storage/deliveries.ts'
import { messageById } from '../storage/messages.ts'
import { type Settlement, settle } from '../storage/outbox.ts'
import type { Store } from '../storage/store.ts'
import { DeliveryFailure } from './failure.ts'
import { coolDown, grantPost } from './limiter.ts'
import type { Destination, Poster, Posters } from './poster.ts'
import { reconcile } from './reconcile.ts'
import { backOff, doubtWait } from './retry.ts'

/** What delivery works with; clock, waiting and chance are passed in. */
export interface Outbox {
  store: Store
  posters: Posters
  log: Log
  /** This process, unlike any other that ever ran. */
  worker: string
  /** How long a delivery belongs to a worker, in milliseconds; it starts anew with each payload. */
  lease: number
  now(): number
  wait(milliseconds: number): Promise<void>
  chance(): number
  /** Told when a place refuses for good: the schedule pauses and its owner hears of it. */
  refused(delivery: Delivery, failure: DeliveryFailure): Promise<void>
}

/** A lease as it is used: longer than a request may take, short enough that a dead worker's posts do not wait long. */
export const usualLease = 60_000
/** Nothing is sent while less than this is left of the lease: another worker may take over then (measured: 21 doubles without it, none with). */
const leaseLeft = 5_000
/** Until when a post may be sent that was granted at a moment: half the lease is left for the answer then, more than any client waits for one. */
const latestAfter = (grant: number, lease: number): number => grant + lease - Math.max(leaseLeft, lease / 2)

const destinationOf = ({ team, channel, person, thread }: Delivery): Destination => ({ team, channel, person, thread })
/** Each payload has a key of its own, the same in every attempt. */
export const payloadKey = (delivery: Pick<Delivery, 'id'>, index: number): string => `${delivery.id}:${index}`

/**
 * Posts a claimed delivery: each payload once, from the one that it had reached. What may be out already is looked for first. Every way out is written
 * down; where the process dies in between, the lease runs out and another one goes on.
 */
export async function deliver(outbox: Outbox, claimed: Delivery): Promise<void> {
  const { store, worker, log } = outbox
  const finish = (delivery: Delivery, settlement: Settlement) => settle(store, worker, delivery, settlement, outbox.now())
  let delivery = claimed
  try {
    const poster = outbox.posters[delivery.adapter]
    const message = delivery.message === null ? undefined : await messageById(store, delivery.message)
    if (!poster || !message) {
      await finish(delivery, { state: 'failed', error: 'its message is gone' })
      return
    }
    const payloads = await poster.render(message)
    for (let index = delivery.posted.length; index < payloads.length; index++) {
      const done = await postOne(outbox, poster, delivery, index, payloads[index])
      if (done === 'left') return
      delivery = { ...delivery, posted: [...delivery.posted, done], trying: null }
      const last = index === payloads.length - 1
      if (!(await finish(delivery, last ? { state: 'sent', error: null } : { state: 'sending' }))) return
    }
    if (payloads.length <= claimed.posted.length) await finish(delivery, { state: 'sent', error: null })
  } catch (error) {
    await failed(outbox, delivery, asFailure(error, log, delivery))
  }
}

/** Posts one payload, or finds that it is out; its id. `left`: this attempt ends here, and what comes next is written down. */
async function postOne(outbox: Outbox, poster: Poster, delivery: Delivery, index: number, payload: unknown): Promise<string> {
  const { store, worker, lease } = outbox
  const target = delivery.edits?.[index]
  const key = payloadKey(delivery, index)
  // what an edited message has too much for the posts that it replaces goes under them
  const into = {
    ...destinationOf(delivery),
    ...(delivery.edits && target === undefined ? { thread: delivery.edits[0] ?? null } : {}),
  }
  if (delivery.trying === index && target === undefined) {
    const found = await reconcile(poster, into, key, outbox.now() - (delivery.triedAt ?? 0))
    if (found === 'nobody can tell') {
      const error = 'the answer to a post was lost, and the app may not read here whether it arrived'
      await settle(store, worker, delivery, { state: 'unknown', error }, outbox.now())
      return 'left'
    }
    if (found !== 'not posted') return found.id
  }
  if (outbox.now() >= delivery.expiresAt) {
    await settle(
      store,
      worker,
      delivery,
      { state: 'failed', error: 'could not be posted while it was still of use' },
      outbox.now(),
    )
    return 'left'
  }
  const grant = await grantPost(store, poster, delivery, { worker, payload: index, now: outbox.now(), lease })
  if (grant === 'lost') return 'left'
  const ahead = grant - outbox.now()
  if (ahead > 0) await outbox.wait(ahead)
  const before = latestAfter(grant, lease)
  if (outbox.now() > before) {
    // this process slept: nothing was sent, so nothing is in doubt
    await settle(store, worker, delivery, { state: 'pending', runAt: outbox.now(), error: null, doubt: false }, outbox.now())
    return 'left'
  }
  if (target === undefined) return (await poster.post(into, payload, { key, before })).id
  await poster.edit(into, target, payload)
  return target
}

const asFailure = (error: unknown, log: Log, delivery: Delivery): DeliveryFailure =>
  error instanceof DeliveryFailure
    ? error
    : new DeliveryFailure('unknown', log.failure('a delivery failed unexpectedly', error, { delivery: delivery.id }))

async function failed(outbox: Outbox, delivery: Delivery, failure: DeliveryFailure): Promise<void> {
  const { store, worker, log } = outbox
  const now = outbox.now()
  log.warn('a post failed', { delivery: delivery.id, kind: failure.kind, code: failure.code, attempts: delivery.attempts })
  if (failure.kind === 'permanent') {
    const settled = await settle(store, worker, delivery, { state: 'failed', error: `${failure.code}: ${failure.message}` }, now)
    if (settled) await outbox.refused(delivery, failure)
    return
  }
  const wait = backOff(delivery.attempts, failure.retryAfter, outbox.chance)
  if (failure.retryAfter !== null) {
    const wide = outbox.posters[delivery.adapter]!.holdsForAll(failure)
    await coolDown(store, delivery, wide, now, failure.retryAfter * 1000)
  }
  const doubt = failure.kind === 'unknown'
  const runAt = now + (doubt ? Math.max(doubtWait, wait) : wait)
  if (runAt >= delivery.expiresAt) {
    const error = doubt
      ? `the answer to a post was lost (${failure.code}), and whether it arrived could not be seen`
      : `gave up: ${failure.code}`
    await settle(store, worker, delivery, { state: doubt ? 'unknown' : 'failed', error }, now)
    return
  }
  await settle(store, worker, delivery, { state: 'pending', runAt, error: failure.code, doubt }, now)
}
