import type { Attribute, Fact } from '../claim.ts'
import { vendorOf } from '../lexicon/canonical.ts'
import { modelKey } from '../lexicon/keys.ts'
import { type Finding, findingsOnSubject } from '../storage/findings.ts'
import type { Store } from '../storage/store.ts'
import type { Question } from './question.ts'

/** What sorts a list over all models, of attributes for which such a list says something. */
const orders: Partial<Record<Attribute, (value: string) => number>> = {
  price_input: (value) => Number.parseFloat(value),
  context_window: (value) => -Number.parseFloat(value),
  max_output: (value) => -Number.parseFloat(value),
  access: () => 0,
  license: () => 0,
}

/** Licences by which anyone may have the weights. */
const openLicence = /\b(?:MIT|Apache|BSD|GPL|OpenMDW|CC[- ]BY(?!-N))\b/i

const most = 1000

/**
 * One fact for each model, over all that articles tell of: the cheapest, the longest, the open ones, of those that meet what else is asked (open, closed, a
 * least context window). A model of which a source does not state that is left out. Prices with a condition (cached, batch) stay out.
 */
export async function factsOverAll(store: Store, question: Question): Promise<Finding<Fact>[]> {
  const { attributes, vendor } = question
  const attribute = attributes.find((each) => orders[each] !== undefined)
  if (attribute === undefined) return []
  const [found, meets] = await Promise.all([stating(store, attribute, question.closed), conditions(store, attribute, question)])
  const sorted = found
    .filter(({ claim }) => (vendor === null || vendorOf(claim.model) === vendor) && meets(modelKey(claim.model)))
    .sort(
      (a, b) =>
        orders[attribute]!(a.claim.value) - orders[attribute]!(b.claim.value) ||
        (b.lastAt ?? 0) - (a.lastAt ?? 0) ||
        (a.id < b.id ? -1 : 1),
    )
  return [...Map.groupBy(sorted, ({ claim }) => modelKey(claim.model)).values()].map(([first]) => first!)
}

/** The facts that state an attribute in a way that a list can be made of. */
async function stating(store: Store, attribute: Attribute, closed: boolean): Promise<Finding<Fact>[]> {
  const found = await findingsOnSubject(store, 'fact', attribute, most)
  if (attribute === 'access') {
    const access = found.filter(({ claim }) => (closed ? claim.value === 'closed' : /^open-/.test(claim.value)))
    if (closed) return access
    // an open licence tells as much as "open weights" does
    const licences = await findingsOnSubject(store, 'fact', 'license', most)
    return [...access, ...licences.filter(({ claim }) => openLicence.test(claim.value))]
  }
  return found.filter(
    ({ claim }) => claim.condition === null && (attribute !== 'price_input' || /USD per 1M tokens/.test(claim.value)),
  )
}

/** Whether a model meets what is asked beside the attribute, by what sources state. */
async function conditions(
  store: Store,
  attribute: Attribute,
  { leastContext, open, closed }: Question,
): Promise<(model: string) => boolean> {
  const keys = (findings: Finding<Fact>[]) => new Set(findings.map(({ claim }) => modelKey(claim.model)))
  const sets: Set<string>[] = []
  if (leastContext !== null) {
    const windows = await stating(store, 'context_window', false)
    sets.push(keys(windows.filter(({ claim }) => Number(claim.value) >= leastContext)))
  }
  if ((open || closed) && attribute !== 'access' && attribute !== 'license')
    sets.push(keys(await stating(store, 'access', closed)))
  return (model) => sets.every((set) => set.has(model))
}
