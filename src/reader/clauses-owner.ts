import type { Role } from './clause-roles.ts'
import { gapBefore, type SentenceView, textAfter } from './sentence-view.ts'

/** A hedge or article before a number, and what softens it. */
export const hedge =
  '(?:(?:just|nearly|about|around|roughly|approximately|almost|only|still|even|over|under|above|below|more than|less than|at least|up to|a|an|its|the|some|mere|whopping|impressive|respectable|remarkable|solid|strong|record|new|state-of-the-art|SOTA|perfect|near-perfect|staggering|stunning|modest|meager|(?:slightly|considerably|much|far|significantly|notably|substantially|even|markedly) (?:lower|higher)|lower|higher|similar|comparable|reported|self-reported|preliminary|combined|total|top|high|best|~|≈) ?){0,4}'
const scoreWord =
  '(?:scor(?:e[sd]?|ing)|reach(?:e[sd]|ing)?|post(?:ed|s|ing)?|hit(?:s|ting)?|achiev(?:e[sd]?|ing)|record(?:ed|s|ing)?|earn(?:ed|s|ing)?|notch(?:ed|es|ing)?|manag(?:e[sd]?|ing)|attain(?:ed|s|ing)?|regist(?:er|ers|ered|ering)|land(?:ed|s|ing)?|clock(?:ed|s|ing)?|g[eo]ts?|getting|sits?|sitting|sat|c[oa]m(?:e|es|ing)|stands?|stood|deliver(?:ed|s|ing)?|obtain(?:ed|s|ing)?|secur(?:e[sd]?|ing)|yield(?:ed|s|ing)?|tops?|topp(?:ed|ing)|leads?|led|leading|boast(?:ed|s|ing)?|rat(?:ed|es|ing)|rank(?:ed|s|ing)?|tak(?:es|ing)|took|claim(?:ed|s|ing)?|hold(?:s|ing)?|held|set(?:s|ting)?|averag(?:e[sd]?|ing)|hover(?:s|ed|ing)?|show(?:s|ed|ing)?|report(?:s|ed|ing)?|cit(?:ed|es|ing)|list(?:s|ed|ing)|measur(?:ed|es|ing)|jump(?:s|ed|ing)?|rose|ris(?:es|ing)|climb(?:s|ed|ing)?|improv(?:es|ed|ing)|increas(?:es|ed|ing)|drop(?:s|ped|ping)|fell|falls|falling|surg(?:es|ed|ing)|went|going|clear(?:s|ed|ing)?|solv(?:e[sd]?|ing)|resolv(?:e[sd]?|ing)|pass(?:es|ed|ing)?|complet(?:e[sd]?|ing)|answer(?:s|ed|ing)?|gave|giv(?:es|ing)|has|had|have|having|is|was|are|were|being|puts?|putting|plac(?:es|ed|ing)|wins?|winning|won|produc(?:es|ed|ing)|demonstrat(?:es|ed|ing)|maintain(?:s|ed|ing)?|finish(?:es|ed|ing)?|end(?:s|ed|ing)? up|debut(?:s|ed|ing)?|includ(?:es?|ed|ing))'
const noun =
  '(?:scores?|results?|marks?|ratings?|accuracy|figures?|performance|pass rate|success rate|resolve rate|number|tally|Elo|value|average|win rate|WER|word error rate|pass@1|showing|baseline)'

