import type { Attribute, Fact } from '../claim.ts'
import { modelKey } from '../lexicon/keys.ts'
import type { Finding } from '../storage/findings.ts'
import { type Disagreement, differentSources, groupsOf, type Side, sideOf } from './disagreement.ts'
import { valuesExclude } from './fact-values.ts'
import { plainValue } from './finding.ts'

/** Attributes whose value may change after the launch: a later other value is a change, not a conflict. */
const changing = new Set<Attribute>([
  'price_input',
  'price_output',
  'access',
  'license',
  'availability',
  'deprecation',
  'context_window',
  'max_output',
])
const day = 24 * 60 * 60 * 1000
/** Sources that are this far apart in time may both be right about something that changes. */
const changeAfter = 7 * day

/** Names that an early release goes by beside the model's own: "Grok 4.20 Beta" is about Grok 4.20. */
const early = /-(?:beta|preview|experimental|early-access)$/
export const earlyKeys = (key: string): string[] => [`${key}-beta`, `${key}-preview`]
const baseKey = (model: string): string => modelKey(model).replace(early, '')

/** What a fact holds under: two values under different conditions are not in conflict. Where a date was worked out from is none. */
const under = ({ claim }: Finding<Fact>): string =>
  claim.attribute === 'release_date' || claim.attribute === 'vendor'
    ? ''
    : `${plainValue(claim.variant ?? '')}|${plainValue(claim.condition ?? '')}`

const excluding: Partial<Record<Attribute, string>> = {
  vendor: 'two makers',
  license: 'two licences',
  price_input: 'two prices',
  price_output: 'two prices',
  parameters: 'two sizes',
  context_window: 'two lengths',
  max_output: 'two lengths',
}

type Verdict = { kind: Disagreement['kind']; reason: string } | null

/**
 * Values of one attribute that exclude each other. A value that a source at least a week younger gives for something that changes (price, licence,
 * access, limits) is `changed`; a date of another step (announcement, beta, release) and a standard beside an extended limit are not comparable;
 * else they are in conflict. `facts` are those of one model and of its beta and preview.
 */
export function factConflicts(facts: Finding<Fact>[]): Disagreement[] {
  const groups = Map.groupBy(
    facts.filter(({ claim }) => !isPlan(claim)),
    (finding): string => `${baseKey(finding.claim.model)}|${finding.claim.attribute}|${under(finding)}`,
  )
  const conditional = Map.groupBy(
    facts.filter(({ claim }) => claim.condition !== null),
    ({ claim }): string => claim.attribute,
  )
  return [...groups.values()].flatMap((group) => {
    const { model, attribute } = (group.find(({ claim }) => !early.test(modelKey(claim.model))) ?? group[0]!).claim
    const taking = new Map<Disagreement['kind'], { findings: Set<Finding<Fact>>; reason: string }>()
    for (let left = 0; left < group.length; left++) {
      for (let right = left + 1; right < group.length; right++) {
        const [a, b] = [group[left]!, group[right]!]
        const verdict = judge(a, b, conditional.get(attribute) ?? [])
        if (verdict === null) continue
        const entry = taking.get(verdict.kind) ?? { findings: new Set<Finding<Fact>>(), reason: verdict.reason }
        entry.findings.add(a).add(b)
        taking.set(verdict.kind, entry)
      }
    }
    // what is in conflict is not told again as a change
    if (taking.has('conflict')) taking.delete('changed')
    return [...taking].map(([kind, { findings, reason }]) => ({
      kind,
      model,
      about: attribute.replace('_', ' '),
      sides: sides(findings, attribute),
      reason,
    }))
  })
}

/** A plan is no fact yet: it may come otherwise without anybody being wrong. */
const isPlan = ({ attribute, condition }: Fact): boolean =>
  (attribute === 'release_date' || attribute === 'access') &&
  /\b(?:planned|expected|coming|later|promised|future)\b/i.test(condition ?? '')

