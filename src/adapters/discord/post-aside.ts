import { type APIInteraction, Routes } from 'discord.js'
import { DeliveryFailure } from '../../delivery/failure.ts'
import type { App } from './app.ts'
import { channelOf } from './invocation.ts'
import { type Destination, postPayload } from './post.ts'
import { type Payload, render } from './render.ts'

/** Waits for a place that has a limit; a message that was certainly not posted is posted again, a few times. */
const attempts = 4

/**
 * Posts payloads in order, waiting where Discord asks for it.
 * @throws DeliveryFailure
 */
export async function postPatiently(
  app: App,
  destination: Destination,
  payloads: Payload[],
  { key, replyTo }: { key: string; replyTo?: string },
): Promise<void> {
  for (const [index, payload] of payloads.entries()) {
    for (let attempt = 1; ; attempt++) {
      try {
        await postPayload(app.rests.bot, destination, payload, {
          key: `${key}:${index}`,
          ...(replyTo !== undefined && index === 0 ? { replyTo } : {}),
        })
        break
      } catch (error) {
        if (!(error instanceof DeliveryFailure) || error.kind !== 'temporary' || attempt >= attempts) throw error
        await app.wait((error.retryAfter ?? attempt) * 1000)
      }
    }
  }
}

/** Writes to a person's direct messages. */
export async function postToPerson(app: App, person: string, payloads: Payload[], key: string): Promise<void> {
  const { id } = (await app.rests.bot.post(Routes.userChannels(), { body: { recipient_id: person } })) as { id: string }
  await postPatiently(app, { channel: id }, payloads, { key })
}

/**
 * Shows an answer whose interaction is over: one for everyone goes into the channel, one for the person alone into their direct
 * messages. A channel that takes no message is told to the person, with what to do.
 */
export async function postAside(app: App, interaction: APIInteraction, payloads: Payload[], isPrivate: boolean): Promise<void> {
  const person = interaction.member?.user.id ?? interaction.user?.id
  const channel = channelOf(interaction)
  const key = `interaction:${interaction.id}`
  if (!app.hasToken || !person) {
    app.core.log.warn('discord answer came too late', { interaction: interaction.id })
    return
  }
  if (isPrivate || !channel) return postToPerson(app, person, payloads, key)
  try {
    await postPatiently(app, { channel }, payloads, { key })
  } catch (error) {
    if (!(error instanceof DeliveryFailure) || error.kind !== 'permanent') throw error
    await tellPerson(app, person, error, `${key}:failed`)
  }
}

/** Says to a person why a channel takes no message from us, and what to do. */
export async function tellPerson(app: App, person: string, failure: DeliveryFailure, key: string): Promise<void> {
  app.core.log.warn('discord channel takes no message', { code: failure.code })
  const text = `Your answer could not be posted. ${failure.message}`
  await postToPerson(
    app,
    person,
    render({ title: '', blocks: [{ type: 'paragraph', text: [text] }], citations: {}, error: true }),
    key,
  )
}
