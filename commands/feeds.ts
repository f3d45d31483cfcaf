import { defineFamily, defineSubcommand } from '../src/command/define.ts'
import type { Context } from '../src/command/invocation.ts'
import { flag, integer, rest, url } from '../src/command/options.ts'
import { feedMeant } from '../src/corpus/feed-meant.ts'
import { UserError } from '../src/errors.ts'
import { itemCounts } from '../src/storage/feed-items.ts'
import { followedFeeds, unfollowFeed } from '../src/storage/feeds.ts'
import { feedListView, feedStatusView, followedView, unfollowedView } from '../src/views/feeds.ts'

const minute = 60_000

/** Whose feeds are meant: those of the caller's workspace or server; at a terminal everybody's. */
const placeOf = ({ caller }: Context) =>
  caller.person === null && caller.channel === null ? null : { adapter: caller.adapter, team: caller.team }

export default defineFamily({
  name: 'feeds',
  description: 'Sites that are read regularly: RSS, Atom and JSON feeds',
  examples: ['feeds add https://example.com/feed.xml', 'feeds list', 'feeds status'],
  subcommands: {
    add: defineSubcommand({
      description: 'Follow a feed, or the feed that a page names',
      access: 'managers',
      options: {
        url: url('Address of the feed, or of a page that names it'),
        every: integer({ min: 30, max: 10_080 }, 'Minutes between two readings (default 60)').optional(),
        backlog: flag('Read what stands in it now too, not only what comes').optional(),
      },
      examples: ['feeds add https://example.com/feed.xml', 'feeds add https://example.com every:120'],
      async run({ url, every, backlog }, { intake, caller }) {
        if (!intake) throw new UserError('config', 'Nothing is fetched here: Launchwire was started without its fetcher.')
        if (caller.team === null && caller.person !== null)
          throw new UserError('usage', 'Feeds are followed by a workspace or a server: type this there, not in a direct message.')
        return followedView(
          await intake.follow(url, caller, {
            ...(every === undefined ? {} : { every: every * minute }),
            backlog: backlog === true,
          }),
        )
      },
    }),
    list: defineSubcommand({
      description: 'The feeds that are followed from here',
      options: {},
      examples: ['feeds list'],
      async run(_, context) {
        const feeds = await followedFeeds(context.store, placeOf(context))
        return feedListView(
          feeds,
          await itemCounts(
            context.store,
            feeds.map(({ id }) => id),
          ),
          context.now(),
        )
      },
    }),
    status: defineSubcommand({
      description: 'Each feed’s last reading, what it brought, and what went wrong',
      options: {},
      examples: ['feeds status'],
      async run(_, context) {
        const feeds = await followedFeeds(context.store, placeOf(context))
        return feedStatusView(
          feeds,
          await itemCounts(
            context.store,
            feeds.map(({ id }) => id),
          ),
          context.now(),
        )
      },
    }),
    remove: defineSubcommand({
      description: 'Follow a feed no more; what it brought stays',
      access: 'managers',
      options: { feed: rest('Its address, or part of its title') },
      examples: ['feeds remove https://example.com/feed.xml'],
      async run({ feed }, context) {
        const place = placeOf(context)
        const meant = feedMeant(feed, await followedFeeds(context.store, place))
        await unfollowFeed(context.store, meant.id, place)
        return unfollowedView(meant)
      },
    }),
  },
})
