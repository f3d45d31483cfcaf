import { describe, expect, it } from 'vitest'
import { sameBenchmark, sameModel } from '../../src/cli/eval-names.ts'

describe('sameBenchmark', () => {
  it.each([
    ['HLE', "Humanity's Last Exam"],
    ['SWE bench Verified', 'SWE-Bench verified'],
    ['τ²-Bench Telecom', 'Tau2-bench Telecom'],
    ['Intelligence Index v4', 'Artificial Analysis Intelligence Index'],
    ['AIME 25', 'AIME 2025'],
    ['Chatbot Arena', 'LM Arena'],
    ['aider polyglot benchmark', 'Aider Polyglot'],
  ])('takes %s and %s for one', (one, other) => {
    expect(sameBenchmark(one, other)).toBe(true)
    expect(sameBenchmark(other, one)).toBe(true)
  })
  it.each([
    ['SWE-bench', 'SWE-bench Verified'],
    ['Terminal-Bench', 'Terminal-Bench 2.0'],
    ['FrontierMath Tiers 1-3', 'FrontierMath Tier 4'],
    ['MMLU', 'MMLU-Pro'],
    ['GPQA Diamond', 'MMMU'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(sameBenchmark(one, other)).toBe(false)
    expect(sameBenchmark(other, one)).toBe(false)
  })
})

describe('sameModel', () => {
  it('leaves out makers, order and punctuation, and takes a variant from either field', () => {
    expect(sameModel({ model: 'Claude 4.5 Opus' }, { model: 'Anthropic Claude Opus 4.5' })).toBe(true)
    expect(sameModel({ model: 'GPT-5.5', variant: 'xhigh' }, { model: 'GPT-5.5 xhigh' })).toBe(true)
    expect(sameModel({ model: 'GPT-5.4' }, { model: 'GPT-5.4 Pro' })).toBe(false)
    expect(sameModel({ model: 'Grok 4.2' }, { model: 'Grok 4.20' })).toBe(false)
  })
})
