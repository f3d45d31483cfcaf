import type { ClaimantKind, Fact, Risk, Score } from '../claim.ts'
import { launchWindowDays } from '../launch.ts'
import { canonicalVendor, vendorOf } from '../lexicon/canonical.ts'
import { benchmarkKey, modelKey } from '../lexicon/keys.ts'
import type { Filters } from '../schedule.ts'
import { type Finding, findingsOfModels } from '../storage/findings.ts'
import type { Store } from '../storage/store.ts'
import {
  type ModelNews,
  modelsInWindow,
  newFindings,
  saidBefore,
  type Window,
  type WindowSize,
  windowSize,
} from '../storage/window.ts'
import { type LaunchItem, weighLaunches } from './digest-launches.ts'
import type { Lead } from './digest-leads.ts'
import type { Disagreement } from './disagreement.ts'
import { disagreements } from './disagreements.ts'
import { claimRank } from './finding.ts'
import { type RiskEntry, riskRegister } from './risk-register.ts'

/** Something that a digest does not show, and why, in words. */
export interface LeftOut {
  what: string
  why: string
}

/** A known model of which something changed or was said for the first time. */
export type Change =
  | { kind: 'changed'; model: string; change: Disagreement }
  | { kind: 'deprecated'; model: string; fact: Finding<Fact> }
  | { kind: 'first independent number'; model: string; score: Finding<Score>; vendor: Finding<Score> }

export interface RiskItem {
  entry: RiskEntry
  /** Named before, and worse now. */
  worse: boolean
}

