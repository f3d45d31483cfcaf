import type { Fact, Score } from '../claim.ts'
import { type Launch, launchWindowDays } from '../launch.ts'
import { vendorOf } from '../lexicon/canonical.ts'
import { modelKey } from '../lexicon/keys.ts'
import type { Filters } from '../schedule.ts'
import { type Finding, findingsOfModels } from '../storage/findings.ts'
import { modelsByKey } from '../storage/models.ts'
import type { Store } from '../storage/store.ts'
import type { ModelNews } from '../storage/window.ts'
import { type FactSheet, factSheet, ownNumbers } from './brief.ts'
import type { Row } from './compare.ts'
import type { LeftOut } from './digest-items.ts'
import { type Lead, leadsOf } from './digest-leads.ts'
import { launchesOf } from './launches.ts'

/** A launch as a digest shows it. */
export interface LaunchItem {
  launch: Launch
  /** 0–10: what decides its place; `why` names what it is made of. */
  weight: number
  why: string[]
  leads: Lead[]
  facts: FactSheet
  number: Row | null
}

/**
 * How much a launch weighs, 0–10: a point for each independent origin that is about it (at most four), one where its vendor is a known one, one for a whole
 * new version number, one for an independent measurement, and one for each benchmark that it takes the lead on (at most three).
 */
export function weightOf(of: {
  origins: number
  knownVendor: boolean
  wholeVersion: boolean
  independent: boolean
  leads: number
}): { weight: number; why: string[] } {
  const parts: [number, string][] = [
    [Math.min(4, of.origins), `${of.origins} independent ${of.origins === 1 ? 'origin' : 'origins'}`],
    [of.knownVendor ? 1 : 0, 'known vendor'],
    [of.wholeVersion ? 1 : 0, 'new version number'],
    [of.independent ? 1 : 0, 'measured independently'],
    [Math.min(3, of.leads), `leads on ${of.leads} ${of.leads === 1 ? 'benchmark' : 'benchmarks'}`],
  ]
  const counted = parts.filter(([points]) => points > 0)
  return { weight: counted.reduce((sum, [points]) => sum + points, 0), why: counted.map(([, words]) => words) }
}

/** A whole version ("GPT-6", "Qwen 4", "Nova 3.0"), or a name without any number: something new rather than a step. */
const wholeVersion = (name: string): boolean => {
  const versions = name.match(/\d+(?:\.\d+)?/g) ?? []
  return versions.length === 0 || /^\d+(?:\.0)?$/.test(versions[0]!)
}

/** Beyond this many, launches are not looked into. */
const mostWeighed = 40

/** An article may be about a model that is closed down, or only name it in its title: that is no launch. */
const tellsOfRelease = ({ dateStated, what }: Launch, facts: FactSheet, numbers: number): boolean =>
  dateStated || (!facts.has('deprecation') && (what !== null || numbers > 0 || facts.has('price_input') || facts.has('access')))

/** What each model's launch adds up to, heaviest first. `cutOff` is YYYY-MM-DD: a model that came out before it is no news, only newly read. */
export async function weighLaunches(
  store: Store,
  news: ModelNews[],
  newScores: Finding<Score>[],
  { filters, cutOff }: { filters: Filters; cutOff: string },
): Promise<{ items: LaunchItem[]; leftOut: LeftOut[] }> {
  const fresh = news.filter(({ origins, topicBefore }) => origins > 0 && !topicBefore)
  fresh.sort((a, b) => b.origins - a.origins || (a.key < b.key ? -1 : 1))
  const taken = fresh.slice(0, mostWeighed)
  const leftOut: LeftOut[] = fresh
    .slice(mostWeighed)
    .map(({ name }) => ({ what: name, why: 'more launches than a digest looks into' }))
  const keys = taken.map(({ key }) => key)
  const [launches, facts, scores] = await Promise.all([
    launchesOf(store, await modelsByKey(store, keys)),
    keys.length === 0 ? [] : findingsOfModels(store, keys, 'fact'),
    keys.length === 0 ? [] : findingsOfModels(store, keys, 'score'),
  ])
  const factsBy = Map.groupBy<string, Finding<Fact>>(facts, ({ claim }) => modelKey(claim.model))
  const scoresBy = Map.groupBy<string, Finding<Score>>(scores, ({ claim }) => modelKey(claim.model))
  const items: LaunchItem[] = []
  for (const launch of launches) {
    const key = modelKey(launch.model)
    const came = launch.date === null ? null : launch.date.length === 7 ? `${launch.date}-31` : launch.date
    if (came !== null && came < cutOff) {
      leftOut.push({
        what: launch.model,
        why: `came out ${launch.date}, more than ${launchWindowDays} days before the last digest`,
      })
      continue
    }
    const own = scoresBy.get(key) ?? []
    const sheet = factSheet(factsBy.get(key) ?? [])
    if (!tellsOfRelease(launch, sheet, own.length)) {
      leftOut.push({ what: launch.model, why: 'an article is about it, but none says what was released' })
      continue
    }
    const leads = await leadsOf(store, launch.model, newScores)
    const { weight, why } = weightOf({
      origins: taken.find((each) => each.key === key)!.origins,
      knownVendor: vendorOf(launch.model) !== null,
      wholeVersion: wholeVersion(launch.model),
      independent: own.some(({ claim }) => claim.claimant.kind === 'independent'),
      leads: leads.length,
    })
    if (weight < filters.leastWeight) {
      leftOut.push({ what: launch.model, why: `weighs ${weight}, less than the ${filters.leastWeight} asked for` })
      continue
    }
    const [number = null] = ownNumbers(launch.model, own)
    items.push({ launch, weight, why, leads, facts: sheet, number })
  }
  items.sort(
    (a, b) =>
      b.weight - a.weight ||
      b.launch.origins - a.launch.origins ||
      ((a.launch.date ?? '') > (b.launch.date ?? '') ? -1 : (a.launch.date ?? '') < (b.launch.date ?? '') ? 1 : 0) ||
      (a.launch.model < b.launch.model ? -1 : 1),
  )
  return { items, leftOut }
}
