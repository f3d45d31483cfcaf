import type { Article } from '../article.ts'
import type { Reply, Risk } from '../claim.ts'
import { type Passage, quoteOf, type Sentence } from './passages.ts'
import { riskClaimant } from './risk-claimant.ts'
import type { Assessment } from './risk-stance.ts'

/** One sentence of the article with what was made of it; `risk` where it states one. In order of the text. */
export interface ReadSentence {
  passage: Passage
  sentence: Sentence
  assessment: Assessment
  risk: Risk | null
}

/** How many sentences away an answer on the same matter may stand from the risk that it answers. */
const reach = 12
const mostReplies = 3

/**
 * Gives each answer (a safeguard in place, a denial) to the risk that it answers: the sentence right before it in the same block, else the
 * nearest risk of the same category, before it rather than after. An answer in one half of a sentence that is itself a risk ("… did not see
 * it as a blocker, but …") answers the sentence before, with that half as its quote. Returns the risks with their replies; changes nothing.
 */
export function withReplies(article: Article, read: readonly ReadSentence[], maker: string | null): Risk[] {
  const replies = new Map<Risk, Reply[]>()
  read.forEach((one, at) => {
    const { answer } = one.assessment
    if (answer === null) return
    const risk = one.risk === null ? answered(read, at) : adjacent(read, at)
    if (risk === null) return
    const list = replies.get(risk) ?? []
    if (list.length >= mostReplies) return
    const end = one.risk === null ? one.sentence.end : one.sentence.start + firstHalf(one.sentence.text)
    if (end <= one.sentence.start) return
    const span = quoteOf(article, one.passage, one.sentence.start, end)
    list.push({ ...span, kind: answer, claimant: riskClaimant(article, span.quote, maker) })
    replies.set(risk, list)
  })
  return read.flatMap(({ risk }) => (risk === null ? [] : [{ ...risk, replies: replies.get(risk) ?? [] }]))
}

/** The risk in the sentence before, in the same block. */
function adjacent(read: readonly ReadSentence[], at: number): Risk | null {
  const previous = read[at - 1]
  return previous && previous.passage === read[at]?.passage ? previous.risk : null
}

function answered(read: readonly ReadSentence[], at: number): Risk | null {
  const beside = adjacent(read, at)
  if (beside) return beside
  const { votes } = (read[at] as ReadSentence).assessment
  for (let away = 1; away <= reach; away++)
    for (const other of [read[at - away], read[at + away]]) {
      const risk = other?.risk
      if (risk && (votes.get(risk.category) ?? 0) > 0 && matters(votes, risk)) return risk
    }
  return null
}

/** The risk's category is what the answer is most about, not something it mentions in passing. */
function matters(votes: Assessment['votes'], risk: Risk): boolean {
  return (votes.get(risk.category) ?? 0) >= Math.max(...votes.values())
}

/** Where the first half of a sentence ends, before ", but" and the like; 0 where it has none. */
function firstHalf(text: string): number {
  return /[,;—]? (?:but|however|although|though|yet)\b/.exec(text)?.index ?? 0
}
