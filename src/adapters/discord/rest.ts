import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js'
import type { Secret } from '../../secret.ts'
import type { InvalidRequests } from './invalid-requests.ts'

/** Thrown in place of a request when Discord is about to ban this address. */
export class TooManyInvalidRequests extends Error {
  constructor() {
    super('Discord refused so many requests in ten minutes that no more are sent for now')
    this.name = 'TooManyInvalidRequests'
  }
}

export interface RestParts {
  /** Discord's address, where it is not Discord's own. */
  api?: string | undefined
  /** Epoch milliseconds. */
  now(): number
  /** Shared by all clients of one process: the ban is on the address. */
  invalid: InvalidRequests
}

/**
 * Options for every REST client of ours: no retries by the SDK, so that nothing is posted twice (whoever calls decides), and a
 * stop before Discord bans the address. A 429 is waited for, route and global alike, except where a message is posted to a
 * channel: the outbox wants its lease back.
 */
export function restOptions(parts: RestParts): Partial<RESTOptions> {
  const { now, invalid } = parts
  return {
    ...(parts.api ? { api: parts.api.replace(/\/+$/, '') } : {}),
    retries: 0,
    rejectOnRateLimit: ({ method, route }) => method.toUpperCase() === 'POST' && /^\/channels\/:id\/messages/.test(route),
    async makeRequest(url, init) {
      if (!invalid.mayAsk(now())) throw new TooManyInvalidRequests()
      const response = await DefaultRestOptions.makeRequest(url, init)
      invalid.count(response.status, response.headers.get('x-ratelimit-scope'), now())
      return response
    },
  }
}

/** The two clients that the adapter speaks with. */
export interface Rests {
  /** With the bot's token: channels, commands, the app itself. */
  bot: REST
  /** Answers to interactions: their token is in the address, and Discord's global limit does not hold for them. */
  interactions: REST
}

/** Clients for use without a gateway, or beside it: a gateway's client takes `restOptions` for its own. */
export function createRests(parts: RestParts & { token: Secret | undefined }): Rests {
  const options = restOptions(parts)
  const bot = new REST(options)
  if (parts.token) bot.setToken(parts.token.reveal())
  return { bot, interactions: new REST({ ...options, globalRequestsPerSecond: 1_000 }) }
}
