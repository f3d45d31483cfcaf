import type { Claim } from '../claim.ts'
import { addDeliveries, type Delivery, type NewDelivery } from './deliveries.ts'
import { keepMessage } from './messages.ts'
import type { Store } from './store.ts'

/** Known articles that changed or went, whose posts were not looked at yet. */
export async function changedArticles(store: Store, limit: number): Promise<{ article: string; at: number }[]> {
  return store.db.selectFrom('article_change').selectAll().orderBy('at').orderBy('article').limit(limit).execute()
}

/** A claim as a posted message cites it, and what it said. */
export interface PostedClaim {
  message: string
  claim: string
  article: string
  finding: string
  type: string
  modelKey: string | null
  subjectKey: string
}

const postedClaim = (row: {
  message: string
  claim: string
  article: string
  finding: string
  type: string
  model_key: string | null
  subject_key: string
}): PostedClaim => {
  const { model_key, subject_key, ...plain } = row
  return { ...plain, modelKey: model_key, subjectKey: subject_key }
}

/** What posts made since a time (epoch milliseconds) cite of an article. */
export async function citedOf(store: Store, article: string, since: number): Promise<PostedClaim[]> {
  const rows = await store.db
    .selectFrom('message_claim')
    .innerJoin('delivery', 'delivery.message', 'message_claim.message')
    .selectAll('message_claim')
    .distinct()
    .where('message_claim.article', '=', article)
    .where('delivery.created_at', '>=', since)
    .where('delivery.kind', 'in', ['digest', 'watch'])
    .execute()
  return rows.map(postedClaim)
}

/** The numbers that posts made since a time cite for a model on a benchmark. */
export async function citedNumbers(store: Store, modelKey: string, subjectKey: string, since: number): Promise<PostedClaim[]> {
  const rows = await store.db
    .selectFrom('message_claim')
    .innerJoin('delivery', 'delivery.message', 'message_claim.message')
    .selectAll('message_claim')
    .distinct()
    .where('message_claim.model_key', '=', modelKey)
    .where('message_claim.type', '=', 'score')
    .where('message_claim.subject_key', '=', subjectKey)
    .where('delivery.created_at', '>=', since)
    .where('delivery.kind', 'in', ['digest', 'watch'])
    .execute()
  return rows.map(postedClaim)
}

/** The posts of a message that are out, or are on their way. */
export async function postsOf(
  store: Store,
  message: string,
): Promise<Pick<Delivery, 'id' | 'adapter' | 'team' | 'channel' | 'thread' | 'posted' | 'state'>[]> {
  const rows = await store.db
    .selectFrom('delivery')
    .select(['id', 'adapter', 'team', 'channel', 'thread', 'posted', 'state'])
    .where('message', '=', message)
    .where('kind', 'in', ['digest', 'watch'])
    .orderBy('id')
    .execute()
  return rows.map(({ posted, state, ...row }) => ({
    ...row,
    state: state as Delivery['state'],
    posted: JSON.parse(posted) as string[],
  }))
}

/** The claims that an article makes now, with the finding of each; none where it is gone. */
export async function claimsNow(store: Store, article: string): Promise<{ finding: string; claim: Claim }[]> {
  const rows = await store.db
    .selectFrom('claim')
    .select(['finding', 'body'])
    .where('article', '=', article)
    .orderBy('id')
    .execute()
  return rows.map(({ finding, body }) => ({ finding, claim: JSON.parse(body) as Claim }))
}

/** True where the article is stored. */
export async function articleStands(store: Store, article: string): Promise<boolean> {
  return (await store.db.selectFrom('article').select('id').where('id', '=', article).executeTakeFirst()) !== undefined
}

/** A post whose message is put right: `was` is the id of the message it had. */
export interface CorrectedPost {
  delivery: string
  was: string
  message: Parameters<typeof keepMessage>[1]
  queued: NewDelivery[]
}

/**
 * Writes corrections, and that their cause was looked at, in one transaction. A post that somebody else corrected meanwhile is left alone: false then, and
 * the cause stays to be looked at again.
 */
export async function saveCorrections(
  store: Store,
  posts: CorrectedPost[],
  cause: { article: string; at: number } | null,
): Promise<boolean> {
  return store.db.transaction().execute(async (db) => {
    let all = true
    for (const { delivery, was, message, queued } of posts) {
      const { numUpdatedRows } = await db
        .updateTable('delivery')
        .set({ message: await keepMessage(db, message) })
        .where('id', '=', delivery)
        .where('message', '=', was)
        .executeTakeFirst()
      if (numUpdatedRows > 0n) await addDeliveries(db, queued)
      else all = false
    }
    if (cause && all)
      await db.deleteFrom('article_change').where('article', '=', cause.article).where('at', '=', cause.at).execute()
    return all
  })
}

const mark = 'overturned'

/** Up to which article number posted figures were held against newer measurements; null before the first time. */
export async function comparedUpTo(store: Store): Promise<number | null> {
  const row = await store.db.selectFrom('meta').select('value').where('name', '=', mark).executeTakeFirst()
  return row ? Number(row.value) : null
}

/** Remembers that posted figures were held against everything up to this article number. */
export async function setComparedUpTo(store: Store, upTo: number): Promise<void> {
  const value = String(upTo)
  await store.db
    .insertInto('meta')
    .values({ name: mark, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
