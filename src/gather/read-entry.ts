import type { Article } from '../article.ts'
import { UserError } from '../errors.ts'
import { ingest } from '../ingest.ts'
import { articleFromItem, articleFromPage, type FromPage, type Hints, isTeaser } from '../intake/article-from-page.ts'
import { isEnglish } from '../intake/english.ts'
import { FetchFailure, mayPass } from '../intake/fetch-failure.ts'
import { articleId } from '../intake/fingerprint.ts'
import { retryAt } from '../intake/polite.ts'
import { relevanceOf } from '../intake/relevance.ts'
import { storedArticle } from '../storage/article-look-up.ts'
import { claimArticle, putItemOff, type StoredItem, settleItem } from '../storage/feed-items.ts'
import { feedById } from '../storage/feeds.ts'
import { type AsideReason, setAside, takeBack } from '../storage/set-aside.ts'
import type { Polling } from './polling.ts'

/** Pause before the second try of an entry, doubled each time; after this many tries the feed's own text has to do, or the entry is given up. */
const firstPause = 15 * 60_000
const mostTries = 8
/** A feed's own text of this many characters is read where the page cannot be. */
const enoughText = 400

type Came = { article: Article } | { later: FetchFailure } | { aside: AsideReason; detail: string; failed: boolean }

/**
 * An entry → the corpus: known already? else its text, from the feed or from its page → English, about a launch? → ingest → settled. Each step may be cut off:
 * the entry is settled last, and done again it comes to the same.
 */
export async function readEntry(polling: Polling, item: StoredItem): Promise<'read' | 'aside' | 'failed' | 'later'> {
  const { store, now } = polling
  const settle = async (state: 'read' | 'aside' | 'failed', article: string | null, owner: boolean, error: string | null) => {
    await settleItem(store, item, { state, article, owner, error, now: now() })
    return state
  }
  const keepAside = async (title: string, reason: AsideReason, detail: string, state: 'aside' | 'failed' = 'aside') => {
    await setAside(store, { address: item.address ?? item.url, title, feed: item.feed, reason, detail, at: now() })
    return settle(state, null, false, detail)
  }
  const link = async (known: { id: string; form: string }) =>
    settle('read', known.id, known.form === 'article' && (await claimArticle(store, item.id, known.id)), null)

  /** The article that this entry brought in before, where it did: now its words changed. */
  const own = item.owner && item.article !== null ? await storedArticle(store, item.article, null) : undefined
  // another entry may be bringing the same article in just now: look again when that is done
  const wait = async () => {
    await putItemOff(store, item.id, { nextAt: now() + 5 * 60_000, tries: item.tries, error: null })
    return 'later' as const
  }
  if (!own && item.address !== null) {
    const id = articleId(item.address, '')
    const known = await storedArticle(store, id, null)
    if (known) return link(known)
    if (!(await claimArticle(store, item.id, id))) return wait()
  }
  const came = await textOf(polling, item)
  if ('later' in came) {
    const { later } = came
    const counts = later.kind !== 'later'
    const nextAt = counts
      ? retryAt(now(), firstPause, item.tries, later.notBefore, polling.chance())
      : (later.notBefore ?? now() + firstPause)
    await putItemOff(store, item.id, { nextAt, tries: item.tries + (counts ? 1 : 0), error: later.message })
    return 'later'
  }
  if ('aside' in came) return keepAside(item.title, came.aside, came.detail, came.failed ? 'failed' : 'aside')

  const { article } = came
  const target = own?.id ?? article.id
  const known = own ?? (await storedArticle(store, target, article.fingerprint))
  if (known && known.id !== own?.id) return link(known)
  if (!known) {
    if (!isEnglish(article)) return keepAside(article.title, 'language', 'its text is not English')
    if (!(await claimArticle(store, item.id, target))) return wait()
  }
  let refusal: string | null = null
  let saved = target
  await ingest(store, [{ ...article, id: target }], {
    now,
    // what is in the corpus already stays there when it changes
    refuse: (read, reading) => {
      const { relevant, why } = relevanceOf(read, reading)
      if (relevant || known) return false
      refusal = why
      return true
    },
    onEach: (_, { id }) => {
      saved = id
    },
  })
  if (refusal !== null) return keepAside(article.title, 'subject', refusal)
  if (item.address !== null) await takeBack(store, item.address)
  return settle('read', saved, saved === target, null)
}

/** The article's text: the feed's own where it is whole, else the page's; where the page cannot be had, the feed's if there is enough of it. */
async function textOf(polling: Polling, item: StoredItem): Promise<Came> {
  const feed = await feedById(polling.store, item.feed)
  const hints: Hints = {
    title: item.title || null,
    author: item.author,
    publisher: feed?.title ?? null,
    publishedAt: item.publishedAt,
  }
  // entries that share one page are told apart by their own key, and that page is not theirs
  const own = ownText(item, hints)
  if (own instanceof UserError) return { aside: reasonOf(own), detail: own.message, failed: false }
  if (item.url === null || item.address === null || !isTeaser(item.content))
    return own
      ? { article: own.article }
      : { aside: 'empty', detail: 'the entry has no text and no page of its own', failed: false }
  let page: FromPage
  try {
    page = articleFromPage(await polling.fetch(item.url, 'page'), hints)
  } catch (error) {
    if (!(error instanceof FetchFailure || error instanceof UserError)) throw error
    if (error instanceof FetchFailure && mayPass(error) && (error.kind === 'later' || item.tries + 1 < mostTries))
      return { later: error }
    if (own && own.article.text.trim().length >= enoughText) return { article: own.article }
    return { aside: reasonOf(error), detail: error.message, failed: error instanceof FetchFailure }
  }
  if (!page.paywalled)
    return {
      article: own && own.article.text.length > page.article.text.length ? { ...own.article, id: page.article.id } : page.article,
    }
  if (own && own.article.text.trim().length >= enoughText) return { article: own.article }
  return { aside: 'paywall', detail: 'the page shows its opening only', failed: false }
}

/** What the entry itself gives; the error where that is more than any article has. */
function ownText(item: StoredItem, hints: Hints): FromPage | null | UserError {
  try {
    return articleFromItem(item, hints, item.address === null ? item.id : null)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
}

/** The reason, in the operator's list, for which a page could not be had. */
export function reasonOf(error: FetchFailure | UserError): AsideReason {
  if (error instanceof UserError) return error.code === 'too_large' ? 'large' : 'empty'
  if (error.kind === 'too_large') return 'large'
  if (error.kind === 'robots' || error.kind === 'refused') return 'refused'
  if (error.status === 401 || error.status === 402 || error.status === 403) return 'refused'
  return error.kind === 'type' ? 'empty' : 'unreachable'
}
