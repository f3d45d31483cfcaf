import { type Kysely, sql } from 'kysely'
import type { Store } from '../store.ts'

/** Articles, their claims, what these add up to, and the search index. */
export async function corpusTables(db: Kysely<never>, engine: Store['engine']): Promise<void> {
  const schema = (db as unknown as Kysely<unknown>).schema
  await schema
    .createTable('article')
    .addColumn('seq', engine === 'sqlite' ? 'integer' : 'bigserial', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('url', 'text')
    .addColumn('publisher', 'text')
    .addColumn('publisher_key', 'text', (column) => column.notNull())
    .addColumn('author', 'text')
    .addColumn('published', 'text')
    .addColumn('published_at', 'bigint')
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('models', 'text', (column) => column.notNull())
    .addColumn('links', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('blocks', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('read_at', 'bigint', (column) => column.notNull())
    .addColumn('reader', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('article_fingerprint').on('article').column('fingerprint').execute()
  await schema.createIndex('article_url').on('article').column('url').execute()
  await schema.createIndex('article_published').on('article').columns(['published_at']).execute()
  await schema.createIndex('article_publisher').on('article').columns(['publisher_key', 'published_at']).execute()

  await schema
    .createTable('claim')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('finding', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('model_key', 'text')
    .addColumn('subject_key', 'text', (column) => column.notNull())
    .addColumn('rival_key', 'text')
    .addColumn('claimant_kind', 'text', (column) => column.notNull())
    .addColumn('rank', 'double precision', (column) => column.notNull())
    .addColumn('restated', 'integer', (column) => column.notNull())
    .addColumn('published_at', 'bigint')
    .addColumn('published', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('claim_article').on('claim').column('article').execute()
  await schema.createIndex('claim_finding').on('claim').columns(['finding', 'restated']).execute()

  await schema
    .createTable('finding')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('model_key', 'text')
    .addColumn('subject_key', 'text', (column) => column.notNull())
    .addColumn('rival_key', 'text')
    .addColumn('claimant_kind', 'text', (column) => column.notNull())
    .addColumn('rank', 'double precision', (column) => column.notNull())
    .addColumn('articles', 'integer', (column) => column.notNull())
    .addColumn('origins', 'integer', (column) => column.notNull())
    .addColumn('first_at', 'bigint')
    .addColumn('last_at', 'bigint')
    .addColumn('first_published', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('claims', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('finding_model').on('finding').columns(['model_key', 'type']).execute()
  await schema
    .createIndex('finding_subject')
    .on('finding')
    .columns(['type', 'subject_key', 'rank desc', 'origins desc', 'id'])
    .execute()
  await schema.createIndex('finding_rival').on('finding').columns(['rival_key', 'type']).execute()
  await schema.createIndex('finding_attribute').on('finding').columns(['model_key', 'type', 'subject_key']).execute()
  await schema.createIndex('finding_rank').on('finding').columns(['type', 'rank desc', 'origins desc', 'id']).execute()
  await schema.createIndex('finding_time').on('finding').columns(['type', 'first_at']).execute()

  await schema
    .createTable('mention')
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('model_key', 'text', (column) => column.notNull())
    .addColumn('weight', 'integer', (column) => column.notNull())
    .addColumn('published', 'text')
    .addColumn('published_at', 'bigint')
    .addPrimaryKeyConstraint('mention_pk', ['article', 'model_key'])
    .execute()
  await schema.createIndex('mention_model').on('mention').columns(['model_key', 'weight', 'published_at']).execute()

  await schema
    .createTable('model')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('vendor', 'text')
    .addColumn('articles', 'integer', (column) => column.notNull())
    .addColumn('topics', 'integer', (column) => column.notNull())
    .addColumn('first_published', 'text')
    .addColumn('first_at', 'bigint')
    .addColumn('last_at', 'bigint')
    .execute()
  await schema.createIndex('model_vendor').on('model').columns(['vendor', 'last_at']).execute()

  await schema
    .createTable('likeness')
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('likeness_hash').on('likeness').columns(['hash', 'kind', 'article']).execute()
  await schema.createIndex('likeness_article').on('likeness').column('article').execute()

  await schema
    .createTable('unparsed')
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('start_at', 'integer', (column) => column.notNull())
    .addColumn('end_at', 'integer', (column) => column.notNull())
    .addColumn('quote', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('unparsed_article').on('unparsed').column('article').execute()
  await schema.createIndex('unparsed_reason').on('unparsed').column('reason').execute()

  await schema
    .createTable('meta')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()

  if (engine === 'sqlite') {
    await sql`create virtual table article_search using fts5(title, body, content='', contentless_delete=1, tokenize='porter unicode61')`.execute(
      db,
    )
  } else {
    await sql`alter table article add column search tsvector generated always as (
      setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', left(text, 200000)), 'B')) stored`.execute(
      db,
    )
    await sql`create index article_search on article using gin (search)`.execute(db)
  }
}
