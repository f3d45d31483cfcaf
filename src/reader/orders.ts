import type { Article } from '../article.ts'
import type { Order, Unparsed } from '../claim.ts'
import { vendorOf } from '../lexicon/canonical.ts'
import { type Antecedents, openParagraph, resolveOwner, seeSentence, startOfText } from './antecedents.ts'
import { claimId } from './claim-id.ts'
import { claimants } from './claimants.ts'
import type { Role } from './clause-roles.ts'
import type { Discourse, ModelRef } from './discourse.ts'
import { findCompanies } from './fact-vendor.ts'
import { isNoComparison } from './orders-guards.ts'
import { findPhrases, type Phrase } from './orders-phrases.ts'
import { type RivalAt, rivalsAfter } from './orders-rivals.ts'
import { type Scope, scopeAfter, scopeBefore } from './orders-scope.ts'
import { type Passage, quoteOf } from './passages.ts'
import { gapBefore, type SentenceView } from './sentence-view.ts'
import { taggedPassages } from './tagged-sentences.ts'
import type { Taken } from './taken.ts'

/**
 * What an article says of who is ahead of whom without giving the numbers: "M trails R on X", "beats R1 and R2 on X and Y", "surpasses the
 * latest models from OpenAI and Google", "third after R1 and R2". One order for each subject, rival and test; with no test named, in the field
 * that is ("coding"), else in general. A comparison that is denied, hedged, wished or asked gives none, nor does one whose numbers stand beside
 * it: those are scores.
 */
export function readOrders(
  article: Article,
  passages: readonly Passage[],
  discourse: Discourse,
  _taken: Taken,
): { claims: Order[]; unparsed: Unparsed[] } {
  const who = claimants(article, passages, discourse.topic ? vendorOf(discourse.topic.name) : null)
  const claims: Order[] = []
  const state = startOfText(discourse)
  const tagged = taggedPassages(passages, discourse)
  /** Passages that have named a test so far, or stand below a table: a comparison without a test may be on that one. */
  const testNamed = new Set<number>()
  for (const passage of passages) {
    if (passage.block.kind === 'table') continue
    openParagraph(state, passage)
    const hung = passage.parent !== null && testNamed.has(passage.parent)
    if (hung || passages[passage.index - 1]?.block.kind === 'table') testNamed.add(passage.index)
    for (const { index, view, roles } of tagged[passage.index] ?? []) {
      if (passage.block.kind !== 'title' && passage.block.kind !== 'heading') {
        for (const { model, rival, benchmark, field, relation } of ordersOf(view, roles, state, testNamed.has(passage.index))) {
          const span = quoteOf(article, passage, view.start, view.end)
          const key = [model.name, model.variant, rival.name, rival.variant, benchmark, field, relation].join('|')
          claims.push({
            type: 'order',
            id: claimId(article.id, 'order', span.start, span.end, key),
            article: article.id,
            ...span,
            claimant: who.of(passage, index, benchmark ?? ''),
            restated: passage.restated,
            model: model.name,
            variant: model.variant,
            rival: rival.name,
            rivalVariant: rival.variant,
            benchmark,
            field,
            relation,
          })
        }
      }
      seeSentence(state, view, roles)
      if (view.tags.some(({ kind }) => kind === 'benchmark')) testNamed.add(passage.index)
    }
  }
  return { claims, unparsed: [] }
}

interface Found {
  model: ModelRef
  rival: ModelRef
  benchmark: string | null
  field: string | null
  relation: Order['relation']
}

