import type { KnownBlock } from '@slack/types'
import { type Payload, paragraph } from './render.ts'
import { olderTable, textTable } from './table.ts'

/**
 * The same message without its newest blocks, for when Slack answers `invalid_blocks`: first a picture gives way to its words, then a data table to a plain
 * table, of which a message may hold one (roll-outs reach workspaces at different times), then every table to a list. Null where nothing is left to simplify.
 */
export function plainer(payload: Payload): Payload | null {
  const has = (type: KnownBlock['type']) => payload.blocks.some((block) => block.type === type)
  const change = (to: (block: KnownBlock) => KnownBlock[]): Payload => ({ ...payload, blocks: payload.blocks.flatMap(to) })
  if (has('image')) return change((block) => (block.type === 'image' ? [pictureWords(block.alt_text)] : [block]))
  if (has('data_table')) {
    let tables = 0
    return change((block) => {
      if (block.type !== 'data_table') return [block]
      return [...paragraph([{ text: block.caption, bold: true }]), tables++ === 0 ? olderTable(block) : textTable(block)]
    })
  }
  if (has('table')) return change((block) => (block.type === 'table' ? [textTable(block)] : [block]))
  return null
}

/** What stands in a picture's place where there is no picture. */
export const pictureWords = (alt: string): KnownBlock => ({
  type: 'context',
  elements: [{ type: 'plain_text', text: alt, emoji: false }],
})

/** How long Slack may take until a picture that was just uploaded can stand in a message; until then its block is refused. */
const pictureReady = 2_000

/** What to send, in turn, as long as Slack refuses the blocks: the message; once more after a pause where a picture may not be ready yet; then plainer forms. */
export function* attempts(payload: Payload): Generator<{ payload: Payload; pause: number }> {
  yield { payload, pause: 0 }
  if (payload.blocks.some(({ type }) => type === 'image')) yield { payload, pause: pictureReady }
  for (let simpler = plainer(payload); simpler; simpler = plainer(simpler)) yield { payload: simpler, pause: 0 }
}

/** Blocks for a view, which takes no data tables. */
export const withoutDataTables = (blocks: KnownBlock[]): KnownBlock[] =>
  blocks.map((block) => (block.type === 'data_table' ? textTable(block) : block))
