import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates } from '../../src/reader/dates.ts'

/** 2026-05-14 is a Thursday. */
const published = '2026-05-14'
const dates = (text: string, from: string | null = published, past = true) => findDates(text, from, past).map((d) => d.date)

describe('dates as texts write them', () => {
  const absolute: [string, string[]][] = [
    ['on April 8, 2026', ['2026-04-08']],
    ['on Feb. 26th, 2026', ['2026-02-26']],
    ['on 3 April 2026', ['2026-04-03']],
    ['2025-12-01 and 2025/12/02', ['2025-12-01', '2025-12-02']],
    ['in October 2025', ['2025-10']],
    ['in late 2025', []],
    ['on February 30, 2026', []],
    ['version 4.6 of 12', []],
    ['April showers', []],
  ]
  it.each(absolute)('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected)
    expect(dates(text, null)).toEqual(expected)
  })

  it('counts from the article where the text leaves something out', () => {
    expect(dates('on April 8')).toEqual(['2026-04-08'])
    expect(dates('on December 12')).toEqual(['2025-12-12'])
    expect(dates('on June 2', published, false)).toEqual(['2026-06-02'])
    expect(dates('on Wednesday')).toEqual(['2026-05-13'])
    expect(dates('on Thursday')).toEqual(['2026-05-14'])
    expect(dates('on Friday', published, false)).toEqual(['2026-05-15'])
    expect(dates('yesterday')).toEqual(['2026-05-13'])
    expect(dates('last month')).toEqual(['2026-04'])
    expect(dates('last month', '2026-01-10')).toEqual(['2025-12'])
  })

  it('leaves out what it cannot count from', () => {
    expect(dates('on Wednesday, yesterday and April 8', null)).toEqual([])
    expect(dates('on Wednesday', '2026-05')).toEqual([])
    expect(dates('last week')).toEqual([])
  })
})

it('gives valid days in the order of their places, whatever the text', () => {
  const part = fc.constantFrom('May ', '31', ' of ', 'April', '2026', '-02-', ', ', 'on Monday', '3rd', 'Feb. 30', ' ')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const found = findDates(parts.join(''), published)
      for (const [i, date] of found.entries()) {
        expect(date.date).toMatch(/^\d{4}-\d{2}(?:-\d{2})?$/)
        expect(Number.isNaN(Date.parse(date.date))).toBe(false)
        if (i > 0) expect(date.start).toBeGreaterThanOrEqual((found[i - 1] as { end: number }).end)
      }
    }),
  )
})
