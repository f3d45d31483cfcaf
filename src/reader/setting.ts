import type { Setting } from '../claim.ts'

/** How a number was reached, as the text words it: `variant` for the score's variant, `setting` for what decides whether numbers compare. */
export interface Mode {
  variant: string | null
  setting: Setting
}

const effort = '(?:x-?high|extra[- ]high|high|medium|med|low|max(?:imum)?|minimal|none)'
const after: [RegExp, (match: RegExpExecArray, mode: Mode) => void][] = [
  [
    /^[,\s(]*(?:(?:mathematics|maths?|coding|reasoning|science|evaluation|benchmark|test|exam) ){0,2}(?:(?:both|each|when|even) )?(?:run )?(?:with(?:out)?|no|using) (?:the use of )?(?:external |additional |any )?tools?(?: (?:use|assistance|access|support|calls))?\b(?!-)/i,
    (match, mode) => set(mode, /without|no\b/i.test(match[0]) ? 'without tools' : 'with tools', 'tools'),
  ],
  [
    /^[,\s(]*(?:with (tool-integrated reasoning|Python(?: tools?)?|(?:web )?search|code execution|browsing)|(without (?:web search|search|code execution|browsing)))\b/i,
    (match, mode) => set(mode, (match[1] ?? match[2]) as string, 'tools'),
  ],
  [
    new RegExp(
      `^[,\\s(]*(?:accuracy )?(?:at|with|on|in|under|using) (?:the |its |a |an )?"?(${effort})"?(?: (?:reasoning|thinking|compute|effort|mode|setting|level)){1,3}\\b`,
      'i',
    ),
    (match, mode) =>
      set(mode, match[0].replace(/^[,\s(]*(?:accuracy )?(?:at|with|on|in|under|using) (?:the |its |a |an )?/i, ''), 'effort'),
  ],
  [
    new RegExp(
      `^ ?\\(?(?:for |at |in |on )?"?(${effort})"?\\)?(?=[,;.) ]|$)(?! (?:accuracy|score|marks?|level|end|quality|bar))`,
      'i',
    ),
    (match, mode) => set(mode, match[1] as string, 'effort'),
  ],
  [
    /^[,\s(]*(?:when )?(?:run |running )?(?:in|with|using|via|under) (?:its |the |an? )?"?((?:extended |adaptive |deep |heavy |parallel |deeper )?(?:multi-agent|single-agent|agent swarm|swarm|parallel|thinking|reasoning|contemplating|deep think|research|agent|heavy|fast|instant|non-thinking|non-reasoning)(?: mode|(?! mode| and| or|,? (?:tasks?|tests?|benchmarks?))))\b/i,
    (match, mode) => set(mode, match[1] as string, 'effort'),
  ],
  [
    /^[,\s(]*with (?:its |the )?((?:extended |deep )?(?:thinking|reasoning|search|browsing)(?: mode)? (?:on|off|enabled|disabled))\b/i,
    (match, mode) => set(mode, match[1] as string, 'effort'),
  ],
  [/^ ?,?(win\/tie|wins or ties)\b/i, (match, mode) => set(mode, match[1] as string, 'attempts')],
  [
    /^[,\s(]*(?:with|using) (?:its |a |the |additional )?((?:high[- ]compute|(?:scaled|more|extra) compute|parallel|test-time compute|majority voting|consensus)(?: (?:parallel|test-time|compute|runs|sampling|mode|setting|reasoning)){0,3})\b/i,
    (match, mode) => set(mode, match[1] as string, 'attempts'),
  ],
  [
    /^ ?\(?((?:with(?:out)?|using) (?:a |an )?(?:context|memory) (?:management|manager|compaction))\b/i,
    (match, mode) => set(mode, match[1] as string, 'harness'),
  ],
  [/^[,\s(]*(single-agent|multi-agent)\b/i, (match, mode) => set(mode, match[1] as string, 'agents')],
]
const shots = /(\d{1,2}|zero|few|five|one)[- ]shot\b/i
const attempts = /\b((?:pass|maj|cons|avg|best)@\d{1,4}|best[- ]of[- ]\d{1,4}|pass\^\d)\b/i
const harness = /\b(?:using|with|in|on|under|via) (?:the |its |an? )?((?:[A-Z][\w.-]+ ){1,3}(?:harness|scaffold|agent))\b/
/** "90.3 (subset honesty)". */
const namedPart = /^ ?\((?:the )?(?:subset|split|track|category)s?:? "?([\w][\w -]{1,30})"?\)/i
const modeBefore =
  /(?:^|[\s,(])(?:[Ii]n|[Ww]ith|[Uu]sing|[Uu]nder|[Aa]t) (?:its |the |an? )?"?((?:[A-Z][a-z]+|extended thinking|thinking|reasoning|high(?:est)?|x-?high|extra-high|low|medium|max|maximum|multi-agent|single-agent|parallel|deep think|heavy)(?: (?:thinking|reasoning))?)"? (mode|effort|reasoning effort|setting|configuration)\b/
const modeOwn =
  /^(?:'s|'s new)? "?([A-Z][\w-]+(?: [A-Z][\w-]+)?|thinking|reasoning|contemplating|extended thinking|heavy)"? mode\b/

/** "… introduces a Deep Think mode that goes further, achieving": the clause names the mode that its numbers are of. */
const modeOffered =
  /\b(?:introduces?|adds?|offers?|includes?|features?|brings?|has|with|gains?) (?:an? |its |the )?(?:[a-z-]+ ){0,3}"?([A-Z][\w-]+(?: [A-Z][\w-]+)?|(?:extended )?thinking|reasoning)"? mode,? (?:that|which) /

function set(mode: Mode, words: string, key: keyof Setting): void {
  const text = words.trim()
  mode.variant = mode.variant === null ? text : `${mode.variant}, ${text}`
  mode.setting[key] ??= text
}

/**
 * The mode and setting of one number. `behind`: the text right behind it, up to the next number; `clause`: the clause before it, from its
 * subject on; `lead`: the sentence before the subject ("In Contemplating mode, it …").
 */
export function modeOf(behind: string, clause: string, lead: string): Mode {
  const mode: Mode = { variant: null, setting: {} }
  let rest = behind
  for (let round = 0; round < 2; round++) {
    for (const [pattern, apply] of after) {
      const match = pattern.exec(rest)
      if (!match) continue
      apply(match, mode)
      rest = rest.slice(match[0].length)
      break
    }
    if (mode.variant === null) break
  }
  const own = modeOwn.exec(clause)
  if (own) set(mode, `${own[1]} mode`, 'effort')
  else {
    const before = modeBefore.exec(lead) ?? modeBefore.exec(clause)
    const offered = modeOffered.exec(clause)
    if (offered) set(mode, `${offered[1]} mode`, 'effort')
    else if (before && !mode.setting.effort) set(mode, `${before[1]} ${before[2]}`, 'effort')
  }
  if (!mode.setting.tools) {
    const tools = /\b(with(?:out)?|no) (?:external )?tools?\b(?!-)/i.exec(
      `${lead.slice(-60)} ${clause.split(/[,;]| and /).at(-1) ?? ''}`,
    )
    if (tools) set(mode, /with$/i.test(tools[1] as string) ? 'with tools' : 'without tools', 'tools')
  }
  const shot = shots.exec(behind.slice(0, 30)) ?? shots.exec(clause)
  if (shot) mode.setting.shots = shot[0]
  const attempt = attempts.exec(behind.slice(0, 30)) ?? attempts.exec(clause.slice(-60))
  if (attempt) mode.setting.attempts = attempt[1] as string
  const part = namedPart.exec(behind)
  if (part) mode.setting.subset = part[1] as string
  const rig = harness.exec(behind.slice(0, 80)) ?? harness.exec(clause)
  if (rig) mode.setting.harness = rig[1] as string
  return mode
}

const bracketMode = new RegExp(`^ ?\\((${effort}(?: (?:effort|reasoning|thinking))?|thinking|reasoning|preview)[,;:] $`, 'i')

/** "M (xhigh, 57)": a mode that stands between a name and its number. */
export function inBracket(gap: string, mode: Mode): void {
  const match = bracketMode.exec(gap)
  if (match) set(mode, match[1] as string, 'effort')
}
