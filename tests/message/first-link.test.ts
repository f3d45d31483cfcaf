import { expect, test } from 'vitest'
import { firstLink } from '../../src/message/first-link.ts'

test.each([
  ['look: https://example.com/a, and https://example.com/b', 'https://example.com/a'],
  ['<https://example.com/a|example.com>', 'https://example.com/a'],
  ['(see http://example.com/x?y=1).', 'http://example.com/x?y=1'],
  ['[a post](https://example.com/post)', 'https://example.com/post'],
  ['no address here', null],
  ['file:///etc/passwd javascript:alert(1)', null],
])('the first address of %j is %j', (text, link) => {
  expect(firstLink(text)).toBe(link)
})
