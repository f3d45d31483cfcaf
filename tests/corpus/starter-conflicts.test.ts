import { beforeAll, describe, expect, it } from 'vitest'
import type { Disagreement, DisagreementKind } from '../../src/corpus/disagreement.ts'
import { disagreements } from '../../src/corpus/disagreements.ts'
import { citationsOf } from '../../src/storage/citations.ts'
import { allModels } from '../../src/storage/models.ts'
import type { Store } from '../../src/storage/store.ts'
import { corpusOf } from '../starter-corpus.ts'

let store: Store
const all = new Map<string, Disagreement[]>()

beforeAll(async () => {
  store = await corpusOf()
  for (const { name } of await allModels(store)) all.set(name, await disagreements(store, name))
}, 60_000)

describe('the contradictions between the reports of the starter corpus', () => {
  it.each<[string, DisagreementKind, string, string[]]>([
    ['Nemotron 3 Ultra', 'not comparable', 'Artificial Analysis Intelligence Index', ['48', '38 (v4.1)']],
    ['Nemotron 3 Ultra', 'conflict', 'license', ['NVIDIA Open Model License', 'OpenMDW']],
    ['MAI-Transcribe-1', 'conflict', 'FLEURS', ['3.8%', '3.9%']],
    ['GLM-5.2', 'conflict', 'release date', ['2026-06-13', '2026-06-16']],
    ['Grok 4.2', 'conflict', 'release date', ['2026-03-10', '2026-03-19']],
    ['Grok 4.2', 'not comparable', 'release date', ['2026-03-09 (beta)', '2026-03-10']],
    ['GPT-5.4', 'not comparable', 'context window', ['272000', '1050000']],
    ['MiniMax M2.5', 'conflict', 'parameters', ['229B', '230B']],
    ['MiniMax M2.5', 'changed', 'price output', ['1.20', '1.15']],
    ['Devstral 2', 'conflict', 'SWE-bench Verified', ['72.2', '74.2']],
    ['Claude Opus 4.6', 'conflict', 'SWE-bench Pro', ['57.3', '53.4']],
    ['Claude Opus 4.6', 'conflict', 'SWE-bench Verified', ['80.8', '80.9']],
    ['Claude Fable 5', 'conflict', 'Terminal-Bench 2.1', ['88', '83.4']],
    ['Claude Opus 4.8', 'conflict', 'price input', ['5.00 USD', '10 USD']],
    ['Claude Opus 4.8', 'conflict', 'price output', ['25.00 USD', '50 USD']],
    ['DeepSeek-V4-Pro', 'conflict', 'SWE-bench Verified', ['80.6', '74']],
    ['GPT-Realtime-2', 'conflict', 'MultiChallenge Audio', ['48.5', '70.8']],
    ['GPT-5.5', 'conflict', 'SWE-bench Verified', ['82.6', '88.7']],
    ['Muse Spark', 'conflict', 'who leads', ['ahead of the newest models', 'level with the newest models', 'behind GPT-5.4']],
    ['Muse Spark', 'conflict', 'which rivals it is measured against', ['GPT-4.5', 'GPT-5.4']],
    ['Muse Spark', 'conflict', 'name of the lab', ['Meta Superintelligence Labs', 'Meta Intelligence Labs']],
    ['Muse Spark', 'conflict', 'openness', ['open source is over', 'later versions may be open']],
    ['Muse Spark', 'conflict', 'modalities', ['text, images', 'text, images, audio, video']],
  ])('%s, %s: %s', (model, kind, about, texts) => {
    const found = all.get(model)?.find((each) => each.kind === kind && each.about === about)
    expect(found, `${model} has ${kind} on ${about}`).toBeDefined()
    for (const text of texts) expect(found!.sides.map((side) => side.text)).toContainEqual(expect.stringContaining(text))
  })

  it('have two sides or more, and stand on two articles or more', async () => {
    const found = [...all.values()].flat()
    expect(found.length).toBeGreaterThan(15)
    for (const each of found) {
      expect(each.sides.length, each.about).toBeGreaterThan(1)
      const cited = await citationsOf(
        store,
        each.sides.flatMap(({ claims }) => claims),
      )
      const articles = new Set(Object.values(cited).map(({ article }) => article))
      if (each.reason !== 'a denial against a report') expect(articles.size, `${each.model}, ${each.about}`).toBeGreaterThan(1)
    }
  })

  it('never hold the same number twice, and no number that its source does not give', async () => {
    for (const each of [...all.values()].flat()) {
      const texts = each.sides.map(({ text }) => text)
      expect(new Set(texts).size, `${each.model}, ${each.about}: ${texts.join(' | ')}`).toBe(texts.length)
    }
  })

  it('leave agreement alone: the same figure with and without a percent sign, over and more than 1,000', () => {
    const muse = all.get('Muse Spark') ?? []
    expect(muse.filter(({ about }) => about === 'HealthBench Hard')).toEqual([])
    expect(muse.flatMap(({ sides }) => sides.map(({ text }) => text)).filter((text) => /1,000/.test(text))).toEqual([])
  })
})
