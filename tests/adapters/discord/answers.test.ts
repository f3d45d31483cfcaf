import { describe, expect, test } from 'vitest'
import { readArticle, sourcesSay } from '../../../src/adapters/discord/declare.ts'
import type { Draw } from '../../../src/adapters/discord/pictures.ts'
import { comparison } from './fake-core.ts'
import { customIdsOf, isPrivate, textOf } from './local-objects.ts'
import { run, transports } from './running.ts'

const models = [
  { type: 3, name: 'model', value: 'alpha-1' },
  { type: 3, name: 'model2', value: 'beta-2' },
]
const draw: Draw = async () => ({ png: new Uint8Array([137, 80, 78, 71]), width: 600, height: 200 })

describe.each(transports)('over %s', (transport) => {
  test('a command is deferred at once and then answered, for the person alone', async () => {
    const { local, core } = await run(transport)
    const played = local.interactions.slash('compare', models)
    expect(await played.acknowledged).toMatchObject({ type: 5, data: { flags: 64 } })
    const message = await played.original
    expect(isPrivate(message)).toBe(true)
    expect(core.asked[0]).toMatchObject({ command: 'compare', named: { models: 'alpha-1, beta-2' } })
    expect(JSON.stringify(message.components)).toContain('Alpha-1 leads on 1')
    expect(local.seen.flatMap(({ faults }) => faults)).toEqual([])
  })

  test('public:true shows the answer to everyone and never reaches the core', async () => {
    const { local, core } = await run(transport)
    const played = local.interactions.slash('compare', [...models, { type: 5, name: 'public', value: true }])
    expect(await played.acknowledged).not.toHaveProperty('data.flags', 64)
    expect(isPrivate(await played.original)).toBe(false)
    expect(core.asked[0]?.named).not.toHaveProperty('public')
  })

  test('where answers are public, public:false still gives a private one', async () => {
    const { local } = await run(transport, { environment: { LAUNCHWIRE_PUBLIC: 'true' } })
    expect(isPrivate(await local.interactions.slash('compare', models).original)).toBe(false)
    const hidden = local.interactions.slash('compare', [...models, { type: 5, name: 'public', value: false }])
    expect(isPrivate(await hidden.original)).toBe(true)
  })

  test('a button asks its command as if it had been typed, also after a restart', async () => {
    const { local, core, restart } = await run(transport)
    const first = await local.interactions.slash('compare', models).original
    expect(customIdsOf(first)).toContain('run risks alpha-1')
    await restart()
    const pressed = local.interactions.press(first, 'run risks alpha-1')
    expect(isPrivate(await pressed.original)).toBe(true)
    expect(core.asked.at(-1)).toMatchObject({ command: 'risks', words: ['alpha-1'] })
  })

  test('the button "Share here" shows the same answer to everyone', async () => {
    const { local, core } = await run(transport)
    const first = await local.interactions.slash('compare', models).original
    const share = customIdsOf(first).find((id) => id.startsWith('share '))!
    const shared = local.interactions.press(first, share)
    const message = await shared.original
    expect(isPrivate(message)).toBe(false)
    expect(textOf(message)).toBe(textOf(first))
    expect(customIdsOf(message).filter((id) => id.startsWith('share '))).toEqual([])
    expect(core.asked.map(({ named }) => named)).toEqual([{ models: 'alpha-1, beta-2' }, { models: 'alpha-1, beta-2' }])
  })

  test('a page turns in place where nobody else sees the message, and beside it where others do', async () => {
    const { local } = await run(transport)
    const own = await local.interactions.slash('compare', models).original
    const turned = local.interactions.press(own, 'run risks alpha-1 page:2')
    expect((await turned.acknowledged).type).toBe(6)
    expect((await turned.original).id).toBe(own.id)
    const open = await local.interactions.slash('compare', [...models, { type: 5, name: 'public', value: true }]).original
    const beside = local.interactions.press(open, 'run risks alpha-1 page:2')
    expect(await beside.acknowledged).toMatchObject({ type: 5, data: { flags: 64 } })
    expect((await beside.original).id).not.toBe(open.id)
  })

  test('an error behind a page button leaves the page as it is', async () => {
    const { local, core } = await run(transport)
    const own = await local.interactions.slash('compare', models).original
    const before = textOf(own)
    core.answerWith(() => ({ ...comparison('Gone'), error: true }))
    const followed = local.interactions.when(({ method, path }) => method === 'POST' && path.startsWith('/webhooks/'))
    const turned = local.interactions.press(own, 'run risks alpha-1 page:2')
    await followed
    expect(textOf(own)).toBe(before)
    expect(isPrivate(turned.followUps[0]!)).toBe(true)
  })

  test('a command too long for a button stands under a short key, also after a restart', async () => {
    const { local, core, restart } = await run(transport)
    const long = `ask ${'why '.repeat(60)}`.trim()
    core.answerWith(() => ({ ...comparison(), blocks: [{ type: 'actions', buttons: [{ label: 'Long', command: long }] }] }))
    const first = await local.interactions.slash('compare', models).original
    const button = customIdsOf(first).find((id) => id.startsWith('run #'))!
    await restart()
    await local.interactions.press(first, button).original
    expect(core.asked.at(-1)).toMatchObject({ command: 'ask', words: long.split(' ').slice(1) })
  })

  test('a table is a picture whose alternative text has its numbers, and text on demand', async () => {
    const { local } = await run(transport, { draw })
    const first = await local.interactions.slash('compare', models).original
    const sent = local.seen.find(({ path, method }) => method === 'PATCH' && path.startsWith('/webhooks/'))!
    expect(sent.files).toHaveLength(1)
    expect(JSON.stringify(sent.body?.attachments)).toContain('MathBench: 42.8 [1], 40.1 [2]')
    expect(textOf(first)).not.toContain('40.1')
    const asText = local.interactions.press(first, customIdsOf(first).find((id) => id.startsWith('text '))!)
    expect(textOf(await asText.original)).toMatch(/MathBench.*42\.8\*\* \[1\].*40\.1 \[2\]/)
  })

  test('a picture that cannot be drawn leaves its numbers as text', async () => {
    const { local, core } = await run(transport, { draw: () => Promise.reject(new Error('no font')) })
    expect(textOf(await local.interactions.slash('compare', models).original)).toContain('40.1 [2]')
    expect(core.logged.join('')).toContain('no font')
  })

  test('the sentence behind a source mark is shown to the person alone', async () => {
    const { local, core } = await run(transport)
    const first = await local.interactions.slash('compare', [...models, { type: 5, name: 'public', value: true }]).original
    const select = customIdsOf(first).find((id) => id.startsWith('pick '))!
    const evidence = local.interactions.pick(first, select, 'evidence c2')
    expect(isPrivate(await evidence.original)).toBe(true)
    expect(core.asked.at(-1)).toMatchObject({ command: 'evidence', words: ['c2'] })
  })

  test('a question that is left out is asked for in a modal', async () => {
    const { local, core } = await run(transport)
    const modal = await local.interactions.slash('ask').acknowledged
    expect(modal).toMatchObject({ type: 9, data: { custom_id: 'modal ask' } })
    const submitted = local.interactions.submit('modal ask', { question: 'how good at maths: alpha-1?' })
    expect(isPrivate(await submitted.original)).toBe(true)
    expect(core.asked.at(-1)).toMatchObject({ command: 'ask', named: { question: 'how good at maths: alpha-1?' } })
  })

  test('a modal keeps what was given beside the question', async () => {
    const { local, core } = await run(transport)
    const modal = await local.interactions.slash('ask', [{ type: 5, name: 'public', value: true }]).acknowledged
    const { custom_id: id } = modal.data as { custom_id: string }
    expect(isPrivate(await local.interactions.submit(id, { question: 'why?' }).original)).toBe(false)
    expect(core.asked.at(-1)?.named).toEqual({ question: 'why?' })
    const foreign = local.interactions.submit('something else', { question: 'why?' })
    expect(textOf(await foreign.original)).toContain('older version')
  })

  test('"What do the sources say?" asks about the text of a message, without its mentions', async () => {
    const { local, core } = await run(transport)
    const played = local.interactions.onMessage(sourcesSay, '<@900000000000000004> Alpha-1 beats everything')
    expect(isPrivate(await played.original)).toBe(true)
    expect(core.asked.at(-1)).toMatchObject({ command: 'ask', named: { question: 'Alpha-1 beats everything' } })
    const empty = local.interactions.onMessage(sourcesSay, '')
    expect(textOf(await empty.original)).toContain('no text')
  })

  test('"Read this article" asks for the first address of a message to be read', async () => {
    const { local, core } = await run(transport)
    await local.interactions.onMessage(readArticle, 'Worth a look: https://example.com/post, and https://example.com/more')
      .original
    expect(core.asked.at(-1)).toMatchObject({ command: 'add', named: { url: 'https://example.com/post' } })
  })

  test('a button of an unknown kind or with a forgotten key says so', async () => {
    const { local, core } = await run(transport)
    const first = await local.interactions.slash('compare', models).original
    for (const id of ['something else', 'run #forgotten'])
      expect(textOf(await local.interactions.press(first, id).original)).toContain('older version')
    expect(core.asked).toHaveLength(1)
  })

  test('a typed command that cannot be read says what to do', async () => {
    const { local } = await run(transport)
    const first = await local.interactions.slash('compare', models).original
    expect(textOf(await local.interactions.press(first, 'run nothing such').original)).toContain('There is no command /nothing')
  })

  test('an interaction that comes twice is answered once', async () => {
    const { local, core } = await run(transport)
    const played = local.interactions.slash('compare', models)
    await played.original
    const second = local.interactions.when(
      ({ path, method }) => transport === 'gateway' && method === 'POST' && path.startsWith(`/interactions/${played.id}/`),
    )
    await local.interactions.replay(played)
    if (transport === 'gateway') await second
    // a later command is answered after whatever the replay would have done
    await local.interactions.slash('compare', models).original
    expect(core.asked).toHaveLength(2)
  })

  test('a long answer goes on in follow-ups that only the person sees, every source with its text', async () => {
    const { local, core } = await run(transport)
    const items = Array.from({ length: 60 }, (_, index) => [
      { text: `Statement ${index} ${'and so on '.repeat(20)}`, cite: ['c1'] },
    ])
    core.answerWith(() => ({ ...comparison(), blocks: [{ type: 'list', items }] }))
    const followed = local.interactions.when(
      ({ body, path }) => path.startsWith('/webhooks/') && JSON.stringify(body).includes('Statement 59 '),
    )
    const played = local.interactions.slash('compare', models)
    const first = await played.original
    await followed
    const parts = [first, ...played.followUps]
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) {
      expect(isPrivate(part)).toBe(true)
      expect(textOf(part)).toContain('-# [1] [Report a1]')
    }
  })

  test('an answer that cannot be shown is told with a reference that stands in the log', async () => {
    const { local, core } = await run(transport)
    core.answerWith(() => ({ ...comparison(), citations: {} }))
    const text = textOf(await local.interactions.slash('compare', models).original)
    const reference = /reference ([0-9a-f]{8})/.exec(text)?.[1]
    expect(reference).toBeDefined()
    expect(core.logged.join('')).toContain(reference)
  })
})

