import type { Order, Score } from '../claim.ts'
import { findModels } from '../lexicon/find-models.ts'
import { modelKey } from '../lexicon/keys.ts'
import type { Finding } from '../storage/findings.ts'
import type { Disagreement, Side } from './disagreement.ts'

interface Rivals {
  article: string
  family: string
  names: Map<string, { name: string; finding: Finding<Order | Score> }>
}

const capital = (text: string): string =>
  /^(gpt|glm|mai)$/.test(text) ? text.toUpperCase() : text.charAt(0).toUpperCase() + text.slice(1)
/** The generation in a name: "GPT-5.4 Pro" and "GPT-5.4" are one. */
const generation = (name: string): string => /\d+(?:\.\d+)?/.exec(name)?.[0] ?? name
const familyOf = (name: string): string => findModels(name)[0]?.family ?? modelKey(name)

/**
 * Sources that set a model against different generations of one family ("GPT-4.5" in one, "GPT-5.4" in another): what they say about who leads is
 * not comparable. `orders` are the model's own, `beside` the numbers that the same articles give for others.
 */
export function rivalSets(model: string, orders: Finding<Order>[], beside: Finding<Score>[]): Disagreement[] {
  const own = modelKey(model)
  const sets = new Map<string, Rivals>()
  const add = (name: string, finding: Finding<Order | Score>) => {
    if (modelKey(name) === own) return
    const family = familyOf(name)
    const { article } = finding.claim
    const set = sets.get(`${article}|${family}`) ?? { article, family, names: new Map() }
    set.names.set(modelKey(name), { name, finding })
    sets.set(`${article}|${family}`, set)
  }
  for (const finding of orders) for (const name of [finding.claim.model, finding.claim.rival]) add(name, finding)
  for (const finding of beside) add(finding.claim.model, finding)
  const byFamily = Map.groupBy(sets.values(), ({ family }): string => family)
  return [...byFamily].flatMap(([family, articles]) => {
    const generations = ({ names }: Rivals) => new Set([...names.values()].map(({ name }) => generation(name)))
    const apart = articles.filter((set) =>
      articles.some((other) => other !== set && generations(other).isDisjointFrom(generations(set))),
    )
    const named = new Map<string, Side>()
    for (const { names } of apart) {
      for (const [key, { name, finding }] of names) {
        const side = named.get(key) ?? {
          text: `against ${name}`,
          claims: [],
          claimant: finding.claim.claimant,
          at: finding.firstAt,
        }
        side.claims.push(...finding.claims.slice(0, 1))
        named.set(key, side)
      }
    }
    if (named.size < 2) return []
    return [
      {
        kind: 'not comparable' as const,
        model,
        about: `which ${capital(family)} it is set against`,
        sides: [...named.values()],
        reason: 'other generations of the rival',
      },
    ]
  })
}
