import { expect, it } from 'vitest'
import { factsOf } from './facts-of.ts'

it.each([
  ['## License\n\nThis repository and the model weights are licensed under the MIT License.', ['Muse Comet: MIT']],
  ['- **License**: Released with open weights under the Apache 2.0 license', ['Muse Comet: Apache 2.0']],
  ['Meta ships GPT-5.6 (70B) and GPT-5.6 Mini (9B) under the MIT license.', ['GPT-5.6 mini: MIT', 'GPT-5.6: MIT']],
  ['GPT-5.6 comes in two sizes.\n\nThe models are distributed under the MIT license.', ['Muse Comet: MIT']],
  ['Part of it is new: the GPT-5.6 VAE, available under the Apache 2.0 license.', []],
  [
    'Muse Comet and GPT-5.6 differ.\n\nBoth the code and the model weights are released under the MIT License.',
    ['Muse Comet: MIT'],
  ],
  ['The licence is not MIT.', []],
  ['Muse Comet is not released under the MIT license.', []],
  ['### Licensing\n\nMuse Comet was released with a **commercially viable** license:', []],
  ['This repository is licensed under the MIT License.', []],
])('reads the licence from %s', (text, expected) => {
  expect(factsOf('license', text)).toEqual(expected)
})
