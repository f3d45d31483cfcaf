import type { NumberedSources } from '../../message/citations.ts'
import { limits } from './limits.ts'
import { type Piece, sourceLine } from './pieces.ts'

/** What goes into one message: pieces in order, and the lines of the sources that they cite. */
export interface Parcel {
  pieces: Piece[]
  sources: string[]
}

/** Texts that stand apart; beyond this they join, so that components are left for the rest. Ours. */
const mostTexts = 14

interface Open {
  pieces: Piece[]
  /** Lines by source number. */
  sources: Map<number, string>
  characters: number
}

/**
 * Fills messages with pieces, in order, within what one message holds. Each message lists the sources of what it says. Sources
 * that find no room beside their text go on in the next message. `opening` starts every message after the first.
 */
export function pack(pieces: Piece[], numbered: NumberedSources, opening: string): Parcel[] {
  const lines = new Map(numbered.sources.map(({ number, citation }) => [number, sourceLine(number, citation)]))
  const parcels: Parcel[] = []
  let open = start()
  const next = () => {
    const sources = [...open.sources].sort(([a], [b]) => a - b).map(([, line]) => line)
    parcels.push({ pieces: open.pieces, sources })
    open = start()
    if (opening) put(open, { kind: 'text', markdown: opening, numbers: [], joins: false })
  }
  const isFresh = () => open.pieces.length <= (parcels.length > 0 && opening ? 1 : 0) && open.sources.size === 0

  for (const piece of pieces) {
    const wanted = numbersOf(piece)
    if (!isFresh() && !fits(open, piece, wanted, lines)) next()
    // at the top of a message a text has nothing to go on from
    put(open, piece.kind === 'text' && isFresh() ? { ...piece, joins: false } : piece)
    for (const number of wanted) {
      if (open.sources.has(number)) continue
      if (open.characters + lines.get(number)!.length + 1 > limits.text) next()
      addSource(open, number, lines.get(number)!)
    }
  }
  if (open.pieces.length > 0 || parcels.length === 0) next()
  return parcels
}

const start = (): Open => ({ pieces: [], sources: new Map(), characters: 0 })

/** Texts are joined by one or two line breaks, sources by one. */
const breaks = 2

function put(open: Open, piece: Piece): void {
  open.pieces.push(piece)
  if (piece.kind === 'text') open.characters += piece.markdown.length + breaks
}

function addSource(open: Open, number: number, line: string): void {
  open.sources.set(number, line)
  open.characters += line.length + 1
}

export function numbersOf(piece: Piece): number[] {
  if (piece.kind === 'text') return piece.numbers
  return piece.kind === 'picture' ? [...new Set(piece.picture.numbers)] : []
}

function fits(open: Open, piece: Piece, wanted: number[], lines: ReadonlyMap<number, string>): boolean {
  const sources = wanted.filter((number) => !open.sources.has(number))
  const characters =
    (piece.kind === 'text' ? piece.markdown.length + breaks : 0) +
    sources.reduce((sum, number) => sum + lines.get(number)!.length + 1, 0)
  const pieces = [...open.pieces, piece]
  return (
    open.characters + characters <= limits.text &&
    componentsOf(pieces) <= limits.components &&
    pieces.filter(({ kind }) => kind === 'picture').length < limits.files &&
    pieces.filter(({ kind }) => kind === 'buttons' || kind === 'select').length <= limits.rows
  )
}

/** One component's worth: texts that stand together as one string, or another piece. */
export type Run = string | Exclude<Piece, { kind: 'text' }>

/** Texts that stand together as one component, in order with everything else. */
export function runs(pieces: Piece[]): Run[] {
  const found: Run[] = []
  let texts = 0
  for (const piece of pieces) {
    const last = found.length - 1
    if (piece.kind !== 'text') found.push(piece)
    else if (typeof found[last] === 'string' && (piece.joins || texts >= mostTexts))
      found[last] += (piece.joins ? '\n' : '\n\n') + piece.markdown
    else {
      found.push(piece.markdown)
      texts++
    }
  }
  return found
}

/** Components that the pieces take, their container and their sources' text and line counted in. */
function componentsOf(pieces: Piece[]): number {
  return runs(pieces).reduce((sum, run) => {
    if (typeof run === 'string') return sum + 1
    if (run.kind === 'buttons') return sum + 1 + run.buttons.length
    return sum + (run.kind === 'select' ? 2 : 1)
  }, 3)
}
