import { gapBefore, nearest, type SentenceView, textAfter, textBefore } from './sentence-view.ts'

const onNext =
  /^(?: \([^()]{0,40}\))?(?: ?(?:accuracy|score|points|Elo|resolved|pass@\d|overall|average|pass rate|success rate|correct|(?:in|with|without|using) (?:[a-z-]+ ){1,4}?)){0,2},? (?:on|in|for|at|across|from|against|scores? on) (?:[\w'/-]+ ){0,6}["']?$/
const gainNext = /^, ?[+-]\d[\d.]*%?(?: points)?\) (?:on|in|for|at) (?:the )?$/
const onNextBracket = /^(?: ?(?:accuracy|score|points|Elo))? (?:on|in|for|at) (?:[\w'-]+ ){1,7}\($/
const right = /^ (?:on )?$/
const colon =
  /^(?:\)|"|')?(?: \([^()]{0,60}\))?(?:,? (?:score|rating|accuracy|result|index|Elo|benchmark|test|leaderboard|internal eval|pass@1|mark|performance|evaluation)){0,2}(?: ?[:=(,]| at| with| —| –| -| of| is| was| came in at| stands at| to| reads)? ?(?:a |an |the |its )?(?:[a-z-]+ ){0,2}?(?:score |result |rating |accuracy |mark )?(?:of |is |was |: ?)?(?:~|≈|about |around |roughly |nearly |just |only |over |almost )?$/i
const glossed = /^ ?\([a-z][^():]{0,60}: ?$/i
const sameAfter = /^[^.;]{0,60}?\bthe same (?:test|benchmark|evaluation|eval|exam)\b/i
/** "on a tool-use benchmark (Tau2-Bench …), M scored": the bracket names the test that the words before it speak of. */
const namesTest =
  /\b(?:benchmark|test|evaluation|eval|exam|leaderboard|suite) \((?:the |called )?$|^(?:On|In|For) [^()§]{3,60} \($/i
const listJoint = /^(?:,? and|,? or|,|\/| &) ?$/

/** Which benchmark a number is on, and how sure. `own`: the text ties the two directly. */
export interface BenchmarkChoice {
  /** Tag index; −1 where the sentence names none. */
  benchmark: number
  own: boolean
  /** The number belongs to a test that no tag covers: nothing may be read. */
  unknown: boolean
}

/**
 * The benchmark of a number: right behind it ("80.4 on MMMU Pro"), right before it ("MMMU Pro: 80.4"), else the nearest to its left that does
 * not stand in another bracket, else the first to its right. Brackets are never left or entered, except by what opens right behind the name.
 */
export function benchmarkOf(view: SentenceView, index: number): BenchmarkChoice {
  const { tags } = view
  const number = tags[index]
  const none = { benchmark: -1, own: false, unknown: false }
  if (number === undefined) return none
  const next = tags[index + 1]
  if (next?.kind === 'benchmark') {
    const gap = gapBefore(view, index + 1)
    if (
      next.depth === number.depth &&
      !nextHasOwn(view, index, gap) &&
      (onNext.test(gap) || right.test(gap) || (gap === '' && gluedTo(view, index)))
    ) {
      if (!belongsToLeft(view, index, gap)) return { benchmark: index + 1, own: true, unknown: false }
    }
    if (next.depth === number.depth - 1 && gainNext.test(gap)) return { benchmark: index + 1, own: true, unknown: false }
    if (next.depth === number.depth + 1 && onNextBracket.test(gap)) return { benchmark: index + 1, own: true, unknown: false }
  }
  if (unknownTest(view, index)) return { ...none, unknown: true }
  const previous = tags[index - 1]
  if (previous?.kind === 'benchmark') {
    const gap = gapBefore(view, index)
    const opens = number.depth > previous.depth && /^[^()]{0,30}\(/.test(gap)
    if ((previous.depth === number.depth || opens) && (colon.test(gap) || glossed.test(gap))) {
      if (!unknownBetween(gap)) return { benchmark: index - 1, own: true, unknown: false }
    }
  }
  if (sameAfter.test(textAfter(view, index)) && next?.kind !== 'number') {
    const same = nearest(view, index, 1, (tag) => tag.kind === 'benchmark')
    if (same >= 0) return { benchmark: same, own: true, unknown: false }
  }
  const left = nearest(view, index, -1, (tag) => tag.kind === 'benchmark' && reaches(view, tag, index))
  if (left >= 0) return { benchmark: left, own: false, unknown: listed(view, left) }
  const glossedTest = nearest(view, index, -1, (tag) => tag.kind === 'benchmark')
  if (glossedTest >= 0 && view.tags[glossedTest]?.depth === number.depth + 1 && namesTest.test(textBefore(view, glossedTest, 60)))
    return { benchmark: glossedTest, own: false, unknown: false }
  const ahead = nearest(view, index, 1, (tag) => tag.kind === 'benchmark')
  if (ahead === index + 1 && nextHasOwn(view, index, gapBefore(view, ahead))) return { ...none, unknown: true }
  if (ahead >= 0) {
    const tag = tags[ahead]
    const crossing = textBefore(view, ahead).slice(-(tag!.start - number.end))
    // Another number with a verb of its own stands between: that is the test's.
    if (nearest(view, index, 1, (other) => other.kind === 'number') < ahead && laterVerb.test(crossing))
      return { ...none, unknown: true }
    if (tag!.depth <= number.depth && !/;|\b(?:while|whereas|but)\b/.test(crossing))
      return { benchmark: ahead, own: false, unknown: listed(view, ahead) }
    return { ...none, unknown: tag!.depth <= number.depth }
  }
  return none
}

const laterVerb = /, (?:and )?(?:also )?(?:scor|reach|achiev|post|hit|get|got|record|earn|manag|lead|top|rank|notch)\w* /

/** "… it reaches 94.1, on Test 82.3": the test behind the comma has a number of its own. */
function nextHasOwn(view: SentenceView, index: number, gap: string): boolean {
  return (
    /^, (?:and )?on (?:the )?$/.test(gap) &&
    view.tags[index + 2]?.kind === 'number' &&
    /^(?:: ?| | at )$/.test(gapBefore(view, index + 2))
  )
}

/** "77.2 BrowseComp" glued together is a list of names with the number behind each: the number belongs to the name before it. */
function gluedTo(view: SentenceView, index: number): boolean {
  return view.tags[index - 1]?.kind !== 'benchmark'
}

function belongsToLeft(view: SentenceView, index: number, gap: string): boolean {
  const previous = view.tags[index - 1]
  return gap.trim() === '' && previous?.kind === 'benchmark' && /^ ?(?:[:=(] ?|at |of )?$/.test(gapBefore(view, index))
}

/** A benchmark to the left in the same bracket or outside it counts; one in a bracket that has closed does not. */
function reaches(view: SentenceView, tag: { start: number; end: number; depth: number }, index: number): boolean {
  const number = view.tags[index]
  if (number === undefined || tag.depth > number.depth) return false
  const text = view.passage.text.slice(tag.end, number.start)
  let depth = 0
  let lowest = 0
  for (const char of text) {
    if (char === '(' || char === '[') depth++
    else if (char === ')' || char === ']') depth--
    lowest = Math.min(lowest, depth)
  }
  return tag.depth === 0 || lowest === 0
}

/** Part of a list of tests ("On A and B it scored …"): which of them is meant, the number alone does not say. */
function listed(view: SentenceView, index: number): boolean {
  const before = view.tags[index - 1]
  const after = view.tags[index + 1]
  const sameDepth = (other: { depth: number } | undefined) => other?.depth === view.tags[index]?.depth
  // "On X, the benchmark most cited, …" names one test, twice.
  const own = view.tags[index]
  if (own?.kind === 'benchmark' && own.benchmark === null) return false
  return (
    (before?.kind === 'benchmark' && sameDepth(before) && listJoint.test(gapBefore(view, index))) ||
    (after?.kind === 'benchmark' && sameDepth(after) && listJoint.test(gapBefore(view, index + 1)))
  )
}

const unknownAfter =
  /^(?: ?(?:accuracy|score|points))? (?:on|in) (?:the |its |our |a |an |their )?(?:([A-Z][\w.-]*)|(?:[a-z-]+ ){0,4}(?:benchmarks?|tests?|evals?|evaluations?|exams?|tasks|problems|questions|leaderboards?|suites?|subsets?|subtasks?|subjects?|disciplines?|splits?|portions?|part|half|categor(?:y|ies)|domains?|tracks?)\b)|^ ?\((?:text|images?|vision|audio|video|math|code|coding|reasoning|public|private|semi-private|easy|hard|English|Chinese|[a-z]+[ -](?:only|subset|split|set|part)|(?:Level|Tier|Part|Stage|Split|Set|Track) [A-Z\d]{1,2})\)/
const unknownBefore =
  /([A-Z][\w.+-]*(?: v?\d[\d.]*)?|\b(?:coding|maths?|math|reasoning|vision|safety|health|finance|legal|agentic|tasks?|benchmarks?|tests?))(?: \([^()]{0,30}\))?(?::| \(| at| —| –|,)? ?(?:~|≈)?$/

const inMonth =
  /^ in (?:early |late |mid-)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?: 20\d\d)?/

/** The number stands on a test that is no tag: "80% on FooTask", "FooTask (77.2". */
function unknownTest(view: SentenceView, index: number): boolean {
  const after = textAfter(view, index, 120)
  const next = view.tags[index + 1]
  const reach = next === undefined ? after : after.slice(0, Math.max(0, next.start - (view.tags[index]?.end ?? 0)))
  const match = unknownAfter.exec(reach.replace(inMonth, ' '))
  if (
    match &&
    !(next && match[0].length >= reach.length && next.kind === 'benchmark') &&
    !/^(?:average|par)$/i.test(match[1] ?? '')
  )
    return true
  const gap = gapBefore(view, index)
  if (view.tags[index]?.kind === 'number' && /(?:\(|: ?)$/.test(gap.replace(/[~≈]$/, ''))) return unknownBetween(gap)
  return false
}

/** "solved 43 out of 89 tasks (48.3%)": the count before its share. */
export const counted = / \d[\d,]* (?:out )?of (?:the )?\d[\d,]*(?: [a-z]+)? \($/

function unknownBetween(gap: string): boolean {
  const match = unknownBefore.exec(
    gap
      .replace(counted, ' (')
      .replace(
        /\b(?:Elo|SOTA|AI|Accuracy|Score|Rating|Result|Results|Index|Overall|Average|Pass@1|Test|Benchmark|Public|Internal)\b/g,
        '',
      ),
  )
  return match !== null && /(?:\(|: ?)(?:~|≈)?$/.test(gap)
}
