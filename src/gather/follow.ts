import type { Followed } from '../command/invocation.ts'
import { UserError } from '../errors.ts'
import { canonicalAddress } from '../intake/canonical-address.ts'
import { feedsNamedBy, looksLikeFeed, readFeed } from '../intake/feeds.ts'
import type { Fetched } from '../intake/fetch.ts'
import { FetchFailure } from '../intake/fetch-failure.ts'
import { type Follower, feedId, followedFeeds, followFeed } from '../storage/feeds.ts'
import type { Polling } from './polling.ts'
import { recordFeed } from './read-feed.ts'

const mostPerPlace = 200

/**
 * A feed is followed: its address, or a page that names it → the feed → first reading. What stands in it then is old and stays unread but for the newest entry, or
 * all of it with `backlog`.
 * @throws UserError where there is no feed, or it cannot be fetched
 */
export async function follow(
  polling: Polling,
  address: string,
  follower: Follower,
  options: { every?: number; backlog?: boolean } = {},
): Promise<Followed> {
  const { store, now } = polling
  const place = await followedFeeds(store, follower)
  if (place.length >= mostPerPlace)
    throw new UserError(
      'usage',
      `${mostPerPlace} feeds are followed from here, which is the most. /feeds list shows them, /feeds remove takes one away.`,
    )
  const found = await findFeed(polling, address)
  const document = readFeed(found.fetched.text, found.fetched.url)
  const { feed, fresh, followed } = await known(polling, found.address, document.title, document.site, follower, options.every)
  if (fresh) await recordFeed(polling, feed, found.fetched, options)
  return {
    title: document.title ?? found.address,
    address: found.address,
    entries: document.items.length,
    newest: document.items.reduce<number | null>((best, { publishedAt }) => Math.max(best ?? 0, publishedAt ?? 0) || best, null),
    every: feed.every,
    state: !followed ? 'followed already' : fresh ? (options.backlog ? 'new, with backlog' : 'new') : 'known',
    others: found.others,
    at: now(),
  }
}

/** A feed is followed without being fetched now: for lists, whose feeds are read when polling comes to them. */
export async function followUnread(
  polling: Polling,
  listed: { title: string | null; address: string },
  follower: Follower,
): Promise<boolean> {
  return (await known(polling, listed.address, listed.title, null, follower)).followed
}

async function known(
  { store, now }: Polling,
  address: string,
  title: string | null,
  site: string | null,
  follower: Follower,
  every?: number,
) {
  const canonical = canonicalAddress(address)
  if (canonical === null) throw new UserError('bad_input', `${address} is no http(s) address.`)
  return followFeed(store, { id: feedId(canonical), address, title, site, every: every ?? null }, follower, now())
}

async function findFeed({ fetch }: Polling, address: string): Promise<{ address: string; fetched: Fetched; others: string[] }> {
  const fetched = await fetchFeed(fetch, address)
  if (looksLikeFeed(fetched.text)) return { address, fetched, others: [] }
  const named = feedsNamedBy(fetched.text, fetched.url)
  for (const [index, candidate] of named.slice(0, 3).entries()) {
    const feed = await fetchFeed(fetch, candidate)
    if (looksLikeFeed(feed.text)) return { address: candidate, fetched: feed, others: named.filter((_, at) => at !== index) }
  }
  throw new UserError(
    'not_found',
    `${address} is no feed and names none. Look for "RSS" on the site and give that address; /add reads a single page.`,
    {
      suggestions: [`add ${address}`],
    },
  )
}

async function fetchFeed(fetch: Polling['fetch'], address: string): Promise<Fetched> {
  try {
    return await fetch(address, 'feed')
  } catch (error) {
    throw error instanceof FetchFailure ? fetchRefusal(error, address) : error
  }
}

/** A fetch that failed, as a person is told of it. */
export function fetchRefusal(failure: FetchFailure, address: string): UserError {
  const code =
    failure.kind === 'too_large' ? 'too_large' : failure.kind === 'refused' || failure.kind === 'robots' ? 'forbidden' : 'network'
  const later = failure.notBefore !== null || ['busy', 'later', 'timeout'].includes(failure.kind) ? ' Try again later.' : ''
  return new UserError(code, `${address}: ${failure.message}${later}`, { cause: failure })
}
