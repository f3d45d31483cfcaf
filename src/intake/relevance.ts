import type { Article } from '../article.ts'
import type { Reading } from '../claim.ts'
import { findModels } from '../lexicon/find-models.ts'
import { vendors } from '../lexicon/vendors.ts'

/**
 * From how many points on an article is launch coverage. The one place that says so. Points, each with its cap: a model's full name in the title 3, in the opening
 * 1, named again and again 2; a maker's name in the title 1; a word of launching, pricing, retiring or testing in the title 1, in the opening 1; each fact of a launch (date, access, price, context, …) 1, up to 3; each
 * score or order 1, up to 3; each risk of a named model 1, up to 2.
 */
export const relevantFrom = 4

/** What the reader's own claims and names say about an article's subject. */
export interface Relevance {
  relevant: boolean
  points: number
  /** The points in words, for an operator. */
  why: string
}

const launchWords =
  /\b(?:launch|releas|unveil|introduc|announc|debut|roll(?:s|ed|ing)? out|ships?\b|shipp|preview|upgrad|updat|pric|cheaper|deprecat|retir|sunset|shut(?:s|ting)? down|open[- ]?(?:weights?|source)|benchmark|tested|testing|evaluat|leaderboard|outperform|beats?\b|jailbreak|vulnerab|safety|system card|model card|availab)/i

const openingLength = 800

/** Makers as titles name them; those that are words of daily life ("Apple", "FAIR") say nothing alone. */
const makers = new Set(
  vendors
    .flatMap(({ name, aliases = [] }) => [name, ...aliases])
    .filter((name) => !/^(?:Apple|FAIR|MSL|MAI|MSR|Facebook|Alphabet)$/.test(name)),
)
const namesMaker = (title: string): boolean =>
  (title.match(/[\p{L}\p{N}][\p{L}\p{N}.]*/gu) ?? []).some((word) => makers.has(word))

/** Full names beyond this part of a text change nothing. */
const namesWithin = 20_000
const namedOften = 3

/**
 * Whether an article is about the launch, update, price, deprecation, risk or independent test of an AI model, by the reader's own claims and lexicon alone. An
 * article that names no model is not, nor one that only names some in passing.
 */
export function relevanceOf(article: Article, reading: Reading): Relevance {
  const opening = article.text.slice(0, openingLength)
  const titled = findModels(article.title).some((found) => !found.short)
  const namings = findModels(article.text.slice(0, namesWithin)).filter((found) => !found.short).length
  const named = reading.models.length > 0
  const own = reading.claims.filter(({ restated }) => !restated)
  const count = (test: (claim: (typeof own)[number]) => boolean, most: number) => Math.min(most, own.filter(test).length)
  const parts: [string, number][] = [
    ['a model in the title', titled ? 3 : 0],
    ['a model in the opening', findModels(opening).some((found) => !found.short) ? 1 : 0],
    ['models named again and again', namings >= namedOften ? 2 : 0],
    ['a maker in the title', namesMaker(article.title) ? 1 : 0],
    ['a launch word in the title', launchWords.test(article.title) ? 1 : 0],
    ['a launch word in the opening', launchWords.test(opening) ? 1 : 0],
    ['facts', count((claim) => claim.type === 'fact' && claim.attribute !== 'vendor', 3)],
    ['scores', count((claim) => claim.type === 'score' || claim.type === 'order', 3)],
    ['risks', count((claim) => claim.type === 'risk' && claim.model !== null, 2)],
  ]
  const points = parts.reduce((sum, [, each]) => sum + each, 0)
  const newsy = parts.slice(4).some(([, each]) => each > 0)
  const said = parts.filter(([, each]) => each > 0).map(([what, each]) => `${what} ${each}`)
  return {
    relevant: named && newsy && points >= relevantFrom,
    points,
    why:
      named && !newsy
        ? 'it names models, but says nothing of a launch, a price, a test or a risk'
        : named
          ? `${points} of ${relevantFrom} points${said.length > 0 ? `: ${said.join(', ')}` : ''}`
          : 'it names no AI model',
  }
}
