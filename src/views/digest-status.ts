import { receiptWords, slotWords } from '../delivery/receipts.ts'
import type { Block, Draft, Text } from '../message/message.ts'
import { localAt, localWords, wallTime } from '../schedule/local-time.ts'
import { wordsOf } from '../schedule/words.ts'
import type { Delivery } from '../storage/deliveries.ts'
import type { StoredSchedule } from '../storage/schedules.ts'
import { filterWords } from './digest-label.ts'

const missedWords = {
  late: 'a missed one is posted late, up to a day, and says so',
  merge: 'a missed one comes with the next',
  skip: 'a missed one is skipped',
} as const

/** "every Monday at 09:00 (Europe/Berlin)". */
export const whenWords = ({ cron, zone }: Pick<StoredSchedule, 'cron' | 'zone'>): string => `${wordsOf(cron)} (${zone})`

/** The next run, in the schedule's own time. */
export function nextWords({
  nextSlot,
  state,
  zone,
  spread,
}: Pick<StoredSchedule, 'nextSlot' | 'state' | 'zone' | 'spread'>): string {
  if (state === 'paused') return 'paused'
  if (nextSlot === null) return 'never again'
  const within = spread > 0 ? `, within ${spread / 60_000} minutes of it` : ''
  return `${localWords(wallTime(nextSlot))} (${zone})${within}`
}

/** A schedule that was just made: when it comes, what it tells, and how to change one's mind. */
export function scheduledView(schedule: StoredSchedule, guessed: 'given' | 'from the person' | 'unknown'): Draft {
  const zone =
    guessed === 'unknown'
      ? ' I do not know your time zone, so these are UTC times: add zone:Europe/Berlin, or wherever you are, to change that.'
      : guessed === 'from the person'
        ? ' The zone is the one of your profile; zone:… names another.'
        : ''
  return {
    title: 'Digest scheduled',
    blocks: [
      {
        type: 'paragraph',
        text: [
          'This channel gets a digest ',
          { text: whenWords(schedule), bold: true },
          `. First one: ${nextWords(schedule)}.${zone}`,
        ],
      },
      { type: 'fields', fields: fieldsOf(schedule) },
      {
        type: 'actions',
        buttons: [
          { label: 'Preview', command: `digest preview ${schedule.id}` },
          { label: 'Status', command: 'digest status' },
          { label: 'Remove', command: `digest remove ${schedule.id}` },
        ],
      },
    ],
  }
}

function fieldsOf(schedule: StoredSchedule): { label: string; value: Text }[] {
  return [
    { label: 'Tells', value: [filterWords(schedule.filters) ?? 'everything that is new'] },
    { label: 'With nothing new', value: [schedule.quiet === 'note' ? 'one line that says so' : 'no post'] },
    { label: 'When missed', value: [missedWords[schedule.missed]] },
    {
      label: 'On time',
      value: [
        schedule.spread === 0
          ? 'on the dot'
          : `within ${schedule.spread / 60_000} minutes, always the same; exact:yes is on the dot`,
      ],
    },
    { label: 'Name', value: [{ text: schedule.id, code: true }] },
  ]
}

const none: Block = {
  type: 'paragraph',
  text: ['No digest is scheduled here. For example: ', { text: '/digest schedule every Monday 9:00', code: true }],
}

/** The schedules of a channel, each in a line. */
export function digestListView(schedules: StoredSchedule[]): Draft {
  const title = 'Digests of this channel'
  if (schedules.length === 0) return { title, blocks: [none] }
  return {
    title,
    blocks: [
      {
        type: 'list',
        items: schedules.map((schedule): Text => {
          const about = filterWords(schedule.filters)
          return [
            { text: schedule.id, code: true },
            ` ${whenWords(schedule)}${about ? `, ${about}` : ''}. `,
            schedule.state === 'paused'
              ? `Paused${schedule.reason ? `: ${schedule.reason}` : ''}`
              : `Next: ${nextWords(schedule)}.`,
          ]
        }),
      },
    ],
  }
}

/** When each schedule runs next, what became of its last slots, and what the last digest left out and why. */
export function digestStatusView(found: { schedule: StoredSchedule; deliveries: Delivery[] }[]): Draft {
  const title = 'Digests: status'
  if (found.length === 0) return { title, blocks: [none] }
  const blocks = found.flatMap(({ schedule, deliveries }): Block[] => {
    const lines: Text[] = deliveries.slice(0, 6).map((delivery) => {
      const when = delivery.settledAt ? `, ${localWords(localAt(schedule.zone, delivery.settledAt))}` : ''
      return [{ text: slotWords(delivery), bold: true }, `: ${receiptWords(delivery)}${when}.`]
    })
    const last = deliveries.find(({ receipt, state }) => receipt !== null && state !== 'merged' && state !== 'skipped')
    const left = last?.receipt?.leftOut ?? []
    return [
      { type: 'heading', text: whenWords(schedule) },
      {
        type: 'paragraph',
        text: [
          schedule.state === 'paused'
            ? `Paused${schedule.reason ? `: ${schedule.reason}` : ''} To go on: /digest resume ${schedule.id}`
            : `Next: ${nextWords(schedule)}.`,
        ],
      },
      ...(lines.length > 0
        ? [{ type: 'list' as const, items: lines }]
        : [{ type: 'context' as const, text: ['It has not run yet.'] }]),
      ...(left.length > 0
        ? [
            { type: 'context' as const, text: [`Left out of the last one${last?.slot ? ` (${slotWords(last)})` : ''}:`] },
            { type: 'list' as const, items: left.slice(0, 12).map(({ what, why }): Text => [`${what}: ${why}`]) },
            ...(left.length > 12 ? [{ type: 'context' as const, text: [`and ${left.length - 12} more.`] }] : []),
          ]
        : []),
    ]
  })
  return { title, blocks }
}
