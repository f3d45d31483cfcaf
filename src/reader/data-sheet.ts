import { isFamily } from './bullets.ts'
import type { Discourse, ModelRef } from './discourse.ts'
import type { Passage } from './passages.ts'

const cell = /^(?:[~≈]?\d[\d.,]*\s?%?|[-–—]|n\/a|tbd)$/i

/**
 * Whose data sheet a line stands in: a page whose title names one model, with a test's name on one line and its share on the next. Null where
 * the line behind is a value too (a table with more columns, taken apart), where the text names several models of the title's name, or where
 * the nearest lines above name another one.
 */
export function sheetOwner(passages: readonly Passage[], index: number, discourse: Discourse): ModelRef | null {
  const { topic } = discourse
  if (topic === null || discourse.titled.length !== 1 || discourse.titled[0] !== topic.name || isFamily(discourse)) return null
  if (cell.test(passages[index + 1]?.text ?? '')) return null
  for (let at = index - 1; at >= 0 && at > index - 40; at--) {
    const named = discourse.inPassage(at).map((mention) => discourse.resolve(mention)?.name)
    if (named.length > 0) return named.every((name) => name === topic.name) ? { name: topic.name, variant: null } : null
  }
  return { name: topic.name, variant: null }
}
