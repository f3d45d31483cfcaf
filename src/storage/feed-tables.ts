import type { Generated } from 'kysely'

/** What is kept of feeds, of what they brought and of what was kept out; the rules for columns are those of `schema.ts`. */
export interface FeedTables {
  feed: FeedTable
  feed_subscriber: FeedSubscriberTable
  feed_item: FeedItemTable
  set_aside: SetAsideTable
  article_version: ArticleVersionTable
  version_claim: VersionClaimTable
  site_rules: SiteRulesTable
  fetch_log: FetchLogTable
}

/**
 * One feed, once for all who follow it. `baseline_at`: when it was first read; what stood in it then is old. `etag` and `last_modified`: for conditional requests.
 * `new_at`: when something new last stood in it; `told`: of which trouble its followers were told.
 */
export interface FeedTable {
  id: string
  address: string
  title: string | null
  site: string | null
  state: string
  every: number
  etag: string | null
  last_modified: string | null
  baseline_at: number | null
  next_at: number
  lease_until: number | null
  failures: number
  failing_since: number | null
  error: string | null
  fetched_at: number | null
  new_at: number | null
  told: string | null
  created_at: number
}

/** Who follows a feed: a workspace or server, and the person who asked for it. */
export interface FeedSubscriberTable {
  id: string
  feed: string
  adapter: string
  team: string | null
  person: string | null
  at: number
}

/**
 * Each entry that a feed ever held, never forgotten. `guid`, `address`, `print`: by any of these it is known again; `hash` changes with its words. `content` is kept
 * until the entry is settled. `owner` 1: the article came in by this entry, so this entry's changes are the article's.
 */
export interface FeedItemTable {
  id: string
  feed: string
  guid: string | null
  address: string | null
  print: string | null
  hash: string
  url: string | null
  title: string
  author: string | null
  published_at: number | null
  content: string
  state: string
  tries: number
  next_at: number
  lease_until: number | null
  article: string | null
  owner: number
  error: string | null
  seen_at: number
  done_at: number | null
}

/** What came in and was kept out of the corpus, and why. */
export interface SetAsideTable {
  id: string
  address: string | null
  title: string
  feed: string | null
  reason: string
  detail: string
  at: number
}

/** An article as it was before its text changed, with the claims it then made, as JSON. */
export interface ArticleVersionTable {
  id: string
  article: string
  fingerprint: string
  title: string
  published: string | null
  text: string
  claims: string
  read_at: number
  replaced_at: number
}

/** In which earlier version a claim stood, so that one that was shown once is found again. */
export interface VersionClaimTable {
  claim: string
  version: string
}

/** A site's robots.txt. */
export interface SiteRulesTable {
  origin: string
  body: string
  fetched_at: number
}

/** Each request that was sent, for a week. */
export interface FetchLogTable {
  seq: Generated<number>
  at: number
  address: string
  wanted: string
  outcome: string
  status: number | null
  bytes: number
  took: number
}
