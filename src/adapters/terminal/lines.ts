import stringWidth from 'string-width'
import type { NumberedSources } from '../../message/citations.ts'
import { marks } from '../../message/citations.ts'
import { type Span, spansOf, type Text } from '../../message/message.ts'

export type Style = 'bold' | 'italic' | 'dim' | 'underline' | 'strike'

const codes: Record<Style, [number, number]> = {
  bold: [1, 22],
  italic: [3, 23],
  dim: [2, 22],
  underline: [4, 24],
  strike: [9, 29],
}

/** Puts terminal styles around a text; without colour the text stays as it is. */
export function styled(text: string, styles: Style[], color: boolean): string {
  if (!color || text === '') return text
  return styles.reduce((inner, style) => `\u001b[${codes[style][0]}m${inner}\u001b[${codes[style][1]}m`, text)
}

/** Text from articles is data: control characters, escape sequences and direction overrides never reach the terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
}

/** How many columns a text takes: wide characters count two, styles none. */
export const widthOf = (text: string): number => stringWidth(text)

interface Piece {
  text: string
  styles: Style[]
  /** A space stands before it, where the line does not break. */
  spaced: boolean
}

function stylesOf(span: Span): Style[] {
  return [
    ...(span.bold ? (['bold'] as const) : []),
    ...(span.italic ? (['italic'] as const) : []),
    ...(span.strike ? (['strike'] as const) : []),
    ...(span.url ? (['underline'] as const) : []),
  ]
}

/** Words and citations; a citation hangs on the word before it and is never parted from it. */
function pieces(text: Text, numbered: NumberedSources | null): Piece[] {
  const found: Piece[] = []
  let spaced = false
  for (const span of spansOf(text)) {
    const shown = printable(span.text)
    const styles = stylesOf(span)
    for (const part of shown.match(/\s+|\S+/g) ?? []) {
      if (/^\s/.test(part)) {
        spaced = true
        continue
      }
      found.push({ text: part, styles, spaced })
      spaced = false
    }
    const numbers = numbered ? marks(numbered.numbers(span)) : ''
    if (numbers) found.push({ text: numbers, styles: ['dim'], spaced: false })
  }
  return found
}

/** The columns of the longest part that cannot be broken, and of the text on one line. */
export function measure(text: Text, numbered: NumberedSources | null): { least: number; natural: number } {
  let least = 0
  let run = 0
  let natural = 0
  for (const piece of pieces(text, numbered)) {
    const width = widthOf(piece.text)
    run = piece.spaced ? width : run + width
    least = Math.max(least, run)
    natural += width + (piece.spaced ? 1 : 0)
  }
  return { least, natural }
}

/** Breaks a text into lines of at most `width` columns, between words; a word longer than a line is cut, a citation never. */
export function wrap(text: Text, width: number, color: boolean, numbered: NumberedSources | null): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const room = Math.max(1, width)
  const chunks: Piece[][] = []
  for (const piece of pieces(text, numbered)) {
    if (piece.spaced || chunks.length === 0) chunks.push([piece])
    else chunks[chunks.length - 1]!.push(piece)
  }
  const flush = () => {
    lines.push(line)
    line = ''
    used = 0
  }
  for (const chunk of chunks) {
    const wide = chunk.reduce((sum, piece) => sum + widthOf(piece.text), 0)
    const gap = used > 0 ? 1 : 0
    if (used > 0 && used + gap + wide > room) flush()
    else if (gap) {
      line += ' '
      used++
    }
    let marked = false
    for (const piece of chunk) {
      const mark = piece.styles.includes('dim')
      // marks of adjoining spans may part, a mark and its word never
      if (mark && marked && used + widthOf(piece.text) > room) flush()
      marked = mark
      if (used + widthOf(piece.text) <= room || mark) {
        line += styled(piece.text, piece.styles, color)
        used += widthOf(piece.text)
        continue
      }
      for (const letter of piece.text) {
        if (used + widthOf(letter) > room && used > 0) flush()
        line += styled(letter, piece.styles, color)
        used += widthOf(letter)
      }
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines
}

/** Fills a line with spaces to `width` columns. */
export function pad(line: string, width: number, align: 'left' | 'right'): string {
  const gap = ' '.repeat(Math.max(0, width - widthOf(line)))
  return align === 'right' ? gap + line : line + gap
}
