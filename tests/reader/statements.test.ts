import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleFromFile } from '../../src/intake/read-file.ts'
import { discourse } from '../../src/reader/discourse.ts'
import { passages } from '../../src/reader/passages.ts'
import { quotable, readStatements } from '../../src/reader/statements.ts'

function statementsOf(body: string, title = 'Muse Comet arrives') {
  const text = `url: unknown\ntitle: ${title}\npublisher: The Daily\npublished: 2026-05-14\n\n${body}`
  const article = articleFromFile('a.txt', new TextEncoder().encode(text))
  const read = passages(article)
  const { claims } = readStatements(article, read, discourse(article, read))
  for (const claim of claims) expect(article.text.slice(claim.start, claim.end)).toBe(claim.quote)
  return claims
}

describe('a sentence that can be quoted', () => {
  it.each([
    'Meta has launched Muse Comet, its second model of the year.',
    'The company says the model reached 84 percent on a test of its own.',
    'xAI will bring the model to more countries later this month.',
  ])('is whole: %s', (text) => {
    expect(quotable(text)).toBe(true)
  })

  it.each([
    'Too short to say much.',
    'and so the model was released to all users of the app.',
    'Could Muse Comet be the best model that anyone has built?',
    'Muse Comet in the app and on the web, at no cost for anyone',
    'Subscribe to our newsletter and never miss a launch like Muse Comet again.',
    'Says Muse Comet leads the index by three points over all others.',
    'The model (which is new was released to all users of the app today.',
    'The model achieved:44.9 on one test and was ahead of the others there.',
    'Optimized for phones with little memory and tuned for short answers.',
    'Muse Comet - an open model for phones, watches and other small devices.',
    'Muse Comet Mini (a small one for phones) and Muse Comet Max (a large one with 128 experts).',
    'Cost worries: “it eats my credits” and “the bill hurts” were heard a lot.',
    'See launch threads from the team, the lab and the two founders of the firm.',
    'More details can be found on the page of the lab that built it.',
    'The model beat the competition.Dr Venter was not there to see it happen.',
  ])('is not this: %s', (text) => {
    expect(quotable(text)).toBe(false)
  })
})

describe('aspects', () => {
  const aspects: [string, string][] = [
    ['Meta launched Muse Comet, a multimodal model for phones.', 'what'],
    ['Muse Comet is available to all subscribers through the API and the app.', 'availability'],
    ['Muse Comet scored 84 percent on a coding benchmark, ahead of its rivals.', 'performance'],
    ['Outside testers found that Muse Comet refused fewer harmful requests about biological weapons.', 'safety'],
    ['Investors hope that the revenue from Muse Comet will justify a deal worth $14 billion.', 'business'],
    ['The company plans to open larger versions of Muse Comet in the coming months.', 'next'],
  ]
  it.each(aspects)('%s', (text, expected) => {
    expect(statementsOf(text).map((s) => s.aspect)).toEqual([expected])
  })
})

it('leaves out what tells nothing of the launch, and takes no rival for its subject', () => {
  const body =
    'Meta launched Muse Comet in May for all its users.\n\nThe president spoke of safety and of harm to children on Monday.\n\n' +
    'The model matches GPT-5.4 in latency on a public benchmark of speed.'
  expect(statementsOf(body).map(({ model, quote }) => [model, quote.slice(0, 12)])).toEqual([
    ['Muse Comet', 'Meta launche'],
    ['Muse Comet', 'The model ma'],
  ])
})

it('takes bold marks and links in whole', () => {
  const body =
    '**Muse Comet is available** to all subscribers of the app. Meta launched it with [a post on its site](https://example.com/p).'
  for (const { quote } of statementsOf(body)) {
    expect(quote.split('**').length % 2).toBe(1)
    expect(quote.includes('](')).toBe(quote.includes('['))
  }
})

it('keeps at most three sentences of one aspect', () => {
  const body = [2, 3, 5, 7, 11, 13]
    .map(
      (n) =>
        `On benchmark number ${n}, Muse Comet scored ${n * 6} percent, which ${n % 2 ? 'surprised some testers' : 'pleased its makers'}.`,
    )
    .join('\n\n')
  const counts = Map.groupBy(statementsOf(body), (s) => s.aspect)
  for (const list of counts.values()) expect(list.length).toBeLessThanOrEqual(3)
})

it('weighs a sentence that hangs on the one before it as a last resort', () => {
  const found = statementsOf(
    'Muse Comet is a new model built for phones and tablets. It also supports text, images and audio as its inputs.',
  )
  for (const statement of found) if (/^It also/.test(statement.quote)) expect(statement.weight).toBeLessThanOrEqual(0.3)
  expect(found[0]?.weight).toBeGreaterThan(0.3)
})

it('leaves headings, questions and boilerplate alone', () => {
  expect(
    statementsOf(
      '# Muse Comet is available in the app for all subscribers\n\nWhen will it be available in the app for all of us?',
    ),
  ).toEqual([])
})

it('names the model and who says it', () => {
  const [statement] = statementsOf('Meta says Muse Comet beats GPT-5.6 on most benchmarks that it has run so far.')
  expect(statement).toMatchObject({ model: 'Muse Comet', claimant: { kind: 'vendor', name: 'Meta' } })
})

it('quotes whole sentences of wild text without throwing', () => {
  const part = fc.constantFrom(
    'Muse Comet ',
    'is available ',
    'in the API. ',
    'It scored 80%. ',
    '\n\n',
    '(',
    '"',
    'safety risks ',
    '- ',
    '**',
    '.',
    '?',
  )
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 40 }), (parts) => {
      for (const s of statementsOf(`A. ${parts.join('')}`)) expect(s.weight).toBeLessThanOrEqual(1)
    }),
    { numRuns: 60 },
  )
})
