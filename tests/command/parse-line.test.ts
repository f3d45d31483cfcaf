import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defineCommand, defineFamily, defineSubcommand } from '../../src/command/define.ts'
import { category, flag, integer, models, rest, text } from '../../src/command/options.ts'
import { parseLine } from '../../src/command/parse-line.ts'
import { UserError } from '../../src/errors.ts'

const empty = async () => ({ title: '', blocks: [] })
const commands = [
  defineCommand({
    name: 'compare',
    description: 'Models side by side',
    options: { models: models({ min: 2, max: 5 }), on: category().optional(), chart: flag('With a chart').optional() },
    examples: ['compare a b on:health'],
    run: empty,
  }),
  defineCommand({ name: 'ask', description: 'Asks', options: { question: rest('What to ask') }, examples: [], run: empty }),
  defineFamily({
    name: 'digest',
    description: 'Digests',
    examples: ['digest list'],
    subcommands: {
      list: defineSubcommand({
        description: 'Lists',
        options: { page: integer({ min: 1, max: 9 }, 'Page').optional() },
        examples: [],
        run: empty,
      }),
      pause: defineSubcommand({ description: 'Pauses', options: { which: text('Which') }, examples: [], run: empty }),
    },
  }),
]
const parse = (line: string) => parseLine(line, commands)

describe('a typed line', () => {
  test.each([
    ['/compare muse-spark gpt-5.4', ['muse-spark', 'gpt-5.4'], {}],
    ['compare muse spark vs gpt 5.4 on:health', ['muse', 'spark', 'vs', 'gpt', '5.4'], { on: 'health' }],
    ['/launchwire compare a b --on health', ['a', 'b'], { on: 'health' }],
    ['/compare a b on: health', ['a', 'b'], { on: 'health' }],
    ['/compare a b --on=health', ['a', 'b'], { on: 'health' }],
    ['/compare "muse spark" "gpt 5.4"', ['muse spark', 'gpt 5.4'], {}],
    ['/compare a b on:"long context"', ['a', 'b'], { on: 'long context' }],
    ['/compare a b --chart', ['a', 'b'], { chart: 'true' }],
    ['/compare a b public:yes', ['a', 'b'], { public: 'yes' }],
  ])('%s is read into words and options', (line, words, named) => {
    expect(parse(line)).toEqual({ command: 'compare', words, named })
  })

  test('a phone’s long dash still starts an option, and its curly quotes still quote', () => {
    expect(parse('/compare “muse spark” b —on health')).toEqual({
      command: 'compare',
      words: ['muse spark', 'b'],
      named: { on: 'health' },
    })
  })

  test('a phone’s odd hyphens and spaces inside a name become plain ones', () => {
    expect(parse('/compare GPT\u20115.4\u202fPro b').words).toEqual(['GPT-5.4', 'Pro', 'b'])
  })

  test('free text keeps its colons and dashes', () => {
    expect(parse('/ask what is new: prices --really?').words).toEqual(['what', 'is', 'new:', 'prices', '--really?'])
  })

  test('an address is not taken for an option', () => {
    expect(parse('/digest pause https://example.com/a').words).toEqual(['https://example.com/a'])
  })

  test('a subcommand is read before its options', () => {
    expect(parse('/digest list page:2')).toEqual({ command: 'digest', subcommand: 'list', words: [], named: { page: '2' } })
  })

  test('an empty line is the help', () => {
    expect(() => parse('/')).toThrow(UserError)
    expect(() => parse('')).toThrow(/no command \/help/)
  })
})

describe('what is wrong is said with what would work', () => {
  test('an unknown command names the nearest', () => {
    expect(() => parse('/comprae a b')).toThrow('There is no command /comprae. Did you mean /compare? /help lists them all.')
  })
  test('an unknown option names the nearest', () => {
    expect(() => parse('/digest list pgae:2')).toThrow(/no option "pgae". Did you mean page:\?/)
  })
  test('an option without its value shows an example', () => {
    expect(() => parse('/compare a b --on')).toThrow('The option on of /compare wants a value, for example on:health')
  })
  test('a family without its subcommand lists them', () => {
    expect(() => parse('/digest')).toThrow('/digest wants one of: list, pause. For example: /digest list')
    expect(() => parse('/digest lst')).toThrow(/has no "lst"/)
  })
})

describe('a line without a command', () => {
  test('is asked where it is a question', () => {
    expect(parse('how does muse spark do on health?')).toEqual({
      command: 'ask',
      words: ['how', 'does', 'muse', 'spark', 'do', 'on', 'health?'],
      named: {},
    })
  })
  test('is no question after a slash, or without the look of one', () => {
    expect(() => parse('/how does it do?')).toThrow('There is no command /how')
    expect(() => parse('hello there')).toThrow('There is no command /hello')
  })
})

test('no line makes the parser throw anything but an error for people', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('/compare ', '/ask ').chain((start) => fc.string().map((end) => start + end)),
      ),
      (line) => {
        try {
          const { words, named } = parse(line)
          expect([...words, ...Object.values(named)].every((word) => typeof word === 'string')).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      },
    ),
  )
})
