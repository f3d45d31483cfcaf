import { benchmarks } from '../lexicon/benchmarks.ts'
import { canonicalBenchmark } from '../lexicon/canonical.ts'
import { benchmarkKey } from '../lexicon/keys.ts'
import { type KnownName, type NameIndex, nameIndex } from '../lexicon/name-index.ts'
import { type Resolved, resolveBenchmark, resolveCategory, resolveModel, resolveName } from '../lexicon/resolve-name.ts'
import { vendors } from '../lexicon/vendors.ts'
import { corpusVersion } from '../storage/articles.ts'
import { benchmarksInUse } from '../storage/findings.ts'
import { allModels } from '../storage/models.ts'
import type { Store } from '../storage/store.ts'

/** What a typed name stands for: one thing; nothing, with what is near; or several things, of which the person must choose. */
export type Resolution = { found: string } | { near: string[] } | { among: string[] }

/** Looks typed names up; each look-up is from memory. Versions must agree: a near miss is offered, never taken. */
export interface Resolver {
  model(typed: string): Resolution
  vendor(typed: string): Resolution
  benchmark(typed: string): Resolution
  category(typed: string): Resolution
  'model or vendor'(typed: string): Resolution
}

export type NameKind = 'model' | 'vendor' | 'benchmark' | 'category' | 'model or vendor'

/** The names that the corpus knows, in memory: for typed names and for autocomplete. The same answers on both engines. */
export interface Names extends Resolver {
  /** At most `limit` names for what is typed so far, best first; an empty text gives the most recent. */
  search(kind: NameKind, partial: string, limit: number): string[]
  isVendor(name: string): boolean
  /** The benchmarks of these fields that the corpus has numbers on, those with most first. */
  benchmarksIn(categories: readonly string[]): string[]
  /** Takes in what was read since, by whichever process. One point query where nothing changed. */
  refresh(store: Store): Promise<void>
}

interface Known {
  version: string
  models: KnownName[]
  vendors: KnownName[]
  benchmarks: KnownName[]
  modelIndex: NameIndex<KnownName>
  vendorIndex: NameIndex<KnownName>
  benchmarkIndex: NameIndex<KnownName>
  bothIndex: NameIndex<KnownName>
  both: KnownName[]
}

/** Reads the names of the corpus. */
export async function createNames(store: Store): Promise<Names> {
  let known = await readNames(store)
  const resolution = (resolved: Resolved<KnownName>): Resolution => {
    if (resolved.kind === 'found') return { found: resolved.known.name }
    return resolved.kind === 'ambiguous'
      ? { among: resolved.among.map(({ name }) => name) }
      : { near: resolved.nearest.map(({ name }) => name) }
  }
  const vendorNames = new Set(vendors.map(({ name }) => name))
  const names: Names = {
    model: (typed) => resolution(resolveModel(typed, known.models)),
    vendor: (typed) => resolution(resolveName(typed, known.vendors)),
    benchmark: (typed) => resolution(resolveBenchmark(typed, known.benchmarks)),
    category: (typed) => resolution(resolveCategory(typed)),
    'model or vendor'(typed) {
      const vendor = names.vendor(typed)
      return 'found' in vendor ? vendor : names.model(typed)
    },
    isVendor: (name) => vendorNames.has(name) || known.vendors.some((vendor) => vendor.name === name),
    benchmarksIn: (categories) =>
      known.benchmarks
        .filter(({ name }) => categories.includes(canonicalBenchmark(name)?.category ?? 'other'))
        .sort((a, b) => (b.recent ?? 0) - (a.recent ?? 0) || (a.key < b.key ? -1 : 1))
        .map(({ name }) => name),
    search(kind, partial, limit) {
      switch (kind) {
        case 'model':
          return known.modelIndex.search(partial, limit).map(({ name }) => name)
        case 'vendor':
          return known.vendorIndex.search(partial, limit).map(({ name }) => name)
        case 'benchmark':
          return known.benchmarkIndex.search(partial, limit).map(({ name }) => name)
        case 'model or vendor':
          return known.bothIndex.search(partial, limit).map(({ name }) => name)
        case 'category': {
          const found = resolveCategory(partial)
          return (found.kind === 'found' ? [found.known] : found.kind === 'ambiguous' ? found.among : found.nearest)
            .slice(0, limit)
            .map(({ name }) => name)
        }
      }
    },
    async refresh(store) {
      if ((await corpusVersion(store)) !== known.version) known = await readNames(store)
    },
  }
  return names
}

async function readNames(store: Store): Promise<Known> {
  const version = await corpusVersion(store)
  const [rows, inUse] = await Promise.all([allModels(store), benchmarksInUse(store)])
  // a model that an article is about stands before one that is only named
  const models: KnownName[] = rows.map(({ name, key, last_at, topics }) => ({
    name,
    key,
    recent: (last_at ?? 0) + (topics > 0 ? 1e15 : 0),
  }))
  const byVendor = Map.groupBy(
    rows.filter(({ vendor }) => vendor !== null),
    ({ vendor }) => vendor!,
  )
  const vendorNames = [...byVendor].map(([name, own]): KnownName => {
    const entry = vendors.find((vendor) => vendor.name === name)
    return { name, key: name.toLowerCase(), ...(entry?.aliases ? { aliases: entry.aliases } : {}), recent: own.length }
  })
  const entries = new Map(benchmarks.map((benchmark) => [benchmarkKey(benchmark.name), benchmark]))
  const benchmarkNames = inUse.map(({ key, name, uses }): KnownName => {
    const entry = entries.get(key)
    return { name: entry?.name ?? name, key, ...(entry?.aliases ? { aliases: entry.aliases } : {}), recent: uses }
  })
  const both = [...vendorNames, ...models]
  return {
    version,
    models,
    vendors: vendorNames,
    benchmarks: benchmarkNames,
    both,
    modelIndex: nameIndex(models),
    vendorIndex: nameIndex(vendorNames),
    benchmarkIndex: nameIndex(benchmarkNames),
    bothIndex: nameIndex(both),
  }
}
