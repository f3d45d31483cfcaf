/**
 * One family of models as data: how its names are put together and how they are written in full.
 *
 * A name is a head ("Claude", "GPT", "Qwen") and a tail of parts: a version (4.6, V4, K2.5), tiers (Opus, Pro, mini), a size (8B), a date
 * (0528). What says only how a model was run (Max, xHigh, Thinking, Preview) is a variant and no part of the name.
 */
export interface Family {
  family: string
  vendor: string
  /** What the family's names begin with, as usually spelled ("Seedance", "Seedream"); the first one stands for the family. */
  heads: readonly string[]
  /** Other spellings of the first head ("ChatGPT" of GPT, "LLaMA"). */
  synonyms?: readonly string[]
  /** Words that are part of the name, in their usual spelling; longest reading wins. */
  tiers?: readonly string[]
  /** Tiers that stand for the family without its head ("Opus 4.6", "Flash"). */
  alone?: readonly string[]
  /** Letters that begin a version (DeepSeek V and R, Kimi K). With `alonePrefix` a version stands without the head ("K2.5"). */
  prefixes?: readonly string[]
  alonePrefix?: boolean
  /** Letters that may follow a version without a gap (4o, 3n, 4.5V). */
  suffixes?: readonly string[]
  /** Between head and version, and between the other parts; a tier in `hyphened` is always joined by a hyphen. */
  versionJoint?: ' ' | '-' | '.' | ''
  joint?: ' ' | '-'
  hyphened?: readonly string[]
  /** The order in which versions and tiers are written in full; a number is the version from which the tier comes first. */
  order?: 'version first' | 'tier first' | 'as written' | number
  /**
   * What a name needs to be full; less than that is a short name for the reader of the text to resolve. `any`: a version or a tier. A plain
   * head that needs both makes do with a version that has a stop in it ("Seed 1.6").
   */
  full: 'head' | 'version' | 'tier' | 'any' | 'both'
  /** All tiers of one version come out together, so that a tier alone in a list has the version named before ("Nova 2 Pro, Lite"). */
  oneVersion?: boolean
  /** Tiers that make a full name without a version ("Claude Mythos Preview"). */
  whole?: readonly string[]
  /** The head is a plain word: only as spelled here, or in lower case with a hyphen ("phi-4"), and only with what `full` asks for. */
  plain?: boolean
  /** The head alone is also the vendor's or a product's name, so alone it is no model. */
  headIsVendor?: boolean
  /** A size is part of the name, or (default) only where the text glues it on or the family lists nothing else. */
  sizes?: 'name' | 'variant'
  /** A date tag may follow after a space ("R1 0528"); where it is a variant, the model is known by the name without it ("Magistral-Small-2506"). */
  dates?: boolean | 'variant'
  /** Effort words that are names in this family ("Kimi K2 Thinking", "Qwen3-Max"). */
  named?: readonly string[]
  /** A capitalised word that nobody lists may be a tier, if a version follows or the head is no plain word ("Claude Fable 5"). */
  open?: boolean
  /** Largest whole number of a version (default 9): a bigger one is a score, a year or a count. */
  highest?: number
  /** Words after the head that make it a product and no model ("Claude Code"). */
  products?: readonly string[]
}
