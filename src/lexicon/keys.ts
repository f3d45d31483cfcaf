import { remembered } from './remembered.ts'
import { slug } from './slug.ts'
import { wholeBenchmark, wholeModel } from './whole-name.ts'

/** Two official spellings of one version, by key: xAI counts Grok 4.2 as 4.20 in its API, news as 4.2. */
const sameModel: Readonly<Record<string, string>> = { 'grok-4.2': 'grok-4.20' }

/**
 * The key under which all spellings of one model meet ("GPT 5.4", "gpt-5.4" → "gpt-5.4"; "Opus 4.6" → "claude-opus-4.6"). Names that no
 * family knows are slugged as they stand. Versions are never rounded: "Grok 4.1" and "Grok 4.20" differ.
 */
export const modelKey = remembered((name) => {
  const mention = wholeModel(name)
  const key = slug(mention === null ? name : mention.name)
  return sameModel[key] ?? key
})

/** The key under which all spellings of one benchmark meet ("HLE" → "humanitys-last-exam"); a name that nobody knows is slugged as it stands. */
export const benchmarkKey = remembered((name) => wholeBenchmark(name)?.key ?? slug(name))
