import type { Article } from '../article.ts'

/** Words that English prose cannot do without and that no other large European language writes alike. */
const common = new Set(
  'the and to that with for are by this from it as which have has not but its their they can more than been would about when who you our these other how into'.split(
    ' ',
  ),
)
const leastShare = 0.07
const fewWords = 20
/** Shorter blocks are names, figures and links. */
const shortestProse = 80

/**
 * Whether an article is English, by the share of common words in its prose: 0.2 and more in English, at most 0.05 in German, Dutch, French, Spanish or Italian.
 * Text in another script is not. Where there is no prose to go by (tables alone) it counts as English.
 */
export function isEnglish({ text, blocks }: Pick<Article, 'text' | 'blocks'>): boolean {
  const prose = blocks
    .filter(
      ({ kind, start, end }) => (kind === 'paragraph' || kind === 'item' || kind === 'quote') && end - start >= shortestProse,
    )
    .map(({ start, end }) => text.slice(start, end))
    .join('\n')
    .slice(0, 20_000)
  const letters = prose.match(/\p{L}/gu)?.length ?? 0
  const latin = prose.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters > 40 && latin / letters < 0.7) return false
  const words = prose.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < fewWords) return true
  return words.filter((word) => common.has(word)).length / words.length >= leastShare
}
