import type { Change, DigestItems, RiskItem } from '../corpus/digest-items.ts'
import type { LaunchItem } from '../corpus/digest-launches.ts'
import type { Lead } from '../corpus/digest-leads.ts'
import { scoreWords, variantWords } from '../corpus/score-words.ts'
import { riskLabel } from '../lexicon/risk-categories.ts'
import type { Action, Block, Draft, Span, Text } from '../message/message.ts'
import { cited, claimantText } from './claimant-text.ts'
import { disagreementLine } from './conflicts.ts'
import { factValueText } from './launch.ts'

/** What a digest shows at most: two screens of a phone, the rest behind buttons. */
const most = { launches: 5, changes: 4, risks: 4, risksOfModel: 2, conflicts: 3, quote: 260 } as const

/** What there is to say about the digest itself. */
export interface DigestLabel {
  /** "Mon, 6 April 2026, 09:00", and the zone. */
  slot: string
  zone: string
  /** Since when, in the same words; null for the first. */
  since: string | null
  late: boolean
  /** Missed slots whose news this one tells. */
  merged: string[]
  /** "only OpenAI, Gemini 3"; null where everything is told. */
  about: string | null
  /** Feeds that could not be read in the window, by name. */
  failedFeeds: string[]
  /** A sample of how it would look, over these days. */
  sample?: string
}

/** What was shown and what was not, beside the message: for the receipt. */
export interface DigestPage {
  draft: Draft
  shown: number
  leftOut: { what: string; why: string }[]
}

const countOf = ({ launches, changes, risks, conflicts }: DigestItems): number =>
  launches.length + changes.length + risks.length + conflicts.length

/** True where there is nothing new to tell. */
export const isQuiet = (items: DigestItems): boolean => countOf(items) === 0

/** The digest of a channel: launches, changes, risks, conflicts, one chart, and where it all comes from. A quiet time says so in one line. */
export function digestView(items: DigestItems, label: DigestLabel): DigestPage {
  const title = label.sample ? 'AI launches: a sample digest' : 'AI launches'
  if (isQuiet(items))
    return {
      draft: { title, blocks: [{ type: 'paragraph', text: [quietLine(items, label)] }, receiptLine(items, label)] },
      shown: 0,
      leftOut: items.leftOut,
    }
  const launches = items.launches.slice(0, most.launches)
  const changes = items.changes.slice(0, most.changes)
  const { shown: risks, rest: moreRisks } = shownRisks(items.risks)
  const conflicts = items.conflicts.slice(0, most.conflicts)
  const rest = {
    launches: items.launches.slice(most.launches),
    changes: items.changes.slice(most.changes),
    conflicts: items.conflicts.slice(most.conflicts),
  }
  const blocks: Block[] = [{ type: 'context', text: [headLine(label)] }]
  if (launches.length > 0)
    blocks.push(
      { type: 'heading', text: launches.length === 1 ? 'New launch' : 'New launches' },
      { type: 'list', items: launches.map(launchLine) },
      ...others(rest.launches.map(({ launch }) => launch.model)),
    )
  if (changes.length > 0)
    blocks.push(
      { type: 'heading', text: 'Changed' },
      { type: 'list', items: changes.map(changeLine) },
      ...more(rest.changes.length, 'change'),
    )
  if (risks.length > 0)
    blocks.push(
      { type: 'heading', text: 'Risks named' },
      { type: 'list', items: risks.map(riskItemLine) },
      ...more(moreRisks.length, 'risk'),
    )
  if (conflicts.length > 0)
    blocks.push(
      { type: 'heading', text: 'Sources disagree' },
      { type: 'list', items: conflicts.map((each) => disagreementLine({ ...each, sides: each.sides.slice(0, 3) }, true)) },
      ...more(rest.conflicts.length, 'conflict'),
    )
  if (items.lead) blocks.push(...chartOf(items.lead))
  blocks.push(receiptLine(items, label), { type: 'actions', buttons: buttons(launches, risks, conflicts.length) })
  const leftOut = [
    ...items.leftOut,
    ...rest.launches.map(({ launch, weight }) => ({ what: launch.model, why: `no room: weighs ${weight}` })),
    ...rest.changes.map((change) => ({ what: `${change.model}: ${change.kind}`, why: 'no room' })),
    ...moreRisks.map(({ entry }) => ({
      what: `${entry.risk.model ?? 'models in general'}: ${entry.risk.category} risk`,
      why: 'no room',
    })),
    ...rest.conflicts.map((each) => ({ what: `${each.model}: ${each.about}`, why: 'no room' })),
  ]
  return { draft: { title, blocks }, shown: launches.length + changes.length + risks.length + conflicts.length, leftOut }
}

