import { riskCategories } from '../src/claim.ts'
import { defineCommand } from '../src/command/define.ts'
import { integer, modelOrVendor } from '../src/command/options.ts'
import { claimModelKey, highSeverity } from '../src/corpus/finding.ts'
import { timeline } from '../src/corpus/timeline.ts'
import { modelKey } from '../src/lexicon/keys.ts'
import { findingsOfModels, firstFindings } from '../src/storage/findings.ts'
import { freshnessOf, modelsOfVendor } from '../src/storage/models.ts'
import { timelineView } from '../src/views/timeline.ts'

export default defineCommand({
  name: 'timeline',
  description: 'What happened when to a model or a vendor’s models, each event cited',
  options: { of: modelOrVendor('Which model or vendor'), page: integer({ min: 1, max: 999 }, 'Which page').optional() },
  examples: ['timeline muse-spark', 'timeline Anthropic'],
  async run({ of, page }, { store, names }) {
    const vendor = names.isVendor(of)
    const models = vendor ? await modelsOfVendor(store, of, 50) : [{ key: modelKey(of), name: of }]
    const keys = models.map(({ key }) => key)
    const [facts, scores, risks, freshness] = await Promise.all([
      findingsOfModels(store, keys, 'fact', 1000),
      firstFindings(store, keys, 'score', { column: 'claimant_kind', of: ['vendor', 'independent'] }),
      firstFindings(store, keys, 'risk', { column: 'subject_key', of: riskCategories }, highSeverity),
      freshnessOf(store, keys),
    ])
    const events = models.flatMap(({ key, name }) => {
      const own = <T extends { claim: Parameters<typeof claimModelKey>[0] }>(found: T[]) =>
        found.filter(({ claim }) => claimModelKey(claim) === key)
      return timeline(name, own(facts), own(scores), own(risks))
    })
    return timelineView(
      of,
      events.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
      freshness,
      { page: page ?? 1, vendor },
    )
  },
})
