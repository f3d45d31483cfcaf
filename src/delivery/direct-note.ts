import type { Message } from '../message/message.ts'
import type { NewDelivery } from '../storage/deliveries.ts'

/** A note that nobody read for so long is not sent any more. */
const week = 7 * 24 * 60 * 60_000

/** A pending delivery of a word to one person, directly. Of two with one `identity` only the first is sent. */
export function directNote(note: {
  identity: string
  adapter: string
  team: string | null
  person: string
  message: Message
  now: number
}): NewDelivery {
  const { now, ...rest } = note
  return {
    ...rest,
    kind: 'notice',
    schedule: null,
    slot: null,
    channel: null,
    thread: null,
    edits: null,
    state: 'pending',
    about: { since: 0, upTo: 0, at: null, late: false, merged: [], asked: false },
    runAt: now,
    expiresAt: now + week,
    createdAt: now,
  }
}
