import { webApi } from '@slack/bolt'
import { DeliveryFailure } from '../../delivery/failure.ts'

/** Slack's word for what went wrong ("channel_not_found"), or null where the failure is not Slack's answer. */
export function slackCode(error: unknown): string | null {
  if (!(error instanceof webApi.WebAPIPlatformError)) return null
  return String(error.data.error)
}

/** The token holds no more: nothing works in this workspace until it is installed again (https://docs.slack.dev/reference/methods/auth.test). */
const revoked = new Set([
  'token_revoked',
  'account_inactive',
  'invalid_auth',
  'token_expired',
  'not_authed',
  'org_login_required',
])
/** True where Slack says that the token holds no more. */
export const isRevoked = (code: string | null): boolean => code !== null && revoked.has(code)

/** Slack's answers that pass by themselves (errors of https://docs.slack.dev/reference/methods/chat.postMessage). */
const passing = new Set(['ratelimited', 'rate_limited', 'service_unavailable', 'team_added_to_org', 'accesslimited'])
/** The request reached Slack and something broke there: it may have been posted. */
const doubtful = new Set(['fatal_error', 'internal_error', 'request_timeout'])

/** What Slack refuses in blocks; the same words without the new blocks may pass. */
const blockRefusals = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'unsupported_block',
  'slack_file_not_found',
  'invalid_attachments',
])
/** True where Slack refuses the blocks: nothing was posted. */
export const isBlockRefusal = (code: string | null): boolean => code !== null && blockRefusals.has(code)

/**
 * What a failed post means for the outbox. A request that never left counts as temporary; an answer that never came, or that says that something broke
 * inside, as unknown.
 */
export function deliveryFailure(error: unknown): DeliveryFailure {
  if (error instanceof DeliveryFailure) return error
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new DeliveryFailure('temporary', 'ratelimited', { retryAfter: error.retryAfter, cause: error })
  if (error instanceof webApi.WebAPIHTTPError) return new DeliveryFailure('unknown', `http_${error.statusCode}`, { cause: error })
  if (error instanceof webApi.WebAPIRequestError) {
    const code = String((error.original.cause as { code?: unknown } | undefined)?.code ?? 'request_failed')
    return new DeliveryFailure(neverLeft.has(code) ? 'temporary' : 'unknown', code.toLowerCase(), { cause: error })
  }
  const code = slackCode(error)
  // a 429 whose Retry-After the client could not read comes as a bare error
  if (code === null && error instanceof Error && error.message.startsWith('Retry header'))
    return new DeliveryFailure('temporary', 'ratelimited', { cause: error })
  if (code === null) return new DeliveryFailure('unknown', 'unexpected', { cause: error })
  if (passing.has(code)) return new DeliveryFailure('temporary', code, { cause: error })
  if (doubtful.has(code)) return new DeliveryFailure('unknown', code, { cause: error })
  return new DeliveryFailure('permanent', code, { message: advice(code) ?? `Slack refuses the post: ${code}`, cause: error })
}

/** The connection failed before anything was sent (names of Node's and undici's errors). */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** What a person can do about Slack's answer, or null where it is nothing they can mend. */
export function advice(code: string | null): string | null {
  switch (code) {
    case 'channel_not_found':
      return 'Slack does not let this app see that channel. If it is private, invite the app there with /invite @launchwire, then try again.'
    case 'not_in_channel':
      return 'The app is not in this channel. Invite it with /invite @launchwire, then try again.'
    case 'is_archived':
      return 'This channel is archived, so nothing can be posted there. Unarchive it or choose another channel.'
    case 'restricted_action':
    case 'restricted_action_read_only_channel':
    case 'restricted_action_thread_only_channel':
      return 'This channel is set so that the app may not post there. Ask a workspace admin to allow it, or choose another channel.'
    case 'missing_scope':
      return 'The app lacks a permission that this needs. A workspace admin can install it again from its newest manifest.'
    case 'cannot_dm_bot':
    case 'user_not_in_channel':
      return 'Slack does not let the app show this to you here. Ask in a channel that you are in.'
    default:
      return isRevoked(code) ? 'The app is no longer installed in this workspace. A workspace admin can install it again.' : null
  }
}
