import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Risk, riskSchema } from '../../src/claim.ts'
import { articleFromFile } from '../../src/intake/read-file.ts'
import { discourse } from '../../src/reader/discourse.ts'
import { passages } from '../../src/reader/passages.ts'
import { readRisks } from '../../src/reader/risks.ts'

function risksOf(body: string, title = 'Meta releases Muse Comet'): Risk[] {
  const article = articleFromFile('comet.md', new TextEncoder().encode(`# ${title}\n\n${body}\n`))
  const read = passages(article)
  const { claims } = readRisks(article, read, discourse(article, read))
  for (const risk of claims) {
    expect(() => riskSchema.parse(risk)).not.toThrow()
    for (const span of [risk, ...risk.replies]) expect(article.text.slice(span.start, span.end)).toBe(span.quote)
  }
  return claims
}

describe('what is read', () => {
  test('the lead-in of an item is its heading, and an item under open questions needs a question of its own', () => {
    const body = `## What we don't know\n\n- **Limits the vendor lists.** It is not clear what the API will cost.\n- Muse Comet is a preview.\n`
    expect(risksOf(body).map(({ quote }) => quote)).toEqual(['It is not clear what the API will cost.'])
  })

  test('the quote is the whole sentence, markup included', () => {
    const [risk] = risksOf('Muse Comet is fast. It **struggles** with [tables](https://example.com/t) of two pages. It is new.')
    expect(risk?.quote).toBe('It **struggles** with [tables](https://example.com/t) of two pages.')
  })

  test('headings, titles and table cells state nothing', () => {
    const body = '## Muse Comet hallucinates\n\n| Model | Weakness |\n|---|---|\n| Muse Comet | hallucinates often |\n'
    expect(risksOf(body, 'Muse Comet struggles with maths')).toEqual([])
  })

  test('a bullet under a heading for limits is a risk by its place', () => {
    const body = '## Strengths\n\n- Reads maps in colour\n\n## Limitations\n\n- Maps in black and white come out empty\n'
    expect(risksOf(body).map(({ quote, category }) => [category, quote])).toEqual([
      ['reliability', 'Maps in black and white come out empty'],
    ])
  })

  test('a key point is read and marked as said again', () => {
    const body =
      'Muse Comet has not been independently verified.\n\n## Key points\n\n- The results of Muse Comet have not been independently verified\n'
    expect(risksOf(body).map(({ restated }) => restated)).toEqual([false, true])
  })

  test('a page that lost its stops gives no quote of its whole length', () => {
    expect(risksOf(`${'the model hallucinates and '.repeat(80)}more`)).toEqual([])
  })
})

describe('which model', () => {
  test('the one that the heading above names', () => {
    const body = 'Muse Comet and Llama 4 were compared.\n\n## Llama 4\n\nAnswers are slow to arrive and often wrong.\n'
    expect(risksOf(body).map((risk) => risk.model)).toEqual(['Llama 4'])
  })

  test('a family name where the text knows no fuller one, and never the topic for another family', () => {
    expect(risksOf('Grok was banned in two countries.', 'Two countries ban Grok').map((risk) => risk.model)).toEqual(['Grok'])
    expect(risksOf('Muse Comet is new. Grok struggles with long tables.').map((risk) => risk.model)).toEqual(['Grok'])
  })

  test('none where a sentence starts with another maker', () => {
    expect(risksOf('Muse Comet is new. OpenAI faces a lawsuit over song lyrics.').map((risk) => risk.model)).toEqual([null])
  })

  test.each([
    ['the topic where the sentence says "the model"', 'The model struggles with tables.', 'Muse Comet'],
    ['the subject, not the rival it falls behind', 'Muse Comet falls behind GPT-5.4 on maths.', 'Muse Comet'],
    ['the older model that the clause names', 'Muse Comet is fast, while Llama 4 was widely criticized for errors.', 'Llama 4'],
    ['not the models it is set against', 'Unlike Llama 4, Muse Comet is not open source.', 'Muse Comet'],
    ['none where it speaks of models in general', 'Language models hallucinate when they know too little.', null],
    ['none where it speaks of tests in general', 'Public benchmarks are contaminated by web data.', null],
  ])('%s', (_, sentence, model) => {
    expect(risksOf(`Muse Comet is a new model. Llama 4 came before it.\n\n${sentence}`).map((risk) => risk.model)).toEqual([
      model,
    ])
  })

  test('"this limit" points back to the model of the sentence before', () => {
    const risks = risksOf('GPT-5.4 draws at 512 pixels. This limitation forces users to enlarge pictures.')
    expect(risks.map(({ model }) => model)).toEqual(['GPT-5.4'])
  })
})

