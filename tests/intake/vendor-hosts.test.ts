import { describe, expect, it } from 'vitest'
import { vendorOfAddress } from '../../src/intake/vendor-hosts.ts'

describe('vendorOfAddress', () => {
  it.each([
    ['https://openai.com/index/a-launch', 'OpenAI'],
    ['https://www.anthropic.com/news/x', 'Anthropic'],
    ['https://api-docs.deepseek.com/news', 'DeepSeek'],
    ['https://huggingface.co/Qwen/Some-Model', 'Alibaba'],
    ['https://github.com/zai-org/some-repository', 'Z.ai'],
    ['https://github.com/somebody/zai-org', null],
    ['https://notopenai.com/x', null],
    ['https://example.com/openai.com', null],
    ['nowhere', null],
  ])('finds at %s the maker %s', (address, maker) => {
    expect(vendorOfAddress(address)).toBe(maker)
  })
})
