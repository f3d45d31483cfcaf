import { type GatewayMessageCreateDispatchData, Routes } from 'discord.js'
import type { Caller } from '../../command/invocation.ts'
import { parseLine } from '../../command/parse-line.ts'
import { DeliveryFailure } from '../../delivery/failure.ts'
import { UserError } from '../../errors.ts'
import { isFirst } from './answer.ts'
import { type App, payloadsFor } from './app.ts'
import { askCommand } from './declare.ts'
import { isCode } from './failures.ts'
import { type Asked, lineOf, withoutPublic } from './invocation.ts'
import { cut, limits } from './limits.ts'
import { oneLine } from './markdown.ts'
import { freeText } from './modal.ts'
import { postPatiently, tellPerson } from './post-aside.ts'

/** A thread that answers a mention closes after a day without words. In minutes. */
const threadLife = 1_440

/**
 * Answers a message that mentions the bot ("@Launchwire compare muse-spark gpt-5.4"), in a thread where the bot may open one,
 * else as a reply; a direct message needs no mention. Never throws.
 */
export async function handleMention(
  app: App,
  message: GatewayMessageCreateDispatchData,
  bot: string,
  isThread: (channel: string) => boolean,
): Promise<void> {
  try {
    const text = questionIn(message, bot)
    if (text === undefined || !(await isFirst(app, `message:${message.id}`))) return
    await answerMention(app, message, text, isThread(message.channel_id))
  } catch (error) {
    app.core.log.failure('discord mention failed', error, { message: message.id })
  }
}

/** What is asked, or undefined where the bot is not meant: bots' messages, and those that name it only by answering it. */
function questionIn(message: GatewayMessageCreateDispatchData, bot: string): string | undefined {
  if (message.author.bot || message.webhook_id) return undefined
  const isDirect = message.guild_id === undefined
  const named = [`<@${bot}>`, `<@!${bot}>`].filter((mention) => message.content.includes(mention))
  if (named.length === 0 && !isDirect) return undefined
  const text = named.reduce((left, mention) => left.replaceAll(mention, ' '), message.content)
  return oneLine(text).trim() || 'help'
}

async function answerMention(
  app: App,
  message: GatewayMessageCreateDispatchData,
  text: string,
  inThread: boolean,
): Promise<void> {
  const { core } = app
  const caller: Caller = {
    adapter: 'discord',
    team: message.guild_id ?? null,
    channel: message.channel_id,
    person: message.author.id,
    // a message does not tell what its author may do here: a slash command does
    manager: false,
    zone: null,
  }
  const asked = readAsked(app, text)
  const answer = await (asked ? core.invoke({ ...asked, caller }) : core.invokeLine(text, caller))
  const payloads = await payloadsFor(app, answer, asked ? { line: lineOf(asked) } : {})
  const key = `mention:${message.id}`
  const isDirect = message.guild_id === undefined
  const thread = inThread || isDirect ? undefined : await openThread(app, message, text)
  try {
    await postPatiently(app, { channel: thread ?? message.channel_id }, payloads, {
      key,
      ...(thread ? {} : { replyTo: message.id }),
    })
  } catch (error) {
    if (!(error instanceof DeliveryFailure) || error.kind !== 'permanent') throw error
    await tellPerson(app, message.author.id, error, `${key}:failed`)
  }
}

/** The text as an invocation: a command, or else a question in plain words; undefined for a command that cannot be read. */
function readAsked({ core }: App, text: string): Asked['invocation'] | undefined {
  const first = /^\/?(\S*)/.exec(text)![1]!.toLowerCase()
  const isCommand = text.startsWith('/') || core.commands.some(({ name }) => name === first)
  const ask = core.commands.find(({ name }) => name === askCommand)
  const option = ask && 'run' in ask ? freeText(ask) : undefined
  if (!isCommand && option) return { command: askCommand, words: [], named: { [option]: text } }
  try {
    return withoutPublic(parseLine(text, core.commands)).invocation
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** A thread on the message, or undefined where there can be none: no permission, or a channel of another kind. */
async function openThread(app: App, message: GatewayMessageCreateDispatchData, text: string): Promise<string | undefined> {
  try {
    const thread = (await app.rests.bot.post(Routes.threads(message.channel_id, message.id), {
      body: { name: cut(text, limits.threadName), auto_archive_duration: threadLife },
    })) as { id: string }
    return thread.id
  } catch (error) {
    if (isCode(error, 'threadExists')) return message.id
    if (isCode(error, 'missingAccess', 'missingPermissions', 'wrongChannelType')) return undefined
    throw error
  }
}
