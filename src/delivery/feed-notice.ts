import type { Message } from '../message/message.ts'
import type { NewDelivery } from '../storage/deliveries.ts'
import type { Feed, Follower } from '../storage/feeds.ts'
import { directNote } from './direct-note.ts'

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
  return directNote({
    identity: `feed:${feed.id}:${trouble}:${trouble === 'failing' ? feed.failingSince : (feed.newAt ?? feed.baselineAt)}:${adapter}:${team ?? ''}:${person}`,
    adapter: adapter,
    team: team,
    person: person,
    message,
    now,
  })
}
