import type { Attribute } from '../claim.ts'
import { findDates } from './dates.ts'
import { knownLicenceAt, licenceName, statedLicence } from './fact-licence.ts'
import { modalityList } from './fact-modalities.ts'
import { placeValue } from './fact-places.ts'
import { findCompanies } from './fact-vendor.ts'
import { findCounts, findMoney, findTokenRates, parameterLabel, pricedByOtherUnit, pricePerMillion } from './quantities.ts'

/** What a labelled line or table cell says: offsets are into the value's text. */
export interface FieldFact {
  attribute: Attribute
  value: string
  condition: string | null
  start: number
  end: number
}

interface FieldContext {
  published: string | null
  /** Text around the field that may say "per million tokens": caption, heading, lead. */
  around: string
  pricedPerMillion: boolean
}

const contextLabel =
  /^(?:max(?:imum)?\.? |total |input )?context(?:[ -](?:window|length|size|limit))?s?(?: size)?(?: \(?(?:max|in )?\.? ?(?:tokens?|k)\)?)?$/i
const outputLabel =
  /^(?:max(?:imum)?\.? (?:output|completion|response)(?:[ -](?:tokens?|length|size|limit|window))?|output (?:token )?(?:limit|length|window|cap))(?: ?\(?tokens?\)?)?$/i
const dateLabel =
  /^(?:(?:initial |official |model |public )?(?:release|launch)(?:d| date)?|released(?: on)?|date (?:released|of release)|launched|launch date|release date)$/i
const endLabel =
  /^(?:(?:planned |api )?(?:shut ?down|retirement|deprecation|sunset|end[- ]of[- ]life|discontinuation)(?: date)?|retire[ds](?: on)?)$/i
const licenceLabel = /^(?:model |weights? )?licen[cs](?:e|ing)$/i
const vendorLabel =
  /^(?:model )?(?:developers?|vendor|provider|company|maker|creator|organi[sz]ation|lab|developed by|made by|developer)$/i
