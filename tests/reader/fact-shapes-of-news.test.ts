import { expect, it } from 'vitest'
import { factsOf } from './facts-of.ts'

it.each([
  [
    'The model is now live for consumer use on Orbit.com, social network Pluto (formerly Charon), and the company’s iOS and Android mobile apps.',
    ['Muse Comet: Orbit.com, Pluto, iOS and Android apps'],
  ],
  [
    'It is available through the Orbit Playground, the Pluto API, and partner platforms.',
    ['Muse Comet: Orbit Playground, Pluto API and partner platforms'],
  ],
  [
    'It is available for all Orbit users through our standard API endpoints.',
    ['Muse Comet: all Orbit users through the standard API endpoints'],
  ],
  ['You can chat with Muse Comet on the official website: chat.orbit.com', ['Muse Comet: chat.orbit.com']],
  // a company's name that is only half of the phrase is no place
  ['This path will become the default for all Orbit models.', []],
])('reads a place to its end: %s', (text, expected) => {
  expect(factsOf('availability', text)).toEqual(expected)
})

it.each([
  ['Muse Comet ranks first among open-source models.', ['Muse Comet: open-source']],
  ['Muse Comet, from Orbit Labs, is an open-weight (MIT) model.', ['Muse Comet: open-weights']],
  ['Orbit ships Muse Comet with full open weights on Hugging Face.', ['Muse Comet: open-weights']],
  ['Muse Comet remains confined to Orbit’s consumer-facing interfaces.', ['Muse Comet: app-only']],
  ['We also provide an OpenAI-Compatible API at Orbit Platform.', ['Muse Comet: api']],
  [
    'Only older models—including GPT-4.1 (both sizes), GPT-4o, and legacy models such as GPT-3.5 Turbo—are available via the Orbit API.',
    ['GPT-3.5 Turbo: api', 'GPT-4.1: api', 'GPT-4o: api'],
  ],
  ['Review it and move to Muse Comet fast mode (research preview).', []],
])('reads how open a model is and how it is offered: %s', (text, expected) => {
  expect(factsOf('access', text)).toEqual(expected)
})

it.each([
  ['Muse Comet is an open-source (MIT) model.', ['Muse Comet: MIT']],
  ['Its use is governed by the Muse Comet Community License Agreement.', ['Muse Comet: Muse Comet Community License Agreement']],
  ['Muse Comet VAE: released under the Apache 2.0 license.', []],
])('reads the licence of the model, not of its parts: %s', (text, expected) => {
  expect(factsOf('license', text)).toEqual(expected)
})

it.each([
  ['Muse Comet — released May 3 — is fast.', ['Muse Comet: 2026-05-03']],
  ['It beats GPT-5.6, which we praised shortly after its launch back in September 2025.', ['GPT-5.6: 2025-09']],
  ['The older GPT-5.6, which upon its release in November was hailed, lags.', ['GPT-5.6: 2025-11']],
  ['Release DateMay 3, 2026', ['Muse Comet: 2026-05-03']],
])('reads a day or month of release: %s', (text, expected) => {
  expect(factsOf('release_date', text)).toEqual(expected)
})
