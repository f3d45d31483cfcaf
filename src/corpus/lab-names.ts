import type { Claim } from '../claim.ts'
import { vendors } from '../lexicon/vendors.ts'
import type { Finding } from '../storage/findings.ts'
import { type Disagreement, groupsOf, sideOf } from './disagreement.ts'
import { plainValue } from './finding.ts'

/** The maker's lab by name in a text, "Meta Superintelligence Labs": a name of the maker, one to three capitalised words, and Lab(s). */
function labIn(text: string, maker: string): string | null {
  const names = [maker, ...(vendors.find(({ name }) => name === maker)?.aliases ?? [])].filter((name) => !/\blabs?\b/i.test(name))
  const known = names.map((name) => name.replaceAll('.', '\\.')).join('|')
  const match = new RegExp(`\\b(${known})(?:'s|’s)?((?: [A-Z][\\w-]+){1,3} (?:Labs?|Laboratory|Laboratories))\\b`).exec(text)
  return match ? `${match[1]}${match[2]}` : null
}

/** Two names are one where the words of one hold those of the other ("Meta AI Labs" and "Meta Labs"), or they differ by "Lab" and "Labs". */
function sameLab(a: string, b: string): boolean {
  const words = (name: string): Set<string> =>
    new Set(
      plainValue(name)
        .replace(/\blab(?:s|oratory|oratories)?\b/, 'lab')
        .split(' '),
    )
  return words(a).isSubsetOf(words(b)) || words(b).isSubsetOf(words(a))
}

/**
 * Sources that name the lab behind a model differently ("Meta Intelligence Labs" in one, "Meta Superintelligence Labs" in others). `said`: what the
 * articles about the model say of its maker and around it; a fact of who makes it may name the lab in its `condition`.
 */
export function labConflicts(model: string, maker: string | null, said: readonly Finding<Claim>[]): Disagreement[] {
  if (maker === null) return []
  const lab = (claim: Claim): string | null =>
    (claim.type === 'fact' && claim.attribute === 'vendor' && claim.condition !== null ? labIn(claim.condition, maker) : null) ??
    labIn(claim.quote, maker)
  const found = said.filter(({ claim }) => lab(claim) !== null)
  const groups = groupsOf(found, (a, b) => sameLab(lab(a)!, lab(b)!))
  if (new Set(found.map(({ claim }) => claim.article)).size < 2 || groups.length < 2) return []
  return [
    {
      kind: 'conflict',
      model,
      about: 'name of the lab',
      sourcesOwn: true,
      sides: groups.map((group) => sideOf(group, lab(group[0]!.claim)!)),
      reason: `two names for ${maker}'s lab`,
    },
  ]
}
