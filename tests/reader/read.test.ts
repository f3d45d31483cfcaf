import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claim.ts'
import { read } from '../../src/reader/read.ts'
import { articleOf } from './article-of.ts'

const words = [
  'GPT-5.4',
  'Claude Opus 4.6',
  'Gemini',
  'Muse Spark',
  'it',
  'the model',
  'MMLU-Pro',
  'GPQA Diamond',
  'LMArena',
  'the same test',
  'scored',
  'at',
  'on',
  'ahead of',
  'versus',
  'vs.',
  'respectively',
  'and',
  ',',
  '.',
  ';',
  '(',
  ')',
  '80.2%',
  '71',
  '1,501',
  '**64.3**',
  '$5',
  '\n\n',
  '- ',
  '| a | 80 |\n|---|---|\n',
  '# ',
  'not',
  'if',
  'from',
  'to',
  "'s",
  '[x](https://example.org)',
  '<b>9</b>',
  '\u00a0',
  '\u2011',
  'τ²-Bench',
  '😀',
  '\u0000',
  'released on April 8',
  'per 1M tokens',
]
const wild = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(' '))

const numbersOf = (claim: Claim) => (claim.type === 'score' ? [claim.value] : [])
const digits = (text: string) => text.replace(/\d,(?=\d{3})/g, (match) => match[0] as string)

describe('reading an article', () => {
  it('gives only spans that are in the text, and numbers that are in the span', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const article = articleOf(text, 'Muse Spark')
        const reading = read(article)
        for (const claim of [...reading.claims, ...reading.unparsed]) {
          expect(article.text.slice(claim.start, claim.end)).toBe(claim.quote)
          expect(claim.quote).not.toBe('')
        }
        for (const claim of reading.claims) {
          for (const value of numbersOf(claim)) {
            const found = [...digits(claim.quote).matchAll(/\d+(?:\.\d+)?/g)].map((match) => Number(match[0]))
            expect(found).toContain(value)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('leaves a note of a sentence that is too long to take apart', () => {
    const text = `GPT-7.1 scored 80% on MMMU ${'and then some more of it '.repeat(200)}as they say.`
    expect(read(articleOf(text)).unparsed.some((one) => /too long/.test(one.reason))).toBe(true)
  })

  it('names a tier beside fuller models, and no mode', () => {
    const { models } = read(
      articleOf('Gemini 7 Pro is out. Its Deep Think mode is slow. The maker also showed Gemini Deep Think again.'),
    )
    expect(models).toContain('Gemini 7 Pro')
    expect(models.filter((name) => /Deep Think/.test(name))).toHaveLength(1)
  })

  it('gives the same claims when it reads again', () => {
    fc.assert(
      fc.property(wild, (text) => {
        expect(read(articleOf(text))).toEqual(read(articleOf(text)))
      }),
      { numRuns: 60 },
    )
  })

  it('gives each claim an id of its own', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const ids = read(articleOf(text)).claims.map((claim) => claim.id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 100 },
    )
  })

  it('reads any characters without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        expect(() => read(articleOf(text))).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['brackets', '['.repeat(300_000)],
    ['one word', 'a'.repeat(300_000)],
    ['one line', 'The model is fine and '.repeat(15_000)],
    ['numbers', '80.2 '.repeat(20_000)],
    ['one long sentence of scores', 'GPT-5.4 scored 80.2% on MMLU-Pro, '.repeat(3_000)],
    ['links left open', '[a]('.repeat(60_000)],
    ['tags left open', '<a '.repeat(60_000)],
  ])('gets through %s', (_, text) => {
    expect(() => read(articleOf(text))).not.toThrow()
  })

  it('counts what a text says twice once, and the body before a box that repeats it', () => {
    const text = 'Muse Spark scored 52.1 on MMLU-Pro.\n\n## FAQ\n\nHow good is it?\n\nMuse Spark scored 52.1 on MMLU-Pro.'
    const scores = read(articleOf(text, 'Muse Spark')).claims.filter((claim) => claim.type === 'score')
    expect(scores.map(({ value, restated }) => [value, restated])).toEqual([[52.1, false]])
  })

  it('leaves a number that it cannot tie to a model to the operators', () => {
    const reading = read(articleOf('Zephyron scored 88.0% on GPQA Diamond.', 'GPT-5.5'))
    expect(reading.unparsed.map(({ quote }) => quote)).toEqual(['Zephyron scored 88.0% on GPQA Diamond.'])
  })
})
