import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import { render as renderDiscord } from '../src/adapters/discord/render.ts'
import { render as renderSlack } from '../src/adapters/slack/render.ts'
import { renderTerminal } from '../src/adapters/terminal/render.ts'
import { readConfig } from '../src/config.ts'
import { createNames } from '../src/corpus/names.ts'
import { type Core, createCore } from '../src/invoke.ts'
import { createLog } from '../src/log.ts'
import { renderHtml } from '../src/message/html.ts'
import { renderMarkdown } from '../src/message/markdown.ts'
import type { Message } from '../src/message/message.ts'
import type { Store } from '../src/storage/store.ts'
import { corpusOf } from './starter-corpus.ts'

/** One message a command, in all its renderings side by side: `vitest -u` writes them anew, and a reviewer reads the difference. */
const asked: Record<string, string> = {
  compare: 'compare muse-spark gpt-5.4 claude-opus-4.6',
  launch: 'launch muse-spark',
  risks: 'risks muse-spark',
  conflicts: 'conflicts claude-opus-4.6',
  benchmark: 'benchmark GPQA Diamond',
  latest: 'latest limit:5',
  timeline: 'timeline claude-sonnet-5',
  ask: 'ask how does muse spark do on health?',
  sources: 'sources muse-spark',
  help: 'help compare',
  error: 'launch muse-sprak',
}
const caller = { adapter: 'test', team: null, channel: null, person: null, manager: true, zone: null }

let store: Store
let core: Core
beforeAll(async () => {
  store = await corpusOf()
  const log = createLog(
    'error',
    (line) => void process.stderr.write(line),
    () => 0,
  )
  core = createCore({
    commands,
    config: readConfig({}),
    store,
    names: await createNames(store),
    log,
    now: () => Date.UTC(2026, 6, 6),
  })
}, 60_000)
afterAll(() => store.close())

describe.each(Object.entries(asked))('/%s', (name, line) => {
  let message: Message
  beforeAll(async () => {
    message = await core.invokeLine(line, caller)
  })
  const golden = (rendering: string) => `golden/${name}.${rendering}`

  test('as data', async () => {
    await expect(`${JSON.stringify(message, null, 2)}\n`).toMatchFileSnapshot(golden('message.json'))
  })
  test('in a terminal', async () => {
    await expect(renderTerminal(message, { width: 100, color: false })).toMatchFileSnapshot(golden('terminal.txt'))
  })
  test('as Markdown', async () => {
    await expect(renderMarkdown(message)).toMatchFileSnapshot(golden('md'))
  })
  test('in Slack', async () => {
    await expect(`${JSON.stringify(renderSlack(message), null, 2)}\n`).toMatchFileSnapshot(golden('slack.json'))
  })
  test('in Discord', async () => {
    const bodies = renderDiscord(message).map(({ body }) => body)
    await expect(`${JSON.stringify(bodies, null, 2)}\n`).toMatchFileSnapshot(golden('discord.json'))
  })
  test('as HTML', async () => {
    await expect(`${renderHtml(message)}\n`).toMatchFileSnapshot(golden('html'))
  })
})
