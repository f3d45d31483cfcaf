import type { Setting } from '../claim.ts'
import type { BenchmarkMention } from '../lexicon/find-benchmarks.ts'
import type { Mention } from './discourse.ts'
import type { NumberTag } from './numbers.ts'
import { settingOf } from './table-setting.ts'

/** A name or number in an item, with the text between it and the one before. */
export type Token =
  | { kind: 'M'; start: number; end: number; mention: Mention }
  | { kind: 'B'; start: number; end: number; benchmark: BenchmarkMention }
  | { kind: 'N'; start: number; end: number; number: NumberTag }

/** One reading of an item before it has an owner: `model` or `benchmark` null means "as the list says". */
export interface ItemScore {
  model: Mention | null
  benchmark: BenchmarkMention | null
  number: NumberTag
  setting: Setting
  variant: string[]
  /** Which of the two models that the line above sets against each other. */
  side?: 0 | 1
}

/** Whose number a label may not name: then the item is no statement about the model of the list. */
const otherParty =
  /\b(?:humans?|experts?|physicians?|random|chance|average|baseline|previous|prior|predecessor|older|old|target|goal|aims?|expected|projected|rivals?|competitors?|others|record|sota|state[- ]of[- ]the[- ]art|best|gap|lead|gain|gains|improvement|improves?|increase|delta|difference|cost|price|speed|latency|faster|slower|cheaper|hallucinations?|refusals?|error|not|no longer|without a score|percentile|rank|top|up to|from|rumou?red|leaked|if|would|could|should|versus|vs)\b/i

const label = /^\s*[)\]]?\s*(?::|–|—|-|=|\||→|>)\s*$|^\s+$|^\s*\(\s*$|^\s*[)\]]\s*$|^\s+(?:at|of|is|was|with|on)\s+$/i
const gapNoun =
  /\b(?:internal|eval(?:uation)?|accuracy|scores?|scored|benchmark|test|leaderboard|rating|results?|index|overall|performance|elo|now|new|pass rate|resolved|ratings?|later|cited|reported|reports|reaches|reached|hits|hit|gets|got|posts|posted|achieves|achieved|records|recorded|verified|a|an|the|its|at|of|is|was|with|on|in|for|around|about|tool[ -]use|agentic)\b/gi

/** "(research physics)" behind a test's name says what it is about. */
const gloss =
  /^\s*\((?!.*\b(?:with|without|no|using|tools?|high|low|medium|max|thinking|reasoning|mode|shot|subset|human|experts?|random|previous|prior)\b)[a-z][a-z &/-]{2,40}\)/

/** Whether the text between label and number says nothing but how, or "score of" and the like. */
function plainGap(gap: string): { setting: Setting; variant: string[] } | null {
  if (gap.length > 80) return null
  const how = settingOf(gap.replace(gloss, ' '))
  const rest = how.rest.replace(gapNoun, ' ').replace(/[\s.'"]+/g, '')
  return rest === '' ? { setting: how.setting, variant: how.variant } : null
}

/**
 * Reads an item from its text and the names and numbers in it, in order. Null where it is more than labels and numbers: a sentence, or a
 * form in which an owner is not certain.
 */
export function readItem(text: string, tokens: readonly Token[]): ItemScore[] | null {
  const [first] = tokens
  if (!first) return null
  // "FrontierMath: 35.4%; GPT-5.5 Pro later cited at 39.5%": the second half says whose, the first which test.
  const stop = partEnd(text, tokens)
  const head = tokens.filter((token) => token.end <= stop)
  const rest = tokens.filter((token) => token.start >= stop)
  const read = readPart(text.slice(0, stop), head)
  if (!read || rest.every((token) => token.kind !== 'N')) return read
  const [model, number, more] = rest
  const test = head.find((token) => token.kind === 'B')
  if (!test || model?.kind !== 'M' || number?.kind !== 'N' || more || read.length !== 1) return null
  const gap = plainGap(text.slice(model.end, number.start))
  const opening = text.slice(stop, model.start)
  if (!gap || !/^[\s;,.]*(?:and |while |with )?$/.test(opening)) return null
  return [...read, { model: model.mention, benchmark: test.benchmark, number: number.number, ...gap }]
}

/** Where the first statement ends: at a semicolon or middle dot outside brackets or at a full stop behind a number, else at the end. */
function partEnd(text: string, tokens: readonly Token[]): number {
  const number = tokens.find((token) => token.kind === 'N')?.end ?? text.length
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')') depth = Math.max(0, depth - 1)
    else if (depth > 0 || tokens.some((token) => token.start <= i && i < token.end)) continue
    else if (text[i] === ';') return i
    else if (i >= number && (text.startsWith(' · ', i) || (text.startsWith('. ', i) && /[A-Z]/.test(text[i + 2] ?? '')))) {
      // " · " may also part the pairs of a list: only what holds no further number is cut off.
      if (!tokens.some((token) => token.kind === 'N' && token.start > i)) return i
    }
  }
  return text.length
}

