import type { Article } from '../article.ts'
import type { Score, Unit, Unparsed } from '../claim.ts'
import { properties, vendorOf } from '../lexicon/canonical.ts'
import type { BenchmarkMention } from '../lexicon/find-benchmarks.ts'
import { type Antecedents, openParagraph, resolveOwner, seeSentence, startOfText } from './antecedents.ts'
import { claimId } from './claim-id.ts'
import { type Claimants, claimants } from './claimants.ts'
import type { Role } from './clause-roles.ts'
import { metricOf } from './clauses-metric.ts'
import { equalParty, readNumber, reasons } from './clauses-number.ts'
import { contradicts, readPair, readRespectively, readTogether, topicOwner } from './clauses-pairs.ts'
import type { Discourse } from './discourse.ts'
import { inRange, isUnreal } from './guards.ts'
import { type Passage, quoteOf } from './passages.ts'
import type { ScoreReading } from './score-reading.ts'
import { modeOfResults } from './section-mode.ts'
import { type SentenceView, textAfter, textBefore } from './sentence-view.ts'
import { inBracket, type Mode, modeOf } from './setting.ts'
import { longestSentence, type TaggedSentence, taggedPassages } from './tagged-sentences.ts'
import type { ScoreTag } from './tagger.ts'
import type { Taken } from './taken.ts'

/**
 * The scores of an article's running text: every sentence of its paragraphs, items, captions and boxes. A number is read only where the
 * text ties it to one model and one test; one that may be a score and is tied to neither goes to `unparsed`.
 */
export function readClauses(
  article: Article,
  passages: readonly Passage[],
  discourse: Discourse,
  taken: Taken,
): { claims: Score[]; unparsed: Unparsed[] } {
  const who = claimants(article, passages, discourse.topic ? vendorOf(discourse.topic.name) : null)
  const claims: Score[] = []
  const unparsed: Unparsed[] = []
  const state = startOfText(discourse)
  const tagged = taggedPassages(passages, discourse)
  const modes = new Map(passages.map((passage) => [passage.index, modeOfResults(passage.text)]))
  for (const passage of passages) {
    if (passage.block.kind === 'table') continue
    openParagraph(state, passage)
    for (const { start, end, text } of passage.sentences)
      if (end - start > longestSentence && /\d/.test(text))
        unparsed.push({ ...quoteOf(article, passage, start, Math.min(end, start + 400)), reason: reasons.long })
    for (const sentence of tagged[passage.index] ?? []) {
      const { view, roles } = sentence
      const states = (passage.block.kind !== 'heading' && passage.block.kind !== 'title') || isList(view)
      if (states && view.tags.some((tag) => tag.kind === 'number')) {
        const found = readSentence(article, sentence, state, who, taken)
        claims.push(...inMode(found.claims, modes.get(passage.index) ?? null, discourse))
        if (found.unread !== null) unparsed.push({ ...quoteOf(article, passage, view.start, view.end), reason: found.unread })
      }
      seeSentence(state, view, roles)
    }
  }
  return { claims, unparsed }
}

/** A short line of tests with a number each is no heading, though it stands alone. */
function isList({ tags }: SentenceView): boolean {
  const pairs = tags.filter((tag, i) => tag.kind === 'benchmark' && tags[i + 1]?.kind === 'number')
  return pairs.length > 1 && tags.every((tag) => tag.kind === 'benchmark' || tag.kind === 'number')
}

/** Numbers of the text's own model, in the mode that the paragraph names once for all of its results. */
function inMode(claims: Score[], mode: string | null, { topic }: Discourse): Score[] {
  if (mode === null || topic === null) return claims
  return claims.map((score) =>
    score.model !== topic.name || score.variant !== null || score.setting.effort !== undefined
      ? score
      : { ...score, variant: mode, setting: { ...score.setting, effort: mode } },
  )
}

