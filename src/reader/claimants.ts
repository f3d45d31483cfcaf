import type { Article } from '../article.ts'
import type { Claimant } from '../claim.ts'
import { canonicalVendor } from '../lexicon/canonical.ts'
import { findModels } from '../lexicon/find-models.ts'
import { remembered } from '../lexicon/remembered.ts'
import { findTesters } from '../lexicon/testers.ts'
import { vendors } from '../lexicon/vendors.ts'
import type { Passage } from './passages.ts'

/** Whether a text names somebody who measures models and makes none. */
export function isTester(text: string): boolean {
  return findTesters(text).length > 0
}

const vendorNames = vendors
  .filter((vendor) => vendor.name !== 'Hugging Face')
  .flatMap((vendor) => [vendor.name, ...(vendor.aliases ?? [])])
  .sort((a, b) => b.length - a.length)
const vendor = `(?:${vendorNames.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`
const anyVendor = new RegExp(vendor)
const says =
  '(?:says?|said|claims?|claimed|reports?|reported|states?|stated|announced|notes?|noted|writes|wrote|boasts?|boasted|touts?|touted|shared|published|lists?|listed|cites?|cited|quotes?|quoted|gives?|gave|puts?|measured|found|shows?|showed|posted|disclosed|revealed|highlights?|highlighted|credits?|asserts?|asserted)'
const results =
  '(?:benchmarks?|chart|charts|results?|numbers?|figures|scores?|scorecard|table|tables|data|tests?|testing|evaluations?|evals?|benchmark image|launch materials?|blog(?: post)?|technical (?:report|blog|paper)|paper|report|model card|system card|announcement|press release|release notes|release|materials|documentation|own (?:\\w+ ){0,3}\\w+|published (?:\\w+ ){0,2}\\w+|internal (?:\\w+ ){0,2}\\w+|metrics|claims?)'
