import { createHash } from 'node:crypto'
import type { Claim } from '../claim.ts'
import type { Citation } from '../message/message.ts'
import { slices } from './slices.ts'
import type { Store } from './store.ts'

/** An article as it was before its text changed. */
export interface ArticleVersion {
  article: string
  title: string
  published: string | null
  text: string
  claims: Claim[]
  readAt: number
  replacedAt: number
}

/**
 * Keeps an article's text and claims as they now stand, before they are replaced. May be called again for the same text: it is kept once.
 */
export async function keepVersion(store: Store, article: string, now: number): Promise<void> {
  const row = await store.db
    .selectFrom('article')
    .select(['fingerprint', 'title', 'published', 'text', 'read_at'])
    .where('id', '=', article)
    .executeTakeFirst()
  if (!row) return
  const claims = await store.db.selectFrom('claim').select(['id', 'body']).where('article', '=', article).orderBy('id').execute()
  const id = createHash('sha256').update(`${article} ${row.fingerprint}`).digest('hex').slice(0, 24)
  await store.db.transaction().execute(async (db) => {
    await db
      .insertInto('article_version')
      .values({ id, article, ...row, claims: `[${claims.map(({ body }) => body).join(',')}]`, replaced_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    for (const slice of slices(claims, 500))
      await db
        .insertInto('version_claim')
        .values(slice.map((claim) => ({ claim: claim.id, version: id })))
        .onConflict((conflict) => conflict.column('claim').doUpdateSet({ version: id }))
        .execute()
  })
}

/** A claim that an article made until its text changed: the claim, the text it stood in, and until when. Undefined where none is kept. */
export async function changedClaim(
  store: Store,
  claim: string,
): Promise<{ claim: Claim; citation: Citation; text: string; until: number } | undefined> {
  const row = await store.db
    .selectFrom('version_claim')
    .innerJoin('article_version', 'article_version.id', 'version_claim.version')
    .innerJoin('article', 'article.id', 'article_version.article')
    .select([
      'article_version.claims',
      'article_version.text',
      'article_version.title',
      'article_version.published',
      'replaced_at',
    ])
    .select(['article.id as article', 'article.publisher', 'article.url', 'article.form'])
    .where('version_claim.claim', '=', claim)
    .executeTakeFirst()
  const found = row && (JSON.parse(row.claims) as Claim[]).find(({ id }) => id === claim)
  if (!row || !found) return undefined
  const { article, title, publisher, url, published } = row
  const form = row.form === 'notes' ? 'notes' : 'article'
  return {
    claim: found,
    citation: { claim, article, title, publisher, url, published, form, claimant: found.claimant, quote: found.quote },
    text: row.text,
    until: row.replaced_at,
  }
}

/** Earlier versions of an article, newest first; the one that stands now is none of them. */
export async function versionsOf(store: Store, article: string): Promise<ArticleVersion[]> {
  const rows = await store.db
    .selectFrom('article_version')
    .leftJoin('article', 'article.id', 'article_version.article')
    .selectAll('article_version')
    .select('article.fingerprint as current')
    .where('article_version.article', '=', article)
    .orderBy('replaced_at', 'desc')
    .execute()
  return rows
    .filter(({ fingerprint, current }) => fingerprint !== current)
    .map((row) => ({
      article: row.article,
      title: row.title,
      published: row.published,
      text: row.text,
      claims: JSON.parse(row.claims) as Claim[],
      readAt: row.read_at,
      replacedAt: row.replaced_at,
    }))
}

/** Articles whose text changed, the latest change first. */
export async function changedArticles(
  store: Store,
  limit: number,
): Promise<{ id: string; title: string; url: string | null; at: number; versions: number }[]> {
  const rows = await store.db
    .selectFrom('article_version')
    .innerJoin('article', 'article.id', 'article_version.article')
    .select(({ fn }) => [
      'article.id',
      'article.title',
      'article.url',
      fn.max('replaced_at').as('at'),
      fn.countAll<number>().as('versions'),
    ])
    .whereRef('article_version.fingerprint', '!=', 'article.fingerprint')
    .groupBy(['article.id', 'article.title', 'article.url'])
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, at: Number(row.at), versions: Number(row.versions) }))
}
