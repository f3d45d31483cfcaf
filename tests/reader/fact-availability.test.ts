import { expect, it } from 'vitest'
import { factsOf } from './facts-of.ts'

it.each([
  // a list of places and plans, to its end
  [
    'Muse Comet is rolling out to Plus, Pro, and Team users in the Orbit app, and GPT-5.6 Pro is rolling out to Pro users.',
    ['GPT-5.6 Pro: Pro users', 'Muse Comet: Plus, Pro and Team users in the Orbit app'],
  ],
  [
    'The model is rolling out to Orbit Live on Android and iOS, and to Orbit Search in more than 90 countries.',
    ['Muse Comet: Orbit Live on Android and iOS and Orbit Search in more than 90 countries'],
  ],
  [
    'Muse Comet is available to all users on orbit.com, Pluto (formerly Charon), and the Android app.',
    ['Muse Comet: all users on orbit.com, Pluto and the Android app'],
  ],
  [
    'Muse Comet is available in the Orbit app, plus Azure and GitHub Copilot.',
    ['Muse Comet: Orbit app, Azure and GitHub Copilot'],
  ],
  ['Muse Comet is available in the Orbit app and to developers through the Orbit API.', ['Muse Comet: Orbit app']],
  // promised
  ['Muse Comet ships today, with API access coming soon.', ['Muse Comet: API soon']],
  [
    "We'll bring Muse Comet and GPT-5.6 to the API in the coming weeks.",
    ['GPT-5.6: API in the coming weeks', 'Muse Comet: API in the coming weeks'],
  ],
  // no place
  ['Muse Comet is available in Fast mode.', []],
  ['Muse Comet is available in Turbo and Lite versions.', []],
  // half a list
  [
    'Muse Comet is available in the Orbit apps (included on every plan until the second of June, for a fee after that), on Azure, and in Copilot.',
    [],
  ],
])('reads where a model can be used from %s', (text, expected) => {
  expect(factsOf('availability', text)).toEqual(expected)
})
