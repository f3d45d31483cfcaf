import { stemmer } from 'stemmer'

/** Words as rouge_score takes them: letters and digits, lower case, Porter stems above three letters. */
function tokens(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => (word.length > 3 ? stemmer(word) : word))
}

function grams(words: string[], size: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + size <= words.length; at++) {
    const gram = words.slice(at, at + size).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

const f1 = (shared: number, of: number, against: number): number => (shared === 0 ? 0 : (2 * shared) / (of + against))

/** ROUGE-N as F1, 0 to 1 (Lin, 2004). */
export function rougeN(summary: string, reference: string, size: number): number {
  const [a, b] = [grams(tokens(summary), size), grams(tokens(reference), size)]
  let shared = 0
  for (const [gram, count] of a) shared += Math.min(count, b.get(gram) ?? 0)
  const total = (counts: Map<string, number>) => counts.values().reduce((sum, count) => sum + count, 0)
  return f1(shared, total(a), total(b))
}

/** ROUGE-L as F1: the longest common subsequence of words. */
export function rougeL(summary: string, reference: string): number {
  const [a, b] = [tokens(summary), tokens(reference)]
  let row = new Uint16Array(b.length + 1)
  for (const word of a) {
    const next = new Uint16Array(b.length + 1)
    for (let at = 1; at <= b.length; at++) next[at] = word === b[at - 1] ? row[at - 1]! + 1 : Math.max(row[at]!, next[at - 1]!)
    row = next
  }
  return f1(row[b.length]!, a.length, b.length)
}
