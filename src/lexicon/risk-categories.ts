import type { RiskCategory } from '../claim.ts'

/** A category of the risk register: our plain label, and where it stands in two public taxonomies. */
export interface RiskLabels {
  /** Short plain label, first letter capital, as people read it. */
  label: string
  /** Risk of NIST AI 600-1 (Generative AI Profile, July 2024, section 2), or null where that profile has none. */
  nist: string | null
  /** Domain of the MIT AI Risk Repository (Domain Taxonomy, 2024; seven domains). */
  mit: string
}

const mit = {
  discrimination: 'Discrimination & Toxicity',
  privacy: 'Privacy & Security',
  misinformation: 'Misinformation',
  malicious: 'Malicious Actors & Misuse',
  interaction: 'Human-Computer Interaction',
  society: 'Socioeconomic & Environmental',
  safety: 'AI System Safety, Failures & Limitations',
}

/**
 * The 15 categories. Labels are ours; mappings are to the twelve risks of NIST AI 600-1 (https://doi.org/10.6028/NIST.AI.600-1) and to
 * the seven domains of the MIT AI Risk Repository (https://airisk.mit.edu), which has what the NIST profile lacks: misalignment,
 * evaluation awareness, work and market harms.
 */
export const riskLabels: Record<RiskCategory, RiskLabels> = {
  privacy: { label: 'Privacy', nist: 'Data Privacy', mit: mit.privacy },
  safety: { label: 'Safety', nist: 'Dangerous, Violent, or Hateful Content', mit: mit.safety },
  misinformation: { label: 'Misinformation', nist: 'Information Integrity', mit: mit.misinformation },
  medical: { label: 'Medical advice', nist: 'Confabulation', mit: mit.interaction },
  security: { label: 'Security', nist: 'Information Security', mit: mit.malicious },
  bias: { label: 'Bias', nist: 'Harmful Bias and Homogenization', mit: mit.discrimination },
  copyright: { label: 'Copyright', nist: 'Intellectual Property', mit: mit.society },
  reliability: { label: 'Reliability', nist: 'Confabulation', mit: mit.safety },
  unverified_claims: { label: 'Unverified claims', nist: 'Information Integrity', mit: mit.misinformation },
  lock_in: { label: 'Access and lock-in', nist: 'Value Chain and Component Integration', mit: mit.society },
  regulation: { label: 'Regulation', nist: null, mit: mit.society },
  evaluation: { label: 'Evaluation', nist: 'Information Integrity', mit: mit.safety },
  cost: { label: 'Cost', nist: null, mit: mit.society },
  environment: { label: 'Environment', nist: 'Environmental Impacts', mit: mit.society },
  jobs: { label: 'Jobs', nist: null, mit: mit.society },
}

/** The plain label of a category ("Unverified claims"); a word that is no category comes back as it is. */
export function riskLabel(category: string): string {
  return category in riskLabels ? riskLabels[category as RiskCategory].label : category
}

/**
 * The NIST AI 600-1 risk that a sentence of this category falls under. Two categories split by what the sentence names: weapons of mass
 * harm have a risk of their own there, and so has sexual or abusive content.
 */
export function nistRisk(category: RiskCategory, sentence: string): string | null {
  if (
    category === 'safety' &&
    /\b(?:CBRN|chemical|biological|radiological|nuclear|bio-?weapons?|pathogens?|nerve agents?)\b/i.test(sentence)
  )
    return 'CBRN Information or Capabilities'
  if (
    category === 'safety' &&
    /\b(?:non-?consensual|sexual\w*|nudif\w+|undress\w*|CSAM|child abuse|deepfakes?)\b/i.test(sentence)
  )
    return 'Obscene, Degrading, and/or Abusive Content'
  return riskLabels[category].nist
}
