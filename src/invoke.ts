import { mayRun } from './command/access.ts'
import { bind } from './command/bind.ts'
import { type Command, runnableOf } from './command/define.ts'
import type { Caller, Choice, Context, Intake, Invocation, SuggestRequest } from './command/invocation.ts'
import { parseLine } from './command/parse-line.ts'
import { suggest } from './command/suggest.ts'
import type { Config } from './config.ts'
import type { Names } from './corpus/names.ts'
import { UserError } from './errors.ts'
import type { Log } from './log.ts'
import { citedClaims } from './message/citations.ts'
import type { Draft, Message } from './message/message.ts'
import { citationsOf } from './storage/citations.ts'
import type { Store } from './storage/store.ts'
import { errorView, failureView } from './views/error.ts'

/** What an adapter gets of the core, wired in main. An adapter acknowledges first, then calls, then renders. */
export interface Core {
  commands: readonly Command[]
  config: Config
  store: Store
  log: Log
  now(): number
  /** Never throws: what went wrong comes back as a message that says what to do. */
  invoke(invocation: Invocation): Promise<Message>
  /** Reads a typed line ("/compare muse spark vs gpt 5.4") and invokes it. Never throws. */
  invokeLine(line: string, caller: Caller): Promise<Message>
  /** At most 25 choices, best first, from memory; never throws. */
  suggest(request: SuggestRequest): Choice[]
}

/** Wires the core: everything that a command may use comes in here. */
export function createCore(parts: {
  commands: readonly Command[]
  config: Config
  store: Store
  names: Names
  log: Log
  intake?: Intake
  now(): number
}): Core {
  const contextFor = (caller: Caller): Context => ({ ...parts, caller })
  return {
    ...parts,
    invoke: (invocation) => guarded(parts.log, invocation.command, () => run(invocation, contextFor(invocation.caller))),
    invokeLine: (line, caller) =>
      guarded(parts.log, line, () => run({ ...parseLine(line, parts.commands), caller }, contextFor(caller))),
    suggest(request) {
      try {
        return suggest(request, parts.commands, parts.names)
      } catch (error) {
        parts.log.failure('suggest failed', error, { command: request.command, option: request.option })
        return []
      }
    },
  }
}

/** A command comes in: known? allowed? → options → run → the sources of what it cites. */
async function run(invocation: Invocation, context: Context): Promise<Message> {
  const command = context.commands.find(({ name }) => name === invocation.command)
  const runnable = command && runnableOf(command, invocation.subcommand)
  if (!command || !runnable)
    throw new UserError('usage', `There is no command /${invocation.command}. /help lists them all.`, { suggestions: ['help'] })
  mayRun(command, runnable, context.caller, context.config)
  await context.names.refresh(context.store)
  const options = bind(command, invocation.subcommand, runnable, invocation, context.names, context.now())
  return withCitations(context.store, await runnable.run(options as never, context))
}

/** Fills in what stands behind each cited claim: one query. */
export async function withCitations(store: Store, draft: Draft): Promise<Message> {
  if (draft.citations) return draft as Message
  const message: Message = { ...draft, citations: {} }
  return { ...message, citations: await citationsOf(store, citedClaims(message)) }
}

async function guarded(log: Log, asked: string, work: () => Promise<Message>): Promise<Message> {
  try {
    return await work()
  } catch (error) {
    return error instanceof UserError ? errorView(error) : failureView(log.failure('command failed', error, { asked }))
  }
}
