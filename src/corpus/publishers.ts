import type { ArticleLine } from '../storage/models.ts'
import type { PublisherSupport } from '../storage/publishers.ts'
import type { Disagreement } from './disagreement.ts'
import { plainValue } from './finding.ts'

export type Reliability = 'corroborated' | 'mixed' | 'disputed' | 'too little to tell'

/** One outlet with what it said: how many articles, how many are copies, how much is said elsewhere too, how much is disputed. */
export interface PublisherLine {
  publisher: string | null
  kind: string
  articles: ArticleLine[]
  copies: number
  newest: string | null
  claims: number
  corroborated: number
  /** Values that another source contradicts; null where that was not looked into. */
  disputed: number | null
  reliability: Reliability
}

const site = /\.[a-z]{2,6}$/i
/** One outlet under its name and its site's ("Awesome Agents", "awesomeagents.ai"). */
const outletKey = (publisher: string): string =>
  publisher
    .toLowerCase()
    .replace(site, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Fewer claims than this tell nothing of a source. */
const leastClaims = 4

/** The rule, in the words that are shown with it. */
export const reliabilityRule =
  'corroborated: at least half of its figures and facts stand in an independent source too and at most one in ten is contradicted; disputed: more than a quarter is contradicted; mixed: in between; with fewer than four, too little to tell'

/** How far a source can be relied on, by a rule and not by an opinion: what others confirm and what they contradict. */
export function reliabilityOf(claims: number, corroborated: number, disputed: number): Reliability {
  if (claims < leastClaims) return 'too little to tell'
  if (disputed / claims > 0.25) return 'disputed'
  return corroborated / claims >= 0.5 && disputed / claims <= 0.1 ? 'corroborated' : 'mixed'
}

/**
 * Articles by publisher, those with most articles first. An article whose origin is another's is a copy. `disagreements` are those on the models asked
 * for, with `articleOf` a claim's article.
 */
export function byPublisher(
  articles: ArticleLine[],
  support: Map<string, PublisherSupport>,
  disagreements: Disagreement[] | null,
  articleOf: (claim: string) => string | undefined,
): PublisherLine[] {
  const groups = Map.groupBy(articles, ({ publisher, id }) => (publisher === null ? `unknown ${id}` : outletKey(publisher)))
  const contradicted = disagreements?.filter(({ kind }) => kind === 'conflict').flatMap(({ sides }) => sides) ?? []
  return [...groups.values()]
    .map((group): PublisherLine => {
      const own = new Set(group.map(({ id }) => id))
      const spellings = new Set(group.flatMap(({ publisher }) => publisher ?? []))
      const supports = [...new Set([...spellings].map(plainValue))].flatMap((key) => support.get(key) ?? [])
      const claims = supports.reduce((sum, each) => sum + each.claims, 0)
      const corroborated = supports.reduce((sum, each) => sum + each.corroborated, 0)
      const outlet = [...spellings].find((each) => !site.test(each)) ?? group[0]!.publisher
      const disputed =
        disagreements === null
          ? null
          : contradicted.filter(({ claims }) => claims.some((claim) => own.has(articleOf(claim) ?? ''))).length
      return {
        publisher: outlet,
        kind: group[0]!.kind,
        articles: group,
        copies: group.filter(({ id, origin }) => id !== origin).length,
        newest: group
          .map(({ published }) => published)
          .reduce((newest, each) => (each !== null && (newest === null || each > newest) ? each : newest), null),
        claims,
        corroborated,
        disputed,
        reliability: reliabilityOf(claims, corroborated, disputed ?? 0),
      }
    })
    .sort((a, b) => b.articles.length - a.articles.length || ((a.publisher ?? '\uffff') < (b.publisher ?? '\uffff') ? -1 : 1))
}
