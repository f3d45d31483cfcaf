import { createHash } from 'node:crypto'
import { type APIMessage, ComponentType, type REST, Routes } from 'discord.js'
import { deliveryFailure, isCode } from './failures.ts'
import { limits } from './limits.ts'
import type { Body, Payload } from './render.ts'

/** Where to post: a channel, or a thread of it. */
export interface Destination {
  channel: string
  thread?: string
}

const placeOf = ({ channel, thread }: Destination): string => thread ?? channel

/** Sends a payload, and once more as an embed where Discord refuses its components (50035): certainly not posted then. */
export async function withFallback<T>(payload: Payload, send: (body: Body) => Promise<T>): Promise<T> {
  try {
    return await send(payload.body)
  } catch (error) {
    if (!isCode(error, 'invalidForm')) throw error
    return send(payload.fallback)
  }
}

/** A key as a nonce (25 characters): Discord gives the message back that has it, instead of making a second, for some minutes. */
export const nonceOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, limits.nonce)

/** A key as the id of the message's container (31 bits, kept as long as the message): finds it when its nonce is forgotten. */
export const markOf = (key: string): number => createHash('sha256').update(key).digest().readUInt32BE(0) & 0x7fffffff || 1

/**
 * Posts one payload, once: nothing is retried here. A second post with the same key within some minutes is no second message
 * (`nonce` with `enforce_nonce`, discord/discord-api-docs#6647).
 * @throws DeliveryFailure that says whether it may have been posted.
 */
export async function postPayload(
  client: REST,
  destination: Destination,
  payload: Payload,
  { key, replyTo }: { key: string; replyTo?: string },
): Promise<{ id: string }> {
  const reply = replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }
  try {
    return await withFallback(payload, async (body) => {
      const sent = (await client.post(Routes.channelMessages(placeOf(destination)), {
        body: { ...marked(body, key), ...reply, nonce: nonceOf(key), enforce_nonce: true },
        files: payload.files,
      })) as APIMessage
      return { id: sent.id }
    })
  } catch (error) {
    throw deliveryFailure(error)
  }
}

function marked(body: Body, key: string): Body {
  const [first, ...others] = body.components
  return first?.type === ComponentType.Container ? { ...body, components: [{ ...first, id: markOf(key) }, ...others] } : body
}

/**
 * Looks for the message that was posted with a key among the newest hundred of a channel.
 * @returns `unreadable` where the app may not look.
 * @throws DeliveryFailure where Discord could not be asked.
 */
export async function findPosted(
  client: REST,
  destination: Destination,
  key: string,
): Promise<{ id: string } | null | 'unreadable'> {
  try {
    const query = new URLSearchParams({ limit: '100' })
    const messages = (await client.get(Routes.channelMessages(placeOf(destination)), { query })) as APIMessage[]
    const found = messages.find(
      ({ nonce, components, author }) =>
        nonce === nonceOf(key) ||
        (author.bot === true && components?.some((each) => each.type === ComponentType.Container && each.id === markOf(key))),
    )
    return found ? { id: found.id } : null
  } catch (error) {
    if (isCode(error, 'missingAccess', 'missingPermissions', 'unknownChannel')) return 'unreadable'
    throw deliveryFailure(error)
  }
}

/**
 * Puts another payload in the place of one posted earlier; pictures of the old one go.
 * @throws DeliveryFailure
 */
export async function editPosted(client: REST, destination: Destination, id: string, payload: Payload): Promise<void> {
  try {
    await withFallback(payload, (body) =>
      client.patch(Routes.channelMessage(placeOf(destination), id), { body, files: payload.files }),
    )
  } catch (error) {
    throw deliveryFailure(error)
  }
}
