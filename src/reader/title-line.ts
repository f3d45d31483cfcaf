import type { Passage } from './passages.ts'

const mostWords = 9
const small = /^(?:an?|the|of|and|or|to|in|on|for|by|with|at|from|vs|is|are)$/

/**
 * Whether a paragraph is a heading that lost its markup ("Strengths", "What the Numbers Tell You"): one short line with no stop whose
 * words are capitalised, or that begins as a question does and does not ask.
 */
export function titleLine({ block, sentences, text }: Passage): boolean {
  if (block.kind !== 'paragraph' || sentences.length !== 1 || text.length > 80 || /[.!?:;,"'”’)]$/.test(text.replace(/\)$/, '')))
    return false
  const words = text.split(/\s+/)
  if (words.length > mostWords) return false
  if (/^(?:What|Why|How|Where|When) /.test(text)) return true
  return words.every((word) => /^[^a-z]/.test(word) || small.test(word))
}
