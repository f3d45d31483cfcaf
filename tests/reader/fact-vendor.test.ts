import { expect, it } from 'vitest'
import { factsOf } from './facts-of.ts'

it.each([
  ['Google is ahead with Gemini 4 Pro.', ['Gemini 4 Pro: Google']],
  ['The field includes Claude Sonnet 7 (Anthropic).', ['Claude Sonnet 7: Anthropic']],
  ['It was tested beside models from OpenAI (GPT-5.6).', ['GPT-5.6: OpenAI']],
  ['Google, whose Gemini 4 Pro leads the list, did not answer.', ['Gemini 4 Pro: Google']],
  ['Moonshot AI, maker of Kimi K4, is the closest rival.', ['Kimi K4: Moonshot AI']],
  ["It passes Alibaba's similarly sized Qwen5 and xAI has Grok 6.", ['Grok 6: xAI', 'Qwen5: Alibaba']],
  ['OpenAI, which released GPT-5.6 in March, stays ahead.', ['GPT-5.6: OpenAI']],
  ['OpenAI – GPT-5.6 is next.', ['GPT-5.6: OpenAI']],
  ['- **OpenAI**: Released GPT-5.6', ['GPT-5.6: OpenAI']],
  ['- **Qwen5**: Alibaba’s strong model', ['Qwen5: Alibaba']],
  ['- **xAI**: Topped the boards with Grok 6', ['Grok 6: xAI']],
  ['xAI took first place on the board with Grok 6.', ['Grok 6: xAI']],
  ['Developed by a lab called Moonshot AI, Kimi K4 is open.', ['Kimi K4: Moonshot AI']],
  ['Kimi K4, an open model by MoonShot AI, is out.', ['Kimi K4: Moonshot AI']],
  ['Upcoming Gemini 4 Pro: Expected to be Google’s strongest model yet', ['Gemini 4 Pro: Google']],
  ['DeepSeek chose another way. The company’s R1 model is open.', ['DeepSeek R1: DeepSeek']],
  ['Kimi K4 is the current flagship model from the Chinese lab Moonshot AI.', ['Kimi K4: Moonshot AI']],
  ['Mistral released Mistral Large 9 today.', ['Mistral Large 9: Mistral']],
  ['Mistral AI released Mistral Large 9. Mistral Large 9 is a model from Mistral.', ['Mistral Large 9: Mistral AI']],
  ['Kimi K4 is open. The model was developed by Moonshot AI.', ['Kimi K4: Moonshot AI']],
  ["Today we're introducing our latest model, MiniMax-M7.", []],
  ['**Kyutai Labs** launched [**Moshi**](https://example.org/moshi), a speech model.', ['Moshi: Kyutai']],
])('reads the maker that stands by a name: %s', (text, expected) => {
  expect(factsOf('vendor', text)).toEqual(expected)
})

it.each(['Perplexity offers Kimi K4.', 'Apple will go on with Gemini 4 Pro.', 'Amazon sells Claude Sonnet 7.'])(
  'takes no seller or user for the maker: %s',
  (text) => {
    expect(factsOf('vendor', text)).toEqual([])
  },
)
