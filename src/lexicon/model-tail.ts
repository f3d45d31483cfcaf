import type { Family } from './family.ts'
import { bracketVariantAt, variantAt } from './model-variants.ts'
import { isWordChar, nameTrie } from './name-trie.ts'

/** One part of a model's name behind its head. `text` is the part in its usual spelling. */
export interface Part {
  kind: 'version' | 'tier' | 'size' | 'date' | 'word'
  text: string
}
/** What follows a head: the parts in the order written, the variant, where it ends. */
export interface Tail {
  parts: Part[]
  variants: string[]
  end: number
}

const tierTries = new Map<Family, ReturnType<typeof nameTrie<string>>>()
/** The tiers of a family as a searchable set, made once. */
export function tiersOf(family: Family) {
  let trie = tierTries.get(family)
  if (trie === undefined) {
    trie = nameTrie<string>()
    for (const tier of family.tiers ?? []) trie.add(tier, tier, tier.length === 1)
    tierTries.set(family, trie)
  }
  return trie
}

/** Parts that any family may carry behind a hyphen ("-Instruct", "-VL"): builds, modalities, tunings. */
const hyphenWords = new Set(
  (
    'instruct base chat it pt coder code vision vl omni audio image video tts asr live realtime embedding math turbo mini nano micro small medium large ultra ' +
    'lite flash pro plus air next fast heavy super edit voice distill prover guard safeguard ocr search moe hf fp8 fp4 nvfp4 awq gguf bf16 latest latent dpo sft rl ' +
    'loop research zero think codex cascade dense qwen llama qwen2.5 qwen3 tool'
  ).split(' '),
)

/** What joins the parts of a name, as the plain space or hyphen it stands for. */
const tailGaps: Record<string, string> = {
  ' ': ' ',
  '\n': ' ',
  '\u00a0': ' ',
  '\u202f': ' ',
  '-': '-',
  '\u2010': '-',
  '\u2011': '-',
  _: '_',
  '@': '@',
}
const sizePattern = /(?:(?:\d{1,3}x)?\d{1,4}(?:\.\d{1,2})?[BbTM]|[AEae]\d{1,3}(?:\.\d{1,2})?[Bb]|\d{1,3}E)(?![A-Za-z0-9])/y
const notSize = /^(?:[ -]?(?:param|token|context|active|total|user|valuation|round|in |year|month|people|dollar|euro))/i
const versionPattern = /(\d{1,2})((?:\.\d{1,2}){0,2})/y
const notVersion =
  /^(?:[\d%°]|[.,:]\d| ?%|-point| percent| per cent| points?(?![a-z])| pts|x(?![a-z])| times| hours?| days?| weeks?| months?| years?| users?| people| million| billion| trillion| tokens?|(?:st|nd|rd|th)(?![a-z])|[KkMm](?![A-Za-z])|\/1\d)/
const datePattern = /(?:20\d\d-\d\d-\d\d|20\d{6}|\d\d-20\d\d|[01]\d-[0-3]\d|\d{4})(?![\d%]|\.\d|[A-Za-z])/y
const monthAndYear = /(?:0[1-9]|1[0-2])-20\d\d(?!\d)/y
const spacedDate = /(?:0[1-9][0-3]\d|2[4-7](?:0[1-9]|1[0-2]))(?![\d%]|[.,]\d|[A-Za-z])/y
const wordPattern = /[A-Za-z][A-Za-z0-9.]*/y

/**
 * Reads the parts of a name behind its head, as far as they go. One version only: a second number is a score or something else ("GPT-5.4
 * 40.1"). `slugged`: the head is all lower case, so hyphens may stand for stops ("claude-opus-4-6").
 */
export function readTail(
  text: string,
  from: number,
  family: Family,
  slugged: boolean,
  tail: Tail = { parts: [], variants: [], end: from },
): Tail {
  let at = from
  for (let guard = 0; guard < 9; guard++) {
    const char = text[at] ?? ''
    const dotted = char === '.' && family.versionJoint === '.'
    const tagged = char === ':' && slugged && /^\d{1,4}(?:\.\d)?b/.test(text.slice(at + 1, at + 8))
    const gap = tagged ? '-' : (tailGaps[char] ?? (dotted ? char : ''))
    const next = partAt(text, at + gap.length, gap, family, tail, slugged) ?? bracketed(text, at, family, tail)
    if (next === null) break
    at = next
    tail.end = at
  }
  return tail
}

