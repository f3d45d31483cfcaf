import { everyMatch } from '../lexicon/every-match.ts'
import { clauseStart, type FactSentence, ownersAt } from './fact-sentence.ts'
import { findMoney, findTokenRates, type Money, pricedByOtherUnit, type TokenRate } from './quantities.ts'

export type Role = 'input' | 'output' | 'cached'

/** A sum that may be a price for tokens, with what stands around it. */
export interface Sum {
  money: Money
  role: Role | null
  scale: number | null
  /** Text between this sum and the next, for its tier. */
  after: string
  /** The words that are this sum's own, up to the joints around it, for its mode. */
  near: string
  /** What it cost before: "from $4 to $2", "down from $15". */
  former: boolean
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
  const found = everyMatch(part, roleWord)
  const word = found.at(nearest === 'first' ? 0 : -1)
  if (word === undefined) return null
  return roleOf(word[1] as string)
}

const shortIn = /^ ?(in|out)(?= ?(?:[,;/|).]|and |$))/
/** "For input, it charges $3 …". */
const clauseRole = /(?:^|[;:] ?|, |\b(?:and|while|but) )(?:for|on) (input|output)(?: tokens)?, [^;$]{0,60}$/i

/** The joint after which the next sum's text begins: a comma, "and", a slash that is no "/M", a bracket that closes. */
const jointAt = (text: string): number => {
  const at = text.search(
    /[;,|·•](?!\d)| (?:and|versus|vs\.?|but|while|compared|down|up|reduced|instead) |\/(?! ?(?:1|one )? ?(?:input |output )?(?:m|k|million)(?:tok)?)|[.!?](?= |$)/i,
  )
  return at < 0 ? text.length : at
}

const sumJoint = /[;,|·•](?!\d)| (?:and|versus|vs\.?|but|while) |[.!?](?= |$)| [—–] /gi
const lastJointEnd = (text: string): number => {
  let end = 0
  for (const m of everyMatch(text, sumJoint)) end = m.index + m[0].length
  return end
}

const fell =
  /\b(?:down|up|reduced|cut|lowered|dropp?(?:s|ed|ing)?|slash(?:es|ed|ing)|discounted|rais(?:es|ed|ing)|increas(?:es|ed|ing)|f[ae]ll(?:s|en|ing)?|r[io]se[sn]?|rising|went|goes|going|decreas(?:es|ed|ing)|jump(?:s|ed)|climb(?:s|ed)|mov(?:es|ed|ing)|chang(?:es|ed|ing))\b[^;.]{0,60} from (?:the )?(?:about |around |roughly |current |previous |old )?$/i
const formerly =
  /\b(?:previously|formerly|originally|(?:used|had been) to (?:be|cost)|(?:old|previous|former|original) (?:price|rate)s?(?: of| was|:)?)(?: at| of|:)?(?: about| around| roughly)? ?$/i
/** What joins a pair of sums to the pair before it, so that the roles come over: "down from $1 and $6", "compared with $5 and $25". */
const echo =
  /\b(?:from|versus|vs\.?|against|than|compared (?:with|to)|instead of|rather than|while|whereas|to|for)\b(?:[^$;.]|\.(?=\d)){0,60}$|^,? ?(?:and|or) ?$|, (?:and|while) [^$;]{2,40} (?:at|costs?|charges|is) (?:just |only )?$/i

