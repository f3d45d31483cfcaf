import { z } from 'zod'

/** Who stands behind a claim. `press`: the outlet's own reporting or judgement. `unstated`: the text names nobody. */
export const claimantKinds = ['vendor', 'independent', 'press', 'unstated'] as const
export type ClaimantKind = (typeof claimantKinds)[number]
export const claimantSchema = z.object({ kind: z.enum(claimantKinds), name: z.string().nullable() })
export type Claimant = z.infer<typeof claimantSchema>

/** How a text writes a number; two units never make two numbers differ (42.8 = 42.8%). */
export const units = ['%', 'points', 'elo', 'index', 'x', 'seconds'] as const
export type Unit = (typeof units)[number]

/** What was run how: the parts of a setting that decide whether two numbers may be compared. */
export const settingKeys = [
  'effort',
  'tools',
  'harness',
  'shots',
  'attempts',
  'agents',
  'version',
  'subset',
  'date',
  'preview',
  'size',
] as const
export type SettingKey = (typeof settingKeys)[number]
const settingSchema = z.partialRecord(z.enum(settingKeys), z.string())
export type Setting = z.infer<typeof settingSchema>

/** A stretch of the article's text, character for character: `article.text.slice(start, end) === quote`. */
export const spanShape = { start: z.int(), end: z.int(), quote: z.string().min(1) }

const base = {
  id: z.string(),
  article: z.string(),
  ...spanShape,
  claimant: claimantSchema,
  /** Said again in a FAQ, key points or summary box of the same article: read, but no second source. */
  restated: z.boolean(),
}

/** One number: a model (`variant` as the text words it: effort, tools, size, preview…) on a named benchmark. */
export const scoreSchema = z.object({
  type: z.literal('score'),
  ...base,
  model: z.string(),
  variant: z.string().nullable(),
  benchmark: z.string(),
  value: z.number(),
  unit: z.enum(units),
  setting: settingSchema,
  approximate: z.boolean(),
  bound: z.enum(['at least', 'at most']).nullable(),
})
export type Score = z.infer<typeof scoreSchema>

/**
 * A is ahead of, behind or level with B, with no number. `rival`: a model, or a maker for its newest models as a group ("OpenAI").
 * `benchmark` null: in general, or in the `field` that the text names ("coding"); `field` null: in general.
 */
export const orderSchema = z.object({
  type: z.literal('order'),
  ...base,
  model: z.string(),
  variant: z.string().nullable(),
  rival: z.string(),
  rivalVariant: z.string().nullable(),
  benchmark: z.string().nullable(),
  field: z.string().nullable(),
  relation: z.enum(['ahead', 'behind', 'level']),
})
export type Order = z.infer<typeof orderSchema>

/**
 * Values: prices "N USD per 1M tokens"; context_window and max_output a whole number of tokens ("400000"); dates YYYY-MM-DD or
 * YYYY-MM; access one of open-weights, open-source, api, closed, app-only, preview. The rest as the text says it.
 */
export const attributes = [
  'vendor',
  'release_date',
  'access',
  'license',
  'availability',
  'price_input',
  'price_output',
  'context_window',
  'max_output',
  'parameters',
  'modalities',
  'deprecation',
] as const
export type Attribute = (typeof attributes)[number]
/** `condition`: what the value holds under ("cached", "batch", "over 200K tokens", "beta", "coming weeks"), or null. */
export const factSchema = z.object({
  type: z.literal('fact'),
  ...base,
  model: z.string(),
  variant: z.string().nullable(),
  attribute: z.enum(attributes),
  value: z.string().min(1),
  condition: z.string().nullable(),
})
export type Fact = z.infer<typeof factSchema>

export const riskCategories = [
  'privacy',
  'safety',
  'misinformation',
  'medical',
  'security',
  'bias',
  'copyright',
  'reliability',
  'unverified_claims',
  'lock_in',
  'regulation',
  'evaluation',
  'cost',
  'environment',
  'jobs',
] as const
export type RiskCategory = (typeof riskCategories)[number]
export const riskStatuses = [
  'realised',
  'reported by a tester',
  'disclosed by the vendor',
  'raised as a concern',
  'speculative',
] as const
export type RiskStatus = (typeof riskStatuses)[number]
export const severities = ['high', 'medium', 'low'] as const
export type Severity = (typeof severities)[number]

/** What was said in answer to a risk: a safeguard that is in place, or a denial. */
export const replySchema = z.object({ ...spanShape, kind: z.enum(['mitigation', 'denial']), claimant: claimantSchema })
export type Reply = z.infer<typeof replySchema>

/** A harm, limit, doubt or open question. `severity` follows from the rule named in `rule`, never from an opinion. */
export const riskSchema = z.object({
  type: z.literal('risk'),
  ...base,
  model: z.string().nullable(),
  category: z.enum(riskCategories),
  status: z.enum(riskStatuses),
  severity: z.enum(severities),
  rule: z.string(),
  replies: z.array(replySchema),
})
export type Risk = z.infer<typeof riskSchema>

export const aspects = ['what', 'availability', 'performance', 'safety', 'business', 'next'] as const
export type Aspect = (typeof aspects)[number]
/** A sentence worth quoting as it stands. `weight` 0–1: how much it tells about its aspect. */
export const statementSchema = z.object({
  type: z.literal('statement'),
  ...base,
  model: z.string().nullable(),
  aspect: z.enum(aspects),
  weight: z.number(),
})
export type Statement = z.infer<typeof statementSchema>

export const claimSchema = z.discriminatedUnion('type', [scoreSchema, orderSchema, factSchema, riskSchema, statementSchema])
export type Claim = z.infer<typeof claimSchema>

/** A sentence or cell whose number no pattern read, or that two patterns wanted: shown to operators, never to readers. */
export const unparsedSchema = z.object({ ...spanShape, reason: z.string() })
export type Unparsed = z.infer<typeof unparsedSchema>

/** All that one article says, as far as it could be read. `models`: each model it names, in its usual spelling. */
export interface Reading {
  models: string[]
  claims: Claim[]
  unparsed: Unparsed[]
}
