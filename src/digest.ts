import cron from 'node-cron'
import { type DigestItems, digestItems } from './corpus/digest-items.ts'
import { queueCorrections } from './corrections.ts'
import type { DeliveryFailure } from './delivery/failure.ts'
import { pausedNotice } from './delivery/notice.ts'
import type { Outbox } from './delivery/outbox.ts'
import { drain } from './delivery/worker.ts'
import { citedClaims } from './message/citations.ts'
import type { Draft, Message } from './message/message.ts'
import { planSlots, slotsAt } from './schedule/plan.ts'
import { citationsOf } from './storage/citations.ts'
import { forgetOldCooldowns } from './storage/cooldowns.ts'
import { compose, type Delivery, type Receipt, uncomposed } from './storage/deliveries.ts'
import { deliveriesOf } from './storage/delivery-log.ts'
import { failedFeeds } from './storage/feeds.ts'
import { noticeArticles } from './storage/known-articles.ts'
import { pauseSchedule, planDue, scheduleById } from './storage/schedules.ts'
import type { Store } from './storage/store.ts'
import { pauseWatches } from './storage/watches.ts'
import { digestView, isQuiet } from './views/digest.ts'
import { labelOf, openedAt } from './views/digest-label.ts'
import { queueWatches } from './watch.ts'

/** What the digests need: the outbox, with its clock, its posters and its store. */
export type Digests = Omit<Outbox, 'refused'>

/** Schedules that one transaction moves on: SQLite blocks the event loop for about 5 ms then. */
const slice = 500

/**
 * The slots that are due become deliveries: schedule → slot. Cheap where nothing is due (one indexed query), harmless where it comes late, twice, or in
 * several processes at once. Returns how many schedules were moved on.
 */
export async function tick(digests: Digests): Promise<number> {
  const { store } = digests
  const now = digests.now()
  const upTo = await noticeArticles(store, now)
  await queueCorrections(store, now, upTo)
  await queueWatches(store, now, upTo)
  await forgetOldCooldowns(store, now)
  let moved = 0
  for (const slots = slotsAt(now); ; ) {
    const taken = await planDue(store, now, slice, (schedule) => planSlots(schedule, slots, now, upTo))
    moved += taken
    if (taken < slice) return moved
  }
}

/**
 * Slot → Message: writes what each due digest says. What channels share is worked out once: the items by filter and window, the message by what it says
 * about itself.
 */
export async function composeDue(digests: Digests): Promise<void> {
  const { store } = digests
  for (;;) {
    const batch = await uncomposed(store, digests.now(), slice)
    if (batch.length === 0) return
    const items = new Map<string, Promise<DigestItems>>()
    const failed = new Map<number, Promise<string[]>>()
    const pages = new Map<string, { ids: string[]; made: () => Promise<{ message: Message | null; receipt: Receipt }> }>()
    for (const delivery of batch) {
      const schedule = delivery.schedule === null ? undefined : await scheduleById(store, delivery.schedule)
      if (!schedule) {
        await compose(store, [delivery.id], { message: null, receipt: { articles: 0, shown: 0, leftOut: [] } }, digests.now())
        continue
      }
      const earlier = (await deliveriesOf(store, schedule.id, 20)).filter((each) => each.slot! < delivery.slot!)
      const from = startOfDay(openedAt(earlier, schedule.createdAt))
      const { since, upTo } = delivery.about
      const feeds = failed.get(from) ?? failedFeeds(store, from)
      failed.set(from, feeds)
      const label = labelOf(schedule, delivery, earlier, await feeds)
      const wanted = JSON.stringify([schedule.filters, since, upTo, from])
      const quiet = delivery.about.asked ? 'note' : schedule.quiet
      const page = JSON.stringify([wanted, label, quiet])
      const known = pages.get(page)
      if (known) {
        known.ids.push(delivery.id)
        continue
      }
      const found = items.get(wanted) ?? digestItems(store, { by: 'seq', since, upTo }, from, schedule.filters)
      items.set(wanted, found)
      pages.set(page, {
        ids: [delivery.id],
        made: async () => {
          const all = await found
          const { draft, shown, leftOut } = digestView(all, label)
          const message = isQuiet(all) && quiet === 'silence' ? null : await withSources(store, draft)
          return { message, receipt: { articles: all.read.articles, shown, leftOut: leftOut.slice(0, 20) } }
        },
      })
    }
    for (const { ids, made } of pages.values()) await compose(store, ids, await made(), digests.now())
  }
}

const startOfDay = (at: number): number => at - (at % (24 * 60 * 60_000))

async function withSources(store: Store, draft: Draft): Promise<Message> {
  const message: Message = { ...draft, citations: {} }
  return { ...message, citations: await citationsOf(store, citedClaims(message)) }
}

/** A place refuses for good: what posts there pauses, and its owner is told once. */
async function refused(digests: Digests, delivery: Delivery, failure: DeliveryFailure): Promise<void> {
  const { store } = digests
  const now = digests.now()
  if (delivery.kind === 'digest' && delivery.schedule !== null) {
    const schedule = await scheduleById(store, delivery.schedule)
    if (schedule) await pauseSchedule(store, schedule.id, failure.message, pausedNotice(schedule, delivery, failure.message, now))
  }
  if (delivery.kind === 'watch' && delivery.channel !== null) {
    const place = { adapter: delivery.adapter, team: delivery.team, channel: delivery.channel }
    await pauseWatches(store, place, failure.message, (owner) =>
      pausedNotice({ ...place, owner }, delivery, failure.message, now),
    )
  }
}

/** Message → delivery → receipt: composes and posts what is due. Returns how many deliveries were taken. */
export async function postDue(digests: Digests, stop?: AbortSignal): Promise<number> {
  await composeDue(digests)
  return drain({ ...digests, refused: (delivery, failure) => refused(digests, delivery, failure) }, stop)
}

/** How often the outbox is looked at between ticks, in milliseconds: an asked-for digest and a second try do not wait for the minute. */
const lookEvery = 1_000

/**
 * Runs the digests until `stop` fires: a tick at the start and at every minute, posting in between. node-cron only wakes it: what is due is worked out from
 * what was done, so a tick that is late, missing or doubled changes nothing. Any number of processes may run this on one database.
 */
export async function runDigests(digests: Digests, stop: AbortSignal): Promise<void> {
  const guarded = async (what: string, work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      digests.log.failure(what, error)
    }
  }
  const ticking = () => guarded('the tick of the digests failed', () => tick(digests))
  await ticking()
  // an hour's change or a sleeping machine must not lose the minute: it only has to come again
  const task = cron.schedule('* * * * *', ticking, {
    name: 'digests',
    timezone: 'UTC',
    noOverlap: true,
    missedExecutionTolerance: 50_000,
  })
  stop.addEventListener('abort', () => task.stop(), { once: true })
  while (!stop.aborted) {
    await guarded('posting the digests failed', () => postDue(digests, stop))
    if (!stop.aborted) await digests.wait(lookEvery)
  }
  await task.destroy()
}
