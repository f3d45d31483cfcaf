import type { Core } from '../../invoke.ts'
import type { Message } from '../../message/message.ts'
import { keepCommands } from './custom-id.ts'
import { evidenceCommand } from './declare.ts'
import { type Draw, drawPictures, type Pictures } from './pictures.ts'
import { type Payload, render } from './render.ts'
import type { Rests } from './rest.ts'

/** What the handlers of every transport share. */
export interface App {
  core: Core
  rests: Rests
  /** Whether `rests.bot` has a token: without one there is no way to write but to answer an interaction. */
  hasToken: boolean
  draw?: Draw
  /** Waits so many milliseconds. */
  wait(milliseconds: number): Promise<void>
}

/** A message as payloads with everything that a sender adds: pictures, keys of long commands, buttons that belong to answers. */
export async function payloadsFor(
  app: App,
  message: Message,
  options: { line?: string; shareable?: boolean; pictures?: boolean },
): Promise<Payload[]> {
  const { core, draw } = app
  const { line, shareable = false } = options
  const keys = await keepCommands(core.store, message, line)
  const pictures: Pictures =
    draw && options.pictures !== false
      ? await drawPictures(message, draw, (error) => core.log.failure('discord picture failed', error, { title: message.title }))
      : new Map()
  const evidence = core.commands.some(({ name }) => name === evidenceCommand)
  return render(message, {
    keys,
    pictures,
    shareable,
    ...(line === undefined ? {} : { line }),
    ...(evidence && !line?.startsWith(`${evidenceCommand} `) ? { evidence: evidenceCommand } : {}),
  })
}
