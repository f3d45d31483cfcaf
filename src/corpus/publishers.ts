import type { Outlet } from '../storage/outlets.ts'
import type { PublisherSupport } from '../storage/support.ts'
import type { Disagreement } from './disagreement.ts'
import { plainValue } from './finding.ts'

export type Reliability = 'corroborated' | 'mixed' | 'disputed' | 'too little to tell'

/** One outlet with what it said: how many articles, how many are copies, how much is said elsewhere too, how much is disputed. */
export interface PublisherLine {
  publisher: string | null
  /** As its articles write it; null where they name none. */
  spellings: string[] | null
  kind: string
  articles: number
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
 * What was read by publisher, those with most articles first. `disagreements` are those on the models asked for, with `publisherKeyOf` the publisher's key of a claim.
 */
export function byPublisher(
  outlets: Outlet[],
  support: Map<string, PublisherSupport>,
  disagreements: Disagreement[] | null,
  publisherKeyOf: (claim: string) => string | undefined,
): PublisherLine[] {
  const groups = Map.groupBy(outlets, ({ publisher }) => (publisher === null ? null : outletKey(publisher)))
  const contradicted = disagreements?.filter(({ kind }) => kind === 'conflict').flatMap(({ sides }) => sides) ?? []
  return (
    [...groups.values()]
      .map((group): PublisherLine => {
        const most = [...group].sort((a, b) => b.articles - a.articles)
        const spellings = [...new Set(most.flatMap(({ publisher }) => publisher ?? []))]
        const keys = new Set(spellings.map(plainValue))
        const supports = [...keys].flatMap((each) => support.get(each) ?? [])
        const claims = sum(supports, ({ claims }) => claims)
        const corroborated = sum(supports, ({ corroborated }) => corroborated)
        const says = (claim: string) => keys.has(publisherKeyOf(claim) ?? '')
        const disputed = disagreements === null ? null : contradicted.filter(({ claims }) => claims.some(says)).length
        return {
          publisher: spellings.find((each) => !site.test(each)) ?? spellings[0] ?? null,
          spellings: spellings.length === 0 ? null : spellings,
          kind: most[0]!.kind,
          articles: sum(group, ({ articles }) => articles),
          copies: sum(group, ({ copies }) => copies),
          newest: group
            .map(({ newest }) => newest)
            .reduce((newest, each) => (each !== null && (newest === null || each > newest) ? each : newest), null),
          claims,
          corroborated,
          disputed,
          reliability: reliabilityOf(claims, corroborated, disputed ?? 0),
        }
      })
      // articles without a publisher are not one source
      .sort(
        (a, b) =>
          Number(a.publisher === null) - Number(b.publisher === null) ||
          b.articles - a.articles ||
          ((a.publisher ?? '\uffff') < (b.publisher ?? '\uffff') ? -1 : 1),
      )
  )
}

const sum = <T>(items: T[], count: (item: T) => number): number => items.reduce((total, item) => total + count(item), 0)
