import { families } from './families.ts'
import type { Family } from './family.ts'
import { fullName } from './model-name.ts'
import { type Part, readTail, type Tail, tiersOf } from './model-tail.ts'
import { isDigit, isWordChar, nameTrie } from './name-trie.ts'

/** A model's name in a text: a half-open range of UTF-16 offsets that takes in the variant behind it. */
export interface ModelMention {
  start: number
  end: number
  /** The name in full as its maker writes it, without the variant: "Claude Opus 4.6". A short name stays as short as it is. */
  name: string
  /** Effort, mode, preview or size behind the name, as the text words it: "Max", "high reasoning effort", "31B". */
  variant: string | null
  family: string
  vendor: string | null
  /** Only part of a name ("Claude", "Opus", "Gemini 3.1"): the reader resolves it by what the text has named before. */
  short: boolean
  /** The head alone, without version or tier. */
  bare: boolean
  /** The parts behind the head, as read. */
  parts: readonly Part[]
}

const byFamily = new Map(families.map((family) => [family.family, family]))
const listJoint = /^[\s\d.,%:;()/&+–—-]*(?:(?:and|at|with|or)[\s\d.,%:;()/&+–—-]*)*$/

const listEnd = /^(?:$| ?[,.;:)(]| ?[(:=]? ?~?\d| (?:at|and|or|with|scor|gets?|got|reach|both|are|were) ?)/

/**
 * "Nova 2 Pro 0.616, Lite 0.603", "Llama 4 Maverick and Scout": a tier in a list is the sibling of the model before it, of the same version.
 * Only in families whose tiers share their versions: not Claude.
 */
function siblingAt(text: string, at: number, before: ModelMention | undefined): ModelMention | null {
  if (before === undefined || before.short || at - before.end > 40) return null
  const family = byFamily.get(before.family)!
  if (family.oneVersion !== true) return null
  const tier = tiersOf(family).longest(text, at)
  if (tier === null || text.slice(at, tier.end) !== tier.value || !listEnd.test(text.slice(tier.end, tier.end + 8))) return null
  const joint = text.slice(before.end, at)
  if (!/[,;/&(]|and|or/.test(joint) || !listJoint.test(joint)) return null
  const parts = before.parts.filter((part) => part.kind === 'version')
  if (parts.length === 0) return null
  const tail: Tail = { parts: [...parts, { kind: 'tier', text: tier.value }], variants: [], end: tier.end }
  return mentionOf(family, family.heads[0]!, tail, at, true, false)
}

/** "DeepSeek V4 (Pro and Flash)": a tier that stands alone is no Gemini where the model just named has such a tier as well. */
function ofOtherFamily(text: string, at: number, mention: ModelMention, before: ModelMention | undefined): boolean {
  if (!mention.short || before === undefined || before.family === mention.family || at - before.end > 60) return false
  return tiersOf(byFamily.get(before.family)!).longest(text, at) !== null
}

/** "GPT-4-class models", "Claude-powered", "llama.cpp": a name inside another word is not the model. */
const insideWord =
  /^(?:-(?:class|like|based|powered|style|level|era|tier|compatible|driven|native|only|free|built|generated|inspired|derived)(?![a-z])|\.(?:cpp|ai|com|js|py)(?![a-z]))/

interface Head {
  family: Family
  /** The head as it is written in full names, and as the lexicon spells it here. */
  head: string
  spelled: string
  /** The tier that stood for the head ("Opus"), or null. */
  alone: string | null
}

const heads = nameTrie<Head>()
for (const family of families) {
  const first = family.heads[0]!
  for (const head of [...family.heads, ...(family.synonyms ?? [])]) {
    const value = { family, head: family.heads.includes(head) ? head : first, spelled: head, alone: null }
    heads.add(head, value, family.plain === true)
    if (family.plain === true) heads.add(head.toLowerCase(), value, true)
  }
  for (const tier of family.alone ?? []) heads.add(tier, { family, head: first, spelled: tier, alone: tier })
}
const prefixFamilies = families.filter((family) => family.alonePrefix === true)

/**
 * Every model that a text names, in order, never overlapping, by the grammar of the families: the longest name, digits and variant behind it
 * included. A number that cannot be a version stays outside ("GPT-5.4 40.1"). Lower-case names are read where they are more than a plain word
 * ("muse spark", "gpt5.4"). The time is linear in the text's length.
 */
export function findModels(text: string): ModelMention[] {
  const found: ModelMention[] = []
  let index = 0
  while (index < text.length) {
    if (!isWordChar(text[index])) {
      index++
      continue
    }
    const mention = modelAt(text, index)
    const sibling = siblingAt(text, index, found.at(-1))
    if (sibling !== null && (mention === null || mention.short)) {
      found.push(sibling)
      index = sibling.end
    } else if (mention !== null) {
      const counts =
        !insideWord.test(text.slice(mention.end, mention.end + 12)) && !ofOtherFamily(text, index, mention, found.at(-1))
      if (counts) found.push(mention)
      index = mention.end
    } else {
      const from = index
      while (index < text.length && isWordChar(text[index])) index++
      // "Technical HighlightsNova Mini", "$2.00 for outputNova Mini 2": a heading or a cell has run into a name
      if (index - from > 7) index = from + (ranInto.exec(text.slice(from, index))?.[0].length ?? index - from)
    }
  }
  return found
}

const ranInto =
  /^(?:[Hh]ighlights|[Cc]apabilities|[Oo]utput|[Ii]nput|[Tt]oken|[Tt]okens|[Pp]ricing|[Oo]verview|[Ff]eatures|[Ss]pecifications|[Aa]vailability|[Cc]omparison|[Pp]erformance)(?=[A-Z][a-z])/

function modelAt(text: string, at: number): ModelMention | null {
  const match = heads.longest(text, at, true)
  if (match !== null) {
    const mention = fromHead(text, at, match.end, match.value)
    if (mention !== null) return mention
  }
  return fromVersion(text, at)
}

function fromHead(text: string, at: number, headEnd: number, { family, head, spelled, alone }: Head): ModelMention | null {
  const written = text.slice(at, headEnd)
  const slugged = written === written.toLowerCase() && written !== spelled
  const exact = written.replace(/[ _-]/g, '') === spelled.replace(/[ _-]/g, '')
  if (family.plain === true && !exact && !(slugged && text[headEnd] === '-')) return null
  const tail: Tail = { parts: alone === null ? [] : [{ kind: 'tier', text: alone }], variants: [], end: headEnd }
  readTail(text, headEnd, family, slugged, tail)
  if (alone === null && tail.parts.length === 0 && family.open === true) openTier(text, headEnd, family, tail)
  const version = tail.parts.some((part) => part.kind === 'version')
  const bare = tail.parts.length === 0
  if (bare && (isWordChar(text[headEnd]) || text[headEnd] === '/')) return null
  if (bare && family.headIsVendor === true) return null
  if (alone === null && !version && isProduct(text, headEnd, family)) return null
  if (slugged && (bare || (alone !== null && !version))) return null
  // "ElevenLabs Flash v2.5" is another maker's Flash
  const owner =
    alone === null
      ? undefined
      : /(?:^|[^\w])([A-Z]\w*[a-z][A-Z]\w*)(?:['’]s?)?[ -]$/.exec(text.slice(Math.max(0, at - 20), at))?.[1]
  if (owner !== undefined && !/^(?:OpenAI|DeepMind|DeepSeek|MiniMax|xAI)$/.test(owner)) return null
  const full = isFull(family, tail.parts)
  if (!full && family.plain === true) return null
  return mentionOf(family, head, tail, at, full, bare && !full)
}

/** "K2.5", "V4-Pro", "R1": a version that stands for its family. Not after another capitalised word, whose version it would be. */
function fromVersion(text: string, at: number): ModelMention | null {
  if (!isDigit(text[at + 1])) return null
  const family = prefixFamilies.find((candidate) =>
    candidate.prefixes!.some((prefix) => prefix === text[at] && /[A-Z]/.test(prefix)),
  )
  if (family === undefined || followsName(text, at)) return null
  const tail = readTail(text, at, family, false)
  const version = tail.parts[0]
  if (version?.kind !== 'version' || tail.end <= at) return null
  const precise = tail.parts.length > 1 || version.text.includes('.')
  // "V8" is an engine and "M2" a chip: a letter and one digit stand for a model only where such versions exist.
  if (!precise && (family.prefixes!.includes('M') || Number(version.text.slice(1)) > 5)) return null
  if (Number.parseInt(version.text.slice(1), 10) > 9) return null
  return mentionOf(family, family.heads[0]!, tail, at, precise, false)
}

function mentionOf(family: Family, head: string, tail: Tail, start: number, full: boolean, bare: boolean): ModelMention {
  const variant = tail.variants.length === 0 ? null : tail.variants.join(', ')
  return {
    start,
    end: tail.end,
    name: fullName(family, head, tail.parts),
    variant,
    family: family.family,
    vendor: family.vendor,
    short: !full,
    bare,
    parts: tail.parts,
  }
}

function isFull(family: Family, parts: readonly Part[]): boolean {
  const version = parts.find((part) => part.kind === 'version')
  const tier = parts.some((part) => part.kind === 'tier')
  const size = parts.some((part) => part.kind === 'size')
  if (parts.some((part) => part.kind === 'tier' && family.whole?.includes(part.text))) return true
  switch (family.full) {
    case 'head':
      return true
    case 'version':
      return version !== undefined || (size && (family.plain !== true || family.sizes === 'name'))
    case 'tier':
      return tier || (size && family.headIsVendor === true)
    case 'any':
      return tier || version !== undefined || size
    case 'both':
      return version !== undefined && (tier || (family.plain === true && version.text.includes('.')))
  }
}

const openWord = /^ ([A-Z][a-z]{2,}) (\d(?:\.\d{1,2})?)(?![\d%]|\.\d)/
const openAlone = /^ ([A-Z][a-z]{2,})(?![A-Za-z0-9-])/
const noTier = new Set([
  'The',
  'And',
  'But',
  'For',
  'With',
  'Has',
  'Was',
  'Now',
  'New',
  'Will',
  'Can',
  'Gets',
  'Got',
  'Beats',
  'Scores',
  'Model',
  'Models',
  'Family',
  'Series',
  'Vs',
  'Versus',
  'Group',
  'Labs',
  'Software',
])

/** A tier that nobody lists yet: "Claude Fable 5" by its version, "Muse Ember" where the head is named for nothing else. */
function openTier(text: string, at: number, family: Family, tail: Tail): void {
  const rest = text.slice(at, at + 32)
  const versioned = openWord.exec(rest)
  const word = versioned ?? (family.plain === true ? openAlone.exec(rest) : null)
  if (word === null || noTier.has(word[1]!) || family.products?.includes(word[1]!)) return
  tail.parts.push({ kind: 'tier', text: word[1]! })
  if (versioned !== null) tail.parts.push({ kind: 'version', text: versioned[2]! })
  tail.end = at + word[0].length
}

function isProduct(text: string, at: number, family: Family): boolean {
  if (family.products === undefined || !/[ .-]/.test(text[at] ?? '')) return false
  return family.products.some((product) => text.startsWith(product, at + 1) && !isWordChar(text[at + 1 + product.length]))
}

const openers =
  /(?:^|[\s(["'])(?:The|With|Using|Both|But|And|In|For|While|On|Its|Like|From|Against|Of|To|At|New|Only|Unlike|As|When|After|Since|Although|Where|That|This|So|Or|Then|Now)[ -]$/
/** True where a capitalised word stands right before, so that the version is that word's ("Recraft V3"). */
function followsName(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 14), at)
  return /[A-Za-z0-9]*[A-Z][A-Za-z0-9.]*[ -]$/.test(before) && !openers.test(before)
}
