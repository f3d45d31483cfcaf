import type { Block, Draft, Text } from '../message/message.ts'
import type { AsideReason } from '../storage/set-aside.ts'
import { asideReasons } from '../storage/set-aside.ts'
import { ago } from './ago.ts'

/** What the program holds and does, for an operator. Times are epoch milliseconds. */
export interface Status {
  corpus: { articles: number; origins: number; newest: string | null; models: number; claims: number; changed: number }
  vendors: { vendor: string; models: number; newest: number | null }[]
  feeds: { active: number; failing: { name: string; since: number; error: string }[]; lastRead: number | null }
  queue: { waiting: number; next: number | null }
  aside: { reason: AsideReason; articles: number }[]
  fetches: { outcome: string; requests: number }[]
  last: { at: number; address: string; outcome: string; status: number | null }[]
}

const number = (value: number): string => value.toLocaleString('en-US')
const dateOf = (at: number | null): string => (at === null ? 'undated' : new Date(at).toISOString().slice(0, 10))

/** What the corpus holds, how fresh it is by vendor, the last fetches, errors and the queue. */
export function statusView(status: Status, now: number): Draft {
  const { corpus, feeds, queue } = status
  const due = queue.next === null ? '' : queue.next <= now ? ', due now' : `, the next ${ago(queue.next, now)}`
  const blocks: Block[] = [
    {
      type: 'fields',
      fields: [
        {
          label: 'Corpus',
          value: [
            `${number(corpus.articles)} articles (${number(corpus.origins)} origins) with ${number(corpus.claims)} claims about ${number(corpus.models)} models, newest ${corpus.newest ?? 'undated'}`,
          ],
        },
        { label: 'Changed', value: [`${number(corpus.changed)} earlier versions of articles kept`] },
        {
          label: 'Feeds',
          value: [
            `${feeds.active} followed, ${feeds.failing.length} failing${feeds.lastRead === null ? '' : `, last read ${ago(feeds.lastRead, now)}`}`,
          ],
        },
        { label: 'Queue', value: [`${number(queue.waiting)} entries wait${due}`] },
        {
          label: 'Kept aside',
          value: [
            status.aside.length === 0
              ? 'nothing'
              : status.aside.map(({ reason, articles }) => `${number(articles)} ${asideReasons[reason]}`).join(', '),
          ],
        },
        {
          label: 'Fetches of a day',
          value: [
            status.fetches.length === 0
              ? 'none'
              : status.fetches.map(({ outcome, requests }) => `${number(requests)} ${outcome}`).join(', '),
          ],
        },
      ],
    },
  ]
  if (status.vendors.length > 0)
    blocks.push({
      type: 'table',
      caption: 'Freshness by vendor',
      columns: [
        { label: 'Vendor', align: 'left' },
        { label: 'Models', align: 'right' },
        { label: 'Newest article', align: 'left' },
      ],
      rows: status.vendors.map(({ vendor, models, newest }) => [
        { text: [vendor] },
        { text: [number(models)], value: models },
        { text: [dateOf(newest)] },
      ]),
    })
  if (feeds.failing.length > 0)
    blocks.push(
      { type: 'heading', text: 'Failing feeds' },
      {
        type: 'list',
        items: feeds.failing.map(
          ({ name, since, error }): Text => [{ text: name, bold: true }, ` since ${ago(since, now)}: ${error}`],
        ),
      },
    )
  if (status.last.length > 0)
    blocks.push(
      { type: 'heading', text: 'Last fetches' },
      {
        type: 'list',
        items: status.last.map(
          (each): Text => [
            `${ago(each.at, now)}: ${each.address} ${each.outcome}${each.status === null ? '' : ` (${each.status})`}`,
          ],
        ),
      },
    )
  return { title: 'Status', blocks }
}
