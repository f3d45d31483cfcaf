import { type APIInteraction, type APIInteractionResponse, DiscordAPIError, type REST, Routes } from 'discord.js'
import type { Log } from '../../log.ts'
import { isCode } from './failures.ts'

/** Sends the first answer to an interaction, within three seconds: as the HTTP response, or as a callback beside the gateway. */
export type Acknowledge = (response: APIInteractionResponse) => Promise<void>

/** Acknowledges an interaction that came through the gateway: a callback of its own. */
export const callback =
  (client: REST, { id, token }: APIInteraction): Acknowledge =>
  async (response) => {
    await client.post(Routes.interactionCallback(id, token), { body: response, auth: false })
  }

/**
 * False where nothing can be answered any more. An answer that was lost on the way is sent once more; a second process may have
 * been first.
 */
export async function acknowledgeOnce(log: Log, acknowledge: Acknowledge, response: APIInteractionResponse): Promise<boolean> {
  for (const isLast of [false, true]) {
    try {
      await acknowledge(response)
      return true
    } catch (error) {
      if (isCode(error, 'alreadyAcknowledged')) return true
      if (!isLast && !(error instanceof DiscordAPIError)) continue
      log.warn('discord interaction not acknowledged', { error })
      return false
    }
  }
  return false
}
