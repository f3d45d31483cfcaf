import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPhrases, indexPhrases, words } from '../../src/reader/risk-phrases.ts'

const found = (sentence: string, list: string): string[] =>
  findPhrases(words(sentence), indexPhrases([['label', list]])).map(({ phrase }) => phrase)

test('contracted negations give the word "not", possessives lose their ending', () => {
  expect(words("It hasn't, won't and can't; it cannot. The model's").map(({ word }) => word)).toEqual(
    'it has not will not and can not it can not the model'.split(' '),
  )
})

test('hyphens part words and offsets point into the sentence', () => {
  const sentence = 'A US-only launch'
  expect(words(sentence).map(({ word, start, end }) => [word, sentence.slice(start, end).toLowerCase()])).toEqual([
    ['a', 'a'],
    ['us', 'us'],
    ['only', 'only'],
    ['launch', 'launch'],
  ])
})

test('a stem takes any ending, a plain word only itself', () => {
  expect(found('It hallucinated twice', 'hallucinat*')).toEqual(['hallucinat*'])
  expect(found('The banner is red', 'ban|bans')).toEqual([])
})

test('a gap bridges up to as many words as it says, and none too', () => {
  expect(found('not verified', 'not ~2 verified')).toHaveLength(1)
  expect(found('not yet independently verified', 'not ~2 verified')).toHaveLength(1)
  expect(found('not yet been independently verified', 'not ~2 verified')).toHaveLength(0)
})

test('an end mark wants a comma, a joining word or the end of the sentence behind it', () => {
  expect(found('The model is proprietary.', 'is proprietary $')).toHaveLength(1)
  expect(found('The model is proprietary, for now', 'is proprietary $')).toHaveLength(1)
  expect(found('The model is proprietary and large', 'is proprietary $')).toHaveLength(1)
  expect(found('It is proprietary software', 'is proprietary $')).toHaveLength(0)
})

test('a phrase that starts with a gap is refused', () => {
  expect(() => indexPhrases([['label', '~2 verified']])).toThrow('A phrase starts with a word: ~2 verified')
})

test('a letter that grows in lower case keeps its place', () => {
  expect(words('İ ok').map(({ start, end }) => [start, end])).toEqual([
    [0, 1],
    [2, 4],
  ])
})

test('any text gives words in order whose offsets lie inside it, the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const read = words(text)
      let last = 0
      for (const { start, end } of read) {
        expect(start).toBeGreaterThanOrEqual(last === end ? start : Math.min(last, start))
        expect(end).toBeLessThanOrEqual(text.length)
        last = start
      }
      expect(words(text)).toEqual(read)
    }),
  )
})
