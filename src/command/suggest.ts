import type { Names } from '../corpus/names.ts'
import { type Command, runnableOf } from './define.ts'
import type { Choice, SuggestRequest } from './invocation.ts'

/** Discord shows at most 25 choices, Slack 100; 25 serve a person on both. */
export const mostChoices = 25

/** Ways of saying when, for those who do not know that plain words are read. */
const schedulePhrases = [
  'every Monday 9:00',
  'weekdays 08:30',
  'daily at 7am',
  'every Friday 16:00',
  'every Monday and Thursday 9:00',
  'first of the month',
  'first Monday of the month 10:00',
]

/** Choices for a partly typed option: names from memory, fixed choices by their start. */
export function suggest(request: SuggestRequest, commands: readonly Command[], names: Names): Choice[] {
  const command = commands.find(({ name }) => name === request.command)
  const option = command && runnableOf(command, request.subcommand)?.options[request.option]
  if (!option) return []
  const plain = (values: readonly string[]): Choice[] => values.slice(0, mostChoices).map((value) => ({ label: value, value }))
  const typed = request.partial.trim()
  switch (option.kind) {
    case 'model':
    case 'model or vendor':
    case 'vendor':
    case 'benchmark':
    case 'category':
      return plain(names.search(option.kind, typed, mostChoices))
    case 'choice':
      return plain((option.choices ?? []).filter((choice) => choice.toLowerCase().startsWith(typed.toLowerCase())))
    case 'schedule':
      return plain(schedulePhrases.filter((phrase) => phrase.toLowerCase().includes(typed.toLowerCase())))
    case 'zone': {
      const wanted = typed.toLowerCase().replace(/\s+/g, '_')
      return plain(Intl.supportedValuesOf('timeZone').filter((zone) => zone.toLowerCase().includes(wanted)))
    }
    default:
      return []
  }
}
