import { type Kysely, sql } from 'kysely'
import { UserError } from '../errors.ts'
import { corpusTables } from './migrations/001-corpus.ts'
import { adapterTables } from './migrations/002-adapters.ts'
import { digestTables } from './migrations/003-digests.ts'
import { feedTables } from './migrations/004-feeds.ts'
import { countTables } from './migrations/005-counts.ts'
import type { Store } from './store.ts'

type Migration = (db: Kysely<never>, engine: Store['engine']) => Promise<void>

/** Order is important: new migrations go at the end of the list, and none that was released changes. */
const migrations: Migration[] = [corpusTables, adapterTables, digestTables, feedTables, countTables]

/** The advisory lock that makes concurrent starts on one Postgres migrate one after the other; an arbitrary constant of ours. */
const migrationLock = 7_254_011

/**
 * Brings the database to this version, each step in a transaction of its own; concurrent starts wait for each other.
 * @throws UserError where the database was written by a newer version.
 */
export async function migrate(store: Store): Promise<void> {
  await store.db.connection().execute(async (connection) => {
    if (store.engine === 'postgres') await sql`select pg_advisory_lock(${migrationLock})`.execute(connection)
    try {
      await sql`create table if not exists migration (version integer primary key)`.execute(connection)
      const version = async (db: Kysely<never>) => {
        const found = await sql<{ version: number | null }>`select max(version) as version from migration`.execute(db)
        return found.rows[0]?.version ?? 0
      }
      const db = connection as unknown as Kysely<never>
      const at = await version(db)
      if (at > migrations.length) {
        throw new UserError(
          'storage',
          `This database was written by a newer Launchwire (schema ${at}, this one knows ${migrations.length}). Update Launchwire, or name another place with --data.`,
        )
      }
      for (let step = at; step < migrations.length; step++) {
        await db.transaction().execute(async (transaction) => {
          if ((await version(transaction)) !== step) return
          await migrations[step]!(transaction, store.engine)
          await sql`insert into migration (version) values (${step + 1})`.execute(transaction)
        })
      }
    } finally {
      if (store.engine === 'postgres') await sql`select pg_advisory_unlock(${migrationLock})`.execute(connection)
    }
  })
}
