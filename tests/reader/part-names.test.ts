import { describe, expect, it } from 'vitest'
import { partNames } from '../../src/reader/part-names.ts'
import { readText } from './article-of.ts'

describe('the end of a name', () => {
  const parts = partNames(['Gemini 3.1 Pro', 'Gemini 3.5 Flash', 'GPT-5.3-Codex-Spark', 'Kimi K2.5'])

  it('stands for the one name that ends so', () => {
    expect(parts.find('Where 3.1 Pro leads, Codex-Spark trails.').map((one) => one.name)).toEqual([
      'Gemini 3.1 Pro',
      'GPT-5.3-Codex-Spark',
    ])
  })

  it('stands for none where two names end so', () => {
    expect(partNames(['Gemini 3.1 Pro', 'Nova 3.1 Pro']).whole('3.1 Pro')).toBeNull()
  })

  it('is not read inside another name, a price or a longer word', () => {
    expect(parts.find('Zephyr 3.1 Pro, $3.1 Pro, 13.1 Pro, 3.1 Prolific')).toEqual([])
  })

  it('heads a column of a table', () => {
    const text =
      'Gemini 3.5 Flash is set beside Gemini 3.1 Pro.\n\n| Benchmark | 3.5 Flash | 3.1 Pro |\n|---|---|---|\n| MCP Atlas | 83.1% | 78.4% |'
    expect(readText(text).scores).toEqual(['Gemini 3.5 Flash | MCP Atlas | 83.1', 'Gemini 3.1 Pro | MCP Atlas | 78.4'])
  })

  it('is no score, and the two numbers behind it are its own and the topic’s', () => {
    const text =
      'Gemini 3.5 Flash follows Gemini 3.1 Pro.\n\nWhere it loses:\n\n- GPQA Diamond: 3.1 Pro leads (94.4% vs 90.2%)\n- ARC-AGI-2: 3.1 Pro leads (71.1% vs 62.1%)'
    expect(readText(text, 'Gemini 3.5 Flash').scores).toEqual([
      'Gemini 3.1 Pro | GPQA Diamond | 94.4',
      'Gemini 3.5 Flash | GPQA Diamond | 90.2',
      'Gemini 3.1 Pro | ARC-AGI-2 | 71.1',
      'Gemini 3.5 Flash | ARC-AGI-2 | 62.1',
    ])
  })
})
