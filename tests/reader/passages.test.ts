import { describe, expect, it } from 'vitest'
import { passages, quoteOf } from '../../src/reader/passages.ts'
import { articleOf } from './article-of.ts'

describe('passages', () => {
  const article = articleOf(
    '# Results\n\nThe scores are as follows:\n\n- **Tests**\n  - GPT-5.4: `80.2%`\n\n## FAQ\n\nIs it good?\n\nYes, it is good.\n\nShare this article',
  )
  const found = passages(article)

  it('leaves out what is not the article', () => {
    expect(found.map((passage) => passage.text)).not.toContain('Share this article')
  })

  it('knows the headings above', () => {
    expect(found.find((passage) => passage.text === 'Yes, it is good.')?.headings).toEqual(['Results', 'FAQ'])
  })

  it('hangs an item under the item above it, and that under the line that opens the list', () => {
    const item = found.find((passage) => passage.text === 'GPT-5.4: 80.2%')
    const parent = found[item?.parent ?? -1]
    expect(parent?.text).toBe('Tests')
    expect(found[parent?.parent ?? -1]?.text).toBe('The scores are as follows:')
  })

  it('marks what restates the body', () => {
    expect(found.filter((passage) => passage.restated).map((passage) => passage.text)).toContain('Yes, it is good.')
  })

  it('quotes the stored text, markup inside included', () => {
    const item = found.find((passage) => passage.text === 'GPT-5.4: 80.2%')
    if (!item) throw new Error('no item')
    expect(quoteOf(article, item, 0, item.text.length).quote).toBe('GPT-5.4: `80.2%')
  })
})