function readSentence(
  article: Article,
  { index: sentence, view, roles }: TaggedSentence,
  state: Antecedents,
  who: Claimants,
  taken: Taken,
): { claims: Score[]; unread: string | null } {
  const { tags } = view
  const free = (index: number) => !taken.has(view.passage.source((tags[index] as ScoreTag).number.digits.start))
  const readings: ScoreReading[] = []
  const done = new Set<number>()
  let unread: string | null = null
  const relevant = tags.some((tag) => tag.kind === 'benchmark') || state.inForce !== null
  if (!relevant) return { claims: [], unread: null }

  const listed = readRespectively(view, roles) ?? readTogether(view, roles)
  if (listed) {
    readings.push(...listed.readings)
    for (const index of [...listed.spent, ...listed.readings.map((reading) => reading.number)]) done.add(index)
    if (listed.spent.length > 0) unread = reasons.pattern
  }
  tags.forEach((tag, index) => {
    if (tag.kind !== 'number' || done.has(index)) return
    if (!free(index)) {
      done.add(index)
      return
    }
    const pair = readPair(
      view,
      index,
      roles,
      done,
      state.discourse.topic !== null || state.discourse.versus !== null ? topicOwner : null,
    )
    if (pair === null) return
    readings.push(...pair.readings)
    for (const spent of [...pair.spent, ...pair.readings.map((reading) => reading.number)]) done.add(spent)
    if (pair.readings.length === 0) unread ??= reasons.owner
  })
  tags.forEach((tag, index) => {
    if (tag.kind !== 'number' || done.has(index)) return
    const reading = readNumber(view, index, roles, readings, state)
    if (typeof reading === 'string') unread ??= reading
    else {
      readings.push(reading)
      done.add(index)
      const equal = readings.some((other) => other !== reading && other.benchmark === reading.benchmark)
        ? null
        : equalParty(view, reading, roles)
      if (equal !== null) readings.push(equal)
    }
  })

  readings.sort((a, b) => a.number - b.number)
  // Of two numbers set against each other neither is given where one has no owner: which is whose is then not certain.
  const lost = readings.filter((one) => one.rule === 'pair' && resolveOwner(state, view, one.owner, roles) === null)
  if (lost.length > 0) unread ??= reasons.owner
  const unpaired = new Set(lost.flatMap((one) => [one.number - 1, one.number, one.number + 1]))
  // "it trails on X (59 vs 61)": who has the second number is not said where the first is the topic's already.
  for (const one of readings) {
    if (one.rule !== 'pair' || one.owner !== topicOwner) continue
    const first = readings.find((other) => other.rule === 'pair' && other.number === one.number - 1)
    const own = first === undefined ? null : resolveOwner(state, view, first.owner, roles)
    if (own?.name === resolveOwner(state, view, one.owner, roles)?.name) unpaired.add(one.number)
  }
  const claims: Score[] = []
  const values = new Map<number, { score: Score; owner: number }>()
  for (const reading of readings) {
    if (reading.rule === 'pair' && unpaired.has(reading.number)) continue
    const score = toScore(article, view, sentence, roles, reading, state, who)
    if (typeof score === 'string') {
      unread ??= score
      continue
    }
    const contradicted = contradictedBy(view, reading, score, roles, values)
    if (contradicted !== null) {
      const at = claims.indexOf(contradicted)
      if (at >= 0) claims.splice(at, 1)
      unread ??= reasons.twice
      continue
    }
    values.set(reading.number, { score, owner: reading.owner })
    if (reading.benchmark < 0) state.inForceAge = 0
    claims.push(score)
    taken.add(view.passage.source((tags[reading.number] as ScoreTag).number.digits.start))
  }
  return { claims, unread }
}

