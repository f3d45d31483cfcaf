import type { Unit } from '../claim.ts'
import { everyMatch } from '../lexicon/every-match.ts'

/** A number that may be a score: offsets into the text that was searched, hedge and unit included. */
export interface NumberTag {
  start: number
  end: number
  /** Where the digits alone start and end. */
  digits: { start: number; end: number }
  value: number
  unit: Unit | null
  approximate: boolean
  bound: 'at least' | 'at most' | null
  /** "27 of 30": the number of problems, or points that could be had. */
  outOf?: number
}

/** Numbers that are no scores, told by what stands around them, and those that may be. */
export interface Numbers {
  scores: NumberTag[]
  /** Ranges of numbers that were understood as something else: counts, money, gains, ranks, dates, human baselines. */
  masked: { start: number; end: number }[]
}

const number = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/g

const unitAfter =
  /^(?: ?%| ?percent(?!age| of| point)\b| per ?cent\b|[ -]?(?:points?|pts?)\b(?! (?:ahead|behind|higher|lower|above|below|better|worse|more|less|clear|over|short|lead|gap|gain|improvement|increase|jump|difference|drop|up|down))| ?Elo\b(?! points (?:ahead|behind|above|below))(?: rating| points| score)?)/i

/** What may follow a score. Anything else behind a number is a thing that it counts. */
const functionWord =
  /^(?:a|after|against|ahead|all|also|although|among|an|and|as|at|because|before|behind|being|below|beating|both|but|by|compared|comparable|despite|due|during|edging|even|exceed\w*|far|followed|for|from|given|has|have|he|if|in|including|into|is|it|its|just|leading|making|matching|narrowly|near\w*|nor|not|now|on|only|or|out|outpac\w*|outperform\w*|over|overall|per|placing|puts?|putting|rather|respectively|scor\w*|she|should|since|slightly|so|still|surpass\w*|than|that|the|their|then|there|these|they|this|though|through|to|topp\w*|trailing|under|unless|until|up|using|versus|via|vs|was|well|were|when|where|whereas|which|while|who|will|with|without|without|within|would|yet|beats?|edges?|exceeds?|leads?|tops|trails?|average|avg|mean|high|low|medium|max|xhigh|set|setting|ranking|rank\w*|achiev\w*|post\w*|reach\w*|demonstrat\w*|show\w*|establish\w*|clear\w*|easily|decisively|comfortably|roughly|approximately|almost|about|more|less|better|worse|significantly|considerably|substantially|reported\w*|according|both|thanks|first|second|third|again|once|too|however|meanwhile|respectively|remains?|represent\w*|compar\w*|closely|close|ahead|mark|last|earlier|previously|today|in-house|unassisted|standalone|single-agent|multi-agent|zero-shot|few-shot|pass@\d+|maj@\d+|cons@\d+|avg@\d+|best-of-\d+|win\/tie)$/i
const scoreNoun =
  /^(?:accuracy|score|scores|result|results|rating|mark|pass|success|solve|resolved?|resolution|completion|rate|exact|match|overall|average|pass-rate|F1|WER|word|BLEU|correct|correctness|recall|precision|win|wins|hit|task|verified|points|point|index|percentile|final|performance)$/i
/** Behind these a share is of something else than the test. */
const shareNoun =
  /^(?: of (?:all |the |its |their |our |those |these )?(?!the time\b)[a-z]|(?: points?)? (?:more|less|fewer|faster|slower|cheaper|higher|lower|better|worse|larger|smaller|improvement|increase|decrease|reduction|gain|boost|jump|drop|rise|decline|discount|off|stake|share|market|chance|preference|growth|cut|savings?|lead|gap|hike|larger|longer|shorter|win[- ]rate over|confidence)\b)/i

