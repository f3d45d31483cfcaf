import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { databaseFile, openMemoryStore, openStore } from '../../src/storage/database.ts'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { storageContract } from './contract.ts'
import { countsContract } from './counts-contract.ts'
import { deliveryContract } from './delivery-contract.ts'

storageContract('node:sqlite', openMemoryStore)
deliveryContract('node:sqlite', openMemoryStore)
countsContract('node:sqlite', openMemoryStore, async () => openSqlite(':memory:'))

const folder = mkdtempSync(join(tmpdir(), 'launchwire-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true }))

const writer = (name: string) => `
  import { openStore } from ${JSON.stringify(new URL('../../src/storage/database.ts', import.meta.url).href)}
  const store = await openStore({ DATABASE_URL: undefined, LAUNCHWIRE_DATA: ${JSON.stringify(folder)} })
  for (let index = 0; index < 50; index++) {
    await store.db.transaction().execute(async (db) => {
      await db.selectFrom('meta').selectAll().execute()
      await db.insertInto('meta').values({ name: '${name}' + index, value: '' }).execute()
    })
  }
  await store.close()`

test('processes that read and then write one file wait for each other, from the first migration on', async () => {
  const run = promisify(execFile)
  await Promise.all(['a', 'b', 'c'].map((name) => run(process.execPath, ['--input-type=module', '-e', writer(name)])))
  const store = await openStore({ DATABASE_URL: undefined, LAUNCHWIRE_DATA: folder })
  expect((await store.db.selectFrom('meta').selectAll().execute()).length).toBe(150)
  await store.close()
}, 30_000)

test('a folder that cannot be made says so', async () => {
  writeFileSync(join(folder, 'file'), '')
  await expect(openStore({ DATABASE_URL: undefined, LAUNCHWIRE_DATA: join(folder, 'file', 'below') })).rejects.toThrow(
    /Cannot open the database .*Check that the folder can be written/,
  )
})

test('a file that is no database says so', async () => {
  const broken = join(folder, 'broken')
  mkdirSync(broken)
  writeFileSync(databaseFile(broken), 'x'.repeat(5000))
  await expect(openStore({ DATABASE_URL: undefined, LAUNCHWIRE_DATA: broken })).rejects.toThrow(/Cannot open the database/)
})
