import { type PublisherLine, reliabilityRule } from '../corpus/publishers.ts'
import type { Block, Draft, Text } from '../message/message.ts'
import type { ArticleLine, Freshness } from '../storage/models.ts'
import { freshnessLine } from './freshness.ts'

const publishersPerPage = 12
/** So many articles are named for each publisher. */
export const articlesPerPublisher = 5

/** The publishers of one page, and which page of how many it is; a page beyond the last is the last. */
export function sourcesPage(lines: PublisherLine[], asked: number): { shown: PublisherLine[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(lines.length / publishersPerPage))
  const page = Math.min(Math.max(asked, 1), pages)
  return { shown: lines.slice((page - 1) * publishersPerPage, page * publishersPerPage), page, pages }
}

/** What was read: outlets with their newest articles, copies marked, notes labelled as such, and how far others bear them out. */
export function sourcesView(
  { shown, page, pages }: ReturnType<typeof sourcesPage>,
  articles: ArticleLine[],
  freshness: Freshness,
  asked: { model: string | null; command: string },
): Draft {
  const about = asked.model ?? 'all models'
  const blocks: Block[] = [
    freshnessLine(freshness, about),
    {
      type: 'table',
      caption: `Publishers on ${about}`,
      columns: [
        { label: 'Publisher', align: 'left' },
        { label: 'Kind', align: 'left' },
        { label: 'Articles', align: 'right' },
        { label: 'Said elsewhere too', align: 'right' },
        ...(asked.model ? [{ label: 'Contradicted', align: 'right' as const }] : []),
        { label: 'By the rule', align: 'left' },
      ],
      rows: shown.map((line) => [
        { text: [line.publisher ?? 'not known'] },
        { text: [line.kind === 'unknown' ? '' : line.kind.replace('-', ' ')] },
        {
          text: [String(line.articles) + (line.copies > 0 ? ` (${line.copies} copied)` : '')],
          value: line.articles,
        },
        { text: [line.claims === 0 ? '' : `${line.corroborated} of ${line.claims}`], value: line.corroborated },
        ...(asked.model ? [{ text: [line.claims === 0 ? '' : String(line.disputed ?? 0)], value: line.disputed ?? 0 }] : []),
        { text: [line.reliability] },
      ]),
    },
    { type: 'list', items: articles.map(articleLine) },
    { type: 'context', text: [`The rule: ${reliabilityRule}.`] },
  ]
  if (pages > 1) blocks.push({ type: 'context', text: [`Page ${page} of ${pages}.`] })
  blocks.push({
    type: 'actions',
    buttons: [
      ...(page < pages ? [{ label: 'Next page', command: `${asked.command} page:${page + 1}` }] : []),
      ...(page > 1 ? [{ label: 'Previous page', command: `${asked.command} page:${page - 1}` }] : []),
      ...(asked.model ? [{ label: `About ${asked.model}`, command: `launch ${asked.model}` }] : []),
    ],
  })
  return { title: `Sources on ${about}`, blocks }
}

function articleLine(article: ArticleLine): Text {
  const details = [
    article.published ?? 'undated',
    article.form === 'notes' ? 'our own notes on it' : '',
    article.weight === 2 ? '' : 'names it in passing',
    article.id === article.origin ? '' : 'a copy of another article here',
  ].filter(Boolean)
  return [
    { text: article.publisher ?? 'Publisher not known', bold: true },
    ': ',
    article.url ? { text: article.title, url: article.url } : article.title,
    ` (${details.join(', ')})`,
  ]
}
