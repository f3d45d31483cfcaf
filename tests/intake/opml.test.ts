import { expect, test } from 'vitest'
import { readOpml, writeOpml } from '../../src/intake/opml.ts'

test('feeds are found in folders, each address once, other schemes left out', () => {
  const list = `<?xml version="1.0"?><opml version="2.0"><head><title>mine</title></head><body>
    <outline text="AI"><outline type="rss" text="A &amp; B" xmlUrl="https://a.example/feed?x=1&amp;y=2"/><outline text="deeper"><outline title="C" text="c" xmlUrl="https://c.example/f"/></outline></outline>
    <outline type="rss" text="again" xmlUrl="https://a.example/feed?x=1&amp;y=2"/><outline text="bad" xmlUrl="file:///etc/passwd"/><outline text="no feed"/></body></opml>`
  expect(readOpml(list)).toEqual([
    { title: 'A & B', address: 'https://a.example/feed?x=1&y=2' },
    { title: 'C', address: 'https://c.example/f' },
  ])
})

test('what is written is read back', () => {
  const feeds = [
    { title: 'A "quoted" <title> & more', address: 'https://a.example/?x=1&y=2' },
    { title: null, address: 'https://b.example/feed' },
  ]
  expect(readOpml(writeOpml(feeds))).toEqual([feeds[0], { title: 'https://b.example/feed', address: 'https://b.example/feed' }])
})

test('what is no list, or names no feed, says so; entities of its own do not grow', () => {
  expect(() => readOpml('hello')).toThrow('no OPML list')
  expect(() => readOpml('<opml version="2.0"><head/><body><outline text="a"/></body></opml>')).toThrow('names no feed')
  const laughs = `<!DOCTYPE opml [<!ENTITY a "${'a'.repeat(100_000)}">]><opml version="2.0"><head/><body><outline text="${'&a;'.repeat(1000)}" xmlUrl="https://a.example/f"/></body></opml>`
  expect(readOpml(laughs)[0]!.title!.length).toBeLessThan(10_000)
})
