import type { Aspect } from '../claim.ts'

const cuesOf: readonly { aspect: Aspect; cues: readonly RegExp[] }[] = [
  {
    aspect: 'next',
    cues: [
      /\b(?:plans?|planning|intends?|hopes?|expects?|aims?) (?:to|on)\b/i,
      /\b(?:coming|next) (?:few )?(?:weeks?|months?|years?|days?|versions?|generation)\b/i,
      /\b(?:will|would) (?:soon|eventually|later|follow|arrive|come|be released|release|launch|expand|bring|add)\b/i,
      /\b(?:upcoming|forthcoming|roadmap|future (?:versions?|models?|releases?)|later this (?:week|month|year)|in the works|already in development)\b/i,
      /\bremains? to be seen\b|\bthe (?:real|next) (?:test|question)\b/i,
    ],
  },
  {
    aspect: 'safety',
    cues: [
      /\bsafety\b|\bsafe(?:ly)?\b/i,
      /\b(?:risks?|harms?|harmful|dangerous|misuse|abuse|threats?)\b/i,
      /\b(?:red[- ]team\w*|guardrails?|safeguards?|refus\w+|jailbreak\w*|classifiers?|moderation)\b/i,
      /\b(?:alignment|misalign\w*|evaluation awareness|deceptive|sabotage)\b/i,
      /\b(?:biological|chemical|bioweapons?|cyber(?:security|attacks?)?|CBRN|ASL-\d)\b/i,
      /\b(?:privacy|personal data|health data|copyright\w*|deepfakes?|hallucinat\w+|bias(?:es|ed)?|misinformation)\b/i,
    ],
  },
  {
    aspect: 'availability',
    cues: [
      /\b(?:available|availability|accessible|generally available)\b/i,
      /\broll(?:s|ed|ing)?[ -]?out\b|\brollouts?\b/i,
      /\bAPIs?\b|\b(?:private|public|research) preview\b|\bwaitlist\b/,
      /\b(?:subscribers?|free users|paid|plans|tiers?|regions?|countries)\b/i,
      /\b(?:pric(?:e|es|ed|ing)|costs?|per million|cheaper)\b/i,
      /\b(?:licen[cs]e|open[- ]sourced?|open[- ]weights?|proprietary|closed[- ]source|downloadable?|Hugging ?Face)\b/i,
    ],
  },
  {
    aspect: 'performance',
    cues: [
      /\b(?:benchmarks?|leaderboard|evaluations?|tests?)\b/i,
      /\b(?:scor(?:es?|ed|ing)|achiev(?:es|ed|ing)|reach(?:es|ed))\b/i,
      /\d(?:\.\d+)? ?(?:%|percent\b|points?\b)/,
      /\b(?:outperform\w*|surpass\w*|beats?|ahead of|behind|trail\w*|leads?|rivals?|match(?:es|ed)?|state[- ]of[- ]the[- ]art)\b/i,
      /\b(?:faster|slower|latency|throughput|tokens per second|efficien\w+)\b/i,
      /\b(?:coding|reasoning|math\w*|agentic|vision)\b/i,
    ],
  },
  {
    aspect: 'business',
    cues: [
      /[$€£]\d[\d.,]* ?(?:million|billion|trillion|[MB]\b)/,
      /\b(?:revenue|invest\w*|funding|valuation|shares?|stock|stake|profit\w*|moneti[sz]\w+)\b/i,
      /\b(?:market|competit\w+|race|strateg\w+|partnership|acqui\w+|deal)\b/i,
      /\b(?:hired?|hiring|talent|recruit\w*|CEO|chief|division|reorgani[sz]\w+)\b/i,
      /\b(?:enterprise|customers?|advertis\w+|installs?|downloads|App Store)\b/i,
    ],
  },
  {
    aspect: 'what',
    cues: [
      /\b(?:is|are|was) (?:an?|the|its|described as)\b[^.;]{0,80}\b(?:models?|LLMs?|systems?|assistant|generator|family)\b/i,
      /\b(?:launch\w*|releas\w+|unveil\w*|introduc\w+|announc\w+|debut\w*)\b/i,
      /\b(?:multimodal|mixture[- ]of[- ]experts|parameters?|context window|architecture)\b/i,
      /\b(?:supports?|accepts?|designed (?:to|for)|built (?:on|to|for|from)|trained on|features?|includes?|modes?)\b/i,
      /\bfirst (?:\w+ ){0,3}(?:model|release)\b/i,
    ],
  },
]

/**
 * Words by which a sentence tells about an aspect. Each hit counts once; the aspect with most hits wins, ties in this order. `any`: one
 * pattern without which no cue of the aspect is there, in any case of letters.
 */
export const aspectCues: readonly { aspect: Aspect; cues: readonly RegExp[]; any: RegExp }[] = cuesOf.map((one) => ({
  ...one,
  any: new RegExp(one.cues.map((cue) => cue.source).join('|'), 'i'),
}))

/** Sentences that lead the reader elsewhere or speak of the page itself. */
export const pageTalk =
  /\b(?:click|subscribe|newsletter|sign (?:up|in)|read more|learn more|for more (?:information|details)|(?:more|further|full) (?:details|information) (?:can|may|will|is|are)\b|check out|follow us|photo|image (?:credit|courtesy)|see (?:also|below|above)|in the table (?:above|below)|this (?:article|post|page)|advertisement|affiliate|cookies)\b|^\W*see (?:the |also |more |full |launch |our |their |its |[@[])/i

/** Openings that hang on the sentence before: pronouns and connectives. */
export const hangingOpening =
  /^["']?(?:It|Its|They|Their|He|She|His|Her|This|That|These|Those|Such|Both|But|And|Or|So|However|Also|Meanwhile|Moreover|Furthermore|Additionally|Still|Yet|Then|There|Instead|Nonetheless|Nevertheless|Plus|Similarly|Likewise|Thus|Therefore|Hence|Otherwise|Even so|In (?:addition|contrast|that sense|fact|other words|turn|short)|As a result|On the other hand|For (?:instance|example)|The (?:latter|former|same|move|shift|idea|point|other))\b/

/** What ties a sentence to the launch where it names no model: the product, its parts, its maker's act. */
export const ofTheLaunch =
  /\b(?:the (?:new |latest |larger |smaller |updated |same |base |full |open )*(?:models?|release|launch|system|weights|API|app|tool|feature|company|lab|startup|update|version|family|series|team)|(?:all|both|two|three|four|these|its) (?:[\w-]+ )?(?:models|variants|versions|sizes|modes)|weights|checkpoints?|pricing|prices?|access|availability|benchmarks?|licen[cs]e|it|its|they|their|users|subscribers|developers|customers)\b/i
