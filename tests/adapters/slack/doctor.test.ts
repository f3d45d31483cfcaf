import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { createClient } from '../../../src/adapters/slack/client.ts'
import { checkSlack } from '../../../src/adapters/slack/doctor.ts'
import { render } from '../../../src/adapters/slack/render.ts'
import { validate } from '../../../src/adapters/slack/validate.ts'
import type { System } from '../../../src/cli/operator.ts'
import { slackCommand } from '../../../src/cli/slack.ts'
import { readConfig } from '../../../src/config.ts'
import { createLog } from '../../../src/log.ts'
import { appToken, botToken, type LocalSlack, signingSecret, startLocalSlack } from './local-slack.ts'

let slack: LocalSlack
beforeAll(async () => {
  slack = await startLocalSlack()
}, 30_000)
afterAll(async () => {
  await slack.close()
})

const config = (environment: Record<string, string>) => readConfig({ SLACK_API_URL: `${slack.url}/api/`, ...environment })
const states = async (environment: Record<string, string>) =>
  Object.fromEntries((await checkSlack(config(environment))).map(({ name, state }) => [name, state]))
const log = createLog('silent', () => undefined, Date.now)

describe('the doctor', () => {
  it('says that Slack is off where nothing is set', async () => {
    expect(await states({})).toEqual({ Slack: 'warning' })
  })

  it('finds a good bot token and app token good', async () => {
    expect(await states({ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken })).toMatchObject({
      'Slack bot token': 'ok',
      'Slack Socket Mode': 'ok',
    })
  })

  it('says where to copy a token from that Slack refuses, and never shows it', async () => {
    slack.next('auth.test', { error: 'invalid_auth' })
    const checks = await checkSlack(config({ SLACK_BOT_TOKEN: 'xoxb-wrong', SLACK_APP_TOKEN: 'xapp-wrong' }))
    expect(checks.map(({ state }) => state)).toEqual(['failed', 'failed'])
    expect(checks[0]?.detail).toContain('OAuth & Permissions')
    expect(JSON.stringify(checks)).not.toMatch(/xoxb-wrong|xapp-wrong/)
  })

  it('names the scopes that a token lacks', async () => {
    const server = createServer((_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': 'chat:write,commands' })
        .end(JSON.stringify({ ok: true, team: 'W', user: 'launchwire' })),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`
    const checks = await checkSlack(readConfig({ SLACK_API_URL: address, SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken }))
    expect(checks.find(({ name }) => name === 'Slack scopes')).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('app_mentions:read, files:write, im:history'),
    })
    server.closeAllConnections()
    server.close()
  })

  it('tells an address that is ours from one where something else answers', async () => {
    const server = createServer((_, response) => response.writeHead(404).end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    expect(await states({ SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, LAUNCHWIRE_URL: url })).toMatchObject({
      'Slack request URL': 'failed',
      'Slack signing secret': 'warning',
    })
    server.closeAllConnections()
    server.close()
  })

  it('says which settings an install still lacks', async () => {
    const environment = { SLACK_SIGNING_SECRET: 'a'.repeat(32), SLACK_CLIENT_ID: '1.2', SLACK_BOT_TOKEN: botToken }
    const checks = await checkSlack(config(environment))
    expect(checks.find(({ name }) => name === 'Slack installs')?.detail).toContain(
      'SLACK_CLIENT_SECRET, SLACK_STATE_SECRET, LAUNCHWIRE_URL',
    )
  })
})

describe('launchwire slack', () => {
  const system = () => {
    const printed: string[] = []
    return { printed, system: { out: (text: string) => printed.push(text), config: config({}), log } as unknown as System }
  }

  it('prints the manifest with the prefix and address that were given', async () => {
    const { printed, system: given } = system()
    const code = await slackCommand.run({ positionals: ['manifest'], values: { url: 'https://a.example', prefix: 'x-' } }, given)
    expect(code).toBe(0)
    const manifest = JSON.parse(printed.join('')) as { features: { slash_commands: { command: string }[] } }
    expect(manifest.features.slash_commands.map(({ command }) => command)).toContain(`/x-${commands[0]!.name}`)
  })

  it.each([
    [['manifest'], { url: 'nowhere' }, '--url'],
    [['manifest'], { prefix: 'X Y' }, '--prefix'],
    [['dance'], {}, 'there is no "dance"'],
  ])('says what is wrong with %j %j', async (positionals, values, words) => {
    await expect(slackCommand.run({ positionals, values }, system().system)).rejects.toThrow(words)
  })

  it('reads what Slack’s blocks.validate finds wrong', async () => {
    const client = createClient(undefined, { SLACK_API_URL: `${slack.url}/api/` }, log)
    const [payload] = render({ title: 'Title', blocks: [], citations: {} })
    slack.next('blocks.validate', { error: 'invalid_blocks' })
    expect(await validate(client, { blocks: payload!.blocks })).toEqual(['invalid_blocks'])
    slack.next('blocks.validate', { lose: true })
    await expect(validate(client, { blocks: payload!.blocks })).rejects.toThrow('Slack cannot be reached')
  })
})
