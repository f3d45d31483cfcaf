import type { Followed } from '../command/invocation.ts'
import type { Block, Draft, Text } from '../message/message.ts'
import type { ItemState } from '../storage/feed-items.ts'
import type { Feed } from '../storage/feeds.ts'
import { ago, everyWords } from './ago.ts'

type Counts = Map<string, Record<ItemState, number>>

/** What following a feed comes to: what is in it, what will be read, and how often. */
export function followedView(followed: Followed): Draft {
  const name: Text = [{ text: followed.title, bold: true, url: followed.address }]
  const entries = followed.entries === 1 ? '1 entry' : `${followed.entries} entries`
  const newest = followed.newest === null ? '' : `, the newest of ${new Date(followed.newest).toISOString().slice(0, 10)}`
  const sentence: Record<Followed['state'], string> = {
    new: ` is followed now, ${everyWords(followed.every)}. It holds ${entries}${newest}: the newest is read within minutes, the others are old news and stay unread. To read them too: /feeds remove and /feeds add with backlog:yes.`,
    'new, with backlog': ` is followed now, ${everyWords(followed.every)}. It holds ${entries}${newest}; all of them are being read.`,
    known: ` is followed from here now. Others follow it already, so it is fetched once for all, ${everyWords(followed.every)}.`,
    'followed already': ` is followed from here already, ${everyWords(followed.every)}.`,
  }
  const blocks: Block[] = [{ type: 'paragraph', text: [...name, sentence[followed.state]] }]
  if (followed.others.length > 0)
    blocks.push({ type: 'context', text: [`The page names other feeds too: ${followed.others.slice(0, 3).join(', ')}`] })
  blocks.push({
    type: 'actions',
    buttons: [
      { label: 'All feeds', command: 'feeds list' },
      { label: 'Follow no more', command: `feeds remove ${followed.address}` },
    ],
  })
  return { title: '', blocks }
}

/** What it means that a feed is dropped. */
export const unfollowedView = (feed: Feed): Draft => ({
  title: '',
  blocks: [
    {
      type: 'paragraph',
      text: [
        { text: feed.title ?? feed.address, bold: true },
        ' is not followed from here any more. What it brought stays in the corpus.',
      ],
    },
  ],
})

/** The feeds of a place, a line each. */
export function feedListView(feeds: Feed[], counts: Counts, now: number): Draft {
  const title = 'Feeds followed from here'
  if (feeds.length === 0) return { title, blocks: [none] }
  return {
    title,
    blocks: [
      {
        type: 'list',
        items: feeds.map((feed): Text => {
          const read = counts.get(feed.id)?.read ?? 0
          return [
            { text: feed.title ?? feed.address, bold: true, url: feed.address },
            ` (${everyWords(feed.every)}): ${read === 1 ? '1 article' : `${read} articles`} read. ${stateOf(feed, now)}`,
          ]
        }),
      },
      { type: 'actions', buttons: [{ label: 'Status', command: 'feeds status' }] },
    ],
  }
}

const none: Block = {
  type: 'paragraph',
  text: ['No feed is followed from here. For example: ', { text: '/feeds add https://example.com/feed.xml', code: true }],
}

function stateOf(feed: Feed, now: number): string {
  if (feed.state === 'gone') return 'The site says that it is gone for good.'
  if (feed.failingSince !== null)
    return `Failing since ${ago(feed.failingSince, now)}: ${feed.error ?? 'no answer'} Next try ${ago(feed.nextAt, now)}.`
  if (feed.fetchedAt === null) return 'Not read yet.'
  return `Last read ${ago(feed.fetchedAt, now)}, next ${ago(feed.nextAt, now)}.`
}

/** Each feed with its figures. */
export function feedStatusView(feeds: Feed[], counts: Counts, now: number): Draft {
  const title = 'Status of the feeds'
  if (feeds.length === 0) return { title, blocks: [none] }
  const cell = (value: number) => ({ text: [value.toLocaleString('en-US')], value })
  return {
    title,
    blocks: [
      {
        type: 'table',
        caption: 'Entries by what became of them',
        columns: [
          { label: 'Feed', align: 'left' },
          { label: 'Last read', align: 'left' },
          { label: 'Read', align: 'right' },
          { label: 'Waiting', align: 'right' },
          { label: 'Kept aside', align: 'right' },
          { label: 'Failed', align: 'right' },
        ],
        rows: feeds.map((feed) => {
          const of = counts.get(feed.id)
          return [
            { text: [feed.title ?? feed.address] },
            { text: [feed.fetchedAt === null ? 'not yet' : ago(feed.fetchedAt, now)] },
            cell(of?.read ?? 0),
            cell(of?.pending ?? 0),
            cell(of?.aside ?? 0),
            cell(of?.failed ?? 0),
          ]
        }),
      },
      ...feeds
        .filter((feed) => feed.failingSince !== null || feed.state === 'gone')
        .map(
          (feed): Block => ({
            type: 'paragraph',
            text: [{ text: feed.title ?? feed.address, bold: true }, `: ${stateOf(feed, now)}`],
          }),
        ),
    ],
  }
}
