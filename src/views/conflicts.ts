import type { Disagreement, DisagreementKind } from '../corpus/disagreement.ts'
import type { Block, Draft, Text } from '../message/message.ts'
import type { Freshness } from '../storage/models.ts'
import { cited, claimantText } from './claimant-text.ts'
import { freshnessLine } from './freshness.ts'

const perPage = 10
const headings: Record<DisagreementKind, string> = {
  conflict: 'Sources disagree',
  changed: 'Changed since',
  'not comparable': 'Not comparable, though it looks like a conflict',
}

/** Where sources disagree: each side with its claimant, date and source; what is not comparable says why. */
export function conflictsView(
  found: Disagreement[],
  freshness: Freshness,
  asked: { model: string | null; page: number; command: string },
): Draft {
  const about = asked.model ?? 'the newest models'
  const title = `Where sources disagree on ${about}`
  if (found.length === 0)
    return {
      title,
      blocks: [
        { type: 'paragraph', text: [`No disagreement between the sources on ${about}.`] },
        freshnessLine(freshness, about),
      ],
    }
  const pages = Math.ceil(found.length / perPage)
  const page = Math.min(asked.page, pages)
  const shown = found.slice((page - 1) * perPage, page * perPage)
  const blocks: Block[] = [{ type: 'paragraph', text: [summary(found)] }]
  for (const kind of ['conflict', 'changed', 'not comparable'] as const) {
    const items = shown.filter((each) => each.kind === kind).map((each) => disagreementLine(each, asked.model === null))
    if (items.length > 0) blocks.push({ type: 'heading', text: headings[kind] }, { type: 'list', items })
  }
  if (pages > 1) blocks.push({ type: 'context', text: [`Page ${page} of ${pages}.`] })
  const [first] = shown[0]!.sides[0]!.claims
  blocks.push(freshnessLine(freshness, about), {
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
  return `${told.join(', ')}.`
}

/** One disagreement: what about, each side with who says so and when, and the reason. */
export function disagreementLine({ kind, model, about, sides, reason }: Disagreement, withModel: boolean): Text {
  return [
    { text: `${withModel ? `${model}, ` : ''}${about}`, bold: true },
    ': ',
    ...sides.flatMap((side, index): Text => {
      const who = [claimantText(side.claimant), side.published ?? 'undated'].join(
        ', ',
      )
      return [index === 0 ? '' : kind === 'changed' ? ' → ' : ' ↔ ', cited(side.text, side.claims), ` (${who})`]
    }),
    ` — ${reason}.`,
  ]
}
