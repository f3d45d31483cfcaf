import { defineCommand } from '../src/command/define.ts'
import { integer, model } from '../src/command/options.ts'
import { disagreements, disagreementsOf } from '../src/corpus/disagreements.ts'
import { modelKey } from '../src/lexicon/keys.ts'
import { citationsOf } from '../src/storage/citations.ts'
import { freshnessOf, newestModels } from '../src/storage/models.ts'
import { conflictsView, pageOf } from '../src/views/conflicts.ts'

const newest = 6

export default defineCommand({
  name: 'conflicts',
  description: 'Where sources disagree, what changed, and what only looks like a conflict',
  options: { model: model().optional(), page: integer({ min: 1, max: 999 }, 'Which page').optional() },
  examples: ['conflicts muse-spark', 'conflicts'],
  async run({ model, page = 1 }, { store }) {
    const found =
      model === undefined
        ? await disagreementsOf(
            store,
            (await newestModels(store, { limit: newest })).slice(0, newest).map(({ name }) => name),
          )
        : await disagreements(store, model)
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
      { model: model ?? null, page, command: model ? `conflicts ${model}` : 'conflicts' },
      sources,
    )
  },
})
