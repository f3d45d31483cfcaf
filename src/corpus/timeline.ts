import type { Attribute, Fact, Risk, Score } from '../claim.ts'
import type { Finding } from '../storage/findings.ts'
import { releaseDate } from './launches.ts'

/** One thing that happened to a model, as sources date it. `dated` tells whether a source states the date or it is the day of the first article that says so. */
export interface TimelineEvent {
  date: string
  model: string
  what:
    | 'released'
    | 'announced'
    | 'priced'
    | 'access'
    | 'licence'
    | 'available'
    | 'deprecated'
    | 'first vendor number'
    | 'first independent number'
    | 'risk named'
  detail: string
  dated: 'stated' | 'first reported'
  claims: string[]
}

const eventOf: Partial<Record<Attribute, TimelineEvent['what']>> = {
  price_input: 'priced',
  price_output: 'priced',
  access: 'access',
  license: 'licence',
  availability: 'available',
}

/** The history of one model, oldest first; things of one day stay in a fixed order. Undated claims give no event. */
export function timeline(
  model: string,
  facts: Finding<Fact>[],
  scores: Finding<Score>[],
  risks: Finding<Risk>[],
): TimelineEvent[] {
  const events: TimelineEvent[] = []
  const release = releaseDate(facts)
  if (release)
    events.push({ date: release.value, model, what: 'released', detail: 'released', dated: 'stated', claims: release.claims })
  for (const { claim, claims, firstPublished } of facts) {
    const condition = [claim.variant, claim.condition].filter(Boolean).join(', ')
    const price = { price_input: 'input ', price_output: 'output ' }[claim.attribute as string] ?? ''
    const detail = `${price}${claim.value}${condition ? ` (${condition})` : ''}`
    if (claim.attribute === 'release_date' && claim.condition !== null && /^\d{4}-\d{2}/.test(claim.value)) {
      events.push({ date: claim.value, model, what: 'announced', detail: claim.condition, dated: 'stated', claims })
    } else if (claim.attribute === 'deprecation') {
      const stated = /\d{4}-\d{2}(-\d{2})?/.exec(claim.value)?.[0]
      const date = stated ?? firstPublished
      if (date)
        events.push({ date, model, what: 'deprecated', detail: claim.value, dated: stated ? 'stated' : 'first reported', claims })
    } else {
      const what = eventOf[claim.attribute]
      if (what && firstPublished !== null)
        events.push({ date: firstPublished, model, what, detail, dated: 'first reported', claims })
    }
  }
  for (const kind of ['vendor', 'independent'] as const) {
    const [first] = scores
      .filter(({ claim, firstPublished }) => claim.claimant.kind === kind && firstPublished !== null)
      .sort(
        (a, b) =>
          (a.firstPublished! < b.firstPublished! ? -1 : a.firstPublished! > b.firstPublished! ? 1 : 0) || (a.id < b.id ? -1 : 1),
      )
    if (!first) continue
    const detail = `${first.claim.benchmark} ${first.claim.value}${first.claim.claimant.name && kind === 'independent' ? ` by ${first.claim.claimant.name}` : ''}`
    events.push({
      date: first.firstPublished!,
      model,
      what: `first ${kind} number`,
      detail,
      dated: 'first reported',
      claims: first.claims,
    })
  }
  const byCategory = Map.groupBy(
    risks.filter(({ claim, firstPublished }) => claim.severity === 'high' && firstPublished !== null),
    ({ claim }) => claim.category,
  )
  for (const [category, found] of byCategory) {
    const first = found.reduce((a, b) => (b.firstPublished! < a.firstPublished! ? b : a))
    events.push({
      date: first.firstPublished!,
      model,
      what: 'risk named',
      detail: category.replace('_', ' '),
      dated: 'first reported',
      claims: first.claims,
    })
  }
  return onePrice(events).sort(
    (a, b) =>
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
      (a.what < b.what ? -1 : a.what > b.what ? 1 : 0) ||
      (a.detail < b.detail ? -1 : 1),
  )
}

/** The prices of one day as one event: input and output belong together. */
function onePrice(events: TimelineEvent[]): TimelineEvent[] {
  const prices = Map.groupBy(
    events.filter(({ what }) => what === 'priced'),
    ({ date }) => date,
  )
  return [
    ...events.filter(({ what }) => what !== 'priced'),
    ...[...prices.values()].map((same): TimelineEvent => {
      const [first] = same as [TimelineEvent]
      return {
        ...first,
        detail: same
          .map(({ detail }) => detail.replace('USD per 1M tokens', 'USD per million tokens'))
          .sort()
          .join('; '),
        claims: [...new Set(same.flatMap(({ claims }) => claims))],
      }
    }),
  ]
}
