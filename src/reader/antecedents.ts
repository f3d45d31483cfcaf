import { everyMatch } from '../lexicon/every-match.ts'
import type { BenchmarkMention } from '../lexicon/find-benchmarks.ts'
import type { Role } from './clause-roles.ts'
import { topicOwner } from './clauses-pairs.ts'
import type { Discourse, ModelRef } from './discourse.ts'
import { oneTest } from './one-test.ts'
import type { Passage } from './passages.ts'
import { blanked, type SentenceView } from './sentence-view.ts'
import { type PronounTag, thisMode } from './tagger.ts'

/** Whom "it" and which test "the same benchmark" stand for, while a text is read from top to bottom. */
export interface Antecedents {
  discourse: Discourse
  /** Subject of the sentence before, in this paragraph; null at its start. */
  subject: ModelRef | null
  /** A sentence of this paragraph has named a model as its subject that could not be resolved. */
  unclear: boolean
  /** The one model that the sentence before names, in whatever part. */
  lone: ModelRef | null
  /** Subject that the paragraph before ended with. */
  before: ModelRef | null
  /** The one test of the last sentence of this paragraph that named any; null where it named several. */
  inForce: BenchmarkMention | null
  /** Sentences since. */
  inForceAge: number
  /** The one test of the last sentence of the text that named any; null where it named several: "the same test" is then unclear. */
  lastTest: BenchmarkMention | null
  /** The one test that the nearest heading names. */
  headed: BenchmarkMention | null
  /** The model that the nearest heading opens with, and the heading's level; `model` null where it opens with several. */
  section: { level: number; model: ModelRef | null } | null
  /** What each passage read so far ended with, for the list items that hang under it. */
  ended: Map<number, { subject: ModelRef | null; inForce: BenchmarkMention | null }>
  passage: number
  /** What a "Model: NAME" item said, for the items beside it. */
  labelled: { parent: number | null; subject: ModelRef } | null
  /** The list that the items read last belong to, and whom the last of them that named its subject before any number was about. */
  list: { parent: number | null; subject: ModelRef | null; names: Set<string> } | null
  /** The subject comes from the line that a list item hangs under. */
  hung: boolean
}

const namedMode = /\b((?:[A-Z][a-z]+(?: [A-Z][a-z]+)?|[Tt]hinking|[Rr]easoning|[Ee]xtended thinking|[Ff]ast|[Hh]eavy) [Mm]ode)\b/g

/** An item that only says which model the items behind it are about: "Model: NAME (Maker)". */
export const modelLabel = /^(?:the )?(?:ai )?(?:model|system|llm)(?: name)?:/i

export function startOfText(discourse: Discourse): Antecedents {
  return {
    discourse,
    subject: null,
    unclear: false,
    lone: null,
    before: null,
    inForce: null,
    inForceAge: 0,
    lastTest: null,
    headed: null,
    section: null,
    ended: new Map(),
    passage: -1,
    labelled: null,
    list: null,
    hung: false,
  }
}

/** A new paragraph forgets its sentences' subject and test; an item keeps those of the line that it hangs under. */
export function openParagraph(state: Antecedents, passage: Passage): void {
  state.ended.set(state.passage, { subject: state.subject, inForce: state.inForce })
  state.passage = passage.index
  if (passage.block.kind === 'heading') state.before = null
  else if (state.subject !== null) state.before = state.subject
  const parent = passage.parent === null ? undefined : state.ended.get(passage.parent)
  if (passage.block.kind !== 'item' || state.labelled?.parent !== passage.parent) state.labelled = null
  if (passage.block.kind !== 'item') state.list = null
  else if (state.list?.parent !== passage.parent) state.list = { parent: passage.parent, subject: null, names: new Set() }
  // A list whose items are about one model each is about none of them.
  const listed = state.list !== null && state.list.names.size < 3 ? state.list.subject : null
  state.subject = state.labelled?.subject ?? parent?.subject ?? listed ?? null
  state.hung = state.subject !== null
  if (passage.block.kind === 'heading' || passage.block.kind === 'title') {
    state.headed = null
    state.section = sectionOf(state, passage)
  }
  state.inForce = parent?.inForce ?? state.headed
  state.inForceAge = 1
  state.unclear = false
  state.lone = null
}

