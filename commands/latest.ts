import { defineCommand } from '../src/command/define.ts'
import { date, integer, vendor } from '../src/command/options.ts'
import { launches } from '../src/corpus/launches.ts'
import { freshnessOf, modelsOfVendor } from '../src/storage/models.ts'
import { latestView } from '../src/views/latest.ts'

export default defineCommand({
  name: 'latest',
  description: 'The newest launches that articles are about',
  options: {
    vendor: vendor('Only this vendor').optional(),
    since: date('Only launches since then (2026-04-08, 7d, 2w)').optional(),
    limit: integer({ min: 1, max: 50 }, 'How many').optional(),
  },
  examples: ['latest', 'latest OpenAI', 'latest since:30d limit:5'],
  async run({ vendor, since, limit }, { store }) {
    const found = await launches(store, {
      ...(vendor ? { vendor } : {}),
      ...(since === undefined ? {} : { since }),
      limit: limit ?? 10,
    })
    const keys = vendor === undefined ? null : (await modelsOfVendor(store, vendor, 200)).map(({ key }) => key)
    return latestView(found, await freshnessOf(store, keys), { vendor: vendor ?? null })
  },
})
