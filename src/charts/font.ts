import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype from 'opentype.js'

const resolve = createRequire(import.meta.url).resolve
/** Inter (OFL-1.1), as TrueType: what the rasteriser reads. One font on every machine keeps pictures the same. */
export const fontFiles = [
  resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'),
]
export const fontFamily = 'Inter'

let fonts: opentype.Font[] | undefined
function loaded(): opentype.Font[] {
  fonts ??= fontFiles.map((file) => {
    const bytes = readFileSync(file)
    return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  })
  return fonts
}

/** How wide a text is in pixels at a font size. Glyph by glyph: the font's ligature table is not needed for labels. */
export function textWidth(text: string, size: number, bold = false): number {
  const font = loaded()[bold ? 1 : 0]!
  let width = 0
  for (const character of text) width += font.charToGlyph(character).advanceWidth ?? 0
  return (width * size) / font.unitsPerEm
}

/** What the font can draw of a text: no colour emoji, no letters that it lacks. */
export function drawable(text: string): string {
  const font = loaded()[0]!
  return [...text.normalize('NFC')]
    .filter((character) => character === ' ' || font.charToGlyphIndex(character) > 0)
    .join('')
    .replace(/\s+/g, ' ')
}

/** Cuts a text to a width, with an ellipsis where something went: for labels only; the alt text keeps it whole. */
export function fitted(text: string, width: number, size: number, bold = false): string {
  const clean = drawable(text)
  if (textWidth(clean, size, bold) <= width) return clean
  const letters = [...clean]
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size, bold) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
