import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { Agent, buildConnector, request } from 'undici'
import { type Allowed, addressRefusal, urlRefusal } from './address-guard.ts'
import { cappedBody, largestBody } from './capped-body.ts'
import { decodeBody } from './charset.ts'
import { FetchFailure } from './fetch-failure.ts'

/** What a fetch brought. `url` is the address that answered, after redirects; `notModified`: the stored copy still holds, the text is empty. */
export interface Fetched {
  url: string
  status: number
  contentType: string | null
  etag: string | null
  lastModified: string | null
  /** How long the server says the answer stays fresh, in milliseconds, where it does. */
  freshFor: number | null
  notModified: boolean
  text: string
  bytes: number
}

/** What is wanted: a page, a feed (or a page that may name one), or a small text such as robots.txt. */
export type Wanted = 'page' | 'feed' | 'text'

/** What the server sent before, so that it can say "not modified". */
export interface Validators {
  etag: string | null
  lastModified: string | null
}

/** `before` is called with each address on the way, redirects included, before it is asked; the time that it takes does not count. */
export type Fetch = (
  address: string,
  wanted: Wanted,
  validators?: Validators,
  before?: (url: URL) => Promise<void>,
) => Promise<Fetched>

const mostRedirects = 5
const mostTime = 10_000

const accepts: Record<Wanted, { header: string; types: RegExp }> = {
  page: {
    header: 'text/html, application/xhtml+xml, text/markdown;q=0.8, text/plain;q=0.7',
    types: /^(text\/(html|plain|markdown|x-markdown)|application\/xhtml\+xml)$/,
  },
  feed: {
    header:
      'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5',
    types: /^(text\/(html|plain|xml|markdown)|application\/(json|xml|octet-stream|xhtml\+xml|([\w.-]+\+)(xml|json)))$/,
  },
  text: { header: 'text/plain', types: /./ },
}

/** Who we are: sites see what fetches from them, and whom to write to (RFC 9110, 10.1.5). */
export function userAgent(contact: string | undefined): string {
  const plain = contact
    ?.replace(/[^\x20-\x7e]/g, '')
    .replace(/[()]/g, '')
    .trim()
  return `Launchwire/0.1 (reads coverage of AI model launches${plain ? `; ${plain}` : ''})`
}

/**
 * The one fetcher: nothing else in the program reads from the web. http(s) only; at every hop the address is checked, then what its name resolves to, then
 * the address that the socket is really connected to; the connection goes to the checked address and no other (no rebinding). At most 5 redirects, 5 MB
 * after decompression and 10 s in all. No cookies are kept or sent, no proxy is taken from the environment, nothing of the answer is cached.
 * The returned function throws FetchFailure, and what `before` throws.
 */
export function createFetch(options: {
  userAgent: string
  allowed: Allowed
  now(): number
  /** Resolves names; the system's own where none is given. */
  lookup?: LookupFunction
  /** Milliseconds for the whole fetch. */
  timeout?: number
}): Fetch & { close(): Promise<void> } {
  const agent = guardedAgent(options.allowed, options.lookup ?? systemLookup)
  const timeout = options.timeout ?? mostTime
  const fetch: Fetch = async (address, wanted, validators, before) => {
    let at = address
    let left = timeout
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const url = URL.parse(at)
      if (!url) throw new FetchFailure('refused', `"${at.slice(0, 200)}" is no address.`)
      const refusal = urlRefusal(url, options.allowed)
      if (refusal) throw new FetchFailure('refused', `It is not fetched: ${refusal}.`)
      url.hash = ''
      await before?.(url)
      const began = performance.now()
      const answer = await within(left, (signal) => ask(url, wanted, validators, signal))
      left -= performance.now() - began
      if (!('redirect' in answer)) return answer
      at = URL.parse(answer.redirect, url)?.href ?? answer.redirect
    }
    throw new FetchFailure('refused', `It redirects more than ${mostRedirects} times.`)
  }

  async function within<T>(time: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const abort = new AbortController()
    const late = new FetchFailure('timeout', `No whole answer came within ${timeout / 1000} s.`)
    const timer = setTimeout(() => abort.abort(late), Math.max(0, time))
    try {
      return await work(abort.signal)
    } catch (error) {
      throw abort.signal.aborted ? late : asFailure(error)
    } finally {
      clearTimeout(timer)
    }
  }

  async function ask(
    url: URL,
    wanted: Wanted,
    validators: Validators | undefined,
    signal: AbortSignal,
  ): Promise<Fetched | { redirect: string }> {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        'user-agent': options.userAgent,
        accept: accepts[wanted].header,
        'accept-encoding': 'gzip, deflate, br',
        ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
        ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
      },
    })
    const header = (name: string): string | null => [headers[name]].flat()[0] ?? null
    const location = header('location')
    if ([301, 302, 303, 307, 308].includes(statusCode) && location !== null) {
      discard(body)
      return { redirect: location }
    }
    return read({ url, statusCode, header, body }, wanted)
  }

  async function read(
    { url, statusCode, header, body }: { url: URL; statusCode: number; header: (name: string) => string | null; body: Readable },
    wanted: Wanted,
  ): Promise<Fetched> {
    const contentType = header('content-type')
    const answer = {
      url: url.href,
      status: statusCode,
      contentType,
      etag: header('etag'),
      lastModified: header('last-modified'),
      freshFor: freshFor(header('cache-control')),
    }
    if (statusCode === 304) {
      discard(body)
      return { ...answer, notModified: true, text: '', bytes: 0 }
    }
    if (statusCode < 200 || statusCode > 299) {
      discard(body)
      throw statusFailure(statusCode, header('retry-after'), options.now())
    }
    const type = (contentType ?? '').split(';')[0]!.trim().toLowerCase()
    if (type !== '' && !accepts[wanted].types.test(type)) {
      discard(body)
      throw new FetchFailure('type', `It is ${typeWords(type)}, not ${wanted === 'feed' ? 'a feed' : 'a page of text'}.`)
    }
    if (Number(header('content-length') ?? 0) > largestBody) {
      discard(body)
      throw new FetchFailure(
        'too_large',
        `The answer has more than ${largestBody / 1_000_000} MB, which is more than any article has.`,
      )
    }
    const bytes = await cappedBody(body, header('content-encoding'))
    const text = decodeBody(bytes, contentType)
    // an answer without a length that just ends may have been cut off; a page tells by its end tag
    const bounded = header('content-length') !== null || header('transfer-encoding') !== null
    if (!bounded && /^\s*<(!doctype html|html)/i.test(text) && !/<\/(html|body)\s*>/i.test(text.slice(-5000)))
      throw new FetchFailure('network', 'The page breaks off before its end.')
    return { ...answer, notModified: false, text, bytes: bytes.length }
  }

  return Object.assign(fetch, { close: () => agent.close() })
}

