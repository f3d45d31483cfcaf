import { UserError } from '../errors.ts'
import type { OperatorCommand, System } from './operator.ts'

export const discordCommand: OperatorCommand = {
  name: 'discord',
  summary: 'Registers the slash commands with Discord, or prints the links that install the app.',
  usage: ['discord register [--guild ID]', 'discord invite'],
  options: {
    guild: { type: 'string', description: 'Register for one server only, where they show at once', value: 'ID' },
  },
  async run({ positionals, values }, system) {
    const [action] = positionals.filter((word) => word !== 'discord')
    if (action === 'register') return registerCommands(system, values.guild)
    if (action === 'invite') return printLinks(system)
    throw new UserError(
      'usage',
      `Say "launchwire discord register" or "launchwire discord invite"${action ? `; there is no "${action}"` : ''}.`,
    )
  },
}

/** Loaded when asked for: discord.js takes a moment. */
async function connect(system: System) {
  const { config } = system
  const [{ createRests }, { countInvalidRequests }, { findApplication }] = await Promise.all([
    import('../adapters/discord/rest.ts'),
    import('../adapters/discord/invalid-requests.ts'),
    import('../adapters/discord/application.ts'),
  ])
  const rests = createRests({
    token: config.DISCORD_TOKEN,
    api: config.DISCORD_API_URL,
    now: system.now,
    invalid: countInvalidRequests(),
  })
  return { client: rests.bot, application: await findApplication(rests.bot, config) }
}

async function registerCommands(system: System, guild: string | boolean | undefined): Promise<number> {
  if (!system.config.DISCORD_TOKEN)
    throw new UserError('config', 'Set DISCORD_TOKEN: the bot token from the developer portal (Bot → Reset Token).')
  if (guild !== undefined && !/^\d+$/.test(String(guild)))
    throw new UserError('usage', '--guild wants the id of a server: digits, from "Copy Server ID" with developer mode on.')
  const { client, application } = await connect(system)
  const [{ register }, { commands }] = await Promise.all([import('../adapters/discord/register.ts'), system.core()])
  const done = await register(client, commands, {
    application,
    mentions: system.config.DISCORD_MENTIONS,
    ...(typeof guild === 'string' ? { guild } : {}),
  })
  for (const what of ['added', 'changed', 'removed', 'unchanged'] as const)
    if (done[what].length > 0) system.out(`${what}: ${done[what].join(', ')}\n`)
  if (done.install) system.out('install settings: written (servers and persons may install the app)\n')
  return 0
}

async function printLinks(system: System): Promise<number> {
  const [{ application }, { inviteLinks }] = await Promise.all([connect(system), import('../adapters/discord/invite.ts')])
  const links = inviteLinks(application, { mentions: system.config.DISCORD_MENTIONS })
  system.out(`To a server (needs "Manage Server" there):\n  ${links.server}\n\nTo your own account:\n  ${links.person}\n`)
  return 0
}
