import { expect, onTestFinished, test } from 'vitest'
import { discordCommand } from '../../../src/cli/discord.ts'
import type { System } from '../../../src/cli/operator.ts'
import { openMemoryStore } from '../../../src/storage/database.ts'
import { createFakeCore } from './fake-core.ts'
import { startLocalDiscord } from './local-discord.ts'
import { ids, token } from './local-objects.ts'

/** What an operator types, and what is printed. */
async function operator(environment: Record<string, string> = {}) {
  const local = await startLocalDiscord()
  const store = await openMemoryStore()
  onTestFinished(async () => {
    await local.close()
    await store.close()
  })
  const core = createFakeCore(store, { DISCORD_TOKEN: token, DISCORD_API_URL: local.api, ...environment })
  const printed: string[] = []
  const system = {
    config: core.config,
    now: Date.now,
    core: async () => core,
    out: (text: string) => void printed.push(text),
  } as unknown as System
  const type = async (words: string[], values: Record<string, string> = {}) => {
    printed.length = 0
    const code = await discordCommand.run({ positionals: words, values }, system)
    return { code, printed: printed.join('') }
  }
  return { local, type }
}

test('register says what it added, and then that nothing changed', async () => {
  const { type } = await operator()
  expect(await type(['register'])).toEqual({
    code: 0,
    printed:
      'added: compare, risks, ask, digest, What do the sources say?\ninstall settings: written (servers and persons may install the app)\n',
  })
  expect((await type(['register'])).printed).toBe('unchanged: compare, risks, ask, digest, What do the sources say?\n')
})

test('register --guild writes to one server only', async () => {
  const { local, type } = await operator()
  await type(['register'], { guild: ids.guild })
  expect(local.seen.filter(({ method }) => method === 'PUT').map(({ path }) => path)).toEqual([
    `/applications/${ids.application}/guilds/${ids.guild}/commands`,
  ])
  await expect(type(['register'], { guild: 'my server' })).rejects.toThrow(/Copy Server ID/)
})

test('invite prints the links of the application that the token belongs to', async () => {
  const { type } = await operator()
  const { printed } = await type(['invite'])
  expect(printed).toContain(`client_id=${ids.application}`)
  expect(printed).toContain('scope=bot+applications.commands')
})

test('a refused token, a missing one and an unknown word say what to do', async () => {
  const wrong = await operator({ DISCORD_TOKEN: 'wrong' })
  await expect(wrong.type(['register'])).rejects.toThrow(/Reset Token/)
  const none = await operator({ DISCORD_TOKEN: '' })
  await expect(none.type(['register'])).rejects.toThrow(/Set DISCORD_TOKEN/)
  await expect(none.type(['invite'])).rejects.toThrow(/DISCORD_APPLICATION_ID/)
  await expect(none.type(['dance'])).rejects.toThrow(/there is no "dance"/)
})

test('a server that has not installed the app is told so', async () => {
  const { local, type } = await operator()
  local.refuse(/^GET .*\/guilds\/\d+\/commands$/, { times: 1, status: 403, code: 50_001 })
  await expect(type(['register'], { guild: ids.guild })).rejects.toThrow(/Install it/)
})
