import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findCounts,
  findMoney,
  findTokenRates,
  parameterLabel,
  pricedByOtherUnit,
  pricePerMillion,
} from '../../src/reader/quantities.ts'

describe('money', () => {
  const sums: [string, string[]][] = [
    ['costs $1.25 per million', ['1.25 USD']],
    ['$5/$25 per M', ['5 USD', '25 USD']],
    ['US$3 and €2.50 and £4', ['3 USD', '2.50 EUR', '4 GBP']],
    ['¥12 per million tokens', ['12 CNY']],
    ['3 USD in, 15 USD out', ['3 USD', '15 USD']],
    ['only 15 cents per million', ['0.15 USD']],
    ['two dollars', []],
    ['a fee of $1,200 applies', ['1200 USD']],
    ['priced at $.20 per million', ['0.20 USD']],
    ['raised $14.3 billion', []],
    ['a $40M round and $3bn in debt', []],
    ['$2 million', []],
    ['GPT-5 scored 74.9', []],
    ['$0.15 / 1 M tokens (cache hit)$0.60 / 1 M tokens', ['0.15 USD', '0.60 USD']],
  ]
  it.each(sums)('reads %j', (text, expected) => {
    expect(findMoney(text).map((m) => `${m.amount} ${m.currency}`)).toEqual(expected)
  })

  it('says which prices are for something other than tokens', () => {
    for (const text of [
      '$20/month',
      '$20 per month',
      '$0.04 per image',
      '$200 a month',
      '$30 per user',
      '$10 per 1,000 calls',
      '$0.50 per second',
    ])
      expect(pricedByOtherUnit(text, (findMoney(text)[0] as { end: number }).end), text).toBe(true)
    for (const text of ['$2 per million tokens', '$3/M', '$3 per MTok', '$4 and more', '$15/$75'])
      expect(pricedByOtherUnit(text, (findMoney(text)[0] as { end: number }).end), text).toBe(false)
  })

  it('keeps the digits of a price per million and converts one per thousand', () => {
    const [money] = findMoney('$0.10')
    expect(pricePerMillion(money as NonNullable<typeof money>, 1)).toBe('0.10 USD per 1M tokens')
    expect(pricePerMillion(money as NonNullable<typeof money>, 1000)).toBe('100 USD per 1M tokens')
  })
})

describe('token rates', () => {
  const rates: [string, number[]][] = [
    ['$1 per million tokens', [1]],
    ['$1 per million input tokens and $4 per million output', [1, 1]],
    ['$1/M', [1]],
    ['$1/1M input', [1]],
    ['$1 / 1 M tokens', [1]],
    ['$1 per MTok', [1]],
    ['$1 per 1,000,000 tokens', [1]],
    ['$0.002 per 1K tokens', [1000]],
    ['$1 a million tokens', [1]],
    ['$1 for every million tokens', [1]],
    ['a million users', []],
    ['$20/month', []],
    ['$5 per minute', []],
    ['about a thousand doctors', []],
  ]
  it.each(rates)('reads %j', (text, expected) => {
    expect(findTokenRates(text).map((r) => r.scale)).toEqual(expected)
  })
})

describe('counts', () => {
  const counts: [string, [number, string | null][]][] = [
    ['a 200K context', [[200_000, null]]],
    ['1,050,000 tokens', [[1_050_000, 'tokens']]],
    ['a 262,144-token window', [[262_144, 'tokens']]],
    ['256 k context windows', [[256_000, null]]],
    ['up to 1 million tokens', [[1_000_000, 'tokens']]],
    ['a 1-million-token window', [[1_000_000, 'tokens']]],
    ['a million tokens', [[1_000_000, 'tokens']]],
    ['one trillion parameters', [[1e12, 'parameters']]],
    ['a trillion-parameter model', [[1e12, 'parameters']]],
    ['355 billion total parameters', [[355e9, 'parameters']]],
    ['a 7B parameter model', [[7e9, 'parameters']]],
    ['3.8B active', [[3.8e9, null]]],
    ['$200K', []],
    ['scored 74.9%', []],
  ]
  it.each(counts)('reads %j', (text, expected) => {
    expect(findCounts(text).map((c) => [c.value, c.unit])).toEqual(expected)
  })

  it('never takes digits from inside a name', () => {
    expect(findCounts('Qwen3.5-35B-A3B and Llama4 and v2.1').map((c) => c.value)).toEqual([])
  })

  it('labels parameter counts shortly', () => {
    expect([1e12, 3.8e9, 355e9, 350e6, 1.5e12].map(parameterLabel)).toEqual(['1T', '3.8B', '355B', '350M', '1.5T'])
  })
})

it('takes any text in linear time without throwing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const found of [...findMoney(text), ...findCounts(text), ...findTokenRates(text)])
        expect(text.slice(found.start, found.end).length).toBe(found.end - found.start)
    }),
  )
  const wild = [
    '1,'.repeat(50_000),
    '$'.repeat(100_000),
    'per 1 '.repeat(20_000),
    '1 million '.repeat(10_000),
    ' '.repeat(100_000),
  ]
  const began = performance.now()
  for (const text of wild) {
    findMoney(text)
    findCounts(text)
    findTokenRates(text)
  }
  expect(performance.now() - began).toBeLessThan(3_000)
})
