import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from 'emulate'
import { type WebSocket, WebSocketServer } from 'ws'
import { scopesFor } from '../../../src/adapters/slack/declare.ts'
import { type Call, judge } from './judge.ts'

export const signingSecret = 'local-signing-secret'
export const botToken = 'xoxb-local-test'
export const appToken = 'xapp-local-test'
export const client = { id: '111.222', secret: 'local-client-secret' }

/** One request of the app, with its body read. */
export interface Sent {
  method: string
  path: string
  token: string | null
  body: Record<string, unknown>
  at: number
}

/** A local Slack: `emulate` for the Web API and OAuth, behind an edge that adds what it lacks. */
export interface LocalSlack {
  url: string
  /** Every call of the app, oldest first; a response_url counts as the method `response_url`. */
  sent: Sent[]
  /** What the judge found in what the app sent; empty is the aim. */
  faults: string[]
  sockets: WebSocket[]
  /** Calls waiting for the acknowledgement of an envelope. */
  acks: Map<string, (payload: unknown) => void>
  /** Makes a method answer something else for its next calls. */
  next(method: string, ...answers: Answer[]): void
  /** Block types that this workspace does not know yet. */
  unknownBlocks: Set<string>
  /** A response_url; it takes five posts, or none where it is over its time. */
  responseUrl(options?: { over?: boolean }): string
  api(method: string, body: Record<string, unknown>): Promise<Record<string, unknown>>
  close(): Promise<void>
}
/** `lose` carries the call out and closes the connection without an answer. */
export type Answer = { retryAfter: number } | { error: string } | { status: number } | { lose: true }

const judged: Record<string, Call> = {
  'chat.postMessage': 'Post',
  'chat.postEphemeral': 'Ephemeral',
  'chat.update': 'Update',
  response_url: 'Response',
}

/**
 * Starts the local Slack on ports of the operating system's choice. `redirect` is where the app takes people back after an install; the app's token has the
 * scopes of its manifest, and `scopes` beside.
 */
