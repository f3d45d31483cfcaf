import type { Article, BlockKind } from '../article.ts'
import type { Risk, RiskCategory, Unparsed } from '../claim.ts'
import { vendorOf } from '../lexicon/canonical.ts'
import { limitHeading, openHeading, strengthHeading } from '../lexicon/risk-cues.ts'
import { claimId } from './claim-id.ts'
import type { Discourse } from './discourse.ts'
import { type Passage, type Sentence, sentenceQuoteOf } from './passages.ts'
import { riskClaimant } from './risk-claimant.ts'
import { riskModel, subjectOf } from './risk-model.ts'
import { type ReadSentence, withReplies } from './risk-replies.ts'
import { riskSeverity } from './risk-severity.ts'
import { type Assessment, assess, type Place } from './risk-stance.ts'
import { riskStatus, saysLeaked } from './risk-status.ts'
import { titleLine } from './title-line.ts'

/** Headings, captions and cells state nothing: they name what others state. */
const unread: ReadonlySet<BlockKind> = new Set(['title', 'heading', 'table', 'caption', 'boilerplate'])

/** A "sentence" longer than this is a page that lost its stops: nothing in it can be quoted as one statement. */
const longestSentence = 1200

/** What is longer announces nothing. */
const longestHeading = 80
/** "Concerns" holds for the lists under its parts, too. */
const headingsUp = 2

/**
 * The risks that an article states: every sentence, bullet or key point that names a harm, a limit, a doubt or an open question, with its
 * category, model, status, severity by named rule, who raises it, and the safeguards or denials that answer it. Pure; linear in the text;
 * `article.text.slice(start, end) === quote`.
 */
export function readRisks(
  article: Article,
  passages: readonly Passage[],
  discourse: Discourse,
): { claims: Risk[]; unparsed: Unparsed[] } {
  const maker = discourse.topic ? vendorOf(discourse.topic.name) : null
  const read: ReadSentence[] = []
  let line: string | null = null
  for (const passage of passages) {
    if (passage.block.kind === 'heading' || titleLine(passage)) {
      line = passage.block.kind === 'heading' ? null : passage.text
      continue
    }
    if (unread.has(passage.block.kind)) continue
    const announcers = announcersOf(passage, passages, line)
    const place = placeOf(passage, announcers)
    let spoken: string | null = null
    for (const sentence of passage.sentences) {
      if (sentence.end - sentence.start > longestSentence || isRunIn(passage, sentence)) continue
      const assessment = assess(sentence.text, place, announcers.join('. '))
      const { category } = assessment
      const named = place === 'elsewhere' && passage.block.kind === 'item' && onlyNames(sentence.text, assessment)
      const risk =
        assessment.risk && category && !named
          ? riskOf(article, passage, sentence, assessment, category, discourse, spoken, maker)
          : null
      spoken = subjectOf(passage, sentence, discourse) ?? spoken
      read.push({ passage, sentence, assessment, risk })
    }
  }
  return { claims: withReplies(article, read, maker), unparsed: [] }
}

function riskOf(
  article: Article,
  passage: Passage,
  sentence: Sentence,
  assessment: Assessment,
  category: RiskCategory,
  discourse: Discourse,
  spoken: string | null,
  maker: string | null,
): Risk {
  const span = sentenceQuoteOf(article, passage, sentence.start, sentence.end)
  const claimant = riskClaimant(article, clauseOf(sentence.text, assessment.at), maker, category)
  const status = riskStatus(sentence.text, assessment, claimant)
  return {
    type: 'risk',
    id: claimId(article.id, 'risk', span.start, span.end, category),
    article: article.id,
    ...span,
    claimant,
    restated: passage.restated,
    model: riskModel(passage, sentence, assessment.at, category, discourse, spoken),
    category,
    status,
    ...riskSeverity({ category, status, highStakes: assessment.highStakes, leaked: saysLeaked(sentence.text) }),
    replies: [],
  }
}

/** What a passage stands under, from far to near: headings, a line set as one, the item or the line that opens its list. */
function announcersOf(passage: Passage, passages: readonly Passage[], line: string | null): string[] {
  const parent = passage.parent === null ? null : (passages[passage.parent]?.text ?? null)
  return [...passage.headings.slice(-headingsUp), line, parent].filter(
    (text): text is string => text !== null && text.length < longestHeading,
  )
}

/** Whether a heading, or the item that a list hangs under, announces limits ("Cons", "Known issues", "What we don't know") or praise. */
function placeOf(passage: Passage, announcers: readonly string[]): Place {
  if (strengthHeading.test(announcers.at(-1) ?? '')) return 'strength'
  const limits = announcers.filter((text) => limitHeading.test(text))
  if (limits.length === 0) return 'elsewhere'
  return passage.block.kind === 'item' && !limits.some((text) => openHeading.test(text)) ? 'limit item' : 'limit paragraph'
}

/** "The weak points: Speed and Tone": a heading that has run into the text behind it. */
const gluedHeading = /^(?:The |Its )?[A-Z][a-z ]{2,24}: [A-Z][\w-]+(?:,? (?:and |& |of )?[A-Z][\w-]+){0,5}$/

/** "Limits the vendor lists." before the text of an item is its heading, and so is a line of capitals inside a paragraph. */
function isRunIn({ block, sentences }: Passage, sentence: Sentence): boolean {
  if (sentences.length < 2) return false
  if (block.kind !== 'item') return gluedHeading.test(sentence.text)
  return sentence === sentences[0] && sentence.text.split(/\s+/).length <= 4
}

const verb =
  /\b(?:is|are|was|were|be|been|has|have|had|can|could|may|might|will|would|does|do|did|not|no|[a-z]{2,}(?:ed|ify|ize|ise))\b|n't\b/i

/** "Chemical and biological threats,": an item that names a field and says nothing of it. */
function onlyNames(sentence: string, { stated, cues }: Assessment): boolean {
  return !stated && cues.length > 0 && sentence.split(/\s+/).length <= 9 && !sentence.includes(':') && !verb.test(sentence)
}

/** The half of a sentence that holds the risk: behind "but" where the risk stands behind it, else the whole. */
function clauseOf(sentence: string, at: number): string {
  const but = /[,;—] (?:but|however|yet)\b/.exec(sentence)?.index ?? -1
  return but > 0 && but < at ? sentence.slice(but) : sentence
}
