import type { Discourse } from './discourse.ts'
import type { FactSentence } from './fact-sentence.ts'

/** A sentence that goes on about what the talk is of: "It …", "The company says it …". */
export const pronounOpening =
  /^(?:(?:It|Its|This|That|The (?:new )?model|The model's)\b|(?:The (?:company|firm|lab|startup)|[A-Z]\w+) (?:says|said|claims|adds|notes|reports) (?:that )?(?:it|the (?:new )?model)\b)/
/** A sentence about several: "Both …", "The models …". */
export const pluralOpening =
  /^(?:Both(?! the (?:code|model|weights|base|repository|library|paper|data))|They|These|All|The (?:two |three |new |(?:[\w.]+-)+parameter )*models)\b/

/** A sentence about two, of which one may not have been named. */
export const twoOpening = /^(?:Both|The two) models\b/

/** "Its smaller sibling, X, has …" turns to X. */
export const siblingOpening =
  /^(?:Its|The (?:model|company|firm|lab|startup)'s) (?:[\w-]+ ){0,3}(?:sibling|model|predecessor|successor|counterpart|variant|version|flagship|cousin|brother|sister),? $/
/** "X and Y are replaced by this model": the talk goes on about it. */
export const thisModel = /\bby (?:this|the new) (?:new )?(?:model|one)\b/
/** "Nova 4 E4B": what "it" says next is of that size, which a bare name would lose. */
export const ofOneSize = (variant: string | null): boolean => variant !== null && /^E?\d+(?:\.\d+)?B/.test(variant)
/** A maker that bears its models' name: "Qwen released …". */
export const asMaker =
  /^(?: has| today| also| on [A-Z]\w+(?: \d+)?)* (?:releas|launch|announc|introduc|unveil|ship|publish|open-sourc|drop)\w*\b/
/** "The maker charges $3 for X": whether the next "its" is X's or the maker's is anyone's guess. */
export const objectOf = /[a-z\d;,] (?:for|with|on|in|by|from|via|of) (?:the |its )?$/

const named = /\bmodels ?(?:,|—|–|-|\()? ?(?:including|such as) (?:the )?$/
const unheld = /\b(?:than|unlike|against|over|behind|beats?|rivals?|surpass\w*|outperform\w*|other|rival|competing) [^,;]*$/

/** The models that a sentence is about, for a "they" behind it: those it compares nothing with; where it names only examples of "models", these. */
export function toldOf({ text, models }: FactSentence): string[] {
  const own = models.filter((m) => !m.complement && !m.family)
  const [first] = models
  const lead = text.slice(0, first?.start ?? 0)
  const examples = first?.complement === true && named.test(lead) && !unheld.test(lead.replace(named, ''))
  return [...new Set((examples ? models.filter((m) => !m.family) : own).map((m) => m.name))]
}

/** The models of the sentence before; for "both", where that and the one before it named one each ("X is large. Y is small. Both …"), the two. */
export function twoBefore(text: string, before: string[], last: string[]): string[] {
  const apart = before.length === 1 && last.length === 1 && before[0] !== last[0]
  return apart && /^(?:Both|The two)\b/.test(text) ? [...before, ...last] : last
}

/**
 * Whom "both" and "the models" stand for: the models of the sentence before, without the one that the others are versions of; where that named
 * one alone, it with the versions of it that the article names.
 */
export function spokenOfAll(text: string, all: string[], carried: string[], { mentions }: Discourse): string[] {
  const versionOf = (name: string, of: string): boolean =>
    name !== of && name.startsWith(of) && /^[ -]/.test(name.slice(of.length))
  if (all.length > 1) {
    const two = /^(?:Both|The two)\b/.test(text) && all.length === 3
    return two ? all.filter((name) => !all.every((other) => other === name || versionOf(other, name))) : all
  }
  const [one] = all.length === 1 ? all : carried.length === 1 ? carried : []
  if (one === undefined) return all.length > 0 ? [] : carried
  const versions = [...new Set(mentions.filter((m) => !m.short && versionOf(m.name, one)).map((m) => m.name))]
  return versions.length > 0 ? [one, ...versions] : all.length > 0 ? [] : carried
}

const launching = /\b(?:unveil|launch|releas|introduc|announc)(?:ed|es|s|ing)\b[^.;:]{0,60}$/

/** "Ahead of the launch of Y, the firm unveiled X": where the article's own model comes as what was launched, the talk goes on about it; -1 elsewhere. */
export const launchedTopic = ({ text, models, topic }: FactSentence): number =>
  models.findIndex((m) => m.name === topic && !m.complement && launching.test(text.slice(Math.max(0, m.start - 90), m.start)))

const counted = /\b(?:all|the) (two|three|four|five|six) (?:new |open |[a-z]+al )?(?:models|variants|versions|checkpoints)\b/i
const sizes = ['two', 'three', 'four', 'five', 'six']

/** "All three models": the models of one family that the article names, where there are just so many; else null. */
export function countedModels(text: string, carried: string[], { mentions }: Discourse): string[] | null {
  const said = counted.exec(text)
  const family = said === null ? undefined : mentions.find((m) => m.name === carried[0])?.family
  if (said === null || family === undefined) return null
  const named = [...new Set(mentions.filter((m) => !m.short && m.family === family).map((m) => m.name))]
  return named.length === sizes.indexOf((said[1] as string).toLowerCase()) + 2 ? named : null
}

/** "… unites reasoning (X), vision (Y) and code (Z)": several names, each a bracket's gloss, turn the talk to none of them. */
export const onlyGlosses = ({ text, models }: FactSentence): boolean =>
  models.length > 1 && models.every((m) => text[m.start - 1] === '(' && text[m.end] === ')')
