import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { ids, user } from './local-objects.ts'

interface Session {
  socket: WebSocket
  id: string
  shard: number
}

export interface LocalGateway {
  /** Sends an event to the shard that has the guild; `null` is a direct message, which the first shard has. */
  dispatch(event: string, data: unknown, guild?: string | null): void
  /** Asks every shard to reconnect (op 7), as Discord does at its own maintenance. */
  askToReconnect(): void
  /** Drops every socket without a word. */
  drop(): void
  /** Refuses new connections until called with false. */
  refuse(refused: boolean): void
  /** Resolves when a shard next identifies or resumes. */
  next(what: 'identify' | 'resume'): Promise<void>
  stats: { identifies: number; resumes: number; connections: number; intents: number; shards: number[] }
}

const guildObject = () => ({
  id: ids.guild,
  name: 'Guild',
  channels: [
    { id: ids.channel, type: 0, name: 'general', position: 0, permission_overwrites: [] },
    { id: ids.locked, type: 0, name: 'locked', position: 1, permission_overwrites: [] },
  ],
  threads: [
    {
      id: ids.thread,
      type: 11,
      parent_id: ids.channel,
      name: 'thread',
      guild_id: ids.guild,
      thread_metadata: { archived: false },
    },
  ],
  roles: [
    {
      id: ids.guild,
      name: '@everyone',
      permissions: '0',
      position: 0,
      color: 0,
      colors: {},
      hoist: false,
      managed: false,
      mentionable: false,
      flags: 0,
    },
  ],
  members: [],
  emojis: [],
  stickers: [],
  features: [],
  owner_id: ids.person,
  member_count: 1,
  voice_states: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  preferred_locale: 'en-US',
})

/**
 * Discord's gateway on the server of its REST: hello, identify, ready, resume, heartbeat; events go to the shard whose guild it
 * is.
 */
export function openGateway(server: Server, options: { token: string; url(): string; shards: number }): LocalGateway {
  const stats: LocalGateway['stats'] = { identifies: 0, resumes: 0, connections: 0, intents: 0, shards: [] }
  const sessions = new Map<string, Session>()
  let sequence = 0
  let refused = false
  const waiting: { what: string; resolve(): void }[] = []
  const happened = (what: 'identify' | 'resume') => {
    for (const waiter of waiting.filter((each) => each.what === what)) {
      waiting.splice(waiting.indexOf(waiter), 1)
      waiter.resolve()
    }
  }
  const sockets = new WebSocketServer({ server, verifyClient: () => !refused })
  const send = (socket: WebSocket, event: string, data: unknown) =>
    socket.send(JSON.stringify({ op: 0, s: ++sequence, t: event, d: data }))

  sockets.on('connection', (socket) => {
    stats.connections++
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }))
    socket.on('message', (raw) => {
      const { op, d } = JSON.parse(String(raw)) as {
        op: number
        d: { token: string; session_id: string; intents: number; shard?: [number, number] }
      }
      if (op === 1) socket.send(JSON.stringify({ op: 11 }))
      if (op === 2) identify(socket, d)
      if (op === 6) {
        const session = sessions.get(d.session_id)
        if (!session) return socket.send(JSON.stringify({ op: 9, d: false }))
        stats.resumes++
        happened('resume')
        session.socket = socket
        send(socket, 'RESUMED', {})
      }
    })
  })

  function identify(socket: WebSocket, given: { token: string; intents: number; shard?: [number, number] }): void {
    stats.identifies++
    stats.intents = given.intents
    if (given.token !== options.token) {
      socket.close(4004, 'Authentication failed.')
      return
    }
    const shard = given.shard?.[0] ?? 0
    stats.shards.push(shard)
    happened('identify')
    const session: Session = { socket, id: randomUUID(), shard }
    sessions.set(session.id, session)
    const has = shard === shardOf(ids.guild, options.shards)
    send(socket, 'READY', {
      v: 10,
      user: user(ids.application, true),
      guilds: has ? [{ id: ids.guild, unavailable: true }] : [],
      session_id: session.id,
      resume_gateway_url: options.url(),
      shard: given.shard,
      application: { id: ids.application, flags: 0 },
    })
    if (has) send(socket, 'GUILD_CREATE', guildObject())
  }

  const eachSocket = (act: (socket: WebSocket) => void) => {
    for (const socket of sockets.clients) act(socket)
  }
  return {
    stats,
    dispatch(event, data, guild = ids.guild) {
      const shard = guild === null ? 0 : shardOf(guild, options.shards)
      for (const session of sessions.values())
        if (session.shard === shard && session.socket.readyState === session.socket.OPEN) send(session.socket, event, data)
    },
    next: (what) => new Promise((resolve) => waiting.push({ what, resolve })),
    askToReconnect: () => eachSocket((socket) => socket.send(JSON.stringify({ op: 7, d: null }))),
    drop: () => eachSocket((socket) => socket.terminate()),
    refuse(value) {
      refused = value
    },
  }
}

/** https://docs.discord.com/developers/events/gateway#sharding */
export const shardOf = (guild: string, shards: number): number => Number((BigInt(guild) >> 22n) % BigInt(shards))
