import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { splitSentences } from '../../src/reader/sentences.ts'
import { summarise } from '../../src/summary/summarise.ts'
import { rougeL, rougeN } from './rouge.ts'

export const about =
  'ROUGE of the summariser against Lead and against the systems whose output comes with the data (needs ../shared/summaries)'

const folder = join(import.meta.dirname, '../../../shared/summaries')

interface Item {
  id: string
  docs: string[]
  refs: string[]
  systems?: Record<string, string>
}

/** Sentences of a news text: where a stop is glued to the next capital ("competition.Dr"), the break is there as well. */
function sentencesOf(text: string): string[] {
  const parts = text.split(/(?<=[a-z\d"”’)][.!?]["”’]?)(?=[A-Z][a-z])/)
  return parts.flatMap((part) => splitSentences(part).map(({ start, end }) => part.slice(start, end).trim())).filter(Boolean)
}

interface Scores {
  r1: number
  r2: number
  rl: number
}
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function score(summary: string, refs: string[]): Scores {
  return {
    r1: mean(refs.map((ref) => rougeN(summary, ref, 1))),
    r2: mean(refs.map((ref) => rougeN(summary, ref, 2))),
    rl: mean(refs.map((ref) => rougeL(summary, ref))),
  }
}

function table(title: string, rows: Map<string, Scores[]>, json: boolean, all: Record<string, unknown>): void {
  const lines = [...rows].map(([name, scores]) => {
    const r1 = scores.map((each) => each.r1)
    const spread = 1.96 * Math.sqrt(mean(r1.map((value) => (value - mean(r1)) ** 2)) / r1.length)
    return {
      name,
      r1: 100 * mean(r1),
      spread: 100 * spread,
      r2: 100 * mean(scores.map((each) => each.r2)),
      rl: 100 * mean(scores.map((each) => each.rl)),
    }
  })
  all[title] = lines
  if (json) return
  process.stdout.write(`\n${title}\n  ${'system'.padEnd(24)}   R-1 (95 %)      R-2     R-L\n`)
  for (const { name, r1, spread, r2, rl } of lines.sort((a, b) => b.r1 - a.r1)) {
    process.stdout.write(
      `  ${name.padEnd(24)} ${r1.toFixed(2)} ± ${spread.toFixed(2)}   ${r2.toFixed(2).padStart(6)}  ${rl.toFixed(2).padStart(6)}\n`,
    )
  }
}

/** Single news articles in three sentences, and topics of many reviews in two; means over references. */
export async function run(json: boolean): Promise<void> {
  if (!existsSync(folder)) {
    process.stdout.write('skipped: ../shared/summaries is not here\n')
    return
  }
  const read = (name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Item)
  const all: Record<string, unknown> = {}
  const news = new Map<string, Scores[]>()
  const add = (rows: Map<string, Scores[]>, name: string, summary: string, refs: string[]) =>
    rows.set(name, [...(rows.get(name) ?? []), score(summary, refs)])
  for (const { docs, refs, systems } of read('cnndm_frank_250.jsonl')) {
    const sentences = sentencesOf(docs[0]!)
    add(news, 'launchwire', summarise([sentences], 3).join(' '), refs)
    add(news, 'lead 3', sentences.slice(0, 3).join(' '), refs)
    for (const [name, text] of Object.entries(systems ?? {})) add(news, `${name} (given)`, text, refs)
  }
  table('CNN/DailyMail, 250 articles, 3 sentences', news, json, all)
  const reviews = new Map<string, Scores[]>()
  for (const { docs, refs } of read('opinosis_51.jsonl')) {
    const documents = docs.map(sentencesOf)
    const flat = documents.flat()
    add(
      reviews,
      'launchwire',
      summarise(documents.length > 1 ? documents : flat.map((sentence) => [sentence]), 2).join(' '),
      refs,
    )
    add(reviews, 'lead 2', flat.slice(0, 2).join(' '), refs)
  }
  table('Opinosis, 51 topics of many reviews, 2 sentences', reviews, json, all)
  if (json) process.stdout.write(`${JSON.stringify(all)}\n`)
}
