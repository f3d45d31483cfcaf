import { everyMatch } from '../lexicon/every-match.ts'

/** What a comparison holds on: tests (offsets into the masked text), a field ("coding"), or in general where both are empty. */
export interface Scope {
  tests: number[]
  field: string | null
  /** Where the list of tests ends, behind the rivals; a further rival with a test of its own may follow. */
  end?: number
}

const adverb =
  '(?:,? (?:handily|narrowly|easily|clearly|overall|outright|only|even|too|today|slightly|comfortably|consistently|by (?:a|some) (?:[a-z-]+ ){0,3}(?:margin|distance|bit|little)|by a little|in general|specifically))*'
const leadIn = new RegExp(`^${adverb},? (?:on|in|at|across|for|over|when it comes to) `)
const testIntro =
  /^(?:(?:both|all|the|tests?|benchmarks?|evaluations?|suites?|exams?|leaderboards?|(?:[a-z]+ ){0,3}(?:tests?|benchmarks?|evaluations?|suites?|leaderboards?)(?: (?:like|such as|including|called|named))?|like|such as|including|public|popular|standard|¶+'s?|[A-Z][\w.]*'s|also|even) )*/
const testJoint =
  /^(?: \([^()]{0,90}\)|, (?:an?|the) [^,;.§¤#]{1,60}(?=,)|, which [^,;.§¤#]{1,60}(?=,))?(?:,? (?:and|or|as well as|plus|&) |, )(?:(?:on|in|the|also|even|both) )*(?=¤)/
/** Tests as such: nothing but "in general". */
const general =
  /^(?:(?:an?|the|its|their|most|all|standard|internal|common|public|published|major|industry|leading|popular|own|other|various|wide|broad|full|entire|established|academic|range|suite|set|variety|host|majority|battery|series|of|overall) )*(?:benchmarks?|tests?|evaluations?|evals|performance|tasks|general|the whole|the board|average|intelligence|leaderboards?|benchmark performance|overall performance|quality)(?: (?:suite|tests|scores|results))?(?=[\s,.;:)—–]|$)/i
/** More than one test and less than all: a field of its own, so that it is no word on the whole. */
const many =
  /^(?:on |in )?((?:(?:several|many|multiple|various|numerous|key|important|selected) )+(?:[a-z-]+ )?(?:benchmarks|tests|evaluations|tasks|areas))(?=[\s,.;:)—–]|$)/i
const part =
  /^(?:some|certain|one|a few|two|three|four|five|parts?|areas?|cases?|places|another|a handful|a couple|specific|select(?:ed)?)\b/i
const capability =
  /\b(?:coding|code|programming|software(?: engineering)?|reasoning|math(?:s|ematics)?|sciences?|scientific|vision|visual|images?|videos?|audio|speech|voice|multimodal|health|medical|medicine|agents?|agentic|tools?(?: use| calling)?|writing|languages?|multilingual|translation|transcription|instructions?|knowledge|cyber(?:security)?|security|biology|chemistry|physics|engineering|finance|financial|law|legal|search|browsing|research|planning|factuality|computer use|debugging|spreadsheets?|conversation|humanities|STEM|understanding|summari[sz]ation|retrieval|safety)\b/i
const noCapability =
  /\b(?:prices?|pricing|costs?|cheap\w*|speed|latency|throughput|size|parameters?|efficiency|popularity|downloads?|users?|revenue|market|sales|adoption|context (?:window|length)|availability|token|weeks?|months?|years?|days?|release|race|term|words|which|that|this|every|everything|history|case)\b/i
const tail =
  / (?:tasks?|benchmarks?|tests?|evaluations?|problems?|work(?:loads?|flows?)?|questions?|abilit(?:y|ies)|performance|challenges?|skills?)$/i

/** The scope named behind the rivals' list, or null where something stands there that is no scope: the comparison is then about something else. */
export function scopeAfter(masked: string, from: number, text: string): Scope | 'none' | null {
  const rest = masked.slice(from, from + 220)
  const lead = leadIn.exec(rest)
  if (!lead) {
    const tail = new RegExp(`^${adverb}`).exec(rest)?.[0].length ?? 0
    return /^(?:$|[.;:!)—–"”]|,| [—–-] | \(|,? (?:and|but|while|whereas|though|although|yet|according|as (?:well|a whole)|with|by (?!¶)|among|without|so|because|since|despite)\b)/.test(
      rest.slice(tail),
    )
      ? 'none'
      : null
  }
  return scopeIn(masked, from + lead[0].length, text)
}