describe('who may manage', () => {
  const managersOf = async (given: Record<string, unknown>) => {
    const { local, core } = await run('gateway')
    await local.interactions.slash('digest', [{ type: 1, name: 'list', options: [] }], given).original
    return core.asked[0]!.caller.manager
  }
  const member = (permissions: bigint) => ({
    member: { user: { id: '900000000000000004', username: 'alice' }, permissions: String(permissions), roles: [] },
  })

  test('a person with Manage Channels, Manage Server or Administrator manages, others do not', async () => {
    for (const permissions of [1n << 4n, 1n << 5n, 1n << 3n]) expect(await managersOf(member(permissions))).toBe(true)
    expect(await managersOf(member((1n << 11n) | (1n << 13n)))).toBe(false)
  })

  test('nobody manages where only the person installed the app, nor in direct messages', async () => {
    const personal = { authorizing_integration_owners: { 1: '900000000000000004' } }
    expect(await managersOf({ ...member(1n << 3n), ...personal })).toBe(false)
    expect(await managersOf({ member: undefined, guild_id: undefined, user: { id: '900000000000000004' } })).toBe(false)
  })
})

test('where only the person installed the app, five follow-ups are sent and the last says that there is more', async () => {
  const { local, core } = await run('gateway')
  const items = Array.from({ length: 200 }, (_, index) => [`Statement ${index} ${'and so on '.repeat(20)}`])
  core.answerWith(() => ({ ...comparison(), blocks: [{ type: 'list', items }] }))
  const last = local.interactions.when(
    ({ body, path }) => path.startsWith('/webhooks/') && JSON.stringify(body).includes('There is more'),
  )
  const played = local.interactions.slash('compare', models, { authorizing_integration_owners: { 1: '900000000000000004' } })
  await last
  await played.original
  expect(played.followUps).toHaveLength(5)
})
