import cron from 'node-cron'
import type { System } from './cli/operator.ts'
import type { Polling } from './gather/polling.ts'
import { poll } from './poll.ts'

/** Polling that goes on; `stop` lets the entries in hand be finished. */
export interface Running {
  stop(): Promise<void>
}

/**
 * Polls feeds until it is stopped or `system.stop` fires: a round at the start and one each minute. node-cron only wakes it: which feeds are due stands in the
 * database, so a round that is late, missing or doubled changes nothing. A round of more than a minute is not overlapped.
 */
export function startPolling(system: Pick<System, 'config' | 'log' | 'now' | 'stop' | 'store'>): Running {
  const { log, now, config } = system
  const ending = new AbortController()
  const stop = AbortSignal.any([system.stop, ending.signal])
  let opened: Promise<Polling & { close(): Promise<void> }> | undefined
  // what fetches is loaded behind the start, not before it
  const open = async () => {
    const { createPolling } = await import('./gather/polling.ts')
    return createPolling({ config, store: await system.store(), log, now, stop })
  }
  const round = async () => {
    if (stop.aborted) return
    try {
      opened ??= open()
      const { feeds, entries } = await poll(await opened, stop)
      if (feeds > 0 || entries.read > 0) log.debug('feeds were read', { feeds, ...entries })
    } catch (error) {
      log.failure('polling failed', error)
    }
  }
  let current = round()
  const waking = async () => {
    current = current.then(round)
    await current
  }
  const task = cron.schedule('* * * * *', waking, { name: 'feeds', timezone: 'UTC', noOverlap: true })
  return {
    async stop() {
      ending.abort()
      await task.destroy()
      await current
      await (await opened)?.close()
    },
  }
}
