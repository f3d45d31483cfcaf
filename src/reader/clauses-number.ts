import type { Antecedents } from './antecedents.ts'
import { claimantIn } from './claimants.ts'
import { type Role, unknownSubject } from './clause-roles.ts'
import { benchmarkOf, counted } from './clauses-benchmark.ts'
import { clauseSubject, ownerBeside, tiedToSubject } from './clauses-owner.ts'
import { winsOrTies } from './numbers.ts'
import type { ScoreReading } from './score-reading.ts'
import { blanked, gapBefore, nearest, type SentenceView, textAfter, textBefore } from './sentence-view.ts'

/** What keeps a number from being read, in words for operators. */
export const reasons = {
  pattern: 'no pattern ties the number to a model',
  owner: 'whose number it is stays unclear',
  test: 'which test it is stays unclear',
  unreal: 'negated, planned or supposed',
  long: 'a sentence too long to take apart',
  range: 'outside what the test can give',
  twice: 'the words of order contradict the numbers',
}

/** One number by itself: beside a name, or tied to its clause's subject. A string says why it was left. */
export function readNumber(
  view: SentenceView,
  index: number,
  roles: readonly Role[],
  earlier: readonly ScoreReading[],
  state: Antecedents,
): ScoreReading | string {
  const tag = view.tags[index]
  if (tag?.kind === 'number' && tag.number.unit === null && spends.test(textBefore(view, index).split(';').at(-1) ?? ''))
    return reasons.pattern
  const choice = benchmarkOf(view, index)
  if (choice.unknown) return reasons.test
  const before = textBefore(view, index)
  const gap = gapBefore(view, index)
  if (
    /\bfrom (?:a |an |the |about |around |roughly |just |only |a score of |scores? of )*$/i.test(before) &&
    !ownerBeside(view, index, roles)
  )
    return reasons.pattern
  const beside = ownerBeside(view, index, roles)
  if (beside) {
    if (choice.benchmark < 0 && !mayInherit(view, state)) return reasons.test
    return { number: index, owner: beside.owner, benchmark: choice.benchmark, rule: beside.rule }
  }
  const named = ownerOfTest(view, index)
  if (named >= 0 && choice.benchmark === index - 1)
    return { number: index, owner: named, benchmark: choice.benchmark, rule: 'test of model' }
  const opening =
    nearest(view, index, -1, (tag) => tag.kind !== 'benchmark') < 0 &&
    /^(?:At|With|By|After|Scoring|Achieving|Posting|Reaching|Hitting|Recording|Notching)\b[^,;]{0,60}$/.test(
      view.text.slice(0, (view.tags[index]?.start ?? 0) - view.start).trimEnd(),
    )
  if (opening) {
    const later = nearest(view, index, 1, (_, i) => roles[i] === 'subject')
    if (later >= 0 && choice.benchmark >= 0) return { number: index, owner: later, benchmark: choice.benchmark, rule: 'opening' }
  }
  const onward = choice.own && choice.benchmark === index - 1 ? ownerBehind(view, index, roles) : -1
  if (onward >= 0) return { number: index, owner: onward, benchmark: choice.benchmark, rule: 'opening' }
  if (comparedWith.test(gap)) return comparedNumber(view, index, roles, choice, earlier) ?? reasons.owner
  const rule = tieOf(view, index, gap, choice, earlier)
  if (rule === null) return reasons.pattern
  const clause = clauseSubject(view, index, roles)
  const owner = clause < 0 ? headedBy(view, index) : clause
  // "…, which scores": what a relative clause says is said of the name before it.
  const last = nearest(view, index, -1, (tag) => tag.kind === 'model')
  if (
    last > owner &&
    roles[last] === 'rival' &&
    /^,? (?:which|who|that) [^,;]*$/.test(blanked(view, view.tags[last]?.end ?? 0, view.tags[index]?.start ?? 0))
  )
    return reasons.owner
  // "Beats M on code, scoring 76.2% on X": a verb with no subject opens the sentence, and M is what it beats.
  const unnamed = bare.test(view.text) && view.tags.every((tag, i) => i > index || tag.kind !== 'model' || roles[i] === 'rival')
  if (owner < 0 && !unnamed && view.tags.some((tag, i) => i < index && tag.kind === 'model')) return reasons.owner
  const from = owner >= 0 ? (view.tags[owner]?.end ?? view.start) : view.start
  const span = blanked(view, from, view.tags[index]?.start ?? view.end)
  if (
    unknownSubject(owner >= 0 ? span : blanked(view, view.start, view.tags[index]?.start ?? view.end)) ||
    otherSubject.test(span) ||
    otherMeasure.test(span.split(/§|[;—–]|, (?=(?:scor|reach|achiev|post|hitt)ing\b)/).at(-1) ?? '')
  )
    return reasons.owner
  const level = view.tags[index]?.depth ?? 0
  if (owner < 0 && view.tags.some((tag, i) => tag.kind === 'model' && roles[i] !== 'rival' && tag.depth <= level))
    return reasons.owner
  // "figures are 80%+" with nobody named tells of no model.
  if (owner < 0 && tag?.kind === 'number' && tag.number.bound !== null) return reasons.owner
  if (owner < 0 && !mayStandFor(blanked(view, view.start, view.tags[index]?.start ?? view.end), earlier)) return reasons.owner
  const rivalBetween = view.tags
    .slice(owner + 1, index)
    .some((tag, i) => tag.kind === 'model' && roles[owner + 1 + i] === 'rival' && tag.depth <= (view.tags[index]?.depth ?? 0))
  if (rivalBetween && / at (?:a |an |about |just |only )?[~≈]?$/.test(gap) && choice.benchmark === index - 1) return reasons.owner
  if (choice.benchmark < 0 && !mayInherit(view, state)) return reasons.test
  return { number: index, owner, benchmark: choice.benchmark, rule }
}

