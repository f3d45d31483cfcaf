import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBlocks } from '../../src/intake/blocks.ts'

/** "kind level: text", tables as rows of cells. */
function blocks(text: string): string[] {
  return findBlocks(text).map((block) => {
    if (block.rows)
      return `table: ${block.rows.map((row) => row.map((cell) => text.slice(cell.start, cell.end)).join(' ¦ ')).join(' // ')}`
    return `${block.kind}${block.level === undefined ? '' : ` ${block.level}`}: ${text.slice(block.start, block.end).replace(/\s*\n\s*/g, ' ')}`
  })
}

const long = 'This sentence is long enough to be a paragraph of its own, and it ends as sentences do.'

const cases: { name: string; text: string; expected: string[] }[] = [
  {
    name: 'markdown headings',
    text: '# One\n\n##Two ##\ntext here\n\nThree\n=====',
    expected: ['heading 1: One', 'heading 2: Two', 'paragraph: text here', 'heading 1: Three'],
  },
  {
    name: 'nested bullets',
    text: '- a\n  - b\n    - c\n- d\n1. e',
    expected: ['item 1: a', 'item 2: b', 'item 3: c', 'item 1: d', 'item 1: e'],
  },
  {
    name: 'an item over two lines',
    text: '- first half\n  second half\n- next',
    expected: ['item 1: first half second half', 'item 1: next'],
  },
  { name: 'a pipe table', text: '| a | b |\n|---|:-:|\n| 1 | 2 |', expected: ['table: a ¦ b // 1 ¦ 2'] },
  {
    name: 'a table without outer pipes and with ragged rows',
    text: 'a | b | c\n---|---|---\n1 | 2\n| 3 | 4 | 5',
    expected: ['table: a ¦ b ¦ c // 1 ¦ 2 // 3 ¦ 4 ¦ 5'],
  },
  { name: 'an escaped pipe', text: '| a | b |\n|---|---|\n| x \\| y | 2 |', expected: ['table: a ¦ b // x \\| y ¦ 2'] },
  { name: 'a pipe in a sentence', text: 'Use a | b here, and go on.', expected: ['paragraph: Use a | b here, and go on.'] },
  {
    name: 'columns held apart by tabs',
    text: 'a\tb\tc\n1\t2\t3\n4\t\t5',
    expected: ['table: a ¦ b ¦ c // 1 ¦ 2 ¦ 3 // 4 ¦  ¦ 5'],
  },
  {
    name: 'a table that lost its line breaks',
    text: 'Words | a | b | |---|---| | 1 | 2 | | 3 | 4 |',
    expected: ['table: a ¦ b // 1 ¦ 2 // 3 ¦ 4'],
  },
  {
    name: 'text behind a table that lost its line breaks',
    text: '| a | b ||---|---|| 1 | 2 || 3 | 4 |Then text.',
    expected: ['table: a ¦ b // 1 ¦ 2 // 3 ¦ 4', 'paragraph: Then text.'],
  },
  {
    name: 'raw HTML among markdown',
    text: '# A\n\n<p>One <b>two</b>.</p>\n<ul><li>x<ul><li>y</li></ul></li></ul>\n<h3>H</h3>\n\nplain',
    expected: ['heading 1: A', 'paragraph: One <b>two</b>.', 'item 1: x', 'item 2: y', 'heading 3: H', 'paragraph: plain'],
  },
  {
    name: 'an HTML table with spans and a caption',
    text: '<table><caption>C</caption><tr><th colspan=2>H</th></tr><tr><td rowspan="2">a</td><td>1</td></tr><tr><td>2</td></tr></table>',
    expected: ['caption: C', 'table: H ¦ H // a ¦ 1 // a ¦ 2'],
  },
  {
    name: 'an HTML table that was cut',
    text: '<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr>',
    expected: ['table: a ¦ 1 // b ¦ 2'],
  },
  { name: 'scripts and comments', text: '<script>var a = "b"</script>\n<!-- no -->\nText.', expected: ['paragraph: Text.'] },
  {
    name: 'key points',
    text: `Key Points\nFirst thing is said\nSecond thing is said\n\nBackground\n${long}`,
    expected: [
      'heading 6: Key Points',
      'keypoint: First thing is said',
      'keypoint: Second thing is said',
      'heading 6: Background',
      `paragraph: ${long}`,
    ],
  },
  {
    name: 'at a glance with bullets',
    text: `At a glance:\n\n• One\n• Two\n\nThe story\n\n${long}`,
    expected: ['heading 6: At a glance:', 'keypoint 1: One', 'keypoint 1: Two', 'heading 6: The story', `paragraph: ${long}`],
  },
  {
    name: 'questions and answers',
    text: `## FAQ\n\n### Is it open?\n\n${long}\n\n## After\n\nMore.`,
    expected: ['heading 2: FAQ', 'faq 3: Is it open?', `faq: ${long}`, 'heading 2: After', 'paragraph: More.'],
  },
  {
    name: 'what is no article',
    text: `${long}\n\nShare on Facebook\n\nImage: A. Photographer / Agency\n\nComments\nNo comments yet.\n\nMore in the feed\nAnother story`,
    expected: [
      `paragraph: ${long}`,
      'boilerplate: Share on Facebook',
      'boilerplate: Image: A. Photographer / Agency',
      'boilerplate 6: Comments',
      'boilerplate: No comments yet.',
      'boilerplate 6: More in the feed',
      'boilerplate: Another story',
    ],
  },
  {
    name: 'share prices are no share bar',
    text: 'Shares of the firm rose 4% after the launch of the model.',
    expected: ['paragraph: Shares of the firm rose 4% after the launch of the model.'],
  },
  {
    name: 'lines broken to a width',
    text: 'The model is new and it\nwas made by a small lab in\na town that few people\nknow, said its founder.\n\nNext.',
    expected: [
      'paragraph: The model is new and it was made by a small lab in a town that few people know, said its founder.',
      'paragraph: Next.',
    ],
  },
  { name: 'a line in bold as heading', text: '**Results:**\n\nText.', expected: ['heading 6: **Results:**', 'paragraph: Text.'] },
  { name: 'code', text: '```\nx = 1 | 2\n```\nText.', expected: ['boilerplate: ``` x = 1 | 2 ```', 'paragraph: Text.'] },
  { name: 'Windows line breaks', text: 'One.\r\n\r\n- a\r\n- b\r\n', expected: ['paragraph: One.', 'item 1: a', 'item 1: b'] },
  {
    name: 'a table with each cell on a line of its own',
    text: 'Results\nBenchmark\nOne 1\nTwo 2\nTest A\n92.8\n-\nTest B\n81.2%\n73.9%\n\nAnd so the story went on, as stories do.',
    expected: [
      'paragraph: Results',
      'table: Benchmark ¦ One 1 ¦ Two 2 // Test A ¦ 92.8 ¦ - // Test B ¦ 81.2% ¦ 73.9%',
      'paragraph: And so the story went on, as stories do.',
    ],
  },
  { name: 'pictures and rules', text: '![alt](x.png)\n\n---\n\nText.', expected: ['paragraph: Text.'] },
]

