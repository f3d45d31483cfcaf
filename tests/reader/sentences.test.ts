import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/reader/sentences.ts'

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('splitting into sentences', () => {
  it.each([
    ['vs. joins', 'Claude got 65.3%, vs. 80.2 for Gemini. It lost.', ['Claude got 65.3%, vs. 80.2 for Gemini.', 'It lost.']],
    ['a version is no end', 'GPT 5.4 scored 40.1. Grok 4.2 followed.', ['GPT 5.4 scored 40.1.', 'Grok 4.2 followed.']],
    ['approx. and e.g.', 'It needs approx. 40 GB, e.g. two cards. Fine.', ['It needs approx. 40 GB, e.g. two cards.', 'Fine.']],
    ['No. before a digit', 'It is No. 3 there. No. That is wrong.', ['It is No. 3 there.', 'No.', 'That is wrong.']],
    ['a month', 'It came on Apr. 8 and went.', ['It came on Apr. 8 and went.']],
    ['a company', 'Foo Inc. Partners run it. Foo Inc. The end.', ['Foo Inc. Partners run it.', 'Foo Inc.', 'The end.']],
    ['a product in lower case', 'Much was said. xAI said less.', ['Much was said.', 'xAI said less.']],
    ['a price', 'Output is $10. $5 is the price of cached input.', ['Output is $10.', '$5 is the price of cached input.']],
    [
      'a glued sentence',
      'It runs on all surfaces.The new model is small.',
      ['It runs on all surfaces.', 'The new model is small.'],
    ],
    ['a domain', 'Use meta.ai or Node.js today.', ['Use meta.ai or Node.js today.']],
    ['a quotation mark behind the stop', '"It works." She left.', ['"It works."', 'She left.']],
  ])('%s', (_, text, sentences) => {
    expect(split(text)).toEqual(sentences)
  })

  it('gives ranges in order that hold every word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const ranges = splitSentences(text)
        let at = 0
        let kept = ''
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          kept += text.slice(start, end)
          at = end
        }
        expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })
})
