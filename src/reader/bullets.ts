import type { Article } from '../article.ts'
import type { Score, Unit } from '../claim.ts'
import { vendorOf } from '../lexicon/canonical.ts'
import type { BenchmarkMention } from '../lexicon/find-benchmarks.ts'
import { modelLabel } from './antecedents.ts'
import { readHarnessItem } from './bullet-harnesses.ts'
import { type ItemScore, readItem, type Token } from './bullet-shapes.ts'
import { claimId } from './claim-id.ts'
import { type Claimants, claimants } from './claimants.ts'
import type { Discourse, ModelRef } from './discourse.ts'
import { findNumbers } from './numbers.ts'
import { oneTest } from './one-test.ts'
import { testsOf } from './passage-tests.ts'
import { type Passage, quoteOf } from './passages.ts'
import type { Found } from './tables.ts'
import type { Taken } from './taken.ts'
import { inRange } from './value-range.ts'

/**
 * The scores of list items and short lines that are labels and numbers, no sentences: "Test: 80.4", "Model: 80.4" under a test, "Test: Model 80.4,
 * Model 71.3", "Test: 80.4 (vs 75.1 for Model)", "High: 83.3%" under a test. What an item does not say it takes from its parent item, the
 * line that opens the list, the headings, and for the model at last from what the article is about. Sentences are left to other readers.
 */
export function readBullets(article: Article, passages: readonly Passage[], discourse: Discourse, taken: Taken): Found {
  const found: Found = { claims: [], unparsed: [] }
  const said = claimants(article, passages, discourse.topic ? vendorOf(discourse.topic.name) : null)
  const above = headingsAbove(passages)
  const topic = isFamily(discourse) ? null : discourse.topic
  for (const passage of passages) {
    if (!['item', 'paragraph', 'keypoint', 'quote'].includes(passage.block.kind) || passage.text.length > 400) continue
    if (!/\d/.test(passage.text)) continue
    const tokens = tokensOf(passage, discourse, taken)
    if (!tokens.some((token) => token.kind === 'N')) continue
    // A line of running text is read only where it starts with the name, as a label does.
    if (passage.block.kind === 'paragraph' && !/^(?:[\p{L} ]{1,30}: ?|On |\W*)$/u.test(passage.text.slice(0, tokens[0]?.start)))
      continue
    const scores = readItem(passage.text, tokens) ?? readHarnessItem(passage.text, tokens)
    if (!scores) continue
    for (const score of scores) {
      const { start, end, quote } = quoteOf(article, passage, 0, score.number.end)
      const benchmark =
        score.benchmark ??
        inheritedBenchmark(passage, passages, above) ??
        (score.setting.harness === undefined ? null : testOfLead(passage, passages))
      if (!benchmark) continue
      const mark = () => taken.add(passage.source(score.number.digits.start))
      const model =
        score.side !== undefined
          ? (sides(passage, passages, above, discourse)?.[score.side] ?? null)
          : score.model
            ? discourse.resolve(score.model)
            : unlessNamed(inheritedModel(passage, passages, above, discourse, topic), scores, discourse)
      const entry = { entry: benchmark.entry, setting: {} }
      if (!model || !inRange(score.number.value, entry, score.number.unit)) {
        if (passage.block.kind !== 'paragraph') {
          mark()
          found.unparsed.push({
            start,
            end,
            quote,
            reason: model ? 'a number that the test cannot give' : 'no model that the number certainly belongs to',
          })
        }
        continue
      }
      mark()
      found.claims.push(scoreOf(article, passage, score, model, benchmark, said, { start, end, quote }))
    }
  }
  return found
}

