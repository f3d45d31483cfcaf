import { findDates } from './dates.ts'
import { type FactSentence, type FoundFact, listedWith } from './fact-sentence.ts'

const release = '(?:(?:official|public|general|initial|first) )?(?:release|launch|announcement|debut)'
/** "February 2025: X official release", "May 3: launch of X" */
const behind = new RegExp(
  `^(?: series| family| models?)? (?:${release}(?=[.,;)(]|$| \\()|(?:is |was )?(?:released|launched|announced|launches|debuts|ships)\\b)`,
)
const before = new RegExp(`^(?:: | [–—-] )(?:${release} of )?(?:the )?$`)

/**
 * Dates of a timeline, without a verb: "February 2025: X official release", "X (July 2024): a larger model …". Only where the entry is a date and a
 * release, or opens with the model and its date.
 */
export function readTimeline(sentence: FactSentence): FoundFact[] {
  const { text, models, published } = sentence
  const at = models.findIndex((m) => !m.complement)
  const first = models[at]
  if (first === undefined || (first.family && !/\d/.test(first.name))) return []
  const [date] = findDates(text, published)
  if (date === undefined || date.relative) return []
  const opened = before.exec(text.slice(date.end, first.start))
  const dated =
    date.start === 0 && opened !== null && (opened[0].includes(' of ') || behind.test(text.slice(first.end, first.end + 60)))
  const bracketed =
    first.start === 0 &&
    /^ \($/.test(text.slice(first.end, date.start)) &&
    /^(?: planned| expected)?\)(?::| [–—-] )/.test(text.slice(date.end, date.end + 14))
  if (!dated && !bracketed) return []
  return listedWith(sentence, at).map(({ name, variant, start, end }) => ({
    model: name,
    variant,
    attribute: 'release_date' as const,
    value: date.date,
    condition: /^ (?:planned|expected)\)/.test(text.slice(date.end, date.end + 11))
      ? 'planned'
      : dated && /announcement/.test(text.slice(first.end, first.end + 60))
        ? 'announced'
        : null,
    start: Math.min(start, date.start),
    end: Math.max(end, date.end),
  }))
}
