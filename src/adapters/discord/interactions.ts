import {
  type APIApplicationCommandInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord.js'
import { runnableOf } from '../../command/define.ts'
import type { Caller } from '../../command/invocation.ts'
import { parseLine } from '../../command/parse-line.ts'
import { UserError } from '../../errors.ts'
import type { Core } from '../../invoke.ts'
import { firstLink } from '../../message/first-link.ts'
import { errorView } from '../../views/error.ts'
import { type Acknowledge, acknowledgeOnce } from './acknowledge.ts'
import { type Answer, answer } from './answer.ts'
import type { App } from './app.ts'
import { autocomplete } from './autocomplete.ts'
import { commandOf, isKey, readCustomId } from './custom-id.ts'
import { askCommand, readArticle, readCommand } from './declare.ts'
import { type Asked, callerOf, lineOf, readOptions, withoutPublic } from './invocation.ts'
import { freeText, modalFor, readModal } from './modal.ts'

/** How much of a message is asked about. Ours. */
const longestQuestion = 1_000

/**
 * Answers one interaction, from the gateway or over HTTP. Never throws: what goes wrong is logged, and told to the person where
 * that is still possible.
 */
export async function handleInteraction(app: App, interaction: APIInteraction, acknowledge: Acknowledge): Promise<void> {
  try {
    switch (interaction.type) {
      case InteractionType.Ping:
        return await acknowledge({ type: InteractionResponseType.Pong })
      case InteractionType.ApplicationCommandAutocomplete:
        return await acknowledge({
          type: InteractionResponseType.ApplicationCommandAutocompleteResult,
          data: autocomplete(app.core, interaction),
        })
      case InteractionType.ApplicationCommand:
        return await handleCommand(app, interaction, acknowledge)
      case InteractionType.MessageComponent:
        return await handleComponent(app, interaction, acknowledge)
      case InteractionType.ModalSubmit:
        return await handleModal(app, interaction, acknowledge)
    }
  } catch (error) {
    app.core.log.failure('discord interaction failed', error, { interaction: interaction.id, type: interaction.type })
  }
}

async function handleCommand(app: App, interaction: APIApplicationCommandInteraction, acknowledge: Acknowledge): Promise<void> {
  switch (interaction.data.type) {
    case ApplicationCommandType.ChatInput: {
      const { data } = interaction as APIChatInputApplicationCommandInteraction
      return ask(app, interaction, acknowledge, readOptions(data.name, data.options, app.core.commands))
    }
    case ApplicationCommandType.Message:
      return (interaction.data.name === readArticle ? readLinked : askAboutMessage)(
        app,
        interaction as APIMessageApplicationCommandInteraction,
        acknowledge,
      )
    default:
      app.core.log.warn('discord command of an unknown kind', { kind: interaction.data.type })
  }
}

/** Answers a command, or asks for its missing free text in a modal. */
async function ask(app: App, interaction: APIInteraction, acknowledge: Acknowledge, asked: Asked): Promise<void> {
  const { core } = app
  const modal = modalFor(asked, core.commands)
  if (modal && interaction.type !== InteractionType.ModalSubmit) {
    await acknowledgeOnce(core.log, acknowledge, { type: InteractionResponseType.Modal, data: modal })
    return
  }
  await answer(app, interaction, acknowledge, {
    shown: (asked.public ?? core.config.LAUNCHWIRE_PUBLIC) ? 'public' : 'private',
    ask: () => invoke(core, asked, callerOf(interaction)),
  })
}

/** "What do the sources say?" on somebody's message: its text is the question. */
async function askAboutMessage(
  app: App,
  interaction: APIMessageApplicationCommandInteraction,
  acknowledge: Acknowledge,
): Promise<void> {
  const { data } = interaction
  const message = data.resolved.messages[data.target_id]
  const texts = [message?.content, ...(message?.embeds ?? []).flatMap(({ title, description }) => [title, description])]
  const text = texts
    .filter(Boolean)
    .join(' ')
    .replace(/<[@#:/][^>\s]{0,64}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const runnable = app.core.commands.flatMap((command) => (command.name === askCommand ? [runnableOf(command)] : []))[0]
  const option = runnable && freeText(runnable)
  if (text !== '' && option) {
    const named = { [option]: text.slice(0, longestQuestion) }
    return ask(app, interaction, acknowledge, { invocation: { command: askCommand, words: [], named }, public: false })
  }
  const refusal = new UserError(
    'bad_input',
    'That message has no text that I could look up. Try /ask with a question of your own.',
  )
  await answer(app, interaction, acknowledge, { shown: 'private', ask: async () => ({ message: errorView(refusal) }) })
}

/** "Read this article" on somebody's message: its first address is read. */
async function readLinked(
  app: App,
  interaction: APIMessageApplicationCommandInteraction,
  acknowledge: Acknowledge,
): Promise<void> {
  const { data } = interaction
  const message = data.resolved.messages[data.target_id]
  const link = firstLink([message?.content, ...(message?.embeds ?? []).map(({ url }) => url)].filter(Boolean).join(' '))
  // without an address the command itself says what it wants
  const named: Record<string, string> = link ? { url: link } : {}
  const invocation = { command: readCommand, words: [], named }
  return ask(app, interaction, acknowledge, { invocation, public: false })
}

const invoke = async (core: Core, { invocation }: Asked, caller: Caller): Promise<Answer> => ({
  message: await core.invoke({ ...invocation, caller }),
  line: lineOf(invocation),
})

async function handleModal(app: App, interaction: APIModalSubmitInteraction, acknowledge: Acknowledge): Promise<void> {
  const asked = readable(() => readModal(interaction, app.core.commands))
  if (!asked) return refuseOld(app, interaction, acknowledge)
  await ask(app, interaction, acknowledge, asked)
}

/** A button or a select: its typed command is asked as if it had been typed. */
async function handleComponent(app: App, interaction: APIMessageComponentInteraction, acknowledge: Acknowledge): Promise<void> {
  const { core } = app
  const { data } = interaction
  const own = readCustomId(data.custom_id)
  const picked = data.component_type === ComponentType.StringSelect ? data.values[0] : undefined
  const reference = own?.act === 'pick' ? picked : own?.reference
  if (!own || reference === undefined) return refuseOld(app, interaction, acknowledge)
  const asked = isKey(reference) ? undefined : readLine(core, reference)
  if (own.act === 'run' && asked && modalFor(asked, core.commands)) return ask(app, interaction, acknowledge, asked)
  await answer(app, interaction, acknowledge, {
    shown: own.act === 'share' ? 'public' : turnsPage(interaction, reference) ? 'here' : 'private',
    ...(own.act === 'text' ? { pictures: false } : {}),
    // what a key stands for is looked up after the acknowledgement
    async ask() {
      const line = await commandOf(core.store, reference)
      return line === undefined ? { message: errorView(oldButton()) } : invokeLine(core, line, callerOf(interaction))
    },
  })
}

/** A line that cannot be read is answered by the core, which says why. */
async function invokeLine(core: Core, line: string, caller: Caller): Promise<Answer> {
  const asked = readLine(core, line)
  return asked ? invoke(core, asked, caller) : { message: await core.invokeLine(line, caller), line }
}

const readLine = (core: Core, line: string): Asked | undefined => readable(() => withoutPublic(parseLine(line, core.commands)))

/** What can be read as a command; undefined where there is no such one. */
function readable(read: () => Asked | undefined): Asked | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** Pages turn in place, but only in a message that nobody else sees. */
const turnsPage = (interaction: APIMessageComponentInteraction, line: string): boolean =>
  /\spage:\d+/.test(line) && ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0

const oldButton = () =>
  new UserError('bad_input', 'This button is from an older version of me. Ask again with a command.', { suggestions: ['help'] })

async function refuseOld(app: App, interaction: APIInteraction, acknowledge: Acknowledge): Promise<void> {
  await answer(app, interaction, acknowledge, { shown: 'private', ask: async () => ({ message: errorView(oldButton()) }) })
}
