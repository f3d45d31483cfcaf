import type { TimelineEvent } from '../corpus/timeline.ts'
import type { Block, Draft, Text } from '../message/message.ts'
import type { Freshness } from '../storage/models.ts'
import { cited } from './claimant-text.ts'
import { freshnessLine } from './freshness.ts'

const perPage = 20
const mostCharted = 12

/** What happened when, each cited; a date that no source states is marked as the day of the first article that says so. */
export function timelineView(
  about: string,
  events: TimelineEvent[],
  freshness: Freshness,
  asked: { page: number; vendor: boolean },
): Draft {
  if (events.length === 0) {
    return {
      title: `Timeline of ${about}`,
      blocks: [{ type: 'paragraph', text: [`No dated article tells anything of ${about}.`] }, freshnessLine(freshness, about)],
    }
  }
  const pages = Math.ceil(events.length / perPage)
  const page = Math.min(asked.page, pages)
  const shown = events.slice((page - 1) * perPage, page * perPage)
  const label = (event: TimelineEvent) => `${asked.vendor ? `${event.model}: ` : ''}${event.what}`
  const blocks: Block[] = [
    {
      type: 'list',
      items: shown.map((event): Text => {
        const detail = event.detail === event.what ? '' : `: ${event.detail}`
        const note = event.dated === 'stated' ? '' : ' (first reported)'
        return [{ text: event.date, bold: true }, '  ', cited(`${label(event)}${detail}${note}`, event.claims)]
      }),
    },
  ]
  const charted = shown.filter((event) => event.dated === 'stated' || event.what !== 'available').slice(0, mostCharted)
  if (page === 1 && charted.length > 1) {
    blocks.push({
      type: 'image',
      chart: {
        kind: 'timeline',
        title: `Timeline of ${about}`,
        events: charted.map((event) => ({
          date: event.date,
          label: label(event),
          detail: event.detail === event.what ? '' : event.detail,
        })),
      },
      alt: charted
        .map((event) => `${event.date} ${label(event)}${event.detail === event.what ? '' : `: ${event.detail}`}`)
        .join('. '),
    })
  }
  if (pages > 1)
    blocks.push({ type: 'context', text: [`Page ${page} of ${pages}: ${events.length} events in all, oldest first.`] })
  blocks.push(freshnessLine(freshness, about), {
    type: 'actions',
    buttons: [
      ...(page < pages ? [{ label: 'Next page', command: `timeline ${about} page:${page + 1}` }] : []),
      ...(page > 1 ? [{ label: 'Previous page', command: `timeline ${about} page:${page - 1}` }] : []),
      ...(asked.vendor ? [] : [{ label: `About ${about}`, command: `launch ${about}` }]),
    ],
  })
  return { title: `Timeline of ${about}`, blocks }
}