const moneyBefore = /(?:[$€£¥₹]|US\$|USD |EUR |RMB )\s?$/
/** "the 95% CI", "the 31% achieved by its predecessor". */
const notIts =
  /^ ?(?:%|percent) (?:CI|confidence)\b|^ ?(?:%|percent|points)?,? (?:that was )?(?:achieved|scored|posted|reached|set|recorded|managed|earned|held) by (?:its|the|their|an?) (?:immediate |direct )?(?:predecessors?|previous|older|earlier|prior|last|best (?:human|previous))\b/i
/** "falls short of 50": a mark that was not reached; "within 3 points of its 82.7": somebody else's. */
const shortOf =
  /\b(?:short|shy) of (?:a |an |the )?$|\b(?:within [^,;.]{1,30} of|close to|near|approach(?:es|ing)|match(?:es|ing|ed)?|below|above|behind|than) its $/i
/** "Levels 1 and 2", "Tiers 1, 2": parts of a test. */
const levels =
  /\b(?:levels?|tiers?|stages?|phases?|parts?|sections?|tables?|figures?|chapters?|grades?|rounds?) (?:\d(?:,? (?:and|or|to|through) |, ?|–|-))*$/i
/** "[vendor-sourced: 2, 3]", "[7, 14]": the numbers of notes. */
const citedBefore = /\[(?:[^\]\d[]{0,36}[:;] ?|\^)?(?:\d{1,3}, ?){0,6}$/
const citedAfter = /^(?:, ?\d{1,3}){0,6}\]/
const rankBefore =
  /(?:\btop[- ]|\bnumber |\bNo\. ?|#|\branks? |\branked |\bplaces? |\bplaced |\bversion |\bv|\bFigure |\bFig\. |\bTable |\bSection |\bChapter |\bAppendix |\bpage |\bstep |\bphase |\bpart |\bseed[ =]|\bn ?= ?|\bk ?= ?|\btemperature (?:of )?|\bpass@|@|\bTier |\bLevel |\bStage |\bGen |\bSeries |\bQ|\bRTX |\bA|\bH|\bChapter )$/i
const gainBefore =
  /(?:[+×]\s?|\bby (?:a |an |about |around |roughly |some |nearly |just |only |up to |more than |over |as much as |at least )*|(?:gain|gains|increase|improvement|improvements|jump|leap|boost|lead|gap|difference|drop|decline|margin|advantage|reduction|uplift|edge|swing|regressions?|loss(?:es)?|dips?|step (?:back|up|down|forward)|rise|fall|slip|bump|lift|cut|shift|change|delta|shortfall|deficit) of (?:[\d.]+ ?(?:%|points?)? (?:to|or) )?(?:about |around |roughly |nearly |over |up to )?|\b(?:up|down) |\bwithin (?:about |roughly |just )?|\b(?:improv|increas|rose|ris|climb|jump|grew|grow|fell|fall|drop|declin|gain)\w* (?:by )?(?:about |around |roughly |nearly |over |up to |only |just |another |some |a )*)$/i
const gainAfter =
  /^(?: ?%| ?percent(?:age)?)?[ -]?(?:(?:percentage |Elo )?(?:points?|pts?|pp|p\.p\.)|%|percent| ?Elo)? (?:ahead|behind|higher|lower|above|below|better|worse|more|less|fewer|clear of|over (?:the|its|GPT|Claude|Gemini)|short of|lead|gap|gain|improvement|increase|jump|difference|drop|advantage|margin|faster|slower|cheaper|boost|uplift|relative|reduction|decrease)\b/i
const gapBefore =
  /\b(?:gap|lead|difference|margin|distance|deficit|advantage|delta|spread)(?: [\w.'-]+){0,6}? (?:to|of|at|is|was|by|from)(?: (?:about|around|roughly|just|only|a|mere|nearly|over))* ?$/i
const gainRange =
  /^ ?%? ?(?:to|–|-) ?\d[\d.]* ?(?:points?|pts|percentage points|pp|%|percent) (?:ahead|behind|higher|lower|above|below|better|worse|more|less|faster|slower|cheaper)/i
const earlierValue =
  /^ (?:before|previously|earlier|last (?:year|time|generation|month)|(?:a|one|two|six) (?:year|month)s? (?:ago|before|earlier))\b/i
const ofTasks =
  /^ ?(?:%|percent) of (?:the |all |its |these )?(?:[a-z-]+ ){0,3}?(?:tasks|problems|issues|questions|cases|challenges|instances|puzzles|bugs)\b/i
/** "matches or beats professionals in 83% of comparisons": how GDPval counts (https://openai.com/index/gdpval/). */
const ofComparisons = /^ ?(?:%|percent) of (?:the |all )?(?:head-to-head |blind |pairwise )?(?:comparisons|tasks)\b/
const ahead = '(?:match|tie|equal|exceed|outperform|beat|win)'
export const winsOrTies = new RegExp(
  `\\b${ahead}(?:e?s|ed|ing)? or ${ahead}(?:e?s|ed|ing)? [^,;()\\d]{0,60}\\b(?:in|on) (?:about |roughly |nearly )?$`,
)
const measure =
  /^(?:-| )(?:times|fold|hours?|minutes?|mins?|seconds?|secs?|days?|weeks?|months?|years?|dollars?|cents|euros?|tokens?|words|parameters|steps|runs|trials|attempts|seeds|tasks|problems|questions|votes|users|people|per (?!cent\b)[a-z])/i
const rangeTo = /^ (?:to|or|and) \d[\d.,]*( [a-z-]+)/
const outOf =
  /^ (?:out )?of (?:the |its |a possible )?(\d{1,4})(?: (?:problems|questions|tasks|points|puzzles|challenges|cases|exercises))?\b(?![\d.%])/
const solvedBefore =
  /\b(?:re)?(?:solv|scor|answer|complet|crack|earn|post|manag|got|gets|pass)\w*(?: (?:correctly|only|just|about|an? \w+))? ?$/i
const pointsGain = /^(?: percentage points?| ?pp\b|[ -]percentage[- ]points?|-(?:point|pts?|percent|percentage|Elo)\b)/i
const month =
  /\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b/
const dateBefore = new RegExp(`${month.source}\\.? $|${month.source}\\.? \\d{1,2},? $`)
const dateAfter = new RegExp(`^(?:st|nd|rd|th)?,? (?:of )?${month.source}`)
const humanAround =
  /\bhumans?\b|\bpeople\b|\bphysicians?\b|\bexperts?\b|\bbaseline\b|\brandom (?:chance|guess)|\bPhDs?\b|\bcontestants?\b/i

/**
 * The numbers of a text. `taken(offset)`: whether a character belongs to a name already. Years, money, counts of things, ranks, gains,
 * ranges, dates and human baselines are masked; "(73.8%, +5.8%)" leaves 73.8. `rated`: the sentence names a test with ratings, so four
 * digits from 1900 to 2099 are no year. Linear in the text.
 */
export function findNumbers(text: string, taken: (offset: number) => boolean, rated: boolean): Numbers {
  const scores: NumberTag[] = []
  const masked: { start: number; end: number }[] = []
  for (const match of everyMatch(text, number)) {
    const start = match.index
    let end = start + match[0].length
    if (taken(start) || taken(end - 1)) continue
    const before = text.slice(Math.max(0, start - 40), start)
    const mask = () => masked.push({ start, end })
    const previous = text[start - 1] ?? ' '
    if (/[\w$€£¥₹#/^×-]/.test(previous) || /^\d[.,]$/.test(text.slice(Math.max(0, start - 2), start))) {
      mask()
      continue
    }
    let rest = text.slice(end, end + 60)
    // "a score of 93.5 means that": what a number would mean is nobody's.
    if (
      /^ ?%? (?:means|would mean|corresponds to) /.test(rest) &&
      /\b(?:scores?|ratings?|results?|value) of (?:about )?$/i.test(before)
    ) {
      mask()
      continue
    }
    // "84.95% (0-shot)": how many examples the test gave.
    if (/^[- ]shots?\b/.test(rest) && /^\d{1,3}$/.test(match[0])) {
      mask()
      continue
    }
    if (
      /^(?:\.\d|,\d{3}|[/×]|x\b|\/\d|:\d\d|\+(?!\w)| ?[KMBT]\b| ?[kmbt](?:n|illion)?\b| ?(?:thousand|hundred|million|billion|trillion)\b| ?(?:GB|MB|TB|KB|PB|[GMT]iB|MP|megapixels?|[kMG]?Hz|k?Wh?|[MG]W|nm|mm|cm|km|fps|FPS|[MG]bps|ms|s|k|K|px|GPUs?|FLOPs?|tok|tokens?|°|x)\b)/.test(
        rest,
      )
    ) {
      mask()
      continue
    }
    if (
      moneyBefore.test(before) ||
      shortOf.test(before) ||
      notIts.test(rest) ||
      (/^\d{1,3}$/.test(match[0]) && citedAfter.test(rest) && citedBefore.test(before)) ||
      (/^\d$/.test(match[0]) && !/^(?:\.\d| ?%| ?percent)/.test(rest) && levels.test(before)) ||
      rankBefore.test(before) ||
      gainBefore.test(before) ||
      dateBefore.test(before) ||
      dateAfter.test(rest)
    ) {
      mask()
      continue
    }
    // "resolved 48.2% of problems": the tasks of the test itself.
    const solved =
      (ofTasks.test(rest) && solvedBefore.test(before)) ||
      (ofComparisons.test(rest) && winsOrTies.test(text.slice(Math.max(0, start - 100), start)))
    if (
      gapBefore.test(before) ||
      gainRange.test(rest) ||
      gainAfter.test(rest) ||
      pointsGain.test(rest) ||
      (shareNoun.test(rest.replace(/^ ?(?:%|percent)/, '')) && /^ ?(?:%|percent)/.test(rest) && !solved)
    ) {
      mask()
      continue
    }
    if (measure.test(rest) || measure.test(rangeTo.exec(rest)?.[1] ?? '')) {
      mask()
      continue
    }
    // "TB 2.0: 68.4": what a colon parts from a number is a label.
    if (/^: ?[~≈]?\d/.test(rest)) {
      mask()
      continue
    }
    const unitText = unitAfter.exec(rest)?.[0] ?? ''
    const eloBefore = /\bElo(?: rating| score)?(?: of| at|:)? ?(?:about |around |roughly )?$/i.test(before)
    const unit: Unit | null =
      /elo/i.test(unitText) || eloBefore ? 'elo' : /%|cent/i.test(unitText) ? '%' : unitText ? 'points' : null
    end += unitText.length
    rest = rest.slice(unitText.length)
    const glued = unitText === '' ? /^[\w-]/.test(rest) && !/^(?:-?shot|[A-Z]\w|τ)/.test(rest) : /^\w/.test(rest)
    const fused = unitText === '' && /^[A-Zτ]\p{Ll}?/u.test(rest) && match[0].includes('.') && taken(end)
    if (glued && !fused) {
      mask()
      continue
    }
    if (
      !/[%]|cent|elo|point|pt/i.test(unitText) &&
      /^(?:19|20)\d\d$/.test(match[0]) &&
      !(rated && !/\b(?:in|since|until|from|by|of|early|late|mid) $/i.test(before))
    ) {
      mask()
      continue
    }
    const total = outOf.exec(rest)
    // "43 out of 89 tasks (48.3%)": the share says the same.
    if (
      total &&
      unit === null &&
      /^ \(~?\d{1,3}(?:\.\d+)? ?%\)/.test(text.slice(end + total[0].length, end + total[0].length + 12))
    ) {
      mask()
      continue
    }
    // "4 out of 5 bugs" is a share in plain words.
    if (
      total &&
      solvedBefore.test(before) &&
      Number(match[0]) <= Number(total[1]) &&
      !/^(?:[1-5]|10)$/.test(total[1] as string)
    ) {
      scores.push({
        start,
        end: end + total[0].length,
        digits: { start, end },
        value: Number(match[0]),
        unit: 'points',
        approximate: false,
        bound: null,
        outOf: Number(total[1]),
      })
      continue
    }
    const next = /^ (\w[\w@/'-]*)/.exec(rest)?.[1]
    const counts = unit === '%' || (!/\./.test(match[0]) && unit === null)
    if (
      counts &&
      !solved &&
      next !== undefined &&
      !taken(end + 1) &&
      !functionWord.test(next) &&
      !scoreNoun.test(next) &&
      !(unit !== null && /^[A-Z]/.test(next)) &&
      !/^[A-Z]/.test(next)
    ) {
      mask()
      continue
    }
    if (/^ ?(?:–|—|-|to) ?\d/.test(rest) && !/\bfrom $/.test(before) && /^ ?[–-] ?\d/.test(rest)) {
      masked.push({ start, end })
      continue
    }
    if (/\d ?[%]? ?(?:–|-) ?$/.test(before) || /± ?$/.test(before)) {
      mask()
      continue
    }
    if (/^ (?:out )?of (?:the )?\d/.test(rest) || (/\bof (?:the )?$/.test(before) && /\d (?:out )?of (?:the )?$/.test(before))) {
      mask()
      continue
    }
    if (/\($/.test(before) && earlierValue.test(rest)) {
      mask()
      continue
    }
    if (isHuman(text, start, end)) {
      mask()
      continue
    }
    const hedge = /(?:[~≈]|\b(?:about|around|approximately|approx\.|roughly|nearly|almost|circa) )\s?$/i.exec(before)?.[0] ?? ''
    const low = /(?:>=?|≥|\b(?:over|above|more than|at least|exceeding|exceeds|north of|upwards of) )\s?$/i.test(before)
    const open = /^\+(?![\d-])/.test(rest)
    const high = /(?:<=?|≤|\b(?:under|below|less than|fewer than|at most|up to|no more than) )\s?$/i.test(before)
    scores.push({
      start: start - hedge.length,
      end,
      digits: { start, end: start + match[0].length },
      value: Number(match[0].replace(/,/g, '')),
      unit,
      approximate: hedge !== '',
      bound: low || open ? 'at least' : high ? 'at most' : null,
    })
  }
  return { scores, masked }
}

/** A human baseline: "the 72.4% human baseline", "humans score 85%". Never a model's. */
function isHuman(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 40)
  if (
    /^,? ?\(?(?:the )?(?:average )?(?:human|expert|random)(?: \w+)? ?(?:baseline|performance|level|score|average|chance|accuracy)?/i.test(
      after,
    )
  )
    return true
  if (/^ (?:for|by|from|among) (?:\w+ ){0,2}(?:humans?|experts?|people|physicians|PhDs?)\b/i.test(after)) return true
  const left = text.slice(Math.max(0, start - 60), start)
  const clause = left.slice(
    Math.max(left.lastIndexOf(','), left.lastIndexOf(';'), left.lastIndexOf('('), left.lastIndexOf('. ')) + 1,
  )
  return (
    humanAround.test(clause) &&
    !/\d/.test(clause) &&
    /(?:\b(?:baseline|performance|average|level|score|accuracy|scores?|reach\w*|achiev\w*|get|manage|at|of|is|was)\b|[:=]) ?(?:\w+ )?$/i.test(
      clause,
    ) &&
    /\b(?:human|people|physician|expert|PhD|contestant|random)/i.test(clause) &&
    !/expert-level|PhD-level|human-level|graduate-level/i.test(clause)
  )
}
