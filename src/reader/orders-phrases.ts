import type { Order } from '../claim.ts'
import { everyMatch } from '../lexicon/every-match.ts'

/** A comparison in a sentence: what it says, and from where to where (offsets into the masked text). */
export interface Phrase {
  relation: Order['relation']
  start: number
  end: number
  /** A participle or apposition ("…, ahead of R") that hangs on the clause before it. */
  hanging: boolean
}

const degree =
  '(?:(?:well|far|just|only|slightly|narrowly|clearly|still|also|even|now|generally|mostly|largely|roughly|about|thus|comfortably|marginally|a (?:little|bit|touch|hair|step|notch)|a (?:full )?step|only just|somewhat|significantly|substantially|handily|easily|consistently|directly|very|quite|broadly|already|statistically|essentially|effectively|noticeably|much) ){0,2}'
const state =
  '(?:is|are|was|were|be|been|being|performs?|performed|performing|performance|remains?|remained|stays?|stayed|stands?|stood|sits?|sat|ranks?|ranked|places?|placed|placing|lands?|landed|landing|comes?|came|comes? in|came in|finish(?:es|ed)|ends? up|ended up|runs?|ran|falls?|fell|puts? (?:it|§+)|putting (?:it|§+)|plac(?:es|ing) (?:it|§+)|shows? (?:it|§+)|ranks? it|had it|has it|leaves? it|leaving it|left it|in (?:the )?(?:first|top) (?:place|spot)|takes? first place|took first place|first|second|third|fourth|fifth|but|yet|and|though)'
const ordinal = '(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|No\\. \\d+|#\\d+|runner-up)'

const phrases: [Order['relation'], string][] = [
  [
    'ahead',
    [
      'beats?|beaten|outperform(?:s|ed)?|surpass(?:es|ed)?|outscore[sd]?|outrank(?:s|ed)?|outclass(?:es|ed)?|outpac(?:es|ed)|tops|topped|exceed(?:s|ed)?|eclips(?:es|ed)|dominates?|dominated|overtakes?|overtook|overtaken|bests|bested|crush(?:es|ed)|leapfrog(?:s|ged)|edges? (?:out|past|ahead of)|edged (?:out|past|ahead of)|edges|leads|led|pass(?:es|ed)',
      '(?:pull(?:s|ed)|mov(?:es|ed)|jump(?:s|ed)|edg(?:es|ed)) (?:well |far )?(?:ahead of|past)',
      `(?:${state},? )${degree}(?:ahead of|clear of|above|better than|superior to|stronger than|more (?:capable|accurate|powerful) than)`,
      '(?:scor(?:es|ed)|rank(?:s|ed)|plac(?:es|ed)) (?:higher|better) than',
      '(?:does|did|do|performs?|performed|fares?|fared|works?) (?:slightly |much |far |significantly )?better than',
      '(?:holds?|held|has|had|takes?|took|keeps?|kept|retains?) (?:an?|the|its|clear|narrow|slight|small|big|large|comfortable|solid|slim| ){1,6}(?:lead|edge|advantage) over',
      '(?:wins?|won) (?:out )?(?:against|over)',
    ].join('|'),
  ],
  [
    'behind',
    [
      'trails?(?: behind)?|trailed(?: behind)?|lags?(?: behind)?|lagged(?: behind)?',
      '(?:falls?|fell|slips?|slipped) (?:just |well |far |slightly |narrowly )?(?:behind|short of)',
      '(?:loses?|lost) (?:out )?to',
      `(?:${state},? )${degree}(?:behind|below|worse than|inferior to|weaker than|less (?:capable|accurate|powerful) than|beaten by|bested by|edged out by|surpassed by|outperformed by|overtaken by|outscored by|eclipsed by)`,
      `${ordinal}(?: place| overall| best)?,? (?:only |just |right )?(?:after|behind|to)`,
      '(?:scor(?:es|ed)|rank(?:s|ed)|plac(?:es|ed)) (?:lower|worse) than',
      '(?:does|did|do|performs?|performed|fares?|fared) (?:slightly |much |far |significantly )?worse than',
    ].join('|'),
  ],
  [
    'level',
    [
      'match(?:es|ed) or (?:even )?(?:surpass(?:es|ed)|exceeds?|exceeded|beats?|outperform(?:s|ed))|match(?:es|ed)(?: the)?(?: (?:performance|results|scores?|quality|level|accuracy) (?:of|with))?|equals|equal(?:led|ed)|ties(?: with)?|tied with',
      '(?:keeps?|kept) (?:up|pace) with',
      `(?:${state},? )${degree}(?:on (?:a )?par with|level with|in a (?:dead heat|tie) with|comparable (?:to|with)|equal to|equivalent to|close to|competitive with|neck and neck with|at parity with|tied with|near|as good as|as capable as|as strong as|in line with|at a level (?:close|similar|comparable|equal) to)(?:, (?:or|and) (?:even |sometimes )?(?:higher|better|greater|stronger) than,| or (?:even |sometimes )?(?:higher|better|greater|stronger) than)?`,
    ].join('|'),
  ],
]
const hanging: [Order['relation'], string][] = [
  [
    'ahead',
    'ahead of|beating|outperforming|surpassing|topping|edging (?:out|past)|eclipsing|outscoring|leading|overtaking|better than|exceeding',
  ],
  ['behind', 'behind|trailing(?: behind)?|lagging(?: behind)?|second (?:only )?to|below|worse than'],
  ['level', 'matching|equal(?:l)?ing|tying(?: with)?|on (?:a )?par with|level with|tied with|in a (?:dead heat|tie) with'],
]
/** "a model outperforming R" hangs with no comma before it. */
const participle = 'outperforming|beating|surpassing|matching|trailing'
const infinitive: [Order['relation'], string][] = [
  ['ahead', 'beat|outperform|surpass|top|outscore|overtake|exceed|best|edge out'],
  ['level', 'match|equal'],
]
/** "allows it to beat R", "the first open model to beat R": what was done, not what is wished. */
const done =
  "(?:(?:allow|enabl|let|help|caus|manag)(?:s|ed|es|ing)?|made it possible for|able|(?:first|only|second)(?: [\\w-]+){0,5}?)(?: (?:[\\w'-]+|§+|¶+'s [\\w-]+)){0,3} (?:to )?"

