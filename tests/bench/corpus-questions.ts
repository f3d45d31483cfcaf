import { setFlagsFromString } from 'node:v8'
import { commands } from '../../commands/index.ts'
import type { Caller } from '../../src/command/invocation.ts'
import { readConfig } from '../../src/config.ts'
import { createNames } from '../../src/corpus/names.ts'
import { createCore } from '../../src/invoke.ts'
import { benchmarks } from '../../src/lexicon/benchmarks.ts'
import { createLog } from '../../src/log.ts'
import { openStore } from '../../src/storage/database.ts'
import { modelNames, random } from './generate-articles.ts'

/** What a process shows that answers from a filled folder: milliseconds for each command, and the most memory that it took, in MB. */
export interface Answered {
  times: Record<string, { p50: number; p99: number }>
  memory: number
}

const caller: Caller = { adapter: 'bench', team: null, channel: null, person: null, manager: true, zone: null }
const rounds = 60
/** Left out of the count: code and pages that are read for the first time. A running service is past them. */
const warmUp = 20

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
    'timeline of maker': () => 'timeline OpenAI',
    sources: () => `sources ${model()}`,
    'sources of all': () => 'sources',
    ask: () => `ask what does ${model()} cost?`,
    'ask who leads': () => 'ask who is best at coding?',
    'ask over all': () => 'ask which model is cheapest?',
    'ask in words': () => 'ask which customer review of memory and enterprise policy?',
    help: () => 'help',
  }
}

const percentiles = (times: number[]): { p50: number; p99: number } => {
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  return { p50: at(0.5), p99: at(0.99) }
}

/** Asks every command of a corpus as the running product does: in a process that did not fill it. */
async function ask(folder: string): Promise<Answered> {
  // as src/start.js does
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=40')
  const config = readConfig({ LAUNCHWIRE_DATA: folder, LAUNCHWIRE_LOG: 'warn' })
  const store = await openStore(config)
  const log = createLog('warn', (line) => void process.stderr.write(line), Date.now)
  const names = await createNames(store)
  const core = createCore({ commands, config, store, names, log, now: () => Date.UTC(2026, 5, 1) })
  const times: Answered['times'] = {}
  for (const [name, line] of Object.entries(lines(random(42)))) {
    const taken: number[] = []
    for (let round = 0; round < rounds + warmUp; round++) {
      const asked = line()
      const began = performance.now()
      const message = await core.invokeLine(asked, caller)
      const took = performance.now() - began
      if (message.error) throw new Error(`${asked}: ${JSON.stringify(message.blocks[0])}`)
      if (round >= warmUp) taken.push(took)
    }
    times[name] = percentiles(taken)
  }
  const typed: number[] = []
  const next = random(7)
  for (let round = 0; round < 500; round++) {
    const name = modelNames[Math.floor(next() * modelNames.length)]!
    const partial = name.slice(0, 1 + Math.floor(next() * name.length))
    const began = performance.now()
    core.suggest({ command: 'launch', option: 'model', partial, caller })
    typed.push(performance.now() - began)
  }
  times.autocomplete = percentiles(typed)
  await store.close()
  return { times, memory: Math.round(process.resourceUsage().maxRSS / 1000) }
}

if (process.argv[1] === import.meta.filename) process.stdout.write(JSON.stringify(await ask(process.argv[2]!)))
