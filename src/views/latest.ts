import type { Launch } from '../launch.ts'
import type { Draft, Text } from '../message/message.ts'
import type { Freshness } from '../storage/models.ts'
import { cited } from './claimant-text.ts'
import { freshnessLine } from './freshness.ts'

/** The newest launches: date, model, vendor, one sentence, how many articles. */
export function latestView(launches: Launch[], freshness: Freshness, asked: { vendor: string | null }): Draft {
  const about = asked.vendor ?? 'all vendors'
  if (launches.length === 0) {
    return {
      title: 'Latest launches',
      blocks: [
        { type: 'paragraph', text: [`No article here is about a launch of ${about} in that time.`] },
        freshnessLine(freshness, 'all models'),
      ],
    }
  }
  return {
    title: `Latest launches${asked.vendor ? ` by ${asked.vendor}` : ''}`,
    blocks: [
      {
        type: 'list',
        items: launches.map(launchLine),
      },
      freshnessLine(freshness, asked.vendor ?? 'all models'),
      {
        type: 'actions',
        buttons: launches.slice(0, 4).map(({ model }) => ({ label: model, command: `launch ${model}` })),
      },
    ],
  }
}

/** One launch in a line: date, model, vendor, how many articles, one sentence. */
export function launchLine(launch: Launch): Text {
  const support =
    launch.articles === 1
      ? '1 article'
      : `${launch.articles} articles, ${launch.origins} independent ${launch.origins === 1 ? 'origin' : 'origins'}`
  return [
    launch.dateStated
      ? cited(launch.date ?? 'undated', launch.dateClaims)
      : launch.date === null
        ? 'undated'
        : `first article ${launch.date}`,
    '  ',
    { text: launch.model, bold: true },
    launch.vendor ? ` (${launch.vendor})` : '',
    ` — ${support}.`,
    ...(launch.what ? [' ', cited(launch.what.text, launch.what.claims)] : []),
  ]
}
