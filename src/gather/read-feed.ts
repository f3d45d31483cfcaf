import { UserError } from '../errors.ts'
import { keysOf, matchItems } from '../intake/feed-identity.ts'
import type { FeedDocument } from '../intake/feed-item.ts'
import { looksLikeFeed, readFeed } from '../intake/feeds.ts'
import type { Fetched } from '../intake/fetch.ts'
import { FetchFailure, mayPass } from '../intake/fetch-failure.ts'
import { jittered, retryAt } from '../intake/polite.ts'
import { type Decision, type KnownRow, recordReading } from '../storage/feed-items.ts'
import { type Feed, feedFailed, putFeedOff } from '../storage/feeds.ts'
import { setAside } from '../storage/set-aside.ts'
import type { Polling } from './polling.ts'

const hour = 60 * 60_000
const day = 24 * hour

/** A feed that wants to be read less often than its followers asked for gets its way up to here. */
const longestWanted = 4 * hour
/** An entry dated this long before the feed was first read slid in from behind: it is no news. */
const oldBefore = 7 * day
/** An article whose text keeps changing is read again at most this often. */
const rereadAfter = hour

/** A feed → its entries: fetched where it changed, new and changed entries put in the queue, validators stored with them. Never throws for what a site does. */
export async function readFeedNow(
  polling: Polling,
  feed: Feed,
  options: { backlog?: boolean } = {},
): Promise<{ fresh: number; changed: number } | null> {
  const { store, fetch, now, chance } = polling
  try {
    const fetched = await fetch(feed.address, 'feed', feed)
    return await recordFeed(polling, feed, fetched, options)
  } catch (error) {
    const at = now()
    if (error instanceof FetchFailure && error.kind === 'later') {
      await putFeedOff(store, feed.id, jittered(error.notBefore ?? at, 60_000, chance()))
      return null
    }
    if (!(error instanceof FetchFailure || error instanceof UserError)) throw error
    const notBefore = error instanceof FetchFailure ? error.notBefore : null
    const gone = error instanceof FetchFailure && error.status === 410
    const nextAt = retryAt(
      at,
      feed.every,
      feed.failures + (error instanceof FetchFailure && mayPass(error) ? 0 : 2),
      notBefore,
      chance(),
    )
    await feedFailed(store, feed, { error: error.message, nextAt, gone, now: at })
    return null
  }
}

/** What a fetched feed brought is compared with what is known of it and stored. @throws UserError where it is no feed */
export async function recordFeed(
  { store, now, chance }: Pick<Polling, 'store' | 'now' | 'chance'>,
  feed: Feed,
  fetched: Fetched,
  options: { backlog?: boolean } = {},
): Promise<{ fresh: number; changed: number }> {
  const at = now()
  if (!fetched.notModified && !looksLikeFeed(fetched.text))
    throw new UserError('bad_input', 'There is a page where the feed was. Look up the feed’s new address on the site.')
  const document: FeedDocument = fetched.notModified
    ? { title: null, site: null, wanted: null, cut: false, items: [] }
    : readFeed(fetched.text, fetched.url)
  const keys = keysOf(document.items)
  const pause = Math.max(feed.every, Math.min(longestWanted, Math.max(document.wanted ?? 0, fetched.freshFor ?? 0)))
  const old: Decision[] = []
  const result = await recordReading(store, feed, keys, at, (known) => {
    const matched = matchItems(feed.id, document.items, keys, known)
    const newest = matched.reduce<number>(
      (best, each, index) => ((each.item.publishedAt ?? 0) > (matched[best]?.item.publishedAt ?? 0) ? index : best),
      0,
    )
    const decisions = matched.flatMap((each, index): Decision[] => {
      if (each.known) return changeOf(each as typeof each & { known: KnownRow }, at)
      if (feed.baselineAt === null && !options.backlog && index !== newest)
        return [{ matched: each, state: 'baseline', reason: null, nextAt: at }]
      const { publishedAt } = each.item
      if (feed.baselineAt !== null && publishedAt !== null && publishedAt < feed.baselineAt - oldBefore) {
        const decision: Decision = { matched: each, state: 'baseline', reason: 'older than the first reading', nextAt: at }
        old.push(decision)
        return [decision]
      }
      return [{ matched: each, state: 'pending', reason: null, nextAt: at }]
    })
    const whole = !fetched.notModified && !document.cut
    return {
      decisions,
      reading: {
        title: document.title,
        site: document.site,
        // a feed that broke off is asked for again as a whole
        etag: whole ? fetched.etag : document.cut ? null : feed.etag,
        lastModified: whole ? fetched.lastModified : document.cut ? null : feed.lastModified,
        nextAt: jittered(at, pause, chance()),
        anyNew: decisions.some(({ matched: { known }, state }) => known === null && state === 'pending'),
      },
    }
  })
  for (const { matched } of old)
    await setAside(store, {
      address: matched.keys.address,
      title: matched.item.title,
      feed: feed.id,
      reason: 'old',
      detail: `dated ${new Date(matched.item.publishedAt!).toISOString().slice(0, 10)}, new in the feed now`,
      at,
    })
  return result
}

/** What becomes of an entry that is known: read again where its words changed and they are the article's, else only its keys are brought up to date. */
function changeOf(matched: Decision['matched'] & { known: KnownRow }, now: number): Decision[] {
  const { known, keys } = matched
  const changed = known.hash !== keys.hash
  const moved = (keys.guid ?? known.guid) !== known.guid || (keys.address ?? known.address) !== known.address
  if (!changed && !moved) return []
  const again = changed && (known.state !== 'read' || known.owner) && known.state !== 'baseline'
  return [
    { matched, state: again ? 'pending' : known.state, reason: null, nextAt: Math.max(now, (known.doneAt ?? 0) + rereadAfter) },
  ]
}
