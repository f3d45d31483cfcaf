import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { UserError } from '../errors.ts'
import type { Secret } from '../secret.ts'
import type { Store } from './store.ts'

/** Where an app is installed: a workspace, or a whole organisation (`team` null). */
export interface Place {
  adapter: string
  team: string | null
  enterprise: string | null
}
/** An installation as it was saved. */
export interface StoredInstallation extends Place {
  /** What was saved; null where the row cannot be read with this key. */
  body: unknown
  /** `disabled`: the platform says that its token holds no more. */
  state: 'active' | 'disabled'
  /** Epoch milliseconds of the last change. */
  at: number
}

/** The 32 bytes that a key of 64 hexadecimal digits or of base64 stands for. @throws UserError where it stands for anything else. */
export function encryptionKey(secret: Secret | undefined): Buffer {
  const text = secret?.reveal() ?? ''
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64')
  if (key.length === 32) return key
  throw new UserError(
    'config',
    'LAUNCHWIRE_KEY must be 32 bytes in base64 or hexadecimal, since it encrypts the tokens of installed workspaces. Make one with: openssl rand -base64 32',
  )
}

const idOf = ({ adapter, team, enterprise }: Place): string => `${adapter}:${enterprise ?? '-'}:${team ?? '-'}`

/** AES-256-GCM, a new nonce each time; the row's id is bound in, so that a body moved to another row does not open (NIST SP 800-38D). */
function seal(key: Buffer, id: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return ['v1', nonce, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.')
}

/** Null where the key, the row or the text is not the one it was sealed with. */
function unseal(key: Buffer, id: string, text: string): string | null {
  const [version, nonce, tag, sealed] = text.split('.')
  if (version !== 'v1' || !nonce || !tag || sealed === undefined) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(id)).setAuthTag(Buffer.from(tag, 'base64url'))
    return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** Stores an installation, encrypted, in place of an earlier one at the same place; it is active then. */
export async function saveInstallation(store: Store, key: Buffer, place: Place, body: unknown, now: number): Promise<void> {
  const id = idOf(place)
  const row = { body: seal(key, id, JSON.stringify(body)), state: 'active', at: now }
  await store.db
    .insertInto('installation')
    .values({ id, ...place, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

/** The installation at a place, or undefined. */
export async function loadInstallation(store: Store, key: Buffer, place: Place): Promise<StoredInstallation | undefined> {
  const row = await store.db.selectFrom('installation').selectAll().where('id', '=', idOf(place)).executeTakeFirst()
  return row && opened(key, row)
}

function opened(
  key: Buffer,
  row: { id: string; adapter: string; team: string | null; enterprise: string | null; body: string; state: string; at: number },
): StoredInstallation {
  const text = unseal(key, row.id, row.body)
  return {
    adapter: row.adapter,
    team: row.team,
    enterprise: row.enterprise,
    body: text === null ? null : JSON.parse(text),
    state: row.state === 'disabled' ? 'disabled' : 'active',
    at: Number(row.at),
  }
}

/** Marks an installation as no longer usable; true where it was active before. */
export async function disableInstallation(store: Store, place: Place, now: number): Promise<boolean> {
  const changed = await store.db
    .updateTable('installation')
    .set({ state: 'disabled', at: now })
    .where('id', '=', idOf(place))
    .where('state', '=', 'active')
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Forgets an installation with its token. */
export async function removeInstallation(store: Store, place: Place): Promise<void> {
  await store.db.deleteFrom('installation').where('id', '=', idOf(place)).execute()
}
