import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bm25 } from '../../src/summary/bm25.ts'
import { summarise } from '../../src/summary/summarise.ts'
import { rankWords } from '../../src/summary/words.ts'
import { rougeL, rougeN } from '../bench/rouge.ts'

test('one article is summed up by its lead, without saying a thing twice', () => {
  const article = [
    'Acme launched the Larkspur model on Monday.',
    'On Monday Acme launched its Larkspur model.',
    'It reads images and text.',
    'The price was not given.',
  ]
  expect(summarise([article], 2)).toEqual([article[0], article[2]])
})

test('many documents are summed up by what most of them speak of', () => {
  const documents = [
    ['The battery lasts all day long for me.', 'I bought it in a small shop in town.'],
    ['Great battery life, it lasts for days.', 'My cousin has the blue one at home.'],
    ['I like that the battery lasts so long.', 'Shipping took about a week to arrive.'],
  ]
  expect(summarise(documents, 1)[0]).toMatch(/battery/)
})

test('a summary is sentences of its documents as they stand, in their order, at most so many, and always the same', () => {
  const sentence = fc
    .array(fc.constantFrom('model', 'price', 'risk', 'fast', 'open', 'weights', 'Acme', 'said'), { minLength: 1, maxLength: 12 })
    .map((words) => `${words.join(' ')}.`)
  fc.assert(
    fc.property(
      fc.array(fc.array(sentence, { maxLength: 8 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 5 }),
      (documents, count) => {
        const all = documents.flat()
        const summary = summarise(documents, count)
        expect(summary.length).toBeLessThanOrEqual(count)
        for (const each of summary) expect(all).toContain(each)
        expect(summarise(documents, count)).toEqual(summary)
      },
    ),
  )
})

test('names with versions stay whole for ranking, long words are stemmed', () => {
  expect(rankWords('GPT-5.4 costs more; prices rose')).toEqual(['gpt-5.4', 'cost', 'more', 'price', 'rose'])
})

test('a document with a rare word of the query ranks above one with a common word', () => {
  const documents = ['price model', 'price context model', 'price model'].map(rankWords)
  const scores = bm25(rankWords('context price'), documents)
  expect(scores.indexOf(Math.max(...scores))).toBe(1)
})

test('ROUGE gives the figures of the published example', () => {
  const [summary, reference] = ['The quick brown dog jumps on the log.', 'The quick brown fox jumps over the lazy dog']
  expect(rougeN(summary, reference, 1)).toBeCloseTo(0.7059, 3)
  expect(rougeL(summary, reference)).toBeCloseTo(0.5882, 3)
})
