import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { usualLease } from '../delivery/outbox.ts'
import type { Posters } from '../delivery/poster.ts'
import { runDigests } from '../digest.ts'
import { failedFeeds } from '../storage/feeds.ts'
import type { System } from './operator.ts'

/** Digests, watches and corrections that go on until they are stopped; what is being posted then is finished first. */
export async function startDigests(system: System, posters: Posters): Promise<{ stop(): Promise<void> }> {
  const ending = new AbortController()
  const { log, now } = system
  const store = await system.store()
  const digests = {
    store,
    failedFeeds: (since: number) => failedFeeds(store, since),
    posters,
    log,
    worker: randomUUID(),
    lease: usualLease,
    now,
    wait: (milliseconds: number) => setTimeout(milliseconds),
    chance: Math.random,
  }
  const running = runDigests(digests, AbortSignal.any([system.stop, ending.signal]))
  return {
    async stop() {
      ending.abort()
      await running
    },
  }
}
