/** The numbers that a reader has already spent, by where their first digit stands in the article's text. No other reader reads them again. */
export interface Taken {
  has(offset: number): boolean
  add(offset: number): void
}

/** An empty record of spent numbers, one for each reading of an article. */
export function nothingTaken(): Taken {
  const offsets = new Set<number>()
  return { has: (offset) => offsets.has(offset), add: (offset) => void offsets.add(offset) }
}
