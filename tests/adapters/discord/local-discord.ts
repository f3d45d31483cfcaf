import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { APIMessage } from 'discord.js'
import { callbackFaults, commandFaults, messageFaults } from './cross-field.ts'
import { judge } from './judge.ts'
import { type LocalGateway, openGateway } from './local-gateway.ts'
import { createInteractions, type Interactions } from './local-interactions.ts'
import { token as goodToken, ids, messageObject, privateChannel, user } from './local-objects.ts'

/** One request of the bot, with what is wrong with it. */
export interface Seen {
  method: string
  path: string
  body: Record<string, unknown> | undefined
  files: { name: string; size: number }[]
  faults: string[]
  status: number
}

export interface LocalDiscord {
  /** For DISCORD_API_URL. */
  api: string
  publicKey: string
  seen: Seen[]
  /** Messages by channel, the newest last. */
  messages: Map<string, APIMessage[]>
  gateway: LocalGateway
  interactions: Interactions
  /** The next `times` requests that match get 429. `after` is in seconds. */
  limit(route: RegExp, options: { times: number; after: number; global?: boolean }): void
  /** The next `times` requests that match get this answer. */
  refuse(route: RegExp, options: { times: number; status: number; code?: number }): void
  /** The next `times` requests that match are taken, and their connections cut before the answer. */
  lose(route: RegExp, times: number): void
  close(): Promise<void>
}

interface Answer {
  status: number
  body?: unknown
  headers?: Record<string, string>
}
interface Rule {
  route: RegExp
  times: number
  answer?: Answer
}

const failed = (status: number, code: number, message: string): Answer => ({ status, body: { code, message } })
const unauthorized: Answer = { status: 401, body: { code: 0, message: '401: Unauthorized' } }

/**
 * Discord on this machine: REST and gateway on one port that the system gives. Every request is judged by Discord's own
 * specification and by the limits between fields; what it would refuse gets its 400.
 */
