import { findDates } from './dates.ts'
import { type FactSentence, type FoundFact, listedWith } from './fact-sentence.ts'
import type { Passage } from './passages.ts'

/** "We've launched X", "Released X in preview": an entry that tells of a release. */
const entry =
  /^(?:(?:Today,? )?(?:We|[A-Z]\w+)(?:'ve| have| has)? (?:now |also |just )?)?(?:[Ll]aunch(?:ed|es)|[Rr]eleas(?:ed|es)|[Ii]ntroduc(?:ed|es|ing)|[Aa]dded|[Ss]hipp?ed)(?: support for)? (?:the |our |its |new |a )*(?:public |limited )?(?:preview of |version of )?(?:the |our |new )*$/
/** "X is now generally available", "X released" */
const live =
  /^(?: model)? (?:is|are) (?:now )?(?:generally available|available|live|here|out)\b|^ (?:release|released|launch|launched)\b/

/**
 * The day of release in a changelog: the entry under a heading that is a date and nothing else ("### May 3, 2026" — "We've launched X, …"). What is
 * listed for another reason (a fix, a retirement, a price) has no date of release there.
 */
export function readChangelogDate(passage: Passage, sentence: FactSentence): FoundFact[] {
  const heading = passage.headings.at(-1)
  if (heading === undefined || passage.sentences[0]?.text.replace(/[\n\r\t]/g, ' ') !== sentence.text) return []
  const [date] = findDates(heading, null)
  if (date === undefined || date.date.length !== 10 || heading.replace(/^v?[\d.]+ ?[-–—(]? ?/, '').trim().length > 20) return []
  if (heading.slice(0, date.start).trim() !== '' || !/^\)?:?$/.test(heading.slice(date.end).trim())) return []
  const { text, models } = sentence
  const at = models.findIndex((m) => !m.complement)
  const first = models[at]
  if (first === undefined || first.family) return []
  const opened = entry.test(text.slice(0, first.start).replace(/’/g, "'"))
  if (!opened && !(first.start < 4 && live.test(text.slice(first.end, first.end + 40)))) return []
  return listedWith(sentence, at).map(({ name, variant, start, end }) => ({
    model: name,
    variant,
    attribute: 'release_date' as const,
    value: date.date,
    condition: null,
    start,
    end,
  }))
}
