import { sql } from 'kysely'
import type { Store } from './store.ts'

/** Sizes of the corpus that no other query gives. */
export async function corpusSize(store: Store): Promise<{ models: number; claims: number; changed: number }> {
  const [models, claims, changed] = await Promise.all(
    (['model', 'claim', 'article_version'] as const).map((table) =>
      store.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow(),
    ),
  )
  return { models: Number(models!.rows), claims: Number(claims!.rows), changed: Number(changed!.rows) }
}

/** Each vendor with how many models articles are about and the newest article on one (epoch milliseconds); the freshest first. */
export async function vendorFreshness(
  store: Store,
  limit: number,
): Promise<{ vendor: string; models: number; newest: number | null }[]> {
  const rows = await store.db
    .selectFrom('model')
    .select(({ fn }) => ['vendor', fn.countAll<number>().as('models'), fn.max('last_at').as('newest')])
    .where('vendor', 'is not', null)
    .where('topics', '>', 0)
    .groupBy('vendor')
    .orderBy(sql`coalesce(max(last_at), 0)`, 'desc')
    .orderBy('vendor')
    .limit(limit)
    .execute()
  return rows.map(({ vendor, models, newest }) => ({
    vendor: vendor!,
    models: Number(models),
    newest: newest === null ? null : Number(newest),
  }))
}
