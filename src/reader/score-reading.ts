/** One reading of a number in a sentence, by tag index. `owner` −1: whom the text is about, as no name stands in the clause. */
export interface ScoreReading {
  number: number
  owner: number
  /** Index of the benchmark's tag; −1: the one in force from the sentences before. */
  benchmark: number
  /** Which pattern read it. */
  rule: string
}

/** Numbers of a sentence that a pattern accounted for. `spent` are understood as no statement of their own (an old value, half of an unclear pair). */
export interface ClauseResult {
  readings: ScoreReading[]
  spent: number[]
}
