import type { App } from '@slack/bolt'
import type { Place } from './answer.ts'
import { questionAsked, runAsked } from './ask.ts'
import type { Client } from './client.ts'
import { unescapeText } from './escape.ts'
import { isRevoked, slackCode } from './failure.ts'
import { homeView } from './home.ts'
import type { Installations } from './installations.ts'
import { guarded, once } from './once.ts'
import type { Slack } from './slack.ts'

/** Longest question that is read. */
const longestAsked = 1_000

/** Mentions, direct messages, the Home tab, and the end of an installation. Bolt acknowledges events before these run. */
export function handleEvents(app: App, slack: Slack, installations: Installations): void {
  app.event('app_mention', async ({ event, body, client }) => {
    // two bots that answer each other never stop
    if (event.bot_id) return
    await handleQuestion({
      client,
      team: body.team_id,
      enterprise: body.enterprise_id ?? null,
      channel: event.channel,
      person: event.user,
      ts: event.ts,
      thread: event.thread_ts ?? event.ts,
      text: event.text,
    })
  })

  app.message(async ({ message, body, client }) => {
    // edits, joins and bots' own messages are no questions
    if (message.subtype !== undefined || message.channel_type !== 'im' || message.bot_id || !message.user) return
    await handleQuestion({
      client,
      team: body.team_id,
      enterprise: body.enterprise_id ?? null,
      channel: message.channel,
      person: message.user,
      ts: message.ts,
      thread: message.thread_ts ?? message.ts,
      text: message.text,
    })
  })

  /** A mention in a direct message comes as two events of one message: the message is what is handled once. */
  async function handleQuestion(question: {
    client: Client
    team: string
    enterprise: string | null
    channel: string
    person: string | undefined
    ts: string
    thread: string
    text: string | undefined
  }): Promise<void> {
    const { client, team, enterprise, channel, person, ts, thread } = question
    if (!person) return
    await guarded(slack, 'question', () =>
      once(slack, `message:${team}:${channel}:${ts}`, () => {
        const text = [...unescapeText(question.text ?? '')].slice(0, longestAsked).join('')
        const place: Place = { client, team, enterprise, channel, person, thread, public: true }
        return runAsked(slack, place, questionAsked(text, slack.core.commands))
      }),
    )
  }

  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return
    await guarded(slack, 'home', () =>
      once(slack, `event:${body.event_id}`, async () => {
        const place: Place = {
          client,
          team: body.team_id,
          enterprise: body.enterprise_id ?? null,
          channel: null,
          person: event.user,
          public: false,
        }
        const view = await homeView(slack, place)
        try {
          await slack.pace(place.team, 'views.publish', () => client.views.publish({ user_id: event.user, view }))
        } catch (error) {
          const code = slackCode(error)
          if (isRevoked(code)) return slack.revoked(place.team, place.enterprise, code)
          throw error
        }
      }),
    )
  })

  app.event('app_uninstalled', ({ body }) =>
    guarded(slack, 'uninstall', () => installations.remove(body.team_id, body.enterprise_id ?? null)),
  )
  app.event('tokens_revoked', async ({ event, body }) => {
    if (!event.tokens.bot?.length) return
    await guarded(slack, 'revocation', () => installations.disable(body.team_id, body.enterprise_id ?? null, 'tokens_revoked'))
  })
}
