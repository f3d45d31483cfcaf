import { createHmac, randomUUID } from 'node:crypto'
import { judge } from './judge.ts'
import { type LocalSlack, type Sent, signingSecret } from './local-slack.ts'

/** What Slack sends: a slash command, an interaction, an event. */
export type Kind = 'slash_commands' | 'interactive' | 'events_api'
export interface Acknowledged {
  /** From sending to the acknowledgement, in milliseconds. */
  milliseconds: number
  payload: unknown
  status?: number
}

/** People in a workspace: they type, click and open, over sockets or over signed HTTP. */
export interface People {
  alice: string
  bob: string
  team: string
  channel: string
  direct: string
  deliver(kind: Kind, payload: Record<string, unknown>, options?: { envelope?: string }): Promise<Acknowledged>
  slash(command: string, text?: string, more?: Record<string, unknown>): Promise<Acknowledged & { responseUrl: string }>
  click(action: Record<string, unknown>, more?: Record<string, unknown>): Promise<Acknowledged & { responseUrl: string }>
  suggest(body: Record<string, unknown>): Promise<{ text: { text: string }; value: string }[]>
  submit(view: Record<string, unknown>, values: Record<string, unknown>): Promise<Acknowledged>
  event(event: Record<string, unknown>, id?: string): Promise<Acknowledged>
  shortcut(text: string, callback?: string): Promise<Acknowledged & { responseUrl: string }>
  trigger(): Promise<string>
}

