import type { Generated } from 'kysely'
import type { FeedTables } from './feed-tables.ts'

/**
 * Every table, typed once for both engines. Portable column rules: times are epoch milliseconds, booleans 0/1, JSON is text, no arrays,
 * sentences are offsets into the article's text. Where a `…_key` column stands, it is the slug that look-ups compare.
 */
export interface Tables extends FeedTables {
  article: ArticleTable
  claim: ClaimTable
  finding: FindingTable
  mention: MentionTable
  model: ModelTable
  likeness: LikenessTable
  support: SupportTable
  unparsed: UnparsedTable
  meta: MetaTable
  event: EventTable
  short_key: ShortKeyTable
  installation: InstallationTable
  known_article: KnownArticleTable
  article_change: ArticleChangeTable
  schedule: ScheduleTable
  message: MessageTable
  delivery: DeliveryTable
  message_claim: MessageClaimTable
  watch: WatchTable
  cooldown: CooldownTable
}

/** One article as it was read. `origin` is the id of the first article with the same story: six copies of one wire story share it. */
export interface ArticleTable {
  seq: Generated<number>
  id: string
  title: string
  url: string | null
  publisher: string | null
  publisher_key: string
  author: string | null
  published: string | null
  /** `published` as time, for ordering; where unknown, null. */
  published_at: number | null
  form: string
  kind: string
  models: string
  links: string
  text: string
  blocks: string
  fingerprint: string
  origin: string
  read_at: number
  reader: string
}

/** One claim. `body` is the whole claim as JSON; the columns beside it are what queries filter and order by. */
export interface ClaimTable {
  id: string
  article: string
  finding: string
  type: string
  model_key: string | null
  subject_key: string
  rival_key: string | null
  claimant_kind: string
  /** These two are its article's, so that no count reads a text. */
  publisher_key: string
  origin: string
  rank: number
  restated: number
  published_at: number | null
  /** The article's date as it is known, YYYY-MM-DD or YYYY-MM: what a person is shown. */
  published: string | null
  body: string
}

/**
 * Claims that say the same, merged: same kind, model, variant, subject, setting, value and kind of claimant. Kept up at each ingest, so that no
 * command reads an article again. `subject_key`: benchmark, attribute, risk category or aspect.
 */
export interface FindingTable {
  id: string
  type: string
  model_key: string | null
  subject_key: string
  /** The other model of an order; null elsewhere. */
  rival_key: string | null
  claimant_kind: string
  /** Orders a list: severity of a risk, weight of a statement; 0 elsewhere. Higher first. */
  rank: number
  articles: number
  origins: number
  first_at: number | null
  last_at: number | null
  /** The oldest article's date as it is known. */
  first_published: string | null
  /** The claim that represents the finding, whole, as JSON. */
  body: string
  /** JSON: up to eight claim ids, one an origin, oldest first. */
  claims: string
}

/** A model that an article names. `weight`: 2 the article is about it, 1 it is compared or has claims, 0 it is named. */
export interface MentionTable {
  article: string
  model_key: string
  weight: number
  published: string | null
  published_at: number | null
  /** That of its article, so that no count reads a text. */
  origin: string
}

/** Each model of the corpus, with how many articles name it and how many are about it. */
export interface ModelTable {
  key: string
  name: string
  vendor: string | null
  articles: number
  topics: number
  first_published: string | null
  first_at: number | null
  last_at: number | null
}

/** How many figures and facts on a model a publisher states, each once, and how many of these an independent origin beside it states too; `model_key` '' is all models. */
export interface SupportTable {
  publisher_key: string
  model_key: string
  claims: number
  corroborated: number
}

/** Hashes by which copies of one story are found: `kind` is text, figures or links. */
export interface LikenessTable {
  article: string
  kind: string
  hash: string
}

export interface UnparsedTable {
  article: string
  start_at: number
  end_at: number
  quote: string
  reason: string
}

export interface MetaTable {
  name: string
  value: string
}

/** Events of a platform that were handled: each once, whoever of us got it. */
export interface EventTable {
  id: string
  at: number
}

/** A typed command too long for a button, under a short key. */
export interface ShortKeyTable {
  key: string
  value: string
}

/** One workspace where the app is installed; `body` is encrypted. */
export interface InstallationTable {
  id: string
  adapter: string
  team: string | null
  enterprise: string | null
  body: string
  state: string
  at: number
}

/**
 * The order in which articles were noticed, whatever their dates: a digest's window is a range of `seq`, so that each article falls into exactly one.
 * `fingerprint` is that of the text that posts were made from; `seen_at` is when it was noticed.
 */
export interface KnownArticleTable {
  seq: number
  article: string
  fingerprint: string
  published_at: number | null
  seen_at: number
}

/** A known article whose text changed or that went: until the posts that cite it were looked at. */
export interface ArticleChangeTable {
  article: string
  at: number
}

/** One channel's schedule. `slot_done`: the last local slot that was dealt with; `next_at`: when the tick looks at it again; `since`: `known_article.seq` up to which it has told. */
export interface ScheduleTable {
  id: string
  adapter: string
  team: string | null
  channel: string
  owner: string | null
  cron: string
  zone: string
  filters: string
  quiet: string
  missed: string
  spread: number
  state: string
  reason: string | null
  slot_done: string
  next_slot: string | null
  next_at: number | null
  since: number
  created_at: number
}

/** A message that is or was to be posted, once for all channels that get the same. */
export interface MessageTable {
  id: string
  body: string
}

/**
 * The outbox. `id` is the hash of what makes the delivery itself (schedule and local slot; watch and range; correction). `message` null: not yet composed.
 * `posted`: ids of the payloads that are out, in order; `trying`: the payload whose post was begun and not settled: in doubt once the lease is over.
 * `edits`: ids of the posts whose content this one replaces, as JSON.
 */
export interface DeliveryTable {
  id: string
  kind: string
  schedule: string | null
  slot: string | null
  adapter: string
  team: string | null
  channel: string | null
  person: string | null
  thread: string | null
  edits: string | null
  token_scope: string
  channel_scope: string
  state: string
  message: string | null
  about: string
  run_at: number
  expires_at: number
  lease_until: number | null
  worker: string | null
  attempts: number
  posted: string
  trying: number | null
  tried_at: number | null
  error: string | null
  receipt: string | null
  created_at: number
  settled_at: number | null
}

/** Which claims a message cites, and what they say: by them corrections and answers find what was posted, also when the claim itself is gone. */
export interface MessageClaimTable {
  message: string
  claim: string
  article: string
  finding: string
  type: string
  model_key: string | null
  subject_key: string
}

/** What a channel watches: a model or a vendor, and which kinds of news. */
export interface WatchTable {
  id: string
  adapter: string
  team: string | null
  channel: string
  owner: string | null
  subject: string
  name: string
  key: string
  kinds: string
  since: number
  state: string
  reason: string | null
  created_at: number
}

/** Until when nothing more goes out under a token or into a channel, for all processes. */
export interface CooldownTable {
  scope: string
  until: number
}
