const level =
  '(?:extra[- ]high|x-?high|high(?:est)?|max(?:imum)?|medium|low)[- ](?:reasoning|thinking|effort)(?:[- ](?:effort|mode|level))?'
const mode = `(${level}|(?:extended |deep )?(?:thinking|reasoning|contemplating)(?: mode)?(?= (?:mode )?(?:enabled|on|turned on)|[.,;)]|$)|[A-Z][a-z]+ [Mm]ode|(?:non-)?(?:thinking|reasoning) mode)`
const results =
  '(?:evaluations?|evals|results?|numbers|scores?|tests?|benchmarks?|figures|runs?)(?: (?:below|above|here|reported|shown|listed|in (?:this|the) (?:table|section|post)))?'
const ofResults = new RegExp(
  `\\b(?:[Aa]ll|[Tt]hese|[Aa]ll (?:of )?(?:the|these|our|its)|[Ee]very) (?:[\\w.-]+ ){0,3}?${results} (?:were|was|are|is|use[sd]?|come from|reflect|ran|run)(?: (?:all|run|obtained|measured|reported|achieved|conducted|evaluated|taken|performed|generated|for|done))*(?: (?:with|in|using|under|at|by))?(?: [\\w-]+ and)? (?:the |its |an? )?${mode}`,
)

/**
 * The mode that a text names once for all of its results ("All evaluations were run with extra-high reasoning effort"), or null. It holds for the numbers
 * of the model that the text is about, not for its rivals'.
 */
export function modeOfResults(text: string): string | null {
  if (!/\b(?:[Aa]ll|[Tt]hese|[Ee]very) /.test(text)) return null
  return ofResults.exec(text)?.[1] ?? null
}