/** Every comparison of one sentence. `spokenTest`: the paragraph has named a test before it. */
function ordersOf(view: SentenceView, roles: readonly Role[], state: Antecedents, spokenTest: boolean): Found[] {
  if (view.text.endsWith('?') || !view.tags.some(({ kind }) => kind === 'model' || kind === 'pronoun')) return []
  const companies = companiesOf(view)
  const masked = mask(view, companies)
  const found: Found[] = []
  // no model or maker that could be the rival
  if (!/[§¶]/.test(masked)) return found
  for (const phrase of findPhrases(masked).slice(0, mostPhrases)) {
    const pairs = pairsAfter(masked, phrase, view, spokenTest)
    const last = pairs.at(-1)
    if (last === undefined) continue
    const subject = subjectBefore(view, masked, phrase, roles)
    if (subject === null) continue
    const from = subject >= 0 ? (view.tags[subject]?.end ?? 0) - view.start : phrase.start
    const before = masked.slice(0, phrase.start)
    if (isNoComparison(before, masked.slice(Math.min(from, phrase.start), phrase.end), masked.slice(last.end))) continue
    const models = subjectsOf(view, subject, roles, state)
    for (const { rivals, scope } of pairs) {
      const tests = scope.tests.map((at) => testAt(view, at))
      if (tests.includes(null)) continue
      for (const model of models) {
        for (const rival of rivals) {
          const ref = rivalRef(rival, view, companies, state)
          if (ref === null || (ref.name === model.name && ref.variant === model.variant)) continue
          if (rival.kind === 'maker' && ref.name === vendorOf(model.name)) continue
          for (const benchmark of tests.length === 0 ? [null] : tests)
            found.push({ model, rival: ref, benchmark, field: scope.field, relation: phrase.relation })
        }
      }
    }
  }
  return found
}

/** A sentence with more comparisons than these is a broken list; the bound keeps the work linear in the text. */
const mostPhrases = 12

interface Pair {
  rivals: RivalAt[]
  scope: Scope
  /** Where the list of rivals ends. */
  end: number
}

/** "trails R on X, S on Y, …" no further than this. */
const mostPairs = 8

/** The rivals behind a comparison with their tests: "trails R on X", and what may follow: "… and S on Y". */
function pairsAfter(masked: string, phrase: Phrase, view: SentenceView, spokenTest: boolean): Pair[] {
  const list = rivalsAfter(masked, phrase.end)
  if (list === null || numbersBeside(masked, list.end)) return []
  const scope = scopeOf(masked, phrase, list.end, view, spokenTest)
  if (scope === null) return []
  const pairs: Pair[] = [{ ...list, scope }]
  for (let { end } = scope; end !== undefined && pairs.length < mostPairs; ) {
    const joint = /^(?:,? and|,)(?= )/.exec(masked.slice(end, end + 6))
    const next = joint ? rivalsAfter(masked, end + joint[0].length) : null
    const own = next ? scopeAfter(masked, next.end, view.text) : null
    if (next === null || own === null || own === 'none' || own.tests.length === 0 || numbersBeside(masked, next.end)) break
    pairs.push({ ...next, scope: own })
    end = own.end
  }
  return pairs
}
type Company = { start: number; end: number; name: string }

/** Makers named in the sentence outside the names of models and tests; offsets into the sentence. */
function companiesOf(view: SentenceView): Company[] {
  return findCompanies(view.text).filter(
    ({ start, end }) =>
      !view.tags.some((tag) => tag.kind !== 'pronoun' && tag.start < view.start + end && tag.end > view.start + start),
  )
}

/** The sentence with models as "§", tests as "¤", makers as "¶", numbers as "#", each sign as often as the name has characters. */
function mask(view: SentenceView, companies: readonly Company[]): string {
  const signs = { model: '§', benchmark: '¤', number: '#', pronoun: null } as const
  let text = ''
  let at = 0
  const marks = [
    ...view.tags.map((tag) => ({ start: tag.start - view.start, end: tag.end - view.start, sign: signs[tag.kind] })),
    ...companies.map(({ start, end }) => ({ start, end, sign: '¶' })),
  ].sort((a, b) => a.start - b.start)
  for (const { start, end, sign } of marks) {
    if (sign === null || start < at) continue
    text += view.text.slice(at, start) + sign.repeat(end - start)
    at = end
  }
  return text + view.text.slice(at)
}

