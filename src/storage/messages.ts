import { createHash } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Message } from '../message/message.ts'
import type { Tables } from './schema.ts'
import type { Store } from './store.ts'

type Db = Kysely<Tables> | Transaction<Tables>

/** Keeps a message once, whoever is to get it, with the claims that it cites; returns its id. */
export async function keepMessage(db: Db, message: Message): Promise<string> {
  const body = JSON.stringify(message)
  const id = createHash('sha256').update(body).digest('hex').slice(0, 24)
  const added = await db
    .insertInto('message')
    .values({ id, body })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  const cited = Object.keys(message.citations)
  if (added && cited.length > 0)
    await db
      .insertInto('message_claim')
      .columns(['message', 'claim', 'article', 'finding', 'type', 'model_key', 'subject_key'])
      .expression((from) =>
        from
          .selectFrom('claim')
          .select([
            sql<string>`cast(${id} as text)`.as('message'),
            'id',
            'article',
            'finding',
            'type',
            'model_key',
            'subject_key',
          ])
          .where('id', 'in', cited),
      )
      .execute()
  return id
}

/** The message with this id. */
export async function messageById(store: Store, id: string): Promise<Message | undefined> {
  const row = await store.db.selectFrom('message').select('body').where('id', '=', id).executeTakeFirst()
  return row && (JSON.parse(row.body) as Message)
}
