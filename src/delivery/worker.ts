import { claimDue } from '../storage/outbox.ts'
import { deliver, type Outbox } from './outbox.ts'

/** Posts on their way at the same time, for one process: the pace decides how fast, this only hides the time that an answer takes. */
const inFlight = 20

/**
 * Posts all that is due, until nothing is. Any number of processes may drain at once. Ends early where `stop` fires: what was begun is finished first.
 * @returns how many deliveries were taken
 */
export async function drain(outbox: Outbox, stop?: AbortSignal): Promise<number> {
  const working = new Set<Promise<void>>()
  const adapters = Object.keys(outbox.posters)
  let taken = 0
  for (;;) {
    const room = inFlight - working.size
    if (room >= inFlight / 2 && !stop?.aborted) {
      const { store, worker, lease } = outbox
      const claimed = await claimDue(store, { worker, now: outbox.now(), lease, limit: room, adapters })
      taken += claimed.length
      for (const delivery of claimed) {
        const work: Promise<void> = deliver(outbox, delivery)
          .catch((error) => {
            // the lease runs out, and the delivery is taken again
            outbox.log.failure('a delivery could not be settled', error, { delivery: delivery.id })
          })
          .finally(() => working.delete(work))
        working.add(work)
      }
    }
    if (working.size === 0) return taken
    await Promise.race(working)
  }
}
