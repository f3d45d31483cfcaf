import { createHash } from 'node:crypto'
import type { Article } from '../article.ts'
import type { Claim, Score } from '../claim.ts'
import { benchmarkKey, modelKey } from '../lexicon/keys.ts'

/** A hash by which copies of one story meet. Two articles that share one of `figures` or `links`, or two of `text`, have one origin. */
export interface Likeness {
  kind: 'text' | 'figures' | 'links'
  hash: string
}

const bands = 8
const rows = 4
/** Fewer figures or links than this may agree by chance. */
const leastFigures = 4
const leastLinks = 4

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16)

/** 32-bit FNV-1a: quick and even enough for shingles. */
function shingleHash(words: readonly string[], at: number): number {
  let value = 0x811c9dc5
  for (let index = at; index < at + 3; index++) {
    const word = words[index]!
    for (let letter = 0; letter < word.length; letter++) value = Math.imul(value ^ word.charCodeAt(letter), 0x01000193)
    value = Math.imul(value ^ 32, 0x01000193)
  }
  return value >>> 0
}

const multipliers = Array.from({ length: bands * rows }, (_, index) => (Math.imul(index + 1, 0x9e3779b1) | 1) >>> 0)

/** MinHash bands over 3-word shingles: near-copies (Jaccard ≥ 0.8) share two bands of eight with probability above 0.9. */
function textBands(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  if (words.length < 40) return []
  const least = new Uint32Array(bands * rows).fill(0xffffffff)
  for (let at = 0; at + 3 <= words.length; at++) {
    const base = shingleHash(words, at)
    for (let index = 0; index < least.length; index++) {
      let mixed = Math.imul(base ^ (base >>> 15), multipliers[index]!)
      mixed = (mixed ^ (mixed >>> 13)) >>> 0
      if (mixed < least[index]!) least[index] = mixed
    }
  }
  return Array.from({ length: bands }, (_, band) => hash(`${band}:${least.slice(band * rows, (band + 1) * rows).join(',')}`))
}

/** The figures of an article in their order: a copy with its words swapped keeps them. */
function figures(claims: readonly Claim[]): string | null {
  const scores = claims.filter((claim): claim is Score => claim.type === 'score').sort((a, b) => a.start - b.start)
  const told = scores.map((score) => `${modelKey(score.model)} ${benchmarkKey(score.benchmark)} ${score.value}`)
  const unique = [...new Set(told)]
  return unique.length < leastFigures ? null : hash(unique.join('\n'))
}

/** How an article may be found to be a copy of another: by its text, by its figures in order, by its links. */
export function likenessOf(article: Article, claims: readonly Claim[]): Likeness[] {
  const found: Likeness[] = textBands(article.text).map((band) => ({ kind: 'text', hash: band }))
  // a report in somebody's own words is no copy of another report, whatever figures they share
  const inOrder = article.form === 'notes' ? null : figures(claims)
  if (inOrder) found.push({ kind: 'figures', hash: inOrder })
  const links = [...new Set(article.links)].sort()
  if (article.form !== 'notes' && links.length >= leastLinks) found.push({ kind: 'links', hash: hash(links.join('\n')) })
  return found
}
