import { describe, expect, test } from 'vitest'
import { bind } from '../../src/command/bind.ts'
import { type Command, defineCommand, type Runnable } from '../../src/command/define.ts'
import { choice, date, flag, integer, model, models, text, url } from '../../src/command/options.ts'
import type { Resolution, Resolver } from '../../src/corpus/names.ts'

const known: Record<string, string> = {
  'muse spark': 'Muse Spark',
  'muse-spark': 'Muse Spark',
  'gpt 5.4': 'GPT-5.4',
  'gpt-5.4': 'GPT-5.4',
  gpt: '',
  'grok 4': 'Grok 4',
}
const resolve = (typed: string): Resolution => {
  const found = known[typed.toLowerCase()]
  if (found === '') return { among: ['GPT-5.4', 'GPT-5.5'] }
  return found ? { found } : { near: typed.startsWith('muse') ? ['Muse Spark'] : [] }
}
const resolver: Resolver = { model: resolve, vendor: resolve, benchmark: resolve, category: resolve, 'model or vendor': resolve }
const now = Date.UTC(2026, 5, 15)
const run = async () => ({ title: '', blocks: [] })
const compare = defineCommand({
  name: 'compare',
  description: '',
  options: { models: models({ min: 2, max: 3 }) },
  examples: ['compare muse-spark gpt-5.4'],
  run,
})
const risks = defineCommand({
  name: 'risks',
  description: '',
  options: {
    model: model().optional(),
    category: choice(['privacy', 'safety'], '').optional(),
    since: date('').optional(),
    page: integer({ min: 1, max: 9 }, '').optional(),
    short: flag('').optional(),
  },
  examples: ['risks muse-spark'],
  run,
})
const bound = (command: Command, words: string, named: Record<string, string> = {}) =>
  bind(command, undefined, command as Runnable, { words: words === '' ? [] : words.split(' '), named }, resolver, now)

describe('several models on one line', () => {
  test.each([
    ['muse-spark gpt-5.4'],
    ['muse spark vs gpt 5.4'],
    ['muse spark, gpt 5.4'],
    ['muse spark gpt 5.4'],
    ['Muse Spark versus gpt-5.4'],
    ['muse spark and gpt 5.4'],
    ['muse spark & gpt 5.4'],
    ['muse spark | gpt 5.4'],
    ['muse-spark gpt-5.4 muse spark'],
  ])('%s names two', (line) => {
    expect(bound(compare, line)).toEqual({ models: ['Muse Spark', 'GPT-5.4'] })
  })
  test('a platform’s list comes joined by commas', () => {
    expect(bound(compare, '', { models: 'Muse Spark,GPT-5.4' })).toEqual({ models: ['Muse Spark', 'GPT-5.4'] })
  })
  test('an unknown one is named with what is near, never guessed', () => {
    expect(() => bound(compare, 'muse sprak gpt 5.4')).toThrow(
      'No article names a model "muse sprak". Did you mean Muse Spark? /latest lists the newest models.',
    )
  })
  test('an ambiguous one asks which', () => {
    expect(() => bound(compare, 'muse spark, gpt')).toThrow('"gpt" could be GPT-5.4 or GPT-5.5. Say which.')
  })
  test('too few and too many say how many', () => {
    expect(() => bound(compare, 'muse spark')).toThrow(/one model only \(Muse Spark\); \/compare wants at least 2/)
    expect(() => bound(compare, '')).toThrow(
      /wants at least 2 models. Usage: \/compare MODEL1 MODEL2 …. For example: \/compare muse-spark gpt-5.4/,
    )
  })
})

describe('single options', () => {
  test('each kind becomes its value', () => {
    expect(bound(risks, 'muse spark', { category: 'Privacy', since: '7d', page: '2', short: 'yes' })).toEqual({
      model: 'Muse Spark',
      category: 'privacy',
      since: Date.UTC(2026, 5, 8),
      page: 2,
      short: true,
    })
  })
  test('a date is a day, a month or a span back', () => {
    const since = (typed: string) => bound(risks, '', { since: typed }).since
    expect([since('2026-04-08'), since('2026-04'), since('2w'), since('1 month')]).toEqual([
      Date.UTC(2026, 3, 8),
      Date.UTC(2026, 3, 1),
      Date.UTC(2026, 5, 1),
      Date.UTC(2026, 4, 16),
    ])
  })
  test.each([
    [{ category: 'speed' }, /category is one of privacy, safety; got "speed"/],
    [{ since: '2026-02-31' }, /since is a day/],
    [{ since: 'tomorrow' }, /since is a day/],
    [{ page: '0' }, /page is a whole number from 1 to 9; got "0"/],
    [{ page: '1.5' }, /whole number/],
    [{ short: 'perhaps' }, /short is yes or no/],
  ])('%o says what it must be', (named, message) => {
    expect(() => bound(risks, '', named)).toThrow(message)
  })
  test('the same thing said twice is refused', () => {
    expect(() => bound(risks, 'muse spark', { model: 'GPT-5.4' })).toThrow(/say the same thing twice/)
  })
  test('words for a command without options are refused', () => {
    const plain = defineCommand({ name: 'status', description: '', options: {}, examples: [], run })
    expect(() => bound(plain, 'now')).toThrow(/takes no words/)
  })
  test('an address is taken as Slack wraps it, and only over http', () => {
    const add = defineCommand({
      name: 'add',
      description: '',
      options: { url: url(''), note: text('').optional() },
      examples: [],
      run,
    })
    expect(bound(add, '<https://example.com/a|example.com>')).toEqual({ url: 'https://example.com/a', note: undefined })
    expect(() => bound(add, 'file:///etc/passwd')).toThrow(/starts with http/)
  })
})