function headLine({ slot, zone, since, late, merged, about, sample }: DigestLabel): string {
  const parts = [
    sample ? `Sample over ${sample}: how a digest here would look` : `${slot} (${zone})`,
    ...(sample ? [] : [since ? `since ${since}` : 'the first one here']),
    ...(about ? [about] : []),
  ]
  const notes = [
    ...(late ? ['Posted late.'] : []),
    ...(merged.length > 0
      ? [`Also tells what the missed ${merged.length === 1 ? 'one' : 'ones'} of ${merged.join(' and ')} would have.`]
      : []),
  ]
  return [`${parts.join(', ')}.`, ...notes].join(' ')
}

function quietLine({ read }: DigestItems, label: DigestLabel): string {
  const articles =
    read.articles === 0
      ? 'no new article came in'
      : `${read.articles === 1 ? '1 article was' : `${read.articles} articles were`} read, nothing in ${read.articles === 1 ? 'it' : 'them'} is new`
  return `A quiet time${label.about ? ` for ${label.about.replace(/^only /, '')}` : ''}${label.since ? ` since ${label.since}` : ''}: ${articles}.${label.late ? ' Posted late.' : ''}`
}

const others = (names: string[]): Block[] =>
  names.length === 0
    ? []
    : [
        {
          type: 'context',
          text: [`Also new: ${names.slice(0, 6).join(', ')}${names.length > 6 ? ` and ${names.length - 6} more` : ''}.`],
        },
      ]
const more = (count: number, what: string): Block[] =>
  count === 0 ? [] : [{ type: 'context', text: [`${count} more ${what}${count === 1 ? '' : 's'} not shown here.`] }]

