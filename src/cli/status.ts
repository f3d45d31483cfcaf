import { terminalOptions } from '../adapters/terminal/listen.ts'
import { renderTerminal } from '../adapters/terminal/render.ts'
import { itemQueue } from '../storage/feed-items.ts'
import { followedFeeds } from '../storage/feeds.ts'
import { fetchSummary } from '../storage/host-book.ts'
import { freshnessOf } from '../storage/models.ts'
import { asideCounts } from '../storage/set-aside.ts'
import { corpusSize, vendorFreshness } from '../storage/status.ts'
import { type Status, statusView } from '../views/status.ts'
import type { OperatorCommand, System } from './operator.ts'

const day = 24 * 60 * 60_000

export const statusCommand: OperatorCommand = {
  name: 'status',
  summary: 'What the corpus holds, how fresh it is by vendor, the last fetches, errors and what waits.',
  usage: ['status', 'status --json'],
  options: { json: { type: 'boolean', description: 'For programs: the same as JSON' } },
  async run({ values }, system) {
    const status = await statusOf(system)
    if (values.json) system.out(`${JSON.stringify(status, null, 2)}\n`)
    else system.out(renderTerminal({ ...statusView(status, system.now()), citations: {} }, terminalOptions(system)))
    return 0
  },
}

async function statusOf(system: System): Promise<Status> {
  const store = await system.store()
  const now = system.now()
  const [fresh, size, vendors, feeds, queue, aside, fetches] = await Promise.all([
    freshnessOf(store, null),
    corpusSize(store),
    vendorFreshness(store, 15),
    followedFeeds(store, null),
    itemQueue(store),
    asideCounts(store),
    fetchSummary(store, now - day, 5),
  ])
  return {
    corpus: { ...fresh, ...size },
    vendors,
    feeds: {
      active: feeds.filter(({ state }) => state === 'active').length,
      failing: feeds.flatMap(({ title, address, failingSince, error }) =>
        failingSince === null ? [] : [{ name: title ?? address, since: failingSince, error: error ?? 'no answer' }],
      ),
      lastRead: feeds.reduce<number | null>((latest, { fetchedAt }) => Math.max(latest ?? 0, fetchedAt ?? 0) || null, null),
    },
    queue,
    aside,
    fetches: fetches.outcomes,
    last: fetches.last,
  }
}
