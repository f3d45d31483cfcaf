import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { commands as realCommands } from '../../../commands/index.ts'
import { declare, slotsOf, sourcesSay } from '../../../src/adapters/discord/declare.ts'
import { lineOf, readOptions, withoutPublic } from '../../../src/adapters/discord/invocation.ts'
import { runnableOf } from '../../../src/command/define.ts'
import type { Invocation } from '../../../src/command/invocation.ts'
import { parseLine } from '../../../src/command/parse-line.ts'
import { commandFaults } from './cross-field.ts'
import { commands } from './fake-core.ts'
import { judge } from './judge.ts'
import { ids } from './local-objects.ts'

const route = `/applications/${ids.application}/commands`
const named = (name: string) =>
  declare(commands).find((command) => command.name === name) as RESTPostAPIChatInputApplicationCommandsJSONBody
describe.each([
  ['the tests', commands],
  ['the product', realCommands],
])('the commands of %s', (_, declared) => {
  test('are taken by Discord, for everyone and for one server', () => {
    for (const where of ['global', 'guild'] as const) {
      const body = declare(declared, where)
      expect([...judge('PUT', route, body), ...commandFaults(body)]).toEqual([])
    }
  })

  test('lose no option for want of room', () => {
    for (const command of declared) {
      const runnables = 'run' in command ? [command] : Object.values(command.subcommands)
      for (const runnable of runnables) {
        const slots = slotsOf(runnable)
        expect(slots.length).toBeLessThan(25)
        expect(new Set(slots.map(({ name }) => name)).size).toBe(slots.length)
        expect(slots.map(({ name }) => name)).not.toContain('public')
      }
    }
  })
})

test('a list becomes typed options with autocomplete, as many needed as the list wants', () => {
  const options = named('compare').options!
  expect(options.map(({ name }) => name)).toEqual(['model', 'model2', 'model3', 'model4', 'model5', 'on', 'public'])
  expect(options.map(({ required }) => required)).toEqual([true, true, false, false, false, false, false])
  expect(options[0]).toMatchObject({ type: 3, autocomplete: true })
})

test('each kind of option has its own type, and a choice its choices', () => {
  expect(named('risks').options).toMatchObject([
    { name: 'model', type: 3, autocomplete: true },
    {
      name: 'severity',
      type: 3,
      choices: [
        { name: 'high', value: 'high' },
        { name: 'low', value: 'low' },
      ],
    },
    { name: 'page', type: 4, min_value: 1, max_value: 99 },
    { name: 'brief', type: 5 },
    { name: 'public', type: 5 },
  ])
})

test('a family becomes subcommands, for managers and in servers only', () => {
  expect(named('digest')).toMatchObject({
    default_member_permissions: '16',
    contexts: [0],
    integration_types: [0],
    options: [
      { type: 1, name: 'list' },
      { type: 1, name: 'stop', options: [{ name: 'number', type: 4, required: true }, { name: 'public' }] },
    ],
  })
})

test('a question may be asked everywhere, by servers and by persons who installed the app', () => {
  expect(named('compare')).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] })
  expect(named('compare')).not.toHaveProperty('default_member_permissions')
})

test('one server is told neither contexts nor installs, which Discord takes for everyone only', () => {
  for (const command of declare(commands, 'guild')) {
    expect(command).not.toHaveProperty('contexts')
    expect(command).not.toHaveProperty('integration_types')
  }
})

test('a command that only buttons use is not listed, and a message can be asked about', () => {
  const names = declare(commands).map(({ name }) => name)
  expect(names).not.toContain('evidence')
  expect(declare(commands).at(-1)).toMatchObject({ type: 3, name: sourcesSay })
})

test('free text may be left out: a modal asks for it', () => {
  expect(named('ask').options![0]).toMatchObject({ name: 'question', required: false })
})

test('the slots of a list come together again, in order', () => {
  const given = [
    { type: 3, name: 'model2', value: 'beta-2' },
    { type: 3, name: 'model', value: 'alpha 1' },
    { type: 3, name: 'on', value: 'maths' },
    { type: 5, name: 'public', value: true },
  ] as Parameters<typeof readOptions>[1]
  expect(readOptions('compare', given, commands)).toEqual({
    invocation: { command: 'compare', words: [], named: { models: 'alpha 1, beta-2', on: 'maths' } },
    public: true,
  })
})

test('a command written as a line reads back as the same command', () => {
  const invocations: Omit<Invocation, 'caller'>[] = [
    { command: 'compare', words: [], named: { models: 'alpha 1, beta-2', on: 'maths' } },
    { command: 'digest', subcommand: 'stop', words: [], named: { number: '3' } },
    { command: 'ask', words: [], named: { question: "is 'alpha': 1 --better, or http://x?" } },
    { command: 'risks', words: ['alpha', '1'], named: { page: '2' } },
  ]
  for (const invocation of invocations)
    expect(withoutPublic(parseLine(lineOf(invocation), commands)).invocation).toEqual(invocation)
  const quoted = { command: 'ask', words: [], named: { question: 'is it "good"?' } }
  expect(parseLine(lineOf(quoted), commands).named).toEqual({ question: "is it 'good'?" })
})

test('every command of the product has a first example that reads back from its line', () => {
  for (const command of realCommands) {
    for (const example of command.examples) {
      const { invocation } = withoutPublic(parseLine(example, realCommands))
      expect(runnableOf(command, invocation.subcommand)).toBeDefined()
      expect(withoutPublic(parseLine(lineOf(invocation), realCommands)).invocation).toEqual(invocation)
    }
  }
})
