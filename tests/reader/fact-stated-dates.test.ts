import { describe, expect, it } from 'vitest'
import { read } from '../../src/reader/read.ts'
import { articleOf } from './article-of.ts'

const dates = (text: string, topic: string | null = null): string[] =>
  read(articleOf(text, topic)).claims.flatMap((claim) =>
    claim.type === 'fact' && claim.attribute === 'release_date' ? [`${claim.model}: ${claim.value}`] : [],
  )

describe('a release date that is named as such', () => {
  it.each([
    ['The paper gives 3 March 2026 as the release date of GLM-5 and moves on.', ['GLM-5: 2026-03-03']],
    ['Zhipu has officially released GLM-5. Doolpa gives the date as March 19, 2026.', ['GLM-5: 2026-03-19']],
    ['The release date of Kimi K2.5 was 27 January 2026.', ['Kimi K2.5: 2026-01-27']],
    ['GLM-5’s release date is 3 March 2026.', ['GLM-5: 2026-03-03']],
    ['GLM-5 is the topic of a report which gives March 10, 2026 as the date of its release.', ['GLM-5: 2026-03-10']],
  ])('%s', (text, expected) => {
    expect(dates(text, 'GLM-5')).toEqual(expected)
  })

  it.each([
    'If the release date of GLM-5 is 3 March 2026, much has to be rewritten.',
    'The paper gives 3 March 2026 as the date of the hearing on GLM-5.',
    'The release date of the report on GLM-5 is not known.',
  ])('is none in: %s', (text) => {
    expect(dates(text, 'GLM-5')).toEqual([])
  })
})
