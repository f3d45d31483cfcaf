import type { Article, BlockKind } from '../article.ts'
import type { Risk, RiskCategory, Unparsed } from '../claim.ts'
import { vendorOf } from '../lexicon/canonical.ts'
import { limitHeading, openHeading } from '../lexicon/risk-cues.ts'
import { claimId } from './claim-id.ts'
import type { Discourse } from './discourse.ts'
import { type Passage, type Sentence, sentenceQuoteOf } from './passages.ts'
import { riskClaimant } from './risk-claimant.ts'
import { riskModel, subjectOf } from './risk-model.ts'
import { type ReadSentence, withReplies } from './risk-replies.ts'
import { riskSeverity } from './risk-severity.ts'
import { type Assessment, assess, type Place } from './risk-stance.ts'
import { riskStatus, saysLeaked } from './risk-status.ts'

/** Headings, captions and cells state nothing: they name what others state. */
const unread: ReadonlySet<BlockKind> = new Set(['title', 'heading', 'table', 'caption', 'boilerplate'])

/** A "sentence" longer than this is a page that lost its stops: nothing in it can be quoted as one statement. */
const longestSentence = 1200

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
  for (const passage of passages) {
    if (unread.has(passage.block.kind)) continue
    const place = placeOf(passage, passages)
    let spoken: string | null = null
    for (const sentence of passage.sentences) {
      if (sentence.end - sentence.start > longestSentence || isRunIn(passage, sentence)) continue
      const assessment = assess(sentence.text, place)
      const { category } = assessment
      const risk =
        assessment.risk && category ? riskOf(article, passage, sentence, assessment, category, discourse, spoken, maker) : null
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

/** Whether a heading, or the item that a list hangs under, announces limits ("Cons", "Known issues", "What we don't know"). */
function placeOf(passage: Passage, passages: readonly Passage[]): Place {
  const parent = passage.parent === null ? null : (passages[passage.parent]?.text ?? null)
  const announced = [parent, passage.heading].some((text) => text !== null && text.length < 80 && limitHeading.test(text))
  if (!announced) return 'elsewhere'
  const asks = [parent, passage.heading].some(
    (text) => text !== null && text.length < 80 && limitHeading.test(text) && openHeading.test(text),
  )
  return passage.block.kind === 'item' && !asks ? 'limit item' : 'limit paragraph'
}

/** "Limits the vendor lists." before the text of an item is its heading. */
function isRunIn({ block, sentences }: Passage, sentence: Sentence): boolean {
  return block.kind === 'item' && sentences.length > 1 && sentence === sentences[0] && sentence.text.split(/\s+/).length <= 4
}

/** The half of a sentence that holds the risk: behind "but" where the risk stands behind it, else the whole. */
function clauseOf(sentence: string, at: number): string {
  const but = /[,;—] (?:but|however|yet)\b/.exec(sentence)?.index ?? -1
  return but > 0 && but < at ? sentence.slice(but) : sentence
}
