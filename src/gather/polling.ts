import { setTimeout as sleep } from 'node:timers/promises'
import type { Intake } from '../command/invocation.ts'
import type { Config } from '../config.ts'
import { createFetch, type Fetched, userAgent, type Validators, type Wanted } from '../intake/fetch.ts'
import { FetchFailure } from '../intake/fetch-failure.ts'
import { createPolite } from '../intake/polite.ts'
import type { Log } from '../log.ts'
import { hostBook } from '../storage/host-book.ts'
import type { Store } from '../storage/store.ts'
import { add } from './add.ts'
import { follow } from './follow.ts'

/** What polling needs, all passed in: the database, the polite fetcher, the clock (epoch milliseconds) and chance (0 to 1) for jitter. */
export interface Polling {
  store: Store
  fetch(address: string, wanted: Wanted, validators?: Validators): Promise<Fetched>
  log: Log
  now(): number
  chance(): number
}

/** The fetcher and the clocks behind polling and `/add`, wired once a process. Where `stop` fires, nothing is waited for any more. */
export function createPolling(parts: {
  config: Config
  store: Store
  log: Log
  now(): number
  stop?: AbortSignal
}): Polling & { close(): Promise<void> } {
  const { config, store, log, now, stop } = parts
  const fetch = createFetch({
    userAgent: userAgent(config.LAUNCHWIRE_CONTACT),
    allowed: { loopback: config.LAUNCHWIRE_ALLOW_LOOPBACK },
    now,
  })
  const wait = async (milliseconds: number) => {
    try {
      await sleep(milliseconds, undefined, stop ? { signal: stop } : {})
    } catch (cause) {
      throw new FetchFailure('later', 'Launchwire is being stopped.', { notBefore: now(), cause })
    }
  }
  const polite = createPolite({ fetch, book: hostBook(store, now), now, wait })
  return { store, log, now, chance: Math.random, fetch: polite, close: () => fetch.close() }
}

/** What commands use of it. */
export const intakeOf = (polling: Polling): Intake => ({
  add: (address) => add(polling, address),
  follow: (address, { adapter, team, person }, options) => follow(polling, address, { adapter, team, person }, options),
})
