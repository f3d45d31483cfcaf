import { everyMatch } from '../lexicon/every-match.ts'
import { findDates, type WrittenDate } from './dates.ts'
import { type FactSentence, type FoundFact, listedWith, type NamedModel, spokenOf } from './fact-sentence.ts'

const released =
  /\b(?:(?:will|to) (?:release|launch|debut|ship|introduce|unveil|roll out)|releas(?:ed|es|ing)|launch(?:ed|es|ing)|debuted|debuts|shipped|ships|published|dropped|drops|rolled out|made (?:\S+ ){0,5}available|became available|went live|reach(?:ed|es) general availability|opened (?:up )?(?:\S+ ){0,4}to|open-sourced|unveil(?:ed|s|ing)|introduc(?:ed|es|ing)|took the wraps off|pushed out|came out|arrived|generally available|is available|is now available)\b/i
const announced = /\b(?:announc(?:ed|es|ing)|previewed|teased|revealed)\b/i
const will = /\b(?:will|to be|set to|slated|scheduled|expected|plans?|planned|due|coming|aims?|rumou?red|may be|could)\b/i
const notRelease =
  /\b(?:not|never|delay(?:ed|s)?|postpon\w+|deprecat\w+|retir\w+|shut(?:ting)? down|turned off|cutoff|cut-off|knowledge|trained (?:on|until|through)|training data|updated|acquir\w+|founded|hired|joined|sued|lawsuit|filed|versions?|formed|established|merged|aim\w*|target\w*|until|before|since)\b/i

const afterNoun = /(?:release|launch|debut|arrival|announcement|rollout|unveiling) of (?:the )?$/i

/**
 * The day (or month) on which a model came out: "Meta on April 8 released X", "X, released in April 2025", "X (launched February 26,
 * 2026)". A weekday or "yesterday" is no date; a date still ahead has the condition `planned`, one of an announcement `announced`.
 */
export function readReleaseDates(sentence: FactSentence): FoundFact[] {
  const { text } = sentence
  const verb = released.exec(text) ?? announced.exec(text) ?? /\b(?:launch|release|debut)\b/i.exec(text)
  if (verb === null) return []
  const found: FoundFact[] = []
  const dates = findDates(text, sentence.published)
  for (const date of dates) {
    const meant = eventsNear(text, date, dates)
      .map((event) => ({ event, model: dated(sentence, event, date) }))
      .find((m) => m.model.length > 0)
    if (meant === undefined) continue
    const { event, model: owners } = meant
    const model = nextTo(sentence, event, date) ?? owners
    const from = Math.min(date.start, event.start)
    const to = Math.max(date.end, event.end)
    if (notRelease.test(text.slice(Math.max(0, from - 20), to))) continue
    const ahead = will.test(text.slice(Math.max(0, event.start - 25), event.end))
    const when = ahead ? (findDates(text, sentence.published, false).find((d) => d.start === date.start) ?? date) : date
    if (sentence.published !== null && !ahead && when.date > sentence.published.slice(0, when.date.length) && when.relative)
      continue
    const words = text.slice(date.start, date.end)
    // "on Wednesday", "yesterday": a day counted back from the article's own date is not what the text states
    if (date.relative && !/^[A-Z][a-z]+\.? \d|^\d/.test(words)) continue
    const condition = ahead ? 'planned' : event.announced ? 'announced' : null
    for (const m of model)
      found.push({
        model: m.name,
        variant: m.variant,
        attribute: 'release_date',
        value: when.date,
        condition,
        start: Math.min(from, m.start),
        end: Math.max(to, m.end),
      })
  }
  return found
}

/** "released X, followed by Y in April 2026", "X launched in March and Y in April": the date is Y's. */
function nextTo({ models, text }: FactSentence, event: Event, date: WrittenDate): NamedModel[] | null {
  const nearest = models.findLast((m) => m.end <= date.start && m.start >= event.end)
  if (nearest === undefined || !/^ (?:in|on) $/.test(text.slice(nearest.end, date.start))) return null
  return /(?:\bfollowed by|\band then|, then|\d,? and) (?:the |its )?$/.test(text.slice(0, nearest.start)) ? [nearest] : null
}

interface Event {
  start: number
  end: number
  announced: boolean
}

/** The release verbs and nouns that a date may belong to, nearest first: in its clause, no other date or stop between. */
function eventsNear(text: string, date: WrittenDate, dates: readonly WrittenDate[]): Event[] {
  const events: Event[] = []
  const verbs = new RegExp(
    `${released.source}|${announced.source}|\\b(?:launch|release|debut)\\b(?= (?:of|on|date|in|\\(|last|this)\\b)`,
    'gi',
  )
  for (const m of everyMatch(text, verbs))
    events.push({ start: m.index, end: m.index + m[0].length, announced: announced.test(m[0]) })
  const near: { event: Event; distance: number }[] = []
  for (const event of events) {
    const [a, b] = event.end <= date.start ? [event.end, date.start] : [date.end, event.start]
    if (b < a) continue
    const between = text.slice(a, b)
    if (/[;—]|[.!?] [A-Z]|\b(?:while|whereas|but|whose|which)\b/.test(between)) continue
    // "was shown in April and became available on …": the first day is that of the first verb
    if (event.start >= date.end && /^,? (?:and|before|then) (?:it )?(?:became |was |is |made )?$/.test(between)) continue
    if (between.length >= 90 || dates.some((d) => d !== date && d.start >= a && d.end <= b)) continue
    near.push({ event, distance: between.length })
  }
  return near.sort((x, y) => x.distance - y.distance).map((n) => n.event)
}

