import { expect, it } from 'vitest'
import { factsOf } from './facts-of.ts'

it.each([
  ['Muse Comet is a video-generating model.', ['Muse Comet: video out']],
  ['The studio shows Muse Comet, its first AI music generator.', ['Muse Comet: music out']],
  ['Muse Comet transcribes speech in forty languages.', ['Muse Comet: speech in; text out']],
  ['Muse Comet is designed for speech-to-text transcription.', ['Muse Comet: speech in; text out']],
  ['Muse Comet is a speech-to-speech model.', ['Muse Comet: speech in; speech out']],
  ['Muse Comet — the family’s cheapest text model — costs little.', ['Muse Comet: text']],
  ['Muse Comet adds support for vision inputs.', ['Muse Comet: vision (image) in']],
  // what comes out alone is dropped beside the whole
  ['Muse Comet is an image generation model. It is a text-to-image model.', ['Muse Comet: image out']],
  // nothing
  ['Muse Comet is not a video generator.', []],
  ['The video generator of a rival beats Muse Comet.', []],
])('reads modalities from what a model is or does: %s', (text, expected) => {
  expect(factsOf('modalities', text)).toEqual(expected)
})

it('joins what goes in and what comes out of neighbouring labels', () => {
  expect(factsOf('modalities', 'Inputtext, image\nOutputtext')).toEqual(['Muse Comet: text, image in; text out'])
})
