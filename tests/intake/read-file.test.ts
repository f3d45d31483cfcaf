import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleSchema } from '../../src/article.ts'
import { UserError } from '../../src/errors.ts'
import { articleFromFile } from '../../src/intake/read-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (name: string, text: string) => articleFromFile(name, bytes(text))
function complaint(name: string, content: Uint8Array | string): string {
  try {
    articleFromFile(name, typeof content === 'string' ? bytes(content) : content)
  } catch (error) {
    expect(error).toBeInstanceOf(UserError)
    return (error as UserError).message
  }
  return 'no error'
}

describe('articleFromFile', () => {
  it('reads the header of a text file and keeps the text as it stands', () => {
    const article = read(
      '/a/b/one.txt',
      'url: https://example.com/x?utm_source=y\ntitle: One: two\npublisher: unknown\npublished: 2026-03-04\nkind: system card\nmodels: GPT-5.4, Grok 4\n\n  Body  text.\n',
    )
    expect(article).toMatchObject({
      title: 'One: two',
      publisher: null,
      published: '2026-03-04',
      kind: 'vendor',
      form: 'article',
      models: ['GPT-5.4', 'Grok 4'],
      text: '  Body  text.\n',
    })
    expect(() => articleSchema.parse(article)).not.toThrow()
  })

  it('reads a text without a header, and takes its first line for a title', () => {
    const article = read('one.txt', 'A headline\n\nA paragraph that is a sentence, and long enough to be seen as one.')
    expect(article.title).toBe('A headline')
    expect(article.blocks[0]?.kind).toBe('title')
  })

  it('reads front matter', () => {
    const article = read(
      'one.md',
      '---\ntitle: "A: b"\nurl: https://example.com/a\npublished: 2026-04\nform: notes\nkind: news\nmodels:\n  - GPT-5.4\n  - Grok 4\n---\n# Head\n\nText.',
    )
    expect(article).toMatchObject({
      title: 'A: b',
      published: '2026-04',
      form: 'notes',
      kind: 'news',
      models: ['GPT-5.4', 'Grok 4'],
      text: '# Head\n\nText.',
    })
  })

  it('reads a page with its metadata, without its menu, and keeps its structure', () => {
    const filler = 'The firm said that the model, which is new, is better than the last one, and that it is sold now. '.repeat(4)
    const page = `<!doctype html><html><head><title>Nova arrives | The Site</title><meta property="og:site_name" content="The Site">
      <link rel="canonical" href="https://www.example.com/nova/"><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Nova arrives","datePublished":"2026-03-04T10:00:00Z","author":{"name":"A. Writer"}}]}</script></head>
      <body><nav><a href="/">Home</a></nav><article><h1>Nova arrives</h1><p>${filler}</p><h2>More</h2><ul><li>One<ul><li>Two</li></ul></li></ul>
      <p>It has 94.3%<sup>1</sup> on the test &amp; more. <a href="/link">Link</a></p><figure><figcaption>A chart</figcaption></figure><blockquote>Said so.</blockquote></article><footer>Imprint</footer></body></html>`
    const article = read('page.html', page)
    expect(article).toMatchObject({
      title: 'Nova arrives',
      publisher: 'The Site',
      author: 'A. Writer',
      published: '2026-03-04',
      url: 'https://www.example.com/nova/',
    })
    expect(article.text).not.toContain('Home')
    expect(article.text).not.toContain('Imprint')
    expect(article.text).toContain('94.3%^1 on the test & more.')
    expect(article.links).toEqual(['https://www.example.com/link'])
    expect(article.blocks.map((block) => `${block.kind} ${block.level ?? ''}`.trim())).toEqual(
      expect.arrayContaining(['paragraph', 'heading 2', 'item 1', 'item 2', 'caption', 'quote']),
    )
  })

  it('gives the same id to one page under two addresses, and to one text without an address', () => {
    const at = (url: string) => read('a.txt', `url: ${url}\n\nSome text.`).id
    expect(at('https://www.example.com/a/?utm_source=x#top')).toBe(at('http://example.com/a'))
    expect(at('https://example.com/a?id=1')).not.toBe(at('https://example.com/a?id=2'))
    expect(read('a.txt', 'Some text, here.').id).toBe(read('b.md', 'some  text here').id)
  })

  it('says what is wrong with which file', () => {
    expect(complaint('/x/empty.txt', '')).toMatch(/^empty\.txt is empty/)
    expect(complaint('blank.txt', ' \n \n')).toMatch(/^blank\.txt holds no text/)
    expect(complaint('a.txt', new Uint8Array(5_000_001).fill(97))).toMatch(/^a\.txt has 5\.0 MB; the limit is 5 MB/)
    expect(complaint('a.md', bytes('%PDF-1.7 x'))).toMatch(/^a\.md is a PDF/)
    expect(complaint('a.txt', new Uint8Array([97, 98, 0, 99]))).toMatch(/binary \(a zero byte at byte 2\)/)
    expect(complaint('a.txt', new Uint8Array([97, 98, 0xe2, 0x82, 97]))).toMatch(/not UTF-8: byte 2 is wrong/)
    expect(complaint('a.md', '---\ntitle: [a\n---\ntext')).toMatch(/^a\.md, line \d+: the front matter is no YAML/)
    expect(complaint('a.md', '---\ntitle: a\ntext')).toMatch(/not closed/)
    expect(complaint('a.md', '---\npublished: yesterday\n---\ntext')).toMatch(/"published" is no date: yesterday/)
    expect(complaint('a.txt', 'url: nowhere\n\ntext')).toMatch(/"url" is no http/)
    expect(complaint('a.txt', 'title: a\nno header line\n\ntext')).toMatch(
      /^a\.txt, line 2: "no header line" is no "key: value" line/,
    )
    expect(complaint('a.html', '<html><body><nav>Home</nav><script>1</script></body></html>')).toMatch(/holds no text besides/)
  })

  it('throws nothing but a UserError, whatever the bytes', () => {
    const name = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a')
    fc.assert(
      fc.property(
        name,
        fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 300 }).map(bytes)),
        (file, content) => {
          try {
            const article = articleFromFile(file, content)
            for (const block of article.blocks) expect(block.end).toBeLessThanOrEqual(article.text.length)
          } catch (error) {
            expect(error).toBeInstanceOf(UserError)
          }
        },
      ),
    )
  })

  it.each([
    ['a hundred thousand open elements', `${'<div>'.repeat(100_000)}text`],
    ['thirty thousand elements beside each other', '<p>a b, c</p>'.repeat(30_000)],
    ['a million pipes in a page', `<p>a ${'|'.repeat(1_000_000)}</p>`],
    ['brackets that close nothing', `${'> '.repeat(100_000)}text`],
  ])('goes through a page of %s', (_name, page) => {
    expect(read('a.html', page).text.length).toBeGreaterThan(0)
  })
})
