import type { Check } from '../../check.ts'
import type { Config } from '../../config.ts'
import { encryptionKey } from '../../storage/installations.ts'
import { createClient } from './client.ts'
import { paths, scopesFor } from './declare.ts'
import { advice, slackCode } from './failure.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {}, failure: () => '' }

/** Looks at everything that Slack needs of us, without changing or posting anything. Never throws: what cannot be reached is a failed check. */
export async function checkSlack(config: Config): Promise<Check[]> {
  if (!config.SLACK_APP_TOKEN && !config.SLACK_SIGNING_SECRET) {
    const detail = 'Off: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (Socket Mode), or SLACK_SIGNING_SECRET (HTTP).'
    return [{ name: 'Slack', state: 'warning', detail }]
  }
  const checks = await Promise.all([botToken(config), appToken(config), reachable(config)])
  return [...checks.flat(), ...signingSecret(config), ...installing(config)]
}

async function botToken(config: Config): Promise<Check[]> {
  const name = 'Slack bot token'
  if (!config.SLACK_BOT_TOKEN) {
    if (config.SLACK_CLIENT_ID) return []
    const detail = 'SLACK_BOT_TOKEN is not set, so nothing can be posted. Copy it from OAuth & Permissions of the app’s page.'
    return [{ name, state: 'failed', detail }]
  }
  try {
    const who = await createClient(config.SLACK_BOT_TOKEN.reveal(), config, silent).auth.test()
    const granted = who.response_metadata?.scopes
    return [
      { name, state: 'ok', detail: `Belongs to ${who.user ?? 'the bot'} in ${who.team ?? who.team_id}.` },
      ...scopes(config, granted),
    ]
  } catch (error) {
    return [{ name, state: 'failed', detail: refusal(error, 'SLACK_BOT_TOKEN', 'OAuth & Permissions') }]
  }
}

/** Slack tells the scopes of a token with each answer; where it does not, nothing is said about them. */
function scopes(config: Config, granted: string[] | undefined): Check[] {
  if (!granted || granted.length === 0) return []
  const { bot, optional } = scopesFor(config.SLACK_MANAGERS === 'admins')
  const missing = bot.filter((scope) => !granted.includes(scope))
  if (missing.length > 0) {
    const detail = `The app lacks ${missing.join(', ')}. Update it with "launchwire slack manifest" and install it again.`
    return [{ name: 'Slack scopes', state: 'failed', detail }]
  }
  const without = optional.filter((scope) => !granted.includes(scope))
  if (without.length === 0) return [{ name: 'Slack scopes', state: 'ok', detail: 'All that are needed are granted.' }]
  const detail = `Without ${without.join(' and ')} nobody can tell whether a digest arrived when Slack’s answer to it is lost; such a digest is not sent again.`
  return [{ name: 'Slack scopes', state: 'warning', detail }]
}

async function appToken(config: Config): Promise<Check[]> {
  if (!config.SLACK_APP_TOKEN) return []
  const name = 'Slack Socket Mode'
  try {
    await createClient(config.SLACK_APP_TOKEN.reveal(), config, silent).apps.connections.open({})
    return [{ name, state: 'ok', detail: 'A connection can be opened.' }]
  } catch (error) {
    return [
      {
        name,
        state: 'failed',
        detail: refusal(error, 'SLACK_APP_TOKEN', 'Basic Information → App-Level Tokens (scope connections:write)'),
      },
    ]
  }
}

function refusal(error: unknown, variable: string, page: string): string {
  const code = slackCode(error)
  if (code === null) {
    const reason = error instanceof Error ? error.message : 'no answer'
    return `Slack could not be asked (${reason}). Check the network, and SLACK_API_URL if it is set.`
  }
  const more = code === 'missing_scope' ? advice(code) : null
  return `Slack refuses ${variable} (${code}). ${more ?? `Copy it again from ${page} of the app’s page.`}`
}

function signingSecret(config: Config): Check[] {
  if (!config.SLACK_SIGNING_SECRET || /^[0-9a-f]{32}$/.test(config.SLACK_SIGNING_SECRET.reveal())) return []
  const detail =
    'SLACK_SIGNING_SECRET is not 32 hexadecimal digits, as Slack’s are; every request would be refused. Copy it from Basic Information.'
  return [{ name: 'Slack signing secret', state: 'warning', detail }]
}

/** An unsigned request to our own public address: the app refuses it with 401, and nothing else answers so. */
async function reachable(config: Config): Promise<Check[]> {
  if (!config.SLACK_SIGNING_SECRET || config.SLACK_APP_TOKEN) return []
  const name = 'Slack request URL'
  if (!config.LAUNCHWIRE_URL) {
    const detail = 'LAUNCHWIRE_URL is not set, so the manifest cannot name where Slack should send requests.'
    return [{ name, state: 'warning', detail }]
  }
  const address = `${config.LAUNCHWIRE_URL.replace(/\/+$/, '')}${paths.events}`
  try {
    const { status } = await fetch(address, {
      method: 'POST',
      body: 'unsigned=1',
      signal: AbortSignal.timeout(10_000),
      redirect: 'manual',
    })
    if (status === 401) return [{ name, state: 'ok', detail: `${address} answers and refuses unsigned requests.` }]
    const detail = `${address} answers ${status} to an unsigned request, not 401: something else stands there, or Launchwire is not running.`
    return [{ name, state: 'failed', detail }]
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no answer'
    const detail = `${address} cannot be reached (${reason}). Start Launchwire, and check the proxy or tunnel in front of it.`
    return [{ name, state: 'failed', detail }]
  }
}

/** Installing from a link needs five settings; some of them alone do nothing. */
function installing(config: Config): Check[] {
  const needed = [
    'SLACK_CLIENT_ID',
    'SLACK_CLIENT_SECRET',
    'SLACK_STATE_SECRET',
    'SLACK_SIGNING_SECRET',
    'LAUNCHWIRE_URL',
  ] as const
  if (!config.SLACK_CLIENT_ID && !config.SLACK_CLIENT_SECRET && !config.SLACK_STATE_SECRET) return []
  const name = 'Slack installs'
  const missing = needed.filter((variable) => !config[variable])
  if (missing.length > 0)
    return [{ name, state: 'failed', detail: `Installing to several workspaces also needs ${missing.join(', ')}.` }]
  try {
    encryptionKey(config.LAUNCHWIRE_KEY)
    return [
      {
        name,
        state: 'ok',
        detail: `Workspaces install the app from ${config.LAUNCHWIRE_URL!.replace(/\/+$/, '')}${paths.install}.`,
      },
    ]
  } catch (error) {
    return [{ name, state: 'failed', detail: error instanceof Error ? error.message : 'LAUNCHWIRE_KEY is wrong.' }]
  }
}
