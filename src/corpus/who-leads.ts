import type { Order } from '../claim.ts'
import { canonicalVendor, vendorOf } from '../lexicon/canonical.ts'
import type { Finding } from '../storage/findings.ts'
import { type Disagreement, differentSources, sameTime, sideOf } from './disagreement.ts'
import { isSetOlder, versionsByFamily } from './generations.ts'
import { orderWords, scopeKey, towards } from './order-conflicts.ts'

interface Said {
  finding: Finding<Order>
  rival: string
  maker: string
  relation: Order['relation']
  /** A maker's newest models as a group, not one model. */
  group: boolean
}

/**
 * Sources that disagree whether a model leads the field: where one says that it is ahead of, or level with, a maker's newest models, what others say
 * of it against that maker's models stands beside it if it is otherwise: in general, or behind on a test or in a field. Rivals a generation older
 * than others that sources name are not that maker's newest, and do not count.
 */
export function whoLeads(model: string, orders: Finding<Order>[]): Disagreement[] {
  const said = orders.flatMap((finding): Said[] => {
    const { rival, relation } = towards(model, finding.claim)
    const group = canonicalVendor(rival) === rival
    const maker = group ? rival : vendorOf(rival)
    return maker === null ? [] : [{ finding, rival, maker, relation, group }]
  })
  const makers = new Set(said.filter(({ group }) => group).map(({ maker }) => maker))
  const taking = new Set<Said>()
  for (const maker of makers) {
    const about = said.filter((one) => one.maker === maker)
    const latest = latestOf(versionsByFamily(about.filter(({ group }) => !group).map(({ rival }) => rival)))
    const newest = about.filter(({ rival, group }) => group || !isSetOlder(versionsByFamily([rival]), latest))
    for (const one of newest.filter(({ group }) => group)) {
      for (const other of newest) {
        if (!differentSources(one.finding, other.finding) || !sameTime(one.finding, other.finding) || !otherwise(one, other))
          continue
        taking.add(one)
        taking.add(other)
      }
    }
  }
  const sources = new Set([...taking].map(({ finding }) => finding.claim.article))
  if (sources.size < 2) return []
  const sides = Map.groupBy(taking, ({ finding, relation }): string =>
    [finding.claim.article, relation, scopeKey(finding.claim)].join('|'),
  )
  return [
    {
      kind: 'conflict',
      model,
      about: 'who leads',
      sides: [...sides.values()].map((same) =>
        sideOf(
          same.map(({ finding }) => finding),
          sideWords(same),
        ),
      ),
      reason: 'some sources put it in front of or level with the newest rivals, others behind',
    },
  ]
}

/** Whether a source's word on a maker's models goes against what another says of that maker's newest models as a group. */
function otherwise(one: Said, other: Said): boolean {
  const [scope, others] = [scopeKey(one.finding.claim), scopeKey(other.finding.claim)]
  if (scope !== '' && scope !== others) return false
  if (scope !== others) return one.relation === 'ahead' && other.relation === 'behind'
  return one.relation !== other.relation
}

/** Of each family its newest version only. */
const latestOf = (versions: ReturnType<typeof versionsByFamily>): ReturnType<typeof versionsByFamily> =>
  new Map([...versions].map(([family, { newest }]) => [family, { oldest: newest, newest }]))

function sideWords(same: readonly Said[]): string {
  const [{ relation, finding }] = same as [Said]
  const groups = [...new Set(same.filter(({ group }) => group).map(({ rival }) => rival))]
  const models = [...new Set(same.filter(({ group }) => !group).map(({ rival }) => rival))]
  const rivals = [...models, ...(groups.length > 0 ? [`the newest models of ${listed(groups)}`] : [])]
  return orderWords(relation, listed(rivals), finding.claim)
}

const listed = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`
