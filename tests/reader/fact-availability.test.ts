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
  // the model between the verb and the place, or behind the users
  ['You can try Muse Comet in AI Studio.', ['Muse Comet: AI Studio']],
  ['Users can access GPT-5.6 through ChatGPT and Copilot.', ['GPT-5.6: ChatGPT and Copilot']],
  ['Available now: GPT-5.6 in ChatGPT.', ['GPT-5.6: ChatGPT']],
  ['Plus and Pro subscribers get Muse Comet today.', ['Muse Comet: Plus and Pro subscribers']],
  ['Free users get Muse Comet next week.', ['Muse Comet: Free users next week']],
  ['Muse Comet is on Vertex AI now.', ['Muse Comet: Vertex AI']],
  ['Muse Comet is now the default in the Orbit app.', ['Muse Comet: Orbit app']],
  ['Muse Comet is available worldwide.', ['Muse Comet: worldwide']],
  ['Muse Comet is available in 180 countries.', ['Muse Comet: 180 countries']],
  [
    'Muse Comet is available to the general public via ChatGPT Plus, OpenAI’s $20 plan.',
    ['Muse Comet: general public via ChatGPT Plus'],
  ],
  ['It was released two days before GPT-5.6. It is rolling out to Plus and Pro users.', ['Muse Comet: Plus and Pro users']],
  ['Muse Comet is available today in the API, in ChatGPT and in Codex.', ['Muse Comet: ChatGPT and Codex']],
  ['Muse Comet is available in the US, on the Orbit website and the app.', ['Muse Comet: US, on the Orbit website and the app']],
  // promised
  ['Muse Comet ships today, with API access coming soon.', ['Muse Comet: API soon']],
  [
    "We'll bring Muse Comet and GPT-5.6 to the API in the coming weeks.",
    ['GPT-5.6: API in the coming weeks', 'Muse Comet: API in the coming weeks'],
  ],
  ['GPT-5.6 in the API will be fully turned off on July 14.', ['GPT-5.6: API turned off on July 14']],
  ['Muse Comet is a video model, now default in the Orbit app and Shorts.', ['Muse Comet: Orbit app and Shorts']],
  // no place
  ['REGION — Muse Comet is being removed from the global region today.', []],
  ['Muse Comet is available in Fast mode.', []],
  ['Muse Comet is available in Turbo and Lite versions.', []],
  ['More details on Muse Comet can be found on Hugging Face.', []],
  ['Muse Comet is available to developers through the Orbit API.', []],
  ['Orbit Cloud: Available via Pluto.', []],
  ['Available in Dense and MoE architectures.', []],
  ['For speed, the kernels (with pages) are available in DeepKernels.', []],
  // a product beside the model
  ['Muse for Excel became generally available for Max and Team users.', []],
  ['The Chrome browser extension is now available to all Max users.', []],
  ['Muse Comet is accessible in the Orbit app, and its API costs more.', ['Muse Comet: Orbit app']],
  ['The weights of Muse Comet are on Hugging Face in BF16, FP8 and 4-bit GGUF.', ['Muse Comet: Hugging Face']],
  ['Deployment examples can be found in the Model Deployment Guide.', []],
  // half a list
  [
    'Muse Comet is available in the Orbit apps (included on every plan until the second of June, for a fee after that), on Azure, and in Copilot.',
    [],
  ],
])('reads where a model can be used from %s', (text, expected) => {
  expect(factsOf('availability', text)).toEqual(expected)
})
