import { claimEvent } from '../../storage/inbox.ts'
import type { Slack } from './slack.ts'

/** Runs the work for the first of all deliveries of one event, over all processes; a redelivery of it does nothing. */
export async function once(slack: Slack, id: string, work: () => Promise<void>): Promise<void> {
  if (await claimEvent(slack.core.store, `slack:${id}`, slack.clock.now())) return work()
  slack.core.log.debug('a Slack event came again and was left alone', { id })
}

/**
 * Runs a handler's work after its acknowledgement. What escapes it is our fault: it is logged, and the platform is not told again, since it has its
 * acknowledgement.
 */
export async function guarded(slack: Slack, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    slack.core.log.failure('a Slack handler failed', error, { what })
  }
}

/**
 * Acknowledges. Where the socket broke off in that moment the work is done all the same: the answer goes another way, and Slack does not send a command or a click
 * again.
 */
export async function acknowledged(slack: Slack, ack: () => Promise<void>): Promise<void> {
  try {
    await ack()
  } catch (error) {
    slack.core.log.warn('an acknowledgement did not reach Slack', { error })
  }
}
