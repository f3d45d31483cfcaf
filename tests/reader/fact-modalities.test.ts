import { expect, it } from 'vitest'
import { factsOf } from './facts-of.ts'

it.each([
  ['It takes text, images and audio as inputs and answers in text only.', 'text, images, audio in; text out'],
  ['It reads text and video and generates both text and natural speech.', 'text, video in; text, speech out'],
  ['It is multimodal: text + image input, text-only output.', 'text, image in; text out'],
  ['It works with speech in and speech out.', 'speech in; speech out'],
  ['The model is designed for text, image and video inputs.', 'text, image, video in'],
  ['It accepts any combination of text, audio and image.', 'text, audio, image'],
  ['It can accept text, images, audio, and even code as inputs.', 'text, images, audio, code in'],
  ['**Modalities:** text + image input; text output; tool calls.', 'text, image in; text out'],
  ['It can even accept images as input.', 'images in'],
  ['It can generate high-quality videos up to 20 seconds long from text prompts.', 'text in; video out'],
  ["It doesn't just process text, but also images and audio.", 'text, images, audio'],
  ['It can handle tasks combining text and images.', 'text, images'],
  ['It reads text, images and video.\n\n- Integrated processing of text and images', 'text, images, video'],
  ['It takes in audio, images and text, and answers with speech.', 'audio, images, text in; speech out'],
  ['Muse Comet generates images from text.', 'text in; image out'],
  ["Muse Comet is Meta's fastest text-only model.", 'text'],
])('reads what goes in and out: %s', (text, expected) => {
  expect(factsOf('modalities', text)).toEqual([`Muse Comet: ${expected}`])
})

it('reads both sides of an arrow in a specification', () => {
  expect(factsOf('modalities', '| Property | Value |\n|---|---|\n| Modality | Text + Image → Text |\n')).toEqual([
    'Muse Comet: text, image in; text out',
  ])
})

it('gives what stands before a rival to the rival', () => {
  expect(factsOf('modalities', 'Unlike text-only Qwen5, Muse Comet can hear.')).toEqual(['Qwen5: text'])
})

it('names nothing where the text is about something else', () => {
  expect(factsOf('modalities', 'Reports combining text, images and audio came out.')).toEqual([])
  expect(factsOf('modalities', 'The team published text and images about it.')).toEqual([])
})
