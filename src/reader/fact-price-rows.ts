import { canonicalModel } from '../lexicon/canonical.ts'
import { everyMatch } from '../lexicon/every-match.ts'
import { findCompanies, makerPrefix } from './fact-vendor.ts'

/** One row of a price table whose cells have run together. Offsets are into the text that was given. */
export interface PriceRow {
  start: number
  end: number
  model: string
  variant: string | null
  /** Amounts as written, in dollars per million tokens. */
  input: string
  output: string
  condition: string | null
}

const amounts = /\$(\d{1,4}(?:\.\d{1,4})?) ?\$(\d{1,4}(?:\.\d{1,4})?)(?: ?\$(\d{1,4}(?:\.\d{1,4})?))?(?![\d.]*\d)/g
const head = /(?:Input|INPUT)[^$]{0,40}(?:Output|OUTPUT)(?![a-z])[^$]{0,160}$/
const longestName = 70

/** The model whose name ends a stretch of text, however much is glued to its front ("Some CloudGrok 4 Fast (reasoning)"). */
function modelAtEnd(gap: string): { at: number; model: string; variant: string | null; condition: string | null } | null {
  const tier =
    / ?\((?:≤|<=?|up to |under )[ ]?(\d{1,4}[KkMm])[^)]{0,12}\)$| ?\((?:>=?|≥|over |above )[ ]?(\d{1,4}[KkMm])[^)]{0,12}\)$/.exec(
      gap.trimEnd(),
    )
  const name = (tier === null ? gap : gap.slice(0, tier.index)).trimEnd()
  const condition =
    tier === null
      ? null
      : tier[1] === undefined
        ? `over ${(tier[2] as string).toUpperCase()} tokens`
        : `up to ${tier[1].toUpperCase()} tokens`
  const starts = [0, makerPrefix(name), ...findCompanies(name).map((c) => c.end)]
  for (const m of name.matchAll(/(?<=[a-z0-9)I])(?=[A-Z])|(?<=\s)(?=\S)/g)) starts.push(m.index)
  for (const at of [...new Set(starts)].sort((a, b) => a - b)) {
    const whole = name.slice(at).trim()
    const bracket = /^(.{2,50}?) ?\(([^()]{2,30})\)$/.exec(whole)
    const known = canonicalModel(whole)
    if (known !== null) return { at, model: known.name, variant: known.variant, condition }
    const bare = bracket === null ? null : canonicalModel(bracket[1] as string)
    if (bare !== null) return { at, model: bare.name, variant: bracket?.[2] ?? null, condition }
  }
  return null
}

/**
 * Rows of a price table that a bad extraction has run together ("… Input Output Total Qwen3-Max$1.20$6.00$7.20Alibaba CloudGrok 4$3.00…").
 * Read only under a head that names input before output, with two rows at least; a third sum must be the total of the two, and a name
 * must be one that the lexicon's grammar knows to its end. Time is linear: names are looked for in at most 70 characters.
 */
export function findPriceRows(text: string): PriceRow[] {
  const matches = everyMatch(text, amounts)
  const [first] = matches
  if (first === undefined || matches.length < 2) return []
  // the first row's name stands between head and sums
  if (!head.test(text.slice(Math.max(0, first.index - 240), first.index))) return []
  const rows: PriceRow[] = []
  let before = Math.max(0, first.index - longestName)
  for (const m of matches) {
    const [whole, input, output, total] = m as unknown as [string, string, string, string | undefined]
    const from = Math.max(before, m.index - longestName)
    before = m.index + whole.length
    if (total !== undefined && Math.abs(Number(input) + Number(output) - Number(total)) > 0.011) continue
    const named = modelAtEnd(text.slice(from, m.index))
    if (named === null) continue
    const { at, model, variant, condition } = named
    rows.push({ start: from + at, end: m.index + whole.length, model, variant, input, output, condition })
  }
  return rows.length < 2 ? [] : rows
}

/** A line that is nothing but the head of a price table: "Model Input Output", "Model / Input (per 1M) / Output (per 1M)". */
export const priceHead = /^(?:[\w ()|/$,.-]{0,40}(?:\b|(?<=[a-z])))?Input\b[\w ()|/$,.-]{0,30}\bOutput\b[\w ()|/$,.-]{0,40}$/i

/**
 * The row that a line of its own is, under such a head: a model's name and two or three sums, nothing else ("Nova 2 $0.15 $0.60"). Null
 * where the name is not known to its end, where input costs more than output, or a third sum is not the total.
 */
export function priceRowAlone(text: string): PriceRow | null {
  if (text.length > 120) return null
  const [m, more] = everyMatch(text, amounts)
  if (m === undefined || more !== undefined || m.index + m[0].length !== text.trimEnd().length) return null
  const [, input, output, total] = m as unknown as [string, string, string, string | undefined]
  if (Number(input) > Number(output)) return null
  if (total !== undefined && Math.abs(Number(input) + Number(output) - Number(total)) > 0.011) return null
  const named = modelAtEnd(text.slice(0, m.index))
  if (named === null || named.at > 0) return null
  const { model, variant, condition } = named
  return { start: 0, end: m.index + m[0].length, model, variant, input, output, condition }
}
