import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import type { APIMessage } from 'discord.js'
import type { Seen } from './local-discord.ts'
import type { LocalGateway } from './local-gateway.ts'
import { ids, messageObject, snowflake, user } from './local-objects.ts'

type Json = Record<string, unknown>

/** One interaction that was played, and what the bot did with it. */
export interface Played {
  id: string
  token: string
  payload: Json
  /** The acknowledgement: a callback, or the HTTP response. Rejected after three seconds, as Discord gives up then. */
  acknowledged: Promise<Json>
  /** Milliseconds to the acknowledgement. */
  ms: () => number
  /** The deferred reply as it was last edited. */
  original: Promise<APIMessage>
  /** When it was sent, and when the original was first edited, in performance.now() milliseconds. */
  sentAt: () => number
  answeredAt: () => number | undefined
  followUps: APIMessage[]
  /** Its token is no longer good. */
  expire(): void
}

export interface Interactions {
  publicKey: string
  /** Plays interactions over HTTP, signed, from now on; null plays them through the gateway. */
  over(endpoint: string | null): void
  slash(name: string, options?: Json[], given?: Json): Played
  autocomplete(name: string, options: Json[], given?: Json): Promise<{ choices: { name: string; value: string }[]; ms: number }>
  press(message: APIMessage, customId: string, given?: Json): Played
  pick(message: APIMessage, customId: string, value: string): Played
  submit(customId: string, values: Record<string, string>): Played
  onMessage(name: string, content: string): Played
  /** Sends the same interaction again. */
  replay(played: Played): Promise<void>
  /** Sends a body with a signature, good or bad, and gives the status. */
  post(endpoint: string, body: string, options?: { bad?: boolean; unsigned?: boolean }): Promise<{ status: number; body: string }>
  /** The headers that Discord sends with a body. */
  sign(body: string): Record<string, string>
  /** Resolves once a request matches. */
  when(matches: (seen: Seen) => boolean): Promise<Seen>
  take(operation: string, body: Json): { status: number; body?: unknown } | undefined
  noticed(seen: Seen): void
}

interface State {
  played: Played
  acked: Json | null
  expired: boolean
  sentAt: number
  ackedAt: number
  answeredAt: number | undefined
  original: APIMessage | null
  acknowledge(ack: Json): void
  refuse(error: Error): void
  answered(message: APIMessage): void
}

const failed = (status: number, code: number, message: string) => ({ status, body: { code, message } })

