import type { Article } from '../article.ts'
import type { Store } from './store.ts'

export type SavedState = 'new' | 'same' | 'changed' | 'old reader'

/**
 * What is stored of this article already: nothing; the same text read by the same reader; another text under the same address; or the same text read by an
 * older reader. The same text under another address counts as the same article.
 */
export async function savedState(store: Store, article: Article, reader: string): Promise<{ state: SavedState; id: string }> {
  const rows = await store.db
    .selectFrom('article')
    .select(['id', 'fingerprint', 'reader'])
    .where((where) => where.or([where('id', '=', article.id), where('fingerprint', '=', article.fingerprint)]))
    .orderBy('seq')
    .execute()
  const row = rows.find(({ id }) => id === article.id) ?? rows[0]
  if (!row) return { state: 'new', id: article.id }
  if (row.fingerprint !== article.fingerprint) return { state: 'changed', id: row.id }
  return { state: row.reader === reader ? 'same' : 'old reader', id: row.id }
}