/** The sums of a sentence with their roles, in order; sums by the month, image or seat are none. */
export function findSums(sentence: FactSentence): { sums: Sum[]; rates: TokenRate[] } {
  const { text } = sentence
  const all = findMoney(text)
  const moneys = all.filter((m) => !pricedByOtherUnit(text, m.end) && m.value < 2000)
  if (moneys.length === 0) return { sums: [], rates: [] }
  const rates = findTokenRates(text)
  const sums: Sum[] = moneys.map((money, i) => {
    const next = all.find((m) => m.start >= money.end)?.start ?? text.length
    const previous = moneys[i - 1]?.end ?? clauseStart(text, money.start)
    const whole = text.slice(money.end, Math.min(next, money.end + 90))
    // "$2/$8 per million (cached: $0.20)": the bracket's words are its own sum's
    const own = whole.replace(next < text.length ? /\([^()$€£¥]*$/ : /$/, '')
    const after = own.slice(0, jointAt(own))
    const lead = text.slice(Math.max(previous, money.start - 60), money.start)
    const before = lead.slice(lastJointEnd(lead))
    const rate = rates.find((r) => r.start >= money.end && r.start <= money.end + after.length)
    const short = shortIn.exec(rate === undefined ? after : text.slice(rate.end, money.end + whole.length))?.[1]
    const named = clauseRole.exec(text.slice(Math.max(0, money.start - 90), money.start))?.[1]
    const role =
      short !== undefined
        ? short === 'in'
          ? 'input'
          : 'output'
        : (roleIn(after, 'first') ?? roleIn(before, 'last') ?? (named === undefined ? null : roleOf(named)))
    const wide = text.slice(Math.max(0, money.start - 100), money.start)
    return {
      money,
      role: role === 'write' ? null : role,
      scale: rate?.scale ?? null,
      after: whole,
      near: `${before} ${after}`,
      former: fell.test(wide) || formerly.test(wide),
    }
  })
  tripleByOrder(sentence, sums)
  pairByOrder(sentence, sums)
  fillIn(sentence, sums)
  const told = sums.flatMap((s): Sum[] =>
    forBoth.test(s.after)
      ? [
          { ...s, role: 'input' },
          { ...s, role: 'output' },
        ]
      : [s],
  )
  return { sums: told, rates }
}

/** "X sits at $5 and $25" in an article that prices by the million. */
const listedAt =
  /\b(?:sits|lists|listed|priced|comes in|stands|is|are|model [\w. -]{2,24}) at $|(?<=\d[\w.]{0,6}(?: [A-Za-z]\w+)?(?:, which)? )(?:costs?|charges|is|runs) (?:about |roughly |just |only )?$|\b(?:charges|asks|wants) (?:about |roughly |just |only )?$/
const plausible = (a: Sum, b: Sum): boolean =>
  b.money.value < 200 && b.money.value >= 2.9 * a.money.value && b.money.value < 9 * a.money.value

const forBoth = /^[^$,;]{0,30}\b(?:for|on) both (?:the )?inputs? and outputs?\b/

const gapOf = (text: string, a: Sum, b: Sum): string => text.slice(a.money.end, b.money.start)

/** "$0.20 / $0.02 / $1.20": input, cached input, output, where the sums are in that order of size. */
function tripleByOrder({ text }: FactSentence, sums: Sum[]): void {
  for (let i = 0; i + 2 < sums.length; i += 1) {
    const [a, b, c] = sums.slice(i, i + 3) as [Sum, Sum, Sum]
    const slashed = [gapOf(text, a, b), gapOf(text, b, c)].every((gap) => /^ ?\/ ?$/.test(gap))
    if (!slashed || /^ ?\/ ?[$€£¥]/.test(c.after)) continue
    if (!(b.money.value < a.money.value && a.money.value < c.money.value)) continue
    a.role = 'input'
    b.role = 'cached'
    c.role = 'output'
    i += 2
  }
}

/** "$5/$25", "$3 and $15 per million input and output tokens": roles by order, input first unless the text says otherwise. */
function pairByOrder(sentence: FactSentence, sums: Sum[]): void {
  const { text } = sentence
  for (let i = 0; i + 1 < sums.length; i += 1) {
    const a = sums[i] as Sum
    const b = sums[i + 1] as Sum
    if (a.role === 'cached' || b.role === 'cached') continue
    const gap = gapOf(text, a, b)
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
    // "X and Y cost $2 and $6" may be one price each
    const atPair =
      joined &&
      bare &&
      sentence.pricedPerMillion &&
      listedAt.test(lead) &&
      plausible(a, b) &&
      ownersAt(sentence, a.money.start).length < 2
    if (!slash && !implied && !atPair && !(joined && order !== null)) continue
    // "$3/$15 per million", or a pair in an article that prices by the million: dearer output second
    if (slash && order === null && !sentence.pricedPerMillion && findTokenRates(rest).length === 0) continue
    if (slash && order === null && a.money.value > b.money.value) continue
    const swapped = order?.[2] !== undefined
    a.role = swapped ? 'output' : 'input'
    b.role = swapped ? 'input' : 'output'
    b.former ||= a.former
    i += 1
  }
}

/** Roles that a sum has from the one before it: "from $4 to $2", "2 yuan ($0.28)", "$2.19 per million, compared to $60 for …". */
function fillIn({ text }: FactSentence, sums: Sum[]): void {
  for (const [i, b] of sums.entries()) {
    const a = sums[i - 1]
    if (a === undefined) continue
    const gap = gapOf(text, a, b)
    const moved = /^(?: per (?:1M|million|M)(?: input| output)?(?: tokens)?)?,? (?:down |up )?to (?:just |only |about )?$/.test(
      gap,
    )
    if (
      moved &&
      / from (?:the )?(?:about |around |roughly )?$/i.test(text.slice(Math.max(0, a.money.start - 20), a.money.start))
    ) {
      a.role ??= b.role
      b.role ??= a.role
      a.former = true
      continue
    }
    if (
      /^(?: [a-z]+){0,4} ?\((?:about |around |roughly |approximately |or |~|≈)?$/.test(gap) &&
      a.money.currency !== b.money.currency
    ) {
      b.role ??= a.role
      b.scale ??= a.scale
      continue
    }
    if (b.role !== null || a.role === null || gap.length > 90 || !echo.test(gap)) continue
    const c = sums[i + 1]
    const before = sums[i - 2]
    const paired = c !== undefined && c.role === null && /^(?:,? ?(?:and|&)|\/) ?$/.test(gapOf(text, b, c).trim())
    const fromPair = before !== undefined && before.role === 'input' && a.role === 'output'
    if (paired && fromPair && b.money.value < c.money.value) {
      b.role = 'input'
      c.role = 'output'
      c.former = b.former
    } else if (!paired && !fromPair && !/^,? ?(?:and|or) ?$/.test(gap)) b.role = a.role
  }
}
