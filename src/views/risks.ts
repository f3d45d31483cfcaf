import type { RiskEntry } from '../corpus/risk-register.ts'
import { vendorOf } from '../lexicon/canonical.ts'
import { riskLabel } from '../lexicon/risk-categories.ts'
import type { Action, Block, Draft, Text } from '../message/message.ts'
import type { Freshness } from '../storage/models.ts'
import { cited } from './claimant-text.ts'
import { freshnessLine } from './freshness.ts'

export const risksPerPage = 8

export interface RisksAsked {
  model: string | null
  category: string | null
  page: number
  /** The typed command without its page, for the buttons. */
  command: string
}

/** The register of risks that the coverage names: what, how severe by which rule, its status, who raised it, what was answered. */
export function risksView(entries: RiskEntry[], freshness: Freshness, asked: RisksAsked): Draft {
  const about = asked.model ?? 'all models'
  const title = `Risks named for ${about}${asked.category ? `: ${riskLabel(asked.category)}` : ''}`
  if (entries.length === 0) {
    const read = freshness.articles === 1 ? '1 article' : `${freshness.articles} articles`
    return {
      title,
      blocks: [
        { type: 'paragraph', text: [`None reported in ${read}. That is not the same as no risk: it is what was read here.`] },
        freshnessLine(freshness, about),
      ],
    }
  }
  const pages = Math.ceil(entries.length / risksPerPage)
  const page = Math.min(Math.max(asked.page, 1), pages)
  const shown = entries.slice((page - 1) * risksPerPage, page * risksPerPage)
  const blocks: Block[] = [
    { type: 'paragraph', text: [summary(entries)] },
    { type: 'list', items: shown.map((entry) => riskLine(entry, asked.model === null)) },
  ]
  if (pages > 1)
    blocks.push({
      type: 'context',
      text: [
        `Page ${page} of ${pages}: risks ${(page - 1) * risksPerPage + 1}–${(page - 1) * risksPerPage + shown.length} of ${entries.length}.`,
      ],
    })
  blocks.push(
    {
      type: 'context',
      text: ['Severity is given by a rule, named in each line, not by an opinion. Sentences stand as the source has them.'],
    },
    freshnessLine(freshness, about),
    { type: 'actions', buttons: buttons(shown, asked, page, pages) },
  )
  const vendor = asked.model === null ? null : vendorOf(asked.model)
  return { title, blocks, ...(vendor ? { accent: vendor } : {}) }
}

function summary(entries: RiskEntry[]): string {
  const counts = (['high', 'medium', 'low'] as const).map(
    (severity) => [severity, entries.filter(({ risk }) => risk.severity === severity).length] as const,
  )
  const told = counts.filter(([, count]) => count > 0).map(([severity, count]) => `${count} ${severity}`)
  return `${entries.length === 1 ? '1 risk' : `${entries.length} risks`} named: ${told.join(', ')}.`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** One line of the register. */
export function riskLine({ risk, cites, origins }: RiskEntry, withModel: boolean): Text {
  const raised =
    risk.claimant.name ??
    { vendor: 'the vendor', independent: 'an independent tester', press: 'the press', unstated: 'the article' }[
      risk.claimant.kind
    ]
  const support = origins > 1 ? `; ${origins} independent origins` : ''
  const replies = risk.replies.flatMap(
    (reply): Text => [
      ` ${reply.kind === 'denial' ? 'Denied' : 'Answered'}: “${reply.quote}”${reply.claimant.name ? ` (${reply.claimant.name})` : ''}`,
    ],
  )
  return [
    { text: `${capital(risk.severity)} · ${riskLabel(risk.category)}`, bold: true },
    withModel ? ` (${risk.model ?? 'models in general'})` : '',
    ': ',
    cited(`“${risk.quote}”`, cites),
    ` — ${risk.status}; raised by ${raised}${support}; rule: ${risk.rule}.`,
    ...replies,
  ]
}

function buttons(shown: RiskEntry[], asked: RisksAsked, page: number, pages: number): Action[] {
  const found: Action[] = []
  if (page < pages) found.push({ label: 'Next page', command: `${asked.command} page:${page + 1}` })
  if (page > 1) found.push({ label: 'Previous page', command: `${asked.command} page:${page - 1}` })
  const [first] = shown
  if (first) found.push({ label: 'Evidence of the first', command: `evidence ${first.risk.id}` })
  if (!asked.category && first)
    found.push({
      label: `Only ${riskLabel(first.risk.category).toLowerCase()}`,
      command: `${asked.command} category:${first.risk.category}`,
    })
  if (asked.model) found.push({ label: `About ${asked.model}`, command: `launch ${asked.model}` })
  return found
}
