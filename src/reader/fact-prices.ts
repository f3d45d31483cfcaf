import { clauseStart, type FactSentence, type FoundFact, ownersAt, unrealAt } from './fact-sentence.ts'
import { findMoney, findTokenRates, type Money, pricedByOtherUnit, pricePerMillion } from './quantities.ts'

type Owner = { name: string; variant: string | null }
type Role = 'input' | 'output' | 'cached'

/** A sum that may be a price for tokens, with what stands around it. */
interface Sum {
  money: Money
  role: Role | null
  scale: number | null
  /** Text between this sum and the next, for its tier. */
  after: string
  /** The words that are this sum's own, up to the joints around it, for its mode. */
  near: string
}

const cacheWrite = /\bcache[ -]?(?:writes?|storage|creation)|\bwrites? to cache/i
const cached = /\bcache[ds]?[ -](?:hits?|inputs?|reads?|prompts?|tokens?)|\b(?:input )?cached\b|\bcache (?:read|hit)/i
const roleWord = /\b([Ii]nputs?|INPUT|[Pp]rompt(?= tokens?)|[Oo]utputs?|OUTPUT|[Cc]ompletions?)(?![a-z])/g

const roleOf = (word: string): Role => (/^(?:out|comp)/i.test(word) ? 'output' : 'input')

/** The role named in a stretch of text: the one nearest to its start or end; null where none or where both stand alike. */
function roleIn(part: string, nearest: 'first' | 'last'): Role | 'write' | null {
  if (cacheWrite.test(part)) return 'write'
  if (/\bcache[ -]?miss(?:es)?\b/i.test(part)) return 'input'
  if (cached.test(part)) return 'cached'
  const found = [...part.matchAll(roleWord)]
  const word = found.at(nearest === 'first' ? 0 : -1)
  if (word === undefined) return null
  return roleOf(word[1] as string)
}

const shortIn = /^ ?(in|out)(?= ?(?:[,;/|).]|and |$))/

/** The joint after which the next sum's text begins: a comma, "and", a slash that is no "/M", a bracket that closes. */
const jointAt = (text: string): number => {
  const at = text.search(
    /[;,|·•](?!\d)| (?:and|versus|vs\.?|but|while) |\/(?! ?(?:1|one )? ?(?:m|k|million)(?:tok)?)|[.!?](?= |$)/i,
  )
  return at < 0 ? text.length : at
}

const lastJointEnd = (text: string): number => {
  let end = 0
  for (const m of text.matchAll(/[;,|·•](?!\d)| (?:and|versus|vs\.?|but|while) |[.!?](?= |$)/gi)) end = m.index + m[0].length
  return end
}

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

const formerly =
  /\b(?:from|previously|formerly|originally|used to (?:be|cost)|down from|up from|instead of|rather than|was|were|less than|more than|under|over|below|above|nearly|saves?|saving|cheaper than|between|discount of|credits? of)(?: ?:)? ?(?:an? |the )?$/i
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
 * `price_input` under the condition `cached`. Nothing for prices by month, image, task or seat, for former prices, bounds and
 * savings, nor where the text does not tell input from output.
 */