/** `facts`: those of the attribute that hold under a condition. */
function judge(a: Finding<Fact>, b: Finding<Fact>, facts: Finding<Fact>[]): Verdict {
  const { attribute } = a.claim
  if (!differentSources(a, b) || !valuesExclude(attribute, a.claim.value, b.claim.value)) return null
  if (attribute === 'release_date') return judgeDates(a.claim, b.claim)
  if (attribute === 'modalities') {
    if (!tellsInput(a.claim) || !tellsInput(b.claim)) return null
    return { kind: 'conflict', reason: 'not every source names the same' }
  }
  const extended = facts.find(({ claim }) =>
    [a, b].some(
      (one) =>
        claim.article === one.claim.article &&
        claim.condition !== one.claim.condition &&
        !valuesExclude(attribute, claim.value, (one === a ? b : a).claim.value),
    ),
  )
  if (extended)
    return { kind: 'not comparable', reason: `one source gives it as ${extended.claim.condition}, the other as the standard` }
  if (changing.has(attribute) && apart(a, b)) return { kind: 'changed', reason: 'a later source states another value' }
  return { kind: 'conflict', reason: excluding[attribute] ?? 'both cannot hold' }
}

const announcing = /\b(?:announc|unveil|reveal|present|keynote|show(?:ed|n) off|teas)/i
const releasing = /\b(?:releas|available|launch|ship|came out|come out|out on|weights|rolled|published|debut|open-sourced)/i
const steps = ['announcement', 'beta', 'release'] as const
type Step = (typeof steps)[number]

/** Which step a date is of: the condition or the model's name says it, else the verbs of its sentence. */
function stepOf({ model, variant, condition, quote }: Fact): Step {
  if (early.test(modelKey(model)) || /\b(?:beta|preview)\b/i.test(`${variant ?? ''} ${condition ?? ''}`)) return 'beta'
  if (/\bannounced\b/i.test(condition ?? '')) return 'announcement'
  return announcing.test(quote) && !releasing.test(quote) ? 'announcement' : 'release'
}

function judgeDates(a: Fact, b: Fact): Verdict {
  const [one, other] = [stepOf(a), stepOf(b)]
  if (one !== other) {
    const [first, second] = steps.filter((step) => step === one || step === other)
    return { kind: 'not comparable', reason: `one date is that of the ${first}, the other of the ${second}` }
  }
  const workedOut = [a, b].some(({ condition }) => /^from /.test(condition ?? ''))
  if (workedOut && Math.abs(Date.parse(a.value) - Date.parse(b.value)) <= day) return null
  return { kind: 'conflict', reason: `two dates of one ${one}` }
}

/** A list in passing ("strong on queries that mix text and video") is none of what a model takes in; one that tells its input is. */
const tellsInput = ({ quote }: Fact): boolean =>
  /\b(?:multimodal|modalit\w+|natively|accepts?|takes?|inputs?|process(?:es)?|supports?|reasons? over|understands?|handles?)\b/i.test(
    quote,
  )

function sides(findings: Iterable<Finding<Fact>>, attribute: Attribute): Side[] {
  const words = ({ value, condition }: Fact): string => value + (condition && attribute !== 'vendor' ? ` (${condition})` : '')
  const step = (fact: Fact): string => (attribute === 'release_date' ? stepOf(fact) : '')
  const groups = groupsOf(findings, (a, b) => step(a) === step(b) && !valuesExclude(attribute, a.value, b.value))
  if (attribute === 'release_date') groups.sort(([a], [b]) => (a!.claim.value < b!.claim.value ? -1 : 1))
  return groups.map((group) =>
    sideOf(
      group,
      attribute === 'release_date' && stepOf(group[0]!.claim) !== 'release'
        ? `${group[0]!.claim.value} (${stepOf(group[0]!.claim)})`
        : words(group[0]!.claim),
    ),
  )
}

/** The last moment that a date may stand for: a month that is known without its day may be its last. */
function latest({ lastAt }: Finding<Fact>): number {
  const date = new Date(lastAt!)
  return date.getUTCDate() === 1 ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) : lastAt!
}

/** No article that gives one value is as young as one that gives the other. */
function apart(a: Finding<Fact>, b: Finding<Fact>): boolean {
  if (a.firstAt === null || b.firstAt === null) return false
  return b.firstAt - latest(a) >= changeAfter || a.firstAt - latest(b) >= changeAfter
}
