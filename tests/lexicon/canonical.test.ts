import { describe, expect, it } from 'vitest'
import { canonicalBenchmark, canonicalModel, canonicalVendor, vendorOf } from '../../src/lexicon/canonical.ts'
import { benchmarkKey, modelKey } from '../../src/lexicon/keys.ts'

describe('canonicalModel', () => {
  it('gives name, key, vendor and variant of a name in any spelling, its maker before it left out', () => {
    expect(canonicalModel('OpenAI: gpt5.4 (xhigh)')).toEqual({
      name: 'GPT-5.4',
      key: 'gpt-5.4',
      vendor: 'OpenAI',
      variant: 'xhigh',
    })
    expect(canonicalModel("Meta's Muse Spark")).toEqual({ name: 'Muse Spark', key: 'muse-spark', vendor: 'Meta', variant: null })
  })
  it('gives null for what is more or less than a name', () => {
    expect(canonicalModel('GPT-5.4 is out')).toBeNull()
    expect(canonicalModel('Zephyra 2')).toBeNull()
  })
})

describe('modelKey', () => {
  it.each([
    ['gpt 5.4', 'gpt-5.4'],
    ['opus 4.6', 'claude-opus-4.6'],
    ['Claude Opus 4.6 Max', 'claude-opus-4.6'],
    ['Command R+', 'command-r-plus'],
    ['Zephyra 2', 'zephyra-2'],
    ['Amazon Nova Pro', 'amazon-nova-pro'],
    ['Nova Pro', 'amazon-nova-pro'],
  ])('puts %s under %s', (name, key) => {
    expect(modelKey(name)).toBe(key)
  })
  it('knows two official spellings of one version and keeps all other versions apart', () => {
    expect(modelKey('Grok 4.2')).toBe(modelKey('Grok 4.20'))
    expect(modelKey('Grok 4.1')).not.toBe(modelKey('Grok 4.20'))
    expect(modelKey('GPT-5')).not.toBe(modelKey('GPT-5.4'))
  })
})

describe('canonicalBenchmark', () => {
  it('knows that less is better for a rate of errors on a test', () => {
    expect(canonicalBenchmark('AA-Omniscience hallucination rate')?.direction).toBe('lower')
    expect(canonicalBenchmark('SimpleQA hallucination rate')).toMatchObject({
      name: 'SimpleQA hallucination rate',
      direction: 'lower',
      unit: '%',
    })
    expect(canonicalBenchmark('SimpleQA')?.direction).toBe('higher')
  })
  it('knows field, unit, direction and range', () => {
    expect(canonicalBenchmark('HealthBench Hard')).toMatchObject({
      key: 'healthbench-hard',
      category: 'health',
      unit: '%',
      direction: 'higher',
      range: { min: 0, max: 100 },
    })
    expect(canonicalBenchmark('Chatbot Arena')).toMatchObject({ name: 'LMArena', unit: 'elo' })
    expect(canonicalBenchmark('LibriSpeech')).toMatchObject({ category: 'speech', direction: 'lower' })
    expect(canonicalBenchmark('InsureBench')).toMatchObject({ category: 'other', range: null })
    expect(canonicalBenchmark('a good test')).toBeNull()
  })
  it('gives one key to the spellings of one benchmark', () => {
    expect(benchmarkKey('HLE')).toBe(benchmarkKey("Humanity's Last Exam"))
    expect(benchmarkKey('τ²-Bench')).toBe('tau2-bench')
    expect(benchmarkKey('FrontierMath Tier 1-3')).toBe(benchmarkKey('FrontierMath Tiers 1–3'))
    expect(benchmarkKey('SWE-bench Pro')).not.toBe(benchmarkKey('SWE-bench Verified'))
  })
})

describe('vendorOf', () => {
  it('knows who makes a model, by any name', () => {
    expect(vendorOf('Gemini 3.1 Pro')).toBe('Google')
    expect(vendorOf('glm-5')).toBe('Z.ai')
    expect(vendorOf('Zephyra 2')).toBeNull()
    expect(canonicalVendor('Google DeepMind')).toBe('Google')
  })
})
