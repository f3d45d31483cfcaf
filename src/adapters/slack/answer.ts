import type { Message } from '../../message/message.ts'
import type { Client } from './client.ts'
import { advice, isBlockRefusal, isRevoked, slackCode } from './failure.ts'
import { attempts } from './fallback.ts'
import { limits } from './limits.ts'
import { noUnfurl, withSimpler } from './post.ts'
import { type Payload, paragraph, render } from './render.ts'
import { postResponse } from './response-url.ts'
import type { Slack } from './slack.ts'

/** Where an answer goes. `replace`: the message that was clicked becomes the answer. */
export interface Place {
  client: Client
  team: string | null
  enterprise: string | null
  channel: string | null
  person: string
  thread?: string
  responseUrl?: string
  public: boolean
  replace?: boolean
}

/** A channel that only one person reads: what is posted there needs no share button and is not hidden from others. */
export const isDirect = (channel: string | null): boolean => channel === null || channel.startsWith('D')

/**
 * Shows a message to a person: pictures uploaded, rendered, sent. `line` is the typed command that it answers.
 */
export async function answer(slack: Slack, place: Place, message: Message, line?: string): Promise<void> {
  const files = await slack.pictures(place.client, place.team, message)
  const payloads = render(message, {
    files,
    ...(line ? { line } : {}),
    share: !place.public && !isDirect(place.channel),
  })
  await send(slack, place, payloads)
}

/** Sends payloads in order; what Slack refuses for a reason that the person can mend is told to the person. */
export async function send(slack: Slack, place: Place, payloads: Payload[]): Promise<void> {
  let uses = 0
  try {
    for (const [index, payload] of payloads.entries()) {
      const replace = place.replace === true && index === 0
      if (place.responseUrl && uses < limits.responseUses) {
        uses++
        if (await sendToResponseUrl(slack, place, place.responseUrl, payload, replace, () => uses++)) continue
        uses = limits.responseUses
      }
      await sendByMethod(slack, place, payload)
    }
  } catch (error) {
    await explain(slack, place, error, uses < limits.responseUses)
  }
}

/** True where the response_url took it; false where it is over, so that a new message must be sent. */
async function sendToResponseUrl(
  slack: Slack,
  place: Place,
  url: string,
  payload: Payload,
  replace: boolean,
  used: () => void,
): Promise<boolean> {
  let refused = ''
  for (const attempt of attempts(payload)) {
    if (attempt.pause > 0) await slack.clock.wait(attempt.pause)
    if (refused) used()
    const body = {
      response_type: place.public ? 'in_channel' : 'ephemeral',
      replace_original: replace,
      ...(place.thread && !replace ? { thread_ts: place.thread } : {}),
      ...noUnfurl,
      ...attempt.payload,
    }
    const response = await postResponse(url, body, slack.clock)
    if (response.taken) return true
    if (response.over) return false
    refused = response.code
    if (!isBlockRefusal(refused) && refused !== 'http_400') break
  }
  throw new Error(`Slack refuses an answer: ${refused}`)
}

/** Posts by the Web API: for all to see, for one person, or directly where the app is not in the channel. */
async function sendByMethod(slack: Slack, place: Place, payload: Payload): Promise<void> {
  const { client, team, channel, person } = place
  const thread = place.thread ? { thread_ts: place.thread } : {}
  const post = (to: string, inThread: { thread_ts?: string }) =>
    withSimpler(
      payload,
      (current) =>
        slack.pace(team, 'chat.postMessage', () =>
          client.chat.postMessage({ channel: to, ...current, ...inThread, ...noUnfurl }),
        ),
      slack.clock.wait,
    )
  if (channel === null) return void (await post(person, {}))
  if (place.public || isDirect(channel)) return void (await post(channel, thread))
  try {
    await withSimpler(
      payload,
      (current) =>
        slack.pace(team, 'chat.postEphemeral', () => client.chat.postEphemeral({ channel, user: person, ...current, ...thread })),
      slack.clock.wait,
    )
  } catch (error) {
    if (!notBoth.has(slackCode(error) ?? '')) throw error
    await post(person, {})
  }
}

/** The app or the person is not in the channel, so nothing can be shown to that person there. */
const notBoth = new Set(['not_in_channel', 'channel_not_found', 'user_not_in_channel'])

/** Logs a failure, and tells the person what to do where there is something to do and a way to say it. */
async function explain(slack: Slack, place: Place, error: unknown, urlLeft: boolean): Promise<void> {
  const { log } = slack.core
  const code = slackCode(error)
  if (isRevoked(code)) return slack.revoked(place.team, place.enterprise, code)
  const told = advice(code)
  const reference = told ? null : log.failure('a Slack answer failed', error, { team: place.team, channel: place.channel, code })
  if (told) log.warn('Slack refuses an answer', { team: place.team, channel: place.channel, code })
  const text =
    told ?? `Slack did not take this answer. Try again in a minute; if it stays, tell the operator the reference ${reference}.`
  const payload = { text, blocks: paragraph([text]) }
  try {
    if (place.responseUrl && urlLeft) {
      const response = await postResponse(
        place.responseUrl,
        { response_type: 'ephemeral', replace_original: false, ...payload },
        slack.clock,
      )
      if (response.taken) return
    }
    await slack.pace(place.team, 'chat.postMessage', () =>
      place.client.chat.postMessage({ channel: place.person, ...payload, ...noUnfurl }),
    )
  } catch (second) {
    log.warn('a person could not be told of a Slack failure', { team: place.team, code: slackCode(second), error: second })
  }
}
