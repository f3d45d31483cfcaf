import { Kysely, PostgresDialect } from 'kysely'
import { UserError } from '../errors.ts'
import type { Secret } from '../secret.ts'
import type { Tables } from './schema.ts'
import type { Store } from './store.ts'

const bigintType = 20

/**
 * Connects to a Postgres server (15 or newer). `pg` is loaded only here, where it is configured. At most five connections a process.
 * @throws UserError where the server does not answer; the address is never printed.
 */
export async function openPostgres(url: Secret): Promise<Store> {
  const { default: pg } = await import('pg')
  // epoch milliseconds and counts stay below 2^53: plain numbers on both engines
  pg.types.setTypeParser(bigintType, Number)
  const pool = new pg.Pool({ connectionString: url.reveal(), max: 5, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => {})
  try {
    await pool.query('select 1')
  } catch (cause) {
    await pool.end()
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UserError(
      'storage',
      `Cannot reach the Postgres server in DATABASE_URL: ${reason}. Check the address, the password and that the server runs.`,
      {
        cause,
      },
    )
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { engine: 'postgres', db, close: () => db.destroy() }
}
