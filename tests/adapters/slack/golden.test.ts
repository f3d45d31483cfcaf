import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Payload } from '../../../src/adapters/slack/render.ts'
import { judge } from './judge.ts'

const folder = join(import.meta.dirname, '../../golden')
const files = readdirSync(folder).filter((name) => name.endsWith('.slack.json'))

test.each(files)('the golden payloads of %s are what Slack takes', (name) => {
  const payloads = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Payload[]
  expect(payloads.length).toBeGreaterThan(0)
  for (const payload of payloads) expect(judge('Post', { channel: 'C1', ...payload })).toEqual([])
})
