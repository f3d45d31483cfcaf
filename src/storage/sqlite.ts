import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import { UserError } from '../errors.ts'
import type { Tables } from './schema.ts'
import type { Store } from './store.ts'

/**
 * `node:sqlite` in the shape that Kysely's own SQLite dialect expects. A plain `begin` becomes `begin immediate`: two processes that read and then write
 * would otherwise meet "database is locked".
 */
function shim(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (text) => {
      const statement = database.prepare(/^begin$/i.test(text) ? 'begin immediate' : text)
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      }
    },
  }
}

/** Makes a folder and those above it, one by one: the recursive way of Node never returns below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

/**
 * Opens or creates the embedded database. `file` may be ':memory:'. Write-ahead log, every commit reaches the disk, a busy database is waited for 10 s.
 * @throws UserError where the folder cannot be written or the file is no database.
 */
export function openSqlite(file: string): Store {
  try {
    if (file !== ':memory:') makeFolder(dirname(file))
    const database = new DatabaseSync(file)
    database.exec('pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -16000')
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: shim(database) }) })
    return { engine: 'sqlite', db, close: () => db.destroy() }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UserError(
      'storage',
      `Cannot open the database ${file}: ${reason}. Check that the folder can be written, or name another with --data.`,
      {
        cause,
      },
    )
  }
}
