import { expect, test } from 'vitest'
import { askRobots, robotsAddress } from '../../src/intake/robots.ts'

const url = 'https://wire.example/stories/1'

test.each([
  ['', true],
  ['User-agent: *\nDisallow:', true],
  ['User-agent: *\nDisallow: /', false],
  ['User-agent: *\nDisallow: /stories/', false],
  ['User-agent: *\nDisallow: /\nAllow: /stories/', true],
  ['User-agent: Launchwire\nDisallow: /', false],
  ['User-agent: launchwire\nDisallow: /', false],
  ['User-agent: SomebodyElse\nDisallow: /', true],
  ['User-agent: *\nDisallow: /\n\nUser-agent: Launchwire\nAllow: /', true],
  ['User-agent: *\nDisallow: /*.html$', true],
  ['User-agent: *\nDisallow: /*/1$', false],
  ['<!doctype html><html><body>Not here</body></html>', true],
  ['\u0000\u0001 binary', true],
])('the rules %j allow a story: %s', (rules, allowed) => {
  expect(askRobots(rules, url).allowed).toBe(allowed)
})

test('a pause that is asked for is kept, up to a minute', () => {
  expect(
    [
      askRobots('User-agent: *\nCrawl-delay: 7', url),
      askRobots('User-agent: *\nCrawl-delay: 86400', url),
      askRobots('User-agent: *\nCrawl-delay: x', url),
    ].map(({ delay }) => delay),
  ).toEqual([7_000, 60_000, null])
})

test('rules made to be slow are answered at once', () => {
  const began = performance.now()
  askRobots(`User-agent: *\nDisallow: /${'*a'.repeat(2_000)}b\n`, `https://wire.example/${'a'.repeat(8_000)}`)
  expect(performance.now() - began).toBeLessThan(2_000)
})

test('the rules stand at the root of the site', () => {
  expect(robotsAddress('https://wire.example:8443/a/b?c')).toBe('https://wire.example:8443/robots.txt')
})
