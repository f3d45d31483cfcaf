import { setImmediate as breath } from 'node:timers/promises'
import type { Article } from './article.ts'
import type { Reading } from './claim.ts'
import { prepare } from './corpus/prepare.ts'
import { read } from './reader/read.ts'
import { readerVersion } from './reader/version.ts'
import { keepVersion } from './storage/article-versions.ts'
import { type Prepared, saveArticles } from './storage/articles.ts'
import { savedState } from './storage/reads.ts'
import type { Store } from './storage/store.ts'

/** What became of an article that came in. */
export interface Ingested {
  id: string
  outcome: 'added' | 'read again' | 'unchanged' | 'set aside'
  reading: Reading | null
}

/** On SQLite a transaction blocks the event loop: about 4 ms for ten articles (node:sqlite, full sync). */
const batchSize = 10

/**
 * An article comes in: known already? else read → prepare → save. An article that was read stays as it is, unless its text changed, the reader did, or
 * `force` is set. Articles are saved in small batches, each whole or not at all: stopping in between loses nothing and the next run goes on. Where a
 * text changed, its earlier version is kept with its claims. `refuse` may keep an article out by what it says.
 * `onEach` is told of each article as soon as it is safe.
 */
export async function ingest(
  store: Store,
  articles: Iterable<Article> | AsyncIterable<Article>,
  options: {
    force?: boolean
    now: () => number
    onEach?: (article: Article, ingested: Ingested) => void
    stopped?: () => boolean
    refuse?: (article: Article, reading: Reading) => boolean
  },
): Promise<void> {
  let batch: { article: Article; prepared: Prepared; ingested: Ingested }[] = []
  const save = async () => {
    await saveArticles(
      store,
      batch.map(({ prepared }) => prepared),
    )
    for (const { article, ingested } of batch) options.onEach?.(article, ingested)
    batch = []
  }
  const reader = readerVersion()
  const pending = new Set<string>()
  let seen = 0
  for await (const article of articles) {
    // the embedded database answers at once: without a breath no signal, timer or request would be heard until the end
    if (++seen % batchSize === 0) await breath()
    if (options.stopped?.()) break
    const { state, id } = await savedState(store, article, reader)
    const known = { ...article, id }
    if ((state === 'same' && !options.force) || pending.has(article.fingerprint)) {
      options.onEach?.(known, { id, outcome: 'unchanged', reading: null })
      continue
    }
    const reading = read(known)
    if (options.refuse?.(known, reading)) {
      options.onEach?.(known, { id, outcome: 'set aside', reading })
      continue
    }
    if (state === 'changed') await keepVersion(store, id, options.now())
    const prepared = prepare(known, reading, reader, options.now())
    pending.add(article.fingerprint)
    batch.push({ article: known, prepared, ingested: { id, outcome: state === 'new' ? 'added' : 'read again', reading } })
    if (batch.length >= batchSize) {
      await save()
      pending.clear()
    }
  }
  await save()
}
