import { describe, expect, it } from 'vitest'
import { canonicalAddress } from '../../src/intake/canonical-address.ts'

describe('canonicalAddress', () => {
  it.each([
    ['https://Example.com/A/b/', 'https://example.com/A/b'],
    ['http://www.example.com:80/a#part', 'https://example.com/a'],
    ['https://example.com:8443/a', 'https://example.com:8443/a'],
    ['https://example.com/a?utm_source=x&id=3&fbclid=1&gclid=2&ref=home', 'https://example.com/a?id=3'],
    ['https://example.com/a?b=2&a=1', 'https://example.com/a?a=1&b=2'],
    ['https://example.com/story/amp', 'https://example.com/story'],
    ['https://example.com/amp/story', 'https://example.com/story'],
    ['https://example.com/story.amp.html', 'https://example.com/story'],
    ['https://example.com/story?amp=1', 'https://example.com/story'],
    ['https://amp.example.com/story', 'https://example.com/story'],
    ['https://example.com/index.html', 'https://example.com'],
    ['https://example.com/', 'https://example.com'],
  ])('makes %s into %s', (address, expected) => {
    expect(canonicalAddress(address)).toBe(expected)
  })

  it('gives null for what is no web address', () => {
    expect(['', 'nowhere', 'ftp://example.com/a', 'javascript:alert(1)', 'mailto:a@example.com'].map(canonicalAddress)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })

  it('changes nothing the second time', () => {
    const once = canonicalAddress('http://www.example.com/A//b/amp/?x=1&utm_medium=y')
    expect(canonicalAddress(once as string)).toBe(once)
  })
})
