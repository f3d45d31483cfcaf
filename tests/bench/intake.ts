import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../src/storage/database.ts'
import { noFaults, usualFaults } from '../gather/faulty-web.ts'
import { politeness, replay } from '../gather/replay.ts'
import { madeWeek } from '../gather/week.ts'
import { modelNames, random } from './generate-articles.ts'

export const about =
  'a week of ten feeds with faults and 20 kills against a clean run, and a folder of 2,000 articles, broken off once (arguments: week, folder, an amount)'

/** Runs both halves, or the one that is named; throws where the disturbed corpus is not the clean one. */
export async function run(json: boolean, args: string[]): Promise<void> {
  const amount = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 2_000)
  const both = !args.includes('week') && !args.includes('folder')
  const folder = mkdtempSync(join(tmpdir(), 'launchwire-bench-'))
  try {
    const results: Record<string, unknown> = {}
    if (both || args.includes('week')) results.week = await week(folder, json)
    if (both || args.includes('folder')) results.folder = await importFolder(folder, amount, json)
    if (json) process.stdout.write(`${JSON.stringify(results)}\n`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function week(folder: string, json: boolean) {
  const made = madeWeek(2026, { feeds: 10, days: 7, perDay: 4 })
  const clean = await replay(made, join(folder, 'clean'), { faults: noFaults, kills: 0, seed: 1, daysAfter: 3 })
  const disturbed = await replay(made, join(folder, 'disturbed'), { faults: usualFaults, kills: 20, seed: 2, daysAfter: 3 })
  const twice = disturbed.titles.filter((title, index) => disturbed.titles[index - 1] === title)
  const missing = made.expected.filter((title) => !disturbed.titles.includes(title))
  const equal = JSON.stringify(clean.corpus) === JSON.stringify(disturbed.corpus)
  const faults = (status: number | string) => disturbed.seen.filter((each) => each.status === status).length
  const result = {
    articles: disturbed.titles.length,
    equal,
    twice: twice.length,
    missing: missing.length,
    kills: disturbed.kills,
    versions: { clean: clean.versions, disturbed: disturbed.versions },
    aside: { clean: clean.aside, disturbed: disturbed.aside },
    pending: disturbed.pending,
    requests: { clean: clean.seen.length, disturbed: disturbed.seen.length },
    faults: {
      silence: faults('silence'),
      cut: faults('cut'),
      busy: faults(429),
      errors: faults(500) + faults(502) + faults(503),
    },
    politeness: { clean: politeness(clean.seen), disturbed: politeness(disturbed.seen) },
    seconds: { clean: clean.seconds, disturbed: disturbed.seconds },
  }
  if (!json) {
    const { clean: quiet, disturbed: loud } = result.politeness
    process.stdout.write(
      `A week of ten feeds, ${result.requests.disturbed.toLocaleString('en-US')} requests (${result.faults.silence} time-outs, ${result.faults.errors} errors, ${result.faults.busy} × 429, ${result.faults.cut} cut off), killed ${result.kills} times\n` +
        `  corpus equal to that of a clean run   ${equal ? 'yes' : 'NO'} (${result.articles} articles; twice ${result.twice}, missing ${result.missing}, waiting ${result.pending})\n` +
        `  earlier versions kept                 ${result.versions.disturbed} (clean ${result.versions.clean}); kept aside ${result.aside.disturbed} (clean ${result.aside.clean})\n` +
        `  most requests for one feed in a day   ${loud.feedPerDay} (clean ${quiet.feedPerDay}); not modified ${(loud.notModified * 100).toFixed(0)} % (clean ${(quiet.notModified * 100).toFixed(0)} %)\n` +
        `  robots.txt of one site in a day       ${loud.robotsPerDay}; requests before a Retry-After was over ${loud.early}\n` +
        `  took                                  ${result.seconds.disturbed.toFixed(0)} s (clean ${result.seconds.clean.toFixed(0)} s)\n`,
    )
  }
  const differing = disturbed.corpus.filter((line) => !clean.corpus.includes(line))
  if (differing.length > 0) process.stderr.write(`differing: ${differing.map((line) => line.slice(0, 300)).join('\n')}\n`)
  if (!equal || twice.length > 0 || missing.length > 0)
    throw new Error(`the corpus is not that of the clean run: twice ${twice.join('; ')}; missing ${missing.join('; ')}`)
  return result
}

const sentences = [
  (model: string, rival: string, n: number) =>
    `${model} scored ${40 + (n % 50)}.${n % 10}% on GPQA Diamond, ahead of ${rival} at ${30 + (n % 40)}.2%.`,
  (model: string, _: string, n: number) =>
    `The company charges $${1 + (n % 9)} per million input tokens and $${4 + (n % 20)} per million output tokens for ${model}.`,
  (model: string) => `${model} is available through an API from today, and its weights are not published.`,
  (model: string, _: string, n: number) => `Testers reported that ${model} invented sources in ${n % 30} of a hundred answers.`,
  (model: string, rival: string) =>
    `In daily work the difference between ${model} and ${rival} is small, as several teams said who have used both for a month.`,
  (_: string, __: string, n: number) =>
    `The review took ${(n % 14) + 2} days and covered the whole log of the trial, which was run by people who had no part in the training.`,
  (model: string, _: string, n: number) =>
    `A context window of ${100 + (n % 9) * 100}K tokens is named for ${model} in the notes that came with it.`,
  () => 'None of this says how it will fare with those who pay for it, and the makers have been careful not to promise too much.',
]

/** An article of about 4 KB in sentences of our own, with front matter. */
function articleText(index: number, next: () => number): string {
  const model = modelNames[index % modelNames.length]!
  const paragraphs = Array.from({ length: 9 }, (_, at) =>
    Array.from({ length: 4 }, () => {
      const rival = modelNames[Math.floor(next() * modelNames.length)]!
      return sentences[Math.floor(next() * sentences.length)]!(model, rival, Math.floor(next() * 1000) + at + index)
    }).join(' '),
  )
  return `---\nurl: https://example.com/report-${index}\ntitle: "${model} in use, report ${index}"\npublisher: Example Weekly\npublished: 2026-0${1 + (index % 6)}-1${index % 10}\n---\n${paragraphs.join('\n\n')}\n`
}

async function importFolder(folder: string, amount: number, json: boolean) {
  const texts = join(folder, 'texts')
  const data = join(folder, 'imported')
  mkdirSync(texts)
  const next = random(5)
  let bytes = 0
  for (let index = 0; index < amount; index++) {
    const text = articleText(index, next)
    bytes += text.length
    writeFileSync(join(texts, `report-${String(index).padStart(6, '0')}.md`), text)
  }
  const first = await importOnce(texts, data, amount, Math.floor(amount * 0.4))
  const middle = await stored(data)
  const second = await importOnce(texts, data, amount, null)
  const end = await stored(data)
  const fresh = end.articles - middle.articles
  const memory = [...first.memory, ...second.memory]
  const result = {
    articles: end.articles,
    twice: end.articles - end.ids,
    brokenOffAt: middle.articles,
    exitCodes: [first.code, second.code],
    rate: fresh / second.seconds,
    kilobytes: bytes / amount / 1000,
    memory: { first: memory[0] ?? 0, least: Math.min(...second.memory), most: Math.max(...memory), samples: second.memory },
    progress: second.progress,
  }
  if (!json) {
    process.stdout.write(
      `\n${amount.toLocaleString('en-US')} articles of ${result.kilobytes.toFixed(1)} KB from a folder\n` +
        `  stopped by Ctrl-C (exit code ${first.code}) with ${result.brokenOffAt} saved; once again: ${result.articles} articles, ${result.twice} twice\n` +
        `  rate                                  ${result.rate.toFixed(0)} articles a second\n` +
        `  memory, of a heap of at most ${heap} MB    least ${result.memory.least}, most ${result.memory.most} MB; at the quarters ${[1, 2, 3, 4].map((part) => second.memory[Math.floor((second.memory.length * part) / 4) - 1]).join(' ')}\n` +
        `  progress                              ${result.progress.join(' | ')}\n`,
    )
  }
  if (end.articles !== amount || end.ids !== amount) throw new Error(`${end.articles} of ${amount} articles are in the corpus`)
  return result
}

/** Megabytes of heap that an import gets, whatever it reads: what grew with the amount would not fit. */
const heap = 128
const start = fileURLToPath(new URL('../../src/start.js', import.meta.url))

/** Runs `launchwire ingest`; `stopAt`: Ctrl-C once this many articles are read. Memory in MB, each second. */
async function importOnce(texts: string, data: string, amount: number, stopAt: number | null) {
  const began = performance.now()
  const running = spawn(process.execPath, [`--max-old-space-size=${heap}`, start, 'ingest', texts, '--data', data], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const progress: string[] = []
  running.stderr.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n').filter(Boolean)) progress.push(line)
  })
  const memory: number[] = []
  let stopped = false
  const sampling = setInterval(() => {
    const now = residentMegabytes(running.pid!)
    if (now !== null) memory.push(now)
    if (
      stopAt !== null &&
      !stopped &&
      progress.length > 0 &&
      Number(/^([\d,]+) of/.exec(progress.at(-1)!)?.[1]?.replaceAll(',', '') ?? 0) >= Math.min(stopAt, amount / 4)
    ) {
      stopped = true
      running.kill('SIGINT')
    }
  }, 500)
  const code = await new Promise<number | null>((resolve) => running.on('close', resolve))
  clearInterval(sampling)
  // the last look may have met the process as it ended
  return { code, progress, memory: memory.slice(0, -1), seconds: (performance.now() - began) / 1000 }
}

/** A process's own memory, where the system tells it (Linux): without the pages of the database file, which the system may take back. */
function residentMegabytes(pid: number): number | null {
  try {
    const line = /RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return line ? Math.round(Number(line[1]) / 1000) : null
  } catch {
    return null
  }
}

async function stored(data: string): Promise<{ articles: number; ids: number }> {
  const store = await openStore({ DATABASE_URL: undefined, LAUNCHWIRE_DATA: data })
  const rows = await store.db.selectFrom('article').select(['id', 'fingerprint']).execute()
  await store.close()
  return { articles: rows.length, ids: new Set(rows.map(({ fingerprint }) => fingerprint)).size }
}
