import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { manifest, scopesFor, slashName, typedCommands } from '../../../src/adapters/slack/declare.ts'
import { defineCommand } from '../../../src/command/define.ts'

const schemaFile = join(import.meta.dirname, '../../../../shared/specs/slack-manifest.schema.json')

interface Made {
  features: { slash_commands: { command: string; description: string; url?: string; usage_hint?: string }[] }
  oauth_config: { redirect_urls?: string[]; scopes: { bot: string[]; bot_optional: string[] } }
  settings: {
    socket_mode_enabled: boolean
    interactivity: Record<string, unknown>
    event_subscriptions: { bot_events: string[] }
  }
}
const made = (...given: Parameters<typeof manifest>) => manifest(...given) as unknown as Made
const named = (name: string) =>
  defineCommand({ name, description: 'd', options: {}, examples: [name], run: async () => ({ title: '', blocks: [] }) })

describe('the manifest', () => {
  it('has every command that people type under its own name, and the root', () => {
    const names = made(commands).features.slash_commands.map(({ command }) => command)
    for (const { name } of typedCommands(commands)) expect(names).toContain(`/${name}`)
    expect(names).toContain('/launchwire')
    expect(names).not.toContain('/evidence')
  })

  it('puts a prefix before each name, the root’s too', () => {
    const names = made(commands, { prefix: 'x-' }).features.slash_commands.map(({ command }) => command)
    expect(names.every((name) => name.startsWith('/x-'))).toBe(true)
    expect(names).toContain('/x-launchwire')
  })

  it('leaves names that Slack keeps for itself to the root, unless a prefix makes them other names', () => {
    expect(slashName(named('feed'))).toBeNull()
    expect(slashName(named('feed'), 'x-')).toBe('/x-feed')
  })

  it('uses Socket Mode without an address, and signed requests with one', () => {
    expect(made(commands).settings.socket_mode_enabled).toBe(true)
    expect(made(commands).features.slash_commands[0]).not.toHaveProperty('url')
    const http = made(commands, { url: 'https://launchwire.example/' })
    expect(http.settings.socket_mode_enabled).toBe(false)
    expect(http.features.slash_commands[0]).toMatchObject({ url: 'https://launchwire.example/slack/events' })
    expect(http.settings.interactivity).toMatchObject({ message_menu_options_url: 'https://launchwire.example/slack/events' })
    expect(http.oauth_config.redirect_urls).toEqual(['https://launchwire.example/slack/oauth_redirect'])
  })

  it('asks for users:read only where admins must be told from others', () => {
    expect(scopesFor(false).bot).not.toContain('users:read')
    expect(made(commands, { admins: true }).oauth_config.scopes.bot).toContain('users:read')
  })

  it.skipIf(!existsSync(schemaFile)).each([{}, { url: 'https://launchwire.example' }, { prefix: 'x-', admins: true }])(
    'is valid against Slack’s schema (skipped where ../shared/specs is absent): %j',
    (options) => {
      const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')))
      validate(manifest(commands, options))
      expect(validate.errors).toBeNull()
    },
  )
})
