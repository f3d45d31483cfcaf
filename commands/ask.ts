import { defineCommand } from '../src/command/define.ts'
import { rest } from '../src/command/options.ts'
import { answer } from '../src/corpus/answer.ts'
import { readQuestion } from '../src/corpus/question.ts'
import { modelKey } from '../src/lexicon/keys.ts'
import { freshnessOf, modelsOfVendor } from '../src/storage/models.ts'
import { answerView } from '../src/views/answer.ts'

export default defineCommand({
  name: 'ask',
  description: 'A question in plain words, answered with cited figures and statements, or “not in the corpus”',
  options: { question: rest('What you want to know') },
  examples: ['ask how does muse spark do on health?', 'ask what does GPT-5.5 cost?'],
  async run({ question }, { store, names }) {
    const asked = readQuestion(question, names)
    const keys = asked.models.map(modelKey)
    if (keys.length === 0 && asked.newest && asked.vendor !== null)
      keys.push(...(await modelsOfVendor(store, asked.vendor, 200)).map(({ key }) => key))
    const [found, freshness] = await Promise.all([answer(store, names, asked), freshnessOf(store, keys.length > 0 ? keys : null)])
    const nearest = asked.unknownModels.flatMap((name) => names.search('model', name, 3))
    return answerView(found, freshness, [...new Set(nearest)])
  },
})
