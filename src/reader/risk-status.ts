import type { Claimant, RiskStatus } from '../claim.ts'
import type { Assessment } from './risk-stance.ts'

const tested =
  /\b(?:test(?:er|ing|s|ed)?|red[- ]team\w*|researchers?|evaluators?|auditors?|reviewers?|reporters?|journalists?|benchmark(?:ed|ing)|audit(?:ed|s)?|stud(?:y|ies)|experiments?|simulat\w+|trials?)\b.{0,160}\b(?:found|find|finds|show(?:s|ed|n)?|reveal\w*|discover\w*|tried|got|observ\w*|detect\w*|report\w*|warn\w*|document\w*|demonstrat\w*|suggest\w*|uncover\w*|gave|gives|fail\w*|could|resort\w*|attempt\w*|manag\w*|bypass\w*|trick\w*)\b|\b(?:found|discover\w*|uncover\w*|according to|in|during)\b.{0,60}\b(?:tests?|testing|red[- ]team\w*|researchers?|evaluations?|trials|audit)\b|\b(?:when|once) (?:fed|asked|given|prompted|tested|we (?:asked|tried|tested|ran))\b|\bwe (?:tested|tried|found|asked)\b|\bin our (?:tests?|testing)\b|\bhallucination rate\b/i
const disclosed =
  /\b(?:acknowledg\w*|admit\w*|conced\w*|disclos(?:es|ed)|cautions?|cautioned|warns?|warned|candid|system card|model card|release notes|by (?:its|their) own account)\b/i
const happened =
  /\b(?:sued|suing|lawsuits?|banned|bans?|banning|fined|blocked|pulled|leaked|exposed|breach(?:ed|es)?|hacked|stolen|deleted|crashed|criticized|criticised|drew|drawn|sparked|posted|generated|spread|meltdown|backlash|outcry|outage|went|has (?:engaged|become|already)|(?<!(?:could|may|might|would|should) )have (?:already|been)|already|was (?:used|caught|found|widely)|were (?:used|exposed|leaked)|engaged in|opened (?:an?|one)|investigat(?:ing|ed)|infring\w+|resign\w*|caused|led to|victims?|incident|started|actively|within days)\b/i
/** Verbs of those who fear something: without a test beside them they report no finding. */
const feared =
  /\b(?:warn\w*|caution\w*|argu(?:es?|ed|ing)|fear\w*|worr(?:y|ied|ies)|question(?:s|ed|ing)?|call(?:s|ed|ing)? (?:on|for|it)|demand\w*|urg(?:es?|ed|ing)|accus\w+|alleg\w+|rais\w+ (?:\w+ )?(?:concerns?|questions?|alarms?|doubts?)|critics?)\b/i
const foundOut =
  /\b(?:tests?|tested|testing|found|finds|experiments?|trials?|audit\w*|stud(?:y|ies)|red[- ]team\w*|benchmark\w*|evaluat\w+|measur\w+|simulat\w+|discover\w*|uncover\w*|demonstrat\w*|show(?:s|ed|n)|tried (?:it|out|the)|in \w+ of \w+ (?:cases|runs|tries|attempts))\b/i
const collecting =
  /\b(?:started|began|is|are|now|actively|already) (?:\w+ )?(?:asking|collect\w*|solicit\w*|harvest\w*|push\w*|prompt\w*|stor\w+|track\w*|log\w*)\b|\b(?:collects|solicits|harvests|stores|retains)\b/i
const leaking = /\b(?:leak\w*|expos(?:ed|es|ing)|breach\w*|hacked|stolen|published|indexed|made public)\b/i
const asked =
  /\b(?:unclear|unknown|uncertain|undefined|undisclosed|unspecified|whether|open question|remains? to be|yet to (?:say|be|disclose|announce)|(?:has|have|had|did|does)(?: not|n't) (?:\w+ )?(?:sa(?:id|y)|disclosed?|announced?|specif(?:ied|y)|shared?|revealed?|confirmed?|explain(?:ed)?|commit(?:ted)?))\b/i
const doubted = /\b(?:unclear|unknown|uncertain|undefined|undisclosed|whether|questions?|n't|not|no|yet to|remains? to be)\b/i

/** Limits that a text states as in force: they are there, nobody needs to fear them. */
const inForce = new Set(['lock_in', 'cost'])

/** Whether a sentence says that data got out. */
export function saysLeaked(sentence: string): boolean {
  return leaking.test(sentence)
}

/**
 * How real a risk is by its own sentence: it happened, a tester saw it, the maker admits it, somebody fears it, or it is only thought
 * possible. Wording after the incident and hazard terms of the AI Incident Database (CSET taxonomy: harm event, near miss, issue).
 */
export function riskStatus(sentence: string, assessment: Assessment, claimant: Claimant): RiskStatus {
  const { category, hedged, stated } = assessment
  if (claimant.kind === 'vendor' && disclosed.test(sentence)) return 'disclosed by the vendor'
  const found = foundOut.test(sentence)
  if (
    category !== 'unverified_claims' &&
    (claimant.kind === 'independent' || tested.test(sentence)) &&
    (found || !(feared.test(sentence) || hedged)) &&
    (stated || !doubted.test(sentence))
  )
    return 'reported by a tester'
  if (claimant.kind === 'vendor' && stated && !doubted.test(sentence)) return 'disclosed by the vendor'
  if (category === 'unverified_claims' || category === 'evaluation' || asked.test(sentence)) return 'raised as a concern'
  if (category === 'privacy') {
    if (stated && (collecting.test(sentence) || (leaking.test(sentence) && !hedged))) return 'realised'
  } else if (stated && happened.test(sentence)) return 'realised'
  if (hedged && !(category !== null && inForce.has(category)))
    return stated || feared.test(sentence) ? 'raised as a concern' : 'speculative'
  if (category !== null && inForce.has(category) && stated && !hedged) return 'realised'
  return 'raised as a concern'
}
