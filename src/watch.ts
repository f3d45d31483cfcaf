import { hasNews, type WatchNews, windowNews } from './corpus/watch-news.ts'
import { citedClaims } from './message/citations.ts'
import type { Draft, Message } from './message/message.ts'
import { citationsOf } from './storage/citations.ts'
import type { NewDelivery } from './storage/deliveries.ts'
import { correctionCites, deliveriesAt, postCiting } from './storage/delivery-log.ts'
import type { Store } from './storage/store.ts'
import { advanceWatches, type Watch, watchesBehind } from './storage/watches.ts'
import { firstIndependentView, watchView } from './views/watches.ts'

/** A channel gets at most one post of its watches in this time; what comes meanwhile is told together. */
const apart = 15 * 60_000
const validFor = 24 * 60 * 60_000
const slice = 500

/**
 * What came in since is told to the channels that watch for it: window → news → delivery. Articles numbered up to `upTo` are told; each watch is moved on
 * in the transaction that writes the post, so that whichever process does it, it is told once. A channel that had a post a moment ago waits.
 */
export async function queueWatches(store: Store, now: number, upTo: number): Promise<void> {
  const windows = new Map<number, ReturnType<typeof windowNews>>()
  const newsOf = async (watch: Watch): Promise<WatchNews> => {
    const read = windows.get(watch.since) ?? windowNews(store, { by: 'seq', since: watch.since, upTo }, now)
    windows.set(watch.since, read)
    return (await read)(watch)
  }
  const behind = await watchesBehind(store, upTo, slice)
  for (const watches of Map.groupBy(behind, ({ adapter, team, channel }) => `${adapter}:${team ?? ''}:${channel}`).values()) {
    const [last] = await deliveriesAt(store, watches[0]!, 'watch', 1)
    if (last && last.createdAt > now - apart) continue
    const told: { watch: Watch; news: WatchNews }[] = []
    for (const watch of watches) {
      const news = await newsOf(watch)
      if (hasNews(news)) told.push({ watch, news })
    }
    await advanceWatches(store, watches, upTo, await deliveriesFor(store, told, upTo, now))
  }
}

/** One post for all; a first independent number goes under the post that had shown the vendor's, where there is one. */
async function deliveriesFor(
  store: Store,
  told: { watch: Watch; news: WatchNews }[],
  upTo: number,
  now: number,
): Promise<NewDelivery[]> {
  const deliveries: NewDelivery[] = []
  const rest: typeof told = []
  for (const { watch, news } of told) {
    const here = []
    for (const change of news.firstIndependent) {
      const thread = await postCiting(store, watch, change.vendor.claims)
      if (thread === null) here.push(change)
      else {
        const message = await withSources(store, firstIndependentView(change))
        const identity = `answer:${watch.adapter}:${watch.team ?? ''}:${watch.channel}:${change.score.id}`
        // a number that overturns the vendor's stands there already, as a correction
        if (!(await correctionCites(store, watch, change.score.claims)))
          deliveries.push(newPost(watch, { kind: 'answer', identity, thread, message, upTo, now }))
        news.scores = news.scores.filter(({ id }) => id !== change.score.id)
      }
    }
    const left = { ...news, firstIndependent: here }
    if (hasNews(left)) rest.push({ watch, news: left })
  }
  const [first] = rest
  if (first) {
    const { watch } = first
    const message = await withSources(store, watchView(rest))
    const identity = `watch:${watch.adapter}:${watch.team ?? ''}:${watch.channel}:${upTo}`
    deliveries.push(newPost(watch, { kind: 'watch', identity, thread: null, message, upTo, now }))
  }
  return deliveries
}

function newPost(
  { adapter, team, channel, since }: Watch,
  post: { kind: 'watch' | 'answer'; identity: string; thread: string | null; message: Message; upTo: number; now: number },
): NewDelivery {
  const { kind, identity, thread, message, upTo, now } = post
  return {
    identity,
    kind,
    schedule: null,
    slot: null,
    adapter,
    team,
    channel,
    person: null,
    thread,
    edits: null,
    state: 'pending',
    about: { since, upTo, at: null, late: false, merged: [], asked: false },
    message,
    runAt: now,
    expiresAt: now + validFor,
    createdAt: now,
  }
}

async function withSources(store: Store, draft: Draft): Promise<Message> {
  const message: Message = { ...draft, citations: {} }
  return { ...message, citations: await citationsOf(store, citedClaims(message)) }
}
