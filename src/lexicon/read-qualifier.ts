import type { Benchmark } from './benchmark.ts'
import { commonSubsets, quietSubsets } from './benchmark-qualifiers.ts'
import { benchmarks } from './benchmarks.ts'
import { isWordChar, nameTrie } from './name-trie.ts'

/** The subsets of each benchmark as a searchable set; under null those that any benchmark may have. */
const subsetTries = new Map<Benchmark | null, ReturnType<typeof nameTrie<string>>>()
const common = nameTrie<string>()
for (const word of commonSubsets) common.add(word, word)
subsetTries.set(null, common)
for (const entry of benchmarks) {
  if (entry.subsets === undefined) continue
  const trie = nameTrie<string>()
  for (const subset of entry.subsets) trie.add(subset, subset)
  subsetTries.set(entry, trie)
}

/** What was read behind a name: a part of the test, or its version. `quiet`: said beside the name and no part of it. */
export interface Qualifier {
  end: number
  subset?: string
  version?: string
  quiet?: boolean
  /** A month whose year may follow behind the bracket: "HMMT (Feb) 2026". */
  open?: boolean
}

const months =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
const yearPattern = new RegExp(
  `(?:(${months})\\.?[ ,-]{0,2})?(20[12]\\d)(?![\\d%]|\\.\\d)|(?:(${months})\\.?[ -]?)?'?(2[0-9])(?![\\d%]|\\.\\d| ?%| percent)`,
  'y',
)
const monthPattern = new RegExp(`(${months})(?![a-z])\\.?(?:[ ,-]{0,2}(20[12]\\d))?`, 'y')
const versionPattern = /v(?:ersion)? ?(\d{1,2}(?:\.\d{1,2}){0,2})(?![\d%])/iy
const wholeVersion = /[1-9]\.0/y
const tierPattern = /(Tiers?|tiers?|T) ?-?(\d)(?: ?(?:-|–|—|to|through|and|&) ?(?:[Tt]iers? |T)?(\d))?(?!\d|%|\.\d)/y
const windowPattern =
  /((?:20)?2\d[.\-/]?(?:0[1-9]|1[0-2])(?:[.\-/]?[0-3]\d)?) ?(?:-|–|—|to|~) ?((?:20)?2\d[.\-/]?(?:0[1-9]|1[0-2]|[1-9](?!\d))(?:[.\-/]?[0-3]\d)?)(?![\d.%])/y
const monthWindow = new RegExp(`((?:${months})\\.? ?(?:20\\d\\d)?) ?(?:-|–|—|to) ?((?:${months})\\.? ?(?:20\\d\\d)?)`, 'y')
const levelPattern = /(Level|Lvl|Set|Track|Split) ?([A-Z]|\d{1,2})(?![\w.%])/y
const sizePattern = /(\d{1,4}[KkM])(?![A-Za-z0-9])/y
const quietBracket = /(?:[A-Z]{2,6}|validation|val|test|dev|mini|subset|full|text-only|text only|testmini)(?=\))/y

/** The subset of a benchmark that starts at `at`, or null. */
export function subsetAt(text: string, at: number, entry: Benchmark | null): { end: number; value: string } | null {
  return subsetTries.get(entry)?.longest(text, at) ?? null
}

/** The tier that starts at `at` ("Tier 4", "Tiers 1–3"), or null. */
export function tierAt(text: string, at: number): Qualifier | null {
  const tier = sticky(tierPattern, text, at)
  return tier === null ? null : { end: tierPattern.lastIndex, subset: tierName(tier) }
}

/** One qualifier at a place, or null. In brackets more may stand than behind a bare name: what is in brackets is no score with a unit. */
export function qualifierAt(
  text: string,
  at: number,
  entry: Benchmark | null,
  bracket: boolean,
  wantVersion: boolean,
): Qualifier | null {
  const own = subsetAt(text, at, entry)
  if (own !== null && (entry === null ? capital(text, at) : ownSubset(text, at, own.end, bracket))) {
    return { end: own.end, subset: own.value }
  }
  if (entry !== null) {
    const shared = common.longest(text, at)
    if (shared !== null && capital(text, at)) return { end: shared.end, subset: shared.value }
  }
  const tier = tierAt(text, at)
  if (tier !== null) return tier
  const level = sticky(levelPattern, text, at)
  if (level !== null) return { end: levelPattern.lastIndex, subset: `${level[1]} ${level[2]}` }
  if (wantVersion) {
    const version = sticky(versionPattern, text, at)
    if (version !== null && !isWordChar(text[versionPattern.lastIndex]))
      return { end: versionPattern.lastIndex, version: `v${version[1]}` }
    for (const listed of entry?.versions ?? []) {
      const number = listed.replace(/^v/, '')
      if (text.startsWith(number, at) && versionEnds(text, at + number.length))
        return { end: at + number.length, version: listed }
    }
    // A test that has counted 1.0, 2.0 goes on to count so.
    const next = entry?.versions?.some((listed) => listed.endsWith('.0')) ? sticky(wholeVersion, text, at) : null
    if (next !== null && versionEnds(text, at + 3)) return { end: at + 3, version: next[0] }
    if (entry?.yearly === true) {
      const year = sticky(yearPattern, text, at)
      const yearEnd = yearPattern.lastIndex
      if (year !== null && !isWordChar(text[yearEnd])) {
        const month = year[1] ?? year[3]
        return { end: yearEnd, version: `${month === undefined ? '' : `${month.slice(0, 3)} `}${year[2] ?? `20${year[4]}`}` }
      }
      const month = sticky(monthPattern, text, at)
      if (month !== null) return { end: monthPattern.lastIndex, version: month[1]!.slice(0, 3), open: true }
    }
    for (const pattern of [windowPattern, monthWindow]) {
      const window = sticky(pattern, text, at)
      if (window !== null) {
        return { end: pattern.lastIndex, version: `${window[1]}-${window[2]}`, quiet: true }
      }
    }
  }
  const size = bracket || entry?.category === 'long context' ? sticky(sizePattern, text, at) : null
  if (size !== null) return { end: sizePattern.lastIndex, subset: size[1]!.toUpperCase() }
  return bracket && sticky(quietBracket, text, at) !== null ? { end: quietBracket.lastIndex } : null
}

/** An entry's own subset in lower case counts where it is more than a common word: joined by a hyphen, in brackets, or with a digit. */
function ownSubset(text: string, at: number, end: number, bracket: boolean): boolean {
  if (!bracket && quietSubsets.has(text.slice(at, end)) && /^(?:$|[ :(|])/.test(text.slice(end, end + 1))) return true
  return bracket || capital(text, at) || text[at - 1] === '-' || /\d/.test(text.slice(at, end)) || end - at > 5
}

function capital(text: string, at: number): boolean {
  return /\p{Lu}/u.test(text[at] ?? '')
}

/** A listed version is no start of a longer number or of a share ("2" of "2.5", "25%"). */
function versionEnds(text: string, end: number): boolean {
  return !/^(?:\d|\.\d|,\d| ?%| percent)/.test(text.slice(end, end + 8)) && !isWordChar(text[end])
}

/** A match of a sticky pattern at one place, or null. */
export function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** "Tier 4", "Tiers 1-3"; singular or plural as the text has it, since the key is the same. */
function tierName([, word, from, to]: RegExpExecArray): string {
  if (to === undefined) return `Tier ${from}`
  return `${word!.toLowerCase() === 'tier' ? 'Tier' : 'Tiers'} ${from}-${to}`
}
