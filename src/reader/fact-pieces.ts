import type { Sentence } from './passages.ts'

/** No writer's sentence is longer: longer stretches are read piece by piece, so that reading stays linear in the text. */
const longestPiece = 2_000

/** "X has been released (Score: 400, Comments: 89): …": where a forum's headline ends and the post begins. */
const headline = / \((?:Score: \d+, Comments: \d+|Activity: \d+)\): ?/

/** A sentence as the facts are read from it: a forum's headline apart from its post, and very long ones in parts. */
export function pieces(sentence: Sentence): Sentence[] {
  const head = headline.exec(sentence.text)
  if (head !== null) {
    const { start, end, text } = sentence
    const [to, from] = [head.index, head.index + head[0].length]
    const post = from < text.length ? pieces({ start: start + from, end, text: text.slice(from) }) : []
    return [{ start, end: start + to, text: text.slice(0, to) }, ...post]
  }
  if (sentence.text.length <= longestPiece) return [sentence]
  const found: Sentence[] = []
  for (let at = 0; at < sentence.text.length; ) {
    const space = sentence.text.lastIndexOf(' ', at + longestPiece)
    const end = at + longestPiece >= sentence.text.length ? sentence.text.length : space > at ? space : at + longestPiece
    found.push({ start: sentence.start + at, end: sentence.start + end, text: sentence.text.slice(at, end) })
    at = end
  }
  return found
}
