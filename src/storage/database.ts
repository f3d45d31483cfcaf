import { join } from 'node:path'
import type { Config } from '../config.ts'
import { migrate } from './migrations.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'

/** The embedded database's file inside the data folder. */
export const databaseFile = (folder: string): string => join(folder, 'launchwire.sqlite')

/**
 * Opens the database that the configuration names and brings it to this version.
 * @throws UserError where it cannot be opened or was written by a newer version.
 */
export async function openStore(config: Pick<Config, 'DATABASE_URL' | 'LAUNCHWIRE_DATA'>): Promise<Store> {
  const store = config.DATABASE_URL ? await openPostgres(config.DATABASE_URL) : openSqlite(databaseFile(config.LAUNCHWIRE_DATA))
  return ready(store)
}

/** An empty database in memory, for tests and for looking at something once. */
export const openMemoryStore = (): Promise<Store> => ready(openSqlite(':memory:'))

async function ready(store: Store): Promise<Store> {
  try {
    await migrate(store)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
