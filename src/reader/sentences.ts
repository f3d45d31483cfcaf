import { everyMatch } from '../lexicon/every-match.ts'

/** A half-open range of UTF-16 offsets into the text that was split. */
export interface Range {
  start: number
  end: number
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

const hard = new Set(
  'vs v cf e.g i.e eg ie al approx c ca fig figs sec eq dr mr mrs ms prof mt gen col sgt rep sen gov capt lt a.k.a aka'.split(
    ' ',
  ),
)
const soft = new Set(
  'inc corp co ltd llc plc dept est etc vol p pp ch sr jr st u.s u.k e.u u.n a.m p.m am pm ph.d mon tue wed thu fri sat sun w/ w/o max min avg'.split(
    ' ',
  ),
)
const months = new Set('jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '))
const starter =
  /^["'(]*(?:It|He|She|They|We|I|You|The|This|That|These|Those|There|But|And|However|In|On|At|For|When|While|No|Yes|A|An|If|As|So|What|Who|Why|How|All|Our|Their|Its|His|Her)\b/
const saying = /^["'(]*\p{Lu}[\w-]* (?:is|are|was|were|has|said|says|did)\b/u
const lowerName = /^(?:iPhone|iPad|iOS|xAI|eBay|o[1-9](?:[- ]?(?:mini|pro|preview))?\b|gpt|llama|qwen)/
const exclaimedName = /(?:Yahoo|Jeopardy)!["')\]]*$/
const glued =
  /(?:\p{Ll}{2}|[%)\]]|\p{Lu}{2}|\d)[.!?]["')\]]{0,2}(?=["'(]?\p{Lu}\p{Ll}|["'(]?(?:GPT|AI|On|In|It|At|Is|As|We|If|A|I) ?)/gu
/** A name or a price that ICU does not take for a start. */
const unseenStart = /[.!?]["')\]]? (?=[$€£]\d|(?:xAI|iOS|iPhone|o[1-9](?:-(?:mini|pro))?) )/g

const gluedPrice =
  /\p{Ll}{2}(?=\p{Lu}\p{Ll}[\w.-]*(?: [\w.()-]{1,14}){0,4}: ?\$\d)|\$[\d.]+ (?:for )?(?:input|output)(?=(?:It|This|That|These|The|All|Both|But|And|For|By)\b)/gu

/**
 * Splits text into sentences: the ranges of `Intl.Segmenter`, merged and split by rules for abbreviations, initials, list numbers
 * and product names in lower case ("approx. 3", "vs. 80.2", "o3 is …"). Also splits where a full stop is glued to the next
 * sentence ("surfaces.The"). Ranges are trimmed, in order and without overlap. Linear in the length. Rules and measurements: our own
 * set of 45 launch-news texts (boundary F1 .97) and the English Golden Rules of pragmatic_segmenter (MIT).
 */
export function splitSentences(text: string): Range[] {
  const merged: Range[] = []
  let open: Range | null = null
  for (const { index, segment } of segmenter.segment(text)) {
    const span: Range = { start: index, end: index + segment.length }
    if (open !== null && joins(text, open, span)) open.end = span.end
    else {
      if (open !== null) merged.push(open)
      open = span
    }
  }
  if (open !== null) merged.push(open)
  return merged.flatMap((span) => unglue(text, span)).flatMap((span) => trim(text, span))
}

function joins(text: string, open: Range, span: Range): boolean {
  const tail = text.slice(Math.max(open.start, open.end - 80), open.end)
  if (/\n\s*$/.test(tail)) return false
  const left = tail.trimEnd()
  const right = text.slice(span.start, Math.min(span.end, span.start + 60)).trimStart()
  const lower = /^\p{Ll}/u.test(right)
  if (/[!?…]["')\]]*$/.test(left)) return lower && (/["'”)]$/.test(left) || exclaimedName.test(left))
  const word = /(?:^|[\s("'[])((?:[\p{L}/]+\.)*[\p{L}/]+)\.$/u.exec(left)?.[1]
  if (word !== undefined) {
    const small = word.toLowerCase()
    if (hard.has(small)) return true
    if (small === 'no' || small === 'nos') return /^\d/.test(right) && /\p{Lu}/u.test(word[0] ?? '')
    if (months.has(small)) return /^\d/.test(right) || lower
    if (soft.has(small)) return lower || !(starter.test(right) || saying.test(right))
    if (/^\p{Lu}$/u.test(word) && word !== 'I') return !starter.test(right)
  }
  if (/^\s*\d{1,3}\.$/.test(text.slice(open.start, Math.min(open.end, open.start + 8)).trimEnd()) && open.end - open.start < 8)
    return true
  if (/[,:] \d{1,2}\.$/.test(left)) return true
  return lower && !lowerName.test(right)
}

/** Splits one range where a stop is followed by no space, or by a name or a price that ICU does not take for a start. */
function unglue(text: string, span: Range): Range[] {
  const part = text.slice(span.start, span.end)
  const cuts: number[] = []
  glued.lastIndex = 0
  for (let match = glued.exec(part); match !== null; match = glued.exec(part)) {
    const at = match.index + match[0].length
    const digit = /\d[.!?]["')\]]{0,2}$/.test(match[0])
    const rest = part.slice(at, at + 40)
    if (digit && !starter.test(rest)) continue
    if (/^["'(]?\p{Lu}[\p{L}\d]*\.\w/u.test(rest) || /[\w-]\.$/.test(match[0]) !== /\.$/.test(match[0])) continue
    if (isDomain(part, match.index, at)) continue
    cuts.push(at)
  }
  for (const match of everyMatch(part, unseenStart)) {
    const before = part.slice(Math.max(0, match.index - 12), match.index)
    const word = /(?:^|[\s(])([\p{L}.]+)$/u.exec(before)?.[1]?.toLowerCase()
    if (word === undefined || !(hard.has(word) || soft.has(word) || months.has(word))) cuts.push(match.index + match[0].length)
  }
  // "✅ Test A: 90.6 ✅ Test B: 74.2": a list that was set in one line.
  for (const match of everyMatch(part, /(?<=\s)[✅❌✔✓✗✘☑▪•●►]\ufe0f? /gu)) if (match.index > 0) cuts.push(match.index)
  // "$2.00 for outputLarge 2: $0.10 input / $0.30 outputThat pricing": lines of a price list that ran together
  for (const match of everyMatch(part, gluedPrice)) cuts.push(match.index + match[0].length)
  if (cuts.length === 0) return [span]
  cuts.sort((a, b) => a - b)
  const edges = [0, ...cuts, part.length]
  return edges.slice(1).map((edge, i) => ({ start: span.start + (edges[i] as number), end: span.start + edge }))
}

/** "Booking.Com", "e.g.Some": a word of the web or an abbreviation, not the end of a sentence. */
function isDomain(part: string, from: number, at: number): boolean {
  const after = /^["'(]?(\p{L}+)/u.exec(part.slice(at, at + 30))?.[1] ?? ''
  if (/^(?:com|org|net|ai|io|js|dev|app|co|uk|eu|gov|edu|py|md|txt|json)$/i.test(after)) return true
  const before = /([\p{L}.]+)[.!?]["')\]]{0,2}$/u.exec(part.slice(Math.max(0, from - 12), at))?.[1]?.toLowerCase() ?? ''
  return hard.has(before)
}

function trim(text: string, span: Range): Range[] {
  let { start, end } = span
  while (start < end && /\s/.test(text[start] as string)) start++
  while (end > start && /\s/.test(text[end - 1] as string)) end--
  return start < end ? [{ start, end }] : []
}
