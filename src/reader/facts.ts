import type { Article } from '../article.ts'
import type { Attribute, Claimant, Fact, Unparsed } from '../claim.ts'
import { canonicalVendor, vendorOf } from '../lexicon/canonical.ts'
import { type Claimants, claimants } from './claimants.ts'
import type { Discourse } from './discourse.ts'
import { readAvailabilityItem } from './fact-availability-items.ts'
import {
  asMaker,
  countedModels,
  launchedTopic,
  objectOf,
  ofOneSize,
  onlyGlosses,
  pluralOpening,
  pronounOpening,
  siblingOpening,
  spokenOfAll,
  thisModel,
  toldOf,
  twoBefore,
  twoOpening,
} from './fact-carried.ts'
import { readChangelogDate } from './fact-changelog.ts'
import { claimOf } from './fact-claim.ts'
import { readField } from './fact-fields.ts'
import { readLabelled } from './fact-labels.ts'
import { readUnderLeadIn } from './fact-lead-ins.ts'
import { mergeFacts, type PlacedFact } from './fact-merge.ts'
import { pieces } from './fact-pieces.ts'
import { findPriceRows, type PriceRow, priceHead, priceRowAlone } from './fact-price-rows.ts'
import { quoteSpan } from './fact-quote.ts'
import { sentenceReaders } from './fact-readers.ts'
import { type FactSentence, type FoundFact, listedWith, opensWithUnknown } from './fact-sentence.ts'
import { type FactSubjects, factSubjects } from './fact-subjects.ts'
import { readTablePlaces } from './fact-table-places.ts'
import { readTableFacts } from './fact-tables.ts'
import { findCompanies, readVendors, saidName } from './fact-vendor.ts'
import { testsOf } from './passage-tests.ts'
import { type Passage, quoteOf, type Sentence } from './passages.ts'
import { findTokenRates } from './quantities.ts'

/** What may be said of a family ("Llama", "Gemini") without saying which of its models. */
const ofFamilies: ReadonlySet<Attribute> = new Set(['vendor', 'access', 'license', 'modalities'])

/** A generation ("Gemini 2.5 series") has a day of release and places as well. */
const mayBeOfFamily = ({ attribute, model }: FoundFact): boolean =>
  ofFamilies.has(attribute) || ((attribute === 'release_date' || attribute === 'availability') && /\d/.test(model))

/** What all passages of one article share. */
interface Scene {
  article: Article
  passages: readonly Passage[]
  discourse: Discourse
  subjects: FactSubjects
  voices: Claimants
  maker: string | null
  pricedPerMillion: boolean
  placed: PlacedFact[]
  /** A line that may be the label of the line below it ("Context window"), as scraped pages have them. */
  label: string | null
  /** The line above is the head of a price table, or a row of one, without any table marks. */
  belowPriceHead: boolean
  /** The company that was named last. */
  company: string | null
}

/**
 * The launch facts that an article states: vendor, dates, access, licence, prices, limits, sizes, modalities, availability. Each
 * (model, attribute, value, condition) is given once, from the body rather than from FAQ or key points, with the sentence or table
 * row that says so. Pure; every quote is `article.text.slice(start, end)`.
 */
export function readFacts(
  article: Article,
  passages: readonly Passage[],
  discourse: Discourse,
): { claims: Fact[]; unparsed: Unparsed[] } {
  const maker = discourse.topic === null ? null : vendorOf(discourse.topic.name)
  const scene: Scene = {
    article,
    passages,
    discourse,
    subjects: factSubjects(discourse, passages, article.models.length === 1),
    voices: claimants(article, passages, maker),
    maker,
    pricedPerMillion: /[$€¥]/.test(article.text) && passages.some((p) => findTokenRates(p.text).length > 0),
    placed: [],
    label: null,
    belowPriceHead: false,
    company: null,
  }
  const tables = new Map<number, Passage>()
  for (const passage of passages) {
    if (passage.block.kind === 'table') tables.set(passage.block.start, passage)
    else readPassage(passage, scene)
  }
  for (const fact of [...readTableFacts(article, discourse, scene.pricedPerMillion), ...readTablePlaces(article, discourse)]) {
    const { name, table, ...rest } = fact
    const passage = tables.get(table)
    const claimant = passage === undefined ? unstated : voiceOf(passage, 0, scene)
    scene.placed.push({ ...rest, model: name, restated: false, claimant })
  }
  addMakerOfTopic(passages, scene)
  return {
    claims: mergeFacts(scene.placed.map((fact) => ({ ...fact, value: fullName(article, fact) }))).map((fact) =>
      claimOf(article, fact),
    ),
    unparsed: [],
  }
}

