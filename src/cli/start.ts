import { join } from 'node:path'
import { listen } from '../adapters/terminal/listen.ts'
import { startPolling } from '../poll-loop.ts'
import { allModels, freshnessOf } from '../storage/models.ts'
import { chatsConfigured, startChats } from './adapters.ts'
import { startDigests } from './digests.ts'
import type { OperatorCommand, System } from './operator.ts'
import { ensureCorpus } from './starter-corpus.ts'

export const startCommand: OperatorCommand = {
  name: 'start',
  summary: 'Starts Launchwire: Slack and Discord where their variables are set, and typed commands here.',
  usage: ['start'],
  options: {},
  async run(_, system) {
    await ensureCorpus(system)
    const core = await system.core()
    const interactive = system.input.isTTY === true && system.output.isTTY === true
    const chats = chatsConfigured(system.config) ? await startChats(core, system.config, system.log) : null
    const digests = chats ? await startDigests(system, chats.posters) : null
    // a pipe of typed commands ends with its last answer and reads no feeds
    const polling = chats || interactive ? startPolling(system) : null
    try {
      await greet(system, interactive, chats?.said ?? [])
      const right = await listen(core, system, {
        historyFile: join(system.config.LAUNCHWIRE_DATA, 'history'),
        signal: system.stop,
      })
      // a service has no input: it serves the chats until it is told to stop
      if (chats && !interactive && !system.stop.aborted)
        await new Promise((resolve) => system.stop.addEventListener('abort', resolve, { once: true }))
      if (interactive) system.out('\n')
      return right || interactive ? 0 : 1
    } finally {
      // what is being posted needs the chats
      await Promise.all([digests?.stop(), polling?.stop()])
      await chats?.stop()
    }
  },
}

/** What is in the corpus, a short tour, and how to switch the chats on. A pipe gets its answers alone: the rest goes to the error stream. */
async function greet(system: System, interactive: boolean, said: string[]): Promise<void> {
  const say = interactive ? system.out : system.err
  const store = await system.store()
  const [freshness, models] = await Promise.all([freshnessOf(store, null), allModels(store)])
  const about = models.filter(({ topics }) => topics > 0).length
  say(
    `\nLaunchwire. The corpus holds ${freshness.articles.toLocaleString('en-US')} articles about ${about} models${freshness.newest ? `, newest ${freshness.newest}` : ''}.\n`,
  )
  say('Try:  /compare muse-spark gpt-5.4\n      /risks muse-spark\n      /launch muse-spark\n      /help\n\n')
  const { config } = system
  for (const line of said) say(`${line}\n`)
  if (!config.SLACK_APP_TOKEN && !config.SLACK_SIGNING_SECRET) {
    say('Slack is off: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).\n')
  }
  if (!config.DISCORD_TOKEN && !config.DISCORD_PUBLIC_KEY)
    say('Discord is off: set DISCORD_TOKEN (and DISCORD_PUBLIC_KEY for HTTP).\n')
  if (interactive) say('Tab completes, Ctrl-C leaves.\n\n')
}