/** "On tasks such as X (47.4), M does well": in an opening phrase the number is the subject's that follows it. */
function ownerBehind(view: SentenceView, index: number, roles: readonly Role[]): number {
  const opens = /^(?:(?:Even|And|But|Also) )?(?:[Oo]n|[Ii]n|[Ff]or|[Aa]t|[Aa]cross) [^;]*$/.test(
    blanked(view, view.start, view.tags[index]?.start ?? view.end),
  )
  if (!opens) return -1
  let next = index + 1
  while (view.tags[next]?.kind === 'benchmark' || view.tags[next]?.kind === 'number') next++
  if (roles[next] !== 'subject') return -1
  return /^\)?, (?:[a-z]+ly |however, )?(?:the |[A-Z]\w+'s )?$/.test(gapBefore(view, next)) ? next : -1
}

/** "The maker's own card (for M): TEST 80.6, TEST 55.4": the one name of a sentence, in brackets before a colon, owns the list behind it. */
function headedBy(view: SentenceView, index: number): number {
  const models = view.tags.flatMap((tag, i) => (tag.kind === 'model' ? [i] : []))
  const only = view.tags[models[0] ?? -1]
  const number = view.tags[index]
  if (models.length !== 1 || only === undefined || number === undefined || only.depth !== 1 || number.depth !== 0) return -1
  return /^[^()]*\): /.test(view.passage.text.slice(only.end, number.start)) ? (models[0] as number) : -1
}

const comparedWith =
  /(?:\bcompared (?:to|with)|\bversus|\bvs\.?|\bagainst|\bthan|\bbehind|\bahead of|\babove|\bbelow|\bup from|\bdown from|\bbeating|\bsurpassing|\boutperforming|\bexceeding) (?:a |an |the |only |just |about |around |roughly |its )*[~≈]?$/i

/** "outperformed M on X, scoring 91.3% compared to 88.7%": the compared number is the one rival's that has none of its own. */
function comparedNumber(
  view: SentenceView,
  index: number,
  roles: readonly Role[],
  choice: { benchmark: number },
  earlier: readonly ScoreReading[],
): ScoreReading | null {
  const rivals = view.tags.flatMap((tag, i) => (i < index && tag.kind === 'model' && roles[i] === 'rival' ? [i] : []))
  const subject = clauseSubject(view, index, roles)
  const rival = rivals[0]
  const own = earlier.at(-1)
  if (
    rivals.length !== 1 ||
    rival === undefined ||
    subject < 0 ||
    own?.owner !== subject ||
    own.number !== lastNumber(view, index)
  )
    return null
  return choice.benchmark === own.benchmark
    ? { number: index, owner: rival, benchmark: choice.benchmark, rule: 'compared' }
    : null
}