/** A fact's value; a maker's short name ("Mistral") gives way to the full one where the article has that as well. */
function fullName({ text }: Article, { attribute, value }: PlacedFact): string {
  const full = attribute === 'vendor' ? canonicalVendor(value) : null
  return full?.startsWith(`${value} `) && text.includes(full) ? full : value
}

function readPassage(passage: Passage, scene: Scene): void {
  const { discourse, subjects, article, maker } = scene
  let carried = subjects.opening(passage)
  let first: string[] | null = null
  const families = new Set<string>()
  let all: string[] = []
  let before: string[] = []
  const pending = { mentions: discourse.inPassage(passage.index), next: 0 }
  // only limits ask for them
  const benchmarks = /context|tokens?|window/i.test(passage.text) ? testsOf(passage) : []
  let tested = 0
  const rows = passage.text.includes('$') ? findPriceRows(passage.text) : []
  const alone = scene.belowPriceHead ? priceRowAlone(passage.text) : null
  if (alone !== null) rows.push(alone)
  scene.belowPriceHead = alone !== null || priceHead.test(passage.text)
  for (const row of rows) placeRow(passage, row, scene)
  const heading = passage.block.kind === 'heading' || passage.block.kind === 'title'
  readBelowLabel(passage, carried, scene)
  for (const [index, whole] of passage.sentences.entries()) {
    let voice: Claimant | null = null
    for (const piece of pieces(whole)) {
      // hard-wrapped lines read as one; the length stays
      const sentence = { ...piece, text: piece.text.replace(/[\n\r\t]/g, ' ') }
      const models = subjects.within(sentence, pending)
      while ((benchmarks[tested]?.start ?? Infinity) < sentence.start) tested += 1
      const inside: { start: number; end: number }[] = []
      for (let b = benchmarks[tested]; b !== undefined && b.end <= sentence.end; b = benchmarks[tested]) {
        inside.push({ start: b.start - sentence.start, end: b.end - sentence.start })
        tested += 1
      }
      const companies = findCompanies(sentence.text)
      const facts: FactSentence = {
        text: sentence.text,
        models,
        companies: companies.map((c) => ({ ...c, ofTopic: c.name === maker })),
        carried:
          countedModels(sentence.text, carried, discourse) ??
          (pluralOpening.test(sentence.text)
            ? spokenOfAll(sentence.text, twoBefore(sentence.text, before, all), carried, discourse)
            : carried),
        topic: discourse.topic?.name ?? null,
        makerOfTopic: maker,
        companyBefore: scene.company,
        published: article.published,
        benchmarks: inside,
        pricedPerMillion: scene.pricedPerMillion,
      }
      scene.company = companies.at(-1)?.name ?? scene.company
      const found = heading
        ? readVendors(facts)
        : [
            ...readLine(facts),
            ...readUnderLeadIn(passage, facts),
            ...readAvailabilityItem(passage, scene.passages[passage.parent ?? -1], facts),
            ...readChangelogDate(passage, facts),
          ]
      for (const m of models) if (m.family) families.add(m.name)
      const unclear = new Set(models.filter((m) => m.unclear).map((m) => m.name))
      for (const fact of found) {
        if (unclear.has(fact.model) || (families.has(fact.model) && !mayBeOfFamily(fact))) continue
        const inRow = rows.some((r) => r.start < sentence.start + fact.end && sentence.start + fact.start < r.end)
        if (fact.attribute.startsWith('price') && inRow) continue
        voice ??= voiceOf(passage, index, scene)
        place(passage, sentence, fact, voice, scene)
      }
      const launched = launchedTopic(facts)
      const subject =
        launched >= 0
          ? launched
          : models.findIndex((m) => !m.complement && !(m.family && asMaker.test(sentence.text.slice(m.end, m.end + 30))))
      // a sentence about something else again: "it" may go back to the topic that the paragraph began with
      const away = carried.length === 1 && carried[0] !== facts.topic && first?.length === 1 && first[0] === facts.topic
      if (models.length === 0 && ((away && !pronounOpening.test(sentence.text)) || opensWithUnknown(facts))) carried = []
      if (models.length === 0 && carried.length === 1 && twoOpening.test(sentence.text)) carried = facts.carried
      before = all
      if (models.length > 0) all = toldOf(facts)
      const lead = sentence.text.slice(0, models[subject]?.start ?? 0)
      // "It is a replacement for X": the talk goes on about what "it" is; "Its smaller sibling, X, has …" turns to X
      const backToIt = carried.length === 1 && thisModel.test(sentence.text.slice(models.at(-1)?.end ?? 0))
      if (
        subject >= 0 &&
        !backToIt &&
        !onlyGlosses(facts) &&
        (carried.length !== 1 || !pronounOpening.test(sentence.text) || siblingOpening.test(lead))
      ) {
        carried = listedWith(facts, subject)
          .filter((m) => !m.complement && !m.unclear && !ofOneSize(m.variant) && (m.name === facts.topic || !objectOf.test(lead)))
          .map((m) => m.name)
        first ??= carried
      }
    }
  }
  subjects.close(passage, first ?? carried)
}

