/** What a terminal bears: below 40 columns tables become lists; beyond 120 lines of text are hard to read. */
export const limits = {
  leastWidth: 40,
  mostWidth: 120,
  /** Width where none is known, as in a pipe. */
  defaultWidth: 100,
  shownActions: 6,
  historyLines: 500,
} as const
