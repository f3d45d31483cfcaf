import { defineCommand } from '../src/command/define.ts'
import { url } from '../src/command/options.ts'
import { UserError } from '../src/errors.ts'
import { addedView } from '../src/views/added.ts'

export default defineCommand({
  name: 'add',
  description: 'Read an article into the corpus and say what was found in it',
  access: 'managers',
  openedBy: 'LAUNCHWIRE_OPEN_INTAKE',
  options: { url: url('Address of the article') },
  examples: ['add https://example.com/a-model-is-launched'],
  async run({ url }, { intake }) {
    if (!intake) throw new UserError('config', 'Nothing is fetched here: Launchwire was started without its fetcher.')
    return addedView(await intake.add(url))
  },
})
