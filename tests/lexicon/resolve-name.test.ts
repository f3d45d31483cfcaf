import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benchmarkKey, modelKey } from '../../src/lexicon/keys.ts'
import { nameIndex } from '../../src/lexicon/name-index.ts'
import { resolveBenchmark, resolveCategory, resolveModel } from '../../src/lexicon/resolve-name.ts'

const models = [
  'Muse Spark',
  'GPT-5.4',
  'GPT-5.4 Pro',
  'GPT-5.3-Codex-Spark',
  'Claude Opus 4.6',
  'Claude Sonnet 4.6',
  'Claude Opus 4.7',
  'Grok 4 Fast',
  'Grok 4.20',
  'Gemini 3.1 Pro',
  'Zephyra 2',
].map((name, index) => ({ name, key: modelKey(name), recent: index }))

const told = (typed: string) => {
  const resolved = resolveModel(typed, models)
  if (resolved.kind === 'found') return resolved.known.name
  return [resolved.kind, ...(resolved.kind === 'ambiguous' ? resolved.among : resolved.nearest).map(({ name }) => name)]
}

describe('resolveModel', () => {
  it.each([
    ['muse spark', 'Muse Spark'],
    ['MuseSpark', 'Muse Spark'],
    ['muse', 'Muse Spark'],
    ['gpt5.4', 'GPT-5.4'],
    ['gpt 5.4 pro', 'GPT-5.4 Pro'],
    ['opus 4.6', 'Claude Opus 4.6'],
    ['claude-opus-4.6', 'Claude Opus 4.6'],
    ['claude 4.7', 'Claude Opus 4.7'],
    ['grok 4.2', 'Grok 4.20'],
    ['gemini 3.1', 'Gemini 3.1 Pro'],
    ['zephyra 2', 'Zephyra 2'],
  ])('takes %s for %s', (typed, name) => {
    expect(told(typed)).toBe(name)
  })

  it('lists what fits where several do', () => {
    expect(told('claude')).toEqual(['ambiguous', 'Claude Opus 4.7', 'Claude Sonnet 4.6', 'Claude Opus 4.6'])
    expect(told('4.6')).toEqual(['ambiguous', 'Claude Sonnet 4.6', 'Claude Opus 4.6'])
  })

  it('never takes one version for another, but offers it', () => {
    expect(told('gpt-5.3')).toEqual(expect.arrayContaining(['unknown', 'GPT-5.4']))
    expect(told('grok 4')).toEqual(expect.arrayContaining(['unknown', 'Grok 4 Fast']))
    expect(told('muze spark')).toEqual(['unknown', 'Muse Spark'])
  })

  it('finds each known name under its own name and key, whatever its case and spacing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...models), fc.constantFrom('-', ' ', '  ', '_'), fc.boolean(), (model, gap, upper) => {
        const typed = model.name.replaceAll(' ', gap)
        expect(told(upper ? typed.toUpperCase() : typed)).toBe(model.name)
        expect(told(model.key)).toBe(model.name)
      }),
    )
  })

  it('never throws and never guesses a number that nobody typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^(gpt|claude|grok|opus) ?[0-9.]{1,4}$/)), (typed) => {
        const resolved = resolveModel(typed, models)
        if (resolved.kind !== 'found') return
        const numbers = typed.match(/\d+(?:\.\d+)*/g) ?? []
        const known = resolved.known.name === 'Grok 4.20' ? 'Grok 4.20 4.2' : resolved.known.name
        for (const number of numbers) expect(known.match(/\d+(?:\.\d+)*/g) ?? []).toContain(number)
      }),
    )
  })
})

describe('resolveBenchmark and resolveCategory', () => {
  const known = ['GPQA Diamond', "Humanity's Last Exam", 'AIME 2025', 'SWE-bench Verified', 'SWE-bench Pro'].map((name) => ({
    name,
    key: benchmarkKey(name),
  }))
  it('know short forms', () => {
    expect(resolveBenchmark('hle', known)).toMatchObject({ kind: 'found', known: { name: "Humanity's Last Exam" } })
    expect(resolveBenchmark('aime 25', known)).toMatchObject({ kind: 'found', known: { name: 'AIME 2025' } })
    expect(resolveBenchmark('swe bench', known).kind).toBe('ambiguous')
  })
  it('know fields by the words people use', () => {
    expect(resolveCategory('health')).toMatchObject({ kind: 'found', known: { name: 'health' } })
    expect(resolveCategory('Code')).toMatchObject({ kind: 'found', known: { name: 'coding' } })
    expect(resolveCategory('long-context')).toMatchObject({ kind: 'found', known: { name: 'long context' } })
    expect(resolveCategory('gardening').kind).toBe('unknown')
  })
})

describe('nameIndex', () => {
  const index = nameIndex(models)
  const found = (partial: string) => index.search(partial, 3).map(({ name }) => name)
  it('puts the whole name first, then names that start so, then later words', () => {
    expect(found('gpt-5.4')).toEqual(['GPT-5.4', 'GPT-5.4 Pro'])
    expect(found('gp')).toEqual(
      ['GPT-5.4', 'GPT-5.4 Pro', 'GPT-5.3-Codex-Spark'].sort(
        (a, b) => models.findIndex((m) => m.name === b) - models.findIndex((m) => m.name === a),
      ),
    )
    expect(found('opus 4.6')).toEqual(['Claude Opus 4.6'])
  })
  it('gives the most recent names for nothing typed', () => {
    expect(found('')).toEqual(['Zephyra 2', 'Gemini 3.1 Pro', 'Grok 4.20'])
  })
  it('forgives wrong letters but no wrong digits', () => {
    expect(found('geminy 3.1')).toEqual(['Gemini 3.1 Pro'])
    expect(found('gemini 3.2')).toEqual([])
  })
  it('finds every name by every start of it', () => {
    for (const { name } of models) {
      for (let length = 1; length <= name.length; length++)
        expect(index.search(name.slice(0, length), models.length).map((one) => one.name)).toContain(name)
    }
  })
})
