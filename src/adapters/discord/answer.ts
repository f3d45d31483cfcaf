import {
  type APIInteraction,
  type APIInteractionResponse,
  DiscordAPIError,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord.js'
import type { Message } from '../../message/message.ts'
import { claimEvent } from '../../storage/inbox.ts'
import { failureView } from '../../views/error.ts'
import { type Acknowledge, acknowledgeOnce } from './acknowledge.ts'
import { type App, payloadsFor } from './app.ts'
import { isCode, isExpired } from './failures.ts'
import { limits } from './limits.ts'
import { withFallback } from './post.ts'
import { postAside } from './post-aside.ts'
import { type Payload, render } from './render.ts'

/** How an interaction is answered. */
export interface Plan {
  /** `here` takes the place of the message whose button was pressed; `private` is for the person alone; `public` for everyone. */
  shown: 'private' | 'public' | 'here'
  pictures?: boolean
  ask(): Promise<Answer>
}

/** What is shown; `line` is the command that it answers, for the answer's own buttons. */
export interface Answer {
  message: Message
  line?: string
}

/**
 * Acknowledges first, then works, then shows the answer: an edit of the deferred reply, further parts as follow-ups. An
 * interaction that came twice (a replay after a lost socket, two processes on one gateway) is answered once.
 */
export async function answer(app: App, interaction: APIInteraction, acknowledge: Acknowledge, plan: Plan): Promise<void> {
  const { core } = app
  const arrived = core.now()
  const waiting: APIInteractionResponse =
    plan.shown === 'here'
      ? { type: InteractionResponseType.DeferredMessageUpdate }
      : {
          type: InteractionResponseType.DeferredChannelMessageWithSource,
          ...(plan.shown === 'private' ? { data: { flags: MessageFlags.Ephemeral } } : {}),
        }
  if (!(await acknowledgeOnce(core.log, acknowledge, waiting))) return
  if (!(await isFirst(app, interaction.id))) return
  try {
    await show(app, interaction, await plan.ask(), plan, arrived)
  } catch (error) {
    const reference = core.log.failure('discord answer failed', error, { interaction: interaction.id })
    await tellFailure(app, interaction, reference, plan, arrived)
  }
}

/** A database that cannot be asked must not silence the bot: better an answer twice than none. */
export async function isFirst(app: App, id: string): Promise<boolean> {
  try {
    return await claimEvent(app.core.store, `discord:${id}`, app.core.now())
  } catch (error) {
    app.core.log.failure('discord event not claimed', error)
    return true
  }
}

async function show(
  app: App,
  interaction: APIInteraction,
  { message, line }: Answer,
  plan: Plan,
  arrived: number,
): Promise<void> {
  const isPrivate = plan.shown !== 'public'
  const payloads = await payloadsFor(app, message, {
    shareable: isPrivate,
    ...(line === undefined ? {} : { line }),
    ...(plan.pictures === undefined ? {} : { pictures: plan.pictures }),
  })
  // what went wrong with a button must not take the place of the answer that had it
  const beside = plan.shown === 'here' && message.error === true
  await send(app, interaction, fitting(interaction, payloads), { isPrivate, beside, arrived })
}

interface Sending {
  isPrivate: boolean
  beside: boolean
  arrived: number
}

/** Shows payloads in order. Once the token is over (15 minutes), the rest goes as new messages. */
async function send(app: App, interaction: APIInteraction, payloads: Payload[], sending: Sending): Promise<void> {
  for (const [index, payload] of payloads.entries()) {
    const isLate = app.core.now() - sending.arrived > limits.tokenLife
    try {
      if (isLate) throw new TokenOver()
      if (index === 0 && !sending.beside) await editOriginal(app, interaction, payload)
      else await followUp(app, interaction, payload, sending.isPrivate)
    } catch (error) {
      const isOver = error instanceof TokenOver || isExpired(error)
      if (isOver) return postAside(app, interaction, payloads.slice(index), sending.isPrivate)
      if (index === 0) throw error
      // the answer was lost, so it may stand there: posting it again could double it
      const reference = app.core.log.failure('discord follow-up failed', error, { interaction: interaction.id })
      const text = `The rest of this answer could not be shown whole (reference ${reference}). Ask again, or for less at once.`
      return followUp(app, interaction, notice(text), true)
    }
  }
}

class TokenOver extends Error {}

/**
 * The deferred reply, or the message whose button was pressed. The same edit twice is the same, so a lost answer is asked again.
 */
async function editOriginal(app: App, interaction: APIInteraction, payload: Payload): Promise<void> {
  const { application_id: id, token } = interaction
  const waits = [300, 1_500]
  for (;;) {
    try {
      await withFallback(payload, (body) =>
        app.rests.interactions.patch(Routes.webhookMessage(id, token), { body, files: payload.files, auth: false }),
      )
      return
    } catch (error) {
      const pause = waits.shift()
      // over HTTP the edit can overtake the acknowledgement that it belongs to: there is no message yet
      const early = isCode(error, 'unknownWebhook', 'unknownMessage')
      if ((error instanceof DiscordAPIError && !early) || pause === undefined) throw error
      await app.wait(pause)
    }
  }
}

async function followUp(
  app: App,
  { application_id: id, token }: APIInteraction,
  payload: Payload,
  isPrivate: boolean,
): Promise<void> {
  await withFallback(payload, (body) => {
    const flags = (body.flags ?? 0) | (isPrivate ? MessageFlags.Ephemeral : 0)
    return app.rests.interactions.post(Routes.webhook(id, token), {
      body: flags ? { ...body, flags } : body,
      files: payload.files,
      auth: false,
    })
  })
}

/** Where only the person installed the app, Discord takes five follow-ups: the last says that there was more. */
function fitting(interaction: APIInteraction, payloads: Payload[]): Payload[] {
  const installed = interaction.authorizing_integration_owners?.[0] !== undefined || interaction.guild_id === undefined
  const most = 1 + limits.followUps
  if (installed || payloads.length <= most) return payloads
  return [
    ...payloads.slice(0, most - 1),
    notice(
      'There is more, but Discord takes no more where the server has not installed me. Ask for less, or in a direct message.',
    ),
  ]
}

function notice(text: string): Payload {
  const message: Message = { title: '', blocks: [{ type: 'paragraph', text: [text] }], citations: {}, error: true }
  return render(message)[0]!
}

async function tellFailure(app: App, interaction: APIInteraction, reference: string, plan: Plan, arrived: number): Promise<void> {
  try {
    await send(app, interaction, render(failureView(reference)), { isPrivate: true, beside: plan.shown === 'here', arrived })
  } catch (error) {
    app.core.log.failure('discord failure not told', error, { about: reference })
  }
}
