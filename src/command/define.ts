import type { Draft } from '../message/message.ts'
import type { Context } from './invocation.ts'

/** What an option holds; it decides parsing, autocomplete and each platform's native type. */
export type OptionKind =
  | 'model'
  | 'model or vendor'
  | 'vendor'
  | 'benchmark'
  | 'category'
  | 'text'
  | 'choice'
  | 'integer'
  | 'flag'
  | 'url'
  | 'date'
  | 'schedule'
  | 'zone'

/** One option of a command, as plain data. `T` is only the type that `run` gets. */
export interface Option<T = unknown> {
  kind: OptionKind
  description: string
  required: boolean
  /** Takes several values (`compare a b c`); bare words fill it, separated by spaces, commas, "vs" or "and". */
  list?: { min: number; max: number }
  /** Takes the rest of the line as it stands (`ask how does …`). */
  rest?: boolean
  choices?: readonly string[]
  min?: number
  max?: number
  /** Shown in help where the option has a default. */
  fallback?: string | number | boolean
  /** Carries the type; never set. */
  readonly type?: T
}
export type Options = Record<string, Option>
export type Values<O extends Options> = {
  [K in keyof O]: NonNullable<O[K]['type']> | (O[K] extends { readonly type?: infer T } ? T : never)
}

/** Who may run a command: everyone, or those who manage the place (checked in one place, `command/access.ts`). */
export type Access = 'everyone' | 'managers'

/** A command or one of its subcommands: declared once, everything else is derived from it. */
export interface Runnable<O extends Options = Options> {
  description: string
  options: O
  examples: string[]
  access?: Access
  /** A setting that opens a command of the managers to everyone. */
  openedBy?: 'LAUNCHWIRE_OPEN_INTAKE'
  run(options: Values<O>, context: Context): Promise<Draft>
}
export type Command<O extends Options = Options> = { name: string } & (
  | Runnable<O>
  | {
      description: string
      examples: string[]
      access?: Access
      subcommands: Record<string, Runnable>
      /** The subcommand that is meant where a typed line names none ("/watch Muse Spark" adds a watch). */
      otherwise?: string
    }
)

/** Gives `run` the types of `options`. */
export function defineCommand<const O extends Options>(command: { name: string } & Runnable<O>): Command {
  return command as unknown as Command
}

/** A command that is a family: `digest schedule`, `digest list`. Each subcommand comes from `defineSubcommand`. */
export function defineFamily(command: {
  name: string
  description: string
  examples: string[]
  access?: Access
  subcommands: Record<string, Runnable>
  otherwise?: string
}): Command {
  return command
}
export function defineSubcommand<const O extends Options>(command: Runnable<O>): Runnable {
  return command as unknown as Runnable
}

/** The runnable that a name and an optional subcommand stand for, or undefined. */
export function runnableOf(command: Command, subcommand?: string): Runnable | undefined {
  if ('run' in command) return command
  return subcommand === undefined ? undefined : command.subcommands[subcommand]
}
