import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type LocalDiscord, startLocalDiscord } from '../adapters/discord/local-discord.ts'
import type { Played } from '../adapters/discord/local-interactions.ts'
import { ids, token } from '../adapters/discord/local-objects.ts'

export const about = '1,000 interactions in 60 s over gateway and over HTTP against a local Discord (argument: seconds)'

const interactions = 1_000
/** One in so many comes twice, as after a lost socket. */
const replayedEvery = 10

interface Figures {
  transport: string
  interactions: number
  seconds: number
  lost: number
  doubled: number
  refused: number
  acknowledgedP50: number
  acknowledgedP99: number
  answeredP50: number
  answeredP99: number
  autocompleteP50: number
  autocompleteP99: number
}

const percentile = (values: number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN) * 10) / 10
}
const model = (name: string, value: string) => ({ type: 3, name, value })

/** What people do, in turn. */
const plays: ((local: LocalDiscord) => Played)[] = [
  ({ interactions }) => interactions.slash('compare', [model('model', 'muse-spark'), model('model2', 'gpt-5.4')]),
  ({ interactions }) => interactions.slash('launch', [model('model', 'muse-spark')]),
  ({ interactions }) => interactions.slash('risks', [model('model', 'muse-spark')]),
  ({ interactions }) => interactions.slash('latest'),
  ({ interactions }) => interactions.slash('ask', [model('question', 'how does muse spark do on health?')]),
  ({ interactions }) => interactions.slash('help'),
]

async function load(transport: 'gateway' | 'http', seconds: number): Promise<Figures> {
  const local = await startLocalDiscord()
  const adapter = new Worker(new URL('../adapters/discord/adapter-thread.ts', import.meta.url), {
    workerData: {
      DISCORD_TOKEN: token,
      DISCORD_API_URL: local.api,
      DISCORD_APPLICATION_ID: ids.application,
      ...(transport === 'http' ? { DISCORD_PUBLIC_KEY: local.publicKey } : {}),
    },
  })
  const [address] = (await once(adapter, 'message')) as [string]
  if (transport === 'http') local.interactions.over(address)
  await warm(local)

  const started = performance.now()
  const played: Played[] = []
  const suggested: Promise<{ ms: number }>[] = []
  for (let index = 0; index < interactions; index++) {
    const due = started + (index * seconds * 1000) / interactions
    if (due > performance.now()) await wait(due - performance.now())
    const one = plays[index % plays.length]!(local)
    played.push(one)
    if (index % replayedEvery === 0) void local.interactions.replay(one)
    suggested.push(local.interactions.autocomplete('launch', [{ type: 3, name: 'model', value: 'gp', focused: true }]))
  }
  const answers = await Promise.race([Promise.allSettled(played.map(({ original }) => original)), wait(10_000, [])])
  const choices = await Promise.all(suggested)
  const took = (performance.now() - started) / 1000
  adapter.postMessage('close')
  await once(adapter, 'exit')
  const edits = (one: Played) =>
    local.seen.filter(({ method, path, status }) => method === 'PATCH' && status === 200 && path.includes(one.token)).length
  const figures: Figures = {
    transport,
    interactions: played.length,
    seconds: Math.round(took),
    lost: played.length - answers.filter(({ status }) => status === 'fulfilled').length,
    doubled: played.filter(
      (one) =>
        edits(one) > 1 || new Set(one.followUps.map(({ components }) => JSON.stringify(components))).size < one.followUps.length,
    ).length,
    refused: local.seen.filter(({ faults }) => faults.length > 0).length,
    acknowledgedP50: percentile(
      played.map((one) => one.ms()),
      0.5,
    ),
    acknowledgedP99: percentile(
      played.map((one) => one.ms()),
      0.99,
    ),
    answeredP50: percentile(
      played.map((one) => (one.answeredAt() ?? Number.NaN) - one.sentAt()),
      0.5,
    ),
    answeredP99: percentile(
      played.map((one) => (one.answeredAt() ?? Number.NaN) - one.sentAt()),
      0.99,
    ),
    autocompleteP50: percentile(
      choices.map(({ ms }) => ms),
      0.5,
    ),
    autocompleteP99: percentile(
      choices.map(({ ms }) => ms),
      0.99,
    ),
  }
  await local.close()
  return figures
}

/** Every picture once: the first drawing loads its libraries. */
async function warm(local: LocalDiscord): Promise<void> {
  for (const play of plays) await play(local).original
}

/** Runs the load over both transports and prints one line, or one JSON object, for each. */
export async function run(json: boolean, args: string[] = []): Promise<void> {
  const seconds = Number(args[0] ?? 60)
  for (const transport of ['gateway', 'http'] as const) {
    const figures = await load(transport, seconds)
    if (json) process.stdout.write(`${JSON.stringify(figures)}\n`)
    else
      process.stdout.write(
        `${Object.entries(figures)
          .map(([name, value]) => `${name} ${value}`)
          .join(' · ')}\n`,
      )
  }
}
