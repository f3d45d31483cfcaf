import { everyMatch } from '../lexicon/every-match.ts'
import { type FactSentence, type FoundFact, listedWith, ownersAt, unrealAt } from './fact-sentence.ts'
import { type Count, findCounts, parameterLabel } from './quantities.ts'

const hedge = '(?:(?:only|just|about|roughly|around|approximately|some|nearly|a mere|merely|up to|an estimated) ){0,2}'
const activeAfter =
  /^(?:[ -]?(?:total |active )?(?:parameters?|params?))?[ ,-]{0,2}(?:that )?(?:are |is |being |of them |(?:of )?which (?:are )?)?(?:active|activated)\b|^ of them (?:are )?(?:work|used?|run|fire|take part)\b|^(?:[ -]?(?:parameters?|params?))? ?(?:are used |used |fire |engaged )?(?:per|for each|on each|at each) (?:token|inference|forward|query|step)/i
const activeBefore = new RegExp(
  String.raw`\b(?:activat(?:es?|ing|ed)|active(?: parameters?)?(?: count)?(?: of| is|:)?|(?:each|single|every|any|per) token (?:involves|uses|needs|takes|engages|touches)) ${hedge}$`,
  'i',
)
/** "activates 18B~31B parameters (averaging ~27B)": of a range, the mean. */
const averaged = /\bactivat[^.;()]{0,50}\((?:averaging|(?:on )?average|avg\.?)(?: of)? ?$/i
const ofWhich = new RegExp(String.raw`\b(?:of which|with) ${hedge}$`, 'i')
const totalAfter = /^[ -]?(?:total|in total|overall|all told)\b/i
const architecture = /^[ -]?(?:parameters?[ ,-]{1,2})?(?:[a-z]+[ -])?(dense|mixture[- ]of[- ]experts|moe)\b/i
const modelNoun =
  /^[ -](?:[\w"'“”(),/-]{1,24} ){0,5}?(?:models?|LLMs?|MoEs?|mixture|networks?|systems?|scale|size|dense|architecture|transformers?|release|giant|variants?|versions?|checkpoints?|flagship|AI(?= (?:designed|built|made|trained|that|which)))\b/i
const compared =
  /\b(?:than|versus|vs\.?|between|like(?: running| having)? an?|equivalent (?:to|of) an?|comparable (?:to|with) an?|models (?:with|of|over|under|above|below)|per|every|fewer|times|another|additional|extra) (?:[a-z]+ ){0,2}$/i
const dollars = /^[ -]?(?:dollars?|users?|tokens?|people|valuation|downloads?|in (?:revenue|funding|cash))/i

/** "X is a 36B model", "X, a dense 36B base model". */
const isOf =
  /(?:\b(?:is|was)|,|—|–) (?:an?|its|the) (?:(?:new|dense|small|large|smaller|larger|compact|lightweight|open|sparse|hybrid),? ){0,3}$/
const plainNoun = /^ (?:(?:[a-z]+(?:-[a-z]+)*|AI|MoE|text|language) ){0,4}(?:model|LLM|VLM)\b/

/** Parts of a model have sizes of their own, and a guess is no size. */
const otherThing =
  /\b(?:encoders?|decoders?|codec|adapters?|heads?|draft|embeddings?|towers?|projector|guess(?:es|ed)?|speculat\w+|estimat\w+|effective)\b[^.;]{0,50}$/i
/** "models of 3B, 8B and 30B parameters", "200 to 300 billion": one number of a list or range. */
const listed = /\d[ -]?[BKMT]?(?:illion|rillion)?(?:,| and| or|, and|, or|,? to|[–~∼-]) ?$/i

/** "800 million weekly active users" */
const people = /^ (?:[a-z]+ ){0,3}(?:users?|customers?|people|subscribers?|accounts?|developers?|downloads?|installs?|visits?)\b/

type Part = { kind: 'total' | 'active'; count: Count; dense: boolean }

function partOf(text: string, count: Count): Part | null {
  if (count.value < 1e6 || count.magnitude === null || count.magnitude === 'k') return null
  const before = text.slice(Math.max(0, count.start - 60), count.start)
  const lead = before.replace(/[~∼≈]$/, '')
  const bareEnd =
    count.start +
    text.slice(count.start, count.end).replace(/[ -]?(?:total |active |activated |trainable )?(?:parameters?|params?)$/i, '')
      .length
  const rest = text.slice(bareEnd, bareEnd + 60)
  if (/^ ?[BMT]?(?:[–~∼-]| to )\d/.test(rest) || /\d[BMT]?[–~∼]$/.test(before)) return null
  // what will be, and what a family reaches at its largest, are no size of this model
  if (
    /\bwill (?:[a-z]+ ){1,3}$|\b(?:topp?(?:s|ed|ing) out at|rang\w+ from|as (?:large|big|small) as) (?:[a-z]+ ){0,2}$/i.test(lead)
  )
    return null
  if (dollars.test(rest) || people.test(rest) || compared.test(lead) || otherThing.test(lead)) return null
  const named = count.unit === 'parameters'
  const active =
    averaged.test(lead) ||
    activeAfter.test(rest) ||
    (activeBefore.test(lead) && (named || !/^[ -][a-z]/.test(rest) || /^ of (?:them|these|those)\b/.test(rest))) ||
    (ofWhich.test(lead) && /^[^\d]{0,40}\bactiv/i.test(rest))
  if (active) return { kind: 'active', count, dense: false }
  if (listed.test(lead)) return null
  // "X Small (24B, …)"
  const bracketed = named || !/[A-Z\d][\w.-]* \($/.test(lead) || !/^[,;)]/.test(rest) ? false : count.magnitude === 'b'
  const shape = architecture.exec(rest)?.[1]?.toLowerCase()
  const said = count.magnitude !== null && /^[bt]/.test(count.magnitude) && isOf.test(lead) && plainNoun.test(rest)
  // "a parameter count of …, dwarfing X's 175 billion"
  const owned = /[A-Z\d][\w.-]*['’]s $/.test(lead) && /^(?:[,;)]|\.(?:\s|$)|$)/.test(rest) && /\bparameters?\b/.test(text)
  if (!named && !bracketed && !said && !owned && !totalAfter.test(rest) && shape === undefined) return null
  // "the smaller 9B version": another one than that spoken of
  if (/\b(?:smaller|lighter) $/i.test(lead) && /^ ?(?:version|variant|model|sibling)\b/.test(text.slice(count.end))) return null
  // what a family reaches at its largest, a class that it leads, a size that it is like
  if (
    /\b(?:up to|under|below|sub-|(?:closer|close|similar|comparable|equivalent|akin) to (?:that of )?(?:an? )?)[ ~≈]*$/i.test(
      lead,
    )
  )
    return null
  // "a trillion-parameter knowledge graph" is no model
  if (/-param/i.test(text.slice(bareEnd, count.end)) && !modelNoun.test(text.slice(count.end, count.end + 60))) return null
  return { kind: 'total', count, dense: shape === 'dense' || /\bdense (?:model (?:at|of|with) |at )?$/i.test(lead) }
}

const splitSize = /(?<![\w.-])(\d{1,4}(?:\.\d{1,2})?)([BT])-A(\d{1,4}(?:\.\d{1,2})?)B\b/g

/** The model that a size right before its name belongs to: "the lightweight 30B-A3B model X". */
function modelBehind(sentence: FactSentence, end: number): { name: string; variant: string | null }[] | null {
  const at = sentence.models.findIndex((m) => m.start >= end)
  const model = sentence.models[at]
  if (model === undefined) return null
  const gap = sentence.text.slice(end, model.start)
  if (!/^[ -](?:[\w-]{1,20}[ -]){0,4}$/.test(gap) || !/\b(?:models?|LLM|version|variant|MoE)\b/i.test(gap)) return null
  if (
    /\b(?:that|which|rival\w*|beat\w*|match\w*|outperform\w*|surpass\w*|tops|for|by|from|to|than|with|and|is|are|of|like|behind|on|at|in)\b/.test(
      gap,
    )
  )
    return null
  return listedWith(sentence, at)
}

/** "Compared to X, Y grows from 355B to 744B": the first size is X's, or nobody's where no X is named. */
function grownFrom(sentence: FactSentence, start: number, end: number): { name: string; variant: string | null }[] | null {
  const { text, models } = sentence
  if (!/\bfrom (?:about |around |roughly )?$/.test(text.slice(0, start))) return null
  if (
    !/^(?: (?:parameters? )?\([^)]{1,40}\)| active\)|\))?(?: parameters?)?(?: (?:in|of|with|for) [\w. -]{1,30})? to ~?\d/.test(
      text.slice(end, end + 120),
    )
  )
    return null
  const old = /^(?:Compared (?:to|with)|Versus|Over) (?:its (?:predecessor|forerunner),? )?/.exec(text)?.[0].length ?? 0
  return models.filter((m) => old > 0 && m.start === old)
}

/**
 * Sizes in parameters: "111B", "31B dense", "26B total, 3.8B active". Total and active count are one value where one sentence says
 * both; else `joinSizes` puts them together. A size inside a model's name says nothing of its own.
 */
export function readParameters(sentence: FactSentence): FoundFact[] {
  const { text, models } = sentence
  const inName = (start: number, end: number): boolean => models.some((m) => m.start < end && start < m.end)
  const found: FoundFact[] = []
  const add = (start: number, end: number, value: string): void => {
    const owners = grownFrom(sentence, start, end) ?? modelBehind(sentence, end) ?? ownersAt(sentence, start)
    for (const owner of owners)
      found.push({ model: owner.name, variant: owner.variant, attribute: 'parameters', value, condition: null, start, end })
  }
  for (const m of everyMatch(text, splitSize)) {
    if (inName(m.index, m.index + m[0].length)) continue
    add(m.index, m.index + m[0].length, `${m[1]}${m[2]} total, ${m[3]}B active`)
  }
  if (!/param|active|activat|total|dense|\bMoE\b|mixture|\(\d|\d[BT] /i.test(text)) return found
  const counts = findCounts(text)
  const [some, all] = counts
  // "activates 3B of its 30B parameters"
  if (
    some !== undefined &&
    all !== undefined &&
    some.value >= 1e6 &&
    some.value < all.value &&
    /\b(?:activ|us(?:es|ing)\b|engag|fires\b|touch)/i.test(text)
  ) {
    const gap = text.slice(some.end, all.start)
    if (
      /^(?: active)?(?: parameters)?,? (?:(?:out )?of|from) (?:its|the|their|a|about|roughly|around|some)? ?(?:total )?(?:of )?$/.test(
        gap,
      ) &&
      !inName(some.start, all.end)
    ) {
      add(some.start, all.end, `${parameterLabel(all.value)} total, ${parameterLabel(some.value)} active`)
      return found
    }
  }
  const parts: Part[] = []
  for (const [i, count] of counts.entries()) {
    if (inName(count.start, count.end)) continue
    const part = partOf(text, count)
    if (part === null || unrealAt(text, count.start)) continue
    // "284 billion, 13 billion active": a bare size right before an active count is the total
    const before = counts[i - 1]
    const bare =
      before !== undefined &&
      /^(?: (?:[a-z-]+ ){0,2}(?:model|MoE|LLM))?(?:,| \(| with| \/) (?:of which |with |and )?(?:about |only |just )?$|^ \($/.test(
        text.slice(before.end, count.start),
      )
    if (
      part.kind === 'active' &&
      bare &&
      before.unit === null &&
      before.magnitude !== null &&
      before.value > count.value &&
      !inName(before.start, before.end) &&
      parts.at(-1)?.count !== before
    )
      parts.push({ kind: 'total', count: before, dense: false })
    parts.push(part)
  }
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] as Part
    const next = parts[i + 1]
    const between = next === undefined ? '' : text.slice(part.count.end, next.count.start)
    // an active count first needs its total to say so
    const ordered =
      part.kind === 'total' ||
      (next !== undefined && totalAfter.test(text.slice(next.count.start).replace(/^[\d.,]+ ?\w* ?/, ' '))) ||
      (next !== undefined && /\btotal (?:(?:pool|size|count|capacity) )?of $/.test(between))
    const pair = next !== undefined && next.kind !== part.kind && between.length < 110 && ordered
    const split =
      next !== undefined && models.some((m) => m.start >= part.count.end && m.end <= next.count.start && !m.complement)
    if (pair && !split) {
      const [total, active] = part.kind === 'total' ? [part, next] : [next, part]
      if (total.count.value > active.count.value)
        add(
          part.count.start,
          next.count.end,
          `${parameterLabel(total.count.value)} total, ${parameterLabel(active.count.value)} active`,
        )
      i += 1
      continue
    }
    const label = parameterLabel(part.count.value)
    add(part.count.start, part.count.end, part.kind === 'active' ? `${label} active` : part.dense ? `${label} dense` : label)
  }
  return found
}
