import { expect, test } from 'vitest'
import { ids, snowflake, textOf, user } from './local-objects.ts'
import { run } from './running.ts'

const mentioned = (content: string, given: Record<string, unknown> = {}) => ({
  id: snowflake(),
  channel_id: ids.channel,
  guild_id: ids.guild,
  author: user(ids.person),
  content,
  mentions: [user(ids.application, true)],
  ...given,
})
const posts = /^\/channels\/\d+\/messages$/
const listening = () => run('gateway', { environment: { DISCORD_MENTIONS: 'true' } })

test('a mention is answered in a thread of its own', async () => {
  const { local, core } = await listening()
  const message = mentioned(`<@${ids.application}> compare alpha-1 beta-2`)
  const posted = local.interactions.when(({ method, path }) => method === 'POST' && posts.test(path))
  local.gateway.dispatch('MESSAGE_CREATE', message)
  await posted
  expect(core.asked[0]).toMatchObject({ command: 'compare', words: ['alpha-1', 'beta-2'], caller: { manager: false } })
  expect(local.seen.map(({ method, path }) => `${method} ${path}`)).toContain(
    `POST /channels/${ids.channel}/messages/${message.id}/threads`,
  )
  expect(textOf(local.messages.get(message.id)![0]!)).toContain('Alpha-1')
  expect(local.seen.flatMap(({ faults }) => faults)).toEqual([])
})

test('a question in plain words needs no command', async () => {
  const { local, core } = await listening()
  const answered = local.interactions.when(({ method, path }) => method === 'POST' && posts.test(path))
  local.gateway.dispatch('MESSAGE_CREATE', mentioned(`how good is alpha-1, <@${ids.application}>?`))
  await answered
  expect(core.asked[0]).toMatchObject({ command: 'ask', named: { question: 'how good is alpha-1, ?' } })
})

test('where no thread may be opened the answer is a reply, and in a thread it stays there', async () => {
  const { local } = await listening()
  local.refuse(/\/threads$/, { times: 1, status: 403, code: 50_013 })
  const message = mentioned(`<@${ids.application}> risks alpha-1`)
  const posted = local.interactions.when(({ path }) => path === `/channels/${ids.channel}/messages`)
  local.gateway.dispatch('MESSAGE_CREATE', message)
  expect((await posted).body).toMatchObject({ message_reference: { message_id: message.id } })
  const inThread = local.interactions.when(({ path }) => path === `/channels/${ids.thread}/messages`)
  local.gateway.dispatch('MESSAGE_CREATE', mentioned(`<@${ids.application}> risks alpha-1`, { channel_id: ids.thread }))
  await inThread
})

test('where the bot may not write at all the person is told in a direct message', async () => {
  const { local } = await listening()
  local.refuse(/\/threads$/, { times: 1, status: 403, code: 50_013 })
  const told = local.interactions.when(({ method, path }) => method === 'POST' && path === `/channels/${ids.direct}/messages`)
  local.gateway.dispatch('MESSAGE_CREATE', mentioned(`<@${ids.application}> risks alpha-1`, { channel_id: ids.locked }))
  await told
  expect(textOf(local.messages.get(ids.direct)![0]!)).toContain('Send Messages')
})

test('a mention that comes twice is answered once; bots and messages that name nobody are not answered', async () => {
  const { local, core } = await listening()
  const message = mentioned(`<@${ids.application}> risks alpha-1`)
  local.gateway.dispatch('MESSAGE_CREATE', mentioned('risks alpha-1'))
  local.gateway.dispatch('MESSAGE_CREATE', mentioned(`<@${ids.application}> risks alpha-1`, { author: user(ids.person, true) }))
  local.gateway.dispatch('MESSAGE_CREATE', message)
  local.gateway.dispatch('MESSAGE_CREATE', message)
  const last = mentioned(`<@!${ids.application}> risks beta-2`)
  const answered = local.interactions.when(({ path }) => path === `/channels/${last.id}/messages`)
  local.gateway.dispatch('MESSAGE_CREATE', last)
  await answered
  expect(core.asked.map(({ words }) => words)).toEqual([['alpha-1'], ['beta-2']])
})

test('a direct message needs no mention', async () => {
  const { local, core } = await listening()
  const answered = local.interactions.when(({ path }) => path === `/channels/${ids.direct}/messages`)
  local.gateway.dispatch('MESSAGE_CREATE', mentioned('risks alpha-1', { channel_id: ids.direct, guild_id: undefined }), null)
  await answered
  expect(core.asked[0]).toMatchObject({ command: 'risks', caller: { team: null, person: ids.person } })
})
