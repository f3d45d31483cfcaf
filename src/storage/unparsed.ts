import type { Store } from './store.ts'

export interface UnparsedGroup {
  reason: string
  count: number
  examples: { quote: string; title: string; article: string; start: number; end: number }[]
}

/** Sentences whose numbers were not read, grouped by reason, the commonest first, with up to `each` examples of the newest articles. */
export async function unparsedByReason(store: Store, each: number): Promise<UnparsedGroup[]> {
  const counts = await store.db
    .selectFrom('unparsed')
    .select(({ fn }) => ['reason', fn.countAll<number>().as('count')])
    .groupBy('reason')
    .orderBy('count', 'desc')
    .orderBy('reason')
    .execute()
  return Promise.all(
    counts.map(async ({ reason, count }) => {
      const rows = await store.db
        .selectFrom('unparsed')
        .innerJoin('article', 'article.id', 'unparsed.article')
        .select(['unparsed.quote', 'article.title', 'article.id as article', 'start_at', 'end_at'])
        .where('reason', '=', reason)
        .orderBy('article.seq', 'desc')
        .orderBy('start_at')
        .limit(each)
        .execute()
      return {
        reason,
        count: Number(count),
        examples: rows.map(({ start_at, end_at, ...row }) => ({ ...row, start: start_at, end: end_at })),
      }
    }),
  )
}
