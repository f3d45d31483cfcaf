import type { Fact, Statement } from '../claim.ts'
import type { Launch } from '../launch.ts'
import { type Finding, findingsOfModels } from '../storage/findings.ts'
import { newestModels, originsAbout } from '../storage/models.ts'
import type { ModelTable } from '../storage/schema.ts'
import type { Store } from '../storage/store.ts'
import { claimModelKey } from './finding.ts'

/** The newest launches first. `since` is epoch milliseconds; models that no article is about are left out. */
export async function launches(store: Store, filter: { vendor?: string; since?: number; limit: number }): Promise<Launch[]> {
  const models = await newestModels(store, filter)
  const found = await datedLaunches(store, models)
  const chosen = found
    .filter((launch) => !isFamilyOnly(launch, found))
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : a.model < b.model ? -1 : 1))
    .slice(0, filter.limit)
  return withOrigins(store, models, chosen)
}

/** A family's bare name ("Claude" beside Claude Opus 4.8) that no source tells a release of: an article about the family, not a launch. */
const isFamilyOnly = ({ model, dateStated, what }: DatedLaunch, among: DatedLaunch[]): boolean =>
  !dateStated && what === null && /^\p{L}+$/u.test(model) && among.some((other) => other.model.startsWith(`${model} `))

/** The launches of these models, in their order. */
export async function launchesOf(store: Store, models: ModelTable[]): Promise<Launch[]> {
  return withOrigins(store, models, await datedLaunches(store, models))
}

type DatedLaunch = Omit<Launch, 'origins'>

/** Origins are counted last: a popular model has thousands of articles, and only a few launches are shown. */
async function withOrigins(store: Store, models: ModelTable[], launches: DatedLaunch[]): Promise<Launch[]> {
  const keyOf = new Map(models.map(({ name, key }) => [name, key]))
  const origins = await originsAbout(
    store,
    launches.map(({ model }) => keyOf.get(model)!),
  )
  return launches.map((launch) => ({ ...launch, origins: origins.get(keyOf.get(launch.model)!) ?? 0 }))
}

async function datedLaunches(store: Store, models: ModelTable[]): Promise<DatedLaunch[]> {
  const keys = models.map(({ key }) => key)
  if (keys.length === 0) return []
  const [facts, statements] = await Promise.all([
    findingsOfModels(store, keys, 'fact', 2000, 'release_date'),
    // the best one of each: a popular model has thousands
    Promise.all(keys.map((key) => findingsOfModels(store, [key], 'statement', 1, 'what'))),
  ])
  const byModel = <T extends Fact | Statement>(findings: Finding<T>[]) =>
    Map.groupBy(findings, ({ claim }) => claimModelKey(claim))
  const factsOf = byModel(facts)
  const statementsOf = byModel(statements.flat())
  return models.map((model): DatedLaunch => {
    const date = releaseDate(factsOf.get(model.key) ?? [])
    const [what] = statementsOf.get(model.key) ?? []
    return {
      model: model.name,
      vendor: model.vendor,
      date: date?.value ?? model.first_published,
      dateStated: date !== null,
      dateClaims: date?.claims ?? [],
      articles: model.topics,
      what: what ? { text: what.claim.quote, claims: what.claims } : null,
    }
  })
}

/** The date that most independent origins give for a release, the more exact where one holds the other; null where nobody does. */
export function releaseDate(facts: Finding<Fact>[]): { value: string; claims: string[] } | null {
  const dated = facts.filter(({ claim }) => claim.attribute === 'release_date' && claim.condition === null)
  const [best] = dated.sort(
    (a, b) => b.origins - a.origins || b.claim.value.length - a.claim.value.length || (a.claim.value < b.claim.value ? -1 : 1),
  )
  return best ? { value: best.claim.value, claims: best.claims } : null
}