export function readPrices(sentence: FactSentence): FoundFact[] {
  const { text } = sentence
  if (!/[$€£¥\d]/.test(text)) return []
  const all = findMoney(text)
  const moneys = all.filter((m) => !pricedByOtherUnit(text, m.end) && m.value < 2000)
  if (moneys.length === 0) return []
  const rates = findTokenRates(text)
  const sums: Sum[] = moneys.map((money, i) => {
    const next = all.find((m) => m.start >= money.end)?.start ?? text.length
    const previous = moneys[i - 1]?.end ?? clauseStart(text, money.start)
    const whole = text.slice(money.end, Math.min(next, money.end + 90))
    const after = whole.slice(0, jointAt(whole))
    const lead = text.slice(Math.max(previous, money.start - 60), money.start)
    const before = lead.slice(lastJointEnd(lead))
    const rate = rates.find((r) => r.start >= money.end && r.start <= money.end + after.length)
    const short = shortIn.exec(rate === undefined ? after : text.slice(rate.end, money.end + whole.length))?.[1]
    const role = short !== undefined ? (short === 'in' ? 'input' : 'output') : (roleIn(after, 'first') ?? roleIn(before, 'last'))
    return { money, role: role === 'write' ? null : role, scale: rate?.scale ?? null, after: whole, near: `${before} ${after}` }
  })

  pairByOrder(sentence, sums)
  const scale = rates[0]?.scale ?? null
  let last: Owner[] | null = null
  let other = false
  let skipped = false
  const found: FoundFact[] = []
  for (const [i, sum] of sums.entries()) {
    const { money, role } = sum
    if (role === null) continue
    const both = sums.some((s) => s.role === 'output') && sums.some((s) => s.role !== null && s.role !== 'output')
    const per = sum.scale ?? scale ?? (sentence.pricedPerMillion || both ? 1 : null)
    if (per === null || noPrice.test(text.slice(money.end, money.end + 30))) continue
    const lead = text.slice(Math.max(0, money.start - 40), money.start)
    const slashed = i > 0 && /^ ?\/ ?$/.test(text.slice((sums[i - 1] as Sum).money.end, money.start))
    const first = slashed ? (sums[i - 1] as Sum).money.start : money.start
    const gap = i > 0 ? text.slice((sums[i - 1] as Sum).money.end, money.start) : ''
    const gapStart = money.start - gap.length
    const joined: boolean =
      i > 0 &&
      last !== null &&
      gap.length < 60 &&
      !/[.;]|\b(?:versus|vs|than|compared|while|but)\b/.test(gap) &&
      !sentence.models.some((m) => m.start >= gapStart && m.end <= money.start)
    const owners: Owner[] = joined ? (last as Owner[]) : pricedModel(sentence, first, sum)
    last = owners
    const bracketed = /\((?:which |that )?(?:was|were) ?$/.test(text.slice(0, first))
    other = (perOther.test(text.slice(Math.max(0, first - 90), first)) && !/million/i.test(lead)) || (joined && other)
    if (other || (joined && skipped)) continue
    if (formerly.test(slashed ? text.slice(Math.max(0, first - 40), first) : lead) && !bracketed) {
      skipped = true
      continue
    }
    skipped = unrealAt(text, first)
    if (skipped) continue
    const pairEnd = sums[i + 1] !== undefined && /^ ?\/ ?$/.test(sum.after) ? (sums[i + 1] as Sum).after : sum.after
    const opening = text.slice(clauseStart(text, first), Math.min(first, sums[0]?.money.start ?? first))
    const leadCondition = tierIn(opening) ?? modeIn(opening)
    const condition =
      [role === 'cached' ? 'cached' : null, tierIn(pairEnd) ?? modeIn(sum.near) ?? leadCondition]
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

/** "$5/$25", "$3 and $15 per million input and output tokens": roles by order, input first unless the text says otherwise. */
function pairByOrder(sentence: FactSentence, sums: Sum[]): void {
  const { text } = sentence
  for (let i = 0; i + 1 < sums.length; i += 1) {
    const a = sums[i] as Sum
    const b = sums[i + 1] as Sum
    const gap = text.slice(a.money.end, b.money.start)
    // "from $4 to $2": the new price has the old one's role
    if (/^ (?:down |up )?to (?:just |only )?$/.test(gap)) {
      b.role ??= a.role
      a.role = null
      continue
    }
    const rest = text.slice(b.money.end, b.money.end + 70)
    const lead = text.slice(Math.max(0, a.money.start - 90), a.money.start)
    const named = /\b(inputs?|prompt)(?: tokens?)? ?(?:\/|and|&) ?(?:outputs?|completion)|\b(outputs?) ?(?:\/|and|&) ?inputs?/i
    const order = named.exec(rest) ?? named.exec(lead)
    const slash = /^ ?\/ ?$/.test(gap)
    const earlier = i >= 2 && sums.slice(0, i).some((s) => s.role === 'input') && sums[i - 1]?.role === 'output'
    const bare = a.role === null && b.role === null && a.money.value < b.money.value
    const joined = /^(?:,)? ?(?:and|&) ?$/.test(gap)
    // "…; Pro costs $30 and $180" after a pair that named its roles, "$2 and $12 per million tokens"
    const implied =
      joined &&
      bare &&
      (earlier || (/^ per (?:1 ?)?(?:million|M)(?: tokens)?\b/.test(rest) && ownersAt(sentence, a.money.start).length === 1))
    if (!slash && !implied && !(joined && order !== null)) continue
    // "$3/$15 per million", or a pair in an article that prices by the million: dearer output second
    if (slash && order === null && !sentence.pricedPerMillion && findTokenRates(rest).length === 0) continue
    if (slash && order === null && a.money.value > b.money.value) continue
    const swapped = order?.[2] !== undefined
    a.role = swapped ? 'output' : 'input'
    b.role = swapped ? 'input' : 'output'
    i += 1
  }
}

/** The model that a price belongs to: "… for X" right behind it, else the owner of its place. */
function pricedModel(sentence: FactSentence, at: number, sum: Sum): Owner[] {
  const { models, text } = sentence
  const behind = models.find((m) => m.start > sum.money.end && m.start < sum.money.end + sum.after.length)
  if (behind !== undefined && /\b(?:for|with|on) (?:the )?$/.test(text.slice(sum.money.end, behind.start)) && !behind.complement)
    return [behind]
  const maker = sentence.companies.some((c) => c.end <= at && c.end > at - 14)
  if (!maker && unknownSubject.test(text.slice(0, at)) && !models.some((m) => m.end > at - 30 && m.end <= at)) return []
  return ownersAt(sentence, at)
}
