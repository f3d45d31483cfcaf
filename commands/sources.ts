import { defineCommand } from '../src/command/define.ts'
import { integer, model } from '../src/command/options.ts'
import { disagreements } from '../src/corpus/disagreements.ts'
import { byPublisher } from '../src/corpus/publishers.ts'
import { modelKey } from '../src/lexicon/keys.ts'
import { citationsOf } from '../src/storage/citations.ts'
import { articlesOn, freshnessOf, latestArticles } from '../src/storage/models.ts'
import { supportOfPublishers } from '../src/storage/publishers.ts'
import { sourcesView } from '../src/views/sources.ts'

export default defineCommand({
  name: 'sources',
  description: 'What was read: publishers, articles, and how far other sources bear them out',
  options: { model: model().optional(), page: integer({ min: 1, max: 999 }, 'Which page').optional() },
  examples: ['sources muse-spark', 'sources'],
  async run({ model, page }, { store }) {
    const keys = model === undefined ? null : [modelKey(model)]
    const [articles, freshness, support, conflicts] = await Promise.all([
      keys ? articlesOn(store, keys, 0) : latestArticles(store, 500),
      freshnessOf(store, keys),
      supportOfPublishers(store, keys),
      model === undefined ? null : disagreements(store, model),
    ])
    const cited = await citationsOf(store, conflicts?.flatMap(({ sides }) => sides.flatMap(({ claims }) => claims)) ?? [])
    const lines = byPublisher(articles, support, conflicts, (claim) => cited[claim]?.article)
    return sourcesView(lines, freshness, {
      model: model ?? null,
      page: page ?? 1,
      command: model ? `sources ${model}` : 'sources',
    })
  },
})
