import type { Authorize, AuthorizeResult, Installation, InstallationQuery, InstallationStore } from '@slack/bolt'
import type { Config } from '../../config.ts'
import { UserError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import {
  disableInstallation,
  encryptionKey,
  loadInstallation,
  type Place,
  removeInstallation,
  saveInstallation,
} from '../../storage/installations.ts'
import type { Store } from '../../storage/store.ts'
import { type Client, createClient } from './client.ts'
import { slackCode } from './failure.ts'

/** The workspaces where the app is installed, and the tokens by which it acts there. */
export interface Installations {
  /** For Bolt: whose token a request is answered with. @throws where the app is not installed there. */
  authorize: Authorize<boolean>
  /** For Bolt's install pages; undefined where only one workspace's token is configured. */
  store: InstallationStore | undefined
  /** A client for a workspace. @throws where the app is not installed there, or is no more. */
  clientFor(team: string | null, enterprise?: string | null): Promise<Client>
  remove(team: string | null, enterprise: string | null): Promise<void>
  disable(team: string | null, enterprise: string | null, code: string | null): Promise<void>
}

const place = (team: string | null | undefined, enterprise: string | null | undefined): Place => ({
  adapter: 'slack',
  team: team ?? null,
  enterprise: enterprise ?? null,
})

/** An installation for a whole organisation has no team. */
const placeOf = (installation: Installation): Place =>
  installation.isEnterpriseInstall ? place(null, installation.enterprise?.id) : place(installation.team?.id, null)

const placeFor = (query: {
  teamId?: string | undefined
  enterpriseId?: string | undefined
  isEnterpriseInstall: boolean
}): Place => (query.isEnterpriseInstall ? place(null, query.enterpriseId) : place(query.teamId, null))

/**
 * Wires the installations: stored ones (encrypted), and the one workspace of SLACK_BOT_TOKEN, which counts where nothing is stored.
 * @throws UserError where workspaces can install the app but there is no key to encrypt their tokens with.
 */
export async function openInstallations(config: Config, store: Store, log: Log, now: () => number): Promise<Installations> {
  const several = config.SLACK_CLIENT_ID !== undefined && config.SLACK_CLIENT_SECRET !== undefined
  const key = several ? encryptionKey(config.LAUNCHWIRE_KEY) : null
  const own = config.SLACK_BOT_TOKEN ? await ownWorkspace(config, log) : null

  const authorizeAt = async (where: Place): Promise<AuthorizeResult> => {
    if (key) {
      const stored = await loadInstallation(store, key, where)
      const bot = stored?.state === 'active' ? (stored.body as Installation | null)?.bot : undefined
      if (bot) return { botToken: bot.token, botId: bot.id, botUserId: bot.userId, ...ids(where) }
    }
    // with one workspace configured, requests from channels shared with others are its own too
    if (own && (!several || own.team === where.team)) return own.result
    throw new Error(`the app is not installed in ${where.team ?? where.enterprise}`)
  }
  return {
    authorize: (query) => authorizeAt(placeFor(query)),
    store: key
      ? {
          storeInstallation: async (installation: Installation) => {
            await saveInstallation(store, key, placeOf(installation), installation, now())
            log.info('installed in a Slack workspace', { team: installation.team?.id, enterprise: installation.enterprise?.id })
          },
          fetchInstallation: async (query: InstallationQuery<boolean>) => {
            const stored = await loadInstallation(store, key, placeFor(query))
            if (!stored?.body || stored.state !== 'active') throw new Error('not installed')
            return stored.body as Installation<'v2', boolean>
          },
          deleteInstallation: (query: InstallationQuery<boolean>) => removeInstallation(store, placeFor(query)),
        }
      : undefined,
    clientFor: async (team, enterprise) => {
      const { botToken } = await authorizeAt(team ? place(team, null) : place(null, enterprise))
      return createClient(botToken, config, log)
    },
    remove: async (team, enterprise) => {
      await Promise.all([
        removeInstallation(store, place(team, null)),
        ...(enterprise && !team ? [removeInstallation(store, place(null, enterprise))] : []),
      ])
      log.info('the app was removed from a Slack workspace', { team, enterprise })
    },
    disable: async (team, enterprise, code) => {
      const changed = await disableInstallation(store, team ? place(team, null) : place(null, enterprise), now())
      log.error('Slack says that the token holds no more; the app must be installed again', {
        team,
        enterprise,
        code,
        disabled: changed,
      })
    },
  }
}

const ids = (where: Place): { teamId?: string; enterpriseId?: string } => ({
  ...(where.team ? { teamId: where.team } : {}),
  ...(where.enterprise ? { enterpriseId: where.enterprise } : {}),
})

/** The workspace of the configured token: Slack is asked once who it is. @throws UserError where Slack does not take the token. */
async function ownWorkspace(config: Config, log: Log): Promise<{ team: string | null; result: AuthorizeResult }> {
  const botToken = config.SLACK_BOT_TOKEN!.reveal()
  const who = await createClient(botToken, config, log)
    .auth.test()
    .catch((error: unknown) => {
      const code = slackCode(error)
      if (code === null) throw error
      throw new UserError(
        'config',
        `Slack does not take SLACK_BOT_TOKEN (${code}). Copy the bot token again from OAuth & Permissions of the app's page.`,
      )
    })
  return {
    team: who.team_id ?? null,
    result: { botToken, ...(who.bot_id ? { botId: who.bot_id } : {}), ...(who.user_id ? { botUserId: who.user_id } : {}) },
  }
}