export async function startLocalDiscord(options: { shards?: number } = {}): Promise<LocalDiscord> {
  const shards = options.shards ?? 1
  const seen: Seen[] = []
  const rules: Rule[] = []
  const lost: { route: RegExp; times: number }[] = []
  const messages = new Map<string, APIMessage[]>()
  let commands = new Map<string, unknown[]>()
  let install: unknown = null
  const server = createServer((request, response) => void serve(request, response))
  const url = () => `127.0.0.1:${(server.address() as AddressInfo).port}`
  const gateway = openGateway(server, { token: goodToken, url: () => `ws://${url()}`, shards })
  const interactions = createInteractions({ gateway, messages })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://local').pathname.replace(/^\/api\/v10/, '')
    const method = request.method ?? 'GET'
    const { body, files } = await readBody(request)
    const entry: Seen = { method, path, body, files, faults: [], status: 0 }
    const answer = answerTo(entry, request.headers.authorization)
    entry.status = answer.status
    const cut = lost.find(({ route, times }) => times > 0 && route.test(`${method} ${path}`))
    seen.push(entry)
    if (cut) {
      cut.times--
      request.socket.destroy()
    } else {
      const headers = {
        'x-ratelimit-limit': '50',
        'x-ratelimit-remaining': '49',
        'x-ratelimit-reset-after': '1',
        ...answer.headers,
      }
      // a 204 must carry no content type: discord.js would read it as JSON
      response.writeHead(answer.status, answer.body === undefined ? headers : { 'content-type': 'application/json', ...headers })
      response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body))
    }
    interactions.noticed(entry)
  }

  function answerTo(entry: Seen, authorization: string | undefined): Answer {
    const { method, path, body, files } = entry
    const operation = `${method} ${decodeURIComponent(path)}`
    const rule = rules.find(({ route, times }) => times > 0 && route.test(operation))
    if (rule?.answer) {
      rule.times--
      return rule.answer
    }
    const needsToken = !/^\/(interactions|webhooks)\//.test(path)
    if (needsToken && authorization !== `Bot ${goodToken}`) return unauthorized
    const names = files.map(({ name }) => name)
    entry.faults.push(...judge(method, path, body), ...faultsOf(operation, body, names))
    if (entry.faults.length > 0)
      return {
        status: 400,
        body: {
          code: 50035,
          message: 'Invalid Form Body',
          errors: { _errors: entry.faults.map((message) => ({ code: 'SPEC', message })) },
        },
      }
    return interactions.take(operation, body ?? {}) ?? channels(operation, body ?? {}) ?? application(operation, body)
  }

  function channels(operation: string, body: Record<string, unknown>): Answer | undefined {
    const [, method, channel, message, thread] =
      /^(\w+) \/channels\/(\d+)\/messages(?:\/(\d+))?(\/threads)?$/.exec(operation) ?? []
    if (!channel) return undefined
    if (channel === ids.locked) return failed(403, 50013, 'Missing Permissions')
    const known: string[] = [ids.channel, ids.thread, ids.direct]
    if (!known.includes(channel) && !messages.has(channel)) return failed(404, 10003, 'Unknown Channel')
    const kept = messages.get(channel) ?? []
    messages.set(channel, kept)
    if (thread && message) {
      messages.set(message, [])
      return { status: 201, body: { id: message, type: 11, name: body.name, parent_id: channel } }
    }
    if (method === 'GET') return { status: 200, body: [...kept].reverse() }
    if (method === 'PATCH') {
      const found = kept.find(({ id }) => id === message)
      if (!found) return failed(404, 10008, 'Unknown Message')
      return { status: 200, body: Object.assign(found, body) }
    }
    const same = body.enforce_nonce ? kept.find(({ nonce }) => nonce !== undefined && nonce === body.nonce) : undefined
    if (same) return { status: 200, body: same }
    const sent = messageObject(body, channel)
    kept.push(sent)
    return { status: 200, body: sent }
  }

  function application(operation: string, body: unknown): Answer {
    if (operation === 'GET /gateway/bot') {
      const starts = { total: 1_000, remaining: 999, reset_after: 1, max_concurrency: shards }
      return { status: 200, body: { url: `ws://${url()}`, shards, session_start_limit: starts } }
    }
    if (operation === 'POST /users/@me/channels') return { status: 200, body: privateChannel }
    const [, method, scope] = /^(\w+) (\/applications\/\d+(?:\/guilds\/\d+)?)\/commands$/.exec(operation) ?? []
    if (method && scope) {
      if (method === 'PUT') commands = new Map(commands).set(scope, registered(body as Record<string, unknown>[]))
      return { status: 200, body: commands.get(scope) ?? [] }
    }
    if (operation === 'PATCH /applications/@me')
      install = (body as { integration_types_config: unknown }).integration_types_config
    if (operation.endsWith(' /applications/@me'))
      return {
        status: 200,
        body: { id: ids.application, name: 'launchwire', verify_key: interactions.publicKey, integration_types_config: install },
      }
    if (operation === 'GET /users/@me') return { status: 200, body: user(ids.application, true) }
    return failed(404, 0, '404: Not Found')
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    api: `http://${url()}/api`,
    publicKey: interactions.publicKey,
    seen,
    messages,
    gateway,
    interactions,
    limit(route, { times, after, global = false }) {
      const headers = {
        'retry-after': String(after),
        'x-ratelimit-scope': global ? 'global' : 'user',
        ...(global
          ? { 'x-ratelimit-global': 'true' }
          : { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': String(after) }),
      }
      rules.push({
        route,
        times,
        answer: { status: 429, headers, body: { message: 'You are being rate limited.', retry_after: after, global } },
      })
    },
    refuse(route, { times, status, code = 0 }) {
      rules.push({ route, times, answer: failed(status, code, `refused with ${code}`) })
    },
    lose: (route, times) => void lost.push({ route, times }),
    async close() {
      gateway.drop()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** Commands come back with what Discord adds. */
const registered = (given: Record<string, unknown>[]): unknown[] =>
  given.map((command, index) => ({
    default_member_permissions: null,
    nsfw: false,
    ...command,
    id: String(910_000_000_000_000_000n + BigInt(index)),
    application_id: ids.application,
    version: '1',
    name_localizations: null,
  }))

function faultsOf(operation: string, body: unknown, files: string[]): string[] {
  if (/^POST \/interactions\//.test(operation)) return callbackFaults(body)
  if (/^PUT .*\/commands$/.test(operation)) return commandFaults(body)
  if (/^POST \/(channels\/\d+\/messages|webhooks\/[^/]+\/[^/]+)$/.test(operation)) return messageFaults(body, files, 'create')
  if (/^PATCH .*\/messages\/[^/]+$/.test(operation)) return messageFaults(body, files, 'edit')
  return []
}

async function readBody(request: IncomingMessage): Promise<Pick<Seen, 'body' | 'files'>> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const raw = Buffer.concat(chunks)
  if (raw.length === 0) return { body: undefined, files: [] }
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/')) return { body: JSON.parse(raw.toString('utf8')), files: [] }
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData()
  const payload = form.get('payload_json')
  const files = [...form.entries()].flatMap(([, value]) =>
    typeof value === 'string' ? [] : [{ name: value.name, size: value.size }],
  )
  return { body: JSON.parse(typeof payload === 'string' ? payload : '{}'), files }
}