export async function startLocalSlack(options: { redirect?: string; scopes?: string[] } = {}): Promise<LocalSlack> {
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: seed(options.redirect, [...scopesFor(false).bot, ...(options.scopes ?? [])]) as never,
  })
  const slack: Omit<LocalSlack, 'url' | 'close' | 'api' | 'next' | 'responseUrl'> = {
    sent: [],
    faults: [],
    sockets: [],
    acks: new Map(),
    unknownBlocks: new Set(),
  }
  const answers = new Map<string, Answer[]>()
  const uses = new Map<string, number>()

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const raw = await bodyOf(request)
    const path = (request.url ?? '').split('?')[0]!
    const method = path.startsWith('/api/') ? path.slice(5) : path.startsWith('/respond/') ? 'response_url' : path
    const body = readBody(raw, request.headers['content-type'] ?? '')
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null
    slack.sent.push({ method, path, token, body, at: performance.now() })
    slack.faults.push(...faultsIn(method, body))
    const planned = answers.get(method)?.shift()
    if (planned && 'retryAfter' in planned)
      return reply(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(planned.retryAfter) })
    if (planned && 'status' in planned) return reply(response, planned.status, { ok: false })
    if (planned && 'error' in planned) return reply(response, 200, { ok: false, error: planned.error })
    const unknown = blocksIn(body).find(({ type }) => slack.unknownBlocks.has(String(type)))
    if (unknown) return reply(response, method === 'response_url' ? 400 : 200, { ok: false, error: 'invalid_blocks' })
    if (method === 'response_url') {
      const used = (uses.get(path) ?? 0) + 1
      uses.set(path, used)
      return used > 5 ? reply(response, 404, { ok: false, error: 'used_url' }) : reply(response, 200, { ok: true })
    }
    if (method === 'apps.connections.open') {
      if (token !== appToken) return reply(response, 200, { ok: false, error: 'invalid_auth' })
      return reply(response, 200, { ok: true, url: `${url.replace('http', 'ws')}/link/?ticket=${randomUUID()}` })
    }
    const passed = await passOn(emulator.url, request, await reachable(emulator.url, method, raw, body))
    if (planned && 'lose' in planned) return response.destroy()
    return response.writeHead(passed.status, passed.headers).end(passed.body)
  }
  const server = createServer((request, response) => {
    // a request that is under way while a test ends finds the emulator gone
    handle(request, response).catch(() => response.destroy())
  })
  const socketServer = new WebSocketServer({ server })
  socketServer.on('connection', (socket) => {
    slack.sockets.push(socket)
    socket.send(JSON.stringify({ type: 'hello', num_connections: slack.sockets.length, connection_info: { app_id: 'A1' } }))
    const beat = setInterval(() => socket.ping('Ping from applink'), 5_000).unref()
    socket.on('close', () => {
      clearInterval(beat)
      slack.sockets.splice(slack.sockets.indexOf(socket), 1)
    })
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: unknown }
      slack.acks.get(envelope_id)?.(payload)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(slack, {
    url,
    next: (method: string, ...more: Answer[]) => void answers.set(method, [...(answers.get(method) ?? []), ...more]),
    responseUrl: ({ over = false } = {}) => {
      const path = `/respond/${randomUUID()}`
      if (over) uses.set(path, 5)
      return `${url}${path}`
    },
    api: async (method: string, body: Record<string, unknown>) => {
      const answer = await fetch(`${emulator.url}/api/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${edgeToken}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return (await answer.json()) as Record<string, unknown>
    },
    close: async () => {
      for (const socket of socketServer.clients) socket.terminate()
      server.closeAllConnections()
      server.close()
      await emulator.close()
    },
  })
}

/** A token of the edge's own, that may look at everything; the app's may do only what its manifest asks for. */
const edgeToken = 'xoxb-edge'
const edgeScopes = ['channels:manage', 'channels:read', 'groups:read', 'im:write', 'users:read']

const seed = (redirect: string | undefined, scopes: string[]) => ({
  slack: {
    signing_secret: signingSecret,
    strict_scopes: true,
    team: { name: 'Workspace', domain: 'workspace' },
    users: [
      { name: 'alice', real_name: 'Alice', is_admin: true },
      { name: 'bob', real_name: 'Bob' },
    ],
    channels: [{ name: 'general' }],
    bots: [{ name: 'launchwire' }],
    oauth_apps: [
      {
        client_id: client.id,
        client_secret: client.secret,
        app_id: 'A1',
        name: 'Launchwire',
        redirect_uris: redirect ? [redirect] : [],
        scopes: scopesFor(false).bot,
        bot_name: 'launchwire',
      },
    ],
    tokens: [
      { token: botToken, user: 'launchwire', scopes },
      { token: edgeToken, user: 'launchwire', scopes: edgeScopes },
    ],
  },
})

/** A port that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Web API calls come as forms whose structured values are JSON texts; a response_url gets JSON. */
function readBody(raw: Buffer, type: string): Record<string, unknown> {
  if (type.startsWith('application/json')) return JSON.parse(raw.toString() || '{}')
  if (!type.startsWith('application/x-www-form-urlencoded')) return {}
  return Object.fromEntries(
    [...new URLSearchParams(raw.toString())].map(([name, value]) => [
      name,
      /^[[{]|^(true|false)$/.test(value) ? parsed(value) : value,
    ]),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const blocksIn = (body: Record<string, unknown>): { type?: unknown }[] => (Array.isArray(body.blocks) ? body.blocks : [])

function faultsIn(method: string, body: Record<string, unknown>): string[] {
  const { token: _, team_id: __, ...shown } = body
  const call = judged[method]
  const found = call ? judge(call, shown) : []
  const view = method.startsWith('views.') ? (body.view as Record<string, unknown> | undefined) : undefined
  if (view) found.push(...judge(view.type === 'modal' ? 'Modal' : 'Home', view))
  if (call && body.link_names) found.push('link_names is on')
  return found.map((fault) => `${method}: ${fault}`)
}

/** Slack opens a direct message where a person's id stands for a channel; the emulator wants it opened first. */
async function reachable(emulator: string, method: string, raw: Buffer, body: Record<string, unknown>): Promise<Buffer> {
  if (method !== 'chat.postMessage' || !/^U/.test(String(body.channel))) return raw
  const opened = await fetch(`${emulator}/api/conversations.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${edgeToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ users: body.channel }),
  })
  const { channel } = (await opened.json()) as { channel?: { id?: string } }
  const form = new URLSearchParams(raw.toString())
  form.set('channel', channel?.id ?? String(body.channel))
  return Buffer.from(form.toString())
}

async function passOn(emulator: string, request: IncomingMessage, body: Buffer) {
  const dropped = ['host', 'content-length', 'connection', 'transfer-encoding', 'accept-encoding', 'content-encoding']
  const headers = Object.entries(request.headers).filter(
    ([name, value]) => typeof value === 'string' && !dropped.includes(name),
  ) as [string, string][]
  const answer = await fetch(`${emulator}${request.url}`, {
    method: request.method ?? 'GET',
    headers,
    redirect: 'manual',
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  })
  return {
    status: answer.status,
    headers: Object.fromEntries([...answer.headers].filter(([name]) => !dropped.includes(name))),
    body: Buffer.from(await answer.arrayBuffer()),
  }
}

const reply = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
