import { ApplicationIntegrationType, OAuth2Scopes, PermissionFlagsBits } from 'discord.js'

/** The fewest permissions that a server gives: answers to commands need none. */
export function permissionsFor(options: { mentions: boolean }): bigint {
  const { ViewChannel, SendMessages, AttachFiles, EmbedLinks, ReadMessageHistory, CreatePublicThreads, SendMessagesInThreads } =
    PermissionFlagsBits
  // see and write, with pictures; look for a digest whose receipt was lost; write an embed where components are refused
  const digests = ViewChannel | SendMessages | AttachFiles | EmbedLinks | ReadMessageHistory
  return options.mentions ? digests | CreatePublicThreads | SendMessagesInThreads : digests
}

const scopes = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands]

/** How the app is installed, for the application's own settings (`integration_types_config`). */
export function installSettings(options: { mentions: boolean }) {
  return {
    [ApplicationIntegrationType.GuildInstall]: {
      oauth2_install_params: { scopes, permissions: String(permissionsFor(options)) },
    },
    [ApplicationIntegrationType.UserInstall]: {
      oauth2_install_params: { scopes: [OAuth2Scopes.ApplicationsCommands], permissions: '0' },
    },
  }
}

/** The links that install the app: to a server, and to one's own account (https://docs.discord.com/developers/topics/oauth2). */
export function inviteLinks(application: string, options: { mentions: boolean }): { server: string; person: string } {
  const link = (given: Record<string, string>): string =>
    `https://discord.com/oauth2/authorize?${new URLSearchParams({ client_id: application, ...given })}`
  return {
    server: link({
      integration_type: String(ApplicationIntegrationType.GuildInstall),
      scope: scopes.join(' '),
      permissions: String(permissionsFor(options)),
    }),
    person: link({
      integration_type: String(ApplicationIntegrationType.UserInstall),
      scope: OAuth2Scopes.ApplicationsCommands,
    }),
  }
}
