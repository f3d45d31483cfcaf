import { findDates } from './dates.ts'
import { type FactSentence, type FoundFact, spokenOf, unrealAt } from './fact-sentence.ts'

const noun = '(?:release|launch) date|date of (?:its|the|that) (?:release|launch)'
/** "gives 3 May 2026 as the release date of M" */
const dateFirst = new RegExp(`^ as (?:the|its) (?:${noun})(?: of (?:the )?)?`, 'i')
/** "the release date of M is 3 May 2026", "M's release date: 3 May 2026", "the paper gives the date as 3 May 2026" */
const dateLast = new RegExp(
  `\\b(?:${noun}|(?:gives|gave|puts|states|lists) the date)(?:[^.;:]|\\.\\d){0,40}?(?: is| was| as|:)(?: given as)? $`,
  'i',
)

/** "X has been available since 3 May 2026" */
const since = /\b(?:has|have) been (?:generally |publicly |widely )?available since $/

/** "which, upon its release in May, …", "shortly after its launch back in May 2026" */
const itsRelease =
  /\b(?:[Uu]pon|[Ff]ollowing|[Ss]ince|[Aa]fter|[Aa]t) its (?:initial |first )?(?:release|launch|debut)(?: back)? in (January|February|March|April|May|June|July|August|September|October|November|December)(?: ((?:19|20)\d\d))?(?![\w,]* ?\d)/
const months = 'January February March April May June July August September October November December'.split(' ')

/** The month of release that a clause on a model's past gives, its year counted back from the article's date where it is left out. */
function monthOfRelease(sentence: FactSentence): FoundFact[] {
  const { text, models, published } = sentence
  const said = itsRelease.exec(text)
  if (said === null) return []
  const month = months.indexOf(said[1] as string) + 1
  const [, year, of] = /^(\d{4})-(\d{2})/.exec(published ?? '') ?? []
  if (said[2] === undefined && year === undefined) return []
  const y = said[2] ?? String(Number(year) - (month > Number(of) ? 1 : 0))
  const nearest = models.findLast((m) => m.end <= said.index && said.index - m.end < 80)
  const owners = nearest === undefined ? spokenOf(sentence) : [nearest]
  return owners.map(({ name, variant }) => ({
    model: name,
    variant,
    attribute: 'release_date',
    value: `${y}-${String(month).padStart(2, '0')}`,
    condition: null,
    start: said.index,
    end: said.index + said[0].length,
  }))
}

/**
 * The day on which a model came out where it is named as such, with no verb of release: "gives 3 May 2026 as its release date", "the release date
 * of M is …". It is that of the model named behind "of" or before "'s", else of the one spoken of.
 */
export function readStatedDates(sentence: FactSentence): FoundFact[] {
  const { text, models, published } = sentence
  if (
    !/\bdate\b|\bsince\b|\bits (?:initial |first )?(?:release|launch|debut)\b/i.test(text) ||
    /^(?:If|Whether|Unless)\b/.test(text)
  )
    return []
  if (/\bits\b/.test(text) && itsRelease.test(text)) return monthOfRelease(sentence)
  return findDates(text, published).flatMap((date): FoundFact[] => {
    if (date.relative && !/\d/.test(text.slice(date.start, date.end))) return []
    const behind = dateFirst.exec(text.slice(date.end, date.end + 60))
    const before = behind
      ? null
      : (dateLast.exec(text.slice(Math.max(0, date.start - 110), date.start)) ??
        since.exec(text.slice(Math.max(0, date.start - 110), date.start)))
    if ((!behind && !before) || unrealAt(text, date.start)) return []
    const nounEnd = behind ? date.end + behind[0].length : date.start
    const nounStart = before ? Math.max(0, date.start - 110) + before.index : date.end
    const named = behind
      ? models.filter(({ start }) => start === nounEnd)
      : models.filter(
          ({ start, end }) =>
            (start >= nounStart && end <= date.start) || /^(?:'s (?:official )?| )$/.test(text.slice(end, nounStart)),
        )
    const owners = named.length > 0 ? named.slice(0, 1) : spokenOf(sentence)
    return owners.map(({ name, variant }) => ({
      model: name,
      variant,
      attribute: 'release_date',
      value: date.date,
      condition: null,
      start: Math.min(date.start, nounStart),
      end: Math.max(date.end, nounEnd),
    }))
  })
}
