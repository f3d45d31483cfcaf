import type { Comparison, Entry, Row, Verdict } from '../corpus/compare.ts'
import { scoreWords, variantWords } from '../corpus/score-words.ts'
import type { Action, Bar, Block, Cell, Draft, Span } from '../message/message.ts'
import type { Freshness } from '../storage/models.ts'
import { cited } from './claimant-text.ts'
import { freshnessLine } from './freshness.ts'

const kindWords = { independent: 'independent', vendor: 'vendor', press: 'unstated', unstated: 'unstated' } as const

/** Models side by side: a line that counts who leads where numbers compare, the table, a chart, and what the marks mean. */
export function comparisonView(
  comparison: Comparison,
  freshness: Freshness,
  options: { category?: string; page?: number } = {},
): Draft {
  const { models, rows } = comparison
  const on = options.category ? ` on ${options.category}` : ''
  const title = `${models.join(' vs ')}${on}`
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage))
  const page = Math.min(options.page ?? 1, pages)
  if (rows.length === 0) {
    return {
      title,
      blocks: [
        { type: 'paragraph', text: [`No article gives a benchmark number for ${models.join(' or ')}${on}.`] },
        freshnessLine(freshness, models.join(' or ')),
        { type: 'actions', buttons: models.map((model) => ({ label: `About ${model}`, command: `launch ${model}` })) },
      ],
    }
  }
  return {
    title,
    blocks: [
      { type: 'paragraph', text: verdictText(comparison) },
      {
        type: 'table',
        caption: `Benchmark numbers as the sources give them${on}`,
        columns: [
          { label: 'Benchmark', align: 'left' },
          { label: 'Measured by', align: 'left' },
          ...models.map((model) => ({ label: model, align: 'right' as const })),
        ],
        rows: rows
          .slice((page - 1) * rowsPerPage, page * rowsPerPage)
          .map((row) => [
            { text: [row.benchmark + (row.lowerIsBetter ? ' (lower is better)' : '')] },
            { text: [measuredBy(row)] },
            ...row.cells.map(cellOf),
          ]),
      },
      ...(pages > 1
        ? [
            {
              type: 'context' as const,
              text: [`Page ${page} of ${pages}: ${rows.length} rows in all, those that most of these models share first.`],
            },
          ]
        : []),
      ...(page === 1 ? chart(comparison, title) : []),
      {
        type: 'context',
        text: [
          'Bold leads its row among numbers that may be compared (one source, or the same stated setting). “vendor” is a maker’s own number, also for its rivals; “unstated” names nobody who measured; “not reported” means that no source here says it.',
        ],
      },
      freshnessLine(freshness, models.join(' or ')),
      {
        type: 'actions',
        buttons: [...pager(comparison, options.category, page, pages), ...buttons(comparison, options.category)],
      },
    ],
  }
}

/** Rows of one page: more than most pairs of models share. */
const rowsPerPage = 40

const lineOf = (models: string[], category: string | undefined): string =>
  `compare ${models.join(', ')}${category ? ` on:${category}` : ''}`

function pager({ models }: Comparison, category: string | undefined, page: number, pages: number): Action[] {
  const line = lineOf(models, category)
  return [
    ...(page < pages ? [{ label: 'Next page', command: `${line} page:${page + 1}` }] : []),
    ...(page > 1 ? [{ label: 'Previous page', command: `${line} page:${page - 1}` }] : []),
  ]
}

const measuredBy = (row: Row): string => (row.by === 'independent' ? (row.byName ?? 'independent') : kindWords[row.by])

function cellOf(entries: Entry[]): Cell {
  if (entries.length === 0) return { text: [{ text: 'not reported', italic: true }] }
  const text: (string | Span)[] = entries.flatMap((entry, index) => {
    const span = cited(scoreWords(entry.score), entry.cites, entry.leads ? { bold: true } : {})
    return index === 0 ? [span] : ['; ', span]
  })
  return { text, value: entries[0]!.score.value }
}

function verdictText({ models, rows, verdicts }: Comparison): string[] {
  if (verdicts.length === 0) {
    return [
      `No benchmark here has numbers for two of these models that may be compared; the table shows what there is for each (${rows.length} rows).`,
    ]
  }
  return [verdicts.map((verdict) => verdictSentence(verdict, models)).join(' ')]
}

function verdictSentence({ by, shared, leads, ties }: Verdict, models: string[]): string {
  const whose = {
    independent: 'Independent numbers',
    vendor: 'Vendors’ own numbers',
    press: '',
    unstated: 'Numbers with no tester named',
  }[by]
  const benchmarks = shared === 1 ? '1 shared benchmark' : `${shared} shared benchmarks`
  const ahead = leads
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || models.indexOf(a.model) - models.indexOf(b.model))
  const told = ahead.map(({ model, count }, index) => (index === 0 ? `${model} leads on ${count}` : `${model} on ${count}`))
  if (ties > 0) told.push(ties === 1 ? 'one is level' : `${ties} are level`)
  return `${whose}: of ${benchmarks}, ${told.join(', ')}.`
}

const mostCharted = 6

/** The benchmarks that most models share, as bars; numbers of one row only, so that kinds are never mixed in a group. */
function chart({ models, rows }: Comparison, title: string): Block[] {
  const shown = rows
    .filter((row) => row.compared >= 2)
    .sort((a, b) => b.compared - a.compared)
    .slice(0, mostCharted)
  if (shown.length === 0) return []
  const groups = shown.map((row) => ({
    label: `${row.benchmark} (${measuredBy(row)})`,
    bars: row.cells.flatMap((cell, index): Bar[] => {
      const entry = cell.find(({ comparable }) => comparable)
      if (!entry) return []
      const variant = variantWords(entry.score)
      return [
        {
          label: models[index]! + (variant ? ` ${variant}` : ''),
          series: models[index]!,
          value: entry.score.value,
          text: scoreWords(entry.score, false),
          by: row.by,
        },
      ]
    }),
  }))
  const alt = groups.map(({ label, bars }) => `${label}: ${bars.map((bar) => `${bar.label} ${bar.text}`).join(', ')}`).join('. ')
  return [{ type: 'image', chart: { kind: 'bars', title, groups }, alt }]
}

function buttons({ models, rows }: Comparison, category: string | undefined): Action[] {
  const line = lineOf(models, undefined)
  const categories = [...new Set(rows.map((row) => row.category))].filter((each) => each !== category && each !== 'other')
  return [
    ...(category
      ? [{ label: 'All benchmarks', command: line }]
      : categories.slice(0, 3).map((each) => ({ label: `Only ${each}`, command: `${line} on:${each}` }))),
    ...models.slice(0, 2).map((model) => ({ label: `Risks of ${model}`, command: `risks ${model}` })),
  ]
}
