import { RateLimitError, type REST, Routes } from 'discord.js'
import type { DeliveryFailure } from '../../delivery/failure.ts'
import type { Destination, Poster } from '../../delivery/poster.ts'
import { type App, payloadsFor } from './app.ts'
import { deliveryFailure } from './failures.ts'
import { editPosted, findPosted, postPayload } from './post.ts'
import type { Payload } from './render.ts'

/**
 * 50 requests a second for a token, five messages in five seconds for a channel
 * (https://docs.discord.com/developers/topics/rate-limits).
 */
const pace = { token: 20, channel: 1_000 }
/** "The past few minutes" that `enforce_nonce` looks back (docs resources/message); taken for one. In milliseconds. */
const nonceKept = 60_000

/** What delivery needs of Discord: digests to channels, threads and persons. */
export function createPoster(app: App): Poster<Payload> {
  const client = app.rests.bot
  const places = directPlaces(client)
  return {
    pace,
    safeAgainFor: nonceKept,
    render: (message) => payloadsFor(app, message, {}),
    post: async (destination, payload, { key }) =>
      postPayload(client, await places(destination), payload, {
        key,
        ...(destination.thread === null ? {} : { replyTo: destination.thread }),
      }),
    find: async (destination, key) => findPosted(client, await places(destination), key),
    edit: async (destination, id, payload) => editPosted(client, await places(destination), id, payload),
    holdsForAll,
  }
}

/**
 * Finds the channel of a destination: a person's direct messages are a channel that is opened once. What goes under an earlier post is a reply to it, so
 * that no thread has to be opened for it.
 */
function directPlaces(client: REST): (destination: Destination) => Promise<{ channel: string }> {
  const opened = new Map<string, string>()
  return async ({ channel, person }) => {
    if (channel !== null) return { channel }
    const known = opened.get(person ?? '')
    if (known !== undefined) return { channel: known }
    try {
      const { id } = (await client.post(Routes.userChannels(), { body: { recipient_id: person } })) as { id: string }
      opened.set(person ?? '', id)
      return { channel: id }
    } catch (error) {
      throw deliveryFailure(error)
    }
  }
}

/** A global limit, a refused token and the stop before a ban hold for every channel. */
function holdsForAll({ cause, code }: DeliveryFailure): boolean {
  return (cause instanceof RateLimitError && cause.global) || code === '401' || code === 'too_many_invalid_requests'
}
