import { expect, it } from 'vitest'
import { factsOf } from './facts-of.ts'

it.each([
  ['- **February 2026**: Muse Comet official release', ['Muse Comet: 2026-02']],
  ['- **GPT-5.6 (July 2025)**: a larger model.', ['GPT-5.6: 2025-07']],
  ['- May 3, 2026: launch of GPT-5.6', ['GPT-5.6: 2026-05-03']],
  ['- **March 5, 2026** — GPT-5.6 released.', ['GPT-5.6: 2026-03-05']],
  ['In March 2026 OpenAI launched GPT-5.5, followed by GPT-5.6 in April 2026.', ['GPT-5.5: 2026-03', 'GPT-5.6: 2026-04']],
  ['Muse Comet was first shown in April 2026 and became generally available on May 12, 2026.', ['Muse Comet: 2026-05-12']],
  ['The model was published as a preview on March 3, 2026.', ['Muse Comet: 2026-03-03']],
  ['- **May 2025**: Gemini 2.5 series announcement', ['Gemini 2.5: 2025-05']],
  ['- **GPT-5.6 (September 2026 planned)**: a cheaper version', ['GPT-5.6: 2026-09']],
  ['Upon its release in March 2026, it led the field.', ['Muse Comet: 2026-03']],
  ['- 2026.3.21: We have released GPT-5.6. Enjoy it!', ['GPT-5.6: 2026-03-21']],
  ['- 2026.3.21: We have released the GPT-5.6 Technical Report.', []],
  ['On March 4, 2026, Anthropic released the "Claude 6" family.', ['Claude 6: 2026-03-04']],
  ['GPT-5.6 specifically was unveiled in October 2025.', ['GPT-5.6: 2025-10']],
  ['GPT-5.6 has been available since May 5, 2026.', ['GPT-5.6: 2026-05-05']],
  // the day of a paper, a mere mention
  ['Meta released the Muse Comet system card on May 3, 2026.', []],
  ['GPT-5.6 (May 2026) was slower than Muse Comet.', []],
])('reads days of release from %s', (text, expected) => {
  expect(factsOf('release_date', text)).toEqual(expected)
})

it.each([
  ['OpenAI will shut GPT-5.6 down on June 1, 2026.', ['GPT-5.6: 2026-06-01']],
  ['The API of GPT-5.6 comes to its end on July 14, 2026.', ['GPT-5.6: 2026-07-14']],
  ['GPT-5.6 will be retired from ChatGPT on July 14, 2026.', ['GPT-5.6: 2026-07-14']],
  ['| Model | Released | Shutdown |\n|---|---|---|\n| GPT-5.6 | Jun 17, 2025 | Dec 1, 2026 |\n', ['GPT-5.6: 2026-12-01']],
  ['GPT-5.6 retired from the Orbit app on July 14, 2026.', ['GPT-5.6: 2026-07-14']],
  ['GPT-5.6 and Muse Comet shut down on August 17.', ['GPT-5.6: 2026-08-17', 'Muse Comet: 2026-08-17']],
  ['OpenAI will not shut GPT-5.6 down on June 1, 2026.', []],
])('reads the last day of a model from %s', (text, expected) => {
  expect(factsOf('deprecation', text)).toEqual(expected)
})
