import { defineCommand } from '../src/command/define.ts'
import { integer, model } from '../src/command/options.ts'
import { byPublisher } from '../src/corpus/publishers.ts'
import { modelKey } from '../src/lexicon/keys.ts'
import { articlesOn, freshnessOf, latestArticles } from '../src/storage/models.ts'
import { sourcesView } from '../src/views/sources.ts'

export default defineCommand({
  name: 'sources',
  description: 'What was read: publishers, articles and dates',
  options: { model: model().optional(), page: integer({ min: 1, max: 999 }, 'Which page').optional() },
  examples: ['sources muse-spark', 'sources'],
  async run({ model, page }, { store }) {
    const keys = model === undefined ? null : [modelKey(model)]
    const [articles, freshness] = await Promise.all([
      keys ? articlesOn(store, keys, 0) : latestArticles(store, 500),
      freshnessOf(store, keys),
    ])
    return sourcesView(byPublisher(articles), freshness, {
      model: model ?? null,
      page: page ?? 1,
      command: model ? `sources ${model}` : 'sources',
    })
  },
})
