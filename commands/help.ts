import { defineCommand } from '../src/command/define.ts'
import { text } from '../src/command/options.ts'
import { UserError } from '../src/errors.ts'
import { commandHelpView, helpView } from '../src/views/help.ts'

export default defineCommand({
  name: 'help',
  description: 'What Launchwire can answer, and how to ask',
  options: { command: text('Which command').optional() },
  examples: ['help', 'help compare'],
  async run({ command }, { commands }) {
    if (command === undefined) return helpView(commands)
    const found = commands.find(({ name }) => name === command.replace(/^\//, '').toLowerCase())
    if (!found)
      throw new UserError('not_found', `There is no command /${command.replace(/^\//, '')}. /help lists them all.`, {
        suggestions: ['help'],
      })
    return commandHelpView(found)
  },
})