function lastNumber(view: SentenceView, index: number): number {
  return nearest(view, index, -1, (tag) => tag.kind === 'number')
}

/** "matched M's score of 2,439": the number is the subject's too. */
export function equalParty(view: SentenceView, reading: ScoreReading, roles: readonly Role[]): ScoreReading | null {
  if (reading.owner < 0 || reading.owner > reading.number || roles[reading.owner] !== 'rival') return null
  if (
    !/\b(?:match(?:ed|es|ing)|t(?:ied|ies|ying)|equal(?:s|ed|ing|led|ling)?|t(?:ied|ies|ying) with) (?:[A-Z][\w.]*'s )?$/.test(
      gapBefore(view, reading.owner),
    )
  )
    return null
  const subject = clauseSubject(view, reading.owner, roles)
  return subject < 0 ? null : { ...reading, owner: subject, rule: 'equal' }
}

/** What ties a number to the subject of its clause, or null. */
function tieOf(
  view: SentenceView,
  index: number,
  gap: string,
  choice: { benchmark: number; own: boolean },
  earlier: readonly ScoreReading[],
): string | null {
  const previous = view.tags[index - 1]
  if (choice.own && choice.benchmark === index - 1) return 'test: number'
  const whole = previous?.kind === 'benchmark' && gap.length < 80 ? gap : textBefore(view, index, 120).slice(-(gap.length + 40))
  if (tiedToSubject(gap.replace(counted, ' ')) || winsOrTies.test(gap) || (previous?.kind === 'pronoun' && tiedToSubject(whole)))
    return 'verb'
  const follows = earlier.some((reading) => reading.number < index)
  if (
    follows &&
    choice.own &&
    /^(?: ?\)|")?(?:,|;| and|, and| plus|, plus| or|\/| as well as|, as well as| along with|, along with|, followed by| with| alongside| to go with)? ?(?:a |an |another |just |only |also |about |around |roughly |nearly |preliminary |~|≈)*(?:(?<=an? )(?:un[a-z]+|[a-z]+(?:ing|ive|able|ary|ous|id|ng)) )?$/.test(
      gap,
    )
  )
    return 'list'
  if (follows && choice.own && previous?.kind !== 'model' && /(?:,| —| –) plus (?:an? )?$/.test(gap)) return 'list'
  if (
    follows &&
    previous?.kind === 'number' &&
    /^(?: (?:with(?:out)?|using) (?:[a-z-]+ ){0,3}tools?| \w+-agent)?,?(?: and| or| but|;)? (?:a |an )?$/.test(gap)
  )
    return 'setting'
  if (
    follows &&
    otherSetting.test(gap) &&
    /^ (?:with(?:out)?|using|in|at|when) (?!the (?:same|next))/.test(textAfter(view, index))
  )
    return 'setting'
  if (choice.own && /(?:[:(—–]| -|,|;| and) ?(?:a |an )?[~≈]?$/.test(gap) && choice.benchmark > index) return 'number test'
  if (
    choice.own &&
    choice.benchmark > index &&
    previous === undefined &&
    /^\W*(?:An? )?(?:[a-z-]+ ){0,2}(?:score of |result of )?$/i.test(gap)
  )
    return 'number test'
  return null
}

const otherSetting =
  /^(?: \([^()]{0,30}\))?(?: (?:with(?:out)?|using|in|at) [A-Za-z -]{3,30})?(?:;|,| and|, and| or) (?:a |an |just )?$/