const vendorSays = [
  new RegExp(
    `(?<![\\w-])(${vendor})(?: AI)?(?:'s (?:[\\w-]+ ){0,4}?(?:team|CEO|researchers?|engineers?|spokes\\w+|blog|scientists?))? (?:also |itself |has |have )?${says}\\b(?! (?:by|with) )`,
  ),
  new RegExp(
    `(?:[Aa]ccording to|\\bper|[Bb]ased on|[Ii]n|[Bb]y|from|on) (?:the )?(${vendor})(?:'s?)?(?: (?!with\\b|that\\b|which\\b|and\\b)[\\w-]+){0,4}? ${results}\\b`,
  ),
  new RegExp(`[Aa]ccording to (?:the )?(${vendor})\\b`),
  new RegExp(`(?<![\\w-])(${vendor})[ -](?:self-)?reported\\b`),
  new RegExp(
    `(?<![\\w-])(${vendor})'s (?:[\\w.-]+ ){0,4}?(?:announcement|launch (?:post|blog)|blog post|release (?:notes|post|page)|technical (?:report|paper)|model card|system card|press release)\\b`,
  ),
  new RegExp(
    `(?<![\\w-])(${vendor})'s (?:own |published |internal |official |reported |self-reported |launch )+(?:[\\w-]+ )?${results}\\b`,
  ),
]
const inBrackets = /\((?:vendor|self-reported|company|official)\)/
const makerSays =
  /\b(?:(?<!\b(?:not|non|never|than|no|over|vs\.?|from)[ -])self-reported|vendor-(?:reported|run|supplied)|(?:[Tt]he|[Ii]ts) (?:company|lab|startup|maker|developer|team|vendor|firm)(?:'s researchers)? (?:also |itself )?(?:says?|said|claims?|claimed|reports?|reported|states?|stated|announced|published|lists|listed|cites|boasts?|boasted|touts?)|[Aa]ccording to (?:the|its) (?:company|lab|startup|maker|developer|team|firm|model card|(?:official )?(?:announcement|introduction|data|figures|benchmarks|results|technical report|system card|release notes?|launch (?:post|blog|materials)))|(?:in|per|from) (?:the|its) (?:(?:official|launch|own) )?(?:model card|system card|technical report|launch (?:post|blog|materials|chart)|announcement)|claim(?:s|ing) (?:an? )?\d[\d.]* ?%|on (?:its|their) own (?:tests?|benchmarks?)|internal (?:benchmarks?|tests?|testing|evaluations?)|(?:Hugging Face )?model card\b)/
const pressSays =
  /\b(?:[Ii]n our (?:own )?(?:tests?|testing|review|benchmarks?|runs?)|[Ww]e (?:tested|ran|benchmarked|measured|got)|our (?:own )?tests? (?:show|found|gave))\b/
/** "The maker reports 56%; I got 40%": the writer's own number beside another's. */
const ownRun = /\b(?:I|[Ww]e) (?:only |just )?(?:got|measured|saw) (?:a |an |only |just |about |~)*$/
const independently =
  /\b(?:independent(?:ly)? (?:test\w*|benchmark\w*|evaluat\w*|verif\w*|measured|confirmed)|third-party (?:test\w*|benchmark\w*|evaluat\w*)|verified by)\b/i
const testerSays = new RegExp(
  `^(?:'s)? ?(?:\\([^()]{0,40}\\) ?)?(?:(?:also|has|have|independently|recently|now|which|an? [\\w -]{0,40},) ){0,3}${says.replace('(?:', '(?:scored|scores|rated|rates|ranked|ranks|places|placed|awarded|evaluated|tested|verified|reckons|estimates?|assigned|')}\\b|^'s (?:[\\w-]+ ){0,3}(?:tests?|testing|index|evaluations?|benchmarks?|leaderboard|results?|data|measurements?|analysis)\\b|^:`,
)
/** "Some Firm's analysis shows": whoever measures and is no maker. */
const firmShows =
  /(?<![\w-])([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})'s (?:own |independent |latest |recent ){0,2}(?:[a-z]+ )?(?:analysis|comparison|tests?|testing|evaluations?|benchmarking|leaderboard|measurements?) (?:shows?|showed|finds?|found|puts?|gives?|gave|ranks?|scores?|has)\b/
/** "80.9 percent (Some Firm leaderboard, accessed …)": a source in brackets behind the numbers. */
const citedIn = /^(?:\)|(?:'s)? [^()]{0,40}\b(?:leaderboards?|index|data|board|evaluations?|benchmarks?|results)\b)/
/** "61.5 in a run by Some Paper", "in tests conducted by Some Firm": whoever ran the test. */
const runBy =
  /\b(?:[Ii]n|from) (?:an? |its own |their own |recent |later )?(?:[a-z-]+ )?(?:runs?|tests?|testing|evaluations?|benchmarks?|measurements?|reproductions?|replications?) (?:run |done |conducted |performed |carried out |published )?by (?:the )?([A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3})/
const testerBefore = /\b(?:according to|per|by|from|independent (?:\w+ ){0,4})(?: the)? $/i

/** What a stretch of text says about who measured; null where it says nothing. */
export function claimantIn(text: string, maker: string | null): Claimant | null {
  for (const found of findTesters(text)) {
    const after = text.slice(found.end, found.end + 80)
    const before = text.slice(Math.max(0, found.start - 40), found.start)
    if (testerSays.test(after) || testerBefore.test(before) || (before.endsWith('(') && citedIn.test(after)))
      return { kind: 'independent', name: found.name }
  }
  if (anyVendor.test(text)) {
    for (const pattern of vendorSays) {
      const match = pattern.exec(text)
      if (match) return { kind: 'vendor', name: canonicalVendor(match[1] as string) }
    }
  }
  const runner = runBy.exec(text)?.[1]
  if (runner !== undefined && findModels(runner).length === 0) {
    const vendor = canonicalVendor(runner)
    return vendor === null ? { kind: 'independent', name: runner } : { kind: 'vendor', name: vendor }
  }
  const firm = firmShows.exec(text)?.[1]
  if (firm !== undefined && canonicalVendor(firm) === null && findModels(firm).length === 0)
    return { kind: 'independent', name: firm }
  if (independently.test(text) && !/\b(?:not|yet to|hasn't|haven't|await\w*|no|without|lack\w*|pending)\b/.test(text))
    return { kind: 'independent', name: null }
  if (makerSays.test(text) || (text.includes('(') && inBrackets.test(text))) return { kind: 'vendor', name: maker }
  return null
}

const unsourced =
  /\b(?:without (?:a |any |giving a |naming a |naming )?source|unsourced|(?:names?|gives?|cites?) no source|without (?:saying|naming) who)\b/i

/** Only what is said of results in general speaks for the sentences behind it; what comes with its own numbers speaks for those. */
const aboutResults = new RegExp(`\\b(?:(?<!\\b(?:not|non|never|than|no) )self-reported|${results.slice(3, -1)})\\b`, 'i')
const givesNumbers =
  /(?:scor|reach|achiev|post|hit|earn|record|notch|get|got)\w* (?:[\w~]+ ){0,3}?\d|\d ?%|\d ?percent|\d ?x\b|\d tokens\b| of \d+\.\d/

/** A release that is announced is no result that is reported. */
const announces =
  /\b(?:announced|announces|unveiled|unveils|introduced|introduces) (?:the )?(?:(?:official|public|general|global) )?(?:release|launch|availability|debut)\b(?! (?:results?|scores?|benchmarks?|numbers?))/i

/** Somebody in whose name a test stands: the index of a firm is measured by that firm. */
const testOwner = remembered((benchmark): string | null => {
  if (/^Artificial Analysis|^AA[- ](?!LCR)/.test(benchmark)) return 'Artificial Analysis'
  if (/Epoch Capabilities/.test(benchmark)) return 'Epoch AI'
  if (/^Vals\b/.test(benchmark)) return 'Vals AI'
  if (/\b(?:LMArena|Chatbot Arena|LM Arena|Text Arena|WebDev Arena|Arena Expert)\b/.test(benchmark)) return 'LMArena'
  return null
})

export interface Claimants {
  /** Who stands behind a score in a sentence of a passage. `before`: what the sentence says before the number. */
  of(passage: Passage, sentence: number, benchmark: string, before?: string): Claimant
  /** What a stretch of text itself says, as `claimantIn`; each text is judged once. */
  said(text: string): Claimant | null
}

/**
 * Who claims each number of an article. The sentence itself speaks first, then the test's own name, then what the paragraph or the section
 * said before without a number of its own ("According to Anthropic's benchmarks, …"), a heading or a list's opening line included; then the
 * publisher, where the article is the maker's own or a tester's. `maker`: who makes the model that the article is about. Remembered for an
 * array of passages, as several readers ask.
 */
export function claimants(article: Article, passages: readonly Passage[], maker: string | null): Claimants {
  const before = known.get(passages)
  if (before?.maker === maker) return before.claimants
  const found = claimantsOf(article, passages, maker)
  known.set(passages, { maker, claimants: found })
  return found
}

const known = new WeakMap<readonly Passage[], { maker: string | null; claimants: Claimants }>()

function claimantsOf(article: Article, passages: readonly Passage[], maker: string | null): Claimants {
  const own = ownClaimant(article, maker)
  const heard = new Map<string, Claimant | null>()
  const inText = (text: string): Claimant | null => {
    let said = heard.get(text)
    if (said === undefined) {
      said = claimantIn(text, maker)
      heard.set(text, said)
    }
    return said
  }
  const standing = standingClaimants(passages, inText)
  return {
    said: inText,
    of(passage, sentence, benchmark, before = '') {
      const text = passage.sentences[sentence]?.text ?? passage.text.slice(0, 2000)
      const owner = testOwner(benchmark)
      const said = inText(text)
      if (ownRun.test(before)) return own.kind === 'independent' ? own : { kind: 'press', name: article.publisher }
      if (unsourced.test(text)) return { kind: 'unstated', name: null }
      if (owner !== null) return { kind: 'independent', name: owner }
      if (pressSays.test(text) && own.kind !== 'vendor')
        return own.kind === 'independent' ? own : { kind: 'press', name: article.publisher }
      if (said) return said
      return standing.get(passage.index)?.[Math.max(0, sentence)] ?? own
    },
  }
}

/** For each passage and sentence: the claimant that stands from a sentence before, a heading or a parent item; null where none. */
function standingClaimants(passages: readonly Passage[], said: Claimants['said']): Map<number, (Claimant | null)[]> {
  const found = new Map<number, (Claimant | null)[]>()
  let open: Claimant | null = null
  let headed = false
  for (const passage of passages) {
    if (passage.block.kind === 'heading' || passage.block.kind === 'title') {
      open = headingClaimant(passage.text, said)
      found.set(passage.index, [open])
      headed = true
      continue
    }
    const parent = passage.parent === null ? undefined : passages[passage.parent]
    // "Source: X" right under a heading stands for the section.
    const source = /^sources?: ?([A-Z][\w.]*(?: [A-Z][\w.]*)?)/i.exec(passage.text)?.[1]
    if (source !== undefined && passage.text.length < 80 && parent === undefined && headed) {
      const vendor = canonicalVendor(source) ?? canonicalVendor(source.split(' ')[0] ?? '')
      if (vendor !== null) open = { kind: 'vendor', name: vendor }
    }
    headed = false
    let here = open
    if (parent) here = headingClaimant(parent.text, said) ?? said(parent.text) ?? found.get(parent.index)?.at(0) ?? open
    const list: (Claimant | null)[] = []
    for (const sentence of passage.sentences) {
      list.push(here)
      if (!aboutResults.test(sentence.text) || givesNumbers.test(sentence.text)) continue
      if (announces.test(sentence.text)) continue
      // "FrontierMath (Some Firm)": whose test it is says nothing of the sentences behind it.
      here = said(sentence.text.replace(/ \([A-Z][\w.]*(?: [A-Z][\w.]*){0,2}\)/g, '')) ?? here
    }
    if (list.length === 0) list.push(here)
    found.set(passage.index, list)
    // "internal testing" of nobody in particular speaks for its own paragraph.
    if (passage.block.kind === 'paragraph' && !(here !== null && here.kind === 'vendor' && here.name === null)) open = here
  }
  return found
}

function headingClaimant(text: string, said: Claimants['said']): Claimant | null {
  if (text.length > 160) return null
  const tester = findTesters(text)[0]
  if (tester && (text.length < 60 || testerSays.test(text.slice(tester.end)) || (tester.start < 3 && /:\s*$/.test(text))))
    return { kind: 'independent', name: tester.name }
  return said(text)
}

function ownClaimant(article: Article, maker: string | null): Claimant {
  const publisher = article.publisher ?? ''
  if (article.kind === 'vendor') return { kind: 'vendor', name: canonicalVendor(publisher) ?? maker }
  const tester = findTesters(publisher.replace(/\.(?:chat|ai|com|org)$/, ''))[0]
  if (article.kind === 'independent-test') return { kind: 'independent', name: tester?.name ?? article.publisher }
  const firm =
    publisher
      .replace(/\s*(?:\(.*\)|blog|news|research)\s*$/i, '')
      .split(/[/(,|]/)[0]
      ?.trim() ?? ''
  // "Qwen (model card)": a publisher that is no more than a family's name is its maker.
  const [family] = findModels(firm)
  const published = canonicalVendor(firm) ?? (family?.bare && family.end === firm.length ? family.vendor : null)
  if (published !== null && (maker === null || published === maker)) return { kind: 'vendor', name: published }
  if (tester) return { kind: 'independent', name: tester.name }
  return { kind: 'unstated', name: null }
}