function tokensOf(passage: Passage, discourse: Discourse, taken: Taken): Token[] {
  const { text } = passage
  const benchmarks = testsOf(passage)
  const models = discourse
    .inPassage(passage.index)
    .filter(
      (mention) =>
        !benchmarks.some(
          (one) => one.start < mention.end && mention.start < one.end && one.end - one.start >= mention.end - mention.start,
        ),
    )
  const tests = benchmarks.filter((one) => !models.some((mention) => mention.start < one.end && one.start < mention.end))
  const named = [...models, ...tests]
  const inName = new Uint8Array(text.length + 1)
  for (const one of named) inName.fill(1, one.start, one.end)
  // A word inside a name ("Expert-SWE") says nothing of the number.
  let plain = ''
  let from = 0
  for (const one of [...named].sort((a, b) => a.start - b.start)) {
    plain += `${text.slice(from, one.start)}${'X'.repeat(one.end - one.start)}`
    from = one.end
  }
  plain += text.slice(from)
  const rated = tests.some((one) => one.entry?.unit === 'elo')
  const { scores } = findNumbers(plain, (offset) => inName[offset] === 1, rated)
  const tokens: Token[] = [
    ...models.map((mention): Token => ({ kind: 'M', start: mention.start, end: mention.end, mention })),
    ...tests.map((benchmark): Token => ({ kind: 'B', start: benchmark.start, end: benchmark.end, benchmark })),
    ...scores
      .filter((one) => !taken.has(passage.source(one.digits.start)))
      .map((number): Token => ({ kind: 'N', start: number.start, end: number.end, number })),
  ]
  return tokens.sort((a, b) => a.start - b.start)
}

/** The headings that a passage stands under, nearest first. */
type Above = (passage: number) => Passage[]

function headingsAbove(passages: readonly Passage[]): Above {
  const own: (number | null)[] = []
  const stack: number[] = []
  const rank = (one: Passage) => (one.block.kind === 'title' ? 0 : (one.block.level ?? 6))
  for (const passage of passages) {
    const heading = passage.block.kind === 'heading' || passage.block.kind === 'title'
    if (heading) while (stack.length > 0 && rank(passages[stack.at(-1) as number] as Passage) >= rank(passage)) stack.pop()
    own.push(stack.at(-1) ?? null)
    if (heading) stack.push(passage.index)
  }
  return (passage) => {
    const chain: Passage[] = []
    for (let at = own[passage] ?? null; at !== null && chain.length < 10; at = own[at] ?? null)
      chain.push(passages[at] as Passage)
    return chain
  }
}

function parents(passage: Passage, passages: readonly Passage[]): Passage[] {
  const chain: Passage[] = []
  let at = passage.parent
  while (at !== null && chain.length < 10) {
    const one = passages[at]
    if (!one) break
    chain.push(one)
    at = one.parent
  }
  return chain
}

/** The one model of the nearest parent, opening line or heading that names any; else the article's topic. Null where several are named. */
function inheritedModel(
  passage: Passage,
  passages: readonly Passage[],
  above: Above,
  discourse: Discourse,
  topic: ModelRef | null,
): ModelRef | null {
  const labelled = labelledModel(passage, passages, discourse)
  if (labelled !== null) return labelled
  for (const parent of parents(passage, passages)) {
    if (
      /\b(?:predecessors?|previous|rivals|others|other (?:models?|systems?|LLMs?))\b|\b(?:rival|competitor|competing)s? (?:scores?|results?|models?|numbers?)\b/i.test(
        parent.text,
      ) &&
      parent.text.length < 200
    )
      return null
    const mentions = discourse.inPassage(parent.index)
    if (mentions.length === 0) continue
    const own = parent.sentences.at(-1)
    const near = mentions.filter((mention) => !own || mention.start >= own.start)
    const models = (near.length > 0 ? near : mentions).map((mention) => discourse.resolve(mention))
    const names = new Set(models.map((model) => JSON.stringify(model)))
    return names.size === 1 ? (models[0] ?? null) : null
  }
  for (const heading of above(passage.index)) {
    const models = discourse.inPassage(heading.index).map((mention) => discourse.resolve(mention))
    if (models.length > 0) return new Set(models.map((model) => JSON.stringify(model))).size === 1 ? (models[0] ?? null) : null
    if (/\b(?:predecessors?|previous|rivals?|competitors?|competition|others|baselines?|humans?)\b/i.test(heading.text))
      return null
  }
  return topic
}

/** A topic of which the text names two models or more ("DeepSeek V4": V4-Pro and V4-Flash): a number without a name may be of any of them. */
export function isFamily({ topic, mentions }: Discourse): boolean {
  if (topic === null) return false
  const members = new Set(
    mentions.flatMap((one) => (!one.short && /^[ -]/.test(one.name.slice(topic.name.length)) ? [one.name] : [])),
  )
  return [...members].filter((name) => name.startsWith(topic.name)).length > 1
}

