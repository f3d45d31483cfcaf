import { contentWords } from './words.ts'

/** One sentence that may be chosen, with its place: which document, and the how-manieth of it. */
interface Candidate {
  text: string
  document: number
  place: number
  words: string[]
}

/** Sentences shorter or longer than this, in words, seldom stand alone or say too much at once. */
const leastWords = 6
const mostWords = 45
/** A sentence that shares this much of its words with a chosen one says the same again. */
const redundant = 0.5

/**
 * Picks sentences that sum a text up, as they stand, in the text's order. One document: its lead counts most, since news says first what matters, and no
 * ranking without a trained model beats the lead (docs of the field: Lead-3 41.4 ROUGE-1, best unsupervised 39.2). Several documents: what most of
 * them speak of, by SumBasic (Nenkova and Vanderwende, 2005) with length normalised, and nothing twice. Deterministic.
 */
export function summarise(documents: readonly (readonly string[])[], sentences: number): string[] {
  const candidates = documents.flatMap((document, index) =>
    document.map((text, place): Candidate => ({ text, document: index, place, words: contentWords(text) })),
  )
  const chosen = documents.length === 1 ? byLead(candidates, sentences) : byFrequency(candidates, sentences)
  return chosen.sort((a, b) => a.document - b.document || a.place - b.place).map(({ text }) => text)
}

/** Of one document: the first sentences that say something, none twice. */
function byLead(candidates: Candidate[], count: number): Candidate[] {
  const chosen: Candidate[] = []
  for (const candidate of candidates) {
    if (chosen.length === count) break
    if (candidate.words.length >= 3 && !repeats(candidate, chosen)) chosen.push(candidate)
  }
  return chosen
}

/** Of many: at each step the sentence whose words are most common, then these words count less. */
function byFrequency(candidates: Candidate[], count: number): Candidate[] {
  // a word weighs by the share of sentences that hold it
  const weights = new Map<string, number>()
  for (const { words } of candidates)
    for (const word of new Set(words)) weights.set(word, (weights.get(word) ?? 0) + 1 / candidates.length)
  const left = new Set(candidates.filter(({ words, text }) => words.length >= 2 && fits(text)))
  const chosen: Candidate[] = []
  while (chosen.length < count && left.size > 0) {
    let best: Candidate | undefined
    let most = -1
    for (const candidate of left) {
      const score =
        new Set(candidate.words).values().reduce((sum, word) => sum + weights.get(word)!, 0) /
        Math.sqrt(new Set(candidate.words).size)
      if (score > most) {
        most = score
        best = candidate
      }
    }
    left.delete(best!)
    if (repeats(best!, chosen)) continue
    chosen.push(best!)
    for (const word of new Set(best!.words)) weights.set(word, weights.get(word)! ** 2)
  }
  return chosen
}

function fits(text: string): boolean {
  const words = text.split(/\s+/).length
  return words >= leastWords && words <= mostWords
}

/** Whether a sentence says again what one of the chosen says: by shared content words of the shorter. */
export function repeats(candidate: { words: string[] }, chosen: readonly { words: string[] }[]): boolean {
  const own = new Set(candidate.words)
  return chosen.some(({ words }) => {
    const other = new Set(words)
    const smaller = Math.min(own.size, other.size)
    return (
      smaller > 0 &&
      own.intersection(other).size / smaller >= redundant + 1e-9 &&
      own.intersection(other).size / Math.max(own.size, other.size) >= redundant
    )
  })
}