/** Waits until something is so, looking every few milliseconds. @throws after three seconds. */
export async function until<T>(what: string, look: () => T | undefined | false | null): Promise<T> {
  const end = performance.now() + 3_000
  for (;;) {
    const found = look()
    if (found) return found
    if (performance.now() > end) throw new Error(`waited for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 4))
  }
}

/** The newest call of a method, once there is one more than `after`. */
export const sentTo = (slack: LocalSlack, method: string, after = 0): Promise<Sent> =>
  until(method, () => {
    const calls = slack.sent.filter((sent) => sent.method === method)
    return calls.length > after ? calls.at(-1) : undefined
  })

export const count = (slack: LocalSlack, method: string): number => slack.sent.filter((sent) => sent.method === method).length

/** Wires people to the app: through its sockets, or to the address where it takes signed requests. */
export async function people(slack: LocalSlack, appUrl?: () => string): Promise<People> {
  const { members } = (await slack.api('users.list', {})) as { members: { id: string; name: string }[] }
  const { channels } = (await slack.api('conversations.list', {})) as { channels: { id: string; name: string }[] }
  const { team_id: team } = (await slack.api('auth.test', {})) as { team_id: string }
  const named = (name: string) => members.find((member) => member.name === name)!.id
  const [alice, bob] = [named('alice'), named('bob')]
  const channel = channels.find(({ name }) => name === 'general')!.id
  const opened = (await slack.api('conversations.open', { users: alice })) as { channel: { id: string } }
  const direct = opened.channel.id
  await slack.api('conversations.invite', { channel, users: `${alice},${bob}` })
  let turn = 0

  const overSocket = async (kind: Kind, payload: Record<string, unknown>, envelope: string): Promise<Acknowledged> => {
    const start = performance.now()
    const open = slack.sockets.filter((socket) => socket.readyState === socket.OPEN)
    const socket = open[turn++ % open.length]
    if (!socket) throw new Error('the app has no open socket')
    const acknowledged = new Promise<unknown>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${kind} was not acknowledged within 3 s`)), 3_000)
      slack.acks.set(envelope, (answer) => {
        clearTimeout(late)
        slack.acks.delete(envelope)
        resolve(answer)
      })
    })
    socket.send(JSON.stringify({ envelope_id: envelope, type: kind, payload, accepts_response_payload: kind !== 'events_api' }))
    return { payload: await acknowledged, milliseconds: performance.now() - start }
  }
  const overHttp = async (url: string, kind: Kind, payload: Record<string, unknown>): Promise<Acknowledged> => {
    const raw =
      kind === 'slash_commands'
        ? new URLSearchParams(payload as Record<string, string>).toString()
        : kind === 'interactive'
          ? new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
          : JSON.stringify(payload)
    const start = performance.now()
    const answer = await fetch(`${url}/slack/events`, {
      method: 'POST',
      body: raw,
      headers: signed(raw, kind),
      signal: AbortSignal.timeout(3_000),
    })
    const text = await answer.text()
    return {
      milliseconds: performance.now() - start,
      status: answer.status,
      payload: text.startsWith('{') ? JSON.parse(text) : text,
    }
  }
  const deliver: People['deliver'] = (kind, payload, { envelope = randomUUID() } = {}) =>
    appUrl ? overHttp(appUrl(), kind, payload) : overSocket(kind, payload, envelope)
  const trigger = async () => String((await slack.api('views.generateTriggerId', { user_id: alice })).trigger_id)
  const common = {
    team: { id: team, domain: 'workspace' },
    user: { id: alice, username: 'alice', team_id: team },
    api_app_id: 'A1',
    token: 't',
  }

  return {
    alice,
    bob,
    team,
    channel,
    direct,
    deliver,
    trigger,
    async slash(command, text = '', more = {}) {
      const responseUrl = String(more.response_url ?? slack.responseUrl())
      const payload = {
        token: 't',
        command,
        text,
        response_url: responseUrl,
        trigger_id: await trigger(),
        user_id: alice,
        user_name: 'alice',
        team_id: team,
        team_domain: 'workspace',
        channel_id: channel,
        channel_name: 'general',
        api_app_id: 'A1',
        is_enterprise_install: 'false',
        ...more,
      }
      return { ...(await deliver('slash_commands', payload)), responseUrl }
    },
    async click(action, more = {}) {
      const responseUrl = String(more.response_url ?? slack.responseUrl())
      const payload = {
        ...common,
        type: 'block_actions',
        trigger_id: await trigger(),
        response_url: responseUrl,
        channel: { id: channel, name: 'general' },
        container: { type: 'message', message_ts: '1.2', channel_id: channel, is_ephemeral: true },
        actions: [{ block_id: 'b', action_ts: '1', ...action }],
        ...more,
      }
      return { ...(await deliver('interactive', payload)), responseUrl }
    },
    async suggest(body) {
      const container = { type: 'message', channel_id: channel, is_ephemeral: true }
      const { payload } = await deliver('interactive', {
        ...common,
        type: 'block_suggestion',
        container,
        channel: { id: channel, name: 'general' },
        ...body,
      })
      slack.faults.push(...judge('Options', payload as Record<string, unknown>).map((fault) => `options: ${fault}`))
      return (payload as { options: { text: { text: string }; value: string }[] }).options
    },
    async submit(view, values) {
      const state = { values }
      return deliver('interactive', {
        ...common,
        type: 'view_submission',
        trigger_id: await trigger(),
        response_urls: [],
        view: { id: `V${randomUUID()}`, hash: '1.2', ...view, state },
      })
    },
    event: (event, id = `Ev${randomUUID()}`) =>
      deliver('events_api', {
        token: 't',
        team_id: team,
        api_app_id: 'A1',
        type: 'event_callback',
        event_id: id,
        event_time: 1,
        authorizations: [{ team_id: team, user_id: 'U0BOT', is_bot: true, is_enterprise_install: false }],
        event,
      }),
    async shortcut(text, callback = 'sources_say') {
      const responseUrl = slack.responseUrl()
      const payload = {
        ...common,
        type: 'message_action',
        callback_id: callback,
        trigger_id: await trigger(),
        response_url: responseUrl,
        message_ts: '1.2',
        action_ts: '1.3',
        channel: { id: channel, name: 'general' },
        message: { type: 'message', user: bob, ts: '1.2', text },
      }
      return { ...(await deliver('interactive', payload)), responseUrl }
    },
  }
}

/** Slack's signature over a raw body (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
export function signed(raw: string, kind: Kind, options: { secret?: string; at?: number } = {}): Record<string, string> {
  const timestamp = String(Math.floor((options.at ?? Date.now()) / 1000))
  const signature = createHmac('sha256', options.secret ?? signingSecret)
    .update(`v0:${timestamp}:${raw}`)
    .digest('hex')
  return {
    'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  }
}