const parameterLabelled =
  /^(?:(?:#|number of|no\. of|total|model) )?(?:total )?(?:parameters?|params|parameter count|model size)(?: \(?(?:total|billions?|b|moe)\)?)?$/i
const activeLabel = /^(?:#? ?)(?:active|activated) (?:parameters?|params)(?: .{0,12})?$/i
const inputLabel =
  /^(?:input (?:modalit(?:y|ies)|types?|formats?)|modalit(?:y|ies)|supported (?:inputs?|modalit(?:y|ies))|inputs?|modalit(?:y|ies) \(inputs?\))$/i
const outputKinds = /^(?:output (?:modalit(?:y|ies)|types?)|outputs?|modalit(?:y|ies) \(outputs?\))$/i
const regionLabel = /^(?:regions?|available (?:in|on|through|via|at)|availability|platforms?|where to use(?: it)?)$/i
const apiLabel = /^(?:api(?: (?:available|access|availability))?|available (?:via|through|in) api)$/i
const openLabel = /^open[- ]?(source|weights?)(?:d)?\??$/i
const priceWord = /\b(?:pric\w*|costs?|usd|rate)|\$/i
const priceLabel = /\b(?:pric(?:es?|ing)|costs?|rates?)$/i
const kinds = /^(?:text|images?|audio|videos?|voice|speech|code|pdfs?|documents?|files?|music|3d)$/i

const yes = /^(?:yes|✓|✔|✅|true|available|y)\b|^[✓✔✅]/i
const no = /^(?:no|✗|✘|❌|false|none|n)\b|^[✗✘❌]/i
const absent = /^(?:[-–—/]+|n\/?a\.?|tbd|tba|unknown|not (?:disclosed|available|published|stated)|undisclosed|\?)$/i

/** Label of a line or row, cleaned of a colon, footnote marks and the like. */
const cleanLabel = (label: string): string =>
  label
    .replace(/[*†‡\\:]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** "200K tokens (standard), 1M tokens (beta)": each value with the bracket behind it. */
function limits(attribute: 'context_window' | 'max_output', value: string, label: string): FieldFact[] {
  if (findMoney(value).length > 0 || /%/.test(value)) return []
  const found: FieldFact[] = []
  const semicolon = value.indexOf(';')
  // "200K/1M tokens": two values; the length stays
  const said = (semicolon < 0 ? value : value.slice(0, semicolon)).replace(/(?<=\d[KM]) ?\/ ?(?=\d)/gi, (s) =>
    ' '.repeat(s.length),
  )
  const thousands = /\bk\b/i.test(label.replace(/context|token/gi, ''))
  for (const count of findCounts(said)) {
    const bare = count.magnitude === null
    const tokens = bare && thousands ? count.value * 1000 : count.value
    if (tokens < 1000 || tokens > 200_000_000 || !Number.isInteger(tokens) || count.unit === 'parameters') continue
    const lead = value.slice(0, count.start)
    if (/^ ?(?:per|\/) ?s(?:ec(?:ond)?)?\b/i.test(value.slice(count.end))) continue
    // "272,000 input tokens and 128,000 output tokens" under "Context", "(default: 4K)"
    const written =
      /^(?: ?tokens?)? ?(?:max(?:imum)? )?outputs?\b/i.test(value.slice(count.end)) ||
      /output/i.test(value.slice(count.start, count.end))
    if (/\bdefault(?:s to)?:? $/i.test(lead)) continue
    if (/\b(?:from|was|previously|than|against|versus|vs\.?|as|in)(?: about| around| roughly)? $/i.test(lead)) continue
    const bracket = /^[^(),;]{0,12}\(([^)]{2,30})\)/.exec(value.slice(count.end))
    const word = bracket?.[1]?.trim().toLowerCase() ?? null
    const stretched =
      /\b(?:extensible|extendable|expandable|extended) to $/i.test(lead) ||
      /^[^,;]{0,10}\bwith (?:YaRN|RoPE)/i.test(value.slice(count.end))
    const condition = stretched ? 'extended' : word !== null && !/\d|token|page|word/.test(word) ? word : null
    const limit = written ? 'max_output' : attribute
    found.push({ attribute: limit, value: String(tokens), condition, start: count.start, end: count.end })
  }
  return found
}

/** "$2 / $8" under "Price (input/output)". */
function pricePair(label: string, value: string): FieldFact[] {
  const [a, b, more] = findMoney(value)
  const told = /\binputs? ?(?:\/|and|&|\+) ?outputs?\b/i.test(label) && !/cache|batch|image|month/i.test(label)
  if (!told || a === undefined || b === undefined || more !== undefined || a.value > b.value) return []
  if (!/^ ?(?:\/|and|&|\+|,|\|) ?$/.test(value.slice(a.end, b.start)) || pricedByOtherUnit(value, b.end)) return []
  const scale = (findTokenRates(value)[0] ?? findTokenRates(label)[0])?.scale ?? 1
  return [a, b].map((money, i) => ({
    attribute: i === 0 ? 'price_input' : 'price_output',
    value: pricePerMillion(money, scale),
    condition: null,
    start: money.start,
    end: money.end,
  }))
}

/** "$2 / million input tokens and $10 / million output tokens" under "Pricing": each sum by the word behind it. */
function pricesByWord(value: string): FieldFact[] {
  const money = findMoney(value)
  if (money.length < 2 || !/\binputs?\b/i.test(value) || !/\boutputs?\b/i.test(value)) return []
  return money.flatMap((sum, i): FieldFact[] => {
    const behind = value.slice(sum.end, Math.min(money[i + 1]?.start ?? value.length, sum.end + 40))
    const rate = findTokenRates(value.slice(sum.start)).find((r) => r.start <= behind.length)
    const word = /\b(inputs?|outputs?)\b/i.exec(behind)?.[1]
    if (rate === undefined || word === undefined || /\b(?:image|audio|video|batch|writes?|storage)\b/i.test(behind)) return []
    return [
      {
        attribute: /^in/i.test(word) ? 'price_input' : 'price_output',
        value: pricePerMillion(sum, rate.scale),
        condition: /\bcache/i.test(behind) ? 'cached' : null,
        start: sum.start,
        end: sum.end,
      },
    ]
  })
}

function prices(label: string, value: string, context: FieldContext): FieldFact[] {
  const cached = /cache/i.test(label) && !/\bmiss/i.test(label)
  if (/\b(?:writes?|storage|creation)\b/i.test(label)) return []
  const output = /\boutputs?\b|\bcompletion\b/i.test(label)
  const input = /\binputs?\b|\bprompt\b/i.test(label) || (cached && !output)
  if (input && output) return pricePair(label, value)
  if (input === output) return []
  const inLabel =
    findTokenRates(label)[0] ??
    (/\b1?m(?:illion)?(?:tok|[ -]tokens?)?\b/i.test(label) && priceWord.test(label) ? { scale: 1 } : null)
  const money = findMoney(value)
  if (money.length === 0 && inLabel !== null && /\$|usd/i.test(label)) {
    const bare = /^\s*(\d{1,4}(?:\.\d{1,6})?)\s*$/.exec(value)
    if (bare === null) return []
    const price = { start: 0, end: value.length, amount: bare[1] as string, value: Number(bare[1]), currency: 'USD' as const }
    return [
      {
        attribute: output ? 'price_output' : 'price_input',
        value: pricePerMillion(price, inLabel.scale),
        condition: cached ? 'cached' : null,
        start: 0,
        end: value.length,
      },
    ]
  }
  const first = money[0]
  if (first === undefined || pricedByOtherUnit(value, first.end) || first.value >= 2000) return []
  const rate =
    findTokenRates(value)[0] ??
    inLabel ??
    findTokenRates(context.around)[0] ??
    (context.pricedPerMillion || priceWord.test(label) ? { scale: 1 } : null)
  if (rate === null || /\b(?:image|second|minute|month|video|page)\b/i.test(`${label} ${value}`)) return []
  const found: FieldFact[] = []
  for (const [i, m] of money.entries()) {
    const tier = /^[^$,;]{0,6}\(?((?:[<>≤≥]=?|up to|over|above|under|below) ?\d[\d.,]* ?[KkMm]?)/.exec(
      value.slice(m.end).replace(/^[^<>≤≥(oua]{0,25}/, ''),
    )
    // further sums are told apart by their tier, or are something else's
    const tiered = tier !== null && /[<>≤≥]|\b(?:over|above|up to|under|below)\b/i.test(value.slice(m.end, money[i + 1]?.start))
    if (i > 0 && !tiered) continue
    const word = /\b(off-peak|peak|batch|audio|flex|priority)\b/i
      .exec(`${label} ${value.slice(m.end, m.end + 30)}`)?.[1]
      ?.toLowerCase()
    const cachedHere = cached || /^[^$]{0,20}\bcache/i.test(value.slice(m.end))
    const condition = [cachedHere ? 'cached' : null, tier?.[1] ?? word ?? null].filter((c) => c !== null).join(', ') || null
    found.push({
      attribute: output ? 'price_output' : 'price_input',
      value: pricePerMillion(m, rate.scale),
      condition,
      start: m.start,
      end: m.end,
    })
  }
  return found
}

/**
 * Reads one labelled value: a row of a specification table, or a line "License: MIT". Labels that name no attribute give nothing, and
 * so do cells that state nothing ("-", "n/a", "not disclosed").
 */
export function readField(rawLabel: string, value: string, context: FieldContext): FieldFact[] {
  const label = cleanLabel(rawLabel)
  if (label.length === 0 || label.length > 60 || value.length > 400 || absent.test(value.trim())) return []
  const whole = (attribute: Attribute, said: string, condition: string | null = null): FieldFact[] => [
    { attribute, value: said, condition, start: 0, end: value.length },
  ]
  if (contextLabel.test(label)) return limits('context_window', value, label)
  if (outputLabel.test(label)) return limits('max_output', value, label)
  if (dateLabel.test(label)) {
    const date = findDates(value, context.published)[0]
    return date === undefined
      ? []
      : [{ attribute: 'release_date', value: date.date, condition: null, start: date.start, end: date.end }]
  }
  if (endLabel.test(label)) {
    const date = findDates(value, context.published, false)[0]
    return date === undefined || /\b(?:earliest|not (?:before|sooner))\b/i.test(value)
      ? []
      : [{ attribute: 'deprecation', value: date.date, condition: label.toLowerCase(), start: date.start, end: date.end }]
  }
  if (licenceLabel.test(label)) {
    if (/^(?:proprietary|closed)/i.test(value)) return whole('access', 'closed')
    const known = knownLicenceAt(value.replace(/^open[- ](?:weights?|sourced?)[,;:]? \(?/i, '')) ?? statedLicence(value)
    if (known !== null) return whole('license', known)
    const name = licenceName(
      value
        .replace(/[,;(].*$/, '')
        .replace(/\.$/, '')
        .trim(),
    )
    return name.length > 1 &&
      name.length <= 60 &&
      /[A-Z]/.test(name) &&
      !/^open[- ](?:weights?|sourced?)$/i.test(name) &&
      !/[.;] |:$|\b(?:is|was|are|were|can|has|have|released|with|under|for|see|you)\b/.test(name)
      ? whole('license', name)
      : []
  }
  if (vendorLabel.test(label)) {
    const names = [...new Set(findCompanies(value).map((c) => c.name))]
    return names.length === 1 ? whole('vendor', names[0] as string) : []
  }
  const sized = /^size$/i.test(label) && /^~?\d[\d.]*(?:B|T)(?: \(.*\))?$/.test(value)
  if (sized || activeLabel.test(label) || parameterLabelled.test(label)) {
    const split = /(?<![\w.])(\d{1,4}(?:\.\d{1,2})?[BT])-A(\d{1,4}(?:\.\d{1,2})?)B\b/.exec(value)
    if (split !== null) return whole('parameters', `${split[1]} total, ${split[2]}B active`)
    const counts = findCounts(value).filter((c) => c.value >= 1e6 && c.magnitude !== null && c.magnitude !== 'k')
    const [first, second] = counts
    if (first === undefined) return []
    if (activeLabel.test(label)) return whole('parameters', `${parameterLabel(first.value)} active`)
    if (second !== undefined && /activ/i.test(value) && first.value > second.value)
      return whole('parameters', `${parameterLabel(first.value)} total, ${parameterLabel(second.value)} active`)
    return second === undefined
      ? whole(
          'parameters',
          `${parameterLabel(first.value)}${/\bdense\b/i.test(value) ? ' dense' : /\bactiv(?:e|ated)\b/i.test(value) ? ' active' : ''}`,
        )
      : []
  }
  if ((inputLabel.test(label) || outputKinds.test(label)) && findMoney(value).length === 0) {
    const both = /^(.{3,80}?) \(inputs?\)[;,] (.{3,60}?) \(outputs?\)$/i.exec(value)
    if (both !== null) {
      const [into, out] = [modalityList(both[1] as string), modalityList(both[2] as string)]
      return [...into.split(', '), ...out.split(', ')].every((w) => kinds.test(w))
        ? whole('modalities', `${into} in; ${out} out`)
        : []
    }
    const arrow = /^(.{3,80}?) ?(?:→|->|=>) ?(.{3,60})$/.exec(value)
    const [into, out] = (arrow?.slice(1) ?? [value]).map((part) =>
      modalityList(part.replace(/[;+&]/g, ',').replace(/\b(?:multilingual|natural|plain) /gi, '')),
    )
    if (into !== undefined && out !== undefined)
      return `${into}, ${out}`.split(', ').every((w) => kinds.test(w)) ? whole('modalities', `${into} in; ${out} out`) : []
    const list = into as string
    if (!list.split(', ').every((w) => kinds.test(w))) return []
    return whole('modalities', outputKinds.test(label) ? `${list} out` : /^inputs?$/i.test(label) ? `${list} in` : list)
  }
  if (apiLabel.test(label))
    return yes.test(value) ? whole('access', 'api') : /preview/i.test(value) ? whole('access', 'preview') : []
  const open = openLabel.exec(label)
  if (open !== null) {
    const kind = /source/i.test(open[1] as string) ? 'open-source' : 'open-weights'
    return yes.test(value) ? whole('access', kind) : no.test(value) ? whole('access', 'closed') : []
  }
  if (
    regionLabel.test(label) &&
    value.length <= 120 &&
    !/\b(?:is|are|was|were|will|has|have|being)\b/.test(value) &&
    !yes.test(value) &&
    !no.test(value)
  )
    return whole('availability', placeValue(value))
  if (
    /\b(?:inputs?|outputs?|cached?|prompt|completion)\b/i.test(label) &&
    (priceWord.test(`${label} ${context.around}`) || /\$/.test(value))
  )
    return prices(label, value, context)
  return priceLabel.test(label) ? pricesByWord(value) : []
}
