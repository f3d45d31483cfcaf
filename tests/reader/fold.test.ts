import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/reader/fold.ts'

describe('cleaning a stretch of text', () => {
  it.each([
    ['bold around a number', 'at **77.2%** now', 'at 77.2% now'],
    ['code marks', 'gets `40.7%` there', 'gets 40.7% there'],
    ['a link', 'see [the card](https://example.org/a_(b)) here', 'see the card here'],
    ['a picture', 'a ![chart](c.png) b', 'a b'],
    ['an escape', 'macro\\_avg', 'macro_avg'],
    ['tags', 'up <b>80</b> <span class="x">now</span>', 'up 80 now'],
    ['a footnote mark', 'scored 94.3[^2] and 80.1[3].', 'scored 94.3 and 80.1.'],
    ['a raised number', 'scored 94.3<sup>1</sup>', 'scored 94.3^1'],
    ['entities', 'A &amp; B&nbsp;C &#8211; D', 'A & B C – D'],
    ['print hyphens, spaces and quotes', 'GPT\u20114\u202fand \u201cLlama\u201d', 'GPT-4 and "Llama"'],
    ['invisible characters', 'bench\u00admark\u200b', 'benchmark'],
    ['a sign between spaces', '3 * 4', '3 * 4'],
    ['snake case', 'reasoning_content', 'reasoning_content'],
    ['an address in the text', 'see https://example.org/x?y=1 now', 'see now'],
    ['a heading run into a sentence', 'Key TasksGPT-5.1 leads', 'Key Tasks\nGPT-5.1 leads'],
  ])('%s', (_, source, text) => {
    expect(fold(source).text).toBe(text)
  })

  it('maps every character back to where it stands', () => {
    const source = 'at **77.2%** on [X](https://example.org)'
    const { text, starts, ends } = fold(source)
    const at = text.indexOf('77.2')
    expect(source.slice(starts[at], ends[at + 3])).toBe('77.2')
  })

  it('keeps offsets in order for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab[]()*_`\\<>!&;#~ "1.%\n'), maxLength: 200 }), (source) => {
        const { text, starts, ends } = fold(source)
        expect(starts.length).toBe(text.length)
        for (let i = 0; i < text.length; i++) {
          expect(ends[i]).toBeGreaterThanOrEqual(starts[i] as number)
          if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(ends[i - 1] as number)
        }
      }),
    )
  })
})
