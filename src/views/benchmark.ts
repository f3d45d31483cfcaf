import { scoreWords, variantWords } from '../corpus/score-words.ts'
import type { Standings } from '../corpus/standings.ts'
import type { Action, Block, Draft } from '../message/message.ts'
import type { Freshness } from '../storage/models.ts'
import { cited, claimantText } from './claimant-text.ts'
import { freshnessLine } from './freshness.ts'

const perPage = 20
const mostCharted = 10
const titles = {
  independent: 'Independent numbers',
  vendor: 'Vendors’ own numbers',
  unstated: 'Numbers with no tester named',
  press: '',
} as const

/** Who has what on a benchmark: one table a kind of claimant, best first, and a chart of the best. */
export function benchmarkView(standings: Standings, freshness: Freshness, asked: number): Draft {
  const { benchmark, groups, lowerIsBetter, category } = standings
  const all = groups.flatMap(({ by, standings }) => standings.map((standing) => ({ by, ...standing })))
  if (all.length === 0) {
    return {
      title: benchmark,
      blocks: [
        { type: 'paragraph', text: [`No article gives a number on ${benchmark}.`] },
        freshnessLine(freshness, 'all models'),
      ],
    }
  }
  const pages = Math.ceil(all.length / perPage)
  const page = Math.min(asked, pages)
  const shown = all.slice((page - 1) * perPage, page * perPage)
  const models = [...new Set(all.map(({ score }) => score.model))]
  const about = [category ?? '', lowerIsBetter ? 'lower is better' : ''].filter(Boolean).join(', ')
  const blocks: Block[] = [
    {
      type: 'paragraph',
      text: [
        `${models.length === 1 ? 'One model has' : `${models.length} models have`} numbers on ${benchmark}${about ? ` (${about})` : ''}. Lists are apart by who measured; settings may differ within one, as the brackets say.`,
      ],
    },
  ]
  for (const { by } of groups) {
    const rows = shown.filter((standing) => standing.by === by)
    if (rows.length === 0) continue
    blocks.push(
      { type: 'heading', text: titles[by] },
      {
        type: 'table',
        caption: `${benchmark}: ${titles[by].toLowerCase()}`,
        columns: [
          { label: 'Model', align: 'left' },
          { label: 'Number', align: 'right' },
          { label: 'Measured by', align: 'left' },
        ],
        rows: rows.map(({ score, claims }) => [
          { text: [score.model + (variantWords(score) ? ` (${variantWords(score)})` : '')] },
          { text: [cited(scoreWords(score, false), claims)], value: score.value },
          { text: [claimantText(score.claimant)] },
        ]),
      },
    )
  }
  if (page === 1) blocks.push(...chart(standings))
  if (pages > 1) blocks.push({ type: 'context', text: [`Page ${page} of ${pages}: ${all.length} numbers in all.`] })
  blocks.push(freshnessLine(freshness, 'all models'), { type: 'actions', buttons: buttons(benchmark, models, page, pages) })
  return { title: benchmark, blocks }
}

function chart({ benchmark, groups, lowerIsBetter }: Standings): Block[] {
  const charted = groups
    .map(({ by, standings }) => ({
      label: titles[by],
      bars: standings.slice(0, mostCharted).map(({ score }) => ({
        label: score.model + (variantWords(score) ? ` ${variantWords(score)}` : ''),
        value: score.value,
        text: scoreWords(score, false),
        by,
      })),
    }))
    .filter(({ bars }) => bars.length > 1)
  if (charted.length === 0) return []
  const alt = charted.map(({ label, bars }) => `${label}: ${bars.map((bar) => `${bar.label} ${bar.text}`).join(', ')}`).join('. ')
  return [{ type: 'image', chart: { kind: 'bars', title: benchmark, groups: charted, lowerIsBetter }, alt }]
}

function buttons(benchmark: string, models: string[], page: number, pages: number): Action[] {
  return [
    ...(page < pages ? [{ label: 'Next page', command: `benchmark ${benchmark} page:${page + 1}` }] : []),
    ...(page > 1 ? [{ label: 'Previous page', command: `benchmark ${benchmark} page:${page - 1}` }] : []),
    ...(models.length > 1 ? [{ label: 'Compare the first two', command: `compare ${models[0]}, ${models[1]}` }] : []),
  ]
}
