import type { Message } from '../message/message.ts'
import type { NewDelivery } from '../storage/deliveries.ts'
import type { Feed, Follower } from '../storage/feeds.ts'

const week = 7 * 24 * 60 * 60_000

/** A word to whoever added a feed that is in trouble, directly; null where nobody is known. */
export function feedNotice(
  { adapter, team, person }: Follower,
  feed: Feed,
  trouble: 'failing' | 'gone' | 'silent',
  now: number,
): NewDelivery | null {
  if (person === null) return null
  const name = feed.title ?? feed.address
  const day = (at: number | null) => (at === null ? 'the start' : new Date(at).toISOString().slice(0, 10))
  const what = {
    failing: ` could not be read since ${day(feed.failingSince)}: ${feed.error ?? 'no answer'} It is tried on, more and more seldom.`,
    gone: ' is gone: the site says that it will not come back. It is not read any more.',
    silent: ` has brought nothing new since ${day(feed.newAt ?? feed.baselineAt)}. It may have moved.`,
  }[trouble]
  const message: Message = {
    title: '',
    blocks: [
      {
        type: 'paragraph',
        text: [
          'The feed ',
          { text: name, bold: true },
          what,
          ' To drop it: ',
          { text: `/feeds remove ${feed.address}`, code: true },
        ],
      },
    ],
    citations: {},
  }
  return {
    identity: `feed:${feed.id}:${trouble}:${trouble === 'failing' ? feed.failingSince : (feed.newAt ?? feed.baselineAt)}:${adapter}:${team ?? ''}:${person}`,
    kind: 'notice',
    schedule: null,
    slot: null,
    adapter,
    team,
    channel: null,
    person,
    thread: null,
    edits: null,
    state: 'pending',
    about: { since: 0, upTo: 0, at: null, late: false, merged: [], asked: false },
    message,
    runAt: now,
    expiresAt: now + week,
    createdAt: now,
  }
}
