import { clauseStart, type FactSentence, type FoundFact, listedWith, ownersAt, unrealAt } from './fact-sentence.ts'
import { findSums, type Sum } from './price-sums.ts'
import { pricePerMillion } from './quantities.ts'

type Owner = { name: string; variant: string | null }
const tier =
  /\b(over|above|beyond|more than|exceeding|longer than|larger than|greater than|up to|under|below|within|less than|at most|shorter than)[ ]?(\d[\d.,]{0,9} ?[KkMm]?)(?: ?tokens?)?\b|([<>≤≥]=?) ?(\d[\d.,]{0,9} ?[KkMm])/i
const mode = /\b(off-peak|peak|batch|fast mode|priority|flex|standard|promotional|introductory)\b/i
/** In lower case only: "MAI-Image-2" is a name. */
const kind = /\b(audio|image|video) (?:input|output|tokens?|pric)/

/** The length of prompt that a price holds for: "up to 200K tokens", "over 200K tokens". */
function tierIn(text: string): string | null {
  const length = tier.exec(text)
  if (length === null) return null
  const above = /over|above|beyond|more|exceed|longer|larger|greater|>|≥/i.test(length[1] ?? length[3] ?? '')
  return `${above ? 'over' : 'up to'} ${(length[2] ?? length[4] ?? '').trim().replace(/,$/, '').toUpperCase()} tokens`
}

/** The mode or kind of token that a price holds for: batch, peak, off-peak, audio; null for the plain price. */
function modeIn(text: string): string | null {
  const how = mode.exec(text)?.[1]?.toLowerCase() ?? kind.exec(text)?.[1] ?? null
  return how === 'standard' ? null : how
}

/** A sum behind such words is a bound, a saving or another product's, and no price. */
const bound =
  /\b(?:(?:start(?:s|ing)?|rang(?:es?|ing)) from|less than|more than|under|over|below|above|nearly|up to|at (?:least|most)|saves?|saving|cheaper than|between|discount of|credits? of)(?: ?:)? ?(?:an? |the )?$/i
/** "an hour of talk costs $1 in", "a prompt that cost $1": a price for something else than tokens. */
const perOther =
  /\b(?:an?|per|each|one|every) (?:hour|minute|prompt|task|session|image|video|run|query|request|call|conversation|month|article|page)\b[^;]{0,40}$/i
const unknownSubject =
  /(?:^|[;:,.] |\band )(?!It\b|They\b|Both\b|This\b|That\b|Input|Output|Pricing|Price|Access|API\b|Usage|Model|Each|Which|Inference)[A-Z][\w.-]{1,20} (?:costs?|charges|is priced at|runs|at) $/
const noPrice =
  /^ ?(?:cheaper|less|more|off|in (?:free )?credits?|credits?|discount|savings?|in (?:revenue|funding)|worth|plan|tier|subscription|fee|to run|per run)\b/i

/**
 * Prices for input and output tokens in one sentence, in the ways people write them: "$1.25 per million input tokens and $10 per
 * million output", "$5/$25 per M", "input costs $2, output $12", "$0.10/M in", "$0.15 (cache hit)". A cached-input price is a
 * `price_input` under the condition `cached`, what a model cost before has the condition `formerly`. Nothing for prices by month, image,
 * task or seat, for bounds and savings, in other currencies, nor where the text does not tell input from output.
 */
export function readPrices(sentence: FactSentence): FoundFact[] {
  const { text } = sentence
  if (!/[$€£¥\d]/.test(text)) return []
  const { sums, rates } = findSums(sentence)
  if (sums.length === 0) return []
  const scale = rates[0]?.scale ?? null
  const both = sums.some((s) => s.role === 'output') && sums.some((s) => s.role !== null && s.role !== 'output')
  let last: Owner[] | null = null
  let other = false
  let skipped = false
  const found: FoundFact[] = []
  for (const [i, sum] of sums.entries()) {
    const { money, role } = sum
    const per = sum.scale ?? scale ?? (sentence.pricedPerMillion || both ? 1 : null)
    if (role === null || per === null || noPrice.test(text.slice(money.end, money.end + 30))) continue
    const lead = text.slice(Math.max(0, money.start - 40), money.start)
    const slashed = i > 0 && /^ ?\/ ?$/.test(text.slice((sums[i - 1] as Sum).money.end, money.start))
    const first = slashed ? (sums[i - 1] as Sum).money.start : money.start
    const joined: boolean = last !== null && joinsLast(sentence, sums, i)
    const owners: Owner[] = joined ? (last as Owner[]) : pricedModel(sentence, first, sums, i)
    last = owners
    // "doubled vs X ($2.50→$5.00)": the second is no longer X's
    if (risenFrom.test(text.slice(Math.max(0, money.start - 80), money.start))) continue
    other = (perOther.test(text.slice(Math.max(0, first - 90), first)) && !/million/i.test(lead)) || (joined && other)
    if (other || (joined && skipped && !sum.former)) continue
    if (bound.test(slashed ? text.slice(Math.max(0, first - 40), first) : lead) && !sum.former) {
      skipped = true
      continue
    }
    skipped = unrealAt(text, first) || othersPrice(sentence, sums, i)
    // gold and README alike: a price value is in dollars
    if (skipped || money.currency !== 'USD') continue
    const pairEnd = sums[i + 1] !== undefined && /^ ?\/ ?$/.test(sum.after) ? (sums[i + 1] as Sum).after : sum.after
    const opening = text.slice(clauseStart(text, first), Math.min(first, sums[0]?.money.start ?? first))
    const leadCondition = tierIn(opening) ?? modeIn(opening)
    const condition =
      [
        role === 'cached' ? 'cached' : null,
        sum.former && named(sum, sentence.models) === undefined ? 'formerly' : null,
        tierIn(pairEnd) ?? modeIn(sum.near) ?? leadCondition,
      ]
        .filter((c) => c !== null)
        .join(', ') || null
    const rateEnd = rates.find((r) => r.start >= money.end)?.end ?? money.end
    for (const owner of owners)
      found.push({
        model: owner.name,
        variant: owner.variant,
        attribute: role === 'output' ? 'price_output' : 'price_input',
        value: pricePerMillion(money, per),
        condition,
        start: first,
        end: Math.max(money.end, Math.min(rateEnd, money.end + 60)),
      })
  }
  return found
}

