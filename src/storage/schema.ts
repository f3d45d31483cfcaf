import type { Generated } from 'kysely'

/**
 * Every table, typed once for both engines. Portable column rules: times are epoch milliseconds, booleans 0/1, JSON is text, no arrays,
 * sentences are offsets into the article's text. Where a `…_key` column stands, it is the slug that look-ups compare.
 */
export interface Tables {
  article: ArticleTable
  claim: ClaimTable
  finding: FindingTable
  mention: MentionTable
  model: ModelTable
  likeness: LikenessTable
  unparsed: UnparsedTable
  meta: MetaTable
  event: EventTable
  short_key: ShortKeyTable
  installation: InstallationTable
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
  rank: number
  restated: number
  published_at: number | null
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
  published_at: number | null
}

/** Each model of the corpus, with how many articles name it and how many are about it. */
export interface ModelTable {
  key: string
  name: string
  vendor: string | null
  articles: number
  topics: number
  first_at: number | null
  last_at: number | null
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
