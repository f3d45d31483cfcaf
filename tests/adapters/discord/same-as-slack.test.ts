import { expect, onTestFinished, test } from 'vitest'
import { render as renderDiscord } from '../../../src/adapters/discord/render.ts'
import { render as renderSlack } from '../../../src/adapters/slack/render.ts'
import { marks, numberCitations, textsOf } from '../../../src/message/citations.ts'
import { type Message, spansOf } from '../../../src/message/message.ts'
import { openMemoryStore } from '../../../src/storage/database.ts'
import { createSeededCore, readSeeds } from './seeded-core.ts'

const caller = { adapter: 'test', team: null, channel: null, person: null, manager: true, zone: null }
const lines = [
  'compare muse-spark gpt-5.4',
  'compare muse-spark gpt-5.4 gemini-3.1-pro',
  'launch muse-spark',
  'risks muse-spark',
  'sources muse-spark',
  'timeline muse-spark',
  'ask how does muse spark do on health?',
]

/** Every text in a payload, in order: of Slack's blocks or of Discord's components. */
function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'text' || key === 'content') && typeof inner === 'string' ? [inner] : textsIn(inner),
  )
}

/** Letters, digits and source marks only: what either platform adds to style, escape, link or space a text is gone. */
const bare = (text: string): string =>
  text
    .replaceAll(/<https?:[^|>]*\|/g, '')
    .replaceAll(/\]\(https?:[^)]*\)/g, '')
    .replaceAll(/&(amp|lt|gt);/g, '')
    .replaceAll(/[^\p{L}\p{N}[\]]/gu, '')
    .replaceAll(/\[(?!\d+\])|(?<!\[\d+)\]/g, '')

const slackText = (message: Message): string =>
  bare(
    renderSlack(message)
      .flatMap(({ blocks }) => textsIn(blocks))
      .join(''),
  )
const discordText = (message: Message): string =>
  bare(
    renderDiscord(message)
      .flatMap(({ body }) => textsIn(body.components))
      .join(''),
  )

test.each(lines)('Slack and Discord say the same, with the same sources, to /%s', async (line) => {
  const store = await openMemoryStore()
  onTestFinished(() => store.close())
  await readSeeds(store, 'Muse Spark')
  const core = await createSeededCore(store, {})
  const message = await core.invokeLine(line, caller)
  expect(message.error).toBeFalsy()
  const numbered = numberCitations(message)
  const [slack, discord] = [slackText(message), discordText(message)]
  let statements = 0
  for (const span of message.blocks.flatMap(textsOf).flatMap(spansOf)) {
    const said = bare(span.text + marks(numbered.numbers(span)))
    if (!span.cite?.length) continue
    statements++
    expect(slack).toContain(said)
    expect(discord).toContain(said)
  }
  for (const { number, citation } of numbered.sources) {
    const source = bare(`[${number}]${citation.title}`)
    expect(slack).toContain(source)
    expect(discord).toContain(source)
  }
  const marked = (text: string) => [...new Set(text.match(/\[\d+\]/g))].toSorted()
  expect(marked(discord)).toEqual(marked(slack))
  if (!line.startsWith('sources')) expect(statements).toBeGreaterThan(0)
})