function readPart(text: string, tokens: readonly Token[]): ItemScore[] | null {
  const kinds = tokens.map((token) => token.kind).join('')
  const gap = (k: number) => text.slice(k === 0 ? 0 : (tokens[k - 1]?.end ?? 0), tokens[k]?.start ?? text.length)
  const tail = text.slice(tokens.at(-1)?.end ?? 0)
  if (!opensWell(gap(0))) return null
  if (kinds === 'BNN') return twoNumbers(tokens, gap, tail)
  if (/^(?:BN){2,}$/.test(kinds)) return severalTests(tokens, gap, tail)
  if (/^BN/.test(kinds)) return testFirst(tokens, kinds, gap, tail)
  if (/^B(?:MN)+$/.test(kinds) && label.test(gap(1)) && endsWell(tail)) return pairs(tokens, 1, gap, 'M')
  if (/^M(?:BN)+$/.test(kinds) && /^\s*[)\]]?\s*[:–—-]\s*$/.test(gap(1)) && endsWell(tail)) return pairs(tokens, 1, gap, 'B')
  if (/^M(?:NB)+$/.test(kinds) && /^\s*[:–—-]\s*$/.test(gap(1)) && endsWell(tail)) return numbersFirst(tokens, gap)
  if (kinds === 'MN' && /^\s*[)\]]?\s*[:–—=|-]\s*$|^\s+\($|^\s+(?:at|with)\s+$/.test(gap(1)) && endsWell(tail)) {
    const [model, number] = tokens
    if (model?.kind === 'M' && number?.kind === 'N')
      return [{ model: model.mention, benchmark: null, number: number.number, ...tailSetting(tail) }]
  }
  if (kinds === 'N') return levelFirst(gap(0), tokens[0] as Token, tail)
  return null
}

