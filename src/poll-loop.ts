import cron from 'node-cron'
import type { System } from './cli/operator.ts'
import { createPolling } from './fetching.ts'
import { poll } from './poll.ts'

/**
 * Polls feeds until `system.stop` fires: a round at the start and one each minute. node-cron only wakes it: which feeds are due stands in the database, so a
 * round that is late, missing or doubled changes nothing. A round that takes longer than a minute is not overlapped. Resolves when the last round has ended.
 */
export async function startPolling(system: System): Promise<void> {
  const { log, now, config, stop } = system
  const polling = createPolling({ config, store: await system.store(), log, now })
  const round = async () => {
    if (stop.aborted) return
    try {
      const { feeds, entries } = await poll(polling, stop)
      if (feeds > 0 || entries.read > 0) log.info('feeds were read', { feeds, ...entries })
    } catch (error) {
      log.failure('polling failed', error)
    }
  }
  let current = round()
  const task = cron.schedule('* * * * *', () => (current = current.then(round)), { name: 'feeds', timezone: 'UTC', noOverlap: true })
  await new Promise<void>((resolve) => {
    if (stop.aborted) resolve()
    stop.addEventListener('abort', () => resolve(), { once: true })
  })
  await task.destroy()
  await current
  await polling.close()
}
