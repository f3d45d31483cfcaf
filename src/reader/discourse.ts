import type { Article } from '../article.ts'
import { everyMatch } from '../lexicon/every-match.ts'
import { findModels, type ModelMention } from '../lexicon/find-models.ts'
import { introducedModels } from '../lexicon/introduced-models.ts'
import { modelKey } from '../lexicon/keys.ts'
import { fold } from './fold.ts'
import { partNames } from './part-names.ts'
import type { Passage } from './passages.ts'

/** A model by its full name. `variant`: what the text adds to it here ("Max", "Thinking", "Preview"), or null. */
export interface ModelRef {
  name: string
  variant: string | null
}

/** A model named in a passage: offsets into the passage's text. `short`: cut short ("Claude", "Gemini 3.1"), to be resolved. */
export interface Mention extends ModelRef {
  passage: number
  start: number
  end: number
  family: string
  short: boolean
}

/** What the text is about and whom its names stand for. */
export interface Discourse {
  /** The one model that title and lead are about, or null: then nothing may be given to "the model". */
  topic: ModelRef | null
  /** All models of the title, in order. */
  titled: string[]
  /** The two models that the title sets against each other ("A vs B"), or null. */
  versus: [string, string] | null
  /** Every mention of the article, tables included, in order. */
  mentions: Mention[]
  /** Mentions of one passage, in order. */
  inPassage(passage: number): Mention[]
  /**
   * The full name of a mention: its own, or for a shortened one the only model that fits it: in the passage before it, else in the whole
   * article, else the topic. Null where two would fit.
   */
  resolve(mention: Mention, passage?: number, offset?: number): ModelRef | null
}