/** Everything that is new in a window, ordered, nothing cut: the view decides how much is shown. */
export interface DigestItems {
  read: WindowSize
  launches: LaunchItem[]
  changes: Change[]
  risks: RiskItem[]
  conflicts: Disagreement[]
  /** The lead that the chart shows: of the heaviest launch that has one with a tester named. */
  lead: Lead | null
  leftOut: LeftOut[]
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
const days = 24 * 60 * 60_000
/** Known models of a window are looked into one by one, those with most origins first. */
const mostModels = 60

/**
 * What is new since the last digest: an article counts by when it was noticed, so that one read late is not lost; what was published more than
 * `launchWindowDays` before `from` (epoch milliseconds, when the window opened) is not news, so that an archive read at once is no flood.
 */
export async function digestItems(store: Store, window: Window, from: number, filters: Filters): Promise<DigestItems> {
  const cutOff = from - launchWindowDays * days
  const wanted = await modelsWanted(store, window, filters)
  const read = await windowSize(store, window)
  const keys = new Set(wanted.map(({ key }) => key))
  const [facts, scores, risks] = await Promise.all([
    newFindings(store, window, 'fact', 4000),
    newFindings(store, window, 'score', 4000),
    newFindings(store, window, 'risk', 600),
  ])
  const everything = filters.vendors.length === 0 && filters.models.length === 0
  const ofWanted = ({ claim }: Finding) => (claim.model === null ? everything : keys.has(modelKey(claim.model)))
  const recent = (finding: Finding) => isRecent(finding, cutOff)
  const launches = await weighLaunches(store, wanted, scores.filter(ofWanted), { filters, cutOff: dayOf(cutOff) })
  const launched = new Set(launches.items.map(({ launch }) => modelKey(launch.model)))
  const freshFacts = facts.filter(ofWanted).filter(recent)
  const freshScores = scores.filter(ofWanted).filter(recent)
  const known = wanted.filter(({ key, namedBefore }) => namedBefore && !launched.has(key))
  const said = await newlySaid(store, wanted, new Set([...freshFacts, ...freshScores].flatMap(({ claims }) => claims)))
  const freshRisks = risks.filter(ofWanted).filter(recent)
  const independent = await firstIndependent(store, window, known, freshScores)
  const categories = new Set<string>(filters.categories)
  const asked = freshRisks.filter(({ claim }) => categories.size === 0 || categories.has(claim.category))
  return {
    read,
    launches: launches.items,
    changes: [
      ...independent,
      ...freshFacts
        .filter(({ claim }) => claim.attribute === 'deprecation' && !launched.has(modelKey(claim.model)))
        .map((fact): Change => ({ kind: 'deprecated', model: fact.claim.model, fact })),
      ...said
        .filter(({ kind, model }) => kind === 'changed' && !launched.has(modelKey(model)))
        .map((change): Change => ({ kind: 'changed', model: change.model, change })),
    ],
    risks: await newRisks(store, window, asked),
    // a first independent number that differs from the vendor's is told once, as that
    conflicts: said
      .filter(
        ({ kind, model, about }) =>
          kind === 'conflict' &&
          !independent.some(
            (each) =>
              each.kind === 'first independent number' &&
              modelKey(each.model) === modelKey(model) &&
              benchmarkKey(each.score.claim.benchmark) === benchmarkKey(about),
          ),
      )
      .sort((a, b) => standingOf(a) - standingOf(b)),
    lead: launches.items.flatMap(({ leads }) => leads).find(({ by }) => by === 'independent' || by === 'vendor') ?? null,
    leftOut: [
      ...launches.leftOut,
      ...old('facts', facts.filter(ofWanted).length - freshFacts.length, cutOff),
      ...old('numbers', scores.filter(ofWanted).length - freshScores.length, cutOff),
      ...old('risks', risks.filter(ofWanted).length - freshRisks.length, cutOff),
    ],
  }
}

/** Who takes part in a conflict: one with an independent tester says most, one about the sources' own choices least. */
const standingOf = ({ sides, sourcesOwn }: Disagreement): number => {
  const by = (kind: ClaimantKind) => sides.some(({ claimant }) => claimant.kind === kind)
  return sourcesOwn ? 3 : by('independent') ? 0 : by('vendor') ? 1 : 2
}

/** True unless the finding is known to have been published before `cutOff`; one that is dated by its month may be as young as the month's end. */
export function isRecent({ firstAt, firstPublished }: Finding, cutOff: number): boolean {
  if (firstAt === null) return true
  const [year, month] = firstPublished?.length === 7 ? firstPublished.split('-').map(Number) : []
  return (year && month ? Date.UTC(year, month, 1) : firstAt) >= cutOff
}

const old = (what: string, count: number, cutOff: number): LeftOut[] =>
  count === 0 ? [] : [{ what: `${count} ${what}`, why: `published before ${dayOf(cutOff)}` }]

/** The models of the window that the filters let through. */
async function modelsWanted(store: Store, window: Window, filters: Filters): Promise<ModelNews[]> {
  const models = await modelsInWindow(store, window)
  if (filters.vendors.length === 0 && filters.models.length === 0) return models
  const keys = new Set(filters.models.map(modelKey))
  const vendors = new Set(filters.vendors)
  return models.filter(({ key, vendor }) => keys.has(key) || (vendor !== null && vendors.has(vendor)))
}

/** Disagreements and changes in which a side is new: `fresh` holds the ids of claims that nobody had said before the window. */
export async function newlySaid(store: Store, wanted: ModelNews[], fresh: Set<string>): Promise<Disagreement[]> {
  const looked = [...wanted].sort((a, b) => b.origins - a.origins || (a.key < b.key ? -1 : 1)).slice(0, mostModels)
  const isNew = ({ claims }: Disagreement['sides'][number]) => claims.some((claim) => fresh.has(claim))
  const found: Disagreement[] = []
  for (const { name } of looked)
    for (const each of await disagreements(store, name)) {
      if (each.kind === 'not comparable' || !each.sides.some(isNew)) continue
      if (each.kind === 'conflict') found.push(each)
      // a change is what stood before and what is new, not its whole history
      else {
        const before = each.sides.filter((side) => !isNew(side)).at(-1)
        const after = each.sides.filter(isNew).at(-1)!
        if (before && (before.at ?? 0) <= (after.at ?? 0)) found.push({ ...each, sides: [before, after] })
      }
    }
  return found
}

/** A number that the model's own maker gives: what a rival's card says of it is no vendor's number. */
export function isOwnNumber({ model, claimant }: Score): boolean {
  if (claimant.kind !== 'vendor') return false
  return claimant.name === null || (canonicalVendor(claimant.name) ?? claimant.name) === vendorOf(model)
}

/** Models that had only their vendor's numbers, with the first one that somebody else measured, best supported first. */
export async function firstIndependent(
  store: Store,
  window: Window,
  known: ModelNews[],
  scores: Finding<Score>[],
): Promise<Change[]> {
  const found: Change[] = []
  for (const { key, name } of known) {
    const [score] = scores
      .filter(({ claim }) => modelKey(claim.model) === key && claim.claimant.kind === 'independent')
      .sort((a, b) => b.origins - a.origins || (a.firstAt ?? 0) - (b.firstAt ?? 0) || (a.id < b.id ? -1 : 1))
    if (!score) continue
    const all = await findingsOfModels(store, [key], 'score')
    const before = await saidBefore(
      store,
      window,
      all.map(({ id }) => id),
    )
    const earlier = all.filter(({ id }) => before.has(id))
    if (earlier.some(({ claim }) => claim.claimant.kind === 'independent')) continue
    const vendors = earlier.filter(({ claim }) => isOwnNumber(claim))
    const vendor = vendors.find(({ claim }) => claim.benchmark === score.claim.benchmark) ?? vendors[0]
    if (vendor) found.push({ kind: 'first independent number', model: name, score, vendor })
  }
  return found
}

/** Risks that nobody had named for the model, or named as less: one entry for sentences that raise the same one. */
export async function newRisks(store: Store, window: Window, fresh: Finding<Risk>[]): Promise<RiskItem[]> {
  const isNew = new Map(fresh.flatMap((finding) => finding.claims.map((claim) => [claim, finding] as const)))
  const keys = [...new Set(fresh.flatMap(({ claim }) => (claim.model === null ? [] : [modelKey(claim.model)])))]
  const all = keys.length === 0 ? [] : await findingsOfModels(store, keys, 'risk', 2000)
  const before = await saidBefore(
    store,
    window,
    all.map(({ id }) => id),
  )
  const earlier = all.filter(({ id }) => before.has(id))
  const rankBefore = new Map(earlier.flatMap(({ claim, claims }) => claims.map((id) => [id, claimRank(claim)] as const)))
  return riskRegister([...earlier, ...fresh].sort((a, b) => claimRank(b.claim) - claimRank(a.claim) || (a.id < b.id ? -1 : 1)))
    .filter(({ cites }) => cites.some((claim) => isNew.has(claim)))
    .map((entry) => {
      const known = entry.cites.flatMap((claim) => rankBefore.get(claim) ?? [])
      const worse = known.length > 0 && isNew.has(entry.risk.id) && claimRank(entry.risk) > Math.max(...known)
      return { entry, known: known.length > 0, worse }
    })
    .filter(({ known, worse }) => !known || worse)
    .map(({ entry, worse }) => ({ entry, worse }))
}
