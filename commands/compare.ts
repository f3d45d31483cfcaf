import { defineCommand } from '../src/command/define.ts'
import { category, integer, models } from '../src/command/options.ts'
import { compare } from '../src/corpus/compare.ts'
import { modelKey } from '../src/lexicon/keys.ts'
import { findingsOfModels } from '../src/storage/findings.ts'
import { freshnessOf } from '../src/storage/models.ts'
import { comparisonView } from '../src/views/comparison.ts'

/** So many numbers are read in all, those with most origins first: far more than fill the pages of models that are not written about day by day. */
const mostRead = 3000

export default defineCommand({
  name: 'compare',
  description: 'Models side by side, every number with its source and who measured it',
  options: {
    models: models({ min: 2, max: 5 }, 'Two to five models'),
    on: category('Only benchmarks of this kind').optional(),
    page: integer({ min: 1, max: 999 }, 'Which page').optional(),
  },
  examples: ['compare muse-spark gpt-5.4', 'compare muse-spark gpt-5.4 on:health'],
  async run({ models, on, page }, { store }) {
    const keys = models.map(modelKey)
    const [scores, freshness] = await Promise.all([
      findingsOfModels(store, keys, 'score', Math.floor(mostRead / keys.length)),
      freshnessOf(store, keys),
    ])
    return comparisonView(compare(models, scores, on), freshness, { ...(on ? { category: on } : {}), page: page ?? 1 })
  },
})