function toScore(
  article: Article,
  view: SentenceView,
  sentence: number,
  roles: readonly Role[],
  reading: ScoreReading,
  state: Antecedents,
  who: Claimants,
): Score | string {
  const { passage } = view
  const tag = view.tags[reading.number] as ScoreTag
  const { number } = tag
  const test = testOf(view, reading.benchmark, state)
  if (test === null) return reasons.test
  const model = resolveOwner(state, view, reading.owner, roles)
  if (model === null) return reasons.owner
  // "If …, M's 77.3 gives it an edge": what a name has is a fact in whatever clause it stands.
  const said = reading.rule === 'possessive' && reading.owner >= 0 ? view.tags[reading.owner]?.start : undefined
  const before = said === undefined ? textBefore(view, reading.number) : view.passage.text.slice(said, tag.start)
  if (isUnreal(before, textAfter(view, reading.number))) return reasons.unreal
  const known = { name: test.name, key: test.key, ...properties(test.entry) }
  const metric = metricOf(view, reading.number, known.direction === 'lower')
  if (metric?.direct && !touches(view, reading.number, reading.benchmark)) return reasons.test
  const benchmark = metric === null ? test.name : `${test.name} ${metric.name}`
  if (!inRange(number.value, number.unit, known)) return reasons.range
  const next = view.tags.slice(reading.number + 1).find((other) => other.kind === 'number' || other.kind === 'model')
  const until = Math.min(view.end, next?.start ?? view.end)
  const own = view.tags[reading.number + 1]
  const skip = own?.kind === 'benchmark' && reading.benchmark === reading.number + 1
  const behind =
    skip && !/^ ?[(]|tool/.test(passage.text.slice(number.end, own.start))
      ? passage.text.slice(own.end, until)
      : passage.text.slice(number.end, until)
  const owner = reading.owner >= 0 ? view.tags[reading.owner] : undefined
  const clauseFrom = owner && owner.end <= number.start ? owner.end : view.start
  const beside = owner !== undefined && ['possessive', 'joint', 'for', 'bracket', 'given', 'test of model'].includes(reading.rule)
  const clause = beside ? '' : passage.text.slice(clauseFrom, number.start)
  const lead = beside || roles[reading.owner] === 'rival' ? '' : passage.text.slice(view.start, owner?.start ?? view.start)
  const mode = modeOf(behind, clause, lead)
  // "On Test with tools, M reaches 64.5%, ahead of N's 57.9%": how the sentence's one test was run holds for every number of it.
  if (!mode.setting.tools && (beside || roles[reading.owner] === 'rival')) wholeSentence(view, mode)
  if (beside && owner !== undefined) inBracket(passage.text.slice(owner.end, number.start), mode)
  const version = test.version !== null && !test.name.includes(test.version) ? test.version : null
  const variant = [model.variant, mode.variant, version].filter((part) => part !== null).join(', ') || null
  const span = quoteOf(article, passage, view.start, view.end)
  return {
    type: 'score',
    id: claimId(article.id, 'score', span.start, span.end, [model.name, variant, benchmark, number.value].join('|')),
    article: article.id,
    ...span,
    claimant: who.of(passage, sentence, test.name, textBefore(view, reading.number, 40)),
    restated: passage.restated,
    model: model.name,
    variant,
    benchmark,
    value: number.value,
    unit: number.unit ?? unitOf(test),
    setting: {
      ...mode.setting,
      ...(test.version && !test.name.includes(test.version) ? { version: test.version } : {}),
      ...subsetOf(test, number.outOf),
    },
    approximate: number.approximate,
    bound: number.bound,
  }
}

function testOf(view: SentenceView, index: number, state: Antecedents): BenchmarkMention | null {
  if (index < 0) return state.inForce
  const tag = view.tags[index]
  if (tag?.kind !== 'benchmark') return null
  if (tag.benchmark !== null) return tag.benchmark
  const here = view.tags
    .slice(0, index)
    .flatMap((other) => (other.kind === 'benchmark' && other.benchmark !== null ? [other.benchmark] : []))
  const first = here[0]
  if (first === undefined) return state.lastTest
  return here.every((other) => other.key === first.key) ? first : null
}

/** Whether nothing parts a number from its test: no comma, no other sentence. */
function touches(view: SentenceView, number: number, benchmark: number): boolean {
  const test = view.tags[benchmark]
  const tag = view.tags[number]
  if (test === undefined || tag === undefined) return false
  if (/^(?:On|In) (?:the )?$/.test(view.passage.text.slice(view.start, test.start))) return true
  const [from, to] = test.end <= tag.start ? [test.end, tag.start] : [tag.end, test.start]
  return !/[,;:]/.test(view.passage.text.slice(from, to))
}

/** A count out of a total compares with no share: the total is kept as what it was out of. */
function subsetOf(test: BenchmarkMention, outOf: number | undefined): { subset?: string } {
  const subset = test.subset !== null && test.name.includes(test.subset) ? null : test.subset
  const parts = [subset, outOf === undefined ? null : `out of ${outOf}`].filter((part) => part !== null)
  return parts.length === 0 ? {} : { subset: parts.join(', ') }
}

function unitOf(test: BenchmarkMention): Unit {
  const unit = test.entry?.unit
  return unit === 'elo' || unit === 'index' ? unit : 'points'
}

/** The claim before that this one contradicts by the words between them, or null. */
function contradictedBy(
  view: SentenceView,
  reading: ScoreReading,
  score: Score,
  roles: readonly Role[],
  values: ReadonlyMap<number, { score: Score; owner: number }>,
): Score | null {
  if (reading.owner < 0 || roles[reading.owner] !== 'rival') return null
  const subject = [...values.values()]
    .filter(({ score: other, owner }) => other.benchmark === score.benchmark && roles[owner] !== 'rival')
    .at(-1)
  if (!subject) return null
  const tag = view.tags[reading.benchmark]
  const lower = tag?.kind === 'benchmark' && tag.benchmark?.entry?.direction === 'lower'
  return contradicts(view, subject.score.value, score.value, reading.owner, lower) ? subject.score : null
}

/** Adds what stands behind the one test that a sentence opens with: "On Test with tools, …". */
function wholeSentence(view: SentenceView, mode: Mode): void {
  const tests = view.tags.filter((tag) => tag.kind === 'benchmark')
  const first = view.tags[0]
  if (tests.length !== 1 || first?.kind !== 'benchmark') return
  if (!/^\W*(?:On|In) (?:the )?$/.test(view.passage.text.slice(view.start, first.start))) return
  const how = /^ ((?:with(?:out)?|no) (?:external )?tools?),/.exec(view.passage.text.slice(first.end, first.end + 40))?.[1]
  if (how === undefined) return
  mode.setting.tools = how
  mode.variant = mode.variant === null ? how : `${mode.variant}, ${how}`
}
