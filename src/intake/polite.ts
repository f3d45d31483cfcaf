import type { Fetch, Fetched, Validators, Wanted } from './fetch.ts'
import { FetchFailure } from './fetch-failure.ts'
import { askRobots, type RobotsAnswer, robotsAddress } from './robots.ts'

/** Least milliseconds between two of our requests to one host, over all processes. */
export const hostGap = 2_000
/** A host that is closed for longer is not waited for. */
const longestWait = 60_000
/** How long a robots.txt holds (RFC 9309, 2.4: at most 24 hours), and an old one while the site cannot be asked. */
const rulesFor = 24 * 60 * 60_000
const oldRulesFor = 30 * rulesFor
/** A host that said "too many" without saying for how long. */
const busyFor = 15 * 60_000
const longestBusy = 7 * 24 * 60 * 60_000

/** What is remembered about hosts, shared by all processes. Times are epoch milliseconds. */
export interface HostBook {
  /** Until when the host is closed at its own wish. */
  openAt(host: string): Promise<number>
  /** Books the next free moment for one request and keeps the host to us for `gap` from then on; returns the moment. */
  reserve(host: string, gap: number): Promise<number>
  close(host: string, until: number): Promise<void>
  rules(origin: string): Promise<{ body: string; fetchedAt: number } | null>
  keepRules(origin: string, body: string): Promise<void>
  note(entry: {
    address: string
    wanted: Wanted
    outcome: string
    status: number | null
    bytes: number
    took: number
  }): Promise<void>
}

/**
 * The fetcher as it behaves towards sites: robots.txt is asked first and kept for a day, one request a host at a time with a pause between, redirects included;
 * `Retry-After` closes the host for everybody. Each request is written down.
 * @throws FetchFailure; `later` where the host is closed for longer than a minute
 */
export function createPolite(parts: {
  fetch: Fetch
  book: HostBook
  now(): number
  wait(milliseconds: number): Promise<void>
}): (address: string, wanted: Wanted, validators?: Validators) => Promise<Fetched> {
  const { fetch, book, now, wait } = parts

  /** Waits for the host's next free moment; it may have been closed while we waited. */
  async function turn(host: string, gap: number): Promise<void> {
    for (let booked = false; ; ) {
      const open = await book.openAt(host)
      if (open > now() + longestWait) throw new FetchFailure('later', `${host} has asked us to pause.`, { notBefore: open })
      if (open > now()) await wait(open - now())
      else if (booked) return
      else {
        const at = await book.reserve(host, gap)
        if (at > now()) await wait(at - now())
        booked = true
      }
    }
  }

  async function noted(address: string, wanted: Wanted, work: () => Promise<Fetched>): Promise<Fetched> {
    const began = now()
    try {
      const answer = await work()
      await book.note({
        address,
        wanted,
        outcome: answer.notModified ? 'not modified' : 'ok',
        status: answer.status,
        bytes: answer.bytes,
        took: now() - began,
      })
      return answer
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error
      await book.note({ address, wanted, outcome: error.kind, status: error.status, bytes: 0, took: now() - began })
      throw error
    }
  }

  async function rulesOf(url: URL): Promise<string> {
    const kept = await book.rules(url.origin)
    if (kept && now() - kept.fetchedAt < rulesFor) return kept.body
    try {
      const address = robotsAddress(url.href)
      const answer = await noted(address, 'text', () => fetch(address, 'text', undefined, (at) => turn(at.host, hostGap)))
      await book.keepRules(url.origin, answer.text)
      return answer.text
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error
      // "unavailable" (4xx) allows everything, "unreachable" nothing (RFC 9309, 2.3.1)
      if ((error.kind === 'status' && (error.status ?? 500) < 500) || error.kind === 'too_large' || error.kind === 'type') {
        await book.keepRules(url.origin, '')
        return ''
      }
      if (kept && now() - kept.fetchedAt < oldRulesFor && error.kind !== 'refused') return kept.body
      await closeFor(url.host, error)
      throw error
    }
  }

  async function closeFor(host: string, failure: FetchFailure): Promise<void> {
    if (failure.notBefore !== null || failure.kind === 'busy')
      await book.close(host, Math.min(failure.notBefore ?? now() + busyFor, now() + longestBusy))
  }

  return async (address, wanted, validators) => {
    let last = address
    try {
      return await noted(address, wanted, () =>
        fetch(address, wanted, validators, async (url) => {
          last = url.href
          const { allowed, delay }: RobotsAnswer = askRobots(await rulesOf(url), url.href)
          if (!allowed) throw new FetchFailure('robots', `${url.host} asks programs not to read that page (robots.txt).`)
          await turn(url.host, Math.max(hostGap, delay ?? 0))
        }),
      )
    } catch (error) {
      const host = URL.parse(last)?.host
      if (error instanceof FetchFailure && error.kind !== 'later' && host) await closeFor(host, error)
      throw error
    }
  }
}

const longestBackOff = 24 * 60 * 60_000

/** When to try again after `failures` in a row: twice as long each time, at most a day, never before the server's own word; ± 10 % so that many do not come at once. */
export function retryAt(now: number, every: number, failures: number, notBefore: number | null, chance: number): number {
  const pause = Math.min(Math.max(longestBackOff, every), every * 2 ** Math.min(failures, 20))
  return Math.max(jittered(now, pause, chance), notBefore === null ? 0 : Math.min(notBefore, now + longestBusy))
}

/** `pause` from now, ± 10 %. `chance` is a number from 0 to 1. */
export const jittered = (now: number, pause: number, chance: number): number => Math.round(now + pause * (0.9 + 0.2 * chance))
