import { createHash } from 'node:crypto'
import { defineFamily, defineSubcommand } from '../src/command/define.ts'
import type { Context } from '../src/command/invocation.ts'
import { modelOrVendor, text } from '../src/command/options.ts'
import { UserError } from '../src/errors.ts'
import { modelKey } from '../src/lexicon/keys.ts'
import type { Draft } from '../src/message/message.ts'
import { noticeArticles } from '../src/storage/known-articles.ts'
import {
  removeWatch,
  resumeWatches,
  saveWatch,
  type Watch,
  type WatchKind,
  type WatchPlace,
  watchesAt,
  watchKinds,
} from '../src/storage/watches.ts'
import { watchingView, watchListView } from '../src/views/watches.ts'

const mostPerChannel = 25

/** The channel that a caller speaks in. @throws UserError where there is none, as in a terminal. */
function placeOf({ caller }: Context): WatchPlace {
  if (caller.channel !== null) return { adapter: caller.adapter, team: caller.team, channel: caller.channel }
  throw new UserError('usage', 'A watch tells a channel: type this in a channel of Slack or Discord.')
}

function kindsNamed(typed: string | undefined): WatchKind[] {
  const words = (typed ?? '')
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '' && word !== 'and')
  const kinds = words.map((word) => {
    const found = watchKinds.find((kind) => kind === word || kind === `${word}s` || `${kind}s` === word)
    if (found) return found
    throw new UserError('usage', `"${word}" is nothing to watch for. There is: ${watchKinds.join(', ')}.`)
  })
  return kinds.length === 0 ? [...watchKinds] : [...new Set(kinds)]
}

const idOf = ({ adapter, team, channel }: WatchPlace, key: string): string =>
  createHash('sha256')
    .update([adapter, team ?? '', channel, key].join('\u0000'))
    .digest('hex')
    .slice(0, 16)

const said = (text: string): Draft => ({ title: '', blocks: [{ type: 'paragraph', text: [text] }] })

export default defineFamily({
  name: 'watch',
  description: 'Tell this channel as soon as something new is read about a model or a vendor',
  examples: ['watch Muse Spark', 'watch OpenAI for:price,risks', 'watch list'],
  otherwise: 'add',
  subcommands: {
    add: defineSubcommand({
      description: 'Watch a model or a vendor',
      access: 'managers',
      options: {
        what: modelOrVendor('Which model or vendor'),
        for: text('What for: price, scores, risks, conflicts, access (all of them unless said)').optional(),
      },
      examples: ['watch add Muse Spark', 'watch add OpenAI for:price,risks'],
      async run(options, context) {
        const { store, names, caller } = context
        const place = placeOf(context)
        const kinds = kindsNamed(options.for)
        const subject = names.isVendor(options.what) ? 'vendor' : 'model'
        const key = subject === 'vendor' ? options.what : modelKey(options.what)
        const here = await watchesAt(store, place)
        if (here.length >= mostPerChannel && !here.some((watch) => watch.key === key))
          throw new UserError(
            'usage',
            `This channel watches ${mostPerChannel} things, which is the most. /watch remove takes one away.`,
          )
        const now = context.now()
        const watch: Watch = {
          id: idOf(place, `${subject}:${key}`),
          ...place,
          owner: caller.person,
          subject,
          name: options.what,
          key,
          kinds,
          since: await noticeArticles(store, now),
          state: 'active',
          reason: null,
          createdAt: now,
        }
        await saveWatch(store, watch)
        return watchingView(watch)
      },
    }),
    list: defineSubcommand({
      description: 'What this channel watches',
      options: {},
      examples: ['watch list'],
      run: async (_, context) => watchListView(await watchesAt(context.store, placeOf(context))),
    }),
    remove: defineSubcommand({
      description: 'Stop watching',
      access: 'managers',
      options: { what: modelOrVendor('Which model or vendor') },
      examples: ['watch remove Muse Spark'],
      async run({ what }, context) {
        const found = (await watchesAt(context.store, placeOf(context))).find(({ name }) => name === what)
        if (!found)
          throw new UserError('not_found', `${what} is not watched here. /watch list shows what is.`, {
            suggestions: ['watch list'],
          })
        await removeWatch(context.store, found.id)
        return said(`No longer watching ${found.name}.`)
      },
    }),
    resume: defineSubcommand({
      description: 'Go on after the channel took no posts',
      access: 'managers',
      options: {},
      examples: ['watch resume'],
      async run(_, context) {
        const upTo = await noticeArticles(context.store, context.now())
        const count = await resumeWatches(context.store, placeOf(context), upTo)
        return said(count === 0 ? 'Nothing here is paused.' : `${count === 1 ? '1 watch goes' : `${count} watches go`} on.`)
      },
    }),
  },
})