describe('findBlocks', () => {
  it.each(cases)('reads $name', ({ text, expected }) => {
    expect(blocks(text)).toEqual(expected)
  })

  it('gives blocks in order, without overlap, inside the text, and cells inside their table', () => {
    const piece = fc.constantFrom(
      '# H',
      '- a',
      '  - b',
      '| a | b |',
      '|---|---|',
      'word',
      '**b**',
      '<p>',
      '</p>',
      '<table>',
      '<tr>',
      '<td>',
      '</td>',
      '</table>',
      '<ul><li>',
      '\t',
      '```',
      'FAQ',
      'Comments',
      '>',
      '\n',
      '\n\n',
      '\r\n',
      '  ',
      '<!--',
      '-->',
      'é',
      '😀',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const block of findBlocks(text)) {
          expect(block.start).toBeGreaterThanOrEqual(last)
          expect(block.end).toBeGreaterThan(block.start)
          expect(block.end).toBeLessThanOrEqual(text.length)
          for (const cell of block.rows?.flat() ?? []) {
            expect(cell.start).toBeGreaterThanOrEqual(block.start)
            expect(cell.end).toBeGreaterThanOrEqual(cell.start)
            expect(cell.end).toBeLessThanOrEqual(block.end)
          }
          last = block.end
        }
      }),
    )
  })

  it('keeps a paragraph whole whose broken line goes on with a capital, a digit or a sign of money', () => {
    const text =
      'The maker has put out a smaller and a larger model this week, both for\nGLM-7 users and for those who waited, and the larger of the two costs\n$1 per million tokens.'
    expect(findBlocks(text).map((block) => block.kind)).toEqual(['paragraph'])
  })

  it('does not run a heading into the paragraph below it', () => {
    const text =
      'Why This Year’s Smaller Models Matter More Than the Largest Ones\nThe larger models cost more, and few people need what they can do beyond that.'
    expect(findBlocks(text)).toHaveLength(2)
  })

  it.each([
    ['a million pipes', '|'.repeat(1_000_000)],
    ['a hundred thousand open elements', '<div>'.repeat(100_000)],
    ['a hundred thousand tables in tables', '<table><tr><td>'.repeat(100_000)],
    ['ten megabytes in one line', 'word '.repeat(2_000_000)],
    ['unclosed quotes in tags', '<a x="'.repeat(200_000)],
    ['unclosed comments', '<!--'.repeat(200_000)],
    ['bullets in a row', '- '.repeat(500_000)],
    ['two hundred thousand short lines', 'Word\n\n'.repeat(200_000)],
    ['a table of one column and two hundred thousand rows', `<table>${'<tr><td>a</td></tr>'.repeat(200_000)}</table>`],
    ['a hundred thousand rows', '| a | 1 |\n'.repeat(100_000)],
  ])('goes through %s', (_name, text) => {
    expect(Array.isArray(findBlocks(text))).toBe(true)
  })
})
