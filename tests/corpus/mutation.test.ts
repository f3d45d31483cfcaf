import { expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import type { Article } from '../../src/article.ts'
import { readConfig } from '../../src/config.ts'
import { createNames } from '../../src/corpus/names.ts'
import { ingest } from '../../src/ingest.ts'
import { articleFromFile } from '../../src/intake/read-file.ts'
import { createCore } from '../../src/invoke.ts'
import { createLog } from '../../src/log.ts'
import { corpusOf } from '../starter-corpus.ts'

const caller = { adapter: 'test', team: null, channel: null, person: null, manager: true, zone: null }
const original = `---
title: Larkspur 3 is out
publisher: Example Weekly
url: https://example.com/larkspur
published: 2026-04-08
models: [GPT-5.4]
---
OpenAI released GPT-5.4 on April 8, 2026. By OpenAI's own figures, GPT-5.4 scored 82.8% on GPQA Diamond and 57.7% on SWE-bench Pro. It costs $2.50 per million input tokens.
`
const article = (text: string): Article => articleFromFile('a.md', new TextEncoder().encode(text))

async function answers(change: (text: string) => string): Promise<{ before: string; after: string }> {
  const store = await corpusOf([article(original)])
  const log = createLog(
    'silent',
    () => {},
    () => 0,
  )
  const core = createCore({
    commands,
    config: readConfig({}),
    store,
    names: await createNames(store),
    log,
    now: () => Date.UTC(2026, 6, 6),
  })
  const ask = async () =>
    JSON.stringify(
      await Promise.all(
        ['launch gpt-5.4', 'benchmark gpqa diamond', 'ask what does gpt-5.4 cost?', 'timeline gpt-5.4'].map((line) =>
          core.invokeLine(line, caller),
        ),
      ),
    )
  const before = await ask()
  await ingest(store, [article(change(original))], { now: () => Date.UTC(2026, 6, 7) })
  const after = await ask()
  await store.close()
  return { before, after }
}

test.each([
  ['a number', (text: string) => text.replace('82.8%', '79.1%'), '82.8%', '79.1%'],
  ['a benchmark', (text: string) => text.replace('GPQA Diamond', 'MMLU-Pro'), 'GPQA Diamond', 'MMLU-Pro'],
  ['a price', (text: string) => text.replace('$2.50', '$3.75'), '2.50 USD', '3.75 USD'],
  ['a date', (text: string) => text.replace('April 8', 'April 9'), '2026-04-08 ', '2026-04-09'],
])('when %s of a stored article changes the answers follow, and no stale figure survives', async (_, change, old, now) => {
  const { before, after } = await answers(change)
  expect(before).toContain(old.trim())
  expect(after).toContain(now)
  // the article's own date of publication stays
  const rest =
    old === '2026-04-08 '
      ? after
          .replaceAll('"published":"2026-04-08"', '')
          .replaceAll('newest 2026-04-08', '')
          .replaceAll(/first reported/g, '')
      : after
  if (old !== 'GPQA Diamond' && old !== '2026-04-08 ') expect(rest).not.toContain(old)
})

test('when the model of a number changes the number leaves the old model', async () => {
  const { after } = await answers((text) => text.replaceAll('GPT-5.4', 'GPT-5.5'))
  expect(after).not.toContain('"text":["GPT-5.4"]')
  expect(after).toContain('"text":["GPT-5.5"]},{"text":[{"text":"82.8%"')
  expect(after).toContain('No article names a model')
})