const risenFrom = /\b(?:vs\.?|versus|than|over|compared (?:to|with)) [^()]{1,40}\(\$[\d.]+ ?(?:→|->) ?$/

const measuredAgainst =
  /\b(?:versus|vs\.?|against|compared (?:with|to)|than|unlike) (?:(?:an?|the|about|roughly|around|nearly|[A-Z]\w{1,20}'s) )*["“]?$/

/** "… versus $0.80 for the alternative": a sum that it is compared with, of a model that is not named, or only by the sum before. */
function othersPrice({ text, models }: FactSentence, sums: readonly Sum[], i: number): boolean {
  const { money, former, after } = sums[i] as Sum
  if (former || !measuredAgainst.test(text.slice(Math.max(0, money.start - 40), money.start))) return false
  return !models.some((m) => m.start >= money.end && m.start < money.end + after.length + 60)
}

/** Whether sum `i` is the same model's as the sum before it: no other name, stop or comparison between, unless it is an old price. */
function joinsLast({ text, models }: FactSentence, sums: readonly Sum[], i: number): boolean {
  const before = sums[i - 1]
  const sum = sums[i] as Sum
  if (before === undefined) return false
  const gap = text.slice(before.money.end, sum.money.start)
  if (gap.length >= (sum.former ? 120 : 60) || models.some((m) => m.start >= before.money.end && m.end <= sum.money.start))
    return false
  const pair = sums[i + 1]
  if (pair !== undefined && pairJoint.test(text.slice(sum.money.end, pair.money.start)) && named(pair, models) !== undefined)
    return false
  if (sum.former || (before.former && / to /.test(gap))) return !/[;]/.test(gap) && named(sum, models) === undefined
  return !/[.;]|\b(?:versus|vs|than|against|from|compared|while|but)\b/.test(gap)
}

const pairJoint = /^ ?(?:and|&|\/) ?$/

/** "… for X" right behind a sum. */
function named(sum: Sum, models: FactSentence['models']): FactSentence['models'][number] | undefined {
  const end = sum.money.end
  return models.find(
    (m) => m.start > end && m.start < end + sum.after.length && namedBehind.test(sum.after.slice(0, m.start - end)),
  )
}

const namedBehind =
  /(?:^|[ ,])(?:for|with|on) (?:the |its )?(?:(?:predecessor|previous|prior|older|earlier|larger|smaller|cheaper|standard|flagship|current|newer|rival|sibling),? ){0,2}(?:[A-Z][\w.]+'s )?$|^ (?:(?:list )?(?:rates?|prices?|pricing|cost) )?(?:of|in) (?:[A-Z][\w.]+'s )?$|^ per [\w ]{1,30} in $/

/** The model that a price belongs to: "… for X" behind the last of its sums, else the owner of its place. */
function pricedModel(sentence: FactSentence, at: number, sums: readonly Sum[], from: number): Owner[] {
  const { models, text } = sentence
  for (let i = from; i < sums.length; i += 1) {
    const before = sums[i - 1]
    const paired = i === from + 1 && before !== undefined && pairJoint.test(text.slice(before.money.end, sums[i]?.money.start))
    if (i > from && !paired && !joinsLast(sentence, sums, i)) break
    const behind = named(sums[i] as Sum, models)
    if (behind !== undefined) return listedWith(sentence, models.indexOf(behind))
  }
  const maker = sentence.companies.some((c) => c.end <= at && c.end > at - 14)
  if (!maker && unknownSubject.test(text.slice(0, at)) && !models.some((m) => m.end > at - 30 && m.end <= at)) return []
  return ownersAt(sentence, at)
}
