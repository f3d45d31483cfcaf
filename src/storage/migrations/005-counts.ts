import { type Kysely, sql } from 'kysely'
import type { Store } from '../store.ts'

/**
 * What lets counts and lists over a large corpus come from indexes alone: an article's origin and publisher beside its mentions and claims, and how
 * far each publisher is borne out, kept up at each save. A row of `article` holds the whole text, so no count may read it.
 */
export async function countTables(db: Kysely<never>, _engine: Store['engine']): Promise<void> {
  const schema = (db as unknown as Kysely<unknown>).schema
  await sql`alter table mention add column origin text not null default ''`.execute(db)
  await sql`update mention set origin = (select origin from article where article.id = mention.article)`.execute(db)
  for (const column of ['publisher_key', 'origin']) {
    await sql`alter table claim add column ${sql.ref(column)} text not null default ''`.execute(db)
    await sql`update claim set ${sql.ref(column)} = (select ${sql.ref(column)} from article where article.id = claim.article)`.execute(
      db,
    )
  }
  await sql`drop index mention_model`.execute(db)
  await schema
    .createIndex('mention_model')
    .on('mention')
    .columns(['model_key', 'weight', 'published_at', 'published', 'origin', 'article'])
    .execute()
  await sql`drop index claim_finding`.execute(db)
  await schema
    .createIndex('claim_finding')
    .on('claim')
    .columns(['finding', 'restated', 'published_at', 'id', 'published', 'origin', 'publisher_key', 'article'])
    .execute()
  await sql`drop index claim_article`.execute(db)
  await schema.createIndex('claim_article').on('claim').columns(['article', 'type', 'model_key', 'subject_key']).execute()
  await schema.createIndex('article_origin').on('article').columns(['origin', 'published']).execute()
  await schema
    .createIndex('article_outlet')
    .on('article')
    .columns(['publisher', 'kind', 'published_at', 'published', 'origin', 'id'])
    .execute()
  await sql`drop index finding_rank`.execute(db)
  await schema
    .createIndex('finding_rank')
    .on('finding')
    .columns(['type', 'rank desc', 'origins desc', 'id', 'first_at', 'subject_key'])
    .execute()
  await sql`drop index finding_model`.execute(db)
  await schema
    .createIndex('finding_model')
    .on('finding')
    .columns(['model_key', 'type', 'rank desc', 'origins desc', 'id'])
    .execute()
  const first = ['first_at', 'first_published', 'id', 'rank'] as const
  await sql`drop index finding_attribute`.execute(db)
  await schema
    .createIndex('finding_attribute')
    .on('finding')
    .columns(['model_key', 'type', 'subject_key', ...first])
    .execute()
  await schema
    .createIndex('finding_claimant')
    .on('finding')
    .columns(['model_key', 'type', 'claimant_kind', ...first])
    .execute()

  await schema
    .createTable('support')
    .addColumn('publisher_key', 'text', (column) => column.notNull())
    .addColumn('model_key', 'text', (column) => column.notNull())
    .addColumn('claims', 'integer', (column) => column.notNull())
    .addColumn('corroborated', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('support_pk', ['model_key', 'publisher_key'])
    .execute()
  await sql`insert into support (publisher_key, model_key, claims, corroborated)
    select claim.publisher_key, finding.model_key, count(distinct finding.id), count(distinct case when finding.origins > 1 then finding.id end)
    from claim join finding on finding.id = claim.finding
    where finding.type in ('score', 'fact') and finding.model_key is not null
    group by claim.publisher_key, finding.model_key`.execute(db)
  await sql`insert into support (publisher_key, model_key, claims, corroborated)
    select publisher_key, '', sum(claims), sum(corroborated) from support group by publisher_key`.execute(db)
}
