import {
  type APIApplication,
  type APIApplicationCommand,
  DiscordAPIError,
  type REST,
  type RESTGetAPIGatewayBotResult,
  Routes,
} from 'discord.js'
import type { Check } from '../../check.ts'
import type { Command } from '../../command/define.ts'
import type { Config } from '../../config.ts'
import { declare } from './declare.ts'
import { tokenAdvice } from './failures.ts'
import { difference } from './register.ts'

/** Starts of the gateway per day below which a warning is due (of 1,000). Ours. */
const fewStarts = 50

/**
 * Looks at everything that Discord needs of us, without changing anything. Never throws: what cannot be reached is a failed
 * check.
 */
export async function checkDiscord(client: REST, config: Config, commands: readonly Command[]): Promise<Check[]> {
  if (!config.DISCORD_TOKEN && !config.DISCORD_PUBLIC_KEY)
    return [{ name: 'Discord', state: 'warning', detail: 'Off: set DISCORD_TOKEN (and DISCORD_PUBLIC_KEY for HTTP).' }]
  if (!config.DISCORD_TOKEN)
    return [
      {
        name: 'Discord',
        state: 'warning',
        detail: 'HTTP interactions only: without DISCORD_TOKEN nothing can be checked or posted.',
      },
    ]
  const application = await looked('Discord token', async () => (await client.get(Routes.currentApplication())) as APIApplication)
  if ('check' in application) return [application.check]
  const { value } = application
  return [
    { name: 'Discord token', state: 'ok', detail: `Belongs to the application ${value.name} (${value.id}).` },
    ...identity(value, config),
    ...(await Promise.all([gateway(client), registered(client, value.id, commands)])),
    endpoint(value, config),
  ]
}

async function looked<T>(name: string, ask: () => Promise<T>): Promise<{ value: T } | { check: Check }> {
  try {
    return { value: await ask() }
  } catch (error) {
    const refused = error instanceof DiscordAPIError && error.status === 401
    const detail = refused
      ? tokenAdvice
      : `Discord could not be asked (${error instanceof Error ? error.message : 'no answer'}). Check the network and DISCORD_API_URL.`
    return { check: { name, state: 'failed', detail } }
  }
}

function identity(application: APIApplication, config: Config): Check[] {
  const checks: Check[] = []
  if (config.DISCORD_APPLICATION_ID && config.DISCORD_APPLICATION_ID !== application.id) {
    const detail = `DISCORD_APPLICATION_ID is ${config.DISCORD_APPLICATION_ID}, but the token belongs to ${application.id}.`
    checks.push({ name: 'Discord application', state: 'failed', detail })
  }
  if (config.DISCORD_PUBLIC_KEY && config.DISCORD_PUBLIC_KEY.toLowerCase() !== application.verify_key.toLowerCase()) {
    const detail =
      'DISCORD_PUBLIC_KEY is not this application’s: every request over HTTP would be refused. Copy it from General Information.'
    checks.push({ name: 'Discord public key', state: 'failed', detail })
  }
  return checks
}

async function gateway(client: REST): Promise<Check> {
  const name = 'Discord gateway'
  const info = await looked(name, async () => (await client.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult)
  if ('check' in info) return info.check
  const { shards, session_start_limit: starts } = info.value
  const detail = `${shards} ${shards === 1 ? 'shard' : 'shards'}, ${starts.remaining} of ${starts.total} starts left today.`
  return { name, state: starts.remaining < fewStarts ? 'warning' : 'ok', detail }
}

async function registered(client: REST, application: string, commands: readonly Command[]): Promise<Check> {
  const name = 'Discord commands'
  const found = await looked(
    name,
    async () => (await client.get(Routes.applicationCommands(application))) as APIApplicationCommand[],
  )
  if ('check' in found) return found.check
  const { added, changed, removed, unchanged } = difference(found.value, declare(commands))
  const different = [...added, ...changed, ...removed]
  if (different.length === 0) return { name, state: 'ok', detail: `${unchanged.length} registered, as declared.` }
  return { name, state: 'warning', detail: `Not as declared: ${different.join(', ')}. Run "launchwire discord register".` }
}

function endpoint(application: APIApplication & { interactions_endpoint_url?: string | null }, config: Config): Check {
  const url = application.interactions_endpoint_url
  const name = 'Discord interactions'
  if (!url && config.DISCORD_PUBLIC_KEY)
    return {
      name,
      state: 'warning',
      detail: 'Come through the gateway: no Interactions Endpoint URL is set in the developer portal.',
    }
  if (url && !config.DISCORD_PUBLIC_KEY)
    return {
      name,
      state: 'failed',
      detail: `Discord sends them to ${url}, not through the gateway. Set DISCORD_PUBLIC_KEY, or clear that address in the portal.`,
    }
  return { name, state: 'ok', detail: url ? `Come over HTTP to ${url}.` : 'Come through the gateway.' }
}
