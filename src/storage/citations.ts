import type { Claim } from '../claim.ts'
import type { Citation } from '../message/message.ts'
import { slices } from './slices.ts'
import type { Store } from './store.ts'

/** What stands behind each of these claims; ids that are not stored (any more) are left out. */
export async function citationsOf(store: Store, claimIds: string[]): Promise<Record<string, Citation>> {
  const found: Record<string, Citation> = {}
  for (const slice of slices(claimIds, 500)) {
    const rows = await store.db
      .selectFrom('claim')
      .innerJoin('article', 'article.id', 'claim.article')
      .select([
        'claim.id',
        'claim.body',
        'article.id as article',
        'article.title',
        'article.publisher',
        'article.url',
        'article.published',
        'article.form',
      ])
      .where('claim.id', 'in', slice)
      .execute()
    for (const row of rows) {
      const claim = JSON.parse(row.body) as Claim
      found[row.id] = {
        claim: row.id,
        article: row.article,
        title: row.title,
        publisher: row.publisher,
        url: row.url,
        published: row.published,
        form: row.form === 'notes' ? 'notes' : 'article',
        claimant: claim.claimant,
        quote: claim.quote,
      }
    }
  }
  return found
}

/** A claim in its place: the claim, the article's details, and the text around it. Undefined where no such claim is stored. */
export async function claimInPlace(
  store: Store,
  claimId: string,
): Promise<{ claim: Claim; citation: Citation; text: string } | undefined> {
  const row = await store.db
    .selectFrom('claim')
    .innerJoin('article', 'article.id', 'claim.article')
    .select(['claim.body', 'article.text'])
    .where('claim.id', '=', claimId)
    .executeTakeFirst()
  if (!row) return undefined
  const citations = await citationsOf(store, [claimId])
  return { claim: JSON.parse(row.body) as Claim, citation: citations[claimId]!, text: row.text }
}
