import { z } from 'zod'

/** One score as a person has labelled it. */
export const goldScoreSchema = z.object({
  model: z.string(),
  variant: z.string().nullish(),
  benchmark: z.string(),
  value: z.number(),
  claimed_by: z.string().nullish(),
  quote: z.string(),
})
export type GoldScore = z.infer<typeof goldScoreSchema>

/** The attributes that the labels know: a fact of another one (a shutdown) is neither right nor wrong by them. */
export const labelledAttributes: ReadonlySet<string> = new Set([
  'price_input',
  'price_output',
  'context_window',
  'max_output',
  'release_date',
  'vendor',
  'license',
  'access',
  'parameters',
  'modalities',
  'availability',
])

/** What a person has labelled in one text. `unsure` counts neither for nor against a reader. */
export const goldSchema = z.object({
  scores: z.array(goldScoreSchema),
  facts: z
    .array(z.object({ model: z.string(), attribute: z.string(), value: z.union([z.string(), z.number()]), quote: z.string() }))
    .default([]),
  risks: z.array(z.object({ model: z.string().nullish(), category: z.string(), quote: z.string() })).default([]),
  models: z.array(z.string()).default([]),
  unsure: z.array(goldScoreSchema).nullish(),
})
export type Gold = z.infer<typeof goldSchema>
