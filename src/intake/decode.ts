import { UserError } from '../errors.ts'

/** The largest file that is read, in bytes. Launch coverage is a few kilobytes; a page with its markup seldom passes one megabyte. */
export const largestFile = 5_000_000

/** First bytes of formats that people drop in by mistake, with the name that they know. */
const signatures: { name: string; bytes: number[] }[] = [
  { name: 'a PDF', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { name: 'a ZIP or Office file', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'a PNG picture', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff] },
  { name: 'a GIF picture', bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: 'a gzip file', bytes: [0x1f, 0x8b] },
]

/**
 * The text of a file, without a byte order mark. UTF-8 always, UTF-16 only with its mark.
 * `name` stands in the messages. Throws a UserError for an empty, too large, binary or wrongly encoded file.
 */
export function decodeText(name: string, bytes: Uint8Array): string {
  if (bytes.length === 0) throw new UserError('bad_input', `${name} is empty. Give a file that holds the article's text.`)
  if (bytes.length > largestFile) {
    const size = (bytes.length / 1_000_000).toFixed(1)
    throw new UserError('too_large', `${name} has ${size} MB; the limit is 5 MB. Cut it down to the article itself.`)
  }
  const utf16 = utf16Label(bytes)
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  const known = signatures.find((signature) => signature.bytes.every((byte, i) => bytes[i] === byte))
  if (known) {
    throw new UserError('unreadable', `${name} is ${known.name}, not text. Save the article as .txt, .md or .html.`)
  }
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    throw new UserError('unreadable', `${name} is binary (a zero byte at byte ${nul}). Save the article as .txt, .md or .html.`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    const at = firstBadByte(bytes)
    throw new UserError('unreadable', `${name} is not UTF-8: byte ${at} is wrong. Save it again with the encoding UTF-8.`, {
      cause,
    })
  }
}

function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/**
 * The offset (from 0) of the first byte at which `bytes` stops being UTF-8, or -1. Follows the table of well-formed
 * sequences in the Unicode Standard (3.9, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
 */
export function firstBadByte(bytes: Uint8Array): number {
  let i = 0
  while (i < bytes.length) {
    const lead = bytes[i] as number
    if (lead < 0x80) {
      i++
      continue
    }
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    if (lead < 0xc2 || lead > 0xf4) return i
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    for (let k = 1; k < length; k++) {
      const byte = bytes[i + k]
      if (byte === undefined || byte < (k === 1 ? low : 0x80) || byte > (k === 1 ? high : 0xbf)) return i
    }
    i += length
  }
  return -1
}
