import { expect, test } from 'vitest'
import { run, transports } from './running.ts'

const partly = (value: string, others: Record<string, unknown>[] = []) => [
  ...others,
  { type: 3, name: 'model2', value, focused: true },
]
const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: `Model ${index}`, value: `model-${index}` }))

test.each(transports)('choices come over %s from memory, in the order of the core, at most 25', async (transport) => {
  const { local, core } = await run(transport)
  core.suggestWith((partial) => choices(40).map(({ label, value }) => ({ label: `${partial} ${label}`, value })))
  const answer = await local.interactions.autocomplete('compare', partly('mod'))
  expect(answer.choices).toHaveLength(25)
  expect(answer.choices[0]).toEqual({ name: 'mod Model 0', value: 'model-0' })
})

test('what another slot of the list already holds is not offered again', async () => {
  const { local, core } = await run('gateway')
  core.suggestWith(() => choices(3))
  const { choices: offered } = await local.interactions.autocomplete(
    'compare',
    partly('', [{ type: 3, name: 'model', value: 'model-1' }]),
  )
  expect(offered.map(({ value }) => value)).toEqual(['model-0', 'model-2'])
})

test('labels are cut, and values that Discord would refuse are left out', async () => {
  const { local, core } = await run('gateway')
  core.suggestWith(() => [
    { label: 'x'.repeat(150), value: 'ok' },
    { label: 'too long', value: 'y'.repeat(101) },
    { label: '', value: 'empty' },
  ])
  const { choices: offered } = await local.interactions.autocomplete('compare', partly(''))
  expect(offered).toEqual([{ name: `${'x'.repeat(99)}…`, value: 'ok' }])
})

test('a core that fails, an unknown command and an unknown option give no choices, never an error', async () => {
  const { local, core } = await run('gateway')
  core.suggestWith(() => {
    throw new Error('broken index')
  })
  expect((await local.interactions.autocomplete('compare', partly('a'))).choices).toEqual([])
  expect(core.logged.join('')).toContain('broken index')
  expect((await local.interactions.autocomplete('nothing', partly('a'))).choices).toEqual([])
  expect(
    (await local.interactions.autocomplete('compare', [{ type: 3, name: 'other', value: '', focused: true }])).choices,
  ).toEqual([])
  expect((await local.interactions.autocomplete('digest', [{ type: 1, name: 'stop', options: [] }])).choices).toEqual([])
})
