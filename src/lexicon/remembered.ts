/** Names recur: a corpus asks for the key of the same few thousand names again and again. */
const mostRemembered = 20_000

/** A look-up of a name that remembers its answers; when it has very many it starts anew. */
export function remembered<T>(look: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>()
  return (name) => {
    if (known.has(name)) return known.get(name)!
    const found = look(name)
    if (known.size >= mostRemembered) known.clear()
    known.set(name, found)
    return found
  }
}
