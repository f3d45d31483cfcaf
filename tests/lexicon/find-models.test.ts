import { describe, expect, it } from 'vitest'
import { findModels } from '../../src/lexicon/find-models.ts'

const read = (text: string) => findModels(text).map(({ name, variant }) => (variant === null ? name : `${name} | ${variant}`))
const quotes = (text: string) => findModels(text).map(({ start, end }) => text.slice(start, end))

describe('findModels', () => {
  it('reads active parameters and a date as parts of a variant', () => {
    expect(read('Gemma 4 26B A4B and Gemma 4 31B')).toEqual(['Gemma 4 | 26B A4B', 'Gemma 4 | 31B'])
    expect(read('gemini-1.5-pro-exp-0801')).toEqual(['Gemini 1.5 Pro | exp-0801'])
  })

  it.each([
    ['Opus 4.6', 'Claude Opus 4.6'],
    ['Claude 4.5 Sonnet', 'Claude Sonnet 4.5'],
    ['Claude4 Sonnet', 'Claude Sonnet 4'],
    ['Claude 3.7 Sonnet', 'Claude 3.7 Sonnet'],
    ['claude-opus-4-6', 'Claude Opus 4.6'],
    ['Claude-Opus-4-6', 'Claude Opus 4.6'],
    ['Grok-4-1-fast', 'Grok 4.1 Fast'],
    ['Claude Fable 5', 'Claude Fable 5'],
    ['Claude Instant 1.2', 'Claude Instant 1.2'],
    ['GPT 5.4', 'GPT-5.4'],
    ['gpt5.4', 'GPT-5.4'],
    ['GPT‑4‑Turbo', 'GPT-4 Turbo'],
    ['GPT-5.1-Codex-Max', 'GPT-5.1-Codex-Max'],
    ['GPT-4o mini', 'GPT-4o mini'],
    ['o4-mini', 'o4-mini'],
    ['Gemini2.5 Flash', 'Gemini 2.5 Flash'],
    ['Gemini Flash 2.0', 'Gemini 2.0 Flash'],
    ['Gemini 3 Deep Think', 'Gemini 3 Deep Think'],
    ['Grok-4', 'Grok 4'],
    ['grok-4.1-fast', 'Grok 4.1 Fast'],
    ['K2.5', 'Kimi K2.5'],
    ['Kimi K2 Thinking', 'Kimi K2 Thinking'],
    ['V4-Pro', 'DeepSeek V4-Pro'],
    ['DeepSeek-R1-0528', 'DeepSeek R1-0528'],
    ['Llama 3.1 8B Instruct', 'Llama 3.1 8B Instruct'],
    ['Llama-4-Scout-17B-16E-Instruct', 'Llama 4 Scout 17B 16E Instruct'],
    ['Qwen 3.5', 'Qwen3.5'],
    ['Qwen3.5-35B-A3B', 'Qwen3.5-35B-A3B'],
    ['Qwen3-Max', 'Qwen3-Max'],
    ['GLM 4.5 Air', 'GLM-4.5-Air'],
    ['MiniMax-M2.7', 'MiniMax M2.7'],
    ['Mixtral 8x22B', 'Mixtral 8x22B'],
    ['Mistral Medium 3.5', 'Mistral Medium 3.5'],
    ['Nemotron-Cascade 2', 'Nemotron-Cascade 2'],
    ['Granite 4.0 H Small', 'Granite 4.0 H Small'],
    ['phi-4', 'Phi-4'],
    ['MAI-Image-1', 'MAI-Image-1'],
    ['Nova 2 Lite', 'Amazon Nova 2 Lite'],
    ['Command R+', 'Command R+'],
    ['Seedream 4.5', 'Seedream 4.5'],
    ['Ring-1T', 'Ring-1T'],
    ['Muse Spark', 'Muse Spark'],
  ])('reads %s as %s', (text, name) => {
    const found = findModels(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ start: 0, end: text.length, name, short: false })
  })

  it('keeps effort, mode and preview apart from the name', () => {
    expect(read('Claude Opus 4.6 Max')).toEqual(['Claude Opus 4.6 | Max'])
    expect(read('GPT-5.4 (xhigh)')).toEqual(['GPT-5.4 | xhigh'])
    expect(read('Gemini 3.1 Pro Preview (High)')).toEqual(['Gemini 3.1 Pro | Preview, High'])
    expect(read('Muse Spark (Thinking)')).toEqual(['Muse Spark | Thinking'])
    expect(read('GPT-5.5 high: 60')).toEqual(['GPT-5.5 | high'])
    expect(read('GPT-5.5 high hopes')).toEqual(['GPT-5.5'])
    expect(read('GPT-5.4 (with tools)')).toEqual(['GPT-5.4'])
  })

  it('puts a size where the family puts it', () => {
    expect(read('Gemma 4 31B')).toEqual(['Gemma 4 | 31B'])
    expect(read('Llama 3.3 70B')).toEqual(['Llama 3.3 70B'])
    expect(read('Llama 3.3, a model of 70B parameters')).toEqual(['Llama 3.3'])
  })

  it('leaves scores, counts and shares outside the name', () => {
    expect(quotes('GPT-5.4 40.1, Claude 92.4%, Grok 4 60.9, Gemini 3.1 Pro 94.3')).toEqual([
      'GPT-5.4',
      'Claude',
      'Grok 4',
      'Gemini 3.1 Pro',
    ])
    expect(quotes('We asked Claude 3 times and paid for GPT-4 128K')).toEqual(['Claude', 'GPT-4'])
  })

  it('flags names that are cut short', () => {
    const short = findModels("Claude's 14.8, Opus, Flash, Gemini 3.1, Sonnet and GPT").map((mention) => mention.short)
    expect(short).toEqual([true, true, true, true, true, true])
    expect(findModels('Sora and Midjourney').map((mention) => mention.short)).toEqual([false, false])
  })

  it('gives a tier in a list the version of the model before it', () => {
    expect(read('Nova 2 Pro 0.616, Lite 0.603')).toEqual(['Amazon Nova 2 Pro', 'Amazon Nova 2 Lite'])
    expect(read('GPT-5.4 mini and nano are cheap')).toEqual(['GPT-5.4 mini', 'GPT-5.4 nano'])
    expect(read('Grok 4 and Heavy machinery')).toEqual(['Grok 4'])
  })

  it('sees no model in products, makers and plain words', () => {
    expect(read('Claude Code, the Gemini app, Mistral AI and DeepSeek')).toEqual([])
    expect(read('Step 1: press the command key on a nova night; a solar falcon on the V8 engine and the M2 chip')).toEqual([])
    expect(read('a claude, some llamas, the gemini sign')).toEqual([])
  })

  it('does not take the version of another name for a family', () => {
    expect(read('Harbor V3 and Polar R1')).toEqual([])
    expect(read('With V3.2 and R1')).toEqual(['DeepSeek V3.2', 'DeepSeek R1'])
  })

  it('gives a tier in brackets to the model before it, and none to Gemini that another maker has', () => {
    expect(read('GPT-5.4 (Pro)')).toEqual(['GPT-5.4 Pro'])
    expect(read('DeepSeek V4 (Pro and Flash)')).toEqual(['DeepSeek V4', 'DeepSeek V4-Pro', 'DeepSeek V4-Flash'])
    expect(read('Qwen3.7-Max was quick, and its Flash was not')).toEqual(['Qwen3.7-Max'])
  })

  it('sees no model in a word that is made of its name', () => {
    expect(read('GPT-4-class models, Claude-powered agents and llama.cpp')).toEqual([])
  })

  it('takes a release date behind a name for its variant, and a four-digit tag for its name', () => {
    expect(read('Command R+ 08-2024')).toEqual(['Command R+ | 08-2024'])
    expect(read('gpt-4o-2024-08-06')).toEqual(['GPT-4o | 2024-08-06'])
    expect(read('DeepSeek-V3-0324')).toEqual(['DeepSeek V3-0324'])
  })
})