/** "Gemma 4 26B A4B": the active parameters stand right behind the size. */
function activeSize(text: string, at: number, tail: Tail): boolean {
  return /^\d+B$/.test(tail.variants.at(-1) ?? '') && /^A\d+B(?![\w])/.test(text.slice(at, at + 6))
}

/** Reads one part at a place and adds it to the tail; gives where it ends, or null. */
function partAt(text: string, at: number, gap: string, family: Family, tail: Tail, slugged: boolean): number | null {
  if (at >= text.length) return null
  const run = tail.variants.length > 0 && !(family.sizes === 'variant' && activeSize(text, at, tail))
  if (run && gap !== '') {
    const dated = dateAt(text, at, '-', family, tail)
    const tag =
      gap === '-' && /^(?:exp|preview|experimental|beta)$/i.test(tail.variants.at(-1) ?? '')
        ? /^\d{4}(?![\w.])/.exec(text.slice(at, at + 5))
        : null
    if (tag !== null) {
      tail.variants[tail.variants.length - 1] += `-${tag[0]}`
      return at + 4
    }
    if (dated?.text.includes('-')) {
      tail.variants.push(dated.text)
      return dated.end
    }
  }
  if (!run) {
    const size = sizeAt(text, at, gap, family)
    if (size !== null) {
      const named = family.sizes === 'name' || (family.sizes !== 'variant' && gap === '-')
      if (named) tail.parts.push({ kind: 'size', text: size.text })
      else if (/^A/.test(size.text) && tail.variants.length > 0)
        tail.variants[tail.variants.length - 1] += `${gap === '-' ? '-' : ' '}${size.text}`
      else tail.variants.push(size.text)
      return size.end
    }
    const version = tail.parts.some((part) => part.kind === 'version') ? null : versionAt(text, at, gap, family, slugged, tail)
    if (version !== null) {
      tail.parts.push({ kind: 'version', text: version.text })
      return version.end
    }
    const date = dateAt(text, at, gap, family, tail)
    if (date !== null) {
      if (date.text.length > 4 || family.dates === 'variant') tail.variants.push(date.text)
      else tail.parts.push({ kind: 'date', text: date.text })
      return date.end
    }
    if (gap !== '') {
      const tier = tierAt(text, at, gap, family, slugged)
      if (tier !== null) {
        tail.parts.push({ kind: 'tier', text: tier.text })
        return tier.end
      }
    }
  }
  if (gap === '' || tail.parts.length === 0) return null
  const variant = variantAt(text, at, gap)
  if (variant !== null) {
    tail.variants.push(variant.text)
    return variant.end
  }
  if (gap === '-' || gap === '_') {
    wordPattern.lastIndex = at
    const word = wordPattern.exec(text)
    if (word !== null && family.sizes === 'variant' && /^(?:it|pt)$/i.test(word[0])) {
      tail.variants.push(word[0])
      return wordPattern.lastIndex
    }
    if (word !== null && hyphenWords.has(word[0].toLowerCase()) && !isWordChar(text[wordPattern.lastIndex])) {
      tail.parts.push({ kind: 'word', text: capitalised(word[0]) })
      return wordPattern.lastIndex
    }
  }
  return null
}

function bracketed(text: string, at: number, family: Family, tail: Tail): number | null {
  if (tail.parts.length === 0 && family.full !== 'head') return null
  const square = /^ ?\[([A-Za-z]+)\]/.exec(text.slice(at, at + 16))
  if (square !== null && family.tiers?.some((tier) => tier.toLowerCase() === square[1]!.toLowerCase())) {
    tail.parts.push({ kind: 'tier', text: square[1]! })
    return at + square[0].length
  }
  const round = /^ \(([A-Z][A-Za-z-]{1,14})\)/.exec(text.slice(at, at + 19))
  if (round !== null && family.tiers?.includes(round[1]!) && tail.parts.some((part) => part.kind === 'version')) {
    tail.parts.push({ kind: 'tier', text: round[1]! })
    return at + round[0].length
  }
  const variant = bracketVariantAt(text, at)
  if (variant === null) return null
  tail.variants.push(variant.text)
  return variant.end
}

