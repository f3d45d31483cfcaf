import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../src/storage/database.ts'
import { random } from '../bench/generate-articles.ts'
import { type Faults, faultyWeb, type Seen } from './faulty-web.ts'
import type { Week } from './week.ts'

const day = 24 * 60 * 60_000
const child = fileURLToPath(new URL('./poll-child.ts', import.meta.url))

/** What a replay left behind. */
export interface Replayed {
  seen: Seen[]
  kills: number
  /** One line an article, sorted: id, title, address, fingerprint and all its claims. */
  corpus: string[]
  titles: string[]
  versions: number
  aside: number
  pending: number
  seconds: number
}

/**
 * Polls a week in a process of its own, which is killed (kill -9) at random moments and started again where its clock stood. Runs on for
 * `daysAfter` days beyond the week, until tries that were put off have come to their end.
 */
export async function replay(
  week: Week,
  folder: string,
  options: { faults: Faults; kills: number; seed: number; daysAfter: number },
): Promise<Replayed> {
  const began = performance.now()
  const web = await faultyWeb(week, options.faults, options.seed)
  const next = random(options.seed + 1)
  const to = week.end + options.daysAfter * day
  const killAt = Array.from({ length: options.kills }, () => week.start + next() * (week.end - week.start)).sort((a, b) => a - b)
  let clock = week.start
  let kills = 0
  for (let done = false; !done; ) {
    const process_ = spawn(
      process.execPath,
      [child, folder, String(web.port), String(clock), String(to), ...week.hosts.map((host) => week.feedOf(host))],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let rest = ''
    let dying: ReturnType<typeof setTimeout> | undefined
    process_.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop()!
      for (const line of lines) {
        if (line === 'done') done = true
        else clock = Number(line)
      }
      if (dying === undefined && kills < killAt.length && clock >= killAt[kills]!) {
        // anywhere in the round: while feeds are fetched, entries stored, articles saved
        dying = setTimeout(() => process_.kill('SIGKILL'), next() * 60)
      }
    })
    const signal = await new Promise<NodeJS.Signals | null>((resolve, reject) => {
      process_.on('error', reject)
      process_.on('close', (code, signal) =>
        signal || code === 0 ? resolve(signal) : reject(new Error(`the poller ended with ${code}`)),
      )
    })
    clearTimeout(dying)
    if (signal === 'SIGKILL') kills++
  }
  await web.close()
  return { ...(await leftBehind(folder)), seen: web.seen, kills, seconds: (performance.now() - began) / 1000 }
}

async function leftBehind(folder: string): Promise<Pick<Replayed, 'corpus' | 'titles' | 'versions' | 'aside' | 'pending'>> {
  const store = await openStore({ DATABASE_URL: undefined, LAUNCHWIRE_DATA: folder })
  const articles = await store.db.selectFrom('article').select(['id', 'title', 'url', 'fingerprint']).execute()
  const claims = Map.groupBy(
    await store.db.selectFrom('claim').select(['article', 'body']).orderBy('id').execute(),
    ({ article }) => article,
  )
  const count = async (table: 'article_version' | 'set_aside') => (await store.db.selectFrom(table).select('id').execute()).length
  const pending = (await store.db.selectFrom('feed_item').select('id').where('state', '=', 'pending').execute()).length
  const left = {
    corpus: articles.map((each) => JSON.stringify([each, claims.get(each.id)?.map(({ body }) => body) ?? []])).sort(),
    titles: articles.map(({ title }) => title).sort(),
    versions: await count('article_version'),
    aside: await count('set_aside'),
    pending,
  }
  await store.close()
  return left
}

/** How the requests of a replay keep to the limits: what a site would see. */
export function politeness(seen: Seen[]): {
  feedPerDay: number
  robotsPerDay: number
  early: number
  notModified: number
  pagesTwice: number
} {
  const days = (path: string) => {
    const counts = new Map<string, number>()
    for (const each of seen)
      if (each.path === path)
        counts.set(
          `${each.host} ${Math.floor(each.at / day)}`,
          (counts.get(`${each.host} ${Math.floor(each.at / day)}`) ?? 0) + 1,
        )
    return Math.max(0, ...counts.values())
  }
  let early = 0
  const closed = new Map<string, { from: number; until: number }>()
  for (const { host, at, retryAfter } of seen) {
    const pause = closed.get(host)
    // the reader's clock jumps where it waits, so that a request may go out "seconds" after one whose answer is still on its way
    if (pause && at > pause.from + 30_000 && at < pause.until) early++
    if (retryAfter !== null) closed.set(host, { from: at, until: Math.max(pause?.until ?? 0, at + retryAfter * 1000) })
  }
  const feeds = seen.filter(({ path }) => path === '/feed')
  const pages = Map.groupBy(
    seen.filter(({ path, status }) => path.startsWith('/story/') && status === 200),
    ({ host, path }) => host + path.replace(/\?.*/, ''),
  )
  return {
    feedPerDay: days('/feed'),
    robotsPerDay: days('/robots.txt'),
    early,
    notModified: feeds.length === 0 ? 0 : feeds.filter(({ status }) => status === 304).length / feeds.length,
    pagesTwice: [...pages.values()].filter((of) => of.length > 2).length,
  }
}
