import { expect, it } from 'vitest'
import { factsOf } from './facts-of.ts'

const table = (...rows: string[]): string => rows.join('\n')

it('reads when and how models end from a table', () => {
  const body = table(
    '| Model | Deprecated | Shutdown |',
    '|---|---|---|',
    '| GPT-4.1, GPT-4.1 mini (ChatGPT) | Feb 1, 2026 | Removed from the free plan |',
    '| Claude 3.7 Sonnet | Nov 1, 2025 | May 1, 2026 |',
    '| Claude 3.5 Sonnet (Vertex AI) | — | Feb 2, 2026 |',
  )
  expect(factsOf('availability', body, 'Which models end')).toEqual([
    'Claude 3.5 Sonnet: Vertex AI: shut down on 2026-02-02',
    'Claude 3.7 Sonnet: shut down on 2026-05-01',
    'GPT-4.1 mini: ChatGPT: removed from the free plan',
    'GPT-4.1: ChatGPT: removed from the free plan',
  ])
})

it('gives the place of the line above to every model that a table lists, and modalities from its descriptions', () => {
  const body = table(
    'The following models are available in Orbit Cloud:',
    '',
    '| Model | Description |',
    '|---|---|',
    '| GPT-4.1 | GPT-4.1 is a fast text-only model for chats. |',
    '| Claude 3.7 Sonnet | Claude 3.7 Sonnet is a model that processes text and image inputs. |',
  )
  expect(factsOf('availability', body, 'Orbit Cloud')).toEqual(['Claude 3.7 Sonnet: Orbit Cloud', 'GPT-4.1: Orbit Cloud'])
  expect(factsOf('modalities', body, 'Orbit Cloud')).toEqual(['Claude 3.7 Sonnet: text, image in', 'GPT-4.1: text'])
})
