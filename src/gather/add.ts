import type { Added } from '../command/invocation.ts'
import { UserError } from '../errors.ts'
import { ingest } from '../ingest.ts'
import { articleFromPage, type FromPage } from '../intake/article-from-page.ts'
import { isEnglish } from '../intake/english.ts'
import { looksLikeFeed } from '../intake/feeds.ts'
import { FetchFailure } from '../intake/fetch-failure.ts'
import { relevanceOf } from '../intake/relevance.ts'
import { articleHead, claimsOf } from '../storage/article-look-up.ts'
import { type AsideReason, setAside, takeBack } from '../storage/set-aside.ts'
import { fetchRefusal } from './follow.ts'
import type { Polling } from './polling.ts'
import { reasonOf } from './read-entry.ts'

/**
 * An address comes in: fetched politely → article → English, about a launch? → ingest → what was found. An address that was read before is read again: a changed
 * text is a new version. What is kept out is written down with the reason.
 * @throws UserError where it cannot be fetched or holds no article
 */
export async function add(polling: Polling, address: string): Promise<Added> {
  const { store, now } = polling
  const keepAside = async (title: string, url: string, reason: AsideReason, detail: string): Promise<Added> => {
    await setAside(store, { address: url, title, feed: null, reason, detail, at: now() })
    return { outcome: 'set aside', title, url, reason, detail }
  }
  const came = await pageOf(polling, address)
  if ('reason' in came) return keepAside(address, address, came.reason, came.detail)
  const { article, paywalled } = came
  const url = article.url ?? address
  if (paywalled) return keepAside(article.title, url, 'paywall', 'the page shows its opening only')
  if (!isEnglish(article)) return keepAside(article.title, url, 'language', 'its text is not English')
  let refusal: string | null = null
  let id = article.id
  let outcome: 'added' | 'read again' | 'unchanged' = 'unchanged'
  let unparsed = 0
  await ingest(store, [article], {
    now,
    refuse: (read, reading) => {
      const { relevant, why } = relevanceOf(read, reading)
      if (!relevant) refusal = why
      return !relevant
    },
    onEach: (read, ingested) => {
      id = read.id
      unparsed = ingested.reading?.unparsed.length ?? 0
      if (ingested.outcome !== 'set aside') outcome = ingested.outcome
    },
  })
  if (refusal !== null) return keepAside(article.title, url, 'subject', refusal)
  await takeBack(store, url)
  const head = await articleHead(store, id)
  if (!head) throw new Error(`article ${id} is not stored after it was read`)
  return { outcome, article: head, claims: await claimsOf(store, id), unparsed }
}

/** The article at an address, or why what is there is none. */
async function pageOf({ fetch }: Polling, address: string): Promise<FromPage | { reason: AsideReason; detail: string }> {
  try {
    // a feed that is given by mistake is told apart from a page that cannot be read
    const fetched = await fetch(address, 'page')
    if (looksLikeFeed(fetched.text)) throw feedInstead(address)
    return articleFromPage(fetched, { title: null, author: null, publisher: null, publishedAt: null })
  } catch (error) {
    if (error instanceof UserError && (error.code === 'unreadable' || error.code === 'too_large'))
      return { reason: reasonOf(error), detail: error.message }
    if (!(error instanceof FetchFailure)) throw error
    if (error.kind === 'type' && /xml|rss|atom|feed/.test(error.message)) throw feedInstead(address)
    if (error.kind === 'too_large') return { reason: reasonOf(error), detail: error.message }
    throw fetchRefusal(error, address)
  }
}

const feedInstead = (address: string): UserError =>
  new UserError('bad_input', `${address} is a feed, not an article. To follow it: /feeds add ${address}`, {
    suggestions: [`feeds add ${address}`],
  })
