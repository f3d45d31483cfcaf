import { describe, expect, test } from 'vitest'
import { limits } from '../../../src/adapters/discord/limits.ts'
import { comparison } from './fake-core.ts'
import { ids, isPrivate, textOf } from './local-objects.ts'
import { run, transports } from './running.ts'

const models = [
  { type: 3, name: 'model', value: 'alpha-1' },
  { type: 3, name: 'model2', value: 'beta-2' },
]
const openly = { type: 5, name: 'public', value: true }
const edits = /^PATCH \/webhooks\//

describe.each(transports)('over %s', (transport) => {
  test('a limit of the route, and one of everything, is waited for; the answer comes', async () => {
    const { local } = await run(transport)
    for (const global of [false, true]) {
      local.limit(edits, { times: 1, after: 0.2, global })
      const played = local.interactions.slash('compare', models)
      await played.original
      const attempts = local.seen.filter(({ path }) => path.includes(played.token) && edits.test(`PATCH ${path}`))
      expect(attempts.map(({ status }) => status)).toEqual([429, 200])
    }
  })

  test('a server error at the edit is tried again: the same edit twice is the same', async () => {
    const { local } = await run(transport)
    local.refuse(edits, { times: 1, status: 502 })
    expect(textOf(await local.interactions.slash('compare', models).original)).toContain('Alpha-1')
  })

  test('an edit that overtakes its acknowledgement is tried again', async () => {
    const { local } = await run(transport)
    local.refuse(edits, { times: 1, status: 404, code: 10_015 })
    expect(textOf(await local.interactions.slash('compare', models).original)).toContain('Alpha-1')
    expect(local.messages.get(ids.direct)).toBeUndefined()
  })

  test('where Discord refuses the components the answer comes as an embed', async () => {
    const { local } = await run(transport)
    local.refuse(edits, { times: 1, status: 400, code: 50_035 })
    const message = await local.interactions.slash('compare', models).original
    expect(message.embeds[0]?.description).toContain('Alpha-1 leads on 1** [1][2]')
    expect(message.embeds[0]?.description).toContain('-# [2] [Report a2]')
  })

  test('after fifteen minutes an answer for everyone goes into the channel as a new message', async () => {
    let now = Date.now()
    const { local, core } = await run(transport, { now: () => now })
    core.answerWith(() => {
      now += limits.tokenLife + 1
      return comparison()
    })
    const posted = local.interactions.when(
      ({ method, path }) => method === 'POST' && path === `/channels/${ids.channel}/messages`,
    )
    local.interactions.slash('compare', [...models, openly])
    await posted
    expect(textOf(local.messages.get(ids.channel)![0]!)).toContain('Alpha-1')
  })

  test('an answer for one person whose token is over goes to their direct messages, not into the channel', async () => {
    const { local, core } = await run(transport)
    const posted = local.interactions.when(({ method, path }) => method === 'POST' && path === `/channels/${ids.direct}/messages`)
    core.answerWith(() => {
      played.expire()
      return comparison()
    })
    const played = local.interactions.slash('compare', models)
    await posted
    expect(textOf(local.messages.get(ids.direct)![0]!)).toContain('Alpha-1')
    expect(local.messages.get(ids.channel)).toBeUndefined()
  })

  test.each([
    [ids.locked, 'Send Messages'],
    ['900000000000000099', 'deleted'],
  ])('a late answer for channel %s, which takes none, is told to the person', async (channel, advice) => {
    const { local, core } = await run(transport)
    const told = local.interactions.when(({ method, path }) => method === 'POST' && path === `/channels/${ids.direct}/messages`)
    core.answerWith(() => {
      played.expire()
      return comparison()
    })
    const played = local.interactions.slash('compare', [...models, openly], {
      channel: { id: channel, type: 0, name: 'x' },
      channel_id: channel,
    })
    await told
    expect(textOf(local.messages.get(ids.direct)![0]!)).toContain(advice)
  })

  test('a post with a limit on its channel is waited for, and posted once', async () => {
    const { local, core } = await run(transport)
    const posts = /^POST \/channels\/\d+\/messages$/
    local.limit(posts, { times: 2, after: 0.1 })
    const posted = local.interactions.when(({ method, path, status }) => posts.test(`${method} ${path}`) && status === 200)
    core.answerWith(() => {
      played.expire()
      return comparison()
    })
    const played = local.interactions.slash('compare', [...models, openly])
    await posted
    expect(local.messages.get(ids.channel)).toHaveLength(1)
  })
})

test('a callback whose answer was lost is sent once more, and the command is answered once', async () => {
  const { local, core } = await run('gateway')
  local.lose(/^POST \/interactions\//, 1)
  const message = await local.interactions.slash('compare', models).original
  expect(isPrivate(message)).toBe(true)
  expect(core.asked).toHaveLength(1)
})

test('an interaction that Discord no longer knows is given up quietly', async () => {
  const { local, core } = await run('gateway')
  local.refuse(/^POST \/interactions\//, { times: 1, status: 404, code: 10_062 })
  const refused = local.interactions.when(({ path, status }) => path.startsWith('/interactions/') && status === 404)
  local.interactions.slash('compare', models)
  await refused
  await local.interactions.slash('compare', models).original
  expect(core.asked).toHaveLength(1)
  expect(core.logged.join('')).toContain('not acknowledged')
})

test('a follow-up whose answer was lost is not posted a second time', async () => {
  const { local, core } = await run('gateway')
  const items = Array.from({ length: 30 }, (_, index) => [`Statement ${index} ${'and so on '.repeat(20)}`])
  core.answerWith(() => ({ ...comparison(), blocks: [{ type: 'list', items }] }))
  local.lose(/^POST \/webhooks\//, 1)
  const told = local.interactions.when(
    ({ body, path }) => path.startsWith('/webhooks/') && JSON.stringify(body).includes('not be shown whole'),
  )
  const played = local.interactions.slash('compare', models)
  await told
  const repeated = played.followUps.map(textOf)
  expect(new Set(repeated).size).toBe(repeated.length)
})

test('without a bot token commands over HTTP are answered, and a late answer is only logged', async () => {
  const { local, core, discord } = await run('http', { environment: { DISCORD_TOKEN: '' } })
  expect(discord.poster).toBeNull()
  expect(textOf(await local.interactions.slash('compare', models).original)).toContain('Alpha-1')
  core.answerWith(() => {
    played.expire()
    return comparison()
  })
  const refused = local.interactions.when(({ status }) => status === 401)
  const played = local.interactions.slash('compare', models)
  await refused
  await discord.close()
  expect(core.logged.join('')).toContain('came too late')
  expect(local.seen.filter(({ path }) => path.startsWith('/channels/'))).toEqual([])
})
