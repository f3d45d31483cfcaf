import type { ArticleLine } from '../storage/models.ts'

/** One outlet with what it said about a model: how many articles, how many of them are copies of another's story. */
export interface PublisherLine {
  publisher: string | null
  kind: string
  articles: ArticleLine[]
  copies: number
  newest: string | null
}

/** Articles by publisher, those with most articles first. An article whose origin is another's is a copy. */
export function byPublisher(articles: ArticleLine[]): PublisherLine[] {
  const groups = Map.groupBy(articles, ({ publisher, id }) => publisher ?? `unknown ${id}`)
  return [...groups.values()]
    .map((group) => ({
      publisher: group[0]!.publisher,
      kind: group[0]!.kind,
      articles: group,
      copies: group.filter(({ id, origin }) => id !== origin).length,
      newest: group
        .map(({ published }) => published)
        .reduce((newest, each) => (each !== null && (newest === null || each > newest) ? each : newest), null),
    }))
    .sort((a, b) => b.articles.length - a.articles.length || ((a.publisher ?? '\uffff') < (b.publisher ?? '\uffff') ? -1 : 1))
}
