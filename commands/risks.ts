import { riskCategories } from '../src/claim.ts'
import { defineCommand } from '../src/command/define.ts'
import { choice, date, integer, model } from '../src/command/options.ts'
import { riskRegister } from '../src/corpus/risk-register.ts'
import { modelKey } from '../src/lexicon/keys.ts'
import { findingsOfModels, findingsOfType } from '../src/storage/findings.ts'
import { freshnessOf } from '../src/storage/models.ts'
import { risksView } from '../src/views/risks.ts'

const mostRead = 400

export default defineCommand({
  name: 'risks',
  description: 'Risks that the coverage names, with severity by rule, status and who raised them',
  options: {
    model: model().optional(),
    category: choice(riskCategories, 'Only this kind of risk').optional(),
    since: date('Only risks first named since then (2026-04-08, 7d, 2w)').optional(),
    page: integer({ min: 1, max: 999 }, 'Which page').optional(),
  },
  examples: ['risks muse-spark', 'risks muse-spark category:privacy', 'risks since:30d'],
  async run({ model, category, since, page }, { store }) {
    const keys = model === undefined ? null : [modelKey(model)]
    const [found, freshness] = await Promise.all([
      keys
        ? findingsOfModels(store, keys, 'risk', mostRead)
        : findingsOfType(store, 'risk', {
            limit: mostRead,
            ...(since === undefined ? {} : { since }),
            ...(category ? { subjectKey: category } : {}),
          }),
      freshnessOf(store, keys),
    ])
    const wanted = found.filter(
      ({ claim, firstAt }) =>
        (!category || claim.category === category) && (since === undefined || (firstAt !== null && firstAt >= since)),
    )
    const command = ['risks', model, category ? `category:${category}` : undefined].filter(Boolean).join(' ')
    return risksView(riskRegister(wanted), freshness, {
      model: model ?? null,
      category: category ?? null,
      page: page ?? 1,
      command,
    })
  },
})
