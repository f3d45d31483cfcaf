import { type Block, type Citation, type Message, type Span, spansOf, type Text } from './message.ts'

/** Why a claim no longer stands behind what was posted, and what stands there now: words with the claim that says so. */
export interface Fallen {
  why: 'changed' | 'withdrawn' | 'overturned'
  now: { text: string; cite: string[] } | null
}

const whyWords = {
  changed: 'the source no longer says so',
  withdrawn: 'its source was withdrawn',
  overturned: 'measured otherwise since',
} as const

/**
 * A posted message put right: what rests on fallen claims alone is struck and marked "corrected", with what stands now; what others still say stays, without
 * the fallen ones. A chart of a number that fell goes. `lines` tell each correction by itself; where there is none, nothing needs to be said.
 */
export function correctMessage(
  message: Message,
  fallen: ReadonlyMap<string, Fallen>,
  citations: Record<string, Citation>,
): { message: Message; lines: Text[] } {
  const lines: Text[] = []
  const correctText = (text: Text): Text => {
    if (!spansOf(text).some(({ cite = [] }) => cite.some((claim) => fallen.has(claim)))) return text
    return spansOf(text).flatMap((span): Span[] => {
      const cite = span.cite ?? []
      const left = cite.filter((claim) => !fallen.has(claim))
      if (left.length === cite.length) return [span]
      if (left.length > 0) return [{ ...span, cite: left }]
      if (span.strike) return [{ ...span, cite }]
      const { why, now } = cite.map((claim) => fallen.get(claim)!).find((each) => each.now !== null) ?? fallen.get(cite[0]!)!
      const instead: Span[] = now
        ? [
            { text: 'corrected: ', italic: true },
            { text: now.text, bold: true, cite: now.cite },
          ]
        : [{ text: `corrected: ${whyWords[why]}`, italic: true }]
      const struck: Span = { ...span, strike: true }
      lines.push([
        struck,
        now ? ` is corrected to ` : ` is withdrawn: ${whyWords[why]}.`,
        ...(now ? [instead[1]!, why === 'overturned' ? ` (${whyWords.overturned}).` : '.'] : []),
      ])
      return [struck, { text: ' ' }, ...instead]
    })
  }
  const touched = (block: Block | undefined): boolean =>
    block?.type === 'context' && spansOf(block.text).some(({ cite = [] }) => cite.some((claim) => fallen.has(claim)))
  const blocks = message.blocks.flatMap((block, index): Block[] => {
    if (block.type === 'image' && touched(message.blocks[index + 1])) return []
    if (touched(block) && message.blocks[index - 1]?.type === 'image')
      return [{ type: 'context', text: ['The chart that stood here is gone: one of its numbers was corrected.'] }]
    return [correctBlock(block, correctText)]
  })
  const corrected = { ...message, blocks, citations: { ...message.citations, ...citations } }
  return { message: corrected, lines }
}

function correctBlock(block: Block, correct: (text: Text) => Text): Block {
  switch (block.type) {
    case 'paragraph':
    case 'context':
      return { ...block, text: correct(block.text) }
    case 'quote':
      return { ...block, text: correct(block.text), ...(block.by ? { by: correct(block.by) } : {}) }
    case 'list':
      return { ...block, items: block.items.map(correct) }
    case 'fields':
      return { ...block, fields: block.fields.map((field) => ({ ...field, value: correct(field.value) })) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: correct(cell.text) }))) }
    default:
      return block
  }
}
