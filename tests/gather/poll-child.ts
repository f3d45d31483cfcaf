// A process that polls over a made-up stretch of time, to be killed: node poll-child.ts FOLDER PORT FROM TO FEED…
import type { LookupFunction } from 'node:net'
import { setImmediate as breath } from 'node:timers/promises'
import { followUnread } from '../../src/gather/follow.ts'
import { createFetch } from '../../src/intake/fetch.ts'
import { createPolite } from '../../src/intake/polite.ts'
import { createLog } from '../../src/log.ts'
import { poll } from '../../src/poll.ts'
import { openStore } from '../../src/storage/database.ts'
import { hostBook } from '../../src/storage/host-book.ts'

const [folder, port, from, to, ...feeds] = process.argv.slice(2) as [string, string, string, string, ...string[]]
const step = 10 * 60_000

let clock = Number(from)
const now = () => clock
const here: LookupFunction = (_, options, callback) =>
  options.all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4)
const fetch = createFetch({
  get userAgent() {
    return `Launchwire test clock=${clock}`
  },
  allowed: { loopback: true },
  now,
  lookup: here,
  timeout: 250,
})
const store = await openStore({ DATABASE_URL: undefined, LAUNCHWIRE_DATA: folder })
const polite = createPolite({
  // names lead to the test's server, whose port is not the web's
  fetch: async (address, ...more) => {
    const url = new URL(address)
    url.port = port
    const fetched = await fetch(url.href, ...more)
    return { ...fetched, url: address }
  },
  book: hostBook(store, now),
  now,
  async wait(milliseconds) {
    const until = clock + milliseconds
    await breath()
    clock = Math.max(clock, until)
  },
})
const log = createLog('error', (line) => void process.stderr.write(line), now)
const polling = { store, log, now, chance: Math.random, fetch: polite }
for (const address of feeds) await followUnread(polling, { title: null, address }, { adapter: 'test', team: null, person: null })
while (clock < Number(to)) {
  process.stdout.write(`${clock}\n`)
  const began = clock
  await poll(polling)
  clock = Math.max(clock, began + step)
}
process.stdout.write('done\n')
await store.close()
await fetch.close()
process.exit(0)
