import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysOf, matchItems } from '../../src/intake/feed-identity.ts'
import type { FeedItem } from '../../src/intake/feed-item.ts'

const item = (change: Partial<FeedItem>): FeedItem => ({
  guid: null,
  url: null,
  title: 'T',
  author: null,
  publishedAt: null,
  content: '',
  ...change,
})
const asKnown = (items: FeedItem[]) => {
  const keys = keysOf(items)
  return matchItems('f', items, keys, []).map(({ id, keys: own }) => ({ id, ...own }))
}
const seen = (before: FeedItem[], now: FeedItem[]) =>
  matchItems('f', now, keysOf(now), asKnown(before)).map(({ known }) => known !== null)

const text = 'Said at some length, so that two texts that are the same are no accident, which short ones may well be. '.repeat(3)

test('any key that hits makes it the same entry', () => {
  const before = [item({ guid: 'g1', url: 'https://a.example/1', title: 'One', content: text })]
  expect(seen(before, [item({ guid: 'g1', url: 'https://a.example/other', title: 'Other' })])).toEqual([true])
  expect(seen(before, [item({ guid: 'g2', url: 'http://www.a.example/1/?utm_source=x', title: 'Other' })])).toEqual([true])
  expect(seen(before, [item({ guid: 'g3', url: 'https://b.example/x', title: 'One', content: text })])).toEqual([true])
  expect(seen(before, [item({ guid: 'g4', url: 'https://b.example/x', title: 'Two', content: text })])).toEqual([false])
})

test('the same few words are no key: they may come every week', () => {
  const weekly = (number: number) =>
    item({ guid: `g${number}`, url: `https://a.example/${number}`, title: 'Weekly update', content: 'This week.' })
  expect(seen([weekly(1)], [weekly(2)])).toEqual([false])
})

test('a front page is no key', () => {
  expect(seen([item({ guid: '1', url: 'https://a.example/' })], [item({ guid: '2', url: 'https://a.example/' })])).toEqual([
    false,
  ])
})

test('an entry that stands twice in a feed counts once', () => {
  const one = item({ guid: 'g', url: 'https://a.example/1', title: 'One' })
  expect(asKnown([one, { ...one, publishedAt: 5 }, { ...one, guid: 'other' }]).length).toBe(1)
})

test('nothing but words changes the hash', () => {
  const one = item({ guid: 'g', url: 'https://a.example/1', title: 'One', content: '<p>a b</p>', publishedAt: 1 })
  const hash = (each: FeedItem) => keysOf([each])[0]!.hash
  expect(hash({ ...one, guid: 'h', url: null, publishedAt: 9, author: 'x', content: '<div>a  <b>b</b></div>' })).toBe(hash(one))
  expect([hash({ ...one, title: 'Two' }), hash({ ...one, content: 'a c' })].includes(hash(one))).toBe(false)
})

test('in any order and any part, a feed’s entries are known again and keep their ids', () => {
  const entry = fc.record({ number: fc.nat(40), dated: fc.boolean() })
  const made = ({ number, dated }: { number: number; dated: boolean }) =>
    item({ guid: `g${number}`, url: `https://a.example/${number}`, title: `Part ${number}`, publishedAt: dated ? number : null })
  fc.assert(
    fc.property(
      fc.uniqueArray(entry, { selector: ({ number }) => number, maxLength: 20 }),
      fc.array(fc.nat(19), { maxLength: 20 }),
      (entries, order) => {
        const before = entries.map(made)
        const later = [...new Set(order)].filter((at) => at < before.length).map((at) => before[at]!)
        const ids = new Map(asKnown(before).map(({ guid, id }) => [guid, id]))
        const found = matchItems('f', later, keysOf(later), asKnown(before))
        expect(found.every(({ known }) => known !== null)).toBe(true)
        expect(found.map(({ id }) => id)).toEqual(later.map(({ guid }) => ids.get(guid)))
      },
    ),
  )
})
