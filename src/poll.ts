import { feedNotice } from './delivery/feed-notice.ts'
import type { Polling } from './gather/polling.ts'
import { readEntry } from './gather/read-entry.ts'
import { readFeedNow } from './gather/read-feed.ts'
import { claimItems, putItemOff } from './storage/feed-items.ts'
import { claimFeeds, tellOfFeed, troubledFeeds } from './storage/feeds.ts'
import { forgetOldFetches } from './storage/host-book.ts'

/** What one round of polling did. */
export interface Polled {
  feeds: number
  entries: { read: number; aside: number; failed: number; later: number }
}

/** How long a feed or an entry is this process's own; longer than any fetch with its pauses. */
const lease = 10 * 60_000
const feedsAtOnce = 4
const entriesAtOnce = 5
/** Entries in one go; each is saved in a transaction of its own, which blocks the event loop for about a millisecond. */
const batch = 10
/** After an error of our own an entry is tried again, later and later. */
const troublePause = 15 * 60_000
const day = 24 * 60 * 60_000
/** After how long its followers hear of a feed that fails, or that brings nothing new. */
const failingFor = 3 * day
const silentFor = 45 * day

/**
 * One round: feeds that are due → their new entries → their texts → the corpus. Any number of processes may poll one database, and any of them may die at any
 * moment: what was not settled is taken up again when its lease is over. Ends early between two entries where `stop` fires.
 */
export async function poll(polling: Polling, stop?: AbortSignal): Promise<Polled> {
  const { store, log, now } = polling
  const feeds = await claimFeeds(store, now(), lease, 100)
  await inTurns(feeds, feedsAtOnce, async (feed) => {
    if (stop?.aborted) return
    await readFeedNow(polling, feed).catch((error) => log.failure('a feed could not be read', error, { feed: feed.address }))
  })
  const entries = { read: 0, aside: 0, failed: 0, later: 0 }
  while (!stop?.aborted) {
    const items = await claimItems(store, now(), lease, batch)
    if (items.length === 0) break
    await inTurns(items, entriesAtOnce, async (item) => {
      try {
        entries[await readEntry(polling, item)]++
      } catch (error) {
        const reference = log.failure('an entry could not be read', error, { address: item.url })
        await putItemOff(store, item.id, {
          nextAt: now() + troublePause * 2 ** Math.min(item.tries, 8),
          tries: item.tries + 1,
          error: `reference ${reference}`,
        })
        entries.failed++
      }
    })
  }
  await tellTroubles(polling)
  await forgetOldFetches(store, now())
  return { feeds: feeds.length, entries }
}

/** Followers hear once of a feed that has failed for days, is gone, or brings nothing any more. */
async function tellTroubles({ store, now }: Polling): Promise<void> {
  const at = now()
  for (const { feed, trouble } of await troubledFeeds(store, at - failingFor, at - silentFor))
    await tellOfFeed(store, feed.id, trouble, (followers) =>
      followers.map((follower) => feedNotice(follower, feed, trouble, at)).filter((notice) => notice !== null),
    )
}

async function inTurns<T>(items: T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < items.length) await work(items[next++]!)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
}
