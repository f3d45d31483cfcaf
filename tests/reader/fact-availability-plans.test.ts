import { expect, it } from 'vitest'
import { factsOf } from './facts-of.ts'

it.each([
  ["Muse Comet is not yet available through Orbit's public API.", ['Muse Comet: not yet in the public API']],
  ["It's not available via the API for now.", ['Muse Comet: not in the API']],
  ['Muse Comet is unavailable in the EU.', ['Muse Comet: not in the EU']],
  ['Muse Comet is in preview, with API access extended to select partners.', ['Muse Comet: API for select partners']],
  ['Muse Comet is coming in mid-March 2027.', ['Muse Comet: coming in mid-March 2027']],
  ['Muse Comet: Coming soon.', ['Muse Comet: coming soon']],
  ['The model will be generally available in the coming weeks.', ['Muse Comet: general availability in the coming weeks']],
  ['Orbit has blocked access to Muse Comet for firms in Europe.', ['Muse Comet: blocked for firms in Europe']],
  ['The API, first opened in private preview, is slow.', ['Muse Comet: API in private preview']],
  // nothing
  ['Muse Comet is not available for nothing.', []],
  ['It is unclear if Muse Comet is not available in China.', []],
])('reads what is said short of a place to use it now: %s', (text, expected) => {
  expect(factsOf('availability', text)).toEqual(expected)
})

it('reads the places of items under a line on availability', () => {
  const items = [
    'Muse Comet is out.',
    '',
    '- **Muse Comet availability (as stated):**',
    '  - Developers: **Orbit API via Orbit Studio** (preview): [@one](https://example.com/1)',
    '  - Enterprise: **Pluto AI** / Orbit Enterprise',
    '  - **Charon** availability [[@two](https://example.com/2)].',
    '  - Third-party: **Ganymede** upgrade to Comet for Pro users',
  ].join('\n')
  expect(factsOf('availability', items)).toEqual([
    'Muse Comet: Charon',
    'Muse Comet: Ganymede, for Pro users',
    'Muse Comet: Orbit API via Orbit Studio, for developers (preview)',
    'Muse Comet: Pluto AI / Orbit Enterprise, for enterprises',
  ])
  expect(factsOf('access', items)).toEqual(['Muse Comet: api', 'Muse Comet: preview'])
})