/** "M's MMMU Pro score of 81.2", "M (GPQA Diamond: 94.3)": the test hangs on the name before it, rival or not. */
function ownerOfTest(view: SentenceView, index: number): number {
  const test = view.tags[index - 1]
  const model = view.tags[index - 2]
  if (test?.kind !== 'benchmark' || model?.kind !== 'model') return -1
  return /^(?:'s? (?:[\w-]+ ){0,3}| \(|: ?| — | – )$/.test(gapBefore(view, index - 1)) ? index - 2 : -1
}

const otherSubject =
  /\b(?:predecessors?|previous (?:version|model|generation|best|record|leader|state[- ]of[- ]the[- ]art|state|SOTA)|earlier (?:version|model)|competitors?|rivals?|competing models?|other (?:\w+ )?models?|others|(?:next|second|nearest|closest)[- ](?:best|model|rival|competitor|placed)|runner-up|humans?|experts?|baseline|(?:any|no|another|every|each|other|first) (?:[a-z-]+ ){0,2}?(?:AI )?(?:systems?|models?|LLMs?|AI)|average (?:human|model|user)|median|(?:models|systems|agents|LLMs|peers) (?:have|had|scored?|get|got|averaged?|reach|sit|sat|are|were|managed?))\b(?:'s)?(?: [a-z-]+){0,4} ?(?:at|of|with|to|a|an|just|only)? ?[~≈]?$/i
/** What a clause that speaks of money or time says with a bare number is no score. */
const spends = /\b(?:costs?|costing|priced?|pricing|spends?|spent|dollars?|cents|hours|minutes|seconds|latency)\b/i
const otherMeasure =
  /\b(?:costs?|prices?|priced|pricing|latency|tokens?|speed|throughput|revenue|market share|(?<!word )error rate|refusal rate|attack success|usage|users|downloads|valuation|stake)\b/i
const strangers =
  /\b(?:competitors?|rivals?|competing|models?|systems?|others|humans?|people|users?|predecessors?|previous|older|average|none|nobody|every|each|all|both|students?|ago|last year|earlier)\b/i
const fragment =
  /^\W*(?:(?:an? |the )(?:(?!\w*(?:scor|reach|achiev|post|hit|get|got|report|earn|record|lead|claim|has|is|was)\w* )[a-z-]+ ){0,3})?(?:score of |result of )?\W*$/i
const specs = /^(?:[\w.~-]+(?: [\w.-]+){0,2}, ){1,5}[~≈]?$/
const reported =
  /^\W*(?:(?:its|the|early|reported|published|official|key|other|additional|notable|headline|launch|internal|benchmark|strong|standout|overall|more|further|coding|agentic|reasoning|\w+-reported) ){0,4}(?:scores?|marks?|results?|numbers?|benchmarks?|performances?|strengths?|highlights?|metrics|figures|tests?|evaluations?|evals|company|lab|team|startup|firm|maker|chart|table|accuracy)\b/i
const bare =
  /^\W*(?:also |now )?(?:scor|achiev|reach|hits|post|gets|earn|report|verif|record|leads|tops|beats|rank|match|shows|claims|says|deliver|notch|attain|manag|outperform|surpass)\w*\b/i

/**
 * Whether a sentence that names no model may be about the model at hand: a fragment ("A remarkable 77.5 on …"), "Results include …", a
 * verb with no subject ("Scores 80% on …"), a firm's report ("Epoch AI reported 39% on …"). Any other noun may be somebody else.
 */
function mayStandFor(before: string, earlier: readonly ScoreReading[]): boolean {
  if (strangers.test(before.replace(/\bmodel (?:card|page)\b/gi, ''))) return false
  const said = before.replace(/^\W*[A-Z][\w /&§-]{2,40}(?::| [-–—]) /, '')
  if (earlier.some((reading) => reading.owner === -1)) return true
  if (
    fragment.test(said) ||
    reported.test(said) ||
    bare.test(said) ||
    specs.test(said) ||
    /^\W*(?:[Oo]n |[Ii]n )?§[^a-z]{0,4}$/.test(before)
  )
    return true
  if (/^\W*§/.test(before) && !/[a-z]{3,} [a-z]{3,} [a-z]{3,}/.test(before)) return true
  return claimantIn(before.slice(0, 120), null) !== null
}

const otherTest =
  /\b(?:[Oo]n|[Ii]n) (?:the )?[A-Z][\w-]+|\b(?:tasks|tests|benchmarks|evaluations|evals|categor(?:y|ies)|problems|questions|subsets?|subtasks?|subjects?|disciplines?|domains?)\b/
const months = /\b[Ii]n (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g

const ownTasks = /(?:%|percent) of (?:the |all |its )?(?:[a-z-]+ ){0,3}?(?:tasks|problems|questions)\b/g

/** Whether a sentence that names no test may go on about the one in force: soon after, and with no word of another. */
function mayInherit(view: SentenceView, state: Antecedents): boolean {
  if (state.inForce === null || state.inForceAge > 2 || view.tags.some((tag) => tag.kind === 'benchmark')) return false
  return (
    !otherTest.test(view.text.replace(months, '').replace(ownTasks, '')) &&
    !otherMeasure.test(view.text) &&
    !/[$€£¥]/.test(view.text)
  )
}
