/**
 * The articles that are about one model's release, and what they add up to. A model has one launch; vN and vN.1 are two models. `date` is the release date
 * that most independent origins state, else the date of the first article about it; YYYY-MM-DD or YYYY-MM, null where nothing is dated.
 */
export interface Launch {
  model: string
  vendor: string | null
  date: string | null
  dateStated: boolean
  /** Claims that state the date, or the first article's statement. */
  dateClaims: string[]
  /** Articles about the model, and how many independent origins they have. */
  articles: number
  origins: number
  /** One sentence that says what it is, with its claims. */
  what: { text: string; claims: string[] } | null
}

/** Articles this far from a launch's date belong to its news; later ones look back on it. (docs: the same model entity plus a date window.) */
export const launchWindowDays = 14
