import type { Role } from './clause-roles.ts'
import { benchmarkOf } from './clauses-benchmark.ts'
import { clauseSubject } from './clauses-owner.ts'
import type { ClauseResult } from './score-reading.ts'
import { gapBefore, nearest, type SentenceView, textBefore } from './sentence-view.ts'

/** Between the two numbers of a comparison. */
const versus =
  /^,? ?(?:vs\.?|versus|v\.?|against|to|compared (?:to|with)|over|and|–|—|-|\/) ?(?:a |an |only |just |about |around |its |the )?$/i
const strict = /^,? ?(?:vs\.?|versus|v\.?|against|compared (?:to|with)|over|to) ?(?:a |an |only |just |about |around )?$/i
const ahead =
  /\b(?:lead(?:s|ing)?|led|beat(?:s|ing)?|top(?:s|ped|ping)|outperform\w*|surpass\w*|outpac\w*|outscor\w*|edg(?:es|ed|ing)|dominat\w*|ahead|better|best(?:s|ed|ing)|exceed\w*|eclips\w*|overtak\w*|overtook|win(?:s|ning)?|won|first|strongest|crush\w*|above|clear of|pulls? away|higher)\b/i
const behindWord =
  /\b(?:trail(?:s|ed|ing)?|behind|lag(?:s|ged|ging)?|lose(?:s)?|lost|losing|below|short of|shy of|worse|weaker|falls? short|lower|loses out)\b/i

const oldToNew =
  /^(?: (?:in|for|with|on) (?:the |its |their )?(?:previous|earlier|older?|prior|last|first|original)[\w -]{0,30})?,? to (?:a |an |about |around |just |over |nearly )?$/i

/** Which way the words around a comparison point: the subject ahead, behind, or neither. */
function directionOf(text: string): 'ahead' | 'behind' | null {
  const up = ahead.exec(text)
  const down = behindWord.exec(text)
  if (up && down) return null
  return up ? 'ahead' : down ? 'behind' : null
}

/**
 * Two numbers set against each other with no name beside either: "GPQA Diamond (94.3% vs. 89.5%)", "on Terminal-Bench 2.0, 59% to 75.1%". The
 * first is the subject's, the second the rival's; where the clause names no rival, `absent` (the topic, if it is another model) has it.
 * What words of order say must agree with the numbers, else both are spent and neither is read.
 */
