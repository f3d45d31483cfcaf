import type { Word } from './risk-phrases.ts'
import type { ReliefPlace, SignalMatch } from './risk-signals.ts'

/** Words within which a relieving word turns a harm that follows it, or that it follows. */
const reliefReach = { strong: 11, weak: 5, aside: 12, finding: 9, after: 7, inside: 4 }

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
    if (place === 'weak' && idle.has(text[match.to]?.word ?? '')) continue
    if (place === 'finding' && foundByPeople(text, match.from)) continue
    add(relief.starts, match.from, match)
    add(relief.ends, match.to, match)
  }
  return relief
}

const flaws = /vulnerab|zero day|flaw|exploit|security/
const people = new Set(
  'researcher researchers firm team teams company hackers attackers users experts analysts lab labs institute university report audit auditors study testers reviewers customers developers we i they was were been be'.split(
    ' ',
  ),
)

/** Whether people are named right before the word that finds something ("researchers found"), or it is passive ("was found"). */
function foundByPeople(text: readonly Word[], at: number): boolean {
  return text.slice(Math.max(0, at - 4), at).some(({ word }) => people.has(word))
}

/** What relieves one half of a sentence leaves the other half standing ("solves puzzles, yet it struggles with …"). */
const turning = new Set('but yet however though although while whereas'.split(' '))
/** Nor does a verb of action reach over the verb of its sentence ("blocking it is a risk"). */
const copulas = new Set('is are was were remains'.split(' '))

/** Words behind "no" and "not" that leave what follows standing: "not only", "no time", "no doubt". */
const idle = new Set('only just merely simply time doubt secret matter wonder surprise exception stranger'.split(' '))

function add<Value>(map: Map<number, Value[]>, key: number, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Whether a harm is turned into a benefit: by a relieving word before it ("cuts the hallucinations"), right after it, or inside it. */
export function isRelieved(text: readonly Word[], match: SignalMatch, relief: Relief): boolean {
  let marked = text[match.from]?.afterMark ?? false
  let copula = false
  for (let to = match.from; to > match.from - reliefReach.aside && to > 0; to--) {
    for (const one of relief.ends.get(to) ?? []) {
      const place = placeOfRelief(one)
      if (place === 'after' || place === null || (marked && place !== 'strong') || (copula && place === 'strong')) continue
      if (place === 'finding' && !flaws.test(match.phrase)) continue
      if (match.from - to < reliefReach[place]) return true
    }
    const word = text[to - 1]?.word ?? ''
    if (turning.has(word)) break
    copula ||= copulas.has(word)
    marked ||= text[to - 1]?.afterMark ?? false
  }
  for (let from = match.to; from < match.to + reliefReach.after && !text[from]?.afterMark; from++)
    if (relief.starts.get(from)?.some((one) => placeOfRelief(one) === 'after')) return true
  const own = match.phrase.split(/[ |]/)
  const isOwn = (word: string) => own.some((one) => (one.endsWith('*') ? word.startsWith(one.slice(0, -1)) : word === one))
  for (let to = match.to - 1; to > match.to - 1 - reliefReach.inside && to > match.from; to--)
    for (const one of relief.ends.get(to) ?? []) {
      const place = placeOfRelief(one)
      if (one.from > match.from && (place === 'strong' || place === 'weak') && !isOwn(text[one.from]?.word ?? '')) return true
    }
  return false
}

/** "does not just read text": what is denied is the limit. */
export function isNotOnly(text: readonly Word[], { from, to }: SignalMatch): boolean {
  for (let at = from; at < to; at++) if (text[at]?.word === 'not' && onlys.has(text[at + 1]?.word ?? '')) return true
  return false
}

const onlys = new Set(['only', 'just', 'merely', 'simply'])

const negations = new Set(
  'not no never without lack lacks lacking fail fails failed failing cannot weak weaker bypass bypassed bypassing inadequate insufficient'.split(
    ' ',
  ),
)

/** Whether an answer is itself taken back ("fails to prevent", "without safeguards"). */
export function isNegated(text: readonly Word[], { from }: SignalMatch): boolean {
  return text.slice(Math.max(0, from - 3), from).some(({ word }) => negations.has(word))
}
