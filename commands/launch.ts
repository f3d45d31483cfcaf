import { defineCommand } from '../src/command/define.ts'
import { model } from '../src/command/options.ts'
import { launchBrief } from '../src/corpus/launch-brief.ts'
import { launchView } from '../src/views/launch.ts'

export default defineCommand({
  name: 'launch',
  description: 'A brief on one model: what it is, how it does and who measured, risks, disagreements, sources',
  options: { model: model() },
  examples: ['launch muse-spark', 'launch claude opus 4.6'],
  async run({ model }, { store }) {
    return launchView(await launchBrief(store, model))
  },
})
