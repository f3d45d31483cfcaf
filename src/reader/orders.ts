import type { Article } from '../article.ts'
import type { Order, Unparsed } from '../claim.ts'
import { vendorOf } from '../lexicon/canonical.ts'
import { type Antecedents, openParagraph, resolveOwner, seeSentence, startOfText } from './antecedents.ts'
import { claimId } from './claim-id.ts'
import { claimants } from './claimants.ts'
import type { Role } from './clause-roles.ts'
import type { Discourse, ModelRef } from './discourse.ts'
import { isUnreal } from './guards.ts'
import { type Passage, quoteOf } from './passages.ts'
import { blanked, gapBefore, type SentenceView, textAfter, textBefore } from './sentence-view.ts'
import { taggedPassages } from './tagged-sentences.ts'
import type { Taken } from './taken.ts'

const joint =
  "(?:(?:both|all|only|even|either|the|its|rivals?|older|previous|larger|closed|proprietary|models? like|(?:[A-Z][\\w.]*(?: [A-Z][\\w.]*)?'s?)|[A-Z][\\w]+),? ){0,4}"
const verbs: [Order['relation'], string][] = [
  [
    'ahead',
    '(?:beats?|beat|beating|outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outscor(?:es|ed|ing)|outrank(?:s|ed|ing)|tops|topped|topping|edg(?:es|ed|ing)(?: out| past| ahead of)?|exceed(?:s|ed|ing)?|eclips(?:es|ed|ing)|dominat(?:es|ed|ing)|leads|leading|led|ahead of|overtak(?:es|ing)|overtook|best(?:s|ed)|crush(?:es|ed)|better than|stronger than|above|pulls? ahead of|clear of)',
  ],
  [
    'behind',
    '(?:trail(?:s|ed|ing)?|trails behind|behind|lag(?:s|ged|ging)?(?: behind)?|falls? (?:behind|short of)|fell (?:behind|short of)|loses? to|lost to|below|worse than|weaker than|second (?:only )?to|bested by|beaten by|edged out by|surpassed by|outperformed by)',
  ],
  [
    'level',
    '(?:match(?:es|ed|ing)?|ties? with|tied with|tying with|on par with|level with|equal(?:s|led|ling)?|in a (?:dead heat|tie) with|comparable to|neck and neck with|at parity with)',
  ],
]
const patterns = verbs.map(([relation, words]) => ({ relation, pattern: new RegExp(`(?:^|[\\s(,—–])${words} ${joint}$`) }))
const list = new RegExp(`^(?:,| and| or|, and|, or| as well as|, as well as| &| plus) ${joint}$`)
const hedged =
  /\b(?:not|n't|never|may|might|could|would|if|whether|hopes?|aims?|expected|expects|should|almost|nearly|close to|rumou?red|unclear|both .{1,40} and)\b|\?$/i
const partial = /\b(?:in (?:some|certain|several|a few)|sometimes|in one setting|on some)\b/i
const onTest =
  /^(?:,? (?:handily|narrowly|easily|clearly))?,? (?:on|in|at|across) (?:both |the |tests? (?:like|such as) |benchmarks? (?:like|such as) |[a-z]+ (?:tests?|benchmarks?) (?:like|such as) )*$/i
const testList = /^(?: \([^()]{0,60}\))?(?:,| and| or|, and|, or| as well as) (?:the |on |in )?$/i

/**
 * What an article says of who is ahead of whom without giving the numbers: "M trails R on X", "beats R1 and R2 on X and Y". One order for
 * each rival and test; with no test named, in general (`benchmark` null). A comparison that is denied, hedged or asked gives none, nor does
 * one whose numbers stand beside it: those are scores.
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
  for (const passage of passages) {
    if (passage.block.kind === 'table') continue
    openParagraph(state, passage)
    for (const { index, view, roles } of tagged[passage.index] ?? []) {
      if (passage.block.kind !== 'title' && passage.block.kind !== 'heading') {
        for (const found of view.text.endsWith('?') ? [] : ordersOf(view, roles, state)) {
          const span = quoteOf(article, passage, view.start, view.end)
          const key = [
            found.model.name,
            found.model.variant,
            found.rival.name,
            found.rival.variant,
            found.benchmark,
            found.relation,
          ].join('|')
          claims.push({
            type: 'order',
            id: claimId(article.id, 'order', span.start, span.end, key),
            article: article.id,
            ...span,
            claimant: who.of(passage, index, found.benchmark ?? ''),
            restated: passage.restated,
            model: found.model.name,
            variant: found.model.variant,
            rival: found.rival.name,
            rivalVariant: found.rival.variant,
            benchmark: found.benchmark,
            relation: found.relation,
          })
        }
      }
      seeSentence(state, view, roles)
    }
  }
  return { claims, unparsed: [] }
}

interface Found {
  model: ModelRef
  rival: ModelRef
  benchmark: string | null
  relation: Order['relation']
}

function ordersOf(view: SentenceView, roles: readonly Role[], state: Antecedents): Found[] {
  const found: Found[] = []
  let open: { relation: Order['relation']; subject: number } | null = null
  view.tags.forEach((tag, index) => {
    if (tag.kind !== 'model' || roles[index] !== 'rival') {
      if (tag.kind !== 'benchmark') open = null
      return
    }
    const before = textBefore(view, index, 80)
    const direct = patterns.find(({ pattern }) => pattern.test(before))
    if (direct) {
      const subject = subjectOf(view, index, roles)
      open = subject === null ? null : { relation: direct.relation, subject }
    } else if (!(open && index > 0 && view.tags[index - 1]?.kind === 'model' && list.test(gapBefore(view, index)))) open = null
    if (open === null) return
    if (numbered(view, index)) return
    const clause = blanked(view, open.subject >= 0 ? (view.tags[open.subject]?.end ?? view.start) : view.start, tag.start)
    const whole = textBefore(view, index, 300)
    if (hedged.test(clause) || partial.test(textAfter(view, index, 60)) || isUnreal(whole, textAfter(view, index))) return
    const model = resolveOwner(state, view, open.subject, roles)
    const rival = state.discourse.resolve(tag.mention)
    if (model === null || rival === null || (model.name === rival.name && model.variant === rival.variant)) return
    const tests = testsOf(view, index, open.subject)
    if (tests === 'unknown') return
    for (const benchmark of tests.length === 0 ? [null] : tests) found.push({ model, rival, benchmark, relation: open.relation })
  })
  return found
}

/** The subject left of a comparison; null where there is none to be sure of. */
function subjectOf(view: SentenceView, index: number, roles: readonly Role[]): number | null {
  for (let i = index - 1; i >= 0; i--) {
    if (roles[i] !== 'subject') continue
    const span = blanked(view, view.tags[i]?.end ?? view.start, view.tags[index]?.start ?? view.end)
    return /[;:]| (?:while|whereas|although) /.test(span) ? null : i
  }
  return null
}

/** Numbers beside the name or its list: the comparison is told by scores. */
function numbered(view: SentenceView, index: number): boolean {
  return view.tags.some((tag, i) => tag.kind === 'number' && i > index - 3 && i <= index + 4)
}

/** The tests that a comparison is about: behind the names ("… on X and Y"), else before ("On X, M trails R"). "unknown": on something that is no tag. */
function testsOf(view: SentenceView, index: number, subject: number): string[] | 'unknown' {
  let last = index
  while (view.tags[last + 1]?.kind === 'model' && list.test(gapBefore(view, last + 1))) last++
  const tests: string[] = []
  const next = view.tags[last + 1]
  if (next?.kind === 'benchmark' && onTest.test(gapBefore(view, last + 1))) {
    for (let i = last + 1; i < view.tags.length; i++) {
      const tag = view.tags[i]
      if (tag?.kind !== 'benchmark' || tag.benchmark === null || (i > last + 1 && !testList.test(gapBefore(view, i)))) break
      tests.push(tag.benchmark.name)
    }
    return tests
  }
  const first = view.tags[0]
  if (
    first?.kind === 'benchmark' &&
    first.benchmark !== null &&
    subject > 0 &&
    /^(?:On|In) (?:the )?$/.test(gapBefore(view, 0)) &&
    view.tags.slice(1, subject).every((tag) => tag.kind !== 'benchmark')
  )
    return [first.benchmark.name]
  const after = textAfter(view, last, 80)
  if (/^(?:[^.;]{0,20})? (?:on|in|at|across|for|by) /.test(after) || next?.kind === 'benchmark') return 'unknown'
  return view.tags.some((tag) => tag.kind === 'benchmark') ? 'unknown' : []
}
