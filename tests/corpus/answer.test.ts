import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answer } from '../../src/corpus/answer.ts'
import { createNames, type Names } from '../../src/corpus/names.ts'
import { readQuestion } from '../../src/corpus/question.ts'
import type { Store } from '../../src/storage/store.ts'
import { corpusOf } from '../starter-corpus.ts'

let store: Store
let names: Names
beforeAll(async () => {
  store = await corpusOf()
  names = await createNames(store)
}, 60_000)
afterAll(() => store.close())

const asked = (question: string) => answer(store, names, readQuestion(question, names))

describe('a question that names a model', () => {
  test('gets what is stated of it', async () => {
    const { facts, blanks, sentences } = await asked('how much does GPT-5.4 cost?')
    expect(new Set(facts.map(({ claim }) => `${claim.model} ${claim.attribute}`))).toEqual(
      new Set(['GPT-5.4 price_input', 'GPT-5.4 price_output']),
    )
    expect([blanks, sentences]).toEqual([[], []])
  })
  test('gets a blank, named as one, where nobody states it', async () => {
    const { facts, blanks } = await asked('what is the context window of muse spark?')
    expect(facts).toEqual([])
    expect(blanks).toEqual([{ model: 'Muse Spark', attributes: ['context_window'] }])
  })
  test('gets sentences only where they share what is asked and not the name alone', async () => {
    const { sentences } = await asked('does Muse Spark eat zebras?')
    expect(sentences).toEqual([])
  })
})

describe('a question that names no model', () => {
  test('of the best in a field gets the field’s usual benchmarks, kinds of claimant apart', async () => {
    const { standings } = await asked('who is best at health questions?')
    expect(standings.length).toBeGreaterThan(0)
    for (const { category, groups } of standings) {
      expect(category).toBe('health')
      expect(new Set(groups.map(({ by }) => by)).size).toBe(groups.length)
    }
  })
  test('of the cheapest gets prices, lowest first, one for each model', async () => {
    const { facts } = await asked('which is the cheapest model?')
    const prices = facts.map(({ claim }) => Number.parseFloat(claim.value))
    expect(prices.length).toBeGreaterThan(5)
    expect(prices).toEqual([...prices].sort((a, b) => a - b))
    expect(new Set(facts.map(({ claim }) => claim.model)).size).toBe(facts.length)
  })
  test('of the cheapest under a condition leaves out every model of which no source states that it meets it', async () => {
    const stated = async (question: string) => new Set((await asked(question)).facts.map(({ claim }) => claim.model))
    const long = await stated('which models have at least 1M tokens of context?')
    const cheap = await asked('which model is cheapest with a 1M context?')
    expect(cheap.facts.length).toBeGreaterThan(2)
    expect(cheap.facts.every(({ claim }) => claim.attribute === 'price_input' && long.has(claim.model))).toBe(true)
    const open = await stated('which models are open?')
    const cheapOpen = await stated('what is the cheapest open model?')
    expect(cheapOpen.size).toBeGreaterThan(2)
    expect(cheapOpen.difference(open)).toEqual(new Set())
  })
  test.each([
    ['which model is cheapest with 200k context?', 200_000],
    ['cheapest model with a context window of 1,000,000 tokens', 1_000_000],
    ['cheapest model with 1.5 million tokens of context', 1_500_000],
    ['which is the cheapest of the 3 models?', null],
  ])('of “%s” asks for a context of %s tokens', (question, tokens) => {
    expect(readQuestion(question, names).leastContext).toBe(tokens)
  })
  test('of open models is not taken for one of OpenAI’s', async () => {
    expect(readQuestion('which models are open?', names).vendor).toBeNull()
    const { facts } = await asked('which models are open?')
    expect(facts.length).toBeGreaterThan(3)
    expect(facts.every(({ claim }) => ['access', 'license'].includes(claim.attribute))).toBe(true)
  })
  test('of a vendor’s newest launches gets that vendor’s', async () => {
    const { launches } = await asked('latest launch by Anthropic?')
    expect(launches.length).toBeGreaterThan(0)
    expect(launches.every(({ vendor }) => vendor === 'Anthropic')).toBe(true)
  })
  test('of something else gets nothing', async () => {
    const { facts, standings, launches, sentences, articles } = await asked('what is the weather in Paris?')
    expect([facts, standings, launches, sentences, articles]).toEqual([[], [], [], [], []])
  })
})
