import { defineCommand } from '../src/command/define.ts'
import { flag, model } from '../src/command/options.ts'
import { launchBrief } from '../src/corpus/launch-brief.ts'
import { launchView } from '../src/views/launch.ts'

export default defineCommand({
  name: 'launch',
  description: 'A brief on one model: what it is, how it does and who measured, risks, disagreements, sources',
  options: { model: model(), full: flag('Everything, not only what matters most').optional() },
  examples: ['launch muse-spark', 'launch claude opus 4.6', 'launch gpt-5.5 full:yes'],
  async run({ model, full }, { store }) {
    return launchView(await launchBrief(store, model), full === true)
  },
})
