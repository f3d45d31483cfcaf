import type { Attribute, Fact } from '../claim.ts'
import { canonicalVendor } from '../lexicon/canonical.ts'
import { modelKey } from '../lexicon/keys.ts'
import type { Finding } from '../storage/findings.ts'
import { type Disagreement, differentSources, sideOf } from './disagreement.ts'
import { factValueKey, plainValue } from './finding.ts'

/** Attributes whose value may change after the launch: a later other value is a change, not a conflict. */
const changing = new Set<Attribute>([
  'price_input',
  'price_output',
  'access',
  'license',
  'availability',
  'deprecation',
  'context_window',
  'max_output',
])
/** Sources that are this far apart in time may both be right about something that changes. */
const changeAfter = 7 * 24 * 60 * 60 * 1000

/** Values of access that cannot both hold at one time; all others can stand together (closed and in preview). */
const exclusive: [string, string][] = [
  ['closed', 'open-weights'],
  ['closed', 'open-source'],
  ['app-only', 'open-weights'],
  ['app-only', 'open-source'],
  ['app-only', 'api'],
]

/** Whether two values of one attribute exclude each other. */
function excludes(attribute: Attribute, a: string, b: string): boolean {
  if (factValueKey(attribute, a) === factValueKey(attribute, b)) return false
  switch (attribute) {
    case 'vendor':
      return (canonicalVendor(a) ?? plainValue(a)) !== (canonicalVendor(b) ?? plainValue(b))
    case 'access':
      return exclusive.some(([left, right]) => (a === left && b === right) || (a === right && b === left))
    case 'release_date':
      return !a.startsWith(b) && !b.startsWith(a)
    case 'license':
      return !contains(a, b) && !contains(b, a)
    case 'parameters':
      return numbersOf(a).isDisjointFrom(numbersOf(b)) && numbersOf(a).size > 0 && numbersOf(b).size > 0
    case 'modalities': {
      const [left, right] = [listOf(a), listOf(b)]
      return left.symmetricDifference(right).size > 0
    }
    case 'availability':
      return onlyIn(a) !== null && onlyIn(b) !== null
        ? onlyIn(a) !== onlyIn(b)
        : worldwide.test(a) !== worldwide.test(b) && (onlyIn(a) !== null || onlyIn(b) !== null)
    default:
      return true
  }
}

const contains = (whole: string, part: string): boolean =>
  ` ${plainValue(whole)} `.includes(` ${plainValue(part).replace(/ licen[sc]e$/, '')} `)
const numbersOf = (text: string): Set<string> => new Set(text.match(/\d+(?:\.\d+)?/g) ?? [])
const listOf = (text: string): Set<string> =>
  new Set(
    plainValue(text)
      .replace(/\b(?:input|output|only|and)\b/g, ' ')
      .split(/\s+/)
      .map((word) => word.replace(/s$/, ''))
      .filter(Boolean),
  )
const worldwide = /\b(?:worldwide|globally|global|all countries|everywhere)\b/i
const onlyIn = (text: string): string | null =>
  /\b(us|u\.s\.|united states|eu|europe|uk|china|india|japan)[- ](?:only|users only)\b/i.exec(text)?.[1]?.toLowerCase() ?? null

/** What a fact holds under: two values under different conditions are not in conflict. */
const under = ({ claim }: Finding<Fact>): string => `${plainValue(claim.variant ?? '')}|${plainValue(claim.condition ?? '')}`

/**
 * Values of one attribute that exclude each other. A value that a source at least a week younger gives for something that changes (price, licence,
 * access, limits) is `changed`; else they are in conflict.
 */
export function factConflicts(facts: Finding<Fact>[]): Disagreement[] {
  const groups = Map.groupBy(
    facts,
    (finding): string => `${modelKey(finding.claim.model)}|${finding.claim.attribute}|${under(finding)}`,
  )
  return [...groups.values()].flatMap((group) => {
    const { model, attribute } = group[0]!.claim
    const conflict = new Set<Finding<Fact>>()
    const changed = new Set<Finding<Fact>>()
    for (let left = 0; left < group.length; left++) {
      for (let right = left + 1; right < group.length; right++) {
        const [a, b] = [group[left]!, group[right]!]
        if (!differentSources(a, b) || !excludes(attribute, a.claim.value, b.claim.value)) continue
        const later = changing.has(attribute) && a.firstAt !== null && b.firstAt !== null && separate(a, b)
        for (const finding of [a, b]) (later ? changed : conflict).add(finding)
      }
    }
    const about = attribute.replace('_', ' ')
    const sorted = (set: Set<Finding<Fact>>) =>
      [...set].sort((a, b) => (a.firstAt ?? 0) - (b.firstAt ?? 0) || (a.id < b.id ? -1 : 1))
    const sides = (set: Set<Finding<Fact>>) =>
      sorted(set).map((finding) =>
        sideOf(finding, finding.claim.value + (finding.claim.condition ? ` (${finding.claim.condition})` : '')),
      )
    return [
      ...(conflict.size > 1
        ? [{ kind: 'conflict' as const, model, about, sides: sides(conflict), reason: 'values that exclude each other' }]
        : []),
      ...(changed.size > 1
        ? [{ kind: 'changed' as const, model, about, sides: sides(changed), reason: 'a later source states another value' }]
        : []),
    ]
  })
}

/** No article that gives one value is as young as one that gives the other. */
const separate = (a: Finding<Fact>, b: Finding<Fact>): boolean =>
  b.firstAt! - a.lastAt! >= changeAfter || a.firstAt! - b.lastAt! >= changeAfter