/** Builds the discourse of an article from its passages (`passages(article)`). Pure; linear in the text. */
export function discourse(article: Article, passages: readonly Passage[]): Discourse {
  const title = fold(article.title).text
  const texts = passages.map((passage) => passage.text)
  const fresh = introducedModels([title, ...texts])
  // "its Deep Think mode" is a way to run a model and none by itself.
  const lexical = (text: string) =>
    withMakers(text, findModels(text)).filter(
      (one) => !(one.short && /^["')]? mode(?![a-z])/.test(text.slice(one.end, one.end + 7))),
    )
  const named = new Map([title, ...texts].map((text) => [text, lexical(text)]))
  const families = new Map([...named.values()].flat().flatMap((one) => (one.short ? [] : [[one.name, one.family]])))
  const parts = partNames(families.keys())
  const find = (text: string) => {
    const ends = parts.find(text).map((part) => ({ ...part, variant: null, family: families.get(part.name)!, short: false }))
    return merged(merged(named.get(text) ?? [], ends), fresh.find(text).map(introduced))
  }
  const byPassage = texts.map((text, passage) =>
    find(text).map(({ start, end, name, variant, family, short }) => ({ passage, start, end, name, variant, family, short })),
  )
  const mentions = byPassage.flat()
  const titled = find(title)
  const index = new Map<string, Mention[]>()
  for (const mention of mentions) {
    if (mention.short) continue
    const list = index.get(mention.family)
    if (list) list.push(mention)
    else index.set(mention.family, [mention])
  }
  const cache = new Map<string, ModelRef | null>()
  const resolveIn = (mention: Mention, topic: ModelRef | null): ModelRef | null => {
    if (!mention.short) return { name: mention.name, variant: mention.variant }
    const here = (byPassage[mention.passage] ?? []).filter((other) => !other.short && other.start < mention.start)
    const near = only(here.filter((other) => fits(mention, other)))
    if (near !== undefined) return near === null ? null : resolvedTo(near, mention)
    const key = `${mention.family}\u0000${mention.name}`
    let far = cache.get(key)
    if (far === undefined) {
      const all = index.get(mention.family) ?? []
      const name = only(all.filter((other) => fits(mention, other)))
      far = name ? { name, variant: null } : null
      cache.set(key, far)
    }
    if (far) return resolvedTo(far.name, mention)
    if (topic && fitsName(mention.name, topic.name) && mention.name.includes(' '))
      return { name: topic.name, variant: mention.variant }
    // "Gemini 3", and nothing fuller in the whole text: that is what the text calls the model.
    const fuller = (index.get(mention.family) ?? []).some((other) => fits(mention, other))
    return !fuller && /\d/.test(mention.name) ? { name: mention.name, variant: mention.variant } : null
  }
  const topic = topicOf(article, title, titled, passages, byPassage, (mention) => resolveIn(mention, null))
  return {
    topic,
    titled: [...new Set(titled.map((mention) => mention.name))],
    versus: versusOf(title, titled),
    mentions,
    inPassage: (passage) => byPassage[passage] ?? [],
    resolve: (mention) => resolveIn(mention, topic),
  }
}

const maker = /(?<![\w-])(DeepSeek|Mistral|MiniMax)(?='s ~?\d[\d.]*(?![\w-])| at ~?\d[\d.]*(?![\w-])| \(~?\d[\d.]*%?\))/g

/** "DeepSeek's 61.5", "Mistral at 71.3": a maker whose models bear its name stands for one of them where a number is its own. */
function withMakers(text: string, known: ModelMention[]): (ModelMention | Found)[] {
  if (!/DeepSeek|Mistral|MiniMax/.test(text)) return known
  const makers = everyMatch(text, maker).flatMap((match): Found[] => {
    const end = match.index + match[0].length
    if (known.some((one) => one.start < end && match.index < one.end)) return []
    return [{ start: match.index, end, name: match[0], variant: null, family: match[0].toLowerCase(), short: true }]
  })
  return makers.length === 0 ? known : [...known, ...makers].sort((a, b) => a.start - b.start)
}

type Found = Omit<Mention, 'passage'>

function introduced({ start, end, name }: { start: number; end: number; name: string }): Found {
  return { start, end, name, variant: null, family: modelKey(name), short: false }
}

/** Names by grammar and lexicon first; a name known only from this text fills what is left. */
function merged(known: Found[], fresh: Found[]): Found[] {
  if (fresh.length === 0) return known
  const free = fresh.filter((one) => !known.some((other) => one.start < other.end && other.start < one.end))
  return [...known, ...free].sort((a, b) => a.start - b.start)
}

/** A shortened name's full one; a mode that the full name ends in ("Mythos Preview") is no variant. */
function resolvedTo(name: string, mention: Mention): ModelRef {
  return { name, variant: name.endsWith(` ${mention.variant}`) ? null : mention.variant }
}

function versusOf(title: string, titled: readonly Found[]): [string, string] | null {
  const [one, two, more] = titled
  if (!one || !two || more || one.short || two.short || one.name === two.name) return null
  return /^,? (?:vs\.?|versus|against|and|or) (?:[A-Z]\w+'s )?$/.test(title.slice(one.end, two.start))
    ? [one.name, two.name]
    : null
}

/** "NAME: …", "NAME Benchmark Analysis: … vs OTHER": before the colon stands what the text is about. */
function opensTitle(title: string, opener: Found, next: Found | undefined): boolean {
  const colon = /^[^:]{0,40}:(?=\s)/.exec(title.slice(opener.end))
  if (colon === null) return false
  return /^(?:'s)?(?: \([^()]*\))?:/.test(colon[0]) || (next !== undefined && next.start > opener.end + colon[0].length)
}

/** Undefined: none; null: several; else the one name. */
function only(found: readonly ModelRef[]): string | null | undefined {
  if (found.length === 0) return undefined
  const first = (found[0] as ModelRef).name
  return found.every((one) => one.name === first) ? first : null
}

function words(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9.]+/)
    .filter(Boolean)
}

/** Whether a full name may be what a shortened one stands for: all its words, and the same version where it gives one. */
function fits(short: Mention, full: Mention): boolean {
  return short.family === full.family && fitsName(short.name, full.name)
}

function fitsName(short: string, full: string): boolean {
  const whole = new Set(words(full))
  return words(short).every((word) => whole.has(word))
}

const rivalry =
  /(?:beat(?:s|ing)?|tops|topping|against|takes? on|taking on|challenges?|over|than|rivals?|outperform\w*|surpass\w*|edges?(?: out| past)?|trail\w*|ahead of|behind|like|to match|matches|matching|version of|successor to|alternative to|replacement for|upgrade (?:to|over|from))\s+(?:[\w.]+'s\s+)?$/i

/** "underneath is a Qwen3-8B transformer", "built on Llama 3": what a model is made of. */
const ground =
  /\b(?:is|was|uses?|using|(?:based|built|trained|fine-?tuned) on(?: top of)?|derived from|distilled from) (?:an? (?:[a-z-]+ )?)$/

/** Models of a title that are not what others are measured against; rivalry spreads along a list of names. */
function titleSubjects(title: string, titled: readonly Found[]): Found[] {
  let rival = false
  let end = 0
  return titled.filter((found) => {
    const before = title.slice(Math.max(0, found.start - 40), found.start)
    const listed = rival && /^(?:'s)?,?(?: and| or| &)? ?(?:[A-Z]\w+'s )?$/.test(title.slice(end, found.start))
    const level = /^-level\b| (?:pricing|prices?|-level|users|app)\b/i.test(title.slice(found.end, found.end + 10))
    rival = listed || rivalry.test(before)
    end = found.end
    return !rival && !level
  })
}

function topicOf(
  article: Article,
  title: string,
  titled: Found[],
  passages: readonly Passage[],
  byPassage: Mention[][],
  resolve: (mention: Mention) => ModelRef | null,
): ModelRef | null {
  const full = (found: Found): ModelRef | null =>
    found.short ? resolve({ ...found, passage: -1 }) : { name: found.name, variant: null }
  const declared = article.models.length === 1 ? findModels(article.models[0] as string)[0] : undefined
  if (article.models.length === 1)
    return { name: declared && !declared.short ? declared.name : (article.models[0] as string), variant: null }
  const opener = titled[0]
  const subjects = opener && opener.start < 25 && opensTitle(title, opener, titled[1]) ? [opener] : titleSubjects(title, titled)
  const names = [...new Set(subjects.map((found) => full(found)?.name ?? null))]
  if (names.length === 1) return names[0] ? { name: names[0] as string, variant: null } : null
  if (names.length > 0) return null
  for (const passage of passages.slice(0, 6)) {
    if (passage.block.kind === 'table') continue
    const found = byPassage[passage.index] ?? []
    if (found.length === 0) continue
    const first = found[0] as Mention
    // the text opens with a rival, or with the ground, of something that nobody knows
    const before = passage.text.slice(Math.max(0, first.start - 40), first.start)
    if (rivalry.test(before) || ground.test(before)) return null
    const rest = passage.text.slice(first.end, first.end + 30)
    const sentence = passage.sentences[0]
    const alone = only(found.filter((one) => sentence === undefined || one.start < sentence.end))
    if (alone || /^(?:,| \(| is\b| was\b| has\b|'s\b| an? )/.test(rest)) return full(first)
    return null
  }
  return null
}
