import { expect, test } from 'vitest'
import { DeliveryFailure } from '../../../src/delivery/failure.ts'
import { comparison } from './fake-core.ts'
import { ids, textOf } from './local-objects.ts'
import { run } from './running.ts'

const nowhere = { team: ids.guild, channel: null, person: null, thread: null }

test('a digest is rendered the same way each time, posted, found and edited', async () => {
  const { discord, local } = await run('gateway')
  const poster = discord.poster!
  const [payload] = await poster.render(comparison())
  expect(await poster.render(comparison())).toEqual([payload])
  const here = { ...nowhere, channel: ids.channel }
  const { id } = await poster.post(here, payload!, { key: 'k' })
  expect(await poster.find(here, 'k')).toEqual({ id })
  await poster.edit(here, id, (await poster.render(comparison('Corrected')))[0]!)
  expect(textOf(local.messages.get(ids.channel)![0]!)).toContain('Corrected')
})

test('what goes under a post replies to it, and a person is written to directly, through a channel that is opened once', async () => {
  const { discord, local } = await run('gateway')
  const [payload] = await discord.poster!.render(comparison())
  const first = await discord.poster!.post({ ...nowhere, channel: ids.channel }, payload!, { key: 'first' })
  await discord.poster!.post({ ...nowhere, channel: ids.channel, thread: first.id }, payload!, { key: 'a' })
  await discord.poster!.post({ ...nowhere, person: ids.person }, payload!, { key: 'b' })
  await discord.poster!.post({ ...nowhere, person: ids.person }, payload!, { key: 'c' })
  expect([local.messages.get(ids.channel)?.length, local.messages.get(ids.direct)?.length]).toEqual([2, 2])
  const replies = local.seen.filter(
    ({ path, body }) => path === `/channels/${ids.channel}/messages` && JSON.stringify(body).includes('message_reference'),
  )
  expect(replies.map(({ body }) => (body as { message_reference: unknown }).message_reference)).toEqual([
    { message_id: first.id, fail_if_not_exists: false },
  ])
  expect(local.seen.filter(({ path }) => path === '/users/@me/channels')).toHaveLength(1)
})

test('a global limit holds for all, that of a channel does not', async () => {
  const { discord, local } = await run('gateway')
  const [payload] = await discord.poster!.render(comparison())
  const holds = async (global: boolean, channel: string) => {
    local.limit(/^POST \/channels\/\d+\/messages$/, { times: 1, after: 0.1, global })
    const error = await discord.poster!.post({ ...nowhere, channel }, payload!, { key: channel }).catch((reason) => reason)
    expect(error).toBeInstanceOf(DeliveryFailure)
    return discord.poster!.holdsForAll(error)
  }
  expect(await holds(false, ids.channel)).toBe(false)
  expect(await holds(true, ids.thread)).toBe(true)
})
