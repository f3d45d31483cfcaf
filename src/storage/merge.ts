import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from './schema.ts'
import { slices } from './slices.ts'

type Db = Kysely<Tables> | Transaction<Tables>

const claimsPerFinding = 8

/** Counts and representative of each finding, from its claims as they now stand; findings without claims go. */
export async function refreshFindings(db: Db, ids: string[]): Promise<void> {
  for (const slice of slices(ids, 200)) {
    await db.deleteFrom('finding').where('id', 'in', slice).execute()
    // counts and choice come from the index of claims alone; a widespread finding has thousands
    const counts = await db
      .selectFrom('claim')
      .select(({ fn }) => [
        'finding',
        fn.count<number>('article').distinct().as('articles'),
        fn.count<number>('origin').distinct().as('origins'),
        fn.min('published_at').as('first_at'),
        fn.max('published_at').as('last_at'),
        fn.min('published').as('first_published'),
      ])
      .where('finding', 'in', slice)
      .groupBy('finding')
      .execute()
    if (counts.length === 0) continue
    const chosen = await db
      .selectFrom((inner) =>
        inner
          .selectFrom('claim')
          .select(['finding', 'id'])
          .select(({ fn }) =>
            fn
              .agg<number>('row_number')
              .over((over) =>
                over
                  .partitionBy('finding')
                  .orderBy('restated')
                  .orderBy(sql`case when published_at is null then 1 else 0 end`)
                  .orderBy('published_at')
                  .orderBy('id'),
              )
              .as('place'),
          )
          .where('finding', 'in', slice)
          .as('ranked'),
      )
      .selectAll()
      .where('place', '<=', claimsPerFinding)
      .orderBy('place')
      .execute()
    const byFinding = Map.groupBy(chosen, ({ finding }) => finding)
    const firsts = [...byFinding.values()].map(([first]) => first!.id)
    const bodies = await db.selectFrom('claim').selectAll().where('id', 'in', firsts).execute()
    const bestOf = new Map(bodies.map((claim) => [claim.finding, claim]))
    const rows = counts.map((count) => {
      const claims = byFinding.get(count.finding)!
      const best = bestOf.get(count.finding)!
      return {
        id: count.finding,
        type: best.type,
        model_key: best.model_key,
        subject_key: best.subject_key,
        rival_key: best.rival_key,
        claimant_kind: best.claimant_kind,
        rank: best.rank,
        articles: Number(count.articles),
        origins: Number(count.origins),
        first_at: count.first_at,
        last_at: count.last_at,
        first_published: count.first_published,
        body: best.body,
        claims: JSON.stringify(claims.map(({ id }) => id)),
      }
    })
    await db.insertInto('finding').values(rows).execute()
  }
}

export async function refreshModels(db: Db, models: Map<string, { name: string; vendor: string | null }>): Promise<void> {
  for (const keys of slices([...models.keys()], 500)) {
    const counts = await db
      .selectFrom('mention')
      .select(({ fn }) => [
        'model_key',
        fn.countAll<number>().as('articles'),
        fn.sum<number>(sql`case when weight = 2 then 1 else 0 end`).as('topics'),
        fn.min('published_at').as('first_at'),
        fn.max('published_at').as('last_at'),
        fn.min('published').as('first_published'),
      ])
      .where('model_key', 'in', keys)
      .groupBy('model_key')
      .execute()
    await db.deleteFrom('model').where('key', 'in', keys).execute()
    const rows = counts.map((count) => ({
      key: count.model_key,
      name: models.get(count.model_key)!.name,
      vendor: models.get(count.model_key)!.vendor,
      articles: Number(count.articles),
      topics: Number(count.topics),
      first_published: count.first_published,
      first_at: count.first_at,
      last_at: count.last_at,
    }))
    if (rows.length > 0) await db.insertInto('model').values(rows).execute()
  }
}
