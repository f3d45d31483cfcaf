import { sql } from 'kysely'
import { afterAll, beforeAll, describe } from 'vitest'
import { openMemoryStore } from '../../src/storage/database.ts'
import { migrate } from '../../src/storage/migrations.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { feedContract } from './feed-contract.ts'
import { postgresPrograms, startPostgres } from './postgres-server.ts'

feedContract('node:sqlite', openMemoryStore)

const present = postgresPrograms() !== null
describe.skipIf(!present)(`a real Postgres${present ? '' : ' (skipped: no server on this machine)'}`, () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server.stop())
  feedContract('Postgres', async () => {
    const store = await openPostgres(server.url)
    await sql`drop schema public cascade`.execute(store.db)
    await sql`create schema public`.execute(store.db)
    await migrate(store)
    return store
  })
})
