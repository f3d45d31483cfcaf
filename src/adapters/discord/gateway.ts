import {
  type APIInteraction,
  Client,
  type ClientOptions,
  DiscordjsErrorCodes,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  Options,
  type RESTOptions,
  SimpleShardingStrategy,
  WebSocketShardStatus,
} from 'discord.js'
import { UserError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { backoff } from './backoff.ts'
import { tokenAdvice } from './failures.ts'

export interface GatewayParts {
  token: string
  rest: Partial<RESTOptions>
  /** Hear messages too, to answer mentions. Commands need the intent Guilds only. */
  mentions: boolean
  log: Log
  wait(milliseconds: number): Promise<void>
  /** A number from 0 to 1, by chance. */
  chance(): number
  onInteraction(interaction: APIInteraction): void
  onMessage(message: GatewayMessageCreateDispatchData, bot: string, isThread: (channel: string) => boolean): void
}

export interface Gateway {
  /** Fulfilled at the first connection of every shard; rejected with a UserError where the token or the intents are refused. */
  ready: Promise<void>
  close(): Promise<void>
}

/**
 * Connects to Discord's gateway, with as many shards as Discord asks for, and stays connected: lost connections resume, and while
 * Discord cannot be reached the pauses grow (`backoff`).
 */
export function openGateway(parts: GatewayParts): Gateway {
  let closed = false
  let client = createClient(parts)
  const connect = async (): Promise<void> => {
    for (let tries = 1; !closed; tries++) {
      try {
        await client.login(parts.token)
        return
      } catch (error) {
        await client.destroy()
        const refused = refusal(error)
        if (refused) throw refused
        if (closed) return
        const pause = backoff(tries, parts.chance())
        parts.log.warn('discord gateway not reached', { error, retryIn: Math.round(pause) })
        await parts.wait(pause)
        client = createClient(parts)
      }
    }
  }
  const ready = connect()
  // whoever waits for it hears of a refusal; until then it is no unhandled rejection
  ready.catch(() => undefined)
  return {
    ready,
    async close() {
      closed = true
      await client.destroy()
    },
  }
}

function createClient(parts: GatewayParts): Client {
  const { log, mentions } = parts
  const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits
  const tries = new Map<number, number>()
  const client = new Client({
    intents: mentions ? [Guilds, GuildMessages, DirectMessages] : [Guilds],
    shards: 'auto',
    rest: parts.rest,
    allowedMentions: { parse: [] },
    // nothing is read from these: commands bring what they need with them
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: 1,
      UserManager: 1,
    }),
    ws: { buildStrategy: (manager) => patientStrategy(manager, tries, parts) },
  })
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => parts.onInteraction(interaction))
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    if (client.user) parts.onMessage(message, client.user.id, (id) => client.channels.cache.get(id)?.isThread() ?? false)
  })
  const connected = (shard: number) => {
    tries.set(shard, 0)
    log.info('discord shard connected', { shard })
  }
  client.on(Events.ShardReady, connected)
  client.on(Events.ShardResume, connected)
  client.on(Events.ShardReconnecting, (shard) => log.info('discord shard reconnecting', { shard }))
  client.on(Events.ShardError, (error, shard) => log.warn('discord shard failed', { shard, error }))
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.error('discord shard gave up', { shard, code }))
  client.on(Events.Error, (error) => log.failure('discord client failed', error))
  return client
}

type BuildStrategy = NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>

/** discord.js tries again every half second; this makes every further try wait longer, until the shard is connected. */
function patientStrategy(
  ws: Parameters<BuildStrategy>[0],
  tries: Map<number, number>,
  parts: GatewayParts,
): ReturnType<BuildStrategy> {
  const strategy = new SimpleShardingStrategy(ws)
  const { retrieveSessionInfo } = ws.options
  ws.options.retrieveSessionInfo = async (shard) => {
    // asked for with every event, but of an idle shard only when it is about to connect
    const isConnecting = (await strategy.fetchStatus()).get(shard) === WebSocketShardStatus.Idle
    if (isConnecting) {
      const failed = tries.get(shard) ?? 0
      tries.set(shard, failed + 1)
      if (failed > 0) await parts.wait(backoff(failed, parts.chance()))
    }
    return retrieveSessionInfo(shard)
  }
  return strategy
}

/** What an operator has to mend: trying again would not help. */
function refusal(error: unknown): UserError | undefined {
  if (!(error instanceof Error)) return undefined
  const invalid = 'code' in error && error.code === DiscordjsErrorCodes.TokenInvalid
  if (invalid || /authentication failed/i.test(error.message)) return new UserError('config', tokenAdvice, { cause: error })
  if (/intents/i.test(error.message))
    return new UserError(
      'config',
      'Discord refuses the intents that the bot asks for. Unset DISCORD_MENTIONS, or allow them in the developer portal (Bot).',
      { cause: error },
    )
  return undefined
}
