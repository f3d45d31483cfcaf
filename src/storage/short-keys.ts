import { createHash } from 'node:crypto'
import type { Store } from './store.ts'

/** A short key (12 characters) for a text too long for a button; the same text always has the same key, so old buttons keep working. */
export async function keepKey(store: Store, value: string): Promise<string> {
  const key = createHash('sha256').update(value).digest('base64url').slice(0, 12)
  await store.db
    .insertInto('short_key')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  return key
}

/** The text that a key stands for, or undefined. */
export async function recallKey(store: Store, key: string): Promise<string | undefined> {
  const row = await store.db.selectFrom('short_key').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value
}
