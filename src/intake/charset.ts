/**
 * The text of a fetched body: by its byte order mark, the charset of its content type, its XML declaration or its `<meta charset>`, else UTF-8. Bytes that are
 * wrong become U+FFFD; an unknown name counts as UTF-8. The order is that of the Encoding and HTML standards.
 */
export function decodeBody(bytes: Uint8Array, contentType: string | null): string {
  const label = markLabel(bytes) ?? charsetOf(contentType) ?? declaredLabel(bytes) ?? 'utf-8'
  return decoderFor(label).decode(bytes)
}

function markLabel(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

const charsetOf = (contentType: string | null): string | null =>
  /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1] ?? null

function declaredLabel(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  return (
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head)?.[1] ??
    /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)?.[1] ??
    null
  )
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder('utf-8')
  }
}
