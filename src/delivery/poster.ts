import type { Message } from '../message/message.ts'
import type { DeliveryFailure } from './failure.ts'

/** Where a post goes: a channel; or a person directly, where `channel` is null. `thread` is the id of an earlier post to answer under. */
export interface Destination {
  team: string | null
  channel: string | null
  person: string | null
  thread: string | null
}

/**
 * What delivery needs of an adapter. Nothing is retried inside: the outbox decides. `post`, `find` and `edit` throw DeliveryFailure.
 * One stands for each adapter, under its name in a map; delivery never asks which it is.
 */
export interface Poster<P = unknown> {
  /** Least time between two posts of one token and into one channel, in milliseconds. */
  pace: { token: number; channel: number }
  /** For this long (milliseconds) a second post with the same key is certainly no second message; 0 where there is no such promise. */
  safeAgainFor: number
  /** The payloads of a message, in order; the same message always gives the same ones. */
  render(message: Message): P[] | Promise<P[]>
  /**
   * Posts one payload. What must happen first (an upload) may take its time, but the post itself leaves before `before` (epoch milliseconds) or not at
   * all: another worker may take over afterwards.
   */
  post(destination: Destination, payload: P, options: { key: string; before?: number }): Promise<{ id: string }>
  /** The earlier post with this key, null where there is certainly none, `unreadable` where the app may not look. */
  find(destination: Destination, key: string): Promise<{ id: string } | null | 'unreadable'>
  edit(destination: Destination, id: string, payload: P): Promise<void>
  /** True where a refusal for too many posts holds for the whole token, not for one channel. */
  holdsForAll(failure: DeliveryFailure): boolean
}

/** The posters that are switched on, by adapter name. */
export type Posters = Readonly<Record<string, Poster>>