/** The words of a comparison come first in each pattern, as they are rare: what must stand before them is looked at only where they are. */
const all: { relation: Order['relation']; hanging: boolean; pattern: RegExp }[] = [
  ...phrases.map(([relation, words]) => ({
    relation,
    hanging: false,
    pattern: new RegExp(`(?<![\\w'-]|\\bto )(?:${words})(?= )`, 'g'),
  })),
  ...hanging.map(([relation, words]) => ({
    relation,
    hanging: true,
    pattern: new RegExp(
      `(?=(?:${words}|${participle}) )(?:(?<=[,(—–§¤] ?(?:and |but |while |even |also |particularly |notably |just |only |narrowly |well |far |slightly |clearly |still |handily |easily |model )?)(?:${words})(?= )|(?<=\\bmodel )(?:${participle})(?= ))`,
      'g',
    ),
  })),
  ...infinitive.map(([relation, words]) => ({
    relation,
    hanging: false,
    pattern: new RegExp(`(?=(?:${words}) )(?<=\\b${done})(?:${words})(?= )`, 'g'),
  })),
]

/**
 * Every comparison in a sentence. `masked`: the sentence with each model written as "§", each test as "¤", each maker as "¶" and each number as
 * "#", length kept. Sorted by place; of two that overlap the longer one counts.
 */
export function findPhrases(masked: string): Phrase[] {
  const found = all.flatMap(({ relation, hanging, pattern }) =>
    everyMatch(masked, pattern).map((match) => ({ relation, hanging, start: match.index, end: match.index + match[0].length })),
  )
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Phrase[] = []
  for (const phrase of found) {
    const last = kept.at(-1)
    if (last === undefined || phrase.start >= last.end) kept.push(phrase)
    else if (phrase.end > last.end) kept[kept.length - 1] = phrase
  }
  return kept
}
