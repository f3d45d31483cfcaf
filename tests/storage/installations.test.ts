import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Secret } from '../../src/secret.ts'
import { openMemoryStore } from '../../src/storage/database.ts'
import {
  disableInstallation,
  encryptionKey,
  loadInstallation,
  removeInstallation,
  saveInstallation,
} from '../../src/storage/installations.ts'
import type { Store } from '../../src/storage/store.ts'

const key = randomBytes(32)
const here = { adapter: 'slack', team: 'T1', enterprise: null }
const there = { adapter: 'slack', team: 'T2', enterprise: null }

let store: Store
beforeEach(async () => {
  store = await openMemoryStore()
})
afterEach(async () => {
  await store.close()
})

describe('an installation', () => {
  it('comes back as it was saved, and its token stands nowhere in the database', async () => {
    await saveInstallation(store, key, here, { token: 'xoxb-very-secret' }, 5)
    expect(await loadInstallation(store, key, here)).toEqual({
      ...here,
      body: { token: 'xoxb-very-secret' },
      state: 'active',
      at: 5,
    })
    const rows = await store.db.selectFrom('installation').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('very-secret')
  })

  it('cannot be read with another key, after a change, or in another row', async () => {
    await saveInstallation(store, key, here, { token: 'a' }, 5)
    await saveInstallation(store, key, there, { token: 'b' }, 5)
    expect((await loadInstallation(store, randomBytes(32), here))?.body).toBeNull()

    const { body } = await store.db.selectFrom('installation').select('body').where('team', '=', 'T1').executeTakeFirstOrThrow()
    await store.db.updateTable('installation').set({ body }).where('team', '=', 'T2').execute()
    expect((await loadInstallation(store, key, there))?.body).toBeNull()

    const [version, nonce, tag, sealed] = body.split('.')
    const flipped = Buffer.from(sealed!, 'base64url')
    flipped[0]! ^= 1
    await store.db
      .updateTable('installation')
      .set({ body: [version, nonce, tag, flipped.toString('base64url')].join('.') })
      .where('team', '=', 'T1')
      .execute()
    expect((await loadInstallation(store, key, here))?.body).toBeNull()
  })

  it('is sealed anew each time, so that equal tokens do not look equal', async () => {
    await saveInstallation(store, key, here, { token: 'a' }, 5)
    const first = await store.db.selectFrom('installation').select('body').executeTakeFirstOrThrow()
    await saveInstallation(store, key, here, { token: 'a' }, 6)
    expect(await store.db.selectFrom('installation').select('body').executeTakeFirstOrThrow()).not.toEqual(first)
  })

  it('is disabled once, active again when saved again, and gone when removed', async () => {
    await saveInstallation(store, key, here, { token: 'a' }, 5)
    expect(await disableInstallation(store, here, 6)).toBe(true)
    expect(await disableInstallation(store, here, 7)).toBe(false)
    expect((await loadInstallation(store, key, here))?.state).toBe('disabled')
    await saveInstallation(store, key, here, { token: 'b' }, 8)
    expect(await loadInstallation(store, key, here)).toEqual({ ...here, body: { token: 'b' }, state: 'active', at: 8 })
    await removeInstallation(store, here)
    expect(await loadInstallation(store, key, here)).toBeUndefined()
  })
})

describe('the key', () => {
  it('is 32 bytes in base64 or hexadecimal', () => {
    expect(encryptionKey(new Secret(key.toString('base64')))).toEqual(key)
    expect(encryptionKey(new Secret(key.toString('hex')))).toEqual(key)
  })

  it.each([undefined, '', 'short', 'a'.repeat(63), randomBytes(31).toString('base64')])(
    'is refused as %j, without showing it',
    (text) => {
      const made = () => encryptionKey(text === undefined ? undefined : new Secret(text))
      expect(made).toThrow('LAUNCHWIRE_KEY must be 32 bytes')
      if (text) expect(made).not.toThrow(text)
    },
  )
})
