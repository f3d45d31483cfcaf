import { expect, it } from 'vitest'
import { factsOf } from './facts-of.ts'

it.each([
  ["### March 3, 2026\n\n* We've launched **Muse Comet**, a model for code.", ['Muse Comet: 2026-03-03']],
  ['### 2026-03-03\n\n- Released Muse Comet and GPT-5.6 in two sizes.', ['GPT-5.6: 2026-03-03', 'Muse Comet: 2026-03-03']],
  ['### March 3, 2026\n\n* Muse Comet is now generally available.', ['Muse Comet: 2026-03-03']],
  ['### March 3, 2026\n\n* Muse Comet no longer returns empty answers.', []],
  ['### March 3, 2026\n\n* We have retired Muse Comet.', []],
  ['### What came after March 3, 2026\n\n* We launched Muse Comet.', []],
])('reads the day of release in the changelog %s', (text, expected) => {
  expect(factsOf('release_date', text)).toEqual(expected)
})