/** Before the first name: nothing, or a field ("Coding (", "On "), never another party. */
function opensWell(opening: string): boolean {
  if (opening.length > 60 || otherParty.test(opening) || /'s\b|s' /.test(opening)) return false
  return /^(?:[\s\p{L}\p{N}&/,'()–—:#%^→•-]*)$/u.test(opening) && opening.trim().split(/\s+/).length <= 5
}

/** Behind the last number: nothing that takes the number away from its owner. Names in it are looked at by the caller. */
function endsWell(tail: string): boolean {
  return !/\b(?:for|by) (?:humans?|experts?|the average|a )|\b(?:higher|lower|better|worse|faster|slower|cheaper|more|less|fewer) than\b|^\s*(?:%|points?|pts)?\s*(?:higher|lower|better|worse|more|less|fewer|ahead|behind|improvement|gain|increase|lead|above|below|of (?:the )?(?:time|users|developers|people|cases|tasks))\b|\b(?:target|goal|expected|error|incorrect|disputed|retracted|not verified yet|rumou?r\w*|leaked|if|would|could|next (?:version|model|generation))\b|\b(?:for|by|of) (?:the |its )?(?:previous|prior|older|earlier|next|future|upcoming|predecessor)\b|\?\s*$/i.test(
    tail,
  )
}

function tailSetting(tail: string): { setting: Setting; variant: string[] } {
  const bracket =
    /^\s*[([]([^()[\]]{1,60})[)\]]/.exec(tail)?.[1] ??
    /^\s*,?\s*((?:with(?:out)?|no|for|at|using) [\w -]{2,30}?)\s*(?:$|[(;.,–—])/.exec(tail)?.[1] ??
    ''
  const how = settingOf(bracket.replace(/^(?:for|at)\s+/, ''))
  const level = /^(?:for|at)?\s*(max|high|medium|med|low|minimal)(?: effort)?$/i.exec(bracket.trim())?.[1]
  if (level) return { setting: { effort: level }, variant: [level] }
  return how.rest === '' ? { setting: how.setting, variant: how.variant } : { setting: {}, variant: [] }
}

/** "Test: 80.4 …", with other models' numbers behind it or a remark. */
function testFirst(tokens: readonly Token[], kinds: string, gap: (k: number) => string, tail: string): ItemScore[] | null {
  const [test, number] = tokens
  if (test?.kind !== 'B' || number?.kind !== 'N') return null
  const between = gap(1)
  const how = label.test(between) ? { setting: {}, variant: [] } : plainGap(between)
  if (!how || /^\s*\(\s*$/.test(between) || (/^\s*,\s*$/.test(between) && tail.trim() !== '')) return null
  const behind = tokens.length > 2 ? gap(2) : tail
  const after = tailSetting(behind)
  const own: ItemScore = {
    model: null,
    benchmark: test.benchmark,
    number: number.number,
    setting: { ...how.setting, ...after.setting },
    variant: [...how.variant, ...after.variant],
  }
  if (kinds === 'BN') return endsWell(tail) ? [own] : null
  // "Test: 80.4 for Model", "Test: 80.4 (Model), 71.3 (Model)"
  if (/^B(?:NM)+$/.test(kinds)) {
    const owned = numberThenModel(tokens, gap, tail)
    if (owned) return owned
    if (
      kinds === 'BNM' &&
      /\b(?:behind|ahead of|beating|beats?|vs\.?|versus|compared (?:to|with)|over|trailing|surpass\w*|topping|tops|edging|above|below|matching|outperform\w*)\s+(?:[\w.]+'s )?$/i.test(
        gap(2),
      ) &&
      endsWell(gap(2)) &&
      endsWell(tail)
    )
      return [own]
    return null
  }
  // "Test: 80.4 (vs 75.1 for Model)", "Test: 80.4 (Model: 75.1)", "Test: 80.4 vs Model's 75.1"
  const rivals = tokens.slice(2)
  const shape = kinds.slice(2)
  const opening = gap(2)
  if (
    !/^\s*[([,;–—-]?\s*(?:vs\.?|versus|compared (?:to|with)|against|ahead of|beating|over|up from|from|while|and)?\s*(?:the\s+)?(?:[A-Z]\w+'s\s+)?$/i.test(
      opening,
    )
  )
    return null
  if (/from/i.test(opening) && !/^NM$|^MN$/.test(shape)) return null
  const others: ItemScore[] = []
  for (let k = 0; k + 1 < rivals.length; k += 2) {
    const one = rivals[k] as Token
    const two = rivals[k + 1] as Token
    const inside = gap(k + 3)
    if (k > 0 && !/^\s*[)\]]?\s*(?:,|;|\/|\||and|vs\.?|,\s*and)?\s*[([]?\s*$/.test(gap(k + 2))) return null
    if (one.kind === 'M' && two.kind === 'N' && /^(?:'s)?\s*(?::|at|=|with|\(|–|-)?\s*$/.test(inside)) {
      others.push({ model: one.mention, benchmark: test.benchmark, number: two.number, setting: {}, variant: [] })
    } else if (one.kind === 'N' && two.kind === 'M' && /^\s*(?:for|by|from|\(|:)\s*(?:[A-Z]\w+'s\s+)?$/.test(inside)) {
      others.push({ model: two.mention, benchmark: test.benchmark, number: one.number, setting: {}, variant: [] })
    } else return null
  }
  if (rivals.length % 2 !== 0 || others.length === 0 || !endsWell(tail)) return null
  return [own, ...others]
}

/** "Test: 30.1 without tools / 50.2 with tools", or "Test: 93.9 vs 80.8" under a line that names both sides. */
function twoNumbers(tokens: readonly Token[], gap: (k: number) => string, tail: string): ItemScore[] | null {
  const [test, one, two] = tokens
  if (test?.kind !== 'B' || one?.kind !== 'N' || two?.kind !== 'N' || !label.test(gap(1)) || !endsWell(tail)) return null
  if (/^\s*(?:vs\.?|versus|\/)\s*$/.test(gap(2)) && /^\s*(?:\(.*\))?[\s.]*$/.test(tail)) {
    const side = (number: NumberTag, of: 0 | 1): ItemScore => ({
      model: null,
      benchmark: test.benchmark,
      number,
      setting: {},
      variant: [],
      side: of,
    })
    return /\//.test(gap(2)) ? null : [side(one.number, 0), side(two.number, 1)]
  }
  const [first, more] = gap(2).split(/\s*(?:\/|,|;|\band\b)\s*/)
  const left = settingOf(first ?? '')
  const right = settingOf(tail)
  if (
    more === undefined ||
    more !== '' ||
    left.rest !== '' ||
    right.rest !== '' ||
    left.variant.length === 0 ||
    right.variant.length === 0
  )
    return null
  const read = (number: NumberTag, how: { setting: Setting; variant: string[] }): ItemScore => ({
    model: null,
    benchmark: test.benchmark,
    number,
    setting: how.setting,
    variant: how.variant,
  })
  return [read(one.number, left), read(two.number, right)]
}

/** "Test 87.6 | Test 30.1 | Test 78.5", also run together. */
function severalTests(tokens: readonly Token[], gap: (k: number) => string, tail: string): ItemScore[] | null {
  const scores: ItemScore[] = []
  for (let k = 0; k + 1 < tokens.length; k += 2) {
    const test = tokens[k]
    const number = tokens[k + 1]
    if (test?.kind !== 'B' || number?.kind !== 'N') return null
    const how = label.test(gap(k + 1)) ? { setting: {}, variant: [] } : plainGap(gap(k + 1))
    if (!how || /^\s*\(\s*$/.test(gap(k + 1)) || (k > 0 && !/^\s*\)?\s*(?:\||,|;|·|\/|and|,\s*and)?\s*$/.test(gap(k))))
      return null
    scores.push({ model: null, benchmark: test.benchmark, number: number.number, ...how })
  }
  return endsWell(tail) ? scores : null
}

function numberThenModel(tokens: readonly Token[], gap: (k: number) => string, tail: string): ItemScore[] | null {
  const test = tokens[0]
  const scores: ItemScore[] = []
  for (let k = 1; k + 1 < tokens.length + 1 && k + 1 <= tokens.length - 1 + 0.5; k += 2) {
    const [number, model] = [tokens[k], tokens[k + 1]]
    if (test?.kind !== 'B' || number?.kind !== 'N' || model?.kind !== 'M') return null
    if (!/^\s*(?:\(|for|by|–|—)\s*(?:[A-Z]\w+'s\s+)?$/.test(gap(k + 1))) return null
    if (k > 1 && !/^\s*\)?\s*(?:,|;|\||\/|and|vs\.?|,\s*and)\s*$/.test(gap(k))) return null
    scores.push({ model: model.mention, benchmark: test.benchmark, number: number.number, setting: {}, variant: [] })
  }
  return scores.length > 0 && /^\s*\)?[\s.]*$/.test(tail) ? scores : null
}

/** "Test — Model 80.4, Model 71.3" (`inner` M) or "Model: Test 80.4, Test 71.3" (`inner` B). */
function pairs(tokens: readonly Token[], from: number, gap: (k: number) => string, inner: 'M' | 'B'): ItemScore[] | null {
  const outer = tokens[0] as Token
  const scores: ItemScore[] = []
  for (let k = from; k + 1 < tokens.length; k += 2) {
    const [name, number] = [tokens[k] as Token, tokens[k + 1] as Token]
    if (number.kind !== 'N' || name.kind !== inner) return null
    const between = gap(k + 1)
    const how = /^(?:'s)?\s*(?::|at|=|–|—|-|\(|\||with|scored|scores|gets)?\s*$/.test(between)
      ? { setting: {}, variant: [] }
      : plainGap(between)
    if (!how) return null
    if (k > from && !/^\s*[)\]]?\s*(?:,|;|\||\/|·|•|and|vs\.?|versus|,\s*and|–|—)?\s*(?:the\s+)?$/.test(gap(k))) return null
    const model = name.kind === 'M' ? name.mention : outer.kind === 'M' ? outer.mention : null
    const benchmark = name.kind === 'B' ? name.benchmark : outer.kind === 'B' ? outer.benchmark : null
    scores.push({ model, benchmark, number: number.number, ...how })
  }
  return scores
}

/** "Model: 80.4 on Test, 71.3 on Test". */
function numbersFirst(tokens: readonly Token[], gap: (k: number) => string): ItemScore[] | null {
  const model = tokens[0]
  const scores: ItemScore[] = []
  for (let k = 1; k + 1 < tokens.length; k += 2) {
    const number = tokens[k]
    const test = tokens[k + 1]
    if (model?.kind !== 'M' || number?.kind !== 'N' || test?.kind !== 'B') return null
    if (!/^\s*(?:on|in|\()?\s*(?:the\s+)?$/.test(gap(k + 1))) return null
    if (k > 1 && !/^\s*\)?\s*(?:,|;|and|,\s*and)\s*$/.test(gap(k))) return null
    scores.push({ model: model.mention, benchmark: test.benchmark, number: number.number, setting: {}, variant: [] })
  }
  return scores
}

/** "High: 83.3%, $1.45", "With tools: 50.2", "Score: 92.8": a level or mode, or only the number, under the test and model of the list. */
function levelFirst(opening: string, token: Token, tail: string): ItemScore[] | null {
  if (token.kind !== 'N') return null
  const match = /^\s*\(?([\p{L}\p{N}@ +-]{2,40}?)\)?\s*(?::|–|—|-|=|\|)\s*$/u.exec(opening)
  if (!match) return null
  const text = match[1] as string
  const level = /^(?:max|high|medium|med|low|minimal)(?: (?:effort|reasoning|thinking))?$/i.test(text.trim())
  const how = settingOf(text)
  const plain = /^(?:scores?|scored|accuracy|results?|overall|pass@1|elo|rating|performance)$/i.test(text.trim())
  if (!level && !plain && !(how.rest === '' && how.variant.length > 0)) return null
  if (!/^[\s.]*(?:,?\s*\(?\$[\d.,]+[^\p{L}]*(?:\/ ?task|per task)?\)?)?[\s.]*$/u.test(tail)) return null
  const variant = level ? [text.trim()] : how.variant
  return [{ model: null, benchmark: null, number: token.number, setting: level ? { effort: text.trim() } : how.setting, variant }]
}
