import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Secret } from '../../src/secret.ts'
import { migrate } from '../../src/storage/migrations.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import type { Store } from '../../src/storage/store.ts'
import { storageContract } from './contract.ts'
import { countsContract } from './counts-contract.ts'
import { deliveryContract } from './delivery-contract.ts'
import { postgresPrograms, startPostgres } from './postgres-server.ts'

const present = postgresPrograms() !== null

describe.skipIf(!present)(`a real Postgres${present ? '' : ' (skipped: no server on this machine)'}`, () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server.stop())

  const empty = async (): Promise<Store> => {
    const store = await openPostgres(server.url)
    await sql`drop schema public cascade`.execute(store.db)
    await sql`create schema public`.execute(store.db)
    return store
  }
  const opened = async () => {
    const store = await empty()
    await migrate(store)
    return store
  }
  storageContract('Postgres', opened)
  deliveryContract('Postgres', opened)
  countsContract('Postgres', opened, empty)

  test('processes that start at the same time migrate once', async () => {
    const stores = [await empty(), await openPostgres(server.url), await openPostgres(server.url)]
    await Promise.all(stores.map(migrate))
    const { rows } = await sql<{ version: number }>`select version from migration order by version`.execute(stores[0]!.db)
    expect(rows.map(({ version }) => version)).toEqual(rows.map((_, index) => index + 1))
    await Promise.all(stores.map((store) => store.close()))
  })

  test('a server that does not answer is named without its password', async () => {
    await expect(openPostgres(new Secret('postgres://someone:hunter2@127.0.0.1:1/x'))).rejects.toThrow(
      /^(?!.*hunter2).*Cannot reach the Postgres server in DATABASE_URL/,
    )
  })
})
