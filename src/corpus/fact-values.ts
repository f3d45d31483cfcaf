import type { Attribute } from '../claim.ts'
import { canonicalVendor } from '../lexicon/canonical.ts'
import { factValueKey, plainValue } from './finding.ts'

/** Values of access that cannot both hold at one time; all others can stand together (closed and in preview). */
const exclusive: [string, string][] = [
  ['closed', 'open-weights'],
  ['closed', 'open-source'],
  ['app-only', 'open-weights'],
  ['app-only', 'open-source'],
  ['app-only', 'api'],
]

/**
 * Whether two values of one attribute exclude each other. The same in other words, a rounding, a month beside its day, or a part beside the
 * whole do not.
 */
export function valuesExclude(attribute: Attribute, a: string, b: string): boolean {
  if (factValueKey(attribute, a) === factValueKey(attribute, b)) return false
  switch (attribute) {
    case 'vendor':
      return (canonicalVendor(a) ?? plainValue(a)) !== (canonicalVendor(b) ?? plainValue(b))
    case 'access':
      return exclusive.some(([left, right]) => (a === left && b === right) || (a === right && b === left))
    case 'release_date':
      return isDate(a) && isDate(b) && !a.startsWith(b) && !b.startsWith(a)
    case 'license':
      return licencesExclude(a, b)
    case 'parameters':
      return sizesExclude(a, b)
    case 'modalities':
      return modalitiesExclude(a, b)
    case 'availability':
      return placesExclude(a, b)
    case 'deprecation':
      return datesExclude(a, b)
    case 'context_window':
    case 'max_output':
      return countsExclude(Number(a), Number(b))
    default:
      return true
  }
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}(?:-\d{2})?$/.test(text)

/** Words that say only that a licence is open, not which. */
const openWords = new Set(['open', 'source', 'weight', 'weights', 'permissive', 'commercial', 'free'])
const licenceWords = (text: string): Set<string> =>
  new Set(
    plainValue(text)
      .split(' ')
      .filter((word) => word !== '' && !/^(?:licen[sc]e[sd]?|version|terms|v|from|under|own)$/.test(word)),
  )

/** Licences differ unless one's words hold the other's ("MIT" and "modified MIT"), or one says no more than that it is open. */
function licencesExclude(a: string, b: string): boolean {
  const [left, right] = [licenceWords(a), licenceWords(b)]
  if (left.isSubsetOf(right) || right.isSubsetOf(left)) return false
  return !left.isSubsetOf(openWords) && !right.isSubsetOf(openWords)
}

const scales: Record<string, number> = { M: 1e6, B: 1e9, T: 1e12 }
interface Size {
  value: number
  /** The smallest step that the writing tells apart: 1e9 in "229B", 1e11 in "1.1T". */
  step: number
}
function sizesOf(text: string): { total: Size | null; active: Size | null } {
  const found = { total: null as Size | null, active: null as Size | null }
  for (const match of text.matchAll(/(\d+)(?:\.(\d+))?\s?([MBT])\b(?: ?\w+)?/g)) {
    const scale = scales[match[3]!]!
    const size = { value: Number(`${match[1]}.${match[2] ?? 0}`) * scale, step: scale * 10 ** -(match[2]?.length ?? 0) }
    const active = /active/.test(text.slice(match.index, match.index + match[0].length + 8).split(',')[0]!)
    found[active ? 'active' : 'total'] ??= size
  }
  return found
}

/** Totals are compared with totals, active sizes with active ones; 1T is a rounding of 1.04T, and 120B may stand for 120.6B cut off. */
function sizesExclude(a: string, b: string): boolean {
  const [left, right] = [sizesOf(a), sizesOf(b)]
  const differ = (one: Size | null, other: Size | null): boolean => {
    if (one === null || other === null || one.value === other.value) return false
    const apart = Math.abs(one.value - other.value)
    return one.step === other.step || apart >= Math.max(one.step, other.step) || apart > Math.max(one.value, other.value) / 10
  }
  return differ(left.total, right.total) || differ(left.active, right.active)
}

/** Token counts: 1,000,000 is a rounding of 1,050,000 (within 5%), and 128K may be 128,000 or 131,072. */
function countsExclude(a: number, b: number): boolean {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false
  const [low, high] = a < b ? [a, b] : [b, a]
  if (low * 1024 === high * 1000 || low * 1_048_576 === high * 1_000_000) return false
  const zeros = (value: number): number => 10 ** (/0*$/.exec(String(value))?.[0].length ?? 0)
  const step = Math.max(zeros(low), zeros(high))
  return !(Math.round(low / step) === Math.round(high / step) && high - low <= low * 0.05)
}

const modalityNames: [string, RegExp][] = [
  ['text', /\btexts?\b/],
  ['images', /\b(?:images?|pictures?|vision)\b/],
  ['audio', /\b(?:audio|speech|voice|sound)\b/],
  ['video', /\bvideos?\b/],
]
/** The four kinds of a list that is about what a model takes in: what comes before ";" or "out". */
function inputKinds(value: string): Set<string> {
  const [first] = value.toLowerCase().split(';')
  return /\bout(?:puts?)?\b/.test(first!)
    ? new Set()
    : new Set(modalityNames.flatMap(([name, word]) => (word.test(first!) ? [name] : [])))
}

/** Two lists of at least two kinds that are not the same; a single kind ("image in") says nothing of the others. */
function modalitiesExclude(a: string, b: string): boolean {
  const [left, right] = [inputKinds(a), inputKinds(b)]
  return left.size > 1 && right.size > 1 && left.symmetricDifference(right).size > 0
}

const worldwide = /\b(?:worldwide|globally|global|all countries|everywhere)\b/i
const onlyIn = (text: string): string | null =>
  /\b(us|u\.s\.|united states|eu|europe|uk|china|india|japan)[- ](?:only|users only)\b/i.exec(text)?.[1]?.toLowerCase() ?? null
function placesExclude(a: string, b: string): boolean {
  if (onlyIn(a) !== null && onlyIn(b) !== null) return onlyIn(a) !== onlyIn(b)
  return worldwide.test(a) !== worldwide.test(b) && (onlyIn(a) !== null || onlyIn(b) !== null)
}

function datesExclude(a: string, b: string): boolean {
  const [left, right] = [/\d{4}-\d{2}(?:-\d{2})?/.exec(a)?.[0], /\d{4}-\d{2}(?:-\d{2})?/.exec(b)?.[0]]
  return left !== undefined && right !== undefined && !left.startsWith(right) && !right.startsWith(left)
}
