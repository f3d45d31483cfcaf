import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Keys } from '../../../src/adapters/discord/custom-id.ts'
import { type Draw, drawPictures } from '../../../src/adapters/discord/pictures.ts'
import { type Body, type Payload, render } from '../../../src/adapters/discord/render.ts'
import { numberCitations, textsOf } from '../../../src/message/citations.ts'
import { type Message, spansOf } from '../../../src/message/message.ts'
import { messageFaults } from './cross-field.ts'
import { judge } from './judge.ts'
import { anyMessage } from './messages.ts'

const draw: Draw = async () => ({ png: new Uint8Array([137, 80, 78, 71]), width: 600, height: 200 })
const anyKey: Keys = { get: (line: string) => `key${line.length}`, has: () => true } as unknown as Keys

function faultsOf(payload: Payload): string[] {
  const names = payload.files.map(({ name }) => name)
  return [payload.body, payload.fallback].flatMap((body) => [
    ...judge('POST', '/channels/900000000000000003/messages', body),
    ...judge('PATCH', '/webhooks/900000000000000001/token/messages/@original', body),
    ...messageFaults(body, names, 'create'),
  ])
}

/** Every string that a body shows: not the ids of buttons and the values of options, which nobody sees. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'custom_id' || key === 'value' ? [] : stringsIn(inner)))
}
const shown = (body: Body): string =>
  stringsIn({ components: body.components, embeds: body.embeds, attachments: body.attachments }).join('\n')

const live = /<(?:@[!&]?\d|#\d|a?:\w+:\d|t:-?\d|\/\w|id:)|@(?:everyone|here)/

/** Source marks of a text, as the renderer writes them: never escaped. */
const marksIn = (text: string): number[] => [...text.matchAll(/(?<!\\)\[(\d+)\]/g)].map((match) => Number(match[1]))

async function rendered(message: Message, withPictures: boolean): Promise<Payload[]> {
  const pictures = withPictures ? await drawPictures(message, draw, () => undefined) : new Map()
  return render(message, { pictures, keys: anyKey, line: 'compare a, b', shareable: true, evidence: 'evidence' })
}

test('any message renders to payloads that Discord takes', async () => {
  await fc.assert(
    fc.asyncProperty(anyMessage, fc.boolean(), async (message, withPictures) => {
      for (const payload of await rendered(message, withPictures)) expect(faultsOf(payload)).toEqual([])
    }),
    { numRuns: 100, endOnFailure: true },
  )
}, 120_000)

test('no mention is alive in any payload', async () => {
  await fc.assert(
    fc.asyncProperty(anyMessage, fc.boolean(), async (message, withPictures) => {
      for (const { body, fallback } of await rendered(message, withPictures)) {
        for (const each of [body, fallback]) {
          expect(each.allowed_mentions).toEqual({ parse: [] })
          expect(shown(each)).not.toMatch(live)
        }
      }
    }),
    { numRuns: 100, endOnFailure: true },
  )
}, 120_000)

test('every source of a message stands in the payload that cites it, or in the next', async () => {
  await fc.assert(
    fc.asyncProperty(anyMessage, fc.boolean(), async (message, withPictures) => {
      const { sources, numbers } = numberCitations(message)
      const payloads = await rendered(message, withPictures)
      for (const style of ['body', 'fallback'] as const) {
        const texts = payloads.map((payload) => shown(payload[style]))
        const lines = texts.flatMap((text) => text.split('\n').filter((line) => line.startsWith('-# [')))
        for (const { number } of sources) expect(lines.some((line) => line.startsWith(`-# [${number}] `))).toBe(true)
        const cited = message.blocks.flatMap((block) =>
          textsOf(block).flatMap((text) => spansOf(text).flatMap((span) => numbers(span))),
        )
        const marks = new Set(marksIn(texts.join('\n')))
        for (const number of cited) expect(marks.has(number)).toBe(true)
      }
    }),
    { numRuns: 100, endOnFailure: true },
  )
}, 120_000)
