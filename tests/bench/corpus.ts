import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { prepare } from '../../src/corpus/prepare.ts'
import { saveArticles } from '../../src/storage/articles.ts'
import { openStore } from '../../src/storage/database.ts'
import type { Answered } from './corpus-questions.ts'
import { generated } from './generate-articles.ts'

export const about =
  'each command’s p50 and p99 on corpora of 1,000, 10,000 and 100,000 articles, and the memory it takes (arguments: sizes)'

const questions = join(import.meta.dirname, 'corpus-questions.ts')

/** Fills a corpus of each size and asks every command of it; prints milliseconds, memory, and growth from the first size to the last. */
export async function run(json: boolean, args: string[]): Promise<void> {
  const sizes = args.length > 0 ? args.map(Number) : [1_000, 10_000, 100_000]
  const results: Record<string, Answered> = {}
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'launchwire-bench-'))
    try {
      const filled = await fill(folder, size)
      const answered = JSON.parse(execFileSync(process.execPath, [questions, folder], { encoding: 'utf8' })) as Answered
      results[size] = answered
      if (json) continue
      process.stdout.write(
        `\n${size.toLocaleString('en-US')} articles: filled in ${filled.toFixed(1)} s; answering took ${answered.memory} MB at most\n`,
      )
      for (const [name, { p50, p99 }] of Object.entries(answered.times))
        process.stdout.write(`  ${name.padEnd(18)} p50 ${p50.toFixed(1).padStart(7)} ms   p99 ${p99.toFixed(1).padStart(7)} ms\n`)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  if (json) process.stdout.write(`${JSON.stringify(results)}\n`)
  else if (sizes.length > 1) {
    const [first, last] = [results[sizes[0]!]!.times, results[sizes.at(-1)!]!.times]
    process.stdout.write(`\nGrowth of p50 from ${sizes[0]} to ${sizes.at(-1)} articles:\n`)
    for (const name of Object.keys(first))
      process.stdout.write(`  ${name.padEnd(18)} × ${(last[name]!.p50 / first[name]!.p50).toFixed(1)}\n`)
  }
}

const batch = 50

/** Saves generated articles, saying on a terminal how far it is; returns the seconds it took. */
async function fill(folder: string, size: number): Promise<number> {
  const store = await openStore(readConfig({ LAUNCHWIRE_DATA: folder, LAUNCHWIRE_LOG: 'warn' }))
  const start = performance.now()
  for (let at = 0; at < size; at += batch) {
    if (process.stderr.isTTY) process.stderr.write(`\rfilling: ${at} of ${size} `)
    await saveArticles(
      store,
      Array.from({ length: Math.min(batch, size - at) }, (_, index) => {
        const { article, reading } = generated(at + index)
        return prepare(article, reading, 'bench', 0)
      }),
    )
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  await store.close()
  return (performance.now() - start) / 1000
}
