import { unparsedByReason } from '../storage/unparsed.ts'
import type { OperatorCommand } from './operator.ts'

export const unparsedCommand: OperatorCommand = {
  name: 'unparsed',
  summary: 'Lists the sentences whose numbers were not read, by reason, so that the lexicon can grow.',
  usage: ['unparsed [--limit N] [--json]'],
  options: {
    limit: { type: 'string', description: 'How many sentences a reason (default 5)', value: 'N' },
    json: { type: 'boolean', description: 'For machines' },
  },
  async run({ values }, system) {
    const groups = await unparsedByReason(await system.store(), Math.max(1, Number(values.limit ?? 5) || 5))
    if (values.json) {
      system.out(`${JSON.stringify(groups)}\n`)
      return 0
    }
    if (groups.length === 0) system.out('No number was left unread.\n')
    for (const { reason, count, examples } of groups) {
      system.out(`${reason} (${count})\n`)
      for (const { quote, title } of examples) system.out(`  ${quote.replace(/\s+/g, ' ').slice(0, 200)}\n    in: ${title}\n`)
    }
    return 0
  },
}
