import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How often a post goes wrong, each 0–1: refused by a cut connection before it is taken, answered by one after it is taken, refused with 429. */
export interface Faults {
  before: number
  after: number
  tooMany: number
}

interface Kept {
  id: string
  channel: string
  key: string
  at: number
  components: unknown[]
}

/** Discord gives the same message back for a repeated nonce for "the past few minutes" (its documentation); here for two. */
const nonceKept = 2 * 60_000

/**
 * Slack's and Discord's posting as they behave when things go wrong, on one local port: `/slack/` takes chat.postMessage and conversations.history with
 * metadata, `/discord/` takes messages with an enforced nonce and the channel's history. What was taken is counted, whatever the client was told.
 */
export async function startEndpoints(faults: Faults, chance: () => number, readable = { slack: true }) {
  const slack: Kept[] = []
  const discord: Kept[] = []
  const counts = { before: 0, after: 0, tooMany: 0, repeatedNonce: 0, requests: 0 }
  let next = 1

  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy())
  })
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    counts.requests++
    const url = new URL(request.url!, 'http://local')
    const json = (status: number, value: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(JSON.stringify(value))
    }
    const roll = chance()
    const tooMany = roll < faults.tooMany
    const before = !tooMany && roll < faults.tooMany + faults.before
    const after = !tooMany && !before && roll < faults.tooMany + faults.before + faults.after
    if (url.pathname.endsWith('/chat.postMessage')) {
      if (tooMany) return refuse('tooMany', () => json(429, { ok: false, error: 'ratelimited' }, { 'retry-after': '1' }))
      if (before) return refuse('before', () => response.destroy())
      const form = parsed(request, body)
      const metadata = JSON.parse(form.metadata ?? '{}') as { event_payload?: { key?: string } }
      const post = {
        id: `1700000000.${String(next++).padStart(6, '0')}`,
        channel: form.channel!,
        key: metadata.event_payload?.key ?? '',
        at: Date.now(),
        components: [],
      }
      slack.push(post)
      if (after) return refuse('after', () => response.destroy())
      return json(200, { ok: true, ts: post.id, channel: post.channel })
    }
    if (url.pathname.endsWith('/conversations.history')) {
      const { channel } = parsed(request, body)
      if (!readable.slack) return json(200, { ok: false, error: 'missing_scope' })
      const messages = slack
        .filter((post) => post.channel === channel)
        .map(({ id, key }) => ({ ts: id, metadata: { event_type: 'launchwire_post', event_payload: { key } } }))
      return json(200, { ok: true, messages: messages.reverse() })
    }
    const channel = /\/channels\/(\d+)\/messages$/.exec(url.pathname)?.[1]
    if (channel && request.method === 'POST') {
      if (tooMany)
        return refuse('tooMany', () =>
          json(429, { message: 'slow down', retry_after: 1, global: false }, { 'retry-after': '1', 'x-ratelimit-scope': 'user' }),
        )
      if (before) return refuse('before', () => response.destroy())
      const posted = JSON.parse(body) as { nonce?: string; enforce_nonce?: boolean; components?: unknown[] }
      const key = posted.nonce ?? ''
      const earlier =
        posted.enforce_nonce &&
        discord.find((post) => post.channel === channel && post.key === key && Date.now() - post.at < nonceKept)
      if (earlier) counts.repeatedNonce++
      const post = earlier || { id: String(next++), channel, key, at: Date.now(), components: posted.components ?? [] }
      if (!earlier) discord.push(post)
      if (after) return refuse('after', () => response.destroy())
      return json(200, { id: post.id, channel_id: channel, nonce: post.key, author: { bot: true }, components: post.components })
    }
    if (channel) {
      const messages = discord
        .filter((post) => post.channel === channel)
        .map(({ id, components }) => ({ id, author: { bot: true }, components }))
      return json(200, messages.reverse())
    }
    json(404, { message: 'unknown' })
  }
  function refuse(what: 'before' | 'after' | 'tooMany', answer: () => void): void {
    counts[what]++
    answer()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    slackUrl: `http://127.0.0.1:${port}/slack/`,
    discordUrl: `http://127.0.0.1:${port}/discord`,
    slack,
    discord,
    counts,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function parsed(request: IncomingMessage, body: string): Record<string, string | undefined> {
  if (request.headers['content-type']?.includes('json')) {
    const value = JSON.parse(body) as Record<string, unknown>
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, typeof each === 'string' ? each : JSON.stringify(each)]),
    )
  }
  return Object.fromEntries(new URLSearchParams(body))
}
