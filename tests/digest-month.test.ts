import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { render as renderDiscord } from '../src/adapters/discord/render.ts'
import { render as renderSlack } from '../src/adapters/slack/render.ts'
import { renderTerminal } from '../src/adapters/terminal/render.ts'
import { citedClaims, textsOf } from '../src/message/citations.ts'
import { type Message, plainText, spansOf } from '../src/message/message.ts'
import { playWeeks } from './play-month.ts'

const golden = (name: string) => join(import.meta.dirname, 'golden', name)

describe('a month of the starter corpus, as one channel gets it', () => {
  let digests: Message[]
  beforeAll(async () => {
    digests = await playWeeks('2026-04-06T10:00:00Z', 4)
  }, 60_000)

  test('is one digest a week, dated by its week', () => {
    expect(digests.map(({ title }) => title)).toEqual([
      'AI launches, 6 to 13 April 2026',
      'AI launches, 13 to 20 April 2026',
      'AI launches, 20 to 27 April 2026',
      'AI launches, 27 April to 4 May 2026',
    ])
  })

  test.each([1, 2, 3, 4])('week %i looks so in a terminal, in Slack and in Discord', async (week) => {
    const message = digests[week - 1]!
    await expect(renderTerminal(message, { width: 100, color: false })).toMatchFileSnapshot(golden(`digest-${week}.terminal.txt`))
    await expect(`${JSON.stringify(renderSlack(message), null, 2)}\n`).toMatchFileSnapshot(golden(`digest-${week}.slack.json`))
    const discord = renderDiscord(message).map(({ body }) => body)
    await expect(`${JSON.stringify(discord, null, 2)}\n`).toMatchFileSnapshot(golden(`digest-${week}.discord.json`))
  })

  test('is short: at most two screens, each platform in at most two posts', () => {
    for (const message of digests) {
      const words = message.blocks.flatMap(textsOf).map(plainText).join(' ').split(/\s+/).length
      expect(words).toBeLessThan(500)
      expect(renderSlack(message).length).toBeLessThanOrEqual(2)
      expect(renderDiscord(message).length).toBeLessThanOrEqual(2)
    }
  })

  test('tells no launch twice', () => {
    const launched = digests.flatMap(({ blocks }) =>
      blocks.flatMap((block, index) => {
        const before = blocks[index - 1]
        const isLaunches = before?.type === 'heading' && before.text.startsWith('New launch')
        return isLaunches && block.type === 'list' ? block.items.map((item) => spansOf(item)[0]!.text) : []
      }),
    )
    expect(launched.length).toBeGreaterThan(6)
    expect(new Set(launched).size).toBe(launched.length)
  })

  test('cites a source for every number that it gives', () => {
    for (const message of digests) {
      expect(citedClaims(message).every((claim) => message.citations[claim])).toBe(true)
      for (const block of message.blocks) {
        if (block.type !== 'list') continue
        for (const item of block.items) {
          const uncited = spansOf(item).filter(({ cite, bold }) => !cite?.length && !bold)
          // dates of articles and counts of origins are ours; scores and prices are not
          expect(uncited.map(({ text }) => text).join(' ')).not.toMatch(/\d+\.\d+|\d%|USD/)
        }
      }
    }
  })
})
