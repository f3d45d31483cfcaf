const level =
  '(?:extra[- ]high|x-?high|high(?:est)?|max(?:imum)?|medium|low)[- ](?:reasoning|thinking|effort)(?:[- ](?:effort|mode|level))?'
const mode = `(${level}|(?:extended |deep )?(?:thinking|reasoning|contemplating)(?: mode)?(?= (?:mode )?(?:enabled|on|turned on)|[.,;)]|$)|[A-Z][a-z]+ [Mm]ode|(?:non-)?(?:thinking|reasoning) mode)`
const results =
  '(?:evaluations?|evals|results?|numbers|scores?|tests?|benchmarks?|figures|runs?)(?: (?:below|above|here|reported|shown|listed|in (?:this|the) (?:table|section|post)))?'
const ofResults = new RegExp(
  `\\b(?:[Aa]ll|[Tt]hese|[Aa]ll (?:of )?(?:the|these|our|its)|[Ee]very) (?:[\\w.-]+ ){0,3}?${results} (?:were|was|are|is|use[sd]?|come from|reflect|ran|run)(?: (?:all|run|obtained|measured|reported|achieved|conducted|evaluated|taken|performed|generated|for|done))*(?: (?:with|in|using|under|at|by))?(?: [\\w-]+ and)? (?:the |its |an? )?${mode}`,
)

const ofModel = new RegExp(
  `\\b(?:was|were|is|are) (?:all )?(?:run|tested|evaluated|benchmarked|measured|reported) (?:with|in|using|under)(?: [\\w-]+ and)? (?:the |its )?${mode}`,
)
const inHeading = new RegExp(
  `[(\u2013\u2014-] ?(?:in |with )?${mode.replace('(?= (?:mode )?(?:enabled|on|turned on)|[.,;)]|$)', '')}\\)?$`,
)

/**
 * The mode that a text names once for all of its results ("All evaluations were run with extra-high reasoning effort"), or null. It holds for the numbers
 * of the model that the text is about, not for its rivals'.
 */
export function modeOfResults(text: string): string | null {
  if (!/\b(?:[Aa]ll|[Tt]hese|[Ee]very) /.test(text)) return null
  return ofResults.exec(text)?.[1] ?? null
}

/** The mode in which a table shows the text's own model: what its heading or caption ends in, or what the lines around it say of the results or of the model. */
export function modeOfTable(
  heads: readonly (string | null | undefined)[],
  lines: readonly (string | null | undefined)[],
): string | null {
  for (const head of heads) {
    const found = head ? (inHeading.exec(head)?.[1] ?? null) : null
    if (found !== null) return found
  }
  for (const line of lines) {
    const found = line ? (modeOfResults(line) ?? ofModel.exec(line)?.[1] ?? null) : null
    if (found !== null) return found
  }
  return null
}
