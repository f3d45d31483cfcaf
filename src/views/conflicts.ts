import { type Attribute, attributes, type Claimant } from '../claim.ts'
import type { Disagreement, DisagreementKind, Side } from '../corpus/disagreement.ts'
import { canonicalVendor } from '../lexicon/canonical.ts'
import type { Block, Citation, Draft, Text } from '../message/message.ts'
import type { Freshness } from '../storage/models.ts'
import { cited, claimantText } from './claimant-text.ts'
import { factLabel, factValueText } from './fact-text.ts'
import { freshnessLine } from './freshness.ts'

/** How many disagreements one answer shows; the rest are on the next pages. */
export const disagreementsPerPage = 8
/** A side names no more sources than these in words; all are cited. */
const mostNamed = 3
const headings: Record<DisagreementKind, string> = {
  conflict: 'Sources disagree',
  changed: 'Changed since',
  'not comparable': 'Not comparable, though it looks like a conflict',
}
/** The disagreements of one page: those that a view shows, and whose sources it needs. */
export function pageOf(found: Disagreement[], page: number): { shown: Disagreement[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(found.length / disagreementsPerPage))
  const at = Math.min(page, pages)
  return { shown: found.slice((at - 1) * disagreementsPerPage, at * disagreementsPerPage), page: at, pages }
}

/**
 * Where sources disagree: what about and why, and below it each side with who says so, where and when; what is not comparable says why.
 * `looked`: at so many models. `sources`: what stands behind the claims of the page that is shown.
 */
export function conflictsView(
  found: Disagreement[],
  freshness: Freshness,
  asked: { model: string | null; looked: number; page: number; command: string },
  sources: Readonly<Record<string, Citation>>,
): Draft {
  const about = asked.model ?? 'the newest models'
  const title = `Where sources disagree on ${about}`
  if (found.length === 0)
    return {
      title,
      blocks: [
        { type: 'paragraph', text: [`No disagreement between the sources on ${about}.`] },
        freshnessLine(freshness, asked.model ?? 'all models'),
      ],
    }
  const { shown, page, pages } = pageOf(found, asked.page)
  const blocks: Block[] = [
    { type: 'paragraph', text: [`${summary(found)}${asked.model === null ? ` on the ${asked.looked} newest models` : ''}.`] },
  ]
  for (const kind of ['conflict', 'changed', 'not comparable'] as const) {
    const entries = shown.filter((each) => each.kind === kind)
    if (entries.length > 0) blocks.push({ type: 'heading', text: headings[kind] })
    for (const each of entries) {
      blocks.push(
        {
          type: 'paragraph',
          text: [{ text: heading(each.model, each.about, asked.model === null), bold: true }, ` — ${each.reason}.`],
        },
        { type: 'list', items: each.sides.map((side) => sideLine(side, each, sources)) },
      )
    }
  }
  if (pages > 1) blocks.push({ type: 'context', text: [`Page ${page} of ${pages}.`] })
  const [first] = shown[0]!.sides[0]!.claims
  blocks.push(freshnessLine(freshness, asked.model ?? 'all models'), {
    type: 'actions',
    buttons: [
      ...(page < pages ? [{ label: 'Next page', command: `${asked.command} page:${page + 1}` }] : []),
      ...(page > 1 ? [{ label: 'Previous page', command: `${asked.command} page:${page - 1}` }] : []),
      ...(first ? [{ label: 'Evidence of the first', command: `evidence ${first}` }] : []),
      ...(asked.model ? [{ label: `About ${asked.model}`, command: `launch ${asked.model}` }] : []),
    ],
  })
  return { title, blocks }
}

function summary(found: Disagreement[]): string {
  const told = (['conflict', 'changed', 'not comparable'] as const)
    .map((kind) => ({ kind, count: found.filter((each) => each.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind === 'conflict' && count > 1 ? 'conflicts' : kind}`)
  return told.join(', ')
}

function heading(model: string, about: string, withModel: boolean): string {
  const attribute = attributeOf(about)
  const label = attribute ? factLabel(attribute) : `${about.slice(0, 1).toUpperCase()}${about.slice(1)}`
  return withModel ? `${model}: ${label}` : label
}

/** The attribute that a disagreement is about, where it is about a fact. */
const attributeOf = (about: string): Attribute | undefined => attributes.find((each) => each.replace('_', ' ') === about)

const nobody: Claimant = { kind: 'unstated', name: null }

function sideLine(side: Side, { about, sourcesOwn }: Disagreement, sources: Readonly<Record<string, Citation>>): Text {
  // a denial is cited by the report that tells it, and has a claimant of its own
  const alone = side.claims.length === 1
  const said = [
    ...new Set(
      side.claims.flatMap((claim) =>
        sources[claim]
          ? [sourceWords(sourcesOwn ? nobody : alone ? side.claimant : sources[claim].claimant, sources[claim])]
          : [],
      ),
    ),
  ]
  const named = said.slice(0, mostNamed).join('; ')
  const more = said.length - mostNamed
  return [
    cited(valueText(about, side.text), side.claims),
    ` — ${named || dated(side.published)}${more > 0 ? `; ${more} more` : ''}`,
  ]
}

/** Who says so, in which publication, when: "Scale AI, in chatforest.com, 2026-05", "Meta’s own word, in Organic Intel, undated". */
function sourceWords(claimant: Claimant, { publisher, published }: Citation): string {
  const { kind, name } = claimant
  const same = publisher !== null && name !== null && (name === publisher || canonicalVendor(publisher) === name)
  const who =
    kind === 'vendor'
      ? `${name ?? 'the maker'}’s own word`
      : kind === 'independent' && !same
        ? (name ?? 'an independent test')
        : null
  const where = who === null ? (publisher ?? 'publisher unknown') : same || publisher === null ? null : `in ${publisher}`
  return [who, where, dated(published)].filter((part) => part !== null).join(', ')
}

const dated = (published: string | null): string => published ?? 'undated'

/** A side as people read it: token counts and prices in words, the rest as it stands. */
function valueText(about: string, text: string): string {
  const attribute = attributeOf(about)
  return attribute ? factValueText(attribute, text) : text
}

/** One disagreement in one line: what about, each side with who says so and when where that is known, and the reason. */
export function disagreementLine({ kind, model, about, sides, reason, sourcesOwn }: Disagreement, withModel: boolean): Text {
  return [
    { text: heading(model, about, withModel), bold: true },
    ': ',
    ...sides.flatMap((side, index): Text => {
      const who = [sourcesOwn || side.claimant.kind === 'unstated' ? null : claimantText(side.claimant), side.published]
        .filter(Boolean)
        .join(', ')
      const join = index === 0 ? '' : kind === 'changed' ? ' → ' : ' ↔ '
      return [join, cited(valueText(about, side.text), side.claims), who === '' ? '' : ` (${who})`]
    }),
    ` — ${reason}.`,
  ]
}
