import type { Claim } from '../claim.ts'
import type { Store } from './store.ts'

/** The stored article of this id or, failing that, with this very text; `form` says whether it is the text itself or somebody's notes. */
export async function storedArticle(
  store: Store,
  id: string,
  fingerprint: string | null,
): Promise<{ id: string; form: string; fingerprint: string } | undefined> {
  const rows = await store.db
    .selectFrom('article')
    .select(['id', 'form', 'fingerprint'])
    .where((where) => where.or([where('id', '=', id), ...(fingerprint === null ? [] : [where('fingerprint', '=', fingerprint)])]))
    .orderBy('seq')
    .execute()
  return rows.find((row) => row.id === id) ?? rows[0]
}

/** What an article claims, in the order of its text. */
export async function claimsOf(store: Store, article: string): Promise<Claim[]> {
  const rows = await store.db.selectFrom('claim').select('body').where('article', '=', article).execute()
  return rows
    .map(({ body }) => JSON.parse(body) as Claim)
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1))
}

/** Title, publisher, date, address and models of a stored article. */
export async function articleHead(
  store: Store,
  id: string,
): Promise<
  | {
      id: string
      title: string
      publisher: string | null
      published: string | null
      url: string | null
      form: string
      models: string[]
    }
  | undefined
> {
  const row = await store.db
    .selectFrom('article')
    .select(['id', 'title', 'publisher', 'published', 'url', 'form'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const models = await store.db
    .selectFrom('mention')
    .innerJoin('model', 'model.key', 'mention.model_key')
    .select('model.name')
    .where('mention.article', '=', id)
    .orderBy('mention.weight', 'desc')
    .orderBy('model.name')
    .execute()
  return { ...row, models: models.map(({ name }) => name) }
}
