import { randomBytes } from 'node:crypto'
import { riskCategories } from '../src/claim.ts'
import { defineFamily, defineSubcommand } from '../src/command/define.ts'
import type { Context } from '../src/command/invocation.ts'
import { choice, flag, integer, models, schedule, text, zone } from '../src/command/options.ts'
import { type DigestItems, digestItems } from '../src/corpus/digest-items.ts'
import { UserError } from '../src/errors.ts'
import type { Draft } from '../src/message/message.ts'
import { localAt, localText, zoneNamed } from '../src/schedule/local-time.ts'
import { deliveryFor } from '../src/schedule/plan.ts'
import { cronOf } from '../src/schedule/words.ts'
import { type Filters, missedChoices, quietChoices, slotAfter, slotNow, usualSpread } from '../src/schedule.ts'
import { addDeliveries } from '../src/storage/deliveries.ts'
import { deliveriesOf } from '../src/storage/delivery-log.ts'
import { failedFeeds } from '../src/storage/feeds.ts'
import { noticeArticles } from '../src/storage/known-articles.ts'
import { freshnessOf } from '../src/storage/models.ts'
import { addSchedules, changeSchedule, removeSchedule, type StoredSchedule, schedulesAt } from '../src/storage/schedules.ts'
import { digestView, isQuiet } from '../src/views/digest.ts'
import { filterWords, labelOf, openedAt } from '../src/views/digest-label.ts'
import { digestListView, digestStatusView, nextWords, scheduledView, whenWords } from '../src/views/digest-status.ts'

const which = text('Which one, by its name in /digest list; not needed where there is only one').optional()
const day = 24 * 60 * 60_000
/** A week, or as much as it takes to have a launch in it: what is dated by its month alone counts from the first. */
const sampleStarts = (until: number): number[] => {
  const [week, fortnight] = [until - 7 * day, until - 14 * day]
  const early = new Date(fortnight)
  return [week, fortnight, Date.UTC(early.getUTCFullYear(), early.getUTCMonth(), 1) - 1]
}
const mostPerChannel = 10

/** The channel that a caller speaks in. @throws UserError where there is none, as in a terminal. */
function placeOf({ caller }: Context): { adapter: string; team: string | null; channel: string } {
  if (caller.channel !== null) return { adapter: caller.adapter, team: caller.team, channel: caller.channel }
  throw new UserError(
    'usage',
    'A digest is posted in a channel: type this in a channel of Slack or Discord. Here, /digest preview shows one.',
    {
      suggestions: ['digest preview'],
    },
  )
}

/** The schedule that is meant. @throws UserError where there is none, or several and none is named. */
async function scheduleMeant(context: Context, name: string | undefined, command: string): Promise<StoredSchedule> {
  const found = await schedulesAt(context.store, placeOf(context))
  if (found.length === 0)
    throw new UserError('not_found', 'No digest is scheduled in this channel. For example: /digest schedule every Monday 9:00')
  const meant =
    name === undefined ? (found.length === 1 ? found[0] : undefined) : found.find(({ id }) => id === name.toLowerCase())
  if (meant) return meant
  const known = found.map(({ id }) => id)
  throw new UserError(
    name === undefined ? 'ambiguous' : 'not_found',
    `${name === undefined ? 'There are several digests here' : `There is no digest "${name}" here`}: name one of ${found.map((each) => `${each.id} (${whenWords(each)})`).join(', ')}.`,
    { suggestions: known.slice(0, 5).map((id) => `digest ${command} ${id}`) },
  )
}

/** Names typed in one option, separated by commas. @throws UserError where one is not known. */
function vendorsNamed(typed: string | undefined, { names }: Context): string[] {
  return (typed ?? '')
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => {
      const found = names.vendor(each)
      if ('found' in found) return found.found
      const near = 'near' in found ? found.near.slice(0, 3) : found.among.slice(0, 3)
      throw new UserError(
        'not_found',
        `No article names a vendor "${each}".${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''}`,
      )
    })
}

