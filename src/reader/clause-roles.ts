import { canonicalVendor } from '../lexicon/canonical.ts'
import { isTester } from './claimants.ts'
import { between, gapBefore, type SentenceView, textAfter, textBefore } from './sentence-view.ts'

/**
 * The part that a model plays in its clause. `subject`: what is said is said of it. `rival`: what the subject is compared with.
 * `object`: behind a plain preposition ("the accuracy of M"), a subject only where there is no other.
 */
export type Role = 'subject' | 'rival' | 'object' | 'other'

/** Words between a comparison and the name: "ahead of both OpenAI's new GPT-5.4". */
const filler =
  "(?:(?:both|only|just|even|much|far|considerably|significantly|substantially|vastly|either|all|its|their|his|the|an?|rivals?|competitors?|models?|peers|systems|options|offerings|others?|like|such as|including|predecessors?,?|previous|earlier|older|new|newer|latest|larger|smaller|bigger|flagship|own|open|rival|proprietary|closed|current|next-best|second-place|third-place|leader|champion|siblings?|stablemate|cousin|leading|best|of|from|in|second|third|runner-up|open-source|open-weight|fellow|top|[a-z]+-(?:generation|source|weight|placed?|party)|(?:[A-Z][\\w.]*(?: [A-Z][\\w.]*)?'s?)|[A-Z]\\w+|(?:scores?|results?|marks?|numbers?|figures?|performance|accuracy) (?:of|for|from))[ ,]+){0,6}"
const comparison =
  '(?:than|versus|vs\\.?|against|improv\\w* (?:on|upon)|over|behind|ahead of|leading|leads?|led|surpass\\w*|outpac\\w*|outperform\\w*|outscor\\w*|outrank\\w*|compared (?:to|with)|compares (?:to|with)|comparable (?:to|with)|beat\\w*|doubl\\w*|tripl\\w*|clear of|trail\\w*|lagg?\\w*|lags?(?: behind)?|before|points? of|match\\w*|dominat\\w*|near\\w*|approach\\w*|edg\\w+(?: (?:out|past|ahead of))?|topp\\w*|tops|exceed\\w*|eclips\\w*|best\\w*|above|below|short of|shy of|past|unlike|such as|like|including|among|between|followed by|follow\\w*|rival\\w*|t(?:ied|ies|ying)|t(?:ied|ies|ying|ie) with|equal\\w*|on par with|close to|closest to|relative to|next to|alongside|up from|down from|better than|worse than|overtak\\w*|overtook|pass(?:ing|es|ed)|crush\\w*|humbl\\w*|dead heat with|level with|parity with|neck and neck with|to|from|with|replac\\w*|succeed\\w*|undercut\\w*|challeng\\w*)'
