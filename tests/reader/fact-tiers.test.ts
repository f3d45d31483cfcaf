import { describe, expect, it } from 'vitest'
import { nicknames } from '../../src/reader/fact-nicknames.ts'
import { tiers } from '../../src/reader/fact-tiers.ts'

const named = (text: string, topic: string, family: string[]): [string, string, boolean][] =>
  tiers({ name: topic, variant: null }, new Set(family))(text).map((t) => [text.slice(t.start, t.end), t.name, t.unclear])

describe('members called by tier or size', () => {
  it('takes the one full name in the family that ends so', () => {
    expect(named('The Pro variant costs $30.', 'GPT-5.4', ['GPT-5.4', 'GPT-5.4 Pro'])).toEqual([
      ['The Pro variant', 'GPT-5.4 Pro', false],
    ])
  })

  it('takes a size that no name ends in for a size of the topic', () => {
    expect(named('Hosts price the 405B at $1.', 'Hermes 4', ['Hermes 4'])).toEqual([['the 405B', 'Hermes 4', false]])
  })

  it('leaves a tier open that may be a plan, and one that two names share', () => {
    expect(named('The Pro tier costs $30.', 'GPT-5.4', ['GPT-5.4'])).toEqual([['The Pro tier', 'GPT-5.4 Pro', true]])
    expect(named('The Pro variant costs $30.', 'GPT-5.4', ['GPT-5.4 Pro', 'GPT-5.2 Pro'])[0]?.[2]).toBe(true)
  })

  it('takes no plan, count or architecture for a model', () => {
    expect(named('The Pro plan costs $20; the 405B parameters and the 26B mixture-of-experts model.', 'X 4', [])).toEqual([])
  })

  it('finds nothing without a topic', () => {
    expect(tiers(null, new Set())('The Pro variant costs $30.')).toEqual([])
  })

  it('reads any text in linear time', () => {
    const start = performance.now()
    named('The Pro '.repeat(60_000), 'GPT-5.4', ['GPT-5.4'])
    expect(performance.now() - start).toBeLessThan(1_500)
  })
})

describe('nicknames', () => {
  const found = (text: string, ...names: string[]): string[] => nicknames(new Set(names))(text).map((n) => n.name)

  it('knows a model by the last word of its name', () => {
    expect(found('Luna now costs $0.20.', 'GPT-5.6 Luna', 'GPT-5.6 Sol')).toEqual(['GPT-5.6 Luna'])
  })

  it('takes a common word only where it is the subject of a price or limit', () => {
    expect(found('Pro costs $30; a Pro plan is dearer.', 'GPT-5.4 Pro')).toEqual(['GPT-5.4 Pro'])
    expect(found('The Pro plan is dearer.', 'GPT-5.4 Pro')).toEqual([])
  })

  it('takes no word that ends two names', () => {
    expect(found('Luna costs $1.', 'GPT-5.6 Luna', 'GPT-5.7 Luna')).toEqual([])
  })
})