describe('who raises it', () => {
  test.each([
    ['the maker that admits it', 'Meta acknowledged that Muse Comet struggles with long tasks.', 'vendor', 'Meta'],
    ['the outlet whose reporter tried it', 'A Wired reporter got harmful medical advice from Muse Comet.', 'press', 'Wired'],
    [
      'the outlet that a reporter works for',
      'A reporter for Wired got harmful medical advice from Muse Comet.',
      'press',
      'Wired',
    ],
    ['third parties by their noun', 'Campaigners warned that Muse Comet is a privacy risk.', 'independent', 'campaigners'],
    ['a tester by name', 'Apollo Research found deceptive behavior in Muse Comet.', 'independent', 'Apollo Research'],
    ['nobody', 'Muse Comet struggles with tables.', 'unstated', null],
    ['not those who only suffer it', 'Users of Muse Comet cannot check its claims independently.', 'unstated', null],
    ['not the maker whose chart is doubted', "The benchmarks in Meta's launch materials are cherry-picked.", 'unstated', null],
  ])('%s', (_, sentence, kind, name) => {
    expect(risksOf(sentence).map(({ claimant }) => claimant)).toEqual([{ kind, name }])
  })
})

describe('replies', () => {
  test('a denial in the next sentence answers the risk before it', () => {
    const [risk] = risksOf(
      'Apollo Research found deceptive behavior in Muse Comet. Meta said it does not consider that a blocker.',
    )
    expect(risk?.replies.map(({ kind, quote, claimant }) => [kind, quote, claimant.name])).toEqual([
      ['denial', 'Meta said it does not consider that a blocker.', 'Meta'],
    ])
  })

  test('a denial in one half of a risk answers the risk before, with that half as its quote', () => {
    const risks = risksOf(
      'Apollo Research found deceptive behavior in Muse Comet. The lab does not regard this as a blocker, but it raises questions about safety testing.',
    )
    expect(risks).toHaveLength(2)
    expect(risks[0]?.replies.map(({ quote }) => quote)).toEqual(['The lab does not regard this as a blocker'])
    expect(risks[1]?.replies).toEqual([])
  })

  test('a safeguard further away answers the nearest risk on the same matter', () => {
    const risks = risksOf(
      'Researchers found that Muse Comet is open to prompt injection attacks.\n\nIt costs more than Llama 4.\n\nMeta trained classifiers that detect injection attacks.',
    )
    expect(risks.map(({ category, replies }) => [category, replies.length])).toEqual([
      ['security', 1],
      ['cost', 0],
    ])
  })

  test('a safeguard alone is no risk', () => {
    expect(risksOf('Muse Comet was built with robust safeguards against misuse.')).toEqual([])
  })
})

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Muse Comet ',
      'hallucinates',
      ' but ',
      'not ',
      'privacy concerns',
      '. ',
      '\n\n',
      '**',
      '- ',
      '| a | b |\n',
      '[x](y)',
      '# ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )

  test('is read without a throw; quotes slice; ids are their own; reading again gives the same', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const body = `x ${pieces.join('')}`
        const risks = risksOf(body)
        expect(risksOf(body)).toEqual(risks)
        expect(new Set(risks.map(({ id }) => id)).size).toBe(risks.length)
      }),
      { numRuns: 60 },
    )
  })

  test('of one line of a megabyte is read', () => {
    expect(risksOf('the model (could not '.repeat(50_000)).length).toBeLessThan(2)
  })
})

test('a list of posts gives each weakness to the model that its post names', () => {
  const body =
    '- **Limited access**: a researcher suggests that GPT-5.4 mini might be limited on purpose.\n- **Reviews**: a developer advises against using Llama 4.\n'
  expect(risksOf(body).map(({ model }) => model)).toEqual(['GPT-5.4 mini', 'Llama 4'])
})