function categoriesNamed(typed: string | undefined): Filters['categories'] {
  return (typed ?? '')
    .split(/[,;]/)
    .map((each) =>
      each
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
    )
    .filter(Boolean)
    .map((each) => {
      const found = riskCategories.find((category) => category === each)
      if (found) return found
      throw new UserError('usage', `There is no kind of risk "${each}". There are: ${riskCategories.join(', ')}.`)
    })
}

export default defineFamily({
  name: 'digest',
  description: 'A regular post of what is new: launches, changes, risks, conflicts',
  examples: ['digest schedule every Monday 9:00', 'digest preview', 'digest status'],
  subcommands: {
    schedule: defineSubcommand({
      description: 'Post a digest in this channel regularly',
      access: 'managers',
      options: {
        when: schedule('When: "every Monday 9:00", "weekdays 08:30", "first of the month", or cron'),
        zone: zone('Time zone, such as Europe/Berlin').optional(),
        vendors: text('Only these vendors, separated by commas').optional(),
        models: models({ min: 1, max: 10 }, 'Only these models').optional(),
        risks: text('Only these kinds of risk, separated by commas').optional(),
        weight: integer({ min: 0, max: 10 }, 'Only launches of at least this weight (0–10)').optional(),
        quiet: choice(quietChoices, 'With nothing new: a one-line note (default) or silence').optional(),
        missed: choice(missedChoices, 'A missed one: late (default, up to a day), merge into the next, or skip').optional(),
        exact: flag('Post on the dot, not within five minutes').optional(),
      },
      examples: [
        'digest schedule every Monday 9:00',
        'digest schedule weekdays 08:30 zone:Europe/Berlin vendors:OpenAI,Anthropic',
      ],
      async run(options, context) {
        const place = placeOf(context)
        const { store, caller } = context
        const now = context.now()
        const cron = cronOf(options.when)
        const inZone = zoneNamed(options.zone ?? caller.zone ?? 'UTC')
        if ((await schedulesAt(store, place)).length >= mostPerChannel)
          throw new UserError(
            'usage',
            `This channel has ${mostPerChannel} digests, which is the most. /digest list shows them, /digest remove takes one away.`,
          )
        const slotDone = slotNow(inZone, now)
        const next = slotAfter({ cron, zone: inZone }, slotDone)
        const made: StoredSchedule = {
          id: `d${randomBytes(3).toString('hex')}`,
          ...place,
          owner: caller.person,
          cron,
          zone: inZone,
          filters: {
            vendors: vendorsNamed(options.vendors, context),
            models: options.models ?? [],
            categories: categoriesNamed(options.risks),
            leastWeight: options.weight ?? 0,
          },
          quiet: options.quiet ?? 'note',
          missed: options.missed ?? 'late',
          spread: options.exact ? 0 : usualSpread,
          state: 'active',
          reason: null,
          slotDone,
          nextSlot: next?.slot ?? null,
          nextAt: next?.at ?? null,
          since: await noticeArticles(store, now),
          createdAt: now,
        }
        await addSchedules(store, [made])
        return scheduledView(made, options.zone ? 'given' : caller.zone ? 'from the person' : 'unknown')
      },
    }),
    preview: defineSubcommand({
      description: 'What the next digest would say now; a sample of a week where nothing is new yet',
      options: { which },
      examples: ['digest preview'],
      async run({ which }, context) {
        const { store, caller } = context
        const here = caller.channel === null ? [] : await schedulesAt(store, placeOf(context))
        const meant = here.length === 0 && which === undefined ? null : await scheduleMeant(context, which, 'preview')
        return preview(context, meant)
      },
    }),
    list: defineSubcommand({
      description: 'The digests of this channel',
      options: {},
      examples: ['digest list'],
      run: async (_, context) => digestListView(await schedulesAt(context.store, placeOf(context))),
    }),
    status: defineSubcommand({
      description: 'Next run, the last runs with their receipts, and what was left out and why',
      options: { which },
      examples: ['digest status'],
      async run({ which }, context) {
        const all = await schedulesAt(context.store, placeOf(context))
        const shown = which === undefined ? all : [await scheduleMeant(context, which, 'status')]
        return digestStatusView(
          await Promise.all(
            shown.map(async (schedule) => ({ schedule, deliveries: await deliveriesOf(context.store, schedule.id, 10) })),
          ),
        )
      },
    }),
    now: defineSubcommand({
      description: 'Post the digest now, out of turn',
      access: 'managers',
      options: { which },
      examples: ['digest now'],
      async run({ which }, context) {
        const { store } = context
        const meant = await scheduleMeant(context, which, 'now')
        const at = context.now()
        const upTo = await noticeArticles(store, at)
        // two clicks within a minute are one wish
        const slot = `${localText(localAt(meant.zone, at))} asked`
        const asked = deliveryFor(meant, slot, `asked:${meant.id}:${slot}`, at)
        await addDeliveries(store.db, [{ ...asked, about: { ...asked.about, at, upTo, asked: true } }])
        return said(
          `The digest is on its way: everything that is new since the last one. The regular one stays ${whenWords(meant)} and tells its whole time.`,
        )
      },
    }),
    pause: defineSubcommand({
      description: 'Stop posting for a while',
      access: 'managers',
      options: { which },
      examples: ['digest pause'],
      async run({ which }, context) {
        const meant = await scheduleMeant(context, which, 'pause')
        await changeSchedule(context.store, meant.id, { state: 'paused', reason: null })
        return said(`Paused: ${whenWords(meant)}. /digest resume goes on, with the news of the time between.`)
      },
    }),
    resume: defineSubcommand({
      description: 'Go on posting after a pause',
      access: 'managers',
      options: { which },
      examples: ['digest resume'],
      async run({ which }, context) {
        const meant = await scheduleMeant(context, which, 'resume')
        const slotDone = slotNow(meant.zone, context.now())
        const next = slotAfter(meant, slotDone)
        const change = { slotDone, nextSlot: next?.slot ?? null, nextAt: next?.at ?? null }
        await changeSchedule(context.store, meant.id, { state: 'active', reason: null, ...change })
        return said(
          `It goes on: ${whenWords(meant)}. Next: ${nextWords({ ...meant, ...change, state: 'active' })}, with the news of the time between.`,
        )
      },
    }),
    remove: defineSubcommand({
      description: 'Take a digest away',
      access: 'managers',
      options: { which },
      examples: ['digest remove'],
      async run({ which }, context) {
        const meant = await scheduleMeant(context, which, 'remove')
        await removeSchedule(context.store, meant.id, context.now())
        return said(`Removed: the digest ${whenWords(meant)}.`)
      },
    }),
  },
})

