import { localWords, wallTime } from '../schedule/local-time.ts'
import type { Delivery } from '../storage/deliveries.ts'

/** What became of a delivery, in a few words for the people of its channel. */
export function receiptWords(delivery: Delivery): string {
  const { state, receipt, error, posted } = delivery
  const counts = receipt
    ? `${receipt.shown} of ${receipt.shown + receipt.leftOut.length} items from ${receipt.articles} ${receipt.articles === 1 ? 'article' : 'articles'}`
    : ''
  switch (state) {
    case 'sent':
      if (posted.length === 0) return error ?? 'nothing to post'
      return [delivery.about.late ? 'posted late' : 'posted', posted.length > 1 ? `in ${posted.length} messages` : '', counts]
        .filter(Boolean)
        .join(', ')
    case 'pending':
      return error ? `waits for another try after ${error}` : 'waits for its turn'
    case 'sending':
      return 'is being posted'
    case 'unknown':
      return `not certain: ${error}; it was not sent again`
    case 'failed':
      return `not posted: ${error}`
    case 'merged':
    case 'skipped':
      return error ?? state
  }
}

/** The slot of a delivery for people: "Mon, 6 April 2026, 09:00"; one that a person asked for says so. */
export const slotWords = ({ slot, about }: Pick<Delivery, 'slot' | 'about'>): string =>
  slot === null ? '' : about.asked ? `asked for, ${localWords(wallTime(slot.slice(0, 16)))}` : localWords(wallTime(slot))
