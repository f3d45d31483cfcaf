import { createHash } from 'node:crypto'
import { canonicalAddress } from '../intake/canonical-address.ts'
import type { Store } from './store.ts'

/** Why an article was kept out of the corpus. */
export const asideReasons = {
  subject: 'not about a launch',
  language: 'not English',
  paywall: 'behind a paywall',
  large: 'too large',
  empty: 'no text to read',
  refused: 'the site does not let us read it',
  unreachable: 'could not be read',
  old: 'older than the feed’s first reading',
} as const
export type AsideReason = keyof typeof asideReasons

/** Something that came in and was kept out. `detail` says more, for an operator. */
export interface Aside {
  address: string | null
  title: string
  feed: string | null
  reason: AsideReason
  detail: string
  at: number
}

const idOf = (address: string | null, own: string): string =>
  createHash('sha256')
    .update(address === null ? own : (canonicalAddress(address) ?? address))
    .digest('hex')
    .slice(0, 24)

/** Writes down what was kept out; one address once, however it is spelt; the last word holds. */
export async function setAside(store: Store, aside: Aside): Promise<void> {
  await store.db
    .insertInto('set_aside')
    .values({ id: idOf(aside.address, `${aside.feed} ${aside.title}`), ...aside })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ title: aside.title, reason: aside.reason, detail: aside.detail, at: aside.at }),
    )
    .execute()
}

/** An address that is read after all is not aside any more. */
export async function takeBack(store: Store, address: string): Promise<void> {
  await store.db.deleteFrom('set_aside').where('id', '=', idOf(address, '')).execute()
}

/** What was kept out, newest first. */
export async function asideList(store: Store, limit: number, reason?: AsideReason): Promise<Aside[]> {
  const rows = await store.db
    .selectFrom('set_aside')
    .selectAll()
    .$if(reason !== undefined, (query) => query.where('reason', '=', reason!))
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id: _, reason, ...row }) => ({ ...row, reason: reason as AsideReason }))
}

/** How many articles were kept out for each reason. */
export async function asideCounts(store: Store): Promise<{ reason: AsideReason; articles: number }[]> {
  const rows = await store.db
    .selectFrom('set_aside')
    .select(({ fn }) => ['reason', fn.countAll<number>().as('articles')])
    .groupBy('reason')
    .orderBy('articles', 'desc')
    .orderBy('reason')
    .execute()
  return rows.map(({ reason, articles }) => ({ reason: reason as AsideReason, articles: Number(articles) }))
}
