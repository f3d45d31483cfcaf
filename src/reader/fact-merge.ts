import type { Claimant } from '../claim.ts'
import { canonicalVendor } from '../lexicon/canonical.ts'
import type { FoundFact } from './fact-sentence.ts'

/** A fact in its place: offsets are into the article's text. */
export interface PlacedFact extends FoundFact {
  claimant: Claimant
  restated: boolean
}

/**
 * One fact for each (model, attribute, value, condition), prices by mode as well, the body's before that of a FAQ or of key points, in order of place. A value
 * that a fuller one holds is dropped ("31B" beside "31B dense", a month beside its day); a total and an active size are joined.
 */
export function mergeFacts(placed: readonly PlacedFact[]): PlacedFact[] {
  const groups = new Map<string, Map<string, PlacedFact>>()
  const ordered = [...placed].sort((a, b) => Number(a.restated) - Number(b.restated) || a.start - b.start || a.end - b.end)
  for (const fact of ordered) {
    const group = `${fact.model}\u0000${fact.attribute}`
    // "$3" in the text and "$3.00" in its table are one price
    const said = fact.attribute.startsWith('price')
      ? fact.value.replace(/\.0+ /, ' ')
      : ((fact.attribute === 'vendor' ? canonicalVendor(fact.value) : null) ?? fact.value.toLowerCase())
    const value = `${said}\u0000${fact.attribute === 'access' ? '' : fact.condition}`
    // "X (reasoning)" and "X (non-reasoning)" may cost the same, and a price list gives both
    const ofMode = fact.attribute.startsWith('price') && fact.variant !== null ? `${value}\u0000${fact.variant}` : value
    const known = groups.get(group)
    if (known === undefined) groups.set(group, new Map([[ofMode, fact]]))
    else if (!known.has(value) && !known.has(ofMode)) known.set(ofMode, fact)
  }
  const merged: PlacedFact[] = []
  for (const group of groups.values()) {
    const facts = [...group.values()]
    const attribute = facts[0]?.attribute
    if (attribute === 'parameters') merged.push(...joinSizes(facts))
    else if (attribute === 'release_date') merged.push(...sharpestDates(facts))
    else if (attribute === 'availability') merged.push(...fullestPlaces(facts))
    else if (attribute === 'modalities') merged.push(...bothWays(fullestLists(facts)))
    else merged.push(...facts)
  }
  return merged.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Sizes of one model: what a fuller value says is dropped, and one total and one active count become one value. */
function joinSizes(facts: PlacedFact[]): PlacedFact[] {
  const parts = new Set(
    facts.flatMap((f) => (f.value.includes(', ') ? f.value.split(', ') : f.value.endsWith(' dense') ? [f.value] : [])),
  )
  const said = (value: string): boolean => parts.has(value) || parts.has(`${value} total`) || parts.has(`${value} dense`)
  const left = facts.filter((f) => f.value.includes(', ') || f.value.endsWith(' dense') || !said(f.value))
  const totals = left.filter((f) => /^[\d.]+[BTM]$/.test(f.value))
  const actives = left.filter((f) => / active$/.test(f.value) && !f.value.includes(', '))
  const [total] = totals
  const [active] = actives
  if (total === undefined || active === undefined || totals.length > 1 || actives.length > 1) return left
  const joined = {
    ...total,
    value: `${total.value} total, ${active.value}`,
    start: Math.min(total.start, active.start),
    end: Math.max(total.end, active.end),
  }
  return [joined, ...left.filter((f) => f !== total && f !== active)]
}

/** "text, images" beside "text, images, video": the part is dropped. What goes in and what comes out stay apart. */
function fullestLists(facts: PlacedFact[]): PlacedFact[] {
  const lists = facts.map(({ value }) => (/ (?:in|out)\b/.test(value) ? null : new Set(value.toLowerCase().split(', '))))
  return facts.filter(({ value }, i) => {
    const own = lists[i]
    // "image out" beside "text in; image out"
    if (/^\S+ out$/.test(value) && facts.some((other) => other.value.endsWith(`; ${value}`))) return false
    return !own || !lists.some((other) => other && other.size > own.size && own.isSubsetOf(other))
  })
}

/** "text, image in" and "text out" of neighbouring lines are one value. */
function bothWays(facts: PlacedFact[]): PlacedFact[] {
  const [into, out, more] = facts
  if (into === undefined || out === undefined || more !== undefined) return facts
  if (!/^[^;]+ in$/.test(into.value) || !/^[^;]+ out$/.test(out.value) || out.start - into.end > 40) return facts
  return [{ ...into, value: `${into.value}; ${out.value}`, end: Math.max(into.end, out.end) }]
}

const placeWords = (value: string): Set<string> =>
  new Set(
    value
      .toLowerCase()
      .split(/[^a-z0-9.]+/)
      .filter((word) => word !== '' && !/^(?:and|the|in|on|via|through|for|of)$/.test(word)),
  )

/** "Orbit app" beside "Orbit app and orbit.example": the part is dropped, if nothing is promised of the one only. */
function fullestPlaces(facts: PlacedFact[]): PlacedFact[] {
  const words = facts.map(({ value }) => placeWords(value))
  return facts.filter((fact, i) => {
    const own = words[i] as Set<string>
    return !facts.some((other, j) => {
      const more = words[j] as Set<string>
      return (
        other.condition === fact.condition && more.size > own.size && own.isSubsetOf(more) && !/^(?:not|no)\b/.test(other.value)
      )
    })
  })
}

/** Dates of one model: a month gives way to its day, the date of an announcement to that of the release. */
function sharpestDates(facts: PlacedFact[]): PlacedFact[] {
  const plain = new Set(facts.filter((f) => f.condition === null).map((f) => f.value))
  const months = new Set(facts.filter((f) => f.value.length === 10).map((f) => f.value.slice(0, 7)))
  const seen = new Set<string>()
  return facts.filter((fact) => {
    if (fact.value.length === 7 && months.has(fact.value)) return false
    if (fact.condition === null || fact.condition === 'planned') return true
    if (plain.size > 0 || seen.has(fact.value)) return false
    seen.add(fact.value)
    return true
  })
}
