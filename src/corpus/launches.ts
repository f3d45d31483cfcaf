import type { Fact, Statement } from '../claim.ts'
import type { Launch } from '../launch.ts'
import { type Finding, findingsOfModels } from '../storage/findings.ts'
import { newestModels, originsAbout } from '../storage/models.ts'
import type { ModelTable } from '../storage/schema.ts'
import type { Store } from '../storage/store.ts'
import { claimModelKey } from './finding.ts'

/** The newest launches first. `since` is epoch milliseconds; models that no article is about are left out. */
export async function launches(store: Store, filter: { vendor?: string; since?: number; limit: number }): Promise<Launch[]> {
  const found = await launchesOf(store, await newestModels(store, filter))
  return found
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : a.model < b.model ? -1 : 1))
    .slice(0, filter.limit)
}

/** The launches of these models, in their order. */
export async function launchesOf(store: Store, models: ModelTable[]): Promise<Launch[]> {
  const keys = models.map(({ key }) => key)
  if (keys.length === 0) return []
  const [facts, statements, origins] = await Promise.all([
    findingsOfModels(store, keys, 'fact', 2000, 'release_date'),
    findingsOfModels(store, keys, 'statement', 2000, 'what'),
    originsAbout(store, keys),
  ])
  const byModel = <T extends Fact | Statement>(findings: Finding<T>[]) =>
    Map.groupBy(findings, ({ claim }) => claimModelKey(claim))
  const factsOf = byModel(facts)
  const statementsOf = byModel(statements)
  return models.map((model): Launch => {
    const date = releaseDate(factsOf.get(model.key) ?? [])
    const [what] = (statementsOf.get(model.key) ?? []).filter(({ claim }) => claim.aspect === 'what')
    return {
      model: model.name,
      vendor: model.vendor,
      date: date?.value ?? model.first_published,
      dateStated: date !== null,
      dateClaims: date?.claims ?? [],
      articles: model.topics,
      origins: origins.get(model.key) ?? 0,
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
