import type { Unit } from '../claim.ts'

/** A score in a cell: [start, end) of number and unit in the cell's cleaned text. `note`: what stands with it in brackets or behind it. */
export interface CellValue {
  value: number
  unit: Unit | null
  approximate: boolean
  bound: 'at least' | 'at most' | null
  start: number
  end: number
  note: string | null
}

/**
 * What a cell says. `values`: one, or several parted by "/" or the like. `nothing`: empty, a dash, "n/a", a mark. `other`: a number that is no
 * score (money, speed, a gain, a rank, a count, a range); `text`: words.
 */
export type CellReading =
  | { kind: 'values'; values: CellValue[] }
  | { kind: 'nothing' }
  | { kind: 'other' }
  | { kind: 'text' }
  | { kind: 'unclear' }

const blank =
  /^(?:[-–—−_/\\?.·*†‡xX✓✔✗✘✅❌☐]+|n\.?\s?\/?a\.?|none|null|nil|tbd|tba|unknown|not? (?:reported|published|available|applicable|disclosed|published|tested|evaluated|supported|listed|run|score|data)|not stated|unreported|undisclosed|pending|coming soon|no|yes|\(?-+\)?)$/i

/** Medals, ticks and arrows around a number. */
const decoration = /^(?:\s|\p{Extended_Pictographic}|\ufe0f|[★☆→])+(?![\d#*]?$)|(?:\s|\p{Extended_Pictographic}|\ufe0f|[★☆])+$/gu

const score =
  /^(?<hedge>~|≈|∼|c\.\s?|ca\.?\s?|about |around |approx(?:\.|imately)? |roughly |nearly |almost )?(?<bound>>=?|≥|<=?|≤|over |above |at least |more than |up to |under |below )?\s?(?<before>Elo:? |Elo rating:? )?(?<digits>\d{1,2},\d{1,2}(?!\d)|-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?<plus>\+)?(?:\s?(?<unit>%|percent|pts?\.?|points?|Elo(?: rating)?|ELO))?/

/** Behind a score: a footnote mark, a spread, a confidence interval, a gain, a rank: none of them changes it. */
const tails: RegExp[] = [
  /^\s?(?:\^[\w*†‡,]{1,4}|[*†‡§¶#]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜ]{1,3}|\[\d{1,3}\]|\[[a-z]\])/,
  /^\s?(?:±|\+\/-|\+-)\s?\d+(?:\.\d+)?\s?%?/,
  /^\s?\((?:±|\+\/-)\s?\d+(?:\.\d+)?\s?%?\)/,
  /^\s?[([]\s?\d+(?:\.\d+)?\s?%?\s?(?:-|–|—|,|to)\s?\d+(?:\.\d+)?\s?%?\s?[)\]]/,
  /^\s?\+\d+\s?\/\s?[-–−]\d+/,
  /^\s?\(\+\d+\s?\/\s?[-–−]\d+\)/,
  /^\s?,?\s?\(?\s?(?:[+↑↓▲▼△▽↗↘⬆⬇]|(?<=[\s(])[-–−](?=\d))\s?\d+(?:\.\d+)?\s?(?:%|pp|pts?|points?|x|×)?\s?(?:[↑↓▲▼])?\s?\)?/,
  /^\s?[↑↓▲▼△▽↗↘⬆⬇]+/,
  /^\s?\(?#\d{1,3}\)?|^\s?\((?:\d{1,3}(?:st|nd|rd|th)|rank \d+|best|new best|SOTA|new SOTA|leader|winner|tie|tied|record)\)/i,
  /^\s?(?:SOTA|\(SOTA\)|new SOTA|best|winner|top|accuracy|acc\.?|pass rate|success rate|success|resolved|correct|score|win\/tie|overall|average)(?=$|[\s,;/(])/i,
]

/** Reads one cell. Linear; cells over 200 characters are words. */
export function readCell(source: string): CellReading {
  if (source.length > 200) return { kind: 'text' }
  const text = source.replace(decoration, '')
  if (text === '' || blank.test(text)) return { kind: 'nothing' }
  const offset = source.indexOf(text)
  const values: CellValue[] = []
  let at = 0
  while (at < text.length) {
    const part = partAt(text, at, offset)
    if (part === null) return values.length > 0 ? { kind: 'unclear' } : withoutScore(text)
    values.push(part.value)
    at = part.end
    if (at >= text.length) break
    const joint = /^\s?(?:\/|\||;|·|,(?=\s)|→|->)\s?/.exec(text.slice(at))
    if (!joint) return values.length > 1 || /\d/.test(text.slice(at)) ? { kind: 'unclear' } : withoutScore(text)
    if (/→|->/.test(joint[0])) return { kind: 'unclear' }
    at += joint[0].length
  }
  return { kind: 'values', values }
}

function partAt(text: string, at: number, offset: number): { value: CellValue; end: number } | null {
  // "Airline: 45.1", "With tools 45.1"
  const label = /^(?:([A-Za-z][\w @+-]{1,24}):|((?:with|without|no|w\/o?) [A-Za-z][\w +-]{1,24}?))\s?(?=[~≈]?\d)/i.exec(
    text.slice(at),
  )
  const from = at + (label?.[0].length ?? 0)
  const match = score.exec(text.slice(from))
  const groups = match?.groups
  if (!match || !groups?.digits) return null
  let end = from + match[0].length
  if (
    /^(?:[.,]?\d|\s?(?:×|x\b|[KMBT]\b|bn\b|ms\b|s\b|sec|min|hour|h\b|tok|tps|t\/s|GB|MB|USD|\$|€|tokens?|params?|st\b|nd\b|rd\b|th\b)|[A-Za-z])/.test(
      text.slice(end),
    )
  )
    return null
  let note: string | null = label?.[1] ?? label?.[2] ?? null
  for (let round = 0; round < 6; round++) {
    const rest = text.slice(end)
    const tail = tails.map((pattern) => pattern.exec(rest)).find((found) => found !== null && found[0] !== '')
    if (tail) {
      end += tail[0].length
      continue
    }
    const bracket = /^\s?\(([^()\d][^()]{0,40}|\d+-shot[^()]{0,30}|\d{1,3}[kK])\)/.exec(rest)
    if (!bracket || note !== null) break
    note = bracket[1] as string
    end += bracket[0].length
  }
  const digits = groups.digits
  const plain = /^\d{1,2},\d{1,2}$/.test(digits) ? digits.replace(',', '.') : digits.replaceAll(',', '')
  const unit = unitOf(groups.unit ?? (groups.before ? 'Elo' : undefined))
  const start = from + (match[0].length - match[0].trimStart().length)
  return {
    value: {
      value: Number(plain),
      unit,
      approximate: groups.hedge !== undefined,
      bound: boundOf(groups.bound ?? groups.plus),
      start: start + offset,
      end: from + match[0].trimEnd().length + offset,
      note,
    },
    end,
  }
}

function unitOf(word: string | undefined): Unit | null {
  if (word === undefined) return null
  if (word === '%' || word === 'percent') return '%'
  return /^elo/i.test(word) ? 'elo' : 'points'
}

function boundOf(word: string | undefined): 'at least' | 'at most' | null {
  if (word === undefined) return null
  return /^(?:<|≤|up to|under|below)/.test(word) ? 'at most' : 'at least'
}

/** A number that is no score: money, multiples, times, sizes, ranks, gains, ranges, dates. Or only words. */
function withoutScore(text: string): CellReading {
  if (!/\d/.test(text)) return { kind: 'text' }
  return { kind: 'other' }
}
