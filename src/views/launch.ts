import type { Attribute } from '../claim.ts'
import { type FactValue, readable, type Trailing } from '../corpus/brief.ts'
import type { Brief } from '../corpus/launch-brief.ts'
import { variedRisks } from '../corpus/risk-register.ts'
import { scoreWords } from '../corpus/score-words.ts'
import { canonicalVendor } from '../lexicon/canonical.ts'
import type { Block, Draft, Span, Text } from '../message/message.ts'
import { cited } from './claimant-text.ts'
import { disagreementLine } from './conflicts.ts'
import { factLabel, factNoun, factValueText } from './fact-text.ts'
import { freshnessLine } from './freshness.ts'
import { riskLine } from './risks.ts'

const wanted: Attribute[] = [
  'vendor',
  'release_date',
  'access',
  'license',
  'availability',
  'price_input',
  'price_output',
  'context_window',
  'modalities',
]
/** What a brief shows of each part: enough to forward; the rest is behind a button. */
const shownInBrief = { numbers: 6, trailing: 4, risks: 3, disagreements: 3 }
type Most = typeof shownInBrief

/** A brief that someone would forward: what it is, how it does and who measured, where it trails, risks, disagreements, what nobody says. */
export function launchView(brief: Brief, full = false): Draft {
  const most = full ? { numbers: Infinity, trailing: Infinity, risks: Infinity, disagreements: Infinity } : shownInBrief
  const { model, facts } = brief
  const blocks: Block[] = [...takeaway(brief)]
  if (facts.size > 0) {
    blocks.push({
      type: 'fields',
      fields: [...facts].map(([attribute, values]) => ({ label: factLabel(attribute), value: factText(attribute, values) })),
    })
  }
  blocks.push(...performance(brief, most), ...trails(brief.trailing, model, most))
  if (brief.risks.length > 0) {
    blocks.push(
      { type: 'heading', text: 'Risks named' },
      { type: 'list', items: variedRisks(brief.risks, most.risks).map((entry) => riskLine(entry, false)) },
    )
    if (brief.risks.length > most.risks)
      blocks.push({ type: 'context', text: [`${brief.risks.length - most.risks} more in /risks ${model}.`] })
  }
  if (brief.disagreements.length > 0) {
    const shown = brief.disagreements.slice(0, most.disagreements)
    blocks.push(
      { type: 'heading', text: 'Where sources disagree' },
      { type: 'list', items: shown.map((each) => disagreementLine(each, false)) },
    )
    const more = brief.disagreements.length - shown.length
    if (more > 0) blocks.push({ type: 'context', text: [`${more} more in /conflicts ${model}.`] })
  }
  const blank = wanted.filter((attribute) => !facts.has(attribute)).map(factNoun)
  if (brief.numbers.length === 0) blank.push('benchmark numbers')
  if (blank.length > 0)
    blocks.push(
      { type: 'heading', text: 'Not reported by any source here' },
      { type: 'paragraph', text: [`${blank.join(', ')}.`] },
    )
  blocks.push(freshnessLine(brief.freshness, model), {
    type: 'actions',
    buttons: [
      ...(full ? [] : [{ label: 'Everything', command: `launch ${model} full:yes` }]),
      ...(brief.risks.length > 0 ? [{ label: 'All risks', command: `risks ${model}` }] : []),
      { label: 'Sources', command: `sources ${model}` },
      ...[...new Set(brief.trailing.map(({ rival }) => rival).filter((rival) => canonicalVendor(rival) === null))]
        .slice(0, 2)
        .map((rival) => ({ label: `Compare with ${rival}`, command: `compare ${model}, ${rival}` })),
    ],
  })
  const vendor = facts.get('vendor')?.[0]?.value
  return { title: model, blocks, ...(vendor ? { accent: vendor } : {}) }
}

/** What it is, in the sources' own sentences: the first stands for the whole, one more tells of what comes next. */
function takeaway({ statements }: Brief): Block[] {
  const told = [...(statements.get('what') ?? []), ...(statements.get('availability') ?? [])]
  const lead = told.find(({ claim }) => readable(claim)) ?? told[0]
  const more = statements.get('what')?.find((each) => each !== lead && readable(each.claim))
  const next = statements.get('next')?.find(({ claim }) => readable(claim))
  return [
    ...(lead ? [{ type: 'paragraph' as const, text: [cited(lead.claim.quote, lead.claims, { bold: true })] }] : []),
    ...(more || next
      ? [
          {
            type: 'paragraph' as const,
            text: [more, next].flatMap(
              (each, at): Text => (each ? [at > 0 && more ? ' ' : '', cited(each.claim.quote, each.claims)] : []),
            ),
          },
        ]
      : []),
  ]
}

function factText(attribute: Attribute, values: FactValue[]): Text {
  return values.flatMap((each, index): (string | Span)[] => {
    const notes = [each.variant, each.condition].filter(Boolean).join(', ')
    const span = cited(factValueText(attribute, each.value) + (notes ? ` (${notes})` : ''), each.claims)
    return index === 0 ? [span] : ['; ', span]
  })
}

function performance({ numbers, statements, model }: Brief, most: Most): Block[] {
  if (numbers.length === 0) {
    const [told] = statements.get('performance') ?? []
    return told
      ? [
          { type: 'heading', text: 'Performance' },
          { type: 'paragraph', text: [cited(told.claim.quote, told.claims)] },
        ]
      : []
  }
  return [
    { type: 'heading', text: 'Performance, and who measured it' },
    {
      type: 'table',
      caption: 'Benchmark numbers, best supported first',
      columns: [
        { label: 'Benchmark', align: 'left' },
        { label: 'Number', align: 'right' },
        { label: 'Measured by', align: 'left' },
      ],
      rows: numbers.slice(0, most.numbers).map((row) => [
        { text: [row.benchmark] },
        {
          text: row.cells[0]!.flatMap((entry, index): (string | Span)[] => [
            ...(index === 0 ? [] : ['; ']),
            cited(scoreWords(entry.score), entry.cites),
          ]),
          value: row.cells[0]![0]!.score.value,
        },
        { text: [row.by === 'independent' ? (row.byName ?? 'independent') : row.by] },
      ]),
    },
    ...(numbers.length > most.numbers
      ? [{ type: 'context' as const, text: [`${numbers.length - most.numbers} more in /launch ${model} full:yes.`] }]
      : []),
  ]
}

function trails(trailing: Trailing[], model: string, most: Most): Block[] {
  if (trailing.length === 0) return []
  return [
    { type: 'heading', text: 'Where it trails' },
    {
      type: 'list',
      items: trailing
        .slice(0, most.trailing)
        .map(({ rival, benchmark, detail, claims }) => [
          cited(
            detail
              ? `${benchmark}: ${scoreWords(detail.mine)} against ${scoreWords(detail.theirs)} for ${rival}`
              : `${benchmark ? `${benchmark}: ` : ''}${model} is said to be behind ${rival}`,
            claims,
          ),
        ]),
    },
  ]
}
