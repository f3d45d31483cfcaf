import type { Kysely } from 'kysely'

/** What the adapters remember: events handled, long button commands, installations. */
export async function adapterTables(db: Kysely<never>): Promise<void> {
  const schema = (db as unknown as Kysely<unknown>).schema
  await schema
    .createTable('event')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await schema.createIndex('event_at').on('event').column('at').execute()
  await schema
    .createTable('short_key')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('installation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('adapter', 'text', (column) => column.notNull())
    .addColumn('team', 'text')
    .addColumn('enterprise', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
}
