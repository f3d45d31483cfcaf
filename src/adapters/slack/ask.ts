import { type Command, runnableOf } from '../../command/define.ts'
import type { Caller, Invocation } from '../../command/invocation.ts'
import { parseLine } from '../../command/parse-line.ts'
import type { Core } from '../../invoke.ts'
import type { Message } from '../../message/message.ts'
import { answer, type Place } from './answer.ts'
import { callerOf } from './caller.ts'
import type { Slack } from './slack.ts'

type Asked = Omit<Invocation, 'caller'>

/** A typed line read, or null where it cannot be: `invokeLine` then says what is wrong with it. */
export function readLine(line: string, commands: readonly Command[]): Asked | null {
  try {
    return parseLine(line, commands)
  } catch {
    return null
  }
}

/** The line that asks the same again, without who is to see the answer. */
export function lineOf({ command, subcommand, words, named }: Asked): string {
  const quoted = (value: string) => (/[\s:"]|^-/.test(value) ? `"${value.replaceAll('"', "'")}"` : value)
  return [
    command,
    ...(subcommand ? [subcommand] : []),
    ...words.map(quoted),
    ...Object.entries(named)
      .filter(([name]) => name !== 'public')
      .map(([name, value]) => `${name}:${quoted(value)}`),
  ].join(' ')
}

const yes = /^(true|yes|y|on|1)$/i

/** Whether the person asked for an answer that all can see; undefined where they said nothing. */
export function asksPublic(asked: Asked): boolean | undefined {
  const said = asked.named.public
  return said === undefined ? undefined : yes.test(said)
}

/** Runs what was asked, without the adapter's own option. */
export function invokeAsked(core: Core, asked: Asked, caller: Caller): Promise<Message> {
  const { public: _, ...named } = asked.named
  return core.invoke({ ...asked, named, caller })
}

/** Runs a typed line for a person and shows the answer at the place. */
export async function runLine(slack: Slack, place: Place, line: string): Promise<void> {
  const { core } = slack
  const asked = readLine(line, core.commands)
  if (!asked) {
    const caller = await callerOf(slack, place, null)
    return answer(slack, { ...place, public: false }, await core.invokeLine(line, caller))
  }
  await runAsked(slack, place, asked)
}

/** Runs what was asked for a person and shows the answer at the place; an answer that says what went wrong is for the asker only. */
export async function runAsked(slack: Slack, place: Place, asked: Asked): Promise<void> {
  const { core } = slack
  const command = core.commands.find(({ name }) => name === asked.command)
  const caller = await callerOf(
    slack,
    place,
    (command && runnableOf(command, asked.subcommand)?.access) ?? command?.access ?? null,
  )
  const message = await invokeAsked(core, asked, caller)
  const visible = (asksPublic(asked) ?? place.public) && message.error !== true
  await answer(slack, { ...place, public: visible }, message, lineOf(asked))
}

/** A question in plain words: the command that it starts with, or else `ask`, where there is one. */
export function questionAsked(text: string, commands: readonly Command[]): Asked {
  const first = text.split(/\s/, 1)[0]?.toLowerCase().replace(/^\//, '') ?? ''
  if (text === '') return { command: 'help', words: [], named: {} }
  if (commands.some(({ name }) => name === first)) {
    const asked = readLine(text, commands)
    if (asked) return asked
  }
  return questionFor(text, commands)
}

/** The text as a question for `ask`, kept whole whatever it looks like; help where there is no such command. */
export function questionFor(text: string, commands: readonly Command[]): Asked {
  const ask = commands.find(({ name }) => name === 'ask')
  const option = ask && 'run' in ask ? Object.keys(ask.options)[0] : undefined
  return ask && option ? { command: 'ask', words: [], named: { [option]: text } } : { command: 'help', words: [], named: {} }
}
