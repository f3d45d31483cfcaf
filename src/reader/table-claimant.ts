import type { Claimant } from '../claim.ts'
import { canonicalVendor } from '../lexicon/canonical.ts'
import { findModels } from '../lexicon/find-models.ts'
import { findTesters } from '../lexicon/testers.ts'
import { type Claimants, claimantIn } from './claimants.ts'
import type { Passage } from './passages.ts'
import type { Grid } from './table-grid.ts'

const attributed =
  /\b(?:(?:scores?|results?|numbers?|figures?|data|benchmarks?|values|as) (?:reported|published|measured|provided|disclosed|listed) by|(?:reported|measured|evaluated|tested|run) by|sources?:|courtesy of) (?:the )?(?<who>[A-Z][\w.&'-]*(?: [A-Z][\w.&-]*){0,3})/

/**
 * Who stands behind the numbers of a table, by the test: caption, notes or the line that opens it speak first ("Source: X", "as reported by X"),
 * then what headings and paragraphs above said, then the publisher. `passage`: the table's own, whose cells name no claimant.
 */
export function tableClaimant(
  grid: Grid,
  passage: Passage | undefined,
  said: Claimants,
  maker: string | null,
): (benchmark: string) => Claimant {
  const opening = grid.lead?.endsWith(':') ? grid.lead : null
  for (const text of [grid.caption, grid.notes, opening]) {
    if (!text) continue
    const named = claimantIn(text, maker) ?? source(text)
    if (named) return () => named
  }
  if (grid.lead && allSelfReported.test(grid.lead)) return () => ({ kind: 'vendor', name: null })
  if (!passage) return () => ({ kind: 'unstated', name: null })
  const silent = { ...passage, text: '', sentences: [] }
  return (benchmark) => said.of(silent, 0, benchmark)
}

/** "Vendor self-reported scores for current models.": the paragraph above is about all the numbers of the table. */
const allSelfReported =
  /^(?:all |the |these |vendors?(?:'s?)? )*self-reported (?:benchmarks?|scores?|results?|numbers?|figures?)\b|\b(?:all|every|these) (?:of )?(?:the )?(?:scores?|results?|numbers?|figures?|rows?) (?:below |here )?(?:are|is) (?:vendor |all )?self-reported\b/i

function source(text: string): Claimant | null {
  const who = attributed.exec(text)?.groups?.who
  return who ? named(who) : null
}

/** A maker or tester by its name alone, as in a column "Reported by"; null for any other text. */
export function named(who: string): Claimant | null {
  if (/\bnot (?:self|vendor)[- ]?reported\b/i.test(who)) return { kind: 'independent', name: null }
  if (/\b(?:self|vendor|maker|company)[- ]?reported\b|^vendor$/i.test(who)) return { kind: 'vendor', name: null }
  const vendor = canonicalVendor(who.trim()) ?? canonicalVendor(who.trim().split(' ')[0] ?? '')
  if (vendor) return { kind: 'vendor', name: vendor }
  const tester = findTesters(who)[0]
  return tester ? { kind: 'independent', name: tester.name } : null
}

/** A note that is no more than who reports the number: "70.1 (NVIDIA-measured)", "73.4 (vendor)". */
export function noted(note: string): Claimant | null {
  const [family, more] = findModels(note)
  if (family?.bare && more === undefined && family.end - family.start === note.length)
    return { kind: 'vendor', name: family.vendor }
  return named(note.replace(/[ -](?:measured|reported|published|tested|run|self-reported)$|^(?:per|by|from|via) /gi, ''))
}