/** Plays a person who uses the bot. Acknowledgements, edits and follow-ups are taken as Discord takes them. */
export function createInteractions(parts: { gateway: LocalGateway; messages: Map<string, APIMessage[]> }): Interactions {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const states = new Map<string, State>()
  const waiters: { matches(seen: Seen): boolean; resolve(seen: Seen): void }[] = []
  let endpoint: string | null = null

  const base = (type: number, data: Json, given: Json): Json => ({
    id: snowflake(),
    application_id: ids.application,
    type,
    token: randomUUID(),
    version: 1,
    guild_id: ids.guild,
    channel_id: ids.channel,
    channel: { id: ids.channel, type: 0, name: 'general' },
    guild: { id: ids.guild, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    locale: 'en-US',
    context: 0,
    app_permissions: '2147483647',
    entitlements: [],
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: { 0: ids.guild },
    member: {
      user: user(ids.person),
      roles: [],
      permissions: '0',
      joined_at: new Date().toISOString(),
      deaf: false,
      mute: false,
      flags: 0,
    },
    data,
    ...given,
  })

  function play(payload: Json): Played {
    const { id, token } = payload as { id: string; token: string }
    const acknowledged = Promise.withResolvers<Json>()
    const original = Promise.withResolvers<APIMessage>()
    const giveUp = setTimeout(
      () => acknowledged.reject(new Error(`not acknowledged within 3 s: ${JSON.stringify(payload.data)}`)),
      3_000,
    )
    acknowledged.promise.catch(() => undefined)
    const played: Played = {
      id,
      token,
      payload,
      acknowledged: acknowledged.promise,
      ms: () => state.ackedAt - state.sentAt,
      original: original.promise,
      sentAt: () => state.sentAt,
      answeredAt: () => state.answeredAt,
      followUps: [],
      expire: () => {
        state.expired = true
      },
    }
    const state: State = {
      played,
      acked: null,
      expired: false,
      sentAt: performance.now(),
      ackedAt: Number.NaN,
      answeredAt: undefined,
      original: null,
      acknowledge(ack) {
        clearTimeout(giveUp)
        state.acked = ack
        state.ackedAt = performance.now()
        // a reply is a new message; an update is the message whose button was pressed
        const source = payload.message as APIMessage | undefined
        if (ack.type === 6 || ack.type === 7) state.original = source ?? null
        else if (ack.type === 4 || ack.type === 5)
          state.original = messageObject({ flags: (ack.data as Json | undefined)?.flags ?? 0 }, ids.channel)
        acknowledged.resolve(ack)
      },
      refuse(error) {
        clearTimeout(giveUp)
        acknowledged.reject(error)
      },
      answered(message) {
        state.answeredAt ??= performance.now()
        original.resolve(message)
      },
    }
    states.set(token, state)
    void deliver(payload, state)
    return played
  }

  async function deliver(payload: Json, state: State): Promise<void> {
    if (endpoint === null) {
      parts.gateway.dispatch('INTERACTION_CREATE', payload, (payload.guild_id as string | undefined) ?? null)
      return
    }
    const { status, body } = await post(endpoint, JSON.stringify(payload))
    if (status !== 200) state.refuse(new Error(`answered with ${status}`))
    else if (state.acked === null) state.acknowledge(JSON.parse(body))
  }

  function signed(body: string): Record<string, string> {
    const timestamp = String(Math.floor(Date.now() / 1000))
    return {
      'content-type': 'application/json',
      'x-signature-timestamp': timestamp,
      'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
    }
  }

  async function post(to: string, body: string, { bad = false, unsigned = false } = {}) {
    const headers = unsigned ? { 'content-type': 'application/json' } : signed(body)
    const response = await fetch(to, {
      method: 'POST',
      body,
      headers: bad ? { ...headers, 'x-signature-ed25519': '0'.repeat(128) } : headers,
    })
    return { status: response.status, body: await response.text() }
  }

  function take(operation: string, body: Json): { status: number; body?: unknown } | undefined {
    const callback = /^POST \/interactions\/(\d+)\/([^/]+)\/callback$/.exec(operation)
    if (callback) {
      const state = states.get(callback[2]!)
      if (!state || state.expired) return failed(404, 10062, 'Unknown interaction')
      if (state.acked) return failed(400, 40060, 'Interaction has already been acknowledged.')
      state.acknowledge(body)
      return { status: 204 }
    }
    const webhook = /^(POST|PATCH) \/webhooks\/\d+\/([^/]+)(\/messages\/@original)?$/.exec(operation)
    if (!webhook) return undefined
    const state = states.get(webhook[2]!)
    if (!state) return failed(404, 10015, 'Unknown Webhook')
    if (state.expired) return failed(401, 50027, 'Invalid Webhook Token')
    if (!state.acked) return failed(404, 10015, 'Unknown Webhook')
    if (webhook[1] === 'POST') {
      const message = messageObject(body, ids.channel)
      state.played.followUps.push(message)
      return { status: 200, body: message }
    }
    if (!state.original) return failed(404, 10008, 'Unknown Message')
    // the flags of a private answer stay
    const flags = Number(state.original.flags ?? 0) | Number(body.flags ?? 0)
    Object.assign(state.original, body, { flags })
    state.answered(state.original)
    return { status: 200, body: state.original }
  }

  const played = { publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex') }
  return {
    ...played,
    over(to) {
      endpoint = to
    },
    slash: (name, options = [], given = {}) => play(base(2, { id: snowflake(), type: 1, name, options }, given)),
    async autocomplete(name, options, given = {}) {
      const asked = play(base(4, { id: snowflake(), type: 1, name, options }, given))
      const { data } = (await asked.acknowledged) as { data: { choices: { name: string; value: string }[] } }
      return { choices: data.choices, ms: asked.ms() }
    },
    press: (message, customId, given = {}) => play(base(3, { component_type: 2, custom_id: customId }, { message, ...given })),
    pick: (message, customId, value) => play(base(3, { component_type: 3, custom_id: customId, values: [value] }, { message })),
    submit(customId, values) {
      const components = Object.entries(values).map(([id, value]) => ({
        type: 18,
        id: 1,
        component: { type: 4, id: 2, custom_id: id, value },
      }))
      return play(base(5, { custom_id: customId, components }, {}))
    },
    onMessage(name, content) {
      const target = messageObject({ content, author: user(ids.person) }, ids.channel)
      return play(
        base(2, { id: snowflake(), type: 3, name, target_id: target.id, resolved: { messages: { [target.id]: target } } }, {}),
      )
    },
    async replay({ token, payload }) {
      await deliver(payload, states.get(token)!)
    },
    post,
    sign: signed,
    when: (matches) => new Promise((resolve) => waiters.push({ matches, resolve })),
    take,
    noticed(seen) {
      for (const waiter of waiters.filter(({ matches }) => matches(seen))) {
        waiters.splice(waiters.indexOf(waiter), 1)
        waiter.resolve(seen)
      }
    },
  }
}
