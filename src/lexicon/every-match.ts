/**
 * Every match of a pattern with the flag `g` in a text, in order, as `text.matchAll(pattern)` gives them. That clones the pattern for each
 * call, and with patterns of hundreds of words the clone costs more than the search. A pattern that can match nothing steps by one unit.
 */
export function everyMatch(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex += 1
  }
  return found
}
