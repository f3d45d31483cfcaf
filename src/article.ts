import { z } from 'zod'

/**
 * What a stretch of an article is. `faq` and `keypoint` restate the body: they are read, but never counted as a second
 * source. `boilerplate` (share bars, comments, related links, author boxes) is never read for claims.
 */
export const blockKinds = [
  'title',
  'heading',
  'paragraph',
  'item',
  'table',
  'caption',
  'quote',
  'faq',
  'keypoint',
  'boilerplate',
] as const
export type BlockKind = (typeof blockKinds)[number]

/** One table cell: a half-open range [start, end) of UTF-16 offsets into the article's text. */
export const cellSchema = z.object({ start: z.int(), end: z.int(), header: z.boolean().optional() })
export type Cell = z.infer<typeof cellSchema>

/** A half-open range [start, end) of UTF-16 offsets into the article's text. `level`: heading level 1–6, or list depth from 1. */
export const blockSchema = z.object({
  kind: z.enum(blockKinds),
  start: z.int(),
  end: z.int(),
  level: z.int().optional(),
  rows: z.array(z.array(cellSchema)).optional(),
})
export type Block = z.infer<typeof blockSchema>

/** `article`: the text as published. `notes`: somebody's own report of a source; never shown as the publisher's wording. */
export const forms = ['article', 'notes'] as const
export type Form = (typeof forms)[number]

/** What sort of source it is, where known: it decides how a claim without a named claimant is labelled. */
export const sourceKinds = ['vendor', 'news', 'analysis', 'independent-test', 'newsletter', 'community', 'unknown'] as const
export type SourceKind = (typeof sourceKinds)[number]

/**
 * One published text. `text` never changes after it is stored; every offset in blocks and claims points into it
 * (`text.slice(start, end)`). `published` is YYYY-MM-DD, or YYYY-MM where no day is known.
 */
export const articleSchema = z.object({
  id: z.string().min(1),
  title: z.string(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  published: z
    .string()
    .regex(/^\d{4}-\d{2}(-\d{2})?$/)
    .nullable(),
  form: z.enum(forms),
  kind: z.enum(sourceKinds),
  models: z.array(z.string()),
  links: z.array(z.string()),
  text: z.string(),
  blocks: z.array(blockSchema),
  fingerprint: z.string(),
})
export type Article = z.infer<typeof articleSchema>