/** The model spoken of where a sentence opens with a date of its own; that which it names first, if it stands right behind. */
function firstOrSpoken(sentence: FactSentence, event: Event): NamedModel[] {
  const at = sentence.models.findIndex((m) => m.start > event.end)
  const named = sentence.models[at]
  if (named !== undefined && /^[^,]{0,40}, (?:the )?$/.test(sentence.text.slice(event.end, named.start)))
    return listedWith(sentence, at)
  return spokenOf(sentence).map((m) => ({ ...m, start: event.start, end: event.end, complement: false, family: false }))
}

/** A thing about a model, with a date of its own. */
const aboutIt =
  /^(?:'s)? (?:system card|model card|technical report|tech report|report|paper|results?|benchmarks?|evaluations?|safety|app\b|feature|tool|documentation)/i

/** What came out: the object of the verb, the noun that "released in …" hangs on, or the subject of "was released". */
function dated(sentence: FactSentence, event: Event, date: WrittenDate): NamedModel[] {
  const { models, text } = sentence
  const verb = text.slice(event.start, event.end)
  const object = models.findIndex((m) => m.start >= event.end)
  const previewOf = /^ (?:an?|the) (?:[a-z]+ )?(?:preview|beta|version)(?: release| version)? of (?:the |its )?/
  const named = models[object]
  // "released the X system card on …"
  const objectModel = named !== undefined && aboutIt.test(text.slice(named.end, named.end + 30)) ? undefined : named
  if (objectModel !== undefined) {
    const skipped =
      date.start >= event.end && date.end <= objectModel.start
        ? text.slice(event.end, date.start) + text.slice(date.end, objectModel.start)
        : text.slice(event.end, objectModel.start).replace(previewOf, ' ')
    const joined =
      /^[^.;:()]{0,45}$/.test(skipped) &&
      !/\b(?:for|to|with|after|than|alongside|as|by|of|against|on|from|and|that)\b/.test(skipped.replace(/^ of /, ' '))
    // "Released on May 3, X …"
    const opening =
      event.start < 12 &&
      /^(?: (?:publicly |officially ))? ?(?:on|in) $/.test(text.slice(event.end, date.start)) &&
      /^, (?:the )?(?:new )?$/.test(text.slice(date.end, objectModel.start))
    if (opening) return listedWith(sentence, object)
    if (joined && !objectModel.complement) return listedWith(sentence, object)
    if (joined && afterNoun.test(text.slice(Math.max(0, event.start), objectModel.start))) return [objectModel]
  }
  const subject = models.findLastIndex((m) => m.end <= event.start)
  const subjectModel = models[subject]
  if (subjectModel !== undefined) {
    const gap = text.slice(subjectModel.end, event.start)
    const passive =
      /^(?: \([^()]{1,40}\))?(?:,|:| [—–-]|,? ?\(|,? (?:which|that))? ?(?:specifically |itself )?(?:first |initially |publicly |officially |just |originally )?(?:was |were |has been |had been |is |became |will be )?(?:first |initially |publicly |officially |just |originally )?$/.test(
        gap,
      )
    const glossed =
      /^(?:,| is| was) (?:an?|the|its|[A-Za-z]\w{1,20}'s) (?:[^,;.]|\.\d){3,90}(?:,? |, (?:was|were|is|has been) (?:first |initially |publicly |officially )?)$/.test(
        gap,
      ) && /(?:ed|out)$/.test(verb)
    const own = /^'s (?:[a-z]+ ){0,2}$/.test(gap) && /^(?:launch|release|debut)/i.test(verb) && !verb.endsWith('ed')
    // "X is the latest of the maker's Y family, released in …": what the sentence is about
    const head = models.findIndex((m) => !m.complement)
    const headed = models[head]
    if (
      subjectModel.family &&
      headed !== undefined &&
      !headed.family &&
      /^(?: is|,) (?:an?|the|its|one of) .{3,110}$/.test(text.slice(headed.end, subjectModel.start)) &&
      /^ (?:family|series|line|line-?up|range)\b[^,;]{0,40},? $/.test(gap)
    )
      return [headed]
    // "was first shown in April and became available on …": the second of two verbs
    const second =
      /^ (?:was |were |is )?(?:[a-z]+ ){1,3}(?:on|in) [^,;()]{3,25},? (?:and|before|then) (?:was |were |it |finally |later |became |made )?$/.test(
        gap,
      )
    if (passive || (second && !models.some((m) => m.start > subjectModel.end && m.end < event.start)))
      return listedWith(sentence, subject)
    if (own) return [subjectModel]
    if (glossed) return [subjectModel]
  }
  // "It was released on …", "The model launches on …": the model spoken of, where the clause names none
  // "Upon its release in March 2025, it …"
  if (
    /\b(?:Upon|At|Since|Before|After|Following|On) (?:its |the )?$/.test(text.slice(0, event.start)) &&
    event.start < 16 &&
    /^ (?:in|on) $/.test(text.slice(event.end, date.start))
  )
    return firstOrSpoken(sentence, event)
  const noun = /^(?:launch|release|debut)$/i.test(verb)
  const opens =
    (event.start === 0 || /^[A-Z][\w /]{2,30}: $/.test(text.slice(0, event.start))) && models.every((m) => m.start > date.end)
  if (!noun && (opens || /^(?:It|They|The (?:new )?models?|This model)\b/.test(text)) && models.every((m) => m.start > event.end))
    return spokenOf(sentence).map((m) => ({ ...m, start: event.start, end: event.end, complement: false, family: false }))
  return []
}
