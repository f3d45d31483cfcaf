import { expect, onTestFinished, test } from 'vitest'
import { checkDiscord } from '../../../src/adapters/discord/doctor.ts'
import { countInvalidRequests } from '../../../src/adapters/discord/invalid-requests.ts'
import { inviteLinks } from '../../../src/adapters/discord/invite.ts'
import { register } from '../../../src/adapters/discord/register.ts'
import { createRests } from '../../../src/adapters/discord/rest.ts'
import { readConfig } from '../../../src/config.ts'
import { Secret } from '../../../src/secret.ts'
import { commands } from './fake-core.ts'
import { startLocalDiscord } from './local-discord.ts'
import { ids, token } from './local-objects.ts'

async function client(given = token) {
  const local = await startLocalDiscord()
  onTestFinished(() => local.close())
  const invalid = countInvalidRequests()
  return { local, bot: createRests({ token: new Secret(given), api: local.api, now: Date.now, invalid }).bot }
}
const everywhere = { application: ids.application, mentions: false }
const writes = (seen: { method: string }[]) => seen.filter(({ method }) => method !== 'GET').length

test('the first registration adds every command, the second writes nothing', async () => {
  const { local, bot } = await client()
  const first = await register(bot, commands, everywhere)
  expect(first).toMatchObject({ changed: [], removed: [], unchanged: [], install: true })
  expect(first.added).toEqual(['compare', 'risks', 'ask', 'digest', 'What do the sources say?'])
  const before = writes(local.seen)
  const second = await register(bot, commands, everywhere)
  expect(second).toEqual({ added: [], changed: [], removed: [], unchanged: first.added, install: false })
  expect(writes(local.seen)).toBe(before)
  expect(local.seen.flatMap(({ faults }) => faults)).toEqual([])
})

test('what was added, changed and removed is said by name', async () => {
  const { bot } = await client()
  await register(bot, commands, everywhere)
  const [compare, risks, ...others] = commands
  const changed = { ...compare!, description: 'Another description' }
  const added = { ...risks!, name: 'dangers' }
  expect(await register(bot, [changed, added, ...others], everywhere)).toMatchObject({
    added: ['dangers'],
    changed: ['compare'],
    removed: ['risks'],
  })
})

test('one server has commands of its own, and the app stays as it is', async () => {
  const { local, bot } = await client()
  const done = await register(bot, commands, { ...everywhere, guild: ids.guild })
  expect(done.install).toBe(false)
  expect(local.seen.map(({ path }) => path)).toContain(`/applications/${ids.application}/guilds/${ids.guild}/commands`)
  expect((await register(bot, commands, { ...everywhere, guild: ids.guild })).unchanged).toEqual(done.added)
})

test('the links ask for no more than is needed: threads only where mentions are answered', () => {
  const asked = (mentions: boolean) => BigInt(new URL(inviteLinks('123', { mentions }).server).searchParams.get('permissions')!)
  const threads = (1n << 35n) | (1n << 38n)
  const administrator = 1n << 3n
  expect(asked(false) & (threads | administrator)).toBe(0n)
  expect(asked(true) & threads).toBe(threads)
  const person = new URL(inviteLinks('123', { mentions: false }).person)
  expect(person.searchParams.get('scope')).toBe('applications.commands')
  expect(person.searchParams.get('integration_type')).toBe('1')
})

test('the doctor says what is missing, and is content after registering', async () => {
  const { local, bot } = await client()
  const config = readConfig({ DISCORD_TOKEN: token, DISCORD_API_URL: local.api })
  const states = async () => new Map((await checkDiscord(bot, config, commands)).map(({ name, state }) => [name, state]))
  expect((await states()).get('Discord commands')).toBe('warning')
  await register(bot, commands, everywhere)
  expect([...(await states()).values()]).toEqual(['ok', 'ok', 'ok', 'ok'])
})

test('the doctor names a refused token, a foreign key and a foreign application', async () => {
  const wrong = await client('wrong')
  const config = readConfig({ DISCORD_TOKEN: 'wrong', DISCORD_API_URL: wrong.local.api })
  expect(await checkDiscord(wrong.bot, config, commands)).toMatchObject([
    { state: 'failed', detail: expect.stringContaining('refuses DISCORD_TOKEN') },
  ])
  const { local, bot } = await client()
  const foreign = readConfig({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: local.api,
    DISCORD_APPLICATION_ID: '1',
    DISCORD_PUBLIC_KEY: '0'.repeat(64),
  })
  const failed = (await checkDiscord(bot, foreign, commands)).filter(({ state }) => state === 'failed')
  expect(failed.map(({ name }) => name)).toEqual(['Discord application', 'Discord public key'])
})