/** "Model: NAME" a few items above in the same list: what the items behind it are about. */
function labelledModel(passage: Passage, passages: readonly Passage[], discourse: Discourse): ModelRef | null {
  for (let at = passage.index - 1; at >= 0 && at >= passage.index - 6; at--) {
    const one = passages[at]
    if (one?.block.kind !== passage.block.kind || one.parent !== passage.parent) return null
    if (!modelLabel.test(one.text)) continue
    const [mention, other] = discourse.inPassage(at)
    return mention !== undefined && other === undefined ? discourse.resolve(mention) : null
  }
  return null
}

/** The two models of the line that opens the list, in order, where it is no more than "A vs B:". */
function sides(passage: Passage, passages: readonly Passage[], above: Above, discourse: Discourse): [ModelRef, ModelRef] | null {
  const parent = parents(passage, passages)[0] ?? above(passage.index)[0]
  if (!parent) return null
  const mentions = discourse.inPassage(parent.index)
  const [one, two] = mentions
  if (
    mentions.length !== 2 ||
    !one ||
    !two ||
    !/^\s*(?:vs\.?|versus|against|compared (?:to|with))\s*(?:[A-Z]\w+'s\s+)?$/.test(parent.text.slice(one.end, two.start))
  )
    return null
  const first = discourse.resolve(one)
  const second = discourse.resolve(two)
  return first && second ? [first, second] : null
}

const otherTask = /\b(?:tasks?|(?<!these )tests?|subtask|dataset|simulation|exercise|questionnaire|exams?)\b/i

/** The one test of the nearest parent, opening line or heading that names any. */
function inheritedBenchmark(passage: Passage, passages: readonly Passage[], above: Above): BenchmarkMention | null {
  for (const one of [...parents(passage, passages), ...above(passage.index)]) {
    const tests = testsOf(one)
    // A line that opens the list with a task of its own is not about the test of a heading further up.
    if (tests.length === 0 && otherTask.test(one.text)) return null
    if (tests.length === 0) continue
    return oneTest(tests)
  }
  return null
}

/** The one test of the sentence right above a list of harnesses, which need not end in a colon: "We ran Test with several harnesses." */
function testOfLead(passage: Passage, passages: readonly Passage[]): BenchmarkMention | null {
  const lead = passages.slice(Math.max(0, passage.index - 8), passage.index).findLast((one) => one.block.kind !== 'item')
  const last = lead?.block.kind === 'paragraph' ? lead.sentences.at(-1) : undefined
  if (lead === undefined || last === undefined || !/\b(?:harness|scaffold|framework|agent)/i.test(last.text)) return null
  return oneTest(testsOf(lead).filter((one) => one.start >= last.start))
}

function scoreOf(
  article: Article,
  passage: Passage,
  score: ItemScore,
  model: ModelRef,
  benchmark: BenchmarkMention,
  said: Claimants,
  span: { start: number; end: number; quote: string },
): Score {
  const versioned = benchmark.version !== null && !benchmark.name.includes(benchmark.version) ? [benchmark.version] : []
  const parts = [...new Set([model.variant, ...score.variant, ...versioned].filter((one) => one !== null))]
  const variant = parts.length > 0 ? parts.join(', ') : null
  const entryUnit = benchmark.entry?.unit
  const unit: Unit = score.number.unit ?? (entryUnit === 'elo' || entryUnit === 'index' ? entryUnit : 'points')
  return {
    type: 'score',
    id: claimId(
      article.id,
      'score',
      span.start,
      span.end,
      `${model.name}|${variant ?? ''}|${benchmark.name}|${score.number.value}`,
    ),
    article: article.id,
    ...span,
    claimant: said.of(
      passage,
      Math.max(
        0,
        passage.sentences.findIndex((one) => one.end >= score.number.end),
      ),
      benchmark.name,
    ),
    restated: passage.restated,
    model: model.name,
    variant,
    benchmark: benchmark.name,
    value: score.number.value,
    unit,
    setting: versioned.length > 0 ? { ...score.setting, version: versioned[0] } : score.setting,
    approximate: score.number.approximate,
    bound: score.number.bound,
  }
}

/** "Test: 58.6% (M: 64.3%)": what stands before the bracket is not M's, also where the text names no other model. */
function unlessNamed<Ref extends { name: string }>(
  model: Ref | null,
  scores: readonly { model?: Parameters<Discourse['resolve']>[0] | null | undefined }[],
  discourse: Discourse,
): Ref | null {
  const own = model !== null && scores.some((one) => one.model && discourse.resolve(one.model)?.name === model.name)
  return own ? null : model
}
