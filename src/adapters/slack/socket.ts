import { SocketModeReceiver } from '@slack/bolt'
import type { Config } from '../../config.ts'
import { UserError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { boltLogger, clientOptions } from './client.ts'
import { isRevoked, slackCode } from './failure.ts'
import type { Clock } from './pace.ts'

/** Slack recycles each socket every few hours and says so seconds before; the other one hears what comes meanwhile (slackapi/node-slack-sdk#1654). */
const connections = 2
const longestPause = 30_000

/** The connections of Socket Mode. */
export interface Sockets {
  receivers: SocketModeReceiver[]
  /** Opens both; where Slack cannot be reached, goes on trying. @throws UserError where Slack does not take the token. */
  start(): Promise<void>
  stop(): Promise<void>
}

/**
 * Two Socket Mode connections that are kept open. The SDK's own reconnecting waits five seconds first and gives up for good on some failures, so it is off: a
 * closed socket is opened again at once, and after failures with growing pauses.
 */
export function openSockets(config: Config, log: Log, clock: Clock): Sockets {
  const receivers = Array.from(
    { length: connections },
    () =>
      new SocketModeReceiver({
        appToken: config.SLACK_APP_TOKEN!.reveal(),
        autoReconnectEnabled: false,
        logger: boltLogger(log),
        installerOptions: { clientOptions: clientOptions(config, log) },
      }),
  )
  let stopping = false
  const reopening = new Set<number>()

  const reopen = async (receiver: SocketModeReceiver, number: number): Promise<void> => {
    for (let attempt = 0; !stopping; attempt++) {
      if (attempt > 0) await clock.wait(Math.min(500 * 2 ** attempt, longestPause))
      if (stopping) return
      try {
        await receiver.client.start()
        log.info('a Slack socket is open again', { number, attempt })
        return
      } catch (error) {
        log.warn('a Slack socket could not be opened', { number, attempt, error })
      }
    }
  }

  const keepOpen = (receiver: SocketModeReceiver, number: number): void => {
    if (stopping || reopening.has(number)) return
    reopening.add(number)
    void reopen(receiver, number).finally(() => reopening.delete(number))
  }

  return {
    receivers,
    async start() {
      for (const [number, receiver] of receivers.entries()) {
        try {
          await receiver.client.start()
        } catch (error) {
          const code = slackCode(error)
          if (isRevoked(code) || code === 'missing_scope' || code === 'not_allowed_token_type') throw refused(code)
          log.warn('a Slack socket could not be opened', { number, attempt: 0, error })
          keepOpen(receiver, number)
        }
        receiver.client.on('disconnected', () => keepOpen(receiver, number))
      }
      log.info('listening to Slack in Socket Mode', { connections })
    },
    async stop() {
      stopping = true
      await Promise.all(receivers.map((receiver) => receiver.client.disconnect()))
    },
  }
}

const refused = (code: string | null): UserError =>
  new UserError(
    'config',
    `Slack does not take SLACK_APP_TOKEN (${code}). Make one with the scope connections:write under Basic Information → App-Level Tokens of the app's page.`,
  )
