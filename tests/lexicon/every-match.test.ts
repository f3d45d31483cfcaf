import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyMatch } from '../../src/lexicon/every-match.ts'

const placed = (matches: Iterable<RegExpExecArray>) => [...matches].map(({ index, ...groups }) => ({ index, groups }))

test('finds what matchAll finds, in any text', () => {
  for (const pattern of [/a+(b)?/g, /\b(?:beats?|is ahead of) (?=[A-Z])/gi, /(?<=a)|b/g, /\p{L}+/gu]) {
    fc.assert(
      fc.property(fc.stringMatching(/^(?:[ab .é]|beats |Is ahead of |X){0,30}$/), (text) => {
        expect(placed(everyMatch(text, pattern))).toEqual(placed(text.matchAll(pattern)))
      }),
    )
  }
})

test('starts at the beginning of the text, whatever was searched with the pattern before', () => {
  const pattern = /\d/g
  pattern.test('7 and 8')
  expect(everyMatch('1, 2', pattern).map(([digit]) => digit)).toEqual(['1', '2'])
})
