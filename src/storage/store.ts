import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** The open database: what every query function of `storage/` takes. `engine` decides the few statements that differ. */
export interface Store {
  engine: 'sqlite' | 'postgres'
  db: Kysely<Tables>
  close(): Promise<void>
}
