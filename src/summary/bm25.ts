/** Usual parameters (Robertson and Zaragoza, 2009). */
const k1 = 1.2
const b = 0.75

/**
 * Scores documents (as words) for a query by BM25; the answer follows the order of `documents`. The statistics are those of the documents given.
 */
export function bm25(query: readonly string[], documents: readonly (readonly string[])[]): number[] {
  const wanted = [...new Set(query)]
  const average = documents.reduce((sum, words) => sum + words.length, 0) / Math.max(1, documents.length)
  const counts = documents.map((words) => {
    const count = new Map<string, number>()
    for (const word of words) count.set(word, (count.get(word) ?? 0) + 1)
    return count
  })
  const weights = wanted.map((word) => {
    const holding = counts.filter((count) => count.has(word)).length
    return Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5))
  })
  return documents.map((words, index) =>
    wanted.reduce((sum, word, at) => {
      const times = counts[index]!.get(word) ?? 0
      return sum + (weights[at]! * times * (k1 + 1)) / (times + k1 * (1 - b + (b * words.length) / (average || 1)))
    }, 0),
  )
}