/** What a sentence says; where it is a label and its value, whose value that is goes by the label. */
function readLine(sentence: FactSentence): FoundFact[] {
  const labelled = readLabelled(sentence)
  const others = sentenceReaders
    .flatMap((reader) => reader(sentence))
    .filter((f) => !labelled.some((l) => l.model !== f.model && l.attribute === f.attribute && l.value === f.value))
  return [...others, ...labelled]
}

const bareLabel = /^[A-Z][A-Za-z]+(?: [A-Za-z]+){0,3}(?: \([a-z ]{2,20}\))?$/

/** "CONTEXT WINDOW" as a line of its own and its value as the next one. */
function readBelowLabel(passage: Passage, carried: string[], scene: Scene): void {
  const { label } = scene
  scene.label = bareLabel.test(passage.text) ? passage.text : null
  const [model] = carried
  if (label === null || scene.label !== null || model === undefined || carried.length > 1 || passage.text.length > 60) return
  const context = { published: scene.article.published, around: '', pricedPerMillion: scene.pricedPerMillion }
  const whole = { start: 0, end: passage.text.length, text: passage.text }
  for (const field of readField(label, passage.text, context))
    place(passage, whole, { ...field, model, variant: null }, unstated, scene)
}

const unstated: Claimant = { kind: 'unstated', name: null }

/**
 * Who stands behind a fact: the sentence's own words first; what a paragraph says before holds for a maker's word only, as a firm that
 * measured something is no source for a price or a date.
 */
function voiceOf(passage: Passage, index: number, scene: Scene): Claimant {
  const text = passage.sentences[index]?.text
  const said = text === undefined ? null : scene.voices.said(text)
  if (said !== null) return said
  const standing = scene.voices.of(passage, index, '')
  return standing.kind === 'independent' && scene.article.kind !== 'independent-test' ? unstated : standing
}

function place(passage: Passage, sentence: Sentence, fact: FoundFact, claimant: Claimant, scene: Scene): void {
  const span = quoteSpan(sentence, fact)
  const { start, end, quote } = quoteOf(scene.article, passage, span.start, span.end)
  if (quote !== '') scene.placed.push({ ...fact, start, end, restated: passage.restated, claimant })
}

/** Both prices of a run-together table row, the row as their quote. */
function placeRow(passage: Passage, row: PriceRow, scene: Scene): void {
  const { start, end, quote } = quoteOf(scene.article, passage, row.start, row.end)
  if (quote === '') return
  const { model, variant, condition } = row
  const shared = { model, variant, condition, start, end, restated: passage.restated, claimant: unstated }
  scene.placed.push({ ...shared, attribute: 'price_input', value: `${row.input} USD per 1M tokens` })
  scene.placed.push({ ...shared, attribute: 'price_output', value: `${row.output} USD per 1M tokens` })
}

/**
 * The maker of the model that the article is about, where no sentence says it in so many words but the article names the company as the
 * one that speaks for it. The lexicon must agree; the quote is the first sentence with both, else the first with the company.
 */
function addMakerOfTopic(passages: readonly Passage[], scene: Scene): void {
  const { discourse, maker, placed } = scene
  const { topic } = scene.subjects
  if (topic === null || maker === null || topic.name.toLowerCase().includes(maker.toLowerCase())) return
  if (placed.some((f) => f.attribute === 'vendor' && f.model === topic.name)) return
  const { subjects } = scene
  let best: { passage: Passage; index: number; both: boolean; said: string } | null = null
  for (const passage of passages) {
    if (best?.both) break
    if (passage.block.kind === 'table' || passage.block.kind === 'title') continue
    const pending = { mentions: discourse.inPassage(passage.index), next: 0 }
    for (const [index, sentence] of passage.sentences.entries()) {
      const models = subjects.within(sentence, pending)
      const companies = findCompanies(sentence.text)
      const named = companies.find((c) => c.name === maker && !models.some((m) => m.start < c.end && c.start < m.end))
      const both = models.some((m) => m.name === topic.name)
      // one of several makers that a sentence lists is not this model's for that
      if (named && (best === null || both) && (both || new Set(companies.map((c) => c.name)).size < 3))
        best = { passage, index, both, said: saidName(sentence.text, named) }
      if (best?.both) break
    }
  }
  const sentence = best?.passage.sentences[best.index]
  if (best === null || sentence === undefined) return
  const said = { model: topic.name, variant: null, attribute: 'vendor' as const, value: best.said, condition: null }
  place(best.passage, sentence, { ...said, start: 0, end: sentence.text.length }, voiceOf(best.passage, best.index, scene), scene)
}
