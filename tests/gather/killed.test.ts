import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { noFaults, usualFaults } from './faulty-web.ts'
import { politeness, replay } from './replay.ts'
import { madeWeek } from './week.ts'

const folder = mkdtempSync(join(tmpdir(), 'launchwire-killed-'))
afterAll(() => rmSync(folder, { recursive: true }))

// the whole week of ten feeds with twenty kills is `npm run bench -- intake`
test('a poller that is killed four times amid faults ends with the corpus of one that ran undisturbed', async () => {
  const week = madeWeek(11, { feeds: 6, days: 1, perDay: 3 })
  const [clean, disturbed] = await Promise.all([
    replay(week, join(folder, 'clean'), { faults: noFaults, kills: 0, seed: 1, daysAfter: 1.5 }),
    replay(week, join(folder, 'disturbed'), { faults: usualFaults, kills: 4, seed: 2, daysAfter: 1.5 }),
  ])
  expect(clean.titles).toEqual(week.expected)
  expect(disturbed.kills).toBe(4)
  expect(disturbed.seen.some(({ status }) => status === 'silence' || status === 'cut')).toBe(true)
  expect(disturbed.corpus).toEqual(clean.corpus)
  expect(disturbed.pending).toBe(0)
  const { feedPerDay, robotsPerDay, early } = politeness(disturbed.seen)
  expect(feedPerDay).toBeLessThanOrEqual(27)
  expect(robotsPerDay).toBeLessThanOrEqual(6)
  expect(early).toBe(0)
}, 60_000)
