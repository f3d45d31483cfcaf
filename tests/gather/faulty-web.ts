import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { random } from '../bench/generate-articles.ts'
import type { Week } from './week.ts'

/** One request as the server saw it; `at` is the reader's own clock, which stands in its user agent. */
export interface Seen {
  host: string
  path: string
  at: number
  status: number | 'silence' | 'cut'
  retryAfter: number | null
}

/** How often each fault happens: shares of all requests. */
export interface Faults {
  silence: number
  error: number
  busy: number
  cut: number
}
export const noFaults: Faults = { silence: 0, error: 0, busy: 0, cut: 0 }
export const usualFaults: Faults = { silence: 0.05, error: 0.03, busy: 0.02, cut: 0.03 }

/** A server on this machine for all sites of a week, told apart by their names; it answers with entity tags, and with faults. */
export async function faultyWeb(
  week: Week,
  faults: Faults,
  seed: number,
): Promise<{ port: number; seen: Seen[]; close(): Promise<void> }> {
  const next = random(seed)
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const at = Number(/clock=(\d+)/.exec(request.headers['user-agent'] ?? '')?.[1])
    const path = request.url ?? ''
    const entry: Seen = { host, path, at, status: 200, retryAfter: null }
    seen.push(entry)
    const draw = next()
    const limits = [faults.silence, faults.error, faults.busy, faults.cut].map(
      (
        (sum) => (share: number) =>
          (sum += share)
      )(0),
    )
    if (draw < limits[0]!) {
      entry.status = 'silence'
      return
    }
    if (draw < limits[1]!) {
      entry.status = [500, 502, 503][Math.floor(next() * 3)]!
      response.writeHead(entry.status).end()
      return
    }
    if (draw < limits[2]!) {
      entry.status = 429
      entry.retryAfter = 600 + Math.floor(next() * 3000)
      response.writeHead(429, { 'retry-after': String(entry.retryAfter) }).end()
      return
    }
    const answer = week.answer(host, path, at)
    if (!answer) {
      entry.status = 404
      response.writeHead(404).end()
      return
    }
    const etag = `"${createHash('sha256').update(answer.body).digest('hex').slice(0, 16)}"`
    if (request.headers['if-none-match'] === etag) {
      entry.status = 304
      response.writeHead(304).end()
      return
    }
    if (draw < limits[3]!) {
      entry.status = 'cut'
      cutOff(response, answer, next())
      return
    }
    response.writeHead(200, { 'content-type': answer.type, etag }).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Half of an answer: with a length that is not kept, in chunks that do not end, or with nothing that would tell. */
function cutOff(response: ServerResponse, { type, body }: { type: string; body: string }, chance: number): void {
  const half = body.slice(0, Math.floor(body.length * (0.3 + chance * 0.6)))
  if (chance < 0.33) response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).write(half)
  else if (chance < 0.66) response.writeHead(200, { 'content-type': type }).write(half)
  else {
    response.socket?.end(`HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\nconnection: close\r\n\r\n${half}`)
    return
  }
  setImmediate(() => response.destroy())
}