const rivalBefore = new RegExp(`(?:^|[\\s(,—–])${comparison}[ ,]+${filler}$`)
const objectBefore = new RegExp(
  `(?:^|[\\s(,—–])(?:of|for|by|in|on|since|after|until|as|using|via|called|named|about|run|running|through|under|within|gave|gives|given|giving|awarded|awards|assigned|rated|rates|puts?|placed|places) ${filler}$`,
)
const levelAfter = /^(?:[- ](?:levels?|class|like|quality|grade)|(?:-level)? performance)\b(?! (?:of|at) )/
const withVerb = /(?:^|[\s(,—–])with (?:[\w.']+ ){0,4}$/i
const participle =
  /^(?:'s [\w-]+)?,? (?:(?:only|just|also|still|now) )?(?:scor|achiev|reach|post|hit|record|earn|notch|manag|attain|regist|land|clock|gett|lead|com|sitt|deliver|tak)\w*ing\b/i
const finite =
  /^(?:'s (?:[\w-]+ ){0,4})?(?: \([^()]{0,40}\))?,? ?(?:(?:also|still|now|then|only|even|just|actually|currently|reportedly|narrowly|slightly|clearly|handily|meanwhile|itself|easily|reportedly|has|had|have|was|is|already|consistently|since|recently) ){0,3}(?:scor(?:ed|es)|reach(?:ed|es)|post(?:ed|s)|hits?|achiev(?:ed|es)|record(?:ed|s)|earn(?:ed|s)|notch(?:ed|es)|manag(?:ed|es)|attain(?:ed|s)|register(?:ed|s)|land(?:ed|s)|clock(?:ed|s)|got|gets|sits|sat|came|comes|stands|stood|leads|led|tops|topped|takes|took|holds|held|delivers|delivered|wins|won|beats|trails|trailed|lags|follows|followed|remains|drops|dropped|falls|fell|rises|rose|jumps|jumped|improves|improved|manages|edges|edged|outperforms|outperformed|surpasses|surpassed|places|placed|ranks|ranked|obtains|obtained|averages|averaged|is|was|at)\b/i
const listGlue =
  /^(?:'s)?(?: (?:score|result|mark)s?)?[\s,;:/&+()%—–-]*(?:at|with|on|of|scoring|a|only|about|just|roughly|nearly)?[\s,;:/&+()%—–]*(?:and|or|plus|as well as|followed by|then|along with|nor)?[\s,]*(?:even |also |then |finally )?(?:at|with|of)?\s*(?:(?:the|its|both|[A-Z][\w.]*(?: [A-Z][\w.]*)?'s?)\s*){0,3}$/

const madeOf =
  /\b(?:(?:fine-?tun\w*|distill\w*|derivative|fork|merge|quanti[sz]ation|LoRA|adapter|finetune)(?: (?:version|variant|model))? (?:of|from|on)|(?:based|built|fine-?tuned|distilled|derived|trained|initiali[sz]ed) (?:on|upon|from|with|on top of)) (?:the |an? |[A-Z]\w+'s )?$/i

/** The role of every tag of a sentence; numbers and benchmarks are `other`. Comparison spreads along a list of names. */
export function rolesOf(view: SentenceView): Role[] {
  const roles: Role[] = []
  let last = -1
  view.tags.forEach((tag, i) => {
    if (tag.kind !== 'model' && tag.kind !== 'pronoun') {
      roles.push('other')
      return
    }
    // "OpenAI-o1": the maker is written onto the name.
    const raw = (i > 0 && view.tags[i - 1]?.kind === 'benchmark' ? gapBefore(view, i) : textBefore(view, i, 90)).replace(
      /[A-Z]\w+-$/,
      '',
    )
    const before = raw.length < 90 && view.text.startsWith(raw) ? `${raw.slice(0, 1).toLowerCase()}${raw.slice(1)}` : raw
    const after = textAfter(view, i, 120)
    roles.push(roleAt(view, i, last, before, after, roles))
    last = i
  })
  return roles
}

function roleAt(view: SentenceView, i: number, last: number, before: string, after: string, roles: readonly Role[]): Role {
  const tag = view.tags[i]
  if (tag?.kind === 'pronoun' && tag.possessive && !tag.noun && (isFirms(view, i) || !ownsScore(view, i, after))) return 'other'
  if (withVerb.test(before) && participle.test(after)) return 'subject'
  // "a 14B model reaching M performance": what is reached is another's.
  if (/\b(?:reach|match|approach|achiev|deliver|offer|provid)\w* (?:near[- ])?$/.test(before) && levelAfter.test(after))
    return 'rival'
  // "a fine-tune of M that achieves": what is made of a model is another.
  if (madeOf.test(before)) return 'rival'
  const rival = rivalBefore.exec(before)
  if (rival) {
    const word = rival[0].trim().toLowerCase()
    if (/^with\b/.test(word)) return participle.test(after) ? 'subject' : 'object'
    if (/, $/.test(before) && finite.test(after) && !/^(?:'s|,? at\b|,)/.test(after)) return 'subject'
    if (/^(?:to|from)\b/.test(word) && /^(?: (?:has|had|scored|reached|achieved|posted|is|was)\b)/.test(after)) return 'subject'
    return 'rival'
  }
  if (last >= 0 && (roles[last] === 'rival' || roles[last] === 'object')) {
    const glue = between(view, last, i)
    const crossed = view.tags.slice(last + 1, i).some((other) => other.kind === 'benchmark')
    const apart = crossed && flatGlue.test(flatBetween(view, last, i))
    if (apart && !finite.test(after)) return roles[last] as Role
    if (!crossed && listGlue.test(glue) && !(finite.test(after) && !/^(?:'s| at\b)/.test(after) && /[,;]/.test(glue)))
      return roles[last] as Role
  }
  if (objectBefore.test(before)) return finite.test(after) && !/^(?:'s|,? at\b)/.test(after) ? 'subject' : 'object'
  return 'subject'
}

/** "trails A on knowledge (X 57.9 vs 75.6) and B on recall (…)": what stands in brackets between two names of a list parts them not. */
const flatGlue = /^ (?:on|in|at) (?:[a-z-]+ ){1,4}(?:,|;|and|, and|and also) $/
function flatBetween(view: SentenceView, left: number, right: number): string {
  const depth = view.tags[right]?.depth ?? 0
  if (!view.tags.slice(left + 1, right).every((tag) => tag.depth > depth)) return ''
  return view.passage.text
    .slice(view.tags[left]?.end, view.tags[right]?.start)
    .replace(/\([^()]*\)/g, '')
    .replace(/ {2,}/g, ' ')
}

/** "Its BrowseComp result of 60.2", "its accuracy rose to": "its" stands for a model only where a result is what it owns. */
function ownsScore(view: SentenceView, i: number, after: string): boolean {
  if (/^ (?:[a-z-]+ ){0,3}?(?:scores?|results?|marks?|ratings?|accuracy|performance|Elo|numbers?|showing)\b/.test(after))
    return true
  if (view.tags[i + 1]?.kind === 'number' && gapBefore(view, i + 1) === ' ') return true
  return view.tags[i + 1]?.kind === 'benchmark' && /^ (?:[a-z-]+ ){0,2}$/.test(gapBefore(view, i + 1))
}

/** "its Intelligence Index" behind a testing firm's name is the firm's. */
function isFirms(view: SentenceView, i: number): boolean {
  const next = view.tags[i + 1]
  if (
    next?.kind !== 'benchmark' ||
    gapBefore(view, i + 1)
      .trim()
      .split(/\s+/).length > 3
  )
    return false
  return isTester(textBefore(view, i, 300))
}

/**
 * A capitalised word that is no tag, no vendor and no plain opener, right where a subject stands ("Zephyr scored"): a model that nobody
 * knows, whose number must not be given to another.
 */
export function unknownSubject(text: string): boolean {
  const match =
    /(?:^|[\s(,;—–])((?:[A-Z][\w.-]*\s?){1,4})(?:\([^()]{0,30}\) ?)?(?:(?:also|still|now|only|even|has|had|actually|reportedly) ){0,2}(?:scor|reach|post|hit|achiev|record|earn|notch|attain|regist|clock|manag|gets|got|leads|led|tops|topped|trails|at )\w*(?: [a-z-]+){0,6} ?(?:a |an )?[~≈]?$/.exec(
      text,
    )
  if (!match) return false
  const name = (match[1] as string).trim()
  // "surpassing A and DeepSeek at 49.8": the maker stands for its model.
  if (canonicalVendor(name) !== null && / at (?:a |an )?[~≈]?$/.test(text)) return true
  return !plainOpeners.test(name) && canonicalVendor(name) === null && !isTester(name)
}

const plainOpeners =
  /^(?:On|In|At|It|Its|The|This|That|These|And|But|With|For|As|Here|There|Both|Each|Another|Results?|Tests?|Testing|Benchmarks?|Scores?|Performance|Meanwhile|However|Overall|While|When|Today|Now|Also|Yet|Still|Then|AI|SOTA|LLM|LLMs|Elo|ELO|API|Instead|Notably|Specifically|Similarly|Finally|Additionally|Moreover|By|Even|Only|According|Early|Independent|Internal|Official|Published|Reported|Researchers?|Users?|Developers?|Reviewers?|We|They|He|She|I|You|Our|Their|Max|High|Low|Medium|Thinking|Preview|Pro)$/
