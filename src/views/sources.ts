import type { PublisherLine } from '../corpus/publishers.ts'
import type { Draft, Text } from '../message/message.ts'
import type { Freshness } from '../storage/models.ts'
import { freshnessLine } from './freshness.ts'

export const sourcesPerPage = 15

/** What was read: outlets with their articles, copies marked, notes labelled as such. */
export function sourcesView(
  lines: PublisherLine[],
  freshness: Freshness,
  asked: { model: string | null; page: number; command: string },
): Draft {
  const about = asked.model ?? 'all models'
  const articles = lines.flatMap((line) => line.articles)
  const pages = Math.max(1, Math.ceil(articles.length / sourcesPerPage))
  const page = Math.min(Math.max(asked.page, 1), pages)
  const shown = articles.slice((page - 1) * sourcesPerPage, page * sourcesPerPage)
  return {
    title: `Sources on ${about}`,
    blocks: [
      freshnessLine(freshness, about),
      {
        type: 'list',
        items: shown.map((article): Text => {
          const details = [
            article.published ?? 'undated',
            article.kind === 'unknown' ? '' : article.kind.replace('-', ' '),
            article.form === 'notes' ? 'our own notes on it' : '',
            article.weight === 2 ? '' : 'names it in passing',
            article.id === article.origin ? '' : 'a copy of another article here',
          ].filter(Boolean)
          return [
            { text: article.publisher ?? 'Publisher unknown', bold: true },
            ': ',
            article.url ? { text: article.title, url: article.url } : article.title,
            ` (${details.join(', ')})`,
          ]
        }),
      },
      ...(pages > 1 ? [{ type: 'context' as const, text: [`Page ${page} of ${pages}.`] }] : []),
      {
        type: 'actions',
        buttons: [
          ...(page < pages ? [{ label: 'Next page', command: `${asked.command} page:${page + 1}` }] : []),
          ...(page > 1 ? [{ label: 'Previous page', command: `${asked.command} page:${page - 1}` }] : []),
          ...(asked.model ? [{ label: `About ${asked.model}`, command: `launch ${asked.model}` }] : []),
        ],
      },
    ],
  }
}
