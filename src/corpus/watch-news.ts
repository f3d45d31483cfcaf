import type { Attribute, Fact, Score } from '../claim.ts'
import { launchWindowDays } from '../launch.ts'
import { modelKey } from '../lexicon/keys.ts'
import type { Finding } from '../storage/findings.ts'
import type { Store } from '../storage/store.ts'
import type { Watch } from '../storage/watches.ts'
import { type ModelNews, modelsInWindow, newFindings, type Window } from '../storage/window.ts'
import { type Change, firstIndependent, isRecent, newlySaid, newRisks, type RiskItem } from './digest-items.ts'
import type { Disagreement } from './disagreement.ts'

/** What is new about one watched subject, of the kinds that were asked for. */
export interface WatchNews {
  facts: Finding<Fact>[]
  scores: Finding<Score>[]
  firstIndependent: Extract<Change, { kind: 'first independent number' }>[]
  risks: RiskItem[]
  conflicts: Disagreement[]
}

const priced = new Set<Attribute>(['price_input', 'price_output'])
const accessible = new Set<Attribute>(['access', 'license', 'availability', 'deprecation', 'release_date'])
const day = 24 * 60 * 60_000

/** True where there is something to post. */
export const hasNews = (news: WatchNews): boolean => Object.values(news).some((list) => list.length > 0)

/**
 * What a window holds for watched subjects. The window is read once, however many watches look at it. What was published more than
 * `launchWindowDays` before `now` (epoch milliseconds) is old.
 */
export async function windowNews(store: Store, window: Window, now: number): Promise<(watch: Watch) => Promise<WatchNews>> {
  const recent = (finding: Finding) => isRecent(finding, now - launchWindowDays * day)
  const [models, facts, scores, risks] = await Promise.all([
    modelsInWindow(store, window),
    newFindings(store, window, 'fact', 4000),
    newFindings(store, window, 'score', 4000),
    newFindings(store, window, 'risk', 1000),
  ])
  return async ({ subject, key, kinds }) => {
    const wanted: ModelNews[] = models.filter((model) => (subject === 'model' ? model.key === key : model.vendor === key))
    const keys = new Set(wanted.map((model) => model.key))
    const mine = ({ claim }: Finding) => claim.model !== null && keys.has(modelKey(claim.model))
    const own = { facts: facts.filter(mine).filter(recent), scores: scores.filter(mine).filter(recent) }
    const known = wanted.filter(({ namedBefore }) => namedBefore)
    const fresh = new Set([...own.facts, ...own.scores].flatMap(({ claims }) => claims))
    const first = kinds.includes('scores') ? await firstIndependent(store, window, known, own.scores) : []
    return {
      facts: own.facts.filter(
        ({ claim }) =>
          (kinds.includes('price') && priced.has(claim.attribute)) ||
          (kinds.includes('access') && accessible.has(claim.attribute)),
      ),
      scores: kinds.includes('scores') ? own.scores : [],
      firstIndependent: first.filter((change) => change.kind === 'first independent number'),
      risks: kinds.includes('risks') ? await newRisks(store, window, risks.filter(mine).filter(recent)) : [],
      conflicts: kinds.includes('conflicts')
        ? (await newlySaid(store, wanted, fresh)).filter((each) => each.kind === 'conflict' || kinds.includes('price'))
        : [],
    }
  }
}
