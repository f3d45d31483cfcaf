import { sql } from 'kysely'
import type { Store } from './store.ts'

export interface PublisherSupport {
  publisherKey: string
  /** Numbers and facts that it states, each once. */
  claims: number
  /** Of these, how many at least one independent origin beside it states too. */
  corroborated: number
}

/** How far what a publisher states is stated elsewhere, over all models or some. */
export async function supportOfPublishers(store: Store, modelKeys: string[] | null): Promise<Map<string, PublisherSupport>> {
  const rows = await store.db
    .selectFrom('claim')
    .innerJoin('article', 'article.id', 'claim.article')
    .innerJoin('finding', 'finding.id', 'claim.finding')
    .select(({ fn }) => [
      'article.publisher_key',
      fn.count<number>('finding.id').distinct().as('claims'),
      fn.count<number>(sql`case when finding.origins > 1 then finding.id end`).distinct().as('corroborated'),
    ])
    .where('finding.type', 'in', ['score', 'fact'])
    .$if(modelKeys !== null, (query) => query.where('finding.model_key', 'in', modelKeys!))
    .groupBy('article.publisher_key')
    .execute()
  return new Map(
    rows.map((row) => [
      row.publisher_key,
      { publisherKey: row.publisher_key, claims: Number(row.claims), corroborated: Number(row.corroborated) },
    ]),
  )
}
