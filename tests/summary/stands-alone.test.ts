import { expect, test } from 'vitest'
import { standsAlone } from '../../src/summary/stands-alone.ts'

test.each([
  'Users may act on bad advice.',
  'It is unclear whether the data is kept.',
  'There is no word on how the model was trained.',
  'On Friday the maker made a preview available.',
])('%s can be read alone', (quote) => {
  expect(standsAlone(quote)).toBe(true)
})

test.each([
  'It covers two other models as well.',
  'There more of its ability is unlocked.',
  'Besides the first model it has a second.',
  'Security, and risk from chemistry.',
  'Small model | mixture of experts | 256K is the window',
])('%s cannot', (quote) => {
  expect(standsAlone(quote)).toBe(false)
})