export function readPair(
  view: SentenceView,
  index: number,
  roles: readonly Role[],
  used: ReadonlySet<number>,
  absent: number | null,
): ClauseResult | null {
  const first = view.tags[index]
  const second = view.tags[index + 1]
  if (first?.kind !== 'number' || second?.kind !== 'number' || first.depth !== second.depth) return null
  const gap = gapBefore(view, index + 1)
  if (oldToNew.test(gap) && /\bfrom (?:a |about |around |just |only )?$/i.test(textBefore(view, index, 40)))
    return fromTo(view, index, roles)
  if (!versus.test(gap)) return null
  const bracket = first.depth > 0 && /\([^()]{0,40}$/.test(textBefore(view, index, 60))
  const loose = !strict.test(gap)
  if (loose && !bracket) return null
  if (/^ ?(?:and|–|-|—) ?/.test(gap) && !/^ ?[–—] ?$/.test(gap) && !bracket) return null
  if (loose && /and/.test(gap)) return null
  const after = view.tags[index + 2]
  if (after?.kind === 'model' && /^(?: for| from| by|'s)? ?(?:\(|for |from )?$/.test(gapBefore(view, index + 2))) return null
  if (used.has(index) || used.has(index + 1)) return { readings: [], spent: [index, index + 1] }
  const before = textBefore(view, index)
  if (/\bfrom (?:a |about |around |just |only )?$/i.test(before)) return { readings: [], spent: [index, index + 1] }
  const nothing = { readings: [], spent: [index, index + 1] }
  const choice = pairBenchmark(view, index)
  if (choice < 0) return nothing
  const parties = partiesOf(view, index, roles)
  if (parties === null) return nothing
  const { subject, rival } = parties
  const other = rival ?? absent
  if (other === null) return nothing
  const rule = 'pair'
  const lowerIsBetter = benchmarkLower(view, choice)
  const clause = clauseOf(view, subject, index)
  const direction = directionOf(clause)
  const higher = first.number.value > second.number.value
  if (direction !== null && first.number.value !== second.number.value) {
    const subjectBetter = lowerIsBetter ? !higher : higher
    if ((direction === 'ahead') !== subjectBetter) return nothing
  }
  return {
    readings: [
      { number: index, owner: subject, benchmark: choice, rule },
      { number: index + 1, owner: other, benchmark: choice, rule },
    ],
    spent: [],
  }
}

/** Owner index of "the topic" where no name of the sentence stands for it. */
export const topicOwner = -2

function partiesOf(view: SentenceView, index: number, roles: readonly Role[]): { subject: number; rival: number | null } | null {
  const named: number[] = []
  for (let i = 0; i < index; i++) {
    const tag = view.tags[i]
    if (tag === undefined || (tag.kind !== 'model' && tag.kind !== 'pronoun') || roles[i] === 'other') continue
    if (tag.depth > (view.tags[index]?.depth ?? 0)) continue
    named.push(i)
  }
  const subject = clauseSubject(view, index, roles)
  const rivals = named.filter((i) => roles[i] === 'rival' && i > subject)
  // "trails A on X (70 vs 75) and B on Y (80 vs 92)": each rival has its own numbers.
  const apart = rivals.every(
    (rival, k) => k === 0 || nearest(view, rival, -1, (tag) => tag.kind === 'number') > (rivals[k - 1] as number),
  )
  if (!apart) return null
  if (rivals.length > 0) return { subject, rival: rivals.at(-1) as number }
  const objects = named.filter((i) => i !== subject && i > subject && roles[i] === 'object')
  if (objects.length > 0) return null
  if (subject < 0) return null
  const two = named.filter((i) => i < subject && roles[i] === 'subject')
  if (two.length > 0 && /^ (?:and|or) /.test(gapBefore(view, subject))) return null
  return { subject, rival: null }
}

function clauseOf(view: SentenceView, subject: number, index: number): string {
  const from = subject >= 0 ? (view.tags[subject]?.end ?? view.start) : view.start
  const to = view.tags[index]?.start ?? view.end
  return view.passage.text.slice(from, to)
}

/** "63% vs. 69% on agentic coding, and …": behind the pair stands a field, so the test of the next pair is not its own. */
const ofField = /^ (?:on|in|for|at) (?:[a-z-]+ ){0,3}[a-z-]+(?:[,;]| and )/

function pairBenchmark(view: SentenceView, index: number): number {
  if (view.tags[index + 2] !== undefined && ofField.test(gapBefore(view, index + 2))) return -1
  const first = benchmarkOf(view, index)
  const second = benchmarkOf(view, index + 1)
  if (second.own && second.benchmark > index) return second.benchmark
  if (first.own) return first.benchmark
  const left = nearest(view, index, -1, (tag) => tag.kind === 'benchmark')
  const tag = view.tags[left]
  const number = view.tags[index]
  if (first.unknown || tag === undefined || number === undefined) return first.unknown ? -1 : first.benchmark
  return tag.depth <= number.depth ? left : -1
}

function benchmarkLower(view: SentenceView, index: number): boolean {
  const tag = view.tags[index]
  return tag?.kind === 'benchmark' && tag.benchmark?.entry?.direction === 'lower'
}

const others =
  /\b(?:models|systems|competitors?|rivals?|humans?|average|industry|field|predecessors?|others|state of the art|SOTA)\b/i

/** "rose from 70.0% to 92.5%": the first is the old value, which is nobody's statement here; the second is the subject's. */
function fromTo(view: SentenceView, index: number, roles: readonly Role[]): ClauseResult {
  const spent = [index]
  const owner = clauseSubject(view, index, roles)
  const choice = benchmarkOf(view, index + 1)
  const left = choice.benchmark >= 0 ? choice : benchmarkOf(view, index)
  const nobody = owner < 0 && !view.tags.some((tag) => tag.kind === 'model') && !others.test(view.text)
  if (left.unknown || (owner < 0 && !nobody)) return { readings: [], spent: [index, index + 1] }
  return { readings: [{ number: index + 1, owner, benchmark: left.benchmark, rule: 'from-to' }], spent }
}

const respectively = /\brespectively\b/i
const listOf = /^(?:'s)?(?:,? and|,? or|,| &|\/|,? followed by|,? then)? ?(?:the |its |[A-Z]\w+'s )?$/

/**
 * "A and B scored 80 and 75 on X, respectively", in either order, also one model on several tests ("80 and 75 on X and Y, respectively"). As many
 * names as numbers, each side one list; anything else is left alone.
 */
export function readRespectively(view: SentenceView, roles: readonly Role[]): ClauseResult | null {
  if (!respectively.test(view.text)) return null
  const at = view.start + view.text.search(respectively)
  const numbers = runs(view, 'number').filter((run) => run.length > 1 && (view.tags[run.at(-1) as number]?.start ?? 0) < at)
  if (numbers.length !== 1) return null
  const run = numbers[0] as number[]
  const models = runs(view, 'model').filter((other) => other.length === run.length)
  const tests = runs(view, 'benchmark').filter((other) => other.length === run.length)
  const nothing = { readings: [], spent: run }
  if (models.length === 1 && tests.length === 0) {
    const choice = benchmarkOf(view, run.at(-1) as number)
    const benchmark = choice.benchmark >= 0 ? choice.benchmark : benchmarkOf(view, run[0] as number).benchmark
    if (choice.unknown) return nothing
    return {
      readings: run.map((number, i) => ({
        number,
        owner: (models[0] as number[])[i] as number,
        benchmark,
        rule: 'respectively',
      })),
      spent: [],
    }
  }
  if (tests.length === 1 && models.length === 0) {
    const subject = clauseSubject(view, run[0] as number, roles)
    const later = subject < 0 ? nearest(view, run.at(-1) as number, 1, (_, i) => roles[i] === 'subject') : subject
    return {
      readings: run.map((number, i) => ({
        number,
        owner: later,
        benchmark: (tests[0] as number[])[i] as number,
        rule: 'respectively',
      })),
      spent: [],
    }
  }
  return nothing
}

const together =
  /^,? (?:(?:now|both|all|each|also|even) )*(?:scor|reach|achiev|post|hit|t(?:ie|ied)\b|got|get|earn|record|manag|land|sit|sat|come|came|notch|attain|share)\w*(?: in)?(?: at| with| to)? (?:(?:a|an|the|same|identical|only|just|about|roughly|score of) )*$/

/**
 * "A and B scored 80 and 75 on X" with as many numbers as names, in order; "A and B tied at 57" with one number for all of them. What else
 * two subjects do together is left alone.
 */
export function readTogether(view: SentenceView, roles: readonly Role[]): ClauseResult | null {
  for (const models of runs(view, 'model')) {
    const last = models.at(-1) as number
    const next = view.tags[last + 1]
    if (models.length < 2 || next?.kind !== 'number' || !models.every((i) => roles[i] === 'subject')) continue
    if (!together.test(gapBefore(view, last + 1))) continue
    const numbers = runs(view, 'number').find((run) => run[0] === last + 1) ?? []
    const choice = benchmarkOf(view, numbers.at(-1) ?? last + 1)
    const before = nearest(view, models[0] as number, -1, (tag) => tag.kind === 'benchmark')
    const benchmark = choice.benchmark >= 0 ? choice.benchmark : before
    if (choice.unknown || benchmark < 0) return { readings: [], spent: numbers }
    if (numbers.length === 1)
      return {
        readings: models.map((owner) => ({ number: numbers[0] as number, owner, benchmark, rule: 'together' })),
        spent: [],
      }
    if (numbers.length === models.length)
      return {
        readings: numbers.map((number, i) => ({ number, owner: models[i] as number, benchmark, rule: 'together' })),
        spent: [],
      }
    return { readings: [], spent: numbers }
  }
  return null
}

/** Runs of tags of one kind, joined by nothing but commas and "and". */
function runs(view: SentenceView, kind: 'number' | 'model' | 'benchmark'): number[][] {
  const found: number[][] = []
  view.tags.forEach((tag, i) => {
    if (tag.kind !== kind) return
    const last = found.at(-1)
    if (last !== undefined && last.at(-1) === i - 1 && listOf.test(gapBefore(view, i))) last.push(i)
    else found.push([i])
  })
  return found
}

/** Whether the words around an adjacent comparison contradict the numbers: "ahead of M at 90" with 80 for the subject. */
export function contradicts(
  view: SentenceView,
  subjectValue: number,
  rivalValue: number,
  rivalIndex: number,
  lowerIsBetter: boolean,
): boolean {
  const direction = directionOf(
    gapBefore(view, rivalIndex)
      .split(/[;(]|, (?:and|but|while) /)
      .at(-1) ?? '',
  )
  if (direction === null || subjectValue === rivalValue) return false
  const better = lowerIsBetter ? subjectValue < rivalValue : subjectValue > rivalValue
  return (direction === 'ahead') !== better
}
