import { expect, test } from 'vitest'
import { riskCategories } from '../../src/claim.ts'
import { categoryCues, highStakes, limitHeading, offTopicCues, reliefCues, stanceCues } from '../../src/lexicon/risk-cues.ts'

const lists: [string, string][] = [
  ...Object.entries(categoryCues).flatMap(([category, cues]) =>
    Object.entries(cues).map(([strength, list]): [string, string] => [`${category} ${strength}`, list]),
  ),
  ...Object.entries(stanceCues),
  ...Object.entries(reliefCues),
  ...Object.entries(offTopicCues),
  ['high stakes', highStakes],
]
const phrases = (list: string): string[] =>
  list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

test('every category has cues that state a harm by themselves', () => {
  for (const category of riskCategories) expect(phrases(categoryCues[category].harm ?? '').length, category).toBeGreaterThan(3)
})

test.each(lists)('the phrases of %s are well formed and stand once', (_, list) => {
  const found = phrases(list)
  for (const phrase of found) {
    expect(phrase).toMatch(
      /^(?:[a-z0-9.']+\*?(?:\|[a-z0-9.']+\*?)*)(?: (?:~[1-9][0-9]?|\$|[a-z0-9.']+\*?(?:\|[a-z0-9.']+\*?)*))*$/,
    )
    expect(phrase, 'a gap leads to a word').not.toMatch(/~\d+$/)
  }
  expect(found.filter((phrase, index) => found.indexOf(phrase) !== index)).toEqual([])
})

test('no stem is so short that it takes in other words', () => {
  const stems = lists.flatMap(([name, list]) =>
    phrases(list).flatMap((phrase) => (phrase.match(/[a-z0-9.']+(?=\*)/g) ?? []).map((stem) => `${name}: ${stem}`)),
  )
  expect(stems.filter((stem) => (stem.split(': ')[1] as string).length < 3)).toEqual([])
})

test.each(['Limitations', 'Known issues', 'Cons:', 'Weaknesses and caveats', "What we don't know", 'Open questions', 'Risks'])(
  'the heading "%s" announces limits',
  (heading) => {
    expect(limitHeading.test(heading)).toBe(true)
  },
)

test.each(['Risk management at scale', 'Concerning the launch', 'Benchmarks', 'Strengths', 'Consumers first'])(
  'the heading "%s" announces none',
  (heading) => {
    expect(limitHeading.test(heading)).toBe(false)
  },
)
