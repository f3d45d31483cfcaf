/** A cleaned copy of a stretch of stored text. Character i of `text` stands for [starts[i], ends[i]) of the source. */
export interface Folded {
  text: string
  starts: number[]
  ends: number[]
}

const sameLength: Record<string, string> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2212': '-',
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\uff1a': ':',
  '\uff0c': ',',
  '\uff08': '(',
  '\uff09': ')',
  '\uff05': '%',
  '\u2215': '/',
  '\u3001': ',',
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  tau: 'τ',
  sup2: '²',
  approx: '≈',
  asymp: '≈',
  times: '×',
  minus: '-',
}

const invisible = /[\u00ad\u200b-\u200f\u2060\u2061]|\ufeff|\ufe0f/
const space = /\s/
const tag = /<\/?([a-z][a-z0-9]{0,15})(?:\s[^<>]{0,2000})?\/?>|<!--[^<>]{0,2000}-->/iy
const autolink = /<(?:https?:\/\/|mailto:)[^<>\s]{1,2000}>/iy
const address = /https?:\/\/[^\s<>()[\]"'|*]{1,2000}(?:\([^\s<>()[\]"']{0,200}\)[^\s<>()[\]"'|*]{0,500})?/iy
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,8}));/iy
const footnote = /\[\^[\w-]{1,20}\]|\[\d{1,3}\](?!\()/y
const attributes = /\{[:.#][^{}\n]{0,200}\}/y
const escapable = /[!-/:-@[-`{-~]/

/**
 * Cleans text[start, end) for analysis: markup, links' addresses, footnote marks, escapes, entities and invisible characters go,
 * hyphens, quotes and spaces become the plain ones, runs of white space one space. En and em dashes stay apart from the hyphen.
 * A raised number behind a digit keeps a "^" before it, so that "94.3<sup>1</sup>" stays 94.3. Linear in the length.
 */
export function fold(source: string, start = 0, end = source.length): Folded {
  const out: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const links = linkParts(source, start, end)
  const push = (char: string, from: number, to: number) => {
    if (char === ' ' && (out.length === 0 || out.at(-1) === ' ')) return
    out.push(char)
    starts.push(from)
    ends.push(to)
  }
  let at = start
  while (at < end) {
    const char = source[at] as string
    // Most characters are lower-case letters, which nothing marks up but an address ("http").
    if (char >= 'a' && char <= 'z' && char !== 'h') {
      out.push(char)
      starts.push(at)
      ends.push(at + 1)
      at++
      continue
    }
    // a number in code whose bold neighbour follows without a space: "`21B`**parameter model"
    if (char === '`' && source.startsWith('**', at + 1) && /[a-z]/i.test(source[at + 3] ?? '') && /\w/.test(out.at(-1) ?? ''))
      push(' ', at, at + 1)
    const skip = links.get(at) ?? skipped(source, at, end, char)
    if (skip !== undefined && skip > at && skip <= end) {
      const note = raised(source, at, char)
      if (note !== null && (note !== '^' || /[\d%]/.test(out.at(-1) ?? ''))) push(note, at, skip)
      at = skip
      continue
    }
    if (char === '&') {
      entity.lastIndex = at
      const match = entity.exec(source)
      const decoded = match && entity.lastIndex <= end ? decode(match) : null
      if (decoded !== null) {
        push(space.test(decoded) ? ' ' : (sameLength[decoded] ?? decoded), at, entity.lastIndex)
        at = entity.lastIndex
        continue
      }
    }
    const joint = char >= 'A' && char <= 'Z' && isGlued(source, at, out) ? '\n' : cellEnds(source, at, char, out) ? ' ' : null
    if (joint !== null) {
      out.push(joint)
      starts.push(at)
      ends.push(at)
    }
    if (char >= ' ' && char < '\u007f') push(char, at, at + 1)
    else if (!invisible.test(char)) push(space.test(char) ? ' ' : (sameLength[char] ?? char), at, at + 1)
    at++
  }
  if (out.at(-1) === ' ') {
    out.pop()
    starts.pop()
    ends.pop()
  }
  return { text: out.join(''), starts, ends }
}

const opener =
  /(?:According to|The|In|On|It|Its|This|These|When|With|As|Despite|For|At|While|But|However|Meanwhile|Across|Both|We|Our|Unlike|Although|If|By|To|A|An) (?=[A-Za-z\d"'“])|(?:GPT[- ‑]?\d|Claude (?:Opus|Sonnet|Haiku|\d)|Gemini \d|Kimi[- ]K\d|Grok[- ]\d|Llama[- ]\d|Qwen[- ]?\d|DeepSeek[- ][VR]\d|MiniMax-M\d|GLM-\d|Mistral (?:Large|Medium|Small)|[A-Z]\d [A-Z])/y

/** A heading run into the sentence behind it ("Key TasksGPT-5.1 shows", "modelsAccording to"): a line ends where the capital stands. */
function isGlued(source: string, at: number, out: readonly string[]): boolean {
  if (out.at(-1) === ' ' || !/^\p{Ll}{2}$/u.test(`${out.at(-2) ?? ''}${out.at(-1) ?? ''}`)) return false
  opener.lastIndex = at
  return opener.test(source)
}

const share = /\d{1,3}(?:\.\d{1,3})?%/y

/**
 * Whether cells of a table were run together here: a share behind a word ("Verified77.6%"), a number or name behind a share ("77.6%~72%"), a name
 * behind a decimal ("3.5Devstral"), a test in capitals behind "Model".
 */
function cellEnds(source: string, at: number, char: string, out: readonly string[]): boolean {
  const last = out.at(-1)
  if (last === undefined || last === ' ') return false
  if (char >= '0' && char <= '9') {
    if (last === '%') return true
    if (last === 'x' && out.slice(-5).join('') === 'Index') return true
    if (last < 'a' || last > 'z' || !/^[A-Za-z][a-z]{2}$/.test(`${out.at(-3) ?? ''}${out.at(-2) ?? ''}${last}`)) return false
    share.lastIndex = at
    return share.test(source)
  }
  if (char === '~' || char === '≈') return last === '%' && /\d/.test(source[at + 1] ?? '')
  if (char < 'A' || char > 'Z') return false
  if (last === '%') return true
  if (last === 'l' && /^[A-Z]{2}$/.test(source.slice(at, at + 2))) return out.slice(-5).join('') === 'Model'
  return last >= '0' && last <= '9' && out.at(-2) === '.' && /^[a-z]{2}$/.test(source.slice(at + 1, at + 3))
}

/** Where what is not read at a place ends, or undefined where the character itself is read. */
function skipped(source: string, at: number, end: number, char: string): number | undefined {
  const next = source[at + 1] ?? ''
  if (source[at - 1] === '\\' && char !== '<') return undefined
  switch (char) {
    case '*':
      return next === '*' || isMark(source, at, end) ? at + 1 : source[at - 1] === '*' ? at + 1 : undefined
    case '_':
      return /\w/.test(source[at - 1] ?? '') && /\w/.test(next) ? undefined : at + 1
    case '`':
      return at + 1
    case '~':
      return next === '~' || source[at - 1] === '~' ? at + 1 : undefined
    case '\\':
      return escapable.test(next) ? at + 1 : undefined
    case '<':
      return ending(tag, source, at) ?? ending(autolink, source, at)
    case '[':
      return /[\w%).\]*"”]/.test(source[at - 1] ?? '') || source[at + 1] === '^' || isSpacedNote(source, at)
        ? ending(footnote, source, at)
        : undefined
    case '{':
      return ending(attributes, source, at)
    case 'h':
    case 'H':
      return /\w/.test(source[at - 1] ?? '') ? undefined : ending(address, source, at)
    default:
      return undefined
  }
}

const spacedNote = /(?:\[\d{1,3}\])+(?=[.,;]|$)/y
/** "68.5% [1].": a footnote set off by a space, right before a stop. */
function isSpacedNote(source: string, at: number): boolean {
  if (source[at - 1] !== ' ') return false
  spacedNote.lastIndex = at
  return spacedNote.test(source)
}

/** A star is a mark where it stands at the edge of a word; with space on both sides, or behind a number, it is a sign ("3 * 4", "45.1*"). */
function isMark(source: string, at: number, end: number): boolean {
  const before = at === 0 ? ' ' : (source[at - 1] as string)
  const after = at + 1 >= end ? ' ' : (source[at + 1] as string)
  return !space.test(before) || !space.test(after)
}

function raised(source: string, at: number, char: string): string | null {
  if (char !== '<') return null
  const word = source.slice(at, at + 4).toLowerCase()
  if (word === '<sup') return '^'
  return /^<\/?(br|p|td|th|tr|li|div|h\d|hr)/.test(word.slice(0, 5)) ? ' ' : null
}

function ending(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(source) ? pattern.lastIndex : undefined
}

function decode(match: RegExpExecArray): string | null {
  if (match[3] !== undefined) return entities[match[3].toLowerCase()] ?? null
  const code = match[1] === undefined ? Number.parseInt(match[2] as string, 16) : Number(match[1])
  return code > 31 && code < 0xd800 ? String.fromCharCode(code) : null
}

/**
 * The parts of links that are not read: from each start to its end. `[text](address)` leaves the text, `![alt](address)` nothing.
 * Brackets are matched with one stack, and an address ends at a bracket or white space, so the work is linear.
 */
function linkParts(source: string, start: number, end: number): Map<number, number> {
  const parts = new Map<number, number>()
  const open: number[] = []
  for (let at = start; at < end; at++) {
    const char = source[at]
    if (char === '[') open.push(at)
    else if (char === ']') {
      const from = open.pop()
      if (from === undefined || source[at + 1] !== '(') continue
      const to = addressEnd(source, at + 2, end)
      if (to < 0) continue
      const picture = source[from - 1] === '!'
      if (picture) parts.set(from - 1, to)
      else {
        parts.set(from, from + 1)
        parts.set(at, to)
      }
    }
  }
  return parts
}

function addressEnd(source: string, from: number, end: number): number {
  let depth = 0
  let quoted = false
  for (let at = from; at < end; at++) {
    const char = source[at] as string
    if (char === '"') quoted = !quoted
    else if (char === '[' || char === ']' || char === '\n') return -1
    else if (quoted) continue
    else if (char === '(') depth++
    else if (char === ')') {
      if (depth === 0) return at + 1
      depth--
    } else if (space.test(char) && source[at + 1] !== '"' && source[at + 1] !== "'") return -1
  }
  return -1
}
