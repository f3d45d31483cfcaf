import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openStore } from '../../src/storage/database.ts'
import { startLocalSlack } from '../adapters/slack/local-slack.ts'
import { type Acknowledged, count, type People, people } from '../adapters/slack/people.ts'
import { fill } from '../adapters/slack/seeded-core.ts'

export const about =
  '1,000 slash commands in 60 s to two processes on one database, and one event 50 times: lost, doubled, ack times (arguments: commands, seconds)'

const asked: [string, string][] = [
  ['/compare', 'muse-spark gpt-5.4'],
  ['/launch', 'muse-spark'],
  ['/risks', 'muse-spark category:privacy'],
  ['/launchwire', 'ask how does muse spark do on health?'],
  ['/latest', ''],
  ['/help', ''],
]

/** Loads the real app, as two processes, through a local Slack; prints what became of each command. */
export async function run(json: boolean, args: string[] = []): Promise<void> {
  const [commands = 1_000, seconds = 60] = args.map(Number)
  const folder = mkdtempSync(join(tmpdir(), 'launchwire-bench-'))
  const store = await openStore({ LAUNCHWIRE_DATA: folder })
  await fill(store)
  await store.close()
  const slack = await startLocalSlack()
  const processes = await Promise.all([1, 2].map(() => startProcess(slack.url, folder)))
  try {
    const who = await people(slack)
    const sockets = slack.sockets.length
    const { acks, urls } = await load(who, commands, seconds)
    await pause(3_000)
    const answers = new Map<string, number>()
    for (const { method, path } of slack.sent) if (method === 'response_url') answers.set(path, (answers.get(path) ?? 0) + 1)
    const lost = urls.filter((url) => !answers.has(new URL(url).pathname)).length
    const doubled = [...answers.values()].filter((times) => times > 1).length

    const mention = { type: 'app_mention', user: who.alice, channel: who.channel, ts: '1.1', text: '<@U0> help' }
    await Promise.all(Array.from({ length: 50 }, () => who.event(mention, 'EvBench')))
    await pause(2_000)
    const times = acks.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
    const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)]! * 10) / 10
    const result = {
      commands,
      seconds,
      processes: processes.length,
      sockets,
      lost,
      doubled,
      ackMilliseconds: { p50: at(0.5), p99: at(0.99), most: at(1) },
      redelivered: { deliveries: 50, handled: count(slack, 'chat.postMessage') },
      refusedByTheJudge: slack.faults.length,
    }
    process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${lines(result).join('\n')}\n`)
  } finally {
    for (const child of processes) child.kill('SIGTERM')
    await Promise.all(processes.map((child) => once(child, 'exit')))
    await slack.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const lines = (result: object): string[] =>
  Object.entries(result).map(([name, value]) => `${name.padEnd(20)} ${JSON.stringify(value)}`)

/** Sends the commands evenly over the time; each has its own response_url. */
async function load(who: People, commands: number, seconds: number): Promise<{ acks: Acknowledged[]; urls: string[] }> {
  const sent: Promise<Acknowledged & { responseUrl: string }>[] = []
  const start = performance.now()
  for (let index = 0; index < commands; index++) {
    const due = start + (index * seconds * 1_000) / commands
    await pause(Math.max(0, due - performance.now()))
    const [command, text] = asked[index % asked.length]!
    sent.push(who.slash(command, text))
  }
  const acks = await Promise.all(sent)
  return { acks, urls: acks.map(({ responseUrl }) => responseUrl) }
}

async function startProcess(url: string, folder: string): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'slack-app.ts'), { env: { ...process.env, SLACK_URL: url, DATA: folder } })
  await once(child, 'message')
  return child
}
