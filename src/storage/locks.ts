import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from './schema.ts'
import type { Store } from './store.ts'

/** Spaces of advisory locks on Postgres; arbitrary constants of ours. */
const spaces = { saving: 7_254_012, article: 7_254_013 } as const

/**
 * Until the transaction ends, others that ask for the same lock wait. SQLite has one writer at a time anyway. `name` tells the locks of one space apart; two names
 * may share a lock, which only costs a wait.
 */
export async function lock(
  store: Pick<Store, 'engine'>,
  db: Kysely<Tables> | Transaction<Tables>,
  space: keyof typeof spaces,
  name = '',
): Promise<void> {
  if (store.engine === 'postgres') await sql`select pg_advisory_xact_lock(${spaces[space]}::int, hashtext(${name}))`.execute(db)
}
