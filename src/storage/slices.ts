/** Items in runs of at most `size`: a statement takes a limited number of parameters (32,766 on SQLite, 65,535 on Postgres). */
export function* slices<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}