function sizeAt(text: string, at: number, gap: string, family: Family): { end: number; text: string } | null {
  if (!/[\dAEae]/.test(text[at] ?? '')) return null
  sizePattern.lastIndex = at
  const match = sizePattern.exec(text)
  if (match === null) return null
  const end = sizePattern.lastIndex
  const unit = match[0].at(-1)!
  if (/[TM]/.test(unit) && gap !== '-') return null
  if (unit === 'E' && family.sizes !== 'name') return null
  if (gap === '' || notSize.test(text.slice(end, end + 12))) return null
  return { end, text: match[0].replace(/b$/, 'B').replace(/^[ae]/, (letter) => letter.toUpperCase()) }
}

function versionAt(
  text: string,
  at: number,
  gap: string,
  family: Family,
  slugged: boolean,
  tail: Tail,
): { end: number; text: string } | null {
  const prefix = family.prefixes?.find((letters) => text.startsWith(letters, at) || text.startsWith(letters.toLowerCase(), at))
  if (prefix !== undefined && /\d/.test(text[at + prefix.length] ?? '')) {
    const number = numberAt(text, at + prefix.length, family, 99, false)
    if (number !== null) return { end: number.end, text: `${prefix === 'k' ? 'K' : prefix === 'm' ? 'M' : prefix}${number.text}` }
  }
  if (/[vV]/.test(text[at] ?? '') && /\d/.test(text[at + 1] ?? '')) {
    const number = numberAt(text, at + 1, family, 9, false)
    if (number === null) return null
    return { end: number.end, text: tail.parts.some((part) => part.kind === 'size') ? `v${number.text}` : number.text }
  }
  if (!/\d/.test(text[at] ?? '')) return null
  if (gap === ' ' && family.prefixes !== undefined && family.headIsVendor) return null
  const tiers = tail.parts.length
  if (gap === '' && tiers > 0) return null
  const hyphened = gap === '-' && family.versionJoint !== '-'
  return numberAt(text, at, family, family.highest ?? 9, (slugged && gap !== ' ') || hyphened)
}

/** A version number: at most `highest` before the stop, not the start of a longer number, a share or a count. */
function numberAt(
  text: string,
  at: number,
  family: Family,
  highest: number,
  slugged: boolean,
): { end: number; text: string } | null {
  versionPattern.lastIndex = at
  const match = versionPattern.exec(text)
  if (match === null || Number(match[1]) > highest || /^0\d/.test(match[0])) return null
  let end = versionPattern.lastIndex
  let number = match[0]
  if (slugged && match[2] === '') {
    const minor = /^-(\d{1,2})(?![\d.%A-Za-z])/.exec(text.slice(end, end + 5))
    if (minor !== null) {
      number = `${match[1]}.${minor[1]}`
      end += minor[0].length
    }
  }
  const suffix = text[end] ?? ''
  const known = family.suffixes?.find((letter) => letter === suffix || letter === suffix.toLowerCase())
  if (known !== undefined && !isWordChar(text[end + 1])) return { end: end + 1, text: number + known }
  if (notVersion.test(text.slice(end, end + 12))) return null
  // A letter glued to the number makes another word of it ("3D", "4k"), except where a known tier is run in.
  if (isWordChar(suffix)) return null
  return { end, text: number }
}

function dateAt(text: string, at: number, gap: string, family: Family, tail: Tail): { end: number; text: string } | null {
  if (!/\d/.test(text[at] ?? '') || (tail.parts.length === 0 && family.full !== 'head')) return null
  const pattern =
    gap === '-' || gap === '_' || gap === '@' ? datePattern : gap === ' ' ? (family.dates ? spacedDate : monthAndYear) : null
  if (pattern === null) return null
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match === null ? null : { end: pattern.lastIndex, text: match[0] }
}

/** A tier in lower case is read behind a hyphen, behind a lower-case head, or where that is its usual spelling ("GPT-4.1 mini"). */
function tierAt(text: string, at: number, gap: string, family: Family, slugged: boolean): { end: number; text: string } | null {
  const match = tiersOf(family).longest(text, at)
  if (match === null) return null
  const written = text.slice(at, match.end)
  if (family.tiers?.includes(written)) return { end: match.end, text: written }
  if (/\p{Lu}/u.test(written[0]!) || gap !== ' ' || slugged) return { end: match.end, text: match.value }
  return null
}

function capitalised(word: string): string {
  return /^[a-z]/.test(word) && word.length > 2
    ? word[0]!.toUpperCase() + word.slice(1)
    : word.length <= 2
      ? word.toUpperCase()
      : word
}
