import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { labelledTexts } from '../../src/cli/eval.ts'
import { evaluate, type Report } from '../../src/cli/eval-counts.ts'
import { read } from '../../src/reader/read.ts'

const folder = join(import.meta.dirname, '../../../shared/coverage/gold')
const present = existsSync(folder)

/** What has been reached on the labelled texts, a little below the measured figures: a change of the reader may not fall under it. */
const floors = {
  scores: { precision: 0.99, recall: 0.955 },
  facts: { precision: 0.92, recall: 0.875 },
  risks: { precision: 0.92, recall: 0.89 },
  models: { precision: 0.93, recall: 0.9 },
} as const

describe.skipIf(!present)(`the reader on the labelled texts${present ? '' : ' (skipped: they are not here)'}`, () => {
  let report: Report
  test('reads all of them, and no score from those that have none', () => {
    report = evaluate(labelledTexts(folder), read)
    expect(report.falseAlarms).toBe(0)
  }, 60_000)

  test.each(Object.entries(floors))('%s stay above their floor', (kind, floor) => {
    const { right, wrong, missed } = report.all[kind as keyof typeof floors]
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(floor.precision)
    expect(right / (right + missed)).toBeGreaterThanOrEqual(floor.recall)
  })

  test('who claims a number is right for at least nineteen in twenty', () => {
    const { right, of } = report.all.claimant
    expect(right / of).toBeGreaterThanOrEqual(0.95)
  })
})
