import type { Message } from '../message/message.ts'
import { localWords, wallTime } from '../schedule/local-time.ts'
import type { Delivery, NewDelivery } from '../storage/deliveries.ts'
import { directNote } from './direct-note.ts'

/** A word to the owner of what had to pause, directly; null where nobody is known. `reason` says what he can do. */
export function pausedNotice(
  of: { adapter: string; team: string | null; channel: string; owner: string | null },
  delivery: Delivery,
  reason: string,
  now: number,
): NewDelivery | null {
  if (of.owner === null) return null
  const what = delivery.kind === 'digest' ? 'The digest' : 'What you watch'
  const slot = delivery.slot ? ` of ${localWords(wallTime(delivery.slot.slice(0, 16)))}` : ''
  const message: Message = {
    title: '',
    blocks: [
      {
        type: 'paragraph',
        text: [
          `${what}${slot} could not be posted in the channel `,
          { text: of.channel, code: true },
          `, so it is paused. ${reason} When that is mended, type in that channel: `,
          { text: delivery.kind === 'digest' ? '/digest resume' : '/watch resume', code: true },
        ],
      },
    ],
    citations: {},
  }
  return directNote({
    identity: `notice:${delivery.id}:${of.owner}`,
    adapter: of.adapter,
    team: of.team,
    person: of.owner,
    message,
    now,
  })
}
