import { defineCommand } from '../src/command/define.ts'
import { integer, model } from '../src/command/options.ts'
import { disagreements, disagreementsOf } from '../src/corpus/disagreements.ts'
import { modelKey } from '../src/lexicon/keys.ts'
import { citationsOf } from '../src/storage/citations.ts'
import { freshnessOf, newestModels } from '../src/storage/models.ts'
import type { Store } from '../src/storage/store.ts'
import { conflictsView, disagreementsPerPage, pageOf } from '../src/views/conflicts.ts'

/** So many of the newest models are looked at, where none is named: as many as fill the page that is asked for. */
const newest = 24

const newestNames = async (store: Store): Promise<string[]> =>
  (await newestModels(store, { limit: newest })).slice(0, newest).map(({ name }) => name)

export default defineCommand({
  name: 'conflicts',
  description: 'Where sources disagree, what changed, and what only looks like a conflict',
  options: { model: model().optional(), page: integer({ min: 1, max: 999 }, 'Which page').optional() },
  examples: ['conflicts muse-spark', 'conflicts'],
  async run({ model, page = 1 }, { store }) {
    const { found, models } =
      model === undefined
        ? await disagreementsOf(store, await newestNames(store), (page + 1) * disagreementsPerPage)
        : { found: await disagreements(store, model), models: [model] }
    const { shown } = pageOf(found, page)
    const [freshness, sources] = await Promise.all([
      freshnessOf(store, model === undefined ? null : [modelKey(model)]),
      citationsOf(
        store,
        shown.flatMap(({ sides }) => sides.flatMap(({ claims }) => claims)),
      ),
    ])
    return conflictsView(
      found,
      freshness,
      { model: model ?? null, looked: models.length, page, command: model ? `conflicts ${model}` : 'conflicts' },
      sources,
    )
  },
})
