import { type Block, type Citation, type Message, type Span, spansOf, type Text } from './message.ts'

/** Every text of a block, in reading order. */
export function textsOf(block: Block): Text[] {
  switch (block.type) {
    case 'paragraph':
    case 'context':
      return [block.text]
    case 'quote':
      return block.by ? [block.text, block.by] : [block.text]
    case 'list':
      return block.items
    case 'fields':
      return block.fields.map((field) => field.value)
    case 'table':
      return block.rows.flatMap((row) => row.map((cell) => cell.text))
    default:
      return []
  }
}

/** Every claim id that a message cites, in order of first citation, each once. */
export function citedClaims(message: Message): string[] {
  const ids = message.blocks.flatMap((block) =>
    textsOf(block).flatMap((text) => spansOf(text).flatMap((span) => span.cite ?? [])),
  )
  return [...new Set(ids)]
}

export interface NumberedSources {
  /** The numbers to print after a span, ascending, each once. */
  numbers(span: Span): number[]
  /** One entry per article, in order of number, with the first citation that named it. */
  sources: { number: number; citation: Citation }[]
}

/**
 * Numbers a message's sources: one number per article, in order of first citation.
 * @throws Error where a span cites a claim that the message does not carry: that is a bug in a view.
 */
export function numberCitations(message: Message): NumberedSources {
  const numberOf = new Map<string, number>()
  const sources: NumberedSources['sources'] = []
  const citationOf = (claim: string): Citation => {
    const citation = message.citations[claim]
    if (!citation) throw new Error(`message "${message.title}" cites ${claim} but does not carry it`)
    return citation
  }
  for (const claim of citedClaims(message)) {
    const citation = citationOf(claim)
    if (numberOf.has(citation.article)) continue
    numberOf.set(citation.article, sources.length + 1)
    sources.push({ number: sources.length + 1, citation })
  }
  return {
    sources,
    numbers: (span) =>
      [...new Set((span.cite ?? []).map((claim) => numberOf.get(citationOf(claim).article) ?? 0))].sort((a, b) => a - b),
  }
}

/** `[1][2]`, or nothing. */
export function marks(numbers: number[]): string {
  return numbers.map((number) => `[${number}]`).join('')
}
