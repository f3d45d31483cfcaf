import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { DeliveryFailure } from '../../delivery/failure.ts'
import { TooManyInvalidRequests } from './rest.ts'

/** Discord's error codes that mean something to us (https://docs.discord.com/developers/topics/opcodes-and-status-codes#json). */
export const codes = {
  unknownChannel: 10_003,
  unknownMessage: 10_008,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  alreadyAcknowledged: 40_060,
  missingAccess: 50_001,
  cannotMessagePerson: 50_007,
  missingPermissions: 50_013,
  wrongChannelType: 50_024,
  invalidWebhookToken: 50_027,
  invalidForm: 50_035,
  threadExists: 160_004,
} as const

/** True where Discord answered with one of these codes. */
export const isCode = (error: unknown, ...wanted: (keyof typeof codes)[]): boolean =>
  error instanceof DiscordAPIError && wanted.some((name) => codes[name] === error.code)

/** The interaction's token is no longer good: its fifteen minutes are over, or what it answered is gone. */
export const isExpired = (error: unknown): boolean =>
  isCode(error, 'invalidWebhookToken', 'unknownWebhook', 'unknownMessage', 'unknownInteraction')

/** What an operator does about a token that Discord refuses. */
export const tokenAdvice = 'Discord refuses DISCORD_TOKEN. Reset it in the developer portal (Bot → Reset Token) and set it anew.'

/** What a person can do about a place that takes no message, in one sentence, or undefined. */
export function adviceFor(error: unknown): string | undefined {
  if (isCode(error, 'unknownChannel')) return 'That channel was deleted. Choose another one.'
  if (isCode(error, 'missingAccess')) return 'I cannot see that channel. Give my role "View Channel" there, then try again.'
  if (isCode(error, 'missingPermissions'))
    return 'I may not write in that channel. Give my role "Send Messages" and "Attach Files" there, then try again.'
  if (isCode(error, 'cannotMessagePerson')) return 'That person takes no direct messages from me.'
  return undefined
}

/**
 * What a failed post means for the outbox. A 4xx was certainly not posted. Where the answer was lost (a 5xx, a cut connection),
 * it may have been.
 */
export function deliveryFailure(error: unknown): DeliveryFailure {
  if (error instanceof DeliveryFailure) return error
  if (error instanceof RateLimitError)
    return new DeliveryFailure('temporary', 'rate_limited', { retryAfter: Math.ceil(error.retryAfter / 100) / 10, cause: error })
  if (error instanceof TooManyInvalidRequests)
    return new DeliveryFailure('temporary', 'too_many_invalid_requests', { retryAfter: 600, cause: error })
  // discord.js forgets a token that Discord refused
  if (error instanceof Error && error.message.startsWith('Expected token to be set')) return refusedToken(error)
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return refusedToken(error)
    const message = adviceFor(error)
    return new DeliveryFailure('permanent', String(error.code), { ...(message ? { message } : {}), cause: error })
  }
  if (error instanceof HTTPError) return new DeliveryFailure('unknown', `http_${error.status}`, { cause: error })
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no_answer'
  // what never reached Discord was not posted
  const kind = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(code) ? 'temporary' : 'unknown'
  return new DeliveryFailure(kind, code, { cause: error })
}

const refusedToken = (cause: Error): DeliveryFailure => new DeliveryFailure('permanent', '401', { message: tokenAdvice, cause })
