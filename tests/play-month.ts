import { basename, join } from 'node:path'
import type { Article } from '../src/article.ts'
import { filesBelow, readArticle } from '../src/cli/files.ts'
import { postDue, tick } from '../src/digest.ts'
import { ingest } from '../src/ingest.ts'
import type { Message } from '../src/message/message.ts'
import { openMemoryStore } from '../src/storage/database.ts'
import { days, digestsOver, handClock, hours, scheduleIn } from './delivery/digests.ts'
import { fakeChannel } from './delivery/fake-channel.ts'

/** The undated reports of the starter corpus are about one launch: they are read on its day. */
const undatedAreReadOn = '2026-04-08'

/** A report with the day on which it is read: the one that its file's name begins with. */
function readOn(file: string): { day: string; article: Article } {
  const article = readArticle(file)
  const day = /^\d{4}-\d{2}-\d{2}/.exec(basename(file))?.[0]
  return { day: day ?? undatedAreReadOn, article }
}

/**
 * Plays weeks of the starter corpus at speed: each report is read on its day, the clock goes on by the hour, and one channel has a weekly digest.
 * @returns what it got, in order
 */
export async function playWeeks(from: string, weeks: number): Promise<Message[]> {
  const store = await openMemoryStore()
  try {
    const clock = handClock(from)
    const channel = fakeChannel()
    const { digests } = digestsOver(store, { fake: channel.poster }, clock)
    const reports = filesBelow([join(import.meta.dirname, '..', 'seeds')]).files.map(readOn)
    const today = () => new Date(clock.now()).toISOString().slice(0, 10)
    const read = new Set<Article>()
    const readUpTo = async (day: string) => {
      const due = reports.filter((report) => report.day <= day && !read.has(report.article)).map(({ article }) => article)
      for (const article of due) read.add(article)
      if (due.length > 0) await ingest(store, due, { now: clock.now })
    }
    await readUpTo(today())
    await scheduleIn(store, clock)
    for (const end = clock.now() + weeks * 7 * days; clock.now() < end; clock.set(clock.now() + hours)) {
      await readUpTo(today())
      await tick(digests)
      await postDue(digests)
    }
    return channel.posts.map(({ message }) => message)
  } finally {
    await store.close()
  }
}