/** An agent that connects to checked addresses only, one connection for one request. */
function guardedAgent(allowed: Allowed, lookup: LookupFunction): Agent {
  const pinned: LookupFunction = (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, [])
      const addresses = Array.isArray(found) ? found : [{ address: String(found), family: String(found).includes(':') ? 6 : 4 }]
      const passing = addresses.filter(({ address }) => addressRefusal(address, allowed) === null)
      if (passing.length === 0) {
        const reason = addresses[0] ? addressRefusal(addresses[0].address, allowed) : 'the name has no address'
        return callback(new FetchFailure('refused', `It is not fetched: ${host} leads to ${reason}.`), [])
      }
      if (options.all) callback(null, passing)
      else callback(null, passing[0]!.address, passing[0]!.family)
    })
  }
  const connect = buildConnector({ lookup: pinned, timeout: mostTime })
  return new Agent({
    connect: (options, callback) =>
      connect(options, (...[error, socket]) => {
        if (error) return callback(error, null)
        const refusal = addressRefusal(socket!.remoteAddress ?? '', allowed)
        if (refusal === null) return callback(null, socket!)
        socket!.destroy()
        callback(new FetchFailure('refused', `It is not fetched: ${refusal}.`), null)
      }),
    pipelining: 0,
    headersTimeout: mostTime,
    bodyTimeout: mostTime,
    maxHeaderSize: 32_768,
  })
}

/** Lets an answer go unread; that this breaks it off is no error. */
function discard(body: Readable): void {
  body.on('error', () => undefined).destroy()
}

function freshFor(cacheControl: string | null): number | null {
  const seconds = /(?:^|[\s,])max-age=(\d{1,9})/i.exec(cacheControl ?? '')?.[1]
  return seconds === undefined ? null : Number(seconds) * 1000
}

/** `Retry-After` is seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(value: string | null, now: number): number | null {
  if (value === null) return null
  if (/^\d{1,9}$/.test(value.trim())) return now + Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : at
}

function statusFailure(status: number, retry: string | null, now: number): FetchFailure {
  const notBefore = retryAfter(retry, now)
  if (status === 429 || (status === 503 && notBefore !== null))
    return new FetchFailure('busy', `The site asks us to come later (${status}).`, { status, notBefore })
  const words =
    status === 401 || status === 402 || status === 403
      ? `The site does not let us read it (${status}).`
      : status === 404 || status === 410
        ? `There is no such page (${status}).`
        : `The site answered ${status}.`
  return new FetchFailure('status', words, { status, notBefore })
}

const typeWords = (type: string): string =>
  type === 'application/pdf'
    ? 'a PDF'
    : /^(image|video|audio)\//.test(type)
      ? `${type.split('/')[0]} (${type})`
      : type.slice(0, 60)

function asFailure(error: unknown): FetchFailure {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at instanceof FetchFailure) return at
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new FetchFailure('network', 'There is no site of that name, or it cannot be found just now.', { cause: error })
  if (code?.startsWith('UND_ERR') && code.includes('TIMEOUT'))
    return new FetchFailure('timeout', 'No whole answer came in time.', { cause: error })
  return new FetchFailure('network', `The site could not be read: ${message ?? String(error)}.`, { cause: error })
}
