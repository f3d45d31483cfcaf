import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { introducedModels } from '../../src/lexicon/introduced-models.ts'

const names = (text: string) => introducedModels([text]).names

describe('introducedModels', () => {
  it.each([
    ['The new Zephyra 2 model is fast.', 'Zephyra 2'],
    ['Zephyra 2, a 70B model from Acme, is out.', 'Zephyra 2'],
    ['Zephyra 2 is a multimodal reasoning model.', 'Zephyra 2'],
    ['Acme launched Zephyra, its first AI model.', 'Zephyra'],
    ["Harbor One, the company's latest large language model, is small.", 'Harbor One'],
    ['The Harbor One family of models grows.', 'Harbor One'],
    ['They call for a model code-named Quince this summer.', 'Quince'],
    ['New model: Quasar Alpha', 'Quasar Alpha'],
    ['Today they put up Orbit-7B-Instruct for all.', 'Orbit-7B-Instruct'],
  ])('takes from "%s" the name %s', (text, name) => {
    expect(names(text)).toEqual([name])
  })

  it.each([
    'Microsoft, a big model customer, said no.',
    'Harborside, a model router, is used by many.',
    'According to the Harbor Journal, the updated model is out.',
    'GPT-7 is a new model, and so is Claude.',
    'Wednesday, the model was down.',
    'Apple and a Meta model met.',
    'Their Transformer model is old.',
    'InsureBench, a model test.',
  ])('takes no name from "%s"', (text) => {
    expect(names(text)).toEqual([])
  })

  it('finds every later place of a name, in its own spelling only', () => {
    const found = introducedModels([
      'Zephyra 2 is a small model. Later Zephyra 2 won.',
      'zephyra 2, Zephyra 2.5 and Zephyra 2-mini are not it; Zephyra 2 is.',
    ])
    expect(found.find('zephyra 2, Zephyra 2.5 and Zephyra 2-mini are not it; Zephyra 2 is.')).toEqual([
      { start: 54, end: 63, name: 'Zephyra 2' },
    ])
  })

  it('never throws, and finds names only where they stand', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('Foo', ' ', ', ', 'a ', 'the new ', 'model', '-7B', ' is ', '2', '.5', '(', '\n', 'codenamed ', 'Ünï'),
        ),
        (pieces) => {
          const text = pieces.join('')
          const found = introducedModels([text])
          for (const { start, end, name } of found.find(text)) expect(text.slice(start, end)).toBe(name)
        },
      ),
    )
  })
})