/** Numbers right behind the rivals, or behind their test: the comparison is told by scores. */
function numbersBeside(masked: string, end: number): boolean {
  const rest = masked.slice(end, end + 160)
  const clause = /^[^.;]*?(?=; |\. |, (?:and|but|while|trails|falls|beats) |$)/.exec(rest)?.[0] ?? rest
  return clause.includes('#') || /^(?: at| with|'s| \(|,) ?\d/.test(rest)
}

const clauseBreak = /[;:]|\b(?:while|whereas|although|though)\b|\. /
const makersModel = /¶+'s (?:(?:new|latest|own|first) ){0,2}(?:AI|model|system)\b/

/** The tag that a comparison is said of; −1 for "Meta's AI", the topic; null where there is none to be sure of. */
function subjectBefore(view: SentenceView, masked: string, phrase: Phrase, roles: readonly Role[]): number | null {
  for (let i = view.tags.length - 1, seen = 0; i >= 0 && seen < 40; i--) {
    const tag = view.tags[i]
    if (tag === undefined || tag.start - view.start >= phrase.end) continue
    seen++
    if (roles[i] !== 'subject' && !(roles[i] === 'object' && followsVerb(masked, tag.end - view.start, phrase))) continue
    const between = masked.slice(tag.end - view.start, phrase.end)
    return clauseBreak.test(between.replace(/\([^()]*\)/g, '')) ? null : i
  }
  return makersModel.test(masked.slice(Math.max(0, phrase.start - 60), phrase.start)) ? -1 : null
}

/** "Internal tests by M show R ahead": an object is the subject only where the comparison follows at once. */
const followsVerb = (masked: string, end: number, phrase: Phrase): boolean =>
  /^(?: (?:is|are|was|also|now|still|even))* $/.test(masked.slice(end, phrase.start)) || end > phrase.start

/** The subject, and those that stand in one list before it ("A and B are ahead of R"). */
function subjectsOf(view: SentenceView, subject: number, roles: readonly Role[], state: Antecedents): ModelRef[] {
  if (subject < 0) return state.discourse.topic === null ? [] : [{ name: state.discourse.topic.name, variant: null }]
  const found: ModelRef[] = []
  for (let i = subject; i >= 0; i--) {
    const owner = resolveOwner(state, view, i, roles)
    if (owner !== null) found.push(owner)
    else if (i === subject) return []
    const before = view.tags[i - 1]
    if (
      before?.kind !== 'model' ||
      roles[i - 1] !== 'subject' ||
      !/^(?:,| and|, and) (?:the )?(?:[A-Z][\w.]*'s )?$/.test(gapBefore(view, i))
    )
      break
  }
  return found
}

/** A rival as a model with its full name, or as a maker; null where two models fit, or another maker's name stands before it. */
function rivalRef(rival: RivalAt, view: SentenceView, companies: readonly Company[], state: Antecedents): ModelRef | null {
  if (rival.kind === 'maker') {
    const maker = companies.find(({ start }) => start === rival.at)
    return maker ? { name: maker.name, variant: null } : null
  }
  const tag = view.tags.find(({ start, kind }) => kind === 'model' && start === view.start + rival.at)
  if (tag?.kind !== 'model') return null
  const named = companies.find(({ end }) => end <= rival.at && rival.at - end <= 3)
  const known = state.discourse.resolve(tag.mention) ?? versioned(tag.mention)
  const maker = known ? vendorOf(known.name) : null
  return known && (!named || maker === null || maker === named.name) ? known : null
}

/** A name cut short still names a rival where it says a version or tier of its own ("Gemini Deep Think", "Claude 3"): more than a family. */
function versioned({ name, variant, short }: { name: string; variant: string | null; short: boolean }): ModelRef | null {
  return short && name.includes(' ') ? { name, variant } : null
}

/** On what the comparison holds; null where it is about something that is neither a test nor a field. */
function scopeOf(masked: string, phrase: Phrase, end: number, view: SentenceView, spokenTest: boolean): Scope | null {
  const after = scopeAfter(masked, end, view.text)
  if (after !== 'none') return after
  const before = scopeBefore(masked, phrase, view.text)
  if (before !== 'none') return before
  // a test named elsewhere in the sentence, or one that the paragraph is speaking of: unclear
  const named = view.tags.some((tag) => tag.kind === 'benchmark' && !namedByAnother(masked, tag.start - view.start))
  return named || spokenTest || /\bElo\b/i.test(view.text) ? null : { tests: [], field: null }
}

/** A test that another comparison of the sentence names as its own ("…, behind R on X"). */
const namedByAnother = (masked: string, at: number): boolean =>
  /§,? (?:on|in) (?:the )?$/.test(masked.slice(Math.max(0, at - 12), at))

function testAt(view: SentenceView, at: number): string | null {
  const tag = view.tags.find(({ start, kind }) => kind === 'benchmark' && start === view.start + at)
  return tag?.kind === 'benchmark' ? (tag.benchmark?.name ?? null) : null
}