/** A sentence that is too long for a digest ends with an ellipsis after a word; the button has it whole. */
function shortened(quote: string): string {
  if (quote.length <= most.quote) return quote
  const cut = quote.slice(0, most.quote - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most.quote / 2)).replace(/[\s,;:–—-]+$/, '')}…`
}

const dates = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' })
const dayWords = (date: string): string => (date.length === 10 ? dates.format(Date.parse(`${date}T00:00:00Z`)) : date)

function launchLine({ launch, leads, facts, number }: LaunchItem): Text {
  const { model, vendor, date, dateStated, dateClaims, what, origins } = launch
  const when = date === null ? [] : dateStated ? [cited(dayWords(date), dateClaims, {}, 2)] : [`first article ${dayWords(date)}`]
  return [
    { text: model, bold: true },
    ...(vendor ? [`, ${vendor}`] : []),
    ...(when.length > 0 ? [', ', ...when] : []),
    origins > 1 ? ` (${origins} independent origins)` : '',
    ...(what ? [': ', cited(`“${shortened(what.text)}”`, what.claims, {}, 2)] : '.'),
    ...standing(leads, number),
    ...terms(facts),
  ]
}

/** How good it is, in one clause: where it leads, or else its best supported number. */
function standing(leads: LaunchItem['leads'], number: LaunchItem['number']): Text {
  const [lead] = leads
  if (lead) {
    const { top, rivals, benchmark } = lead
    const runnerUp = rivals[0]!
    return [
      ' Leads ',
      cited(
        `${benchmark} with ${scoreWords(top.score)}, before ${runnerUp.score.model} at ${scoreWords(runnerUp.score, false)}`,
        [...top.claims.slice(0, 1), ...runnerUp.claims.slice(0, 1)],
      ),
      ` (${measuredBy(top.score.claimant)}).`,
    ]
  }
  const entry = number?.cells[0]?.[0]
  if (!number || !entry) return []
  return [
    ' ',
    cited(`${number.benchmark}: ${scoreWords(entry.score)}`, entry.cites, {}, 2),
    ` (${measuredBy(entry.score.claimant)}).`,
  ]
}

const measuredBy = (claimant: Parameters<typeof claimantText>[0]): string =>
  claimant.kind === 'vendor'
    ? 'the vendor’s number'
    : claimant.kind === 'independent'
      ? `measured by ${claimant.name ?? 'an independent tester'}`
      : 'no tester named'

/** Price and access, where somebody states them. */
function terms(facts: LaunchItem['facts']): Text {
  const [input] = facts.get('price_input') ?? []
  const [output] = facts.get('price_output') ?? []
  const [access] = facts.get('access') ?? []
  const parts: Span[] = []
  if (access) parts.push(cited(access.value.replace('-', ' '), access.claims, {}, 1))
  if (input && output)
    parts.push(
      cited(
        `${factValueText('price_input', input.value).replace(' USD per million tokens', '')} in, ${factValueText('price_output', output.value)} out`,
        [...input.claims.slice(0, 1), ...output.claims.slice(0, 1)],
      ),
    )
  return parts.length === 0 ? [] : [' ', ...parts.flatMap((span, index): Text => (index === 0 ? [span] : ['; ', span])), '.']
}

function changeLine(change: Change): Text {
  switch (change.kind) {
    case 'changed': {
      const [before, after] = [change.change.sides[0]!, change.change.sides[1]!]
      return [
        { text: change.model, bold: true },
        `, ${change.change.about}: `,
        cited(after.text, after.claims, {}, 2),
        ', before: ',
        cited(before.text, before.claims, {}, 2),
        '.',
      ]
    }
    case 'deprecated':
      return [
        { text: change.model, bold: true },
        ', deprecation: ',
        cited(change.fact.claim.value, change.fact.claims, {}, 2),
        '.',
      ]
    case 'first independent number': {
      const { score, vendor, model } = change
      return [
        { text: model, bold: true },
        ', first independent number: ',
        cited(`${score.claim.benchmark} ${scoreWords(score.claim)}`, score.claims, {}, 2),
        ` (${claimantText(score.claim.claimant)}). Until now only the vendor’s, such as `,
        cited(`${vendor.claim.benchmark} ${scoreWords(vendor.claim)}`, vendor.claims, {}, 1),
        '.',
      ]
    }
  }
}

function shownRisks(risks: RiskItem[]): { shown: RiskItem[]; rest: RiskItem[] } {
  const perModel = new Map<string, number>()
  const shown: RiskItem[] = []
  const rest: RiskItem[] = []
  for (const item of risks) {
    const model = item.entry.risk.model ?? ''
    const count = perModel.get(model) ?? 0
    const fits = shown.length < most.risks && count < most.risksOfModel && item.entry.risk.severity !== 'low'
    if (fits) perModel.set(model, count + 1)
    ;(fits ? shown : rest).push(item)
  }
  return { shown, rest }
}

function riskItemLine({ entry, worse }: RiskItem): Text {
  const { risk, cites, origins } = entry
  return [
    { text: risk.model ?? 'Models in general', bold: true },
    `, ${riskLabel(risk.category).toLowerCase()}, ${risk.severity}${worse ? ' (worse than before)' : ''}: `,
    cited(`“${shortened(risk.quote)}”`, cites, {}, 3),
    ` (${risk.status}${origins > 1 ? `, ${origins} independent origins` : ''}).`,
  ]
}

function chartOf({ benchmark, by, top, rivals, lowerIsBetter }: Lead): Block[] {
  const all = [top, ...rivals]
  const bars = all.map(({ score }) => ({
    label: score.model + (variantWords(score) ? ` ${variantWords(score)}` : ''),
    value: score.value,
    text: scoreWords(score, false),
    by,
  }))
  const label = {
    independent: 'Independent numbers',
    vendor: 'Vendors’ own numbers',
    press: 'No tester named',
    unstated: 'No tester named',
  }[by]
  const alt = `${benchmark}, ${label.toLowerCase()}: ${bars.map((bar) => `${bar.label} ${bar.text}`).join(', ')}`
  return [
    { type: 'image', chart: { kind: 'bars', title: benchmark, groups: [{ label, bars }], lowerIsBetter }, alt },
    {
      type: 'context',
      text: [
        cited(
          `Numbers of the chart: ${label.toLowerCase()} on ${benchmark}.`,
          [...new Set(all.flatMap(({ claims }) => claims.slice(0, 1)))],
          {},
          10,
        ),
      ],
    },
  ]
}

/** The receipt: what was read for this, what could not be. */
function receiptLine({ read }: DigestItems, { failedFeeds, merged, late }: DigestLabel): Block {
  const articles = read.articles === 1 ? '1 article' : `${read.articles} articles`
  const failed =
    failedFeeds.length === 0
      ? ''
      : ` Could not be read: ${failedFeeds.slice(0, 5).join(', ')}${failedFeeds.length > 5 ? ` and ${failedFeeds.length - 5} more` : ''}.`
  const notes = [late ? 'late' : '', merged.length > 0 ? 'with missed slots' : ''].filter(Boolean).join(', ')
  return {
    type: 'context',
    text: [
      `Read for this: ${articles} by ${read.publishers === 1 ? '1 publisher' : `${read.publishers} publishers`} (${read.origins} independent ${read.origins === 1 ? 'origin' : 'origins'}).${failed}${notes ? ` This one: ${notes}.` : ''} What was left out: /digest status.`,
    ],
  }
}

function buttons(launches: LaunchItem[], risks: RiskItem[], conflicts: number): Action[] {
  const [first] = launches
  return [
    ...launches.slice(0, 3).map(({ launch }) => ({ label: launch.model, command: `launch ${launch.model}` })),
    ...(risks.length > 0 && first ? [{ label: `Risks of ${first.launch.model}`, command: `risks ${first.launch.model}` }] : []),
    ...(conflicts > 0 ? [{ label: 'All conflicts', command: 'conflicts' }] : []),
    { label: 'Latest launches', command: 'latest' },
  ]
}
