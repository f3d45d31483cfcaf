import { cool, reserve } from '../storage/cooldowns.ts'
import type { Delivery } from '../storage/deliveries.ts'
import { beginPost } from '../storage/outbox.ts'
import type { Store } from '../storage/store.ts'
import type { Poster } from './poster.ts'

/** When a post may go out (epoch milliseconds), or `lost` where another worker has the delivery by now. */
export type Grant = number | 'lost'

/**
 * Books a moment for one payload under its token and into its channel, and writes down that its post begins, in one commit: every process keeps the same
 * pace, and a post that was begun is known to have been. The lease runs from the booked moment.
 */
export async function grantPost(
  store: Store,
  poster: Pick<Poster, 'pace'>,
  delivery: Delivery,
  options: { worker: string; payload: number; now: number; lease: number },
): Promise<Grant> {
  return store.db.transaction().execute(async (db) => {
    const { pace } = poster
    const byToken = await reserve(db, delivery.tokenScope, pace.token, options.now)
    const byChannel = await reserve(db, delivery.channelScope, pace.channel, options.now)
    const from = Math.max(byToken, byChannel)
    const { worker, payload, lease } = options
    return (await beginPost(db, { id: delivery.id, worker, payload, from, lease })) ? from : 'lost'
  })
}

/** A refusal for too many posts closes the channel, or the whole token, for every process. `wait` in milliseconds. */
export async function coolDown(store: Store, delivery: Delivery, wide: boolean, now: number, wait: number): Promise<void> {
  await cool(store, wide ? delivery.tokenScope : delivery.channelScope, now + wait)
}
