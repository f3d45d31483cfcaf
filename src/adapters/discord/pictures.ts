import { numberCitations } from '../../message/citations.ts'
import type { Block, BlockOf, Chart, Message } from '../../message/message.ts'
import { cut, limits } from './limits.ts'
import { labelText } from './markdown.ts'
import { tableCharts } from './table.ts'

/** Draws a chart as PNG; `charts/` gives the real one. Width and height are in pixels. */
export type Draw = (
  chart: Chart,
  options: { theme: 'light' | 'dark'; width?: number },
) => Promise<{ png: Uint8Array; width: number; height: number }>

/** A picture of a block, or of some rows of a table. `numbers`: the sources that it cites. */
export interface Picture {
  png: Uint8Array
  alt: string
  numbers: number[]
}
/** Pictures by the block that they show. A block without one is shown as text. */
export type Pictures = ReadonlyMap<Block, Picture[]>

/** Layout width: a picture shows at about 550 pixels on a desktop, so more would make the text too small. */
const width = 600

/**
 * Draws a message's tables and charts. `failed` hears of a drawing that went wrong; its block stays text. Discord has no table
 * markup, so a table is a picture with its numbers and source marks, and its alternative text carries the same.
 */
export async function drawPictures(message: Message, draw: Draw, failed: (error: unknown) => void): Promise<Pictures> {
  const numbered = numberCitations(message)
  const pictures = new Map<Block, Picture[]>()
  for (const block of message.blocks) {
    if (block.type !== 'table' && block.type !== 'image') continue
    const drafts = block.type === 'table' ? tableCharts(block, numbered) : [chartPart(block)]
    try {
      const drawn: Picture[] = []
      for (const { chart, ...about } of drafts) drawn.push({ png: (await draw(chart, { theme: 'dark', width })).png, ...about })
      if (drawn.length > 0 && drawn.every(({ png }) => png.length <= limits.fileBytes)) pictures.set(block, drawn)
    } catch (error) {
      failed(error)
    }
  }
  return pictures
}

function chartPart(block: BlockOf<'image'>): Omit<Picture, 'png'> & { chart: Chart } {
  return {
    chart: block.chart,
    alt: cut(labelText(block.alt) || labelText(block.chart.title) || 'Chart', limits.altText),
    numbers: [],
  }
}