const said = (text: string): Draft => ({ title: '', blocks: [{ type: 'paragraph', text: [text] }] })

/** What a schedule would post now; where nothing is new for it, or there is none, how the newest week would have looked. */
async function preview({ store, caller, now }: Context, schedule: StoredSchedule | null): Promise<Draft> {
  const at = now()
  const upTo = await noticeArticles(store, at)
  const zone = schedule?.zone ?? caller.zone ?? 'UTC'
  const filters: Filters = schedule?.filters ?? { vendors: [], models: [], categories: [], leastWeight: 0 }
  if (schedule) {
    const earlier = await deliveriesOf(store, schedule.id, 20)
    const slot = localText(localAt(zone, at))
    const opened = openedAt(earlier, schedule.createdAt)
    const about = { since: schedule.since, upTo, at, late: false, merged: [], asked: true }
    const items = await digestItems(store, { by: 'seq', since: schedule.since, upTo }, opened, filters)
    if (!isQuiet(items))
      return digestView(items, labelOf(schedule, { slot, about }, earlier, await failedFeeds(store, opened))).draft
  }
  const { newest } = await freshnessOf(store, null)
  const until = newest === null ? at : Date.parse(`${newest.length === 7 ? `${newest}-28` : newest}T23:59:59Z`)
  // the newest days may hold no launch: a sample shows what a digest is like
  let from = until
  let items: DigestItems | undefined
  for (from of sampleStarts(until)) {
    items = await digestItems(store, { by: 'published_at', since: from, upTo: until }, from, filters)
    if (items.launches.length > 0) break
  }
  const sample = { from, to: until }
  const label = { slot: null, since: null, zone, late: false, merged: [], about: filterWords(filters), failedFeeds: [], sample }
  return digestView(items!, label).draft
}
