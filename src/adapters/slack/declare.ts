import type { Command } from '../../command/define.ts'
import { usageHint } from '../../command/usage.ts'
import { cut, limits } from './limits.ts'

/** The one name under which all commands can be had. */
export const rootName = 'launchwire'
/** callback_id of the message shortcut. */
export const sourcesShortcut = 'sources_say'
/** The shortcut on a message that reads the article it links to, and the command behind it. */
export const readShortcut = 'read_article'
export const readCommand = 'add'
/** Where Slack posts everything over HTTP, and the two pages of an install. */
export const paths = { events: '/slack/events', install: '/slack/install', redirect: '/slack/oauth_redirect' } as const

/** Slack's own commands, which no app may take (https://slack.com/help/articles/201259356-Use-built-in-slash-commands). */
const reserved = new Set(
  'active apps archive away call close collapse dm dnd expand feed invite join kick leave me msg mute open part prefs pro remind remove rename search shortcuts shrug star status topic who'.split(
    ' ',
  ),
)

/** Scopes of the bot: those that an install needs, and those that an admin may leave out. */
export interface Scopes {
  bot: string[]
  optional: string[]
}

/**
 * The fewest scopes that the app works with. Optional ones let it look whether a post whose answer was lost did arrive; without them the status says
 * that it cannot tell; `users:read` tells a person's time zone for their digests. `admins`: whether who manages a place is asked from Slack.
 */
export function scopesFor(admins: boolean): Scopes {
  return {
    bot: ['app_mentions:read', 'chat:write', 'commands', 'files:write', 'im:history', ...(admins ? ['users:read'] : [])],
    optional: ['channels:history', 'groups:history', ...(admins ? [] : ['users:read'])],
  }
}

/** What a manifest depends on beside the commands. */
export interface ManifestOptions {
  /** Public address of the HTTP port; without it the app runs in Socket Mode. */
  url?: string
  /** Put before every command's name, for a workspace where a name is taken ("x-"). */
  prefix?: string
  /** Whether schedules and feeds are kept to the workspace's admins. */
  admins?: boolean
}

/** The names under which a command can be typed in Slack: none of its own where Slack keeps it for itself. */
export function slashName(command: Command, prefix = ''): string | null {
  const name = `${prefix}${command.name}`
  return reserved.has(name) || name.length + 1 > limits.commandName ? null : `/${name}`
}

/** Commands that people type: those that only buttons use have no example. */
export const typedCommands = (commands: readonly Command[]): Command[] =>
  commands.filter((command) => command.examples.length > 0 || !('run' in command) || Object.keys(command.options).length === 0)

/** The app's manifest from the command declarations (https://docs.slack.dev/reference/app-manifest). */
export function manifest(commands: readonly Command[], options: ManifestOptions = {}): Record<string, unknown> {
  const url = options.url?.replace(/\/+$/, '')
  const requestUrl = url ? `${url}${paths.events}` : undefined
  const scopes = scopesFor(options.admins ?? false)
  const address = requestUrl ? { url: requestUrl } : {}
  const slash = typedCommands(commands)
    .flatMap((command) => {
      const name = slashName(command, options.prefix)
      return name
        ? [{ command: name, ...address, description: cut(command.description, limits.commandDescription), ...hintOf(command) }]
        : []
    })
    .slice(0, limits.commands - 1)
  const root = {
    command: `/${options.prefix ?? ''}${rootName}`,
    ...address,
    description: 'All of Launchwire under one name; alone it shows the help',
    usage_hint: 'compare muse-spark gpt-5.4',
    should_escape: false,
  }
  return {
    _metadata: { major_version: 2 },
    display_information: {
      name: 'Launchwire',
      description: 'What the coverage of AI model launches says, every statement with its source',
      background_color: '#1f2a44',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'launchwire', always_online: true },
      shortcuts: [
        {
          name: 'What do the sources say?',
          type: 'message',
          callback_id: sourcesShortcut,
          description: 'What the coverage says about the models that a message names',
        },
        ...(commands.some(({ name }) => name === readCommand)
          ? [
              {
                name: 'Read this article',
                type: 'message' as const,
                callback_id: readShortcut,
                description: 'Reads the article that a message links to into the corpus',
              },
            ]
          : []),
      ],
      slash_commands: [...slash.map((each) => ({ ...each, should_escape: false })), root],
    },
    oauth_config: {
      ...(url ? { redirect_urls: [`${url}${paths.redirect}`] } : {}),
      scopes: { bot: scopes.bot, bot_optional: scopes.optional },
    },
    settings: {
      event_subscriptions: {
        ...(requestUrl ? { request_url: requestUrl } : {}),
        bot_events: ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'],
      },
      interactivity: {
        is_enabled: true,
        ...(requestUrl ? { request_url: requestUrl, message_menu_options_url: requestUrl } : {}),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: !requestUrl,
      token_rotation_enabled: false,
    },
  }
}

function hintOf(command: Command): { usage_hint?: string } {
  const hint = 'run' in command ? usageHint(command.options) : Object.keys(command.subcommands).join(' | ')
  return hint ? { usage_hint: cut(hint, limits.usageHint) } : {}
}
