import { expect, test } from 'vitest'
import { articleFromFile } from '../../src/intake/read-file.ts'
import { passages } from '../../src/reader/passages.ts'
import { titleLine } from '../../src/reader/title-line.ts'

const lineOf = (text: string) => {
  const found = passages(
    articleFromFile('note.md', Buffer.from(`---\ntitle: A note\n---\n\nA first paragraph that says something.\n\n${text}\n`)),
  )
  return titleLine(found.at(-1) as NonNullable<(typeof found)[number]>)
}

test.each(['Strengths', 'Known Limits of the Model', 'What the numbers say', 'Six Things the Prices Tell You'])(
  'a short line with no stop is a heading: "%s"',
  (text) => {
    expect(lineOf(text)).toBe(true)
  },
)

test.each(['Weaker than its rival in long chats', 'The model is slow.', 'What does it cost?'])(
  'a line that states or asks something is none: "%s"',
  (text) => {
    expect(lineOf(text)).toBe(false)
  },
)
