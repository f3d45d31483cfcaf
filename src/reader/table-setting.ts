import type { Setting } from '../claim.ts'

/** What a label says of how a number was reached: parts that compare (`setting`) and the words that a reader would call the variant. */
export interface LabelSetting {
  setting: Setting
  variant: string[]
  /** What of the label no rule knew, white space and brackets cut off. */
  rest: string
}

interface Rule {
  pattern: RegExp
  key: keyof Setting | null
  /** Whether the words belong to the variant shown with the model. */
  variant: boolean
}

const rules: Rule[] = [
  {
    pattern:
      /\b(?:with(?:out)?|w\/o?|no|using|\+) ?(?:the )?(?:python|code|search|browsing|web|tools?|tool use|files?|internet|calculator|code execution|bash|terminal)(?: (?:tools?|search|use|access|execution|interpreter))?(?: ?(?:\+|and|&|,) ?(?:python|code|search|browsing|web|tools?)(?: (?:tools?|search|execution))?)?\b/gi,
    key: 'tools',
    variant: true,
  },
  { pattern: /(?:^|(?<=; ))tools(?=;|$)/g, key: 'tools', variant: true },
  { pattern: /\b(?:tools? (?:on|off|enabled|disabled)|tool-free|text-only|text only)\b/gi, key: 'tools', variant: true },
  {
    pattern:
      /\b(?:extra[ -]high|x-?high|high|medium|low|minimal|max(?:imum)?)(?: (?:reasoning|thinking))?(?: (?:effort|compute|mode|budget))\b|\b(?:x-?high|extra[ -]high)\b/gi,
    key: 'effort',
    variant: true,
  },
  {
    pattern:
      /\b(?:non-?thinking|non-?reasoning|no[ -]thinking|(?:without|w\/o) (?:extended )?thinking|with (?:extended )?thinking|extended thinking|thinking|reasoning (?:on|off)|contemplating|deep think|CoT|chain[ -]of[ -]thought)(?: mode)?\b/gi,
    key: 'effort',
    variant: true,
  },
  { pattern: /\b(?:preview|beta|experimental)\b/gi, key: 'preview', variant: true },
  { pattern: /\b(?:zero|one|two|three|four|five|few|multi|\d{1,3})[- ]shots?\b/gi, key: 'shots', variant: false },
  // One of many answers chosen by a vote is another thing than a single try.
  { pattern: /\b(?:maj|cons)(?:@|\^| @ |@ )\d{1,4}\b/gi, key: 'attempts', variant: true },
  {
    pattern:
      /\b(?:pass|avg|mean|best|majority|acc)(?:@|\^| @ |@ )\d{1,4}\b|\bpass\^?k\b|\bbest[ -]of[ -]\d+\b|\bsingle[ -]attempt\b|\bparallel (?:test[- ]time )?compute\b|\bhigh compute\b/gi,
    key: 'attempts',
    variant: false,
  },
  { pattern: /\b(?:single|multi|\d+)-?[ -]?agents?(?: swarm)?\b|\bagent swarm\b/gi, key: 'agents', variant: true },
  {
    pattern:
      /\b(?:mini-?swe-?agent|swe-?agent|agentless|terminus(?:[ -]\d)?|openhands|claude code|codex cli|internal harness|custom scaffold|bash[ -]only|scaffold(?:ed)?)\b/gi,
    key: 'harness',
    variant: false,
  },
  { pattern: /\b\d{2,4}k\b(?: (?:tokens|context|thinking budget|budget))?/gi, key: 'size', variant: false },
  { pattern: /\b(?:with|without|w\/o?) [a-z][\w +&-]{1,30}/gi, key: 'harness', variant: true },
]

/** Words of a metric: they say how a test counts and change nothing. */
const metrics =
  /\b(?:exact match|macro_avg|macro avg|micro avg|accuracy|acc_char|acc|em|f1|rating|ratings|resolved|resolve rate|correct|score|scores|strict|prompt strict|inst(?:ruction)? strict|loose|average|avg|mean|overall|pass rate|success rate|pass|win rate|rate|percent|points?|pts|elo|metric|higher is better|lower is better|agentic(?: coding| search| tool use)?|results?|test|benchmark|sympy_intersection_score|verified by .{1,20}|reported|self-reported|official|vendor-reported|ours|our (?:run|eval)|english|math|maths|science|coding|code|reasoning|knowledge)\b|[↑↓%*†‡§#]/gi

/** Takes a label apart: what a name's brackets, a metric column or a heading add to a number. */
export function settingOf(label: string): LabelSetting {
  const setting: Setting = {}
  const variant: string[] = []
  let rest = label.slice(0, 300)
  for (const rule of rules) {
    rest = rest.replace(rule.pattern, (word) => {
      const plain = word.trim()
      if (rule.key !== null) setting[rule.key] = setting[rule.key] === undefined ? plain : `${setting[rule.key]}, ${plain}`
      if (rule.variant && !/^(?:max|high|medium|low)$/i.test(plain)) variant.push(plain.replace(/^w\/o /i, 'without '))
      return ' '
    })
  }
  rest = rest
    .replace(metrics, ' ')
    .replace(/[\s()[\]{},;:/|·&+_-]+/g, ' ')
    .trim()
  return { setting, variant, rest }
}
