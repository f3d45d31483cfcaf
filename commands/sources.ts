import { defineCommand } from '../src/command/define.ts'
import { integer, model } from '../src/command/options.ts'
import { disagreements } from '../src/corpus/disagreements.ts'
import { byPublisher } from '../src/corpus/publishers.ts'
import { modelKey } from '../src/lexicon/keys.ts'
import { freshnessOf } from '../src/storage/models.ts'
import { newestOf, outlets } from '../src/storage/outlets.ts'
import { publisherKeysOf, supportOfPublishers } from '../src/storage/support.ts'
import { articlesPerPublisher, sourcesPage, sourcesView } from '../src/views/sources.ts'

export default defineCommand({
  name: 'sources',
  description: 'What was read: publishers, articles, and how far other sources bear them out',
  options: { model: model().optional(), page: integer({ min: 1, max: 999 }, 'Which page').optional() },
  examples: ['sources muse-spark', 'sources'],
  async run({ model, page }, { store }) {
    const keys = model === undefined ? null : [modelKey(model)]
    const [read, freshness, support, conflicts] = await Promise.all([
      outlets(store, keys),
      freshnessOf(store, keys),
      supportOfPublishers(store, keys),
      model === undefined ? null : disagreements(store, model),
    ])
    const keyOf = await publisherKeysOf(store, conflicts?.flatMap(({ sides }) => sides.flatMap(({ claims }) => claims)) ?? [])
    const lines = byPublisher(read, support, conflicts, (claim) => keyOf.get(claim))
    const sheet = sourcesPage(lines, page ?? 1)
    const articles = await Promise.all(sheet.shown.map(({ spellings }) => newestOf(store, spellings, keys, articlesPerPublisher)))
    return sourcesView(sheet, articles.flat(), freshness, {
      model: model ?? null,
      command: model ? `sources ${model}` : 'sources',
    })
  },
})
