import type { Word } from './risk-phrases.ts'
import type { ReliefPlace, SignalMatch } from './risk-signals.ts'

/** Words within which a relieving word turns a harm that follows it, or that it follows. */
const reliefReach = { strong: 10, weak: 5, aside: 12, after: 3, inside: 4 }

/** Relieving words by where they start and by where they end. */
export interface Relief {
  starts: Map<number, SignalMatch[]>
  ends: Map<number, SignalMatch[]>
}

const placeOfRelief = ({ label }: SignalMatch): ReliefPlace | null => (label.kind === 'relief' ? label.place : null)

/** The relieving words that hold: not those that are themselves denied ("does not prevent"), nor the word that denies them. */
export function reliefOf(text: readonly Word[], matches: readonly SignalMatch[]): Relief {
  const relief: Relief = { starts: new Map(), ends: new Map() }
  const denying = new Set<number>()
  for (const match of matches)
    if (placeOfRelief(match) === 'strong')
      for (let at = Math.max(0, match.from - 3); at < match.from; at++)
        if (negations.has((text[at] as Word).word)) denying.add(at).add(match.from)
  for (const match of matches) {
    const place = placeOfRelief(match)
    if (place === null || ((place === 'strong' || place === 'weak') && denying.has(match.from))) continue
    add(relief.starts, match.from, match)
    add(relief.ends, match.to, match)
  }
  return relief
}

function add<Value>(map: Map<number, Value[]>, key: number, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Whether a harm is turned into a benefit: by a relieving word before it ("cuts the hallucinations"), right after it, or inside it. */
export function isRelieved(text: readonly Word[], match: SignalMatch, relief: Relief): boolean {
  let marked = text[match.from]?.afterMark ?? false
  for (let to = match.from; to > match.from - reliefReach.aside && to > 0; to--) {
    for (const one of relief.ends.get(to) ?? []) {
      const place = placeOfRelief(one)
      if (place === 'after' || place === null || (marked && place !== 'strong')) continue
      if (match.from - to < reliefReach[place]) return true
    }
    marked ||= text[to - 1]?.afterMark ?? false
  }
  for (let from = match.to; from < match.to + reliefReach.after; from++)
    if (relief.starts.get(from)?.some((one) => placeOfRelief(one) === 'after')) return true
  const own = new Set(match.phrase.split(/[ |]/))
  for (let to = match.to - 1; to > match.to - 1 - reliefReach.inside && to > match.from; to--)
    for (const one of relief.ends.get(to) ?? []) {
      const place = placeOfRelief(one)
      if (one.from > match.from && (place === 'strong' || place === 'weak') && !own.has(text[one.from]?.word ?? '')) return true
    }
  return false
}

const negations = new Set(
  'not no never without lack lacks lacking fail fails failed failing cannot weak weaker bypass bypassed bypassing inadequate insufficient'.split(
    ' ',
  ),
)

/** Whether an answer is itself taken back ("fails to prevent", "without safeguards"). */
export function isNegated(text: readonly Word[], { from }: SignalMatch): boolean {
  return text.slice(Math.max(0, from - 3), from).some(({ word }) => negations.has(word))
}
