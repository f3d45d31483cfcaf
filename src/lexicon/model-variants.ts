import { isWordChar } from './name-trie.ts'

/**
 * How a model was run, said behind its name: effort levels, thinking modes, previews. Tools ("with tools") and agents are no part of a name
 * and are left to the reader of the sentence.
 */
const variantWords: readonly string[] = [
  'max',
  'xhigh',
  'x-high',
  'extra high',
  'extra-high',
  'high',
  'medium',
  'med',
  'low',
  'minimal',
  'thinking',
  'reasoning',
  'non-thinking',
  'non-reasoning',
  'nonthinking',
  'no thinking',
  'no-thinking',
  'extended thinking',
  'adaptive thinking',
  'adaptive reasoning',
  'contemplating',
  'preview',
  'exp',
  'experimental',
  'beta',
  'alpha',
]
/** Words that are told from plain words only by their capital or by what follows. */
const levels = new Set([
  'max',
  'high',
  'medium',
  'med',
  'low',
  'minimal',
  'thinking',
  'reasoning',
  'beta',
  'alpha',
  'exp',
  'preview',
  'experimental',
])
const variantPattern = new RegExp(
  `(?:${[...variantWords]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replace(/[ -]/g, '[ -]')})(?![A-Za-z0-9])`,
  'iy',
)
const modeTail = /[ -](?:effort|mode|reasoning effort|reasoning|thinking)(?![A-Za-z])/iy
const bracketPattern = /(?:[ \u00a0]?)\(([^()\n]{2,48})\)/y
const bracketFiller =
  /^(?:effort|mode|with|without|and|at|on|off|level|budget|default|standard|no|non|tokens|instruct|base|\d+k|reasoning|thinking|extended|adaptive)$/i
const sizeWord = /^(?:\d{1,4}(?:\.\d+)?[bt]|[ae]\d+b)$/i

/**
 * A variant that starts at `at`, right behind a name and one gap. A lower-case level counts only after a hyphen or where the name ends with
 * it ("GPT-5.5 high: 60"), since "GPT-5.5 high scores" says nothing of effort.
 */
export function variantAt(text: string, at: number, gap: string): { end: number; text: string } | null {
  variantPattern.lastIndex = at
  const match = variantPattern.exec(text)
  if (match === null) return null
  let end = variantPattern.lastIndex
  const word = match[0]
  const small = word === word.toLowerCase()
  if (levels.has(word.toLowerCase())) {
    if (gap === ' ' && small && !endsName(text, end)) return null
    if (
      gap === ' ' &&
      !small &&
      /^(?:high|low|medium|max|minimal)$/i.test(word) &&
      /^ [A-Z][a-z]/.test(text.slice(end, end + 3))
    ) {
      if (!/^ (?:Effort|Mode|Reasoning|Thinking|Compute)/.test(text.slice(end, end + 10))) return null
    }
  }
  modeTail.lastIndex = end
  const tail = modeTail.exec(text)
  if (
    tail !== null &&
    /^(?:max|x-?high|extra[ -]high|high|medium|med|low|minimal|extended|adaptive|contemplating|thinking|reasoning)/i.test(word)
  ) {
    end = modeTail.lastIndex
    return { end, text: text.slice(at, end) }
  }
  return { end, text: word }
}

/** A bracket behind a name that holds nothing but variants: "(xhigh)", "(Reasoning, High)", "(31B)", "(max effort)". */
export function bracketVariantAt(text: string, at: number): { end: number; text: string } | null {
  bracketPattern.lastIndex = at
  const match = bracketPattern.exec(text)
  if (match === null) return null
  const inner = match[1]!
  let known = 0
  for (const piece of inner.split(/[,;/+]? +|[,;/+]/)) {
    if (piece === '') continue
    if (isVariantWord(piece) || sizeWord.test(piece)) known++
    else if (!bracketFiller.test(piece)) return null
  }
  return known === 0 ? null : { end: bracketPattern.lastIndex, text: inner.trim() }
}

function isVariantWord(piece: string): boolean {
  variantPattern.lastIndex = 0
  const match = variantPattern.exec(piece)
  return match !== null && variantPattern.lastIndex === piece.length
}

function endsName(text: string, end: number): boolean {
  const rest = text.slice(end, end + 12)
  if (
    rest === '' ||
    /^(?: ?[:,;)|(=/*\]\n]| (?:–|—|-) | ?\(|\.(?: |$)| \d| (?:at|effort|reasoning|thinking|mode|scored|gets|got) ?| scores? ~?\d)/.test(
      rest,
    )
  )
    return true
  return !isWordChar(rest[0]) && rest[0] !== ' ' && rest[0] !== '-' && rest[0] !== "'"
}
