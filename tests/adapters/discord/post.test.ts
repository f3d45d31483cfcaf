import { expect, onTestFinished, test } from 'vitest'
import { countInvalidRequests } from '../../../src/adapters/discord/invalid-requests.ts'
import { editPosted, findPosted, nonceOf, postPayload } from '../../../src/adapters/discord/post.ts'
import { render } from '../../../src/adapters/discord/render.ts'
import { createRests } from '../../../src/adapters/discord/rest.ts'
import { DeliveryFailure } from '../../../src/delivery/failure.ts'
import { Secret } from '../../../src/secret.ts'
import { comparison } from './fake-core.ts'
import { startLocalDiscord } from './local-discord.ts'
import { ids, textOf, token } from './local-objects.ts'

const [payload] = render(comparison())
const here = { channel: ids.channel }
const posts = /^POST \/channels\/\d+\/messages$/

async function poster(options: { token?: string; most?: number } = {}) {
  const local = await startLocalDiscord()
  onTestFinished(() => local.close())
  let now = Date.now()
  const rests = createRests({
    token: new Secret(options.token ?? token),
    api: local.api,
    now: () => now,
    invalid: countInvalidRequests(options.most),
  })
  return { local, client: rests.bot, pass: (milliseconds: number) => (now += milliseconds) }
}
const failureOf = async (posting: Promise<unknown>): Promise<DeliveryFailure> => {
  const error = await posting.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(DeliveryFailure)
  return error as DeliveryFailure
}

test('a payload is posted with a nonce, and its id comes back', async () => {
  const { local, client } = await poster()
  const { id } = await postPayload(client, here, payload!, { key: 'daily 2026-04-08' })
  expect(local.messages.get(ids.channel)).toMatchObject([{ id, nonce: nonceOf('daily 2026-04-08') }])
  expect(local.seen.flatMap(({ faults }) => faults)).toEqual([])
})

test('the same key twice is one message', async () => {
  const { local, client } = await poster()
  const first = await postPayload(client, here, payload!, { key: 'k' })
  expect(await postPayload(client, here, payload!, { key: 'k' })).toEqual(first)
  expect(local.messages.get(ids.channel)).toHaveLength(1)
})

test('a limit comes back as a temporary failure with the time to wait; nothing is tried again', async () => {
  const { local, client } = await poster()
  local.limit(posts, { times: 1, after: 2 })
  const failure = await failureOf(postPayload(client, here, payload!, { key: 'k' }))
  expect(failure.kind).toBe('temporary')
  expect(failure.retryAfter).toBeGreaterThanOrEqual(2)
  expect(failure.retryAfter).toBeLessThan(3)
  expect(local.seen).toHaveLength(1)
})

test('a global limit comes back the same way, and the next post does not even ask', async () => {
  const { local, client } = await poster()
  local.limit(posts, { times: 1, after: 5, global: true })
  await failureOf(postPayload(client, here, payload!, { key: 'a' }))
  const failure = await failureOf(postPayload(client, { channel: ids.thread }, payload!, { key: 'b' }))
  expect(failure).toMatchObject({ kind: 'temporary', code: 'rate_limited' })
  expect(local.seen).toHaveLength(1)
})

test.each([
  [{ channel: ids.locked }, '50013', 'Send Messages'],
  [{ channel: '900000000000000099' }, '10003', 'deleted'],
])('a place that takes no message is a permanent failure that says what to do: %o', async (place, code, advice) => {
  const { client } = await poster()
  const failure = await failureOf(postPayload(client, place, payload!, { key: 'k' }))
  expect(failure).toMatchObject({ kind: 'permanent', code })
  expect(failure.message).toContain(advice)
})

test('a lost answer is unknown, and the message is found again by its key, also when Discord forgot the nonce', async () => {
  const { local, client } = await poster()
  local.lose(posts, 1)
  expect((await failureOf(postPayload(client, here, payload!, { key: 'k' }))).kind).toBe('unknown')
  expect(local.seen).toHaveLength(1)
  const [posted] = local.messages.get(ids.channel)!
  delete posted!.nonce
  expect(await findPosted(client, here, 'k')).toEqual({ id: posted!.id })
  expect(await findPosted(client, here, 'other')).toBeNull()
})

test('a server error is unknown too', async () => {
  const { local, client } = await poster()
  local.refuse(posts, { times: 1, status: 503 })
  expect(await failureOf(postPayload(client, here, payload!, { key: 'k' }))).toMatchObject({ kind: 'unknown', code: 'http_503' })
})

test('a Discord that cannot be reached is a temporary failure: nothing was posted', async () => {
  const { local, client } = await poster()
  await local.close()
  expect(await failureOf(postPayload(client, here, payload!, { key: 'k' }))).toMatchObject({
    kind: 'temporary',
    code: 'ECONNREFUSED',
  })
})

test('a refused token is a permanent failure, at once and when discord.js has forgotten it', async () => {
  const { client } = await poster({ token: 'wrong' })
  for (const key of ['a', 'b'])
    expect(await failureOf(postPayload(client, here, payload!, { key }))).toMatchObject({ kind: 'permanent', code: '401' })
})

test('a channel that the app may not read is unreadable', async () => {
  const { client } = await poster()
  expect(await findPosted(client, { channel: ids.locked }, 'k')).toBe('unreadable')
})

test('a posted message is edited, and a thread is posted to in place of its channel', async () => {
  const { local, client } = await poster()
  const place = { channel: ids.channel, thread: ids.thread }
  const { id } = await postPayload(client, place, payload!, { key: 'k' })
  await editPosted(client, place, id, render(comparison('Another title'))[0]!)
  expect(textOf(local.messages.get(ids.thread)![0]!)).toContain('Another title')
  expect(local.messages.get(ids.channel)).toBeUndefined()
})

test('where components are refused the same post goes as an embed', async () => {
  const { local, client } = await poster()
  local.refuse(posts, { times: 1, status: 400, code: 50_035 })
  await postPayload(client, here, payload!, { key: 'k' })
  expect(local.messages.get(ids.channel)![0]!.embeds[0]?.description).toContain('Alpha-1')
})

test('after too many refused requests nothing is sent until ten minutes have passed', async () => {
  const { local, client, pass } = await poster({ most: 3 })
  for (let index = 0; index < 3; index++)
    await failureOf(postPayload(client, { channel: ids.locked }, payload!, { key: `${index}` }))
  const failure = await failureOf(postPayload(client, here, payload!, { key: 'k' }))
  expect(failure).toMatchObject({ kind: 'temporary', code: 'too_many_invalid_requests', retryAfter: 600 })
  expect(local.seen).toHaveLength(3)
  pass(12 * 60 * 1000)
  await postPayload(client, here, payload!, { key: 'k' })
})

test('a shared limit does not count towards the ban', () => {
  const invalid = countInvalidRequests(2)
  for (let index = 0; index < 10; index++) invalid.count(429, 'shared', 0)
  invalid.count(404, null, 0)
  expect(invalid.mayAsk(0)).toBe(true)
  invalid.count(429, 'user', 0)
  invalid.count(401, null, 0)
  expect(invalid.mayAsk(0)).toBe(false)
})
