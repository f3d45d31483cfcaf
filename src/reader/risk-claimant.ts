import type { Article } from '../article.ts'
import type { Claimant, RiskCategory } from '../claim.ts'
import { canonicalVendor } from '../lexicon/canonical.ts'
import { claimantIn } from './claimants.ts'

const name = "(?!(?:An?|The|In|It|This) )[A-Z][\\w&'-]*(?: (?:[A-Z][\\w&'-]*|of the|of)){0,3}"
const outlets = [
  new RegExp(`\\b(?:[Aa]n?|[Tt]he) (${name}) (?:reporter|journalist|reviewer|columnist|investigation|analysis)\\b`),
  new RegExp(`\\b(?:[Rr]eporters?|[Jj]ournalists?|[Rr]eviewers?|[Cc]olumnists?) (?:at|for|from|with) (?:the )?(${name})`),
  new RegExp(`\\b(${name})'s (?:reporters?|journalists?|reviewers?|review|testing|investigation)\\b`),
  new RegExp(`\\b(?:according to|told) (${name})`),
  new RegExp(`\\bas (${name}) (?:reported|reports|noted|notes|wrote|found|put it)\\b`),
  new RegExp(`\\b(${name}) (?:reports|reported) that\\b`),
]
const admits = new RegExp(
  `(${name})(?: AI)?(?: (?:itself|also|has|executives?|officials?|spokes\\w+|researchers?|engineers?|CEO [\\w. ]{2,30})){0,2} (?:acknowledg\\w+|admit\\w*|conced\\w+|warn\\w*|caution\\w*|stress\\w*|told|confirm\\w+)\\b`,
)
/** Groups of people before a verb of saying; only a name or a few small words may stand between (so: no case-blind match). */
const thirdParties =
  /\b([Cc]ritics|[Ee]xperts|[Cc]ampaigners|[Aa]dvocates|[Ww]atchdogs|[Rr]egulators|[Rr]esearchers|[Ll]awmakers|[Ss]cholars|[Uu]sers|[Dd]evelopers|[Tt]esters|[Rr]eviewers|[Aa]nalysts|[Dd]octors|[Cc]linicians|[Aa]rtists|[Ss]tudios|[Pp]ublishers|[Aa]uthors|[Ss]enators)\b(?: (?:have|has|had|also|already|are|were|who|at|from|in|of|the|and|[A-Z][\w-]+|\w+ly)){0,6} (?:warn\w*|say|said|argu\w+|accus\w+|claim\w*|rais\w+|complain\w*|fear\w*|call\w*|question\w*|describ\w+|report\w*|found|find|demand\w*|criticiz\w+|criticis\w+|point\w*|discover\w*|uncover\w*)\b/
/** "Users reported that" at the start of a sentence names no outlet. */
const groups =
  /^(?:critics|experts|campaigners|advocates|watchdogs|regulators|researchers|lawmakers|scholars|users|developers|testers|reviewers|analysts|doctors|clinicians|artists|studios|publishers|authors|senators|customers|many|some|several|early|others)\b/i
const saying =
  /\b(?:says?|said|claims?|claimed|reports?|reported|states?|stated|notes?|noted|writes?|wrote|told|according to|acknowledg\w+|admit\w*|conced\w+|disclos\w+|warn\w*|caution\w*|stress\w*|reveal\w*|found|we|our)\b/i

/**
 * Who raises a risk: the tester or the maker that the sentence names, third parties ("campaigners warned"), an outlet that it cites or whose
 * reporter tried the thing; else the publisher where that is a maker, a tester or the press. What a sentence before says does not carry
 * over: a doubt is nobody's but its writer's. `clause`: the part of the sentence that holds the risk. `maker`: who makes the article's model.
 */
export function riskClaimant(
  article: Article,
  clause: string,
  maker: string | null,
  category: RiskCategory | null = null,
): Claimant {
  const admitted = canonicalVendor(admits.exec(clause)?.[1] ?? '')
  if (admitted !== null) return { kind: 'vendor', name: admitted }
  const group = thirdParties.exec(clause)?.[1]?.toLowerCase() ?? null
  const said = claimantIn(clause, maker)
  if (said && (said.kind !== 'vendor' || (group === null && !onResults(category) && saying.test(clause)))) return said
  for (const pattern of outlets) {
    const outlet = pattern.exec(clause)?.[1]
    if (outlet && canonicalVendor(outlet) === null && !groups.test(outlet)) return { kind: 'press', name: outlet }
  }
  if (group !== null) return { kind: 'independent', name: group }
  return publisherClaimant(article, maker)
}

/** A doubt about results that cites the maker's own chart is not the maker's doubt. */
function onResults(category: RiskCategory | null): boolean {
  return category === 'evaluation' || category === 'unverified_claims'
}

function publisherClaimant(article: Article, maker: string | null): Claimant {
  switch (article.kind) {
    case 'vendor':
      return { kind: 'vendor', name: maker ?? article.publisher }
    case 'independent-test':
      return { kind: 'independent', name: article.publisher }
    case 'news':
    case 'analysis':
    case 'newsletter':
      return { kind: 'press', name: article.publisher }
    default:
      return { kind: 'unstated', name: null }
  }
}