const possessive = new RegExp(`^(?:'s?|s') (?:(?:[a-z][\\w-]*|Elo|SOTA) ){0,4}?(?:${noun} )?(?:of |at |is |was |: ?)?${hedge}$`)
const possessiveBare = new RegExp(`^(?:'s?|s') ${hedge}$`)
const joint = new RegExp(
  `^(?: \\(|,? \\([A-Za-z][A-Za-z -]{1,18}[,;:] |,? at|,? with|:|,? =|,? —|,? –| -|, at|,|)\\s?${hedge}(?:${noun} of |Elo )?$`,
  'i',
)
const verb = new RegExp(
  `^(?:'s (?:new |own |full |default |deeper )?"?[\\w-]+(?: [\\w-]+)?"? (?:mode|version|variant|configuration|setting|checkpoint|edition))?,? ?(?:\\([^()]{0,40}\\),? )?(?:[a-z-]+ly |also |still |now |then |only |even |just |later |first |has |had |have |was |is |that |which |who |itself |both |each |already |again ){0,4}${scoreWord}(?: (?:in|at|up|to|out|with|off|back|it|by|as|nearly|close|high|around))?(?: (?:to|at|with|as|of))? ?${hedge}(?:(?:[a-z-]+ ){0,2}${noun} (?:of |at |as high as )?)?${hedge}(?:Elo (?:of )?)?$`,
  'i',
)
const itsNumber = new RegExp(`^ ${hedge}(?:${noun} (?:of |at |: ?)?)?${hedge}$`)
const given = new RegExp(`^ (?:a |an |at |as |with )?${hedge}(?:${noun} of )?$`)
const forModel =
  /^,? ?(?:accuracy|points|score|Elo|word error rate|WER|pass rate|success rate|resolve rate|win rate)?(?: (?:that|which) (?:the )?[A-Za-z]\w+ (?:reports?|reported|claims?|claimed|lists?|listed|gives?|gave|cites?|cited|published|quotes?))? ?(?:\(?)(?:for|by|from|of) (?:(?:the|its|both|rival|older|previous|standard|base|smaller|larger|new|competitor|predecessor|predecessor,|[A-Z][\w.]*(?: [A-Z][\w.]*)?'s?|[A-Z][\w.]+) ){0,3}$/
const upFrom = /\b(?:up|down) from (?:a |about |around |just |only )*[~≈]?$/i
/** "from 65% on M to 39% on N": each number is the model's behind it. */
const fromOrTo = /\b(?:from|to) (?:a |an |about |around |just |only )*[~≈]?$/i
const inModel = /^ (?:in|with|on|under) (?:the |its |[A-Z][\w.]*'s )?(?:previous |older |earlier )?$/
const thatModel = /^ (?:that|which) (?:the |its |[A-Z][\w.]*(?: [A-Z][\w.]*)?'s )?$/
const inBracket = /^,? ?(?:accuracy|points|score|Elo)? ?\((?:by |for |with |vs\.? )?(?:the )?$/

/** A model right beside the number: "M's 14.8", "M at 65.3", "M (40.1)", "M scored 94", "gave M a 52", "80.2 for M", "80.2 (M)". −1: none. */
export function ownerBeside(view: SentenceView, index: number, roles: readonly Role[]): { owner: number; rule: string } | null {
  const { tags } = view
  const number = tags[index]
  const left = tags[index - 1]
  const right = tags[index + 1]
  if (number === undefined) return null
  const toRight = right?.kind === 'model' || (right?.kind === 'pronoun' && right.noun)
  const gapRight = toRight ? gapBefore(view, index + 1) : ''
  const gap = gapBefore(view, index)
  const forNext = toRight && (forModel.test(gapRight) || (inModel.test(gapRight) && (upFrom.test(gap) || fromOrTo.test(gap))))
  if (left && (left.kind === 'model' || left.kind === 'pronoun') && roles[index - 1] !== 'other') {
    const closed = number.depth < left.depth
    if (!closed) {
      if (left.kind === 'pronoun' && left.possessive && itsNumber.test(gap)) return { owner: index - 1, rule: 'possessive' }
      if (possessiveBare.test(gap)) return { owner: index - 1, rule: 'possessive' }
      if (left.kind === 'model' && possessive.test(gap)) return { owner: index - 1, rule: 'possessive' }
      if (!forNext && left.kind === 'model' && joint.test(gap) && jointHolds(gap) && !subjectsScore(view, index, gap, roles))
        return { owner: index - 1, rule: 'joint' }
      if (!forNext && (roles[index - 1] !== 'rival' || /^,? (?:which|that|who) /.test(gap)) && verb.test(gap))
        return { owner: index - 1, rule: 'verb' }
      if (
        left.kind === 'pronoun' &&
        !left.possessive &&
        given.test(gap) &&
        gives.test(view.text.slice(0, left.start - view.start))
      )
        return { owner: index - 1, rule: 'given' }
      if (left.kind === 'model' && roles[index - 1] === 'object' && given.test(gap)) return { owner: index - 1, rule: 'given' }
    }
  }
  if (toRight && thatModel.test(gapRight) && verb.test(`${finiteRight(view, index + 1)}`))
    return { owner: index + 1, rule: 'for' }
  const listed = ownerOfList(view, index)
  if (listed >= 0) return { owner: listed, rule: 'for' }
  if (forNext) return { owner: index + 1, rule: 'for' }
  if (
    right?.kind === 'model' &&
    inBracket.test(gapRight) &&
    right.depth === number.depth + 1 &&
    /^[^()\d:]{0,20}\)/.test(textAfter(view, index + 1))
  )
    return { owner: index + 1, rule: 'bracket' }
  return null
}

const gives =
  /\b(?:gave|gives|given|giving|award(?:s|ed)|assign(?:s|ed)|scor(?:ed|es)|rat(?:ed|es)|puts?|plac(?:ed|es)|pegs?|pegged|measured|clocked) (?:the )?$/i

/** "59.0% on X, 66.0% on Y and 74.2% on Z for M": the name behind a list of numbers and tests owns them all. */
function ownerOfList(view: SentenceView, index: number): number {
  for (let i = index + 1; i < view.tags.length; i++) {
    const tag = view.tags[i]
    const gap = gapBefore(view, i)
    if (tag?.kind === 'model') return i > index + 1 && / for (?:the |[A-Z]\w+'s )?$/.test(gap) && gap.length < 20 ? i : -1
    if (tag?.kind === 'benchmark' ? !/^ (?:on|in) (?:the )?$/.test(gap) : !/^(?:,| and|, and) (?:a |an )?$/.test(gap)) return -1
  }
  return -1
}

/** The words right behind a name, up to the next comma or tag: its verb, if it has one. */
function finiteRight(view: SentenceView, index: number): string {
  return /^(?: [a-z]+ly| had| has)? [a-z]+/.exec(textAfter(view, index, 40))?.[0] ?? ''
}

/** "A beats B with 95.6": where A has no number before, this one is A's. */
function subjectsScore(view: SentenceView, index: number, gap: string, roles: readonly Role[]): boolean {
  if (roles[index - 1] !== 'rival' || !/^,? with /.test(gap)) return false
  const subject = clauseSubject(view, index, roles)
  return subject >= 0 && !view.tags.slice(subject, index).some((tag) => tag.kind === 'number')
}

/** "M, 80.2" and "M 80.2" only in lists of such pairs, never in running text ("beats M, 80.2 on X"). */
function jointHolds(gap: string): boolean {
  return gap !== '' && (gap.trim() === '' || /[^\s,]/.test(gap))
}

const linkToSubject = new RegExp(
  `(?:^|[\\s(,;:—–])(?:(?:vendor|self|company)-)?${scoreWord}(?:,)?(?: (?!and\\b|or\\b|but\\b|while\\b|than\\b|over\\b|behind\\b|versus\\b|against\\b)(?:[a-z][\\w'-]*|SOTA|Elo|~|≈)){0,7}? ?${hedge}$`,
  'i',
)
const withScore = new RegExp(
  `(?:^|[\\s,(])(?:with|at|of|to|:) ?(?:(?:a|an|its|the) )?(?:[a-z-]+ ){0,3}?(?:${noun} )?(?:of |at )?${hedge}$`,
  'i',
)

/** Whether the text before a number ties it to what its clause is about: a score verb, or "with a score of". */
export function tiedToSubject(gap: string): boolean {
  return linkToSubject.test(gap) || withScore.test(gap)
}

/** The clause's subject for a number: the nearest name to its left that is no rival and stands in no deeper bracket; then an object; else −1. */
export function clauseSubject(view: SentenceView, index: number, roles: readonly Role[]): number {
  const depth = view.tags[index]?.depth ?? 0
  let object = -1
  for (let i = index - 1; i >= 0; i--) {
    const tag = view.tags[i]
    if (tag === undefined || tag.depth > depth) continue
    if (roles[i] === 'subject') return i
    if (roles[i] === 'object' && object < 0) object = i
  }
  return object
}