/** The scope that a preposition before `at` introduces. */
function scopeIn(masked: string, at: number, text: string): Scope | null {
  const intro = testIntro.exec(masked.slice(at, at + 80))?.[0].length ?? 0
  if (masked[at + intro] === '¤') {
    const tests: number[] = []
    let place = at + intro
    for (;;) {
      tests.push(place)
      while (masked[place] === '¤') place++
      const joint = testJoint.exec(masked.slice(place, place + 160))
      if (!joint) return { tests, field: null, end: place }
      place += joint[0].length
    }
  }
  const words = /^[^,.;:()—–§¤¶#"“]{1,90}/.exec(masked.slice(at, at + 90))?.[0] ?? ''
  if (general.test(words)) return { tests: [], field: null }
  const some = many.exec(words)
  if (some) return { tests: [], field: some[1]!.toLowerCase() }
  if (part.test(words)) return null
  const list =
    /^[^.;:()—–§¤¶#"“]{1,90}?(?=,? (?:but|while|whereas|according|though|yet|which|where|who)\b|, (?!(?:[a-z]+ ){0,3}(?:and|or) )(?:[a-z-]+ ){3}|, according|[.;:()—–§¤¶#"“]|$)/.exec(
      text.slice(at, at + 92),
    )
  return fieldOf(list?.[0] ?? words)
}

function fieldOf(words: string): Scope | null {
  const clause = words.split(
    / (?:and|but|while|as|to|than|even|where|with|after|by|including|according) (?=(?:it|is|are|was|has|match|beat|trail|lag|fall|surpass|outperform|lead|lose|the model|also|its|then)\w*\b)/,
  )[0] as string
  const field = clause
    .trim()
    .replace(/,$/, '')
    .replace(/^(?:(?:the|its|both|pure|general|overall|several|many|key|most|more|advanced|complex|difficult|hard) )+/i, '')
    .replace(tail, '')
    .trim()
  if (field === '' || field.split(' ').length > 10) return null
  return capability.test(field) && !noCapability.test(field) ? { tests: [], field } : null
}

const front = /^["“(•*\s-]*(?:On|In|Across|At|For|When it comes to) /
const frontAgain = /(?:,|;|\band|\bbut|—|–)\s*(?:on|in) (?=(?:the )?¤)/g

/** "It leads in drawing, ahead of R": what hangs on the lead holds in its field. */
const ledIn =
  /\b(?:leads?|led|leading|excels?|excelled|stands? out|ranks? \w+|comes? \w+|is (?:best|strongest|first|second|third)) (?:in|on|at|for) ([^,;:.()§¤¶#—–]{2,60}), ?(?:just |well |far |slightly |narrowly |clearly |still )?$/

/**
 * The scope named before a comparison: at the sentence's start ("On X, M trails R"), at the clause's ("…, and on Y behind R"), or right before a
 * comparison that hangs on it ("scores 52 on X, ahead of R"). "none" where there is none.
 */
export function scopeBefore(masked: string, phrase: { start: number; hanging: boolean }, text: string): Scope | 'none' | null {
  if (phrase.hanging) {
    const near =
      /(?:on|in|at|of) (?:the |its |both |¶+'s )?¤+(?:(?:,| and|, and) (?:the )?¤+)*(?: (?:test|benchmark|leaderboard))?(?: \([^()]{0,60}\))?,? ?[(—–]? ?(?:just |well |far |slightly |narrowly |only |and |also |even )*$/.exec(
        masked.slice(Math.max(0, phrase.start - 200), phrase.start),
      )
    if (near) {
      const from = Math.max(0, phrase.start - 200) + near.index
      return { tests: [...near[0].matchAll(/¤+/g)].map((match) => from + match.index), field: null }
    }
    const led = ledIn.exec(masked.slice(Math.max(0, phrase.start - 120), phrase.start))
    if (led) return fieldOf(led[1] as string)
  }
  let again = -1
  for (const match of everyMatch(masked.slice(0, phrase.start), frontAgain)) again = match.index + match[0].length
  if (again >= 0) return scopeIn(masked, again, text)
  const first = front.exec(masked)
  if (!first) return 'none'
  const scope = frontScope(masked, first[0].length, text)
  return scope
}

function frontScope(masked: string, at: number, text: string): Scope | 'none' | null {
  const intro = testIntro.exec(masked.slice(at, at + 80))?.[0].length ?? 0
  if (masked[at + intro] === '¤') return scopeIn(masked, at, text)
  const ahead = masked.slice(at, at + 120)
  const list = /^[^.;:()§¤¶#—–]{1,100}?,? and [^,.;:()§¤¶#—–]{1,60}(?=, (?:it|the (?:new )?model|§))/.exec(ahead)?.[0]
  const words = list ?? /^[^,.;:()§¤¶#—–]{1,90}?(?=,| (?:it|the (?:new )?model|§))/.exec(ahead.slice(0, 90))?.[0]
  if (words === undefined) return 'none'
  if (/\bmode\b/.test(words)) return 'none'
  if (general.test(words)) return { tests: [], field: null }
  const some = many.exec(words)
  if (some) return { tests: [], field: some[1]!.toLowerCase() }
  if (part.test(words)) return null
  if (noCapability.test(words))
    return /\b(?:weeks?|months?|years?|days?|release|race|case|words|term|this|that|market)\b/i.test(words) ? 'none' : null
  return capability.test(words) ? fieldOf(words) : 'none'
}
