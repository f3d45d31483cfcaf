import { defineCommand } from '../src/command/define.ts'
import { benchmark, integer } from '../src/command/options.ts'
import { standings } from '../src/corpus/standings.ts'
import { benchmarkKey } from '../src/lexicon/keys.ts'
import { findingsOnSubject } from '../src/storage/findings.ts'
import { freshnessOf } from '../src/storage/models.ts'
import { benchmarkView } from '../src/views/benchmark.ts'

export default defineCommand({
  name: 'benchmark',
  description: 'Who has what on a benchmark, vendors’ and independent numbers apart',
  options: {
    benchmark: benchmark('Which benchmark, by any spelling'),
    page: integer({ min: 1, max: 999 }, 'Which page').optional(),
  },
  examples: ['benchmark GPQA Diamond', 'benchmark hle'],
  async run({ benchmark, page }, { store }) {
    const found = await findingsOnSubject(store, 'score', benchmarkKey(benchmark))
    return benchmarkView(standings(benchmark, found), await freshnessOf(store, null), page ?? 1)
  },
})
