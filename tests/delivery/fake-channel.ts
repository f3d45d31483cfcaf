import type { DeliveryFailure } from '../../src/delivery/failure.ts'
import type { Destination, Poster } from '../../src/delivery/poster.ts'
import type { Message } from '../../src/message/message.ts'

export interface Posted {
  id: string
  key: string
  into: Destination
  message: Message
  part: number
}

/** What goes wrong with the next calls, in order (null: nothing does); afterwards all is well. */
export type Mishap = { at: 'before' | 'after'; failure: DeliveryFailure } | null

/** A platform in memory: keeps what is posted, may lose answers, may refuse to be read. Splits a message into `parts` payloads. */
export function fakeChannel(options: { parts?: number; readable?: boolean; safeAgainFor?: number } = {}) {
  const posts: Posted[] = []
  const edits: { id: string; message: Message }[] = []
  const mishaps: Mishap[] = []
  const asked: string[] = []
  let calls = 0
  const poster: Poster<{ message: Message; part: number }> = {
    pace: { token: 0, channel: 0 },
    safeAgainFor: options.safeAgainFor ?? 0,
    render: (message) => Array.from({ length: options.parts ?? 1 }, (_, part) => ({ message, part })),
    async post(into, { message, part }, { key }) {
      calls++
      const mishap = mishaps.shift()
      if (mishap?.at === 'before') throw mishap.failure
      const id = `p${posts.length + 1}`
      posts.push({ id, key, into, message, part })
      if (mishap) throw mishap.failure
      return { id }
    },
    async find(_, key) {
      asked.push(key)
      if (options.readable === false) return 'unreadable'
      const found = posts.find((post) => post.key === key)
      return found ? { id: found.id } : null
    },
    async edit(_, id, { message }) {
      const mishap = mishaps.shift()
      if (mishap?.at === 'before') throw mishap.failure
      edits.push({ id, message })
    },
    holdsForAll: (failure) => failure.code === 'global',
  }
  return { poster: poster as Poster, posts, edits, mishaps, asked, calls: () => calls }
}
