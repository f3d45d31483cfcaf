import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from './schema.ts'
import type { Store } from './store.ts'

type Db = Kysely<Tables> | Transaction<Tables>

/**
 * Books the next free moment of a scope (a token, a channel) for one post, and closes the scope for `every` milliseconds from then on. All processes
 * book in the same row, so that their posts together keep the pace. Returns the moment.
 */
export async function reserve(db: Db, scope: string, every: number, now: number): Promise<number> {
  const whole = Math.ceil(every)
  const { until } = await db
    .insertInto('cooldown')
    .values({ scope, until: now + whole })
    .onConflict((conflict) =>
      conflict.column('scope').doUpdateSet({
        until: sql`case when cooldown.until > ${now} then cooldown.until else ${now} end + ${whole}`,
      }),
    )
    .returning('until')
    .executeTakeFirstOrThrow()
  return until - whole
}

/** Closes a scope until then, for everybody; never opens one that is closed for longer. */
export async function cool(store: Store, scope: string, end: number): Promise<void> {
  const until = Math.ceil(end)
  await store.db
    .insertInto('cooldown')
    .values({ scope, until })
    .onConflict((conflict) =>
      conflict
        .column('scope')
        .doUpdateSet({ until: sql`case when cooldown.until > ${until} then cooldown.until else ${until} end` }),
    )
    .execute()
}

/** Forgets scopes that have been open for a day. */
export async function forgetOldCooldowns(store: Store, now: number): Promise<void> {
  await store.db
    .deleteFrom('cooldown')
    .where('until', '<', now - 24 * 60 * 60_000)
    .execute()
}
