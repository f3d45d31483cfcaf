import { DeliveryFailure } from '../../delivery/failure.ts'
import type { Client } from './client.ts'
import { deliveryFailure, isBlockRefusal, slackCode } from './failure.ts'
import { attempts } from './fallback.ts'
import type { Payload } from './render.ts'

/** A channel, or a person's id for a direct message; `thread` is the ts of the message to answer under. */
export interface Destination {
  channel: string
  thread?: string
}

const eventType = 'launchwire_post'
/** How many of a place's newest messages are looked at for an earlier post. */
const lookedAt = 100

/** Links never unfurl: the sources are ours to show, and an unfurl shows whatever the linked page says. */
export const noUnfurl = { unfurl_links: false, unfurl_media: false } as const

/**
 * Sends one message, with nothing sent again on doubt; without the newest blocks where Slack refuses those. `key` goes along as metadata, by which
 * `findPosted` knows it again.
 * @throws DeliveryFailure that says whether it may have been posted.
 */
export async function postPayload(
  client: Client,
  destination: Destination,
  payload: Payload,
  { key }: { key: string },
): Promise<{ id: string }> {
  return withSimpler(payload, async (current) => {
    const posted = await client.chat.postMessage({
      channel: destination.channel,
      ...current,
      ...noUnfurl,
      ...(destination.thread ? { thread_ts: destination.thread } : {}),
      metadata: { event_type: eventType, event_payload: { key } },
    })
    if (!posted.ts) throw new DeliveryFailure('unknown', 'no_ts')
    return { id: posted.ts }
  }).catch((error) => {
    throw deliveryFailure(error)
  })
}

const realWait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Sends a payload; where Slack refuses its blocks, sends it again without the newest of them, until nothing is left to simplify. @throws what the last attempt did. */
export async function withSimpler<T>(
  payload: Payload,
  send: (payload: Payload) => Promise<T>,
  wait: (milliseconds: number) => Promise<void> = realWait,
): Promise<T> {
  let refusal: unknown
  for (const attempt of attempts(payload)) {
    if (attempt.pause > 0) await wait(attempt.pause)
    try {
      return await send(attempt.payload)
    } catch (error) {
      if (!isBlockRefusal(slackCode(error))) throw error
      refusal = error
    }
  }
  throw refusal
}

/**
 * An earlier post with this key among the destination's newest messages; 'unreadable' where the app may not read there, so that nobody can tell.
 * @throws DeliveryFailure where Slack cannot be asked now.
 */
export async function findPosted(
  client: Client,
  destination: Destination,
  key: string,
): Promise<{ id: string } | null | 'unreadable'> {
  const asked = { channel: destination.channel, limit: lookedAt, include_all_metadata: true }
  try {
    const { messages = [] } = destination.thread
      ? await client.conversations.replies({ ...asked, ts: destination.thread })
      : await client.conversations.history(asked)
    const found = messages.find(
      ({ metadata }) =>
        metadata?.event_type === eventType && (metadata.event_payload as { key?: unknown } | undefined)?.key === key,
    )
    return found?.ts ? { id: found.ts } : null
  } catch (error) {
    const failure = deliveryFailure(error)
    if (failure.kind === 'permanent') return 'unreadable'
    throw failure
  }
}

/** Puts a payload in the place of an earlier post. @throws DeliveryFailure */
export async function editPosted(client: Client, destination: Destination, id: string, payload: Payload): Promise<void> {
  try {
    await withSimpler(payload, (current) => client.chat.update({ channel: destination.channel, ts: id, ...current }))
  } catch (error) {
    throw deliveryFailure(error)
  }
}
