import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { interactionsEndpoint } from '../../../src/adapters/discord/http.ts'
import { createLog } from '../../../src/log.ts'
import { startLocalDiscord } from './local-discord.ts'

async function endpoint() {
  const local = await startLocalDiscord()
  const handled: unknown[] = []
  const handler = interactionsEndpoint({
    publicKey: local.publicKey,
    log: createLog('silent', () => undefined, Date.now),
    async handle(interaction, acknowledge) {
      handled.push(interaction.type)
      if (interaction.type === 1) await acknowledge({ type: 1 })
    },
  })
  const server = createServer((request, response) => void handler(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(async () => {
    server.close()
    await local.close()
  })
  return {
    post: local.interactions.post,
    sign: local.interactions.sign,
    handled,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  }
}

test('a PING with a good signature gets a PONG', async () => {
  const { post, url } = await endpoint()
  expect(await post(url, '{"type":1}')).toEqual({ status: 200, body: '{"type":1}' })
})

test('a bad signature, or none, gets 401 and nothing is handled', async () => {
  const { post, url, handled } = await endpoint()
  expect((await post(url, '{"type":1}', { bad: true })).status).toBe(401)
  expect((await post(url, '{"type":1}', { unsigned: true })).status).toBe(401)
  expect(handled).toEqual([])
})

test('a body that was changed after signing gets 401', async () => {
  const { sign, url } = await endpoint()
  const headers = sign('{"type":1}')
  expect((await fetch(url, { method: 'POST', headers, body: '{"type":2}' })).status).toBe(401)
  expect((await fetch(url, { method: 'POST', headers, body: '{"type":1}' })).status).toBe(200)
})

test('what is no interaction, is too large, or is no POST is refused', async () => {
  const { post, url } = await endpoint()
  expect((await post(url, 'no json')).status).toBe(400)
  expect((await post(url, JSON.stringify({ type: 1, more: 'x'.repeat(1024 * 1024) }))).status).toBe(413)
  expect((await fetch(url)).status).toBe(405)
})

test('an interaction that nobody acknowledges gets 500, so that Discord says so', async () => {
  const { post, url } = await endpoint()
  expect((await post(url, '{"type":2}')).status).toBe(500)
})
