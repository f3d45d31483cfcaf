import type { Attribute, Score } from '../claim.ts'
import { type Change, isOwnNumber, type RiskItem } from '../corpus/digest-items.ts'
import type { LaunchItem } from '../corpus/digest-launches.ts'
import type { Lead } from '../corpus/digest-leads.ts'
import { scoreWords, variantWords } from '../corpus/score-words.ts'
import { riskLabel } from '../lexicon/risk-categories.ts'
import type { Block, Text } from '../message/message.ts'
import { cited, claimantText } from './claimant-text.ts'
import { factValueText } from './fact-text.ts'

/** A sentence is cut after this many characters: about three lines of a phone. */
const longestQuote = 260
const dates = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' })

/** A sentence that is too long for a digest ends with an ellipsis after a word; the button has it whole. */
function shortened(quote: string): string {
  if (quote.length <= longestQuote) return quote
  const cut = quote.slice(0, longestQuote - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestQuote / 2)).replace(/[\s,;:–—-]+$/, '')}…`
}

const months = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })
const dayWords = (date: string): string =>
  date.length === 10 ? dates.format(Date.parse(`${date}T00:00:00Z`)) : months.format(Date.parse(`${date}-01T00:00:00Z`))

/** A launch: what it is, how good, on what terms. */
export function launchLine({ launch, leads, facts, number }: LaunchItem): Text {
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
        `${benchmark} with ${scoreWords(top.score)}, before ${runnerUp.score.model} at ${scoreWords(runnerUp.score, false)} (${measuredBy(top.score)})`,
        [...top.claims.slice(0, 1), ...runnerUp.claims.slice(0, 1)],
      ),
      '.',
    ]
  }
  const entry = number?.cells[0]?.[0]
  if (!number || !entry) return []
  return [' ', cited(`${number.benchmark}: ${scoreWords(entry.score)} (${measuredBy(entry.score)})`, entry.cites, {}, 2), '.']
}

/** Who stands behind a number, in words that tell the maker's own from a rival's and from everybody else's. */
export function measuredBy(score: Score): string {
  const { kind, name } = score.claimant
  if (kind === 'independent') return `measured by ${name ?? 'an independent tester'}`
  if (kind !== 'vendor') return 'no tester named'
  return isOwnNumber(score) ? 'the vendor’s number' : `${name}’s number`
}

const accessWords: Record<string, string> = {
  'open-weights': 'Open weights',
  'open-source': 'Open source',
  api: 'By API',
  closed: 'Closed',
  'app-only': 'In an app only',
  preview: 'In preview',
}

/** Price and access, where somebody states them. */
function terms(facts: LaunchItem['facts']): Text {
  const [input] = facts.get('price_input') ?? []
  const [output] = facts.get('price_output') ?? []
  const [access] = facts.get('access') ?? []
  const parts: Text = []
  if (access) parts.push(cited(accessWords[access.value] ?? `Access: ${access.value}`, access.claims, {}, 1))
  if (input && output)
    parts.push(
      cited(
        `${access ? 'price' : 'Price'} ${factValueText('price_input', input.value).replace(' USD per million tokens', '')} in, ${factValueText('price_output', output.value)} out`,
        [...input.claims.slice(0, 1), ...output.claims.slice(0, 1)],
      ),
    )
  return parts.length === 0 ? [] : [' ', ...parts.flatMap((part, index): Text => (index === 0 ? [part] : ['; ', part])), '.']
}

/** A fact's value as people read it; `about` is its attribute in words. */
const valueWords = (about: string, value: string): string => factValueText(about.replace(' ', '_') as Attribute, value)

/** What changed about a model that was known. */
export function changeLine(change: Change): Text {
  switch (change.kind) {
    case 'changed': {
      const [before, after] = [change.change.sides[0]!, change.change.sides[1]!]
      return [
        { text: change.model, bold: true },
        `, ${change.change.about}: `,
        cited(valueWords(change.change.about, after.text), after.claims, {}, 2),
        ', before: ',
        cited(valueWords(change.change.about, before.text), before.claims, {}, 2),
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

/** A risk, with the sentence that names it. */
export function riskItemLine({ entry, worse }: RiskItem): Text {
  const { risk, cites, origins } = entry
  return [
    { text: risk.model ?? 'Models in general', bold: true },
    `, ${riskLabel(risk.category).toLowerCase()}, ${risk.severity}${worse ? ' (worse than before)' : ''}: `,
    cited(`“${shortened(risk.quote)}”`, cites, {}, 3),
    ` (${risk.status}${origins > 1 ? `, ${origins} independent origins` : ''}).`,
  ]
}

/** The chart of a lead, and where its numbers come from. */
export function chartOf({ benchmark, by, top, rivals, lowerIsBetter }: Lead): Block[] {
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
          `The chart’s numbers, ${benchmark}: ${label.toLowerCase()}.`,
          [...new Set(all.flatMap(({ claims }) => claims.slice(0, 1)))],
          {},
          10,
        ),
      ],
    },
  ]
}
