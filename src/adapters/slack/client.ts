import { type Logger, LogLevel, webApi } from '@slack/bolt'
import type { Config } from '../../config.ts'
import type { Log } from '../../log.ts'

export type Client = webApi.WebClient

/** Longest wait for an answer of Slack's, in milliseconds; after it a post counts as in doubt. */
const answerTimeout = 30_000

/** Bolt's log lines in ours. Its debug lines carry whole payloads, so they are left out. */
export function boltLogger(log: Log): Logger {
  const words = (parts: unknown[]) => parts.map(String).join(' ')
  return {
    debug: () => undefined,
    info: (...parts) => log.debug('slack', { says: words(parts) }),
    warn: (...parts) => log.warn('slack', { says: words(parts) }),
    error: (...parts) => log.warn('slack', { says: words(parts) }),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  }
}

/**
 * How every client is made: no retries of the SDK's own, since a post that is repeated is posted twice (slackapi/slack-api-specs#10), and a rate limit comes
 * back at once with its seconds, so that one method's limit does not hold up the others.
 */
export const clientOptions = (config: Pick<Config, 'SLACK_API_URL'>, log: Log): webApi.WebClientOptions => ({
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: answerTimeout,
  logger: boltLogger(log),
  ...(config.SLACK_API_URL ? { slackApiUrl: config.SLACK_API_URL.replace(/\/*$/, '/') } : {}),
})

/** A client for one workspace's token. */
export const createClient = (token: string | undefined, config: Pick<Config, 'SLACK_API_URL'>, log: Log): Client =>
  new webApi.WebClient(token, clientOptions(config, log))
