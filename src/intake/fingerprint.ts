import { createHash } from 'node:crypto'

/**
 * The same 64 hex digits for the same words: sha256 of the text in compatibility form (NFKC), lower case, letters and digits only.
 * Spaces, punctuation, markup signs and odd dashes make no difference; one changed word or digit does.
 */
export function fingerprint(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return createHash('sha256').update(words.join(' ')).digest('hex')
}

/** An article's id: `a` and 12 hex digits of its canonical address or, without one, of its fingerprint. */
export function articleId(canonical: string | null, print: string): string {
  const digest = createHash('sha256')
    .update(canonical ?? `text:${print}`)
    .digest('hex')
  return `a${digest.slice(0, 12)}`
}
