import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { feedMeant } from '../corpus/feed-meant.ts'
import { UserError } from '../errors.ts'
import { follow, followUnread } from '../gather/follow.ts'
import { createPolling } from '../gather/polling.ts'
import { readOpml, writeOpml } from '../intake/opml.ts'
import { poll } from '../poll.ts'
import { itemCounts } from '../storage/feed-items.ts'
import { followedFeeds, unfollowFeed } from '../storage/feeds.ts'
import { ago, everyWords } from '../views/ago.ts'
import type { OperatorCommand, System } from './operator.ts'
import { createProgress } from './progress.ts'

const operator = { adapter: 'terminal', team: null, person: null }
const minute = 60_000

export const feedsCommand: OperatorCommand = {
  name: 'feeds',
  summary: 'The feeds that are read: add, list, remove, read those that are due now, import and export as OPML.',
  usage: [
    'feeds list',
    'feeds add URL… [--every MINUTES] [--backlog]',
    'feeds remove URL',
    'feeds poll',
    'feeds import FILE.opml',
    'feeds export [FILE.opml]',
  ],
  options: {
    every: { type: 'string', description: 'Minutes between two readings (30 to 10080, default 60)', value: 'MINUTES' },
    backlog: { type: 'boolean', description: 'Read what stands in the feed now too, not only what comes' },
  },
  async run({ positionals, values }, system) {
    const [action = 'list', ...given] = positionals
    switch (action) {
      case 'list':
        return list(system)
      case 'add':
        return add(given, values, system)
      case 'remove':
        return remove(given, system)
      case 'poll':
        return readDue(system)
      case 'import':
        return importList(given, system)
      case 'export':
        return exportList(given, system)
      default:
        throw new UserError('usage', `feeds takes list, add, remove, poll, import or export; got "${action}".`)
    }
  },
}

const pollingOf = async (system: System) =>
  createPolling({ config: system.config, store: await system.store(), log: system.log, now: system.now, stop: system.stop })

async function list(system: System): Promise<number> {
  const store = await system.store()
  const feeds = await followedFeeds(store, null)
  const counts = await itemCounts(
    store,
    feeds.map(({ id }) => id),
  )
  const now = system.now()
  for (const { id, title, address, every, fetchedAt, failingSince, error } of feeds) {
    const of = counts.get(id)
    const state =
      failingSince === null
        ? fetchedAt === null
          ? 'not read yet'
          : `read ${ago(fetchedAt, now)}`
        : `failing since ${ago(failingSince, now)}: ${error}`
    system.out(
      `${title ?? address}\n    ${address}\n    ${everyWords(every)}; ${state}; ${of?.read ?? 0} read, ${of?.pending ?? 0} waiting, ${of?.aside ?? 0} aside, ${of?.failed ?? 0} failed\n`,
    )
  }
  if (feeds.length === 0) system.err('No feed is followed. For example: launchwire feeds add https://example.com/feed.xml\n')
  return 0
}

async function add(addresses: string[], values: Record<string, string | boolean | undefined>, system: System): Promise<number> {
  if (addresses.length === 0)
    throw new UserError('usage', 'Name the feeds, for example: launchwire feeds add https://example.com/feed.xml')
  const every = values.every === undefined ? undefined : Number(values.every)
  if (every !== undefined && !(Number.isInteger(every) && every >= 30 && every <= 10_080))
    throw new UserError('usage', `--every is a whole number of minutes from 30 to 10080; got "${values.every}".`)
  const polling = await pollingOf(system)
  let bad = 0
  try {
    for (const address of addresses) {
      try {
        const followed = await follow(polling, address, operator, {
          ...(every === undefined ? {} : { every: every * minute }),
          backlog: values.backlog === true,
        })
        system.out(
          `${followed.title} (${followed.address}): ${followed.state}, ${followed.entries} entries, ${everyWords(followed.every)}\n`,
        )
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        bad++
        system.err(`${error.message}\n`)
      }
    }
  } finally {
    await polling.close()
  }
  return bad > 0 ? 1 : 0
}

async function remove(given: string[], system: System): Promise<number> {
  if (given.length === 0)
    throw new UserError('usage', 'Name the feed, for example: launchwire feeds remove https://example.com/feed.xml')
  const store = await system.store()
  const feed = feedMeant(given.join(' '), await followedFeeds(store, null))
  await unfollowFeed(store, feed.id, null)
  system.out(`${feed.title ?? feed.address} is not read any more. What it brought stays.\n`)
  return 0
}

/** Reads the feeds that are due, once, and says what came of it. */
async function readDue(system: System): Promise<number> {
  const polling = await pollingOf(system)
  try {
    const { feeds, entries } = await poll(polling, system.stop)
    system.out(
      `${feeds} feeds read; entries: ${entries.read} in the corpus, ${entries.aside} kept aside, ${entries.later} later, ${entries.failed} failed.\n`,
    )
    return system.stop.aborted ? 130 : 0
  } finally {
    await polling.close()
  }
}

async function importList(given: string[], system: System): Promise<number> {
  const [file] = given
  if (file === undefined || !existsSync(file))
    throw new UserError('usage', `There is no file "${file ?? ''}". For example: launchwire feeds import feeds.opml`)
  const feeds = readOpml(readFileSync(file, 'utf8'))
  const polling = await pollingOf(system)
  const progress = createProgress(feeds.length, 'feeds', system)
  let added = 0
  for (const feed of feeds) {
    if (system.stop.aborted) break
    if (await followUnread(polling, feed, operator)) added++
    progress.step()
  }
  progress.end()
  await polling.close()
  system.out(`${added} feeds added, ${feeds.length - added} followed already or not come to. They are read in turn.\n`)
  return system.stop.aborted ? 130 : 0
}

async function exportList(given: string[], system: System): Promise<number> {
  const feeds = await followedFeeds(await system.store(), null)
  if (feeds.length === 0) throw new UserError('not_found', 'No feed is followed, so there is nothing to export.')
  const text = writeOpml(feeds)
  if (given[0] === undefined) system.out(text)
  else writeFileSync(given[0], text)
  return 0
}