const headingOpener = /^(?:[\d.)\s]|\p{Extended_Pictographic}|(?:[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?(?:'s)? ))*$/u

/** Whom the passages under a heading are about: the one model that it opens with ("2.2 Nova 9 (2025): what is new"), else as before it. */
function sectionOf(state: Antecedents, passage: Passage): Antecedents['section'] {
  const level = passage.block.kind === 'title' ? 0 : (passage.block.level ?? 6)
  const mentions = state.discourse.inPassage(passage.index)
  const [first] = mentions
  if (first === undefined || !headingOpener.test(passage.text.slice(0, first.start)))
    return state.section !== null && state.section.level < level ? state.section : null
  const names = mentions.map((mention) => state.discourse.resolve(mention))
  const one = names.every((name) => name !== null && name.name === names[0]?.name)
  return { level, model: one ? (names[0] ?? null) : null }
}

/** Takes note of what a sentence was about, for the sentences behind it. */
export function seeSentence(state: Antecedents, view: SentenceView, roles: readonly Role[]): void {
  const tests = view.tags.flatMap((tag) => (tag.kind === 'benchmark' && tag.benchmark !== null ? [tag.benchmark] : []))
  if (tests.length > 0) {
    state.inForce = oneTest(tests)
    state.lastTest = state.inForce
    state.inForceAge = 0
    if (view.passage.block.kind === 'heading') state.headed = state.inForce
  }
  // "the same benchmark" keeps the test in force that it goes back to.
  if (tests.length === 0 && view.tags.some((tag) => tag.kind === 'benchmark') && state.lastTest !== null) {
    state.inForce = state.lastTest
    state.inForceAge = 0
  }
  state.inForceAge++
  const named = view.tags.flatMap((one) => (one.kind === 'model' ? [state.discourse.resolve(one.mention)] : []))
  state.lone = named.every((one) => one !== null && one.name === named[0]?.name) ? plain(named[0] ?? null) : null
  const first = mainSubject(view, roles)
  const tag = view.tags[first]
  if (tag?.kind === 'model') {
    const resolved = state.discourse.resolve(tag.mention)
    state.subject = resolved
    state.hung = false
    state.unclear = resolved === null
    const opens = view.start <= (view.passage.sentences[0]?.start ?? view.start)
    if (state.list !== null && opens && resolved !== null) state.list.names.add(resolved.name)
    if (state.list !== null && opens && !/\d/.test(blanked(view, view.start, tag.start))) state.list.subject = resolved
    if (modelLabel.test(view.passage.text) && resolved !== null)
      state.labelled = { parent: view.passage.parent, subject: resolved }
  } else if (tag?.kind === 'pronoun') {
    const resolved = resolvePronoun(state, view, first, roles)
    if (resolved !== null) state.subject = plain(resolved)
  }
}

/** Where a sentence's subject stands; that of the main clause, where another one comes before it ("While M leads there, N's score is high"). */
function mainSubject(view: SentenceView, roles: readonly Role[]): number {
  const first = view.tags.findIndex((tag, i) => roles[i] === 'subject' && tag.depth === 0)
  if (
    view.tags[first]?.kind !== 'model' ||
    !/^\W*(?:While|Although|Though|Even though|Whereas|Unlike|Compared (?:to|with)) /.test(blanked(view, view.start, view.end))
  )
    return first
  const main = view.tags.findIndex(
    (tag, i) =>
      i > first && tag.kind === 'model' && tag.depth === 0 && /(?:,| —| –) (?:the )?$/.test(blanked(view, view.start, tag.start)),
  )
  return main < 0 ? first : main
}

/** The model that a reading's owner stands for, or null where two are possible. −1: nobody is named in the sentence. */
export function resolveOwner(state: Antecedents, view: SentenceView, owner: number, roles: readonly Role[]): ModelRef | null {
  if (owner === topicOwner) return absentParty(state, view)
  if (owner < 0) return implicit(state)
  const tag = view.tags[owner]
  if (tag?.kind === 'model') return state.discourse.resolve(tag.mention)
  return tag?.kind === 'pronoun' ? resolvePronoun(state, view, owner, roles) : null
}

/** The topic as the unnamed side of a comparison, where the sentence itself does not name it. */
function absentParty(state: Antecedents, view: SentenceView): ModelRef | null {
  const topic = state.discourse.topic
  if (topic === null) return otherOfTwo(state, view)
  const here = view.tags.flatMap((tag) => (tag.kind === 'model' ? [state.discourse.resolve(tag.mention)?.name] : []))
  const named = here.includes(topic.name)
  const other = state.subject !== null && state.subject.name !== topic.name && !here.includes(state.subject.name)
  return named || other ? null : { name: topic.name, variant: null }
}

/** In an article about two models: the one that the sentence does not name, where it names the other alone. */
function otherOfTwo(state: Antecedents, view: SentenceView): ModelRef | null {
  const { versus } = state.discourse
  if (versus === null) return null
  const here = new Set(
    view.tags.flatMap((tag) => (tag.kind === 'model' ? [state.discourse.resolve(tag.mention)?.name ?? ''] : [])),
  )
  if (here.size !== 1) return null
  const other = here.has(versus[0]) ? versus[1] : here.has(versus[1]) ? versus[0] : null
  return other === null ? null : { name: other, variant: null }
}

function implicit(state: Antecedents): ModelRef | null {
  const topic = state.section === null ? state.discourse.topic : state.section.model
  if (state.unclear) return null
  if (state.subject === null) return state.before === null || state.before.name === topic?.name ? plain(topic) : null
  return state.hung || topic === null || topic.name === state.subject.name ? plain(state.subject) : null
}

/** A mode is not carried over to the sentences behind; the size of a family's member is. */
function plain(ref: ModelRef | null): ModelRef | null {
  return ref === null
    ? null
    : { name: ref.name, variant: /^[EA]?\d{1,4}(?:\.\d+)?[BM](?:-A\d+B)?$/.test(ref.variant ?? '') ? ref.variant : null }
}

function resolvePronoun(state: Antecedents, view: SentenceView, index: number, roles: readonly Role[]): ModelRef | null {
  const tag = view.tags[index] as PronounTag
  const { topic } = state.discourse
  if (tag.detail === thisMode) {
    const mode = everyMatch(view.passage.text.slice(Math.max(0, tag.start - 800), tag.start), namedMode).at(-1)?.[1]
    return topic === null || mode === undefined ? null : { name: topic.name, variant: mode }
  }
  if (tag.detail !== null && /^[A-Z][a-z]{3,}$/.test(tag.detail)) {
    // "the Speciale variant": the one model of the text whose name ends so.
    const ends = new RegExp(`[ -]${tag.detail}$`)
    const named = state.discourse.mentions.filter((one) => !one.short && ends.test(one.name))
    return named[0] !== undefined && named.every((one) => one.name === named[0]?.name)
      ? { name: named[0].name, variant: null }
      : null
  }
  const listed = tag.detail !== null && /^\d/.test(tag.detail) ? sizedBefore(state, view, tag) : undefined
  if (listed !== undefined) return listed
  const about = state.section?.model ?? topic
  if (tag.detail !== null && about !== null) {
    const whole = about.name.toLowerCase().split(/[ -]/).includes(tag.detail.toLowerCase())
    // "it beats the 397B model of last year": another one than that whose name has a size of its own.
    if (!whole && /^\d/.test(tag.detail) && /\b\d+(?:\.\d+)?B\b/.test(about.name)) return null
    return { name: about.name, variant: whole ? null : tag.detail }
  }
  if (tag.detail !== null) return null
  const fresh = /\b(?:new|latest|launched)\b/i.test(view.passage.text.slice(tag.start, tag.end))
  for (let i = index - 1; i >= 0; i--) {
    const other = view.tags[i]
    if (other?.kind !== 'model' || roles[i] !== 'subject' || fresh) continue
    // "M found bugs that N missed; on Test it scores": N is the subject of a clause within another.
    if (/[a-z] (?:that|which|whom|where) $/.test(view.passage.text.slice(Math.max(view.start, other.start - 12), other.start)))
      continue
    const named = state.discourse.resolve(other.mention)
    return tag.noun && named?.name !== topic?.name ? null : plain(named)
  }
  if (state.unclear) return null
  if (fresh) return plain(topic)
  if (state.subject !== null) return tag.noun && topic !== null && state.subject.name !== topic.name ? null : plain(state.subject)
  if (state.before === null && topic === null) return tag.noun ? null : state.lone
  return state.before === null || topic === null || state.before.name === topic.name ? plain(topic ?? state.before) : null
}

/**
 * "N comes in 3B, 8B and 14B. The 14B variant": the model in whose sentence the paragraph named the size before; undefined where it has
 * not, or where no model stands before it. Null where that model's full name is not certain.
 */
function sizedBefore(state: Antecedents, view: SentenceView, { detail, start }: PronounTag): ModelRef | null | undefined {
  const { text, sentences } = view.passage
  const at = text.lastIndexOf(detail as string, start - 1)
  if (at < 0 || /[\w.]/.test(text[at - 1] ?? ' ') || /\w/.test(text[at + (detail as string).length] ?? ' ')) return undefined
  const from = sentences.findLast((one) => one.start <= at)?.start ?? 0
  const owner = state.discourse.inPassage(view.passage.index).findLast((one) => one.start >= from && one.end <= at + 4)
  if (owner === undefined) return undefined
  const named = state.discourse.resolve(owner)
  return named === null ? null : { name: named.name, variant: named.name.includes(detail as string) ? null : (detail as string) }
}
