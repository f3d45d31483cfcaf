import type { DigestItems, RiskItem } from '../corpus/digest-items.ts'
import type { LaunchItem } from '../corpus/digest-launches.ts'
import type { Action, Block, Draft } from '../message/message.ts'
import { localWords } from '../schedule/local-time.ts'
import { disagreementLine } from './conflicts.ts'
import { changeLine, chartOf, launchLine, riskItemLine } from './digest-lines.ts'

/** What a digest shows at most: two screens of a phone, the rest behind buttons. A risk of a few words does not stand by itself. */
const most = { launches: 5, changes: 4, risks: 4, risksOfModel: 2, conflicts: 3, fewestWords: 8 } as const

/** What there is to say about the digest itself. */
export interface DigestLabel {
  /** Local wall times (as milliseconds): when it is due, and when the one before it was; null for a sample. */
  slot: number | null
  since: number | null
  zone: string
  late: boolean
  /** Missed slots whose news this one tells, as local times in words. */
  merged: string[]
  /** "only OpenAI, Gemini 3"; null where everything is told. */
  about: string | null
  /** Feeds that could not be read in the window, by name. */
  failedFeeds: string[]
  /** A sample of how it would look, over these days (wall times). */
  sample?: { from: number; to: number }
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
  const title = titleOf(label)
  if (isQuiet(items))
    return {
      draft: { title, blocks: [{ type: 'paragraph', text: [quietLine(items, label)] }] },
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
  const blocks: Block[] = notes(label)
  if (launches.length > 0)
    blocks.push(
      { type: 'heading', text: launches.length === 1 ? 'New launch' : 'New launches' },
      { type: 'list', items: launches.map(launchLine) },
    )
  blocks.push(...others(rest.launches.map(({ launch }) => launch.model)))
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

const dates = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' })
const withYear = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })

/** "AI launches, 6 to 13 April 2026": what somebody who gets it forwarded wants to know first. */
function titleOf({ slot, since, sample }: DigestLabel): string {
  const [from, to] = sample ? [sample.from, sample.to] : [since, slot]
  if (to === null) return 'AI launches'
  if (from === null || withYear.format(from) === withYear.format(to)) return `AI launches, ${withYear.format(to)}`
  const month = (at: number) => new Date(at).toISOString().slice(0, 7)
  const start = month(from) === month(to) ? String(new Date(from).getUTCDate()) : dates.format(from)
  return `AI launches, ${start} to ${withYear.format(to)}`
}

/** What the reader must know before the news: late, more than one slot, only a part, a sample. */
function notes({ late, merged, about, sample }: DigestLabel): Block[] {
  const told = [
    ...(sample ? ['A sample: how a digest here would have told the newest days that were read.'] : []),
    ...(late ? ['Posted late.'] : []),
    ...(merged.length > 0
      ? [`Also tells what the missed ${merged.length === 1 ? 'one' : 'ones'} of ${merged.join(' and ')} would have.`]
      : []),
    ...(about ? [`${about.charAt(0).toUpperCase()}${about.slice(1)}.`] : []),
  ]
  return told.length === 0 ? [] : [{ type: 'context', text: [told.join(' ')] }]
}

function quietLine({ read }: DigestItems, { about, since, late, merged, failedFeeds }: DigestLabel): string {
  const one = read.articles === 1
  const articles =
    read.articles === 0
      ? 'no article came in'
      : `${one ? '1 article was' : `${read.articles} articles were`} read, and nothing in ${one ? 'it' : 'them'} is new`
  const told = [
    `Nothing new${about ? ` (${about})` : ''}${since === null ? '' : ` since ${localWords(since)}`}: ${articles}.`,
    ...(late ? ['Posted late.'] : []),
    ...(merged.length > 0 ? [`The same for the missed ${merged.length === 1 ? 'one' : 'ones'} of ${merged.join(' and ')}.`] : []),
    ...failed(failedFeeds),
  ]
  return told.join(' ')
}

const failed = (feeds: string[]): string[] =>
  feeds.length === 0
    ? []
    : [`Could not be read: ${feeds.slice(0, 5).join(', ')}${feeds.length > 5 ? ` and ${feeds.length - 5} more` : ''}.`]

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

function shownRisks(risks: RiskItem[]): { shown: RiskItem[]; rest: RiskItem[] } {
  const perModel = new Map<string, number>()
  const shown: RiskItem[] = []
  const rest: RiskItem[] = []
  for (const item of risks) {
    const model = item.entry.risk.model ?? ''
    const count = perModel.get(model) ?? 0
    const { severity, quote } = item.entry.risk
    const fits =
      shown.length < most.risks &&
      count < most.risksOfModel &&
      severity !== 'low' &&
      quote.split(/\s+/).length >= most.fewestWords
    if (fits) perModel.set(model, count + 1)
    ;(fits ? shown : rest).push(item)
  }
  return { shown, rest }
}

/** The receipt: the window, what was read for it, what could not be, and how it came. */
function receiptLine({ read }: DigestItems, { slot, since, zone, late, merged, failedFeeds }: DigestLabel): Block {
  const count = (many: number, one: string) => `${many} ${one}${many === 1 ? '' : 's'}`
  const articles = `${count(read.articles, 'article')} by ${count(read.publishers, 'publisher')}${read.origins === read.articles ? '' : ` (${count(read.origins, 'independent origin')})`}`
  const window = slot === null ? '' : ` from ${since === null ? 'the start' : localWords(since)} to ${localWords(slot)} (${zone})`
  const how = [late ? 'late' : '', merged.length > 0 ? 'with missed slots' : ''].filter(Boolean).join(' and ')
  const parts = [
    `Read${window}: ${articles}.`,
    ...failed(failedFeeds),
    ...(how ? [`Posted ${how}.`] : []),
    ...(slot === null ? [] : ['What was left out: /digest status.']),
  ]
  return { type: 'context', text: [parts.join(' ')] }
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
