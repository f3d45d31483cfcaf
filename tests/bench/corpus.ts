import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commands } from '../../commands/index.ts'
import { readConfig } from '../../src/config.ts'
import { createNames } from '../../src/corpus/names.ts'
import { prepare } from '../../src/corpus/prepare.ts'
import { type Caller, createCore } from '../../src/invoke.ts'
import { benchmarks } from '../../src/lexicon/benchmarks.ts'
import { createLog } from '../../src/log.ts'
import { saveArticles } from '../../src/storage/articles.ts'
import { openStore } from '../../src/storage/database.ts'
import { generated, modelNames, random } from './generate-articles.ts'

export const about = 'each command’s p50 and p99 on corpora of 1,000, 10,000 and 100,000 articles (arguments: sizes)'

const caller: Caller = { adapter: 'bench', team: null, channel: null, person: null, manager: true, zone: null }
const rounds = 60

function lines(next: () => number): Record<string, () => string> {
  // those that articles are most about are asked for most
  const model = () => modelNames[Math.floor(next() ** 1.5 * modelNames.length)]!
  return {
    launch: () => `launch ${model()}`,
    compare: () => `compare ${model()}, ${model()}`,
    'compare of 5': () => `compare ${[1, 2, 3, 4, 5].map(model).join(', ')}`,
    risks: () => `risks ${model()}`,
    'risks of all': () => 'risks since:2026-01',
    benchmark: () => `benchmark ${benchmarks[Math.floor(next() * benchmarks.length)]!.name}`,
    latest: () => 'latest limit:10',
    conflicts: () => `conflicts ${model()}`,
    'conflicts of all': () => 'conflicts',
    timeline: () => `timeline ${model()}`,
    sources: () => `sources ${model()}`,
    ask: () => `ask what does ${model()} cost?`,
    'ask in words': () => 'ask which customer review of memory and enterprise policy?',
    help: () => 'help',
  }
}

const percentile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!

/** Fills a corpus of each size and asks every command; prints milliseconds, memory, and growth from the first size to the last. */
export async function run(json: boolean, args: string[]): Promise<void> {
  const sizes = args.length > 0 ? args.map(Number) : [1_000, 10_000, 100_000]
  const results: Record<string, Record<string, { p50: number; p99: number }>> = {}
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'launchwire-bench-'))
    const config = readConfig({ LAUNCHWIRE_DATA: folder, LAUNCHWIRE_LOG: 'warn' })
    const store = await openStore(config)
    const start = performance.now()
    for (let at = 0; at < size; at += 50) {
      await saveArticles(
        store,
        Array.from({ length: Math.min(50, size - at) }, (_, index) => {
          const { article, reading } = generated(at + index)
          return prepare(article, reading, 'bench', 0)
        }),
      )
    }
    const filled = (performance.now() - start) / 1000
    const log = createLog('warn', (line) => void process.stderr.write(line), Date.now)
    const names = await createNames(store)
    const core = createCore({ commands, config, store, names, log, now: () => Date.UTC(2026, 5, 1) })
    const found: Record<string, { p50: number; p99: number }> = {}
    for (const [name, line] of Object.entries(lines(random(42)))) {
      const times: number[] = []
      for (let round = 0; round < rounds + 5; round++) {
        const asked = line()
        const began = performance.now()
        const message = await core.invokeLine(asked, caller)
        const took = performance.now() - began
        if (message.error) throw new Error(`${asked}: ${JSON.stringify(message.blocks[0])}`)
        if (round >= 5) times.push(took)
      }
      times.sort((a, b) => a - b)
      found[name] = { p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
    }
    const typed: number[] = []
    const next = random(7)
    for (let round = 0; round < 500; round++) {
      const name = modelNames[Math.floor(next() * modelNames.length)]!
      const began = performance.now()
      core.suggest({ command: 'launch', option: 'model', partial: name.slice(0, 1 + Math.floor(next() * name.length)), caller })
      typed.push(performance.now() - began)
    }
    typed.sort((a, b) => a - b)
    found.autocomplete = { p50: percentile(typed, 0.5), p99: percentile(typed, 0.99) }
    results[size] = found
    if (!json) {
      const memory = Math.round(process.memoryUsage.rss() / 1e6)
      process.stdout.write(`\n${size.toLocaleString('en-US')} articles: filled in ${filled.toFixed(1)} s, memory ${memory} MB\n`)
      for (const [name, { p50, p99 }] of Object.entries(found))
        process.stdout.write(`  ${name.padEnd(18)} p50 ${p50.toFixed(1).padStart(7)} ms   p99 ${p99.toFixed(1).padStart(7)} ms\n`)
    }
    await store.close()
    rmSync(folder, { recursive: true })
  }
  if (json) process.stdout.write(`${JSON.stringify(results)}\n`)
  else if (sizes.length > 1) {
    const [first, last] = [results[sizes[0]!]!, results[sizes.at(-1)!]!]
    process.stdout.write(`\nGrowth of p50 from ${sizes[0]} to ${sizes.at(-1)} articles:\n`)
    for (const name of Object.keys(first))
      process.stdout.write(`  ${name.padEnd(18)} × ${(last[name]!.p50 / first[name]!.p50).toFixed(1)}\n`)
  }
}
