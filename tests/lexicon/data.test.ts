import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { benchmarkCategories } from '../../src/lexicon/benchmark.ts'
import { benchmarks } from '../../src/lexicon/benchmarks.ts'
import { canonicalBenchmark, canonicalVendor } from '../../src/lexicon/canonical.ts'
import { families } from '../../src/lexicon/families.ts'
import { findBenchmarks } from '../../src/lexicon/find-benchmarks.ts'
import { findModels } from '../../src/lexicon/find-models.ts'
import { benchmarkKey } from '../../src/lexicon/keys.ts'

const inUse = '../shared/names'
const lines = (file: string) => readFileSync(`${inUse}/${file}`, 'utf8').split('\n').filter(Boolean)

describe('the lexicon of benchmarks', () => {
  it('holds at least 250 names, in every field', () => {
    expect(benchmarks.length).toBeGreaterThanOrEqual(250)
    const fields = new Set(benchmarks.map((entry) => entry.category))
    expect(benchmarkCategories.filter((category) => category !== 'other' && !fields.has(category))).toEqual([])
  })

  it('names each benchmark once', () => {
    const keys = benchmarks.map((entry) => entry.name.toLowerCase().replace(/[^\p{L}\p{N}+*.]/gu, ''))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('finds each of its names and aliases as that benchmark', () => {
    const lost = benchmarks.flatMap((entry) =>
      [...(entry.plain === undefined ? [entry.name] : []), ...(entry.aliases ?? []), ...(entry.plain ?? [])]
        .filter((name) => {
          const [mention] = findBenchmarks(name)
          return (
            mention === undefined || mention.start !== 0 || mention.end !== name.length || !mention.name.startsWith(entry.name)
          )
        })
        .map(
          (name) =>
            `${entry.name}: ${name} → ${findBenchmarks(name)
              .map((mention) => mention.name)
              .join(', ')}`,
        ),
    )
    expect(lost).toEqual([])
  })

  it('gives a range that its unit allows', () => {
    for (const { name } of benchmarks) {
      const known = canonicalBenchmark(name)
      if (known?.range) expect(known.range.min).toBeLessThan(known.range.max)
    }
  })

  it('keeps a name and its key the same when it is read again', () => {
    for (const { name } of benchmarks) {
      const key = benchmarkKey(name)
      expect(benchmarkKey(canonicalBenchmark(name)?.name ?? name)).toBe(key)
    }
  })

  it.skipIf(!existsSync(inUse))('knows nine of ten benchmark names in use (skips where ../shared/names is absent)', () => {
    const names = [...lines('benchmarks-llm-stats.txt'), ...lines('benchmarks-models-dev.txt')]
    const known = names.filter((name) => findBenchmarks(name).some((mention) => mention.entry !== null))
    expect(known.length / names.length).toBeGreaterThan(0.9)
  })
})

describe('the lexicon of models', () => {
  it('names each family once and knows its vendor', () => {
    const names = families.map((family) => family.family)
    expect(new Set(names).size).toBe(names.length)
    expect(
      families.filter(({ vendor }) => vendor !== 'various' && canonicalVendor(vendor) !== vendor).map(({ vendor }) => vendor),
    ).toEqual([])
  })

  it('reads the name of every family and tier as one model of that family', () => {
    const lost: string[] = []
    for (const family of families) {
      for (const tier of family.tiers ?? []) {
        const head = family.heads[0]!
        const version = family.full === 'head' || family.full === 'tier' ? '' : ` ${family.prefixes?.[0]?.trim() ?? ''}2`
        const text = `${head}${version} ${tier}`
        const [mention] = findModels(text)
        if (mention?.end !== text.length) lost.push(`${text} → ${mention?.name ?? 'nothing'}`)
      }
    }
    expect(lost).toEqual([])
  })

  it.skipIf(!existsSync(inUse))('sees a model in four of five names in use (skips where ../shared/names is absent)', () => {
    const names = lines('models-models-dev.txt')
    expect(names.filter((name) => findModels(name).length > 0).length / names.length).toBeGreaterThan(0.8)
  })
})
